// Declarations of social protection, household business and building.
import type { EForm } from '#core/procedure/procedure.ts';
import { choice, count, date, form, group, longText, optionalGroup, personalNumber, phone, sex, text, yesNo } from '../make.ts';
import type { FormYear } from './civil-status.ts';

export const socialAllowanceForm = (year: FormYear): EForm => form('Tờ khai đề nghị trợ giúp xã hội',
  group('Thông tin của đối tượng', {
    personName: text('Họ và tên (viết chữ in hoa)'),
    personBirthDate: text('Ngày, tháng, năm sinh', { maxLength: 20 }),
    personSex: sex(),
    personEthnicity: text('Dân tộc', { maxLength: 50 }),
    personIdentity: year === 2019 ? text('Giấy chứng minh nhân dân hoặc căn cước công dân số', { maxLength: 20 }) : personalNumber('Số định danh cá nhân'),
    registeredAt: text(year === 2019 ? 'Hộ khẩu thường trú' : 'Nơi thường trú'),
    livesAt: text('Hiện ở'),
  }, ['personIdentity']),
  group('Hoàn cảnh', {
    ground: choice('Thuộc diện', {
      orphan: 'Trẻ em không có nguồn nuôi dưỡng', disabled: 'Người khuyết tật nặng, đặc biệt nặng',
      elderly: 'Người cao tuổi', 'single-parent': 'Người đơn thân nghèo đang nuôi con', hiv: 'Người nhiễm HIV thuộc diện được trợ giúp', other: 'Diện khác',
    }),
    schooling: choice('Tình trạng đi học', { never: 'Chưa đi học hoặc không đi học', left: 'Đã nghỉ học', attends: 'Đang đi học' }),
    healthCard: yesNo('Có thẻ bảo hiểm y tế'),
    currentBenefits: text('Đang hưởng lương hưu, trợ cấp bảo hiểm xã hội, trợ cấp khác (ghi rõ mức hằng tháng)'),
    poverty: choice('Thuộc hộ', { poor: 'Hộ nghèo', nearpoor: 'Hộ cận nghèo', none: 'Không thuộc hộ nghèo, hộ cận nghèo' }),
    disability: text('Dạng tật và mức độ khuyết tật (nếu có)'),
    selfCare: yesNo('Có khả năng tự phục vụ'),
    situation: longText('Hoàn cảnh gia đình'),
  }, ['schooling', 'healthCard', 'currentBenefits', 'disability', 'selfCare', 'situation']),
  optionalGroup('Nhận trợ cấp', {
    receiverName: text('Họ và tên người nhận thay'),
    bankAccount: text('Số tài khoản, ngân hàng (nếu nhận qua tài khoản)'),
  }));

export const householdBusinessForm = (year: FormYear): EForm => form('Giấy đề nghị đăng ký hộ kinh doanh',
  group('Chủ hộ kinh doanh', {
    ownerName: text('Họ và tên (ghi bằng chữ in hoa)'),
    ownerSex: sex(),
    ownerBirthDate: date('Ngày, tháng, năm sinh'),
    ownerIdentity: year === 2019 ? text('Số giấy chứng minh nhân dân, căn cước công dân hoặc hộ chiếu; ngày cấp, nơi cấp') : personalNumber('Số định danh cá nhân'),
    ownerAddress: text('Nơi đăng ký hộ khẩu thường trú hoặc nơi cư trú'),
  }),
  group('Hộ kinh doanh', {
    businessName: text('Tên hộ kinh doanh (viết bằng chữ in hoa)'),
    businessAddress: text('Địa điểm kinh doanh'),
    businessPhone: phone('Điện thoại'),
    lines: longText('Ngành, nghề kinh doanh'),
    capital: count('Vốn kinh doanh (đồng)'),
    workers: count('Số lượng lao động', { maximum: 999 }),
    founder: choice('Chủ thể thành lập', year === 2019
      ? { person: 'Cá nhân', group: 'Nhóm cá nhân', family: 'Hộ gia đình' }
      : { person: 'Cá nhân', family: 'Các thành viên hộ gia đình' }),
    startDate: date('Ngày bắt đầu hoạt động'),
    taxRegistration: yesNo('Đồng thời đăng ký thuế hộ kinh doanh'),
  }, ['businessPhone', 'startDate', 'taxRegistration']));

export const constructionPermitForm = (): EForm => form('Đơn đề nghị cấp giấy phép xây dựng nhà ở riêng lẻ',
  group('Chủ đầu tư', {
    ownerName: text('Tên chủ đầu tư (chủ hộ)'),
    ownerAddress: text('Địa chỉ liên hệ'),
    ownerPhone: phone('Số điện thoại'),
  }, ['ownerPhone']),
  group('Công trình', {
    lot: text('Lô đất số, thửa, tờ bản đồ'),
    landArea: text('Diện tích đất (m²)', { pattern: '^\\d{1,6}([.,]\\d{1,2})?$', maxLength: 10 }),
    site: text('Địa điểm xây dựng (thôn, đường, xã)'),
    grade: choice('Cấp công trình', { III: 'Cấp III', IV: 'Cấp IV' }),
    firstFloorArea: text('Diện tích xây dựng tầng 1 (m²)', { pattern: '^\\d{1,6}([.,]\\d{1,2})?$', maxLength: 10 }),
    floorArea: text('Tổng diện tích sàn (m²)', { pattern: '^\\d{1,6}([.,]\\d{1,2})?$', maxLength: 10 }),
    height: text('Chiều cao công trình (m)', { pattern: '^\\d{1,3}([.,]\\d{1,2})?$', maxLength: 6 }),
    floors: count('Số tầng', { minimum: 1, maximum: 30 }),
  }),
  optionalGroup('Thiết kế và thời gian', {
    designer: text('Tổ chức, cá nhân thiết kế'),
    practiceNumber: text('Chứng chỉ hành nghề số', { maxLength: 50 }),
    months: count('Dự kiến thời gian hoàn thành (tháng)', { maximum: 120 }),
  }));

export const povertyReviewForm = (): EForm => form('Giấy đề nghị rà soát hộ nghèo, hộ cận nghèo',
  group('Hộ gia đình', {
    headName: text('Họ và tên chủ hộ'),
    headBirthDate: date('Ngày, tháng, năm sinh'),
    headIdentity: personalNumber('Số định danh cá nhân'),
    address: text('Nơi ở hiện tại'),
    members: longText('Thành viên hộ (họ tên, ngày sinh, quan hệ với chủ hộ, nghề nghiệp)'),
    request: choice('Đề nghị', { poor: 'Công nhận hộ nghèo', nearpoor: 'Công nhận hộ cận nghèo', leave: 'Công nhận thoát hộ nghèo, thoát hộ cận nghèo' }),
    reason: longText('Lý do (biến cố, rủi ro đột xuất trong năm)'),
  }));

export const criminalRecordForm = (): EForm => form('Tờ khai yêu cầu cấp Phiếu lý lịch tư pháp',
  group('Người yêu cầu', {
    personName: text('Họ và tên'),
    otherName: text('Tên gọi khác (nếu có)'),
    personBirthDate: date('Ngày, tháng, năm sinh'),
    personSex: sex(),
    birthPlace: text('Nơi sinh'),
    nationality: text('Quốc tịch', { maxLength: 50 }),
    ethnicity: text('Dân tộc', { maxLength: 50 }),
    permanentAddress: text('Nơi thường trú'),
    temporaryAddress: text('Nơi tạm trú'),
    identityNumber: text('Giấy chứng minh nhân dân hoặc hộ chiếu: số, ngày cấp, nơi cấp'),
    fatherName: text('Họ và tên cha'),
    motherName: text('Họ và tên mẹ'),
    spouseName: text('Họ và tên vợ hoặc chồng'),
  }, ['otherName', 'temporaryAddress', 'spouseName', 'fatherName', 'motherName']),
  group('Quá trình cư trú và yêu cầu', {
    history: longText('Quá trình cư trú từ khi đủ 14 tuổi (thời gian, nơi ở, nghề nghiệp, nơi làm việc)'),
    conviction: text('Phần khai về án tích, nội dung bị cấm (nếu có)'),
    kind: choice('Yêu cầu cấp Phiếu', { '1': 'Phiếu lý lịch tư pháp số 1', '2': 'Phiếu lý lịch tư pháp số 2' }),
    bans: yesNo('Yêu cầu xác nhận nội dung cấm đảm nhiệm chức vụ, thành lập, quản lý doanh nghiệp'),
    purpose: text('Mục đích yêu cầu cấp Phiếu'),
    copies: count('Số lượng Phiếu yêu cầu cấp', { minimum: 1, maximum: 10 }),
  }, ['conviction', 'bans']));
