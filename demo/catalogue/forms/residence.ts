// Residence: HK02 of 2014 for the world of 2019, CT01 for 2026.
import type { EForm } from '#core/procedure/procedure.ts';
import { choice, date, form, group, longText, optionalGroup, personalNumber, phone, sex, text } from '../make.ts';

export const residenceForm2019 = (): EForm => form('Phiếu báo thay đổi hộ khẩu, nhân khẩu',
  group('Người viết phiếu báo', {
    declarerName: text('Họ và tên người viết phiếu báo'),
    declarerRelation: text('Quan hệ với người có thay đổi', { maxLength: 80 }),
  }),
  group('Người có thay đổi', {
    personName: text('Họ và tên'),
    personBirthDate: date('Ngày, tháng, năm sinh'),
    personSex: sex(),
    personEthnicity: text('Dân tộc', { maxLength: 50 }),
    homeTown: text('Nguyên quán'),
    personIdentity: text('Chứng minh nhân dân hoặc hộ chiếu số', { maxLength: 20 }),
    occupation: text('Nghề nghiệp, nơi làm việc'),
    previousAddress: text('Nơi thường trú trước khi chuyển đến'),
    currentAddress: text('Chỗ ở hiện nay'),
  }, ['personIdentity', 'occupation']),
  group('Hộ', {
    headName: text('Họ và tên chủ hộ'),
    relationToHead: text('Quan hệ với chủ hộ', { maxLength: 80 }),
    bookNumber: text('Sổ hộ khẩu (hoặc sổ tạm trú) số', { maxLength: 30 }),
    change: longText('Nội dung thay đổi hộ khẩu, nhân khẩu'),
  }, ['bookNumber']),
  optionalGroup('Người cùng thay đổi', { others: longText('Họ tên, ngày sinh, giới tính, quan hệ của từng người') }));

export const residenceForm2026 = (): EForm => form('Tờ khai thay đổi thông tin cư trú (CT01)',
  group('Người kê khai', {
    personName: text('Họ, chữ đệm và tên'),
    personBirthDate: date('Ngày, tháng, năm sinh'),
    personSex: sex(),
    personNumber: personalNumber('Số định danh cá nhân'),
    personPhone: phone('Số điện thoại liên hệ'),
    personEmail: text('Email', { maxLength: 120 }),
  }, ['personPhone', 'personEmail']),
  group('Hộ', {
    headName: text('Họ, chữ đệm và tên chủ hộ'),
    relationToHead: text('Mối quan hệ với chủ hộ', { maxLength: 80 }),
    headNumber: personalNumber('Số định danh cá nhân của chủ hộ'),
  }),
  group('Nội dung đề nghị', {
    request: choice('Nội dung', {
      permanent: 'Đăng ký thường trú', temporary: 'Đăng ký tạm trú', extend: 'Gia hạn tạm trú', split: 'Tách hộ', other: 'Nội dung khác',
    }),
    address: text('Địa chỉ chỗ ở đề nghị đăng ký'),
    details: longText('Đề nghị cụ thể'),
    consent: choice('Ý kiến đồng ý của chủ hộ, chủ sở hữu chỗ ở hoặc cha, mẹ, người giám hộ', {
      written: 'Đã ghi và ký trong tờ khai', vneid: 'Đã xác nhận qua VNeID', separate: 'Có văn bản riêng', none: 'Không thuộc trường hợp cần ý kiến',
    }),
  }, ['details']),
  optionalGroup('Thành viên cùng thay đổi', { others: longText('Họ tên, ngày sinh, giới tính, số định danh, quan hệ với người kê khai của từng người') }));
