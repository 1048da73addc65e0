// Social protection, poverty, household business, building, land and insurance in November 2026.
import type { Channel } from '#core/procedure/procedure.ts';
import { birthForm } from '../forms/civil-status.ts';
import { constructionPermitForm, householdBusinessForm, povertyReviewForm, socialAllowanceForm } from '../forms/welfare-and-work.ts';
import { type ProcedureRest, calendarDays, caseOf, certified, charge, copied, law, limitOn, original, outcome, procedure, sectionSteps, shown, workingDays } from '../make.ts';

const ALL: readonly Channel[] = ['counter', 'online', 'post'];
const DESK_OR_POST: readonly Channel[] = ['counter', 'post'];
const NOT_READ = 'Thành phần hồ sơ và thời hạn ghi theo trí nhớ: chưa đọc được từ Cổng quốc gia.';
const NO_LIMIT = 'Thời hạn giải quyết chưa có nguồn.';
const PROVINCE_FEE = 'Mức lệ phí do Hội đồng nhân dân tỉnh Hà Tĩnh quyết định: chưa có nguồn.';
const PORTAL = 'Cổng Dịch vụ công quốc gia giữa năm 2026; sổ tra cứu của dự án';
const MEMORY = 'Mã và tên từ nguồn công khai; nội dung theo trí nhớ';

const commune = (more: ProcedureRest<'validFrom' | 'level' | 'authority'>) => procedure({ validFrom: '2025-07-01', level: 'commune', authority: 'Ủy ban nhân dân cấp xã', ...more });
const protection = (more: ProcedureRest<'validFrom' | 'level' | 'authority' | 'field' | 'legalGrounds' | 'source'>) => commune({
  field: 'Bảo trợ xã hội', legalGrounds: [law('Nghị định 20/2021/NĐ-CP'), law('Nghị định 76/2024/NĐ-CP')], source: MEMORY, ...more,
});

export const WELFARE_AND_ECONOMY_2026 = [
  protection({
    code: '1.001776', name: 'Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hằng tháng, hỗ trợ kinh phí chăm sóc, nuôi dưỡng hằng tháng',
    everydayNames: ['trợ cấp người già', 'tiền trợ cấp xã hội', 'trợ cấp tàn tật', 'trợ cấp nuôi con một mình', 'tro cap nguoi gia'],
    cases: [
      caseOf('disabled', 'Người khuyết tật nặng, đặc biệt nặng', original('declaration', 'Tờ khai đề nghị trợ giúp xã hội (Mẫu số 1đ)'), shown('disability', 'Giấy xác nhận khuyết tật')),
      caseOf('child', 'Trẻ em không có nguồn nuôi dưỡng', original('declaration', 'Tờ khai đề nghị trợ giúp xã hội (Mẫu số 1a)'), shown('birth', 'Giấy khai sinh', { optional: true })),
      caseOf('single-parent', 'Người đơn thân nghèo đang nuôi con', original('declaration', 'Tờ khai đề nghị trợ giúp xã hội (Mẫu số 1c)')),
      caseOf('elderly', 'Người cao tuổi', original('declaration', 'Tờ khai đề nghị trợ giúp xã hội (Mẫu số 1d)')),
    ],
    limits: limitOn(ALL, workingDays(22), 'Theo NĐ 20/2021 (trí nhớ); có thể đã rút ngắn'), outcomes: [outcome('decision', 'Quyết định trợ cấp xã hội hằng tháng')], steps: sectionSteps(140, 20, 12, 4, 'Xét duyệt, niêm yết, dự thảo quyết định'), eForm: socialAllowanceForm(2026), incomplete: [NOT_READ],
  }),
  protection({
    code: '1.014027', name: 'Thực hiện, điều chỉnh, thôi hưởng trợ cấp hưu trí xã hội', everydayNames: ['trợ cấp 75 tuổi', 'trợ cấp hưu trí xã hội', 'tiền người già 75 tuổi', 'tro cap 75 tuoi'],
    cases: [caseOf('pension', 'Người từ đủ 75 tuổi không hưởng lương hưu', original('request', 'Văn bản đề nghị hưởng trợ cấp hưu trí xã hội'))],
    limits: limitOn(ALL, workingDays(10)), outcomes: [outcome('decision', 'Quyết định hưởng trợ cấp hưu trí xã hội')], steps: sectionSteps(60, 10, 6, 4), legalGrounds: [law('Luật Bảo hiểm xã hội 41/2024/QH15'), law('Nghị định 176/2025/NĐ-CP')], incomplete: [NOT_READ],
  }),
  protection({
    code: '1.001731', name: 'Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội', everydayNames: ['tiền mai táng', 'mai táng phí', 'mai tang phi'],
    cases: [caseOf('funeral', 'Hỗ trợ mai táng', original('declaration', 'Tờ khai đề nghị hỗ trợ chi phí mai táng'), copied('death', 'Trích lục khai tử', { optional: true }))],
    limits: [], channels: ALL, outcomes: [outcome('decision', 'Quyết định hỗ trợ chi phí mai táng')], steps: sectionSteps(12, 4, 2, 2), incomplete: [NOT_READ, NO_LIMIT],
  }),
  protection({
    code: '1.014028', name: 'Hỗ trợ chi phí mai táng đối với đối tượng hưởng trợ cấp hưu trí xã hội', everydayNames: ['mai táng người hưởng hưu trí xã hội', 'tiền mai táng cụ 75 tuổi'],
    cases: [caseOf('funeral', 'Hỗ trợ mai táng', original('declaration', 'Tờ khai đề nghị hỗ trợ chi phí mai táng'), copied('death', 'Trích lục khai tử', { optional: true }))],
    limits: [], channels: ALL, outcomes: [outcome('decision', 'Quyết định hỗ trợ chi phí mai táng')], steps: sectionSteps(12, 4, 2, 2), incomplete: [NOT_READ, NO_LIMIT],
  }),
  protection({
    code: '1.001699', name: 'Xác định, xác định lại mức độ khuyết tật và cấp Giấy xác nhận khuyết tật', everydayNames: ['giấy khuyết tật', 'xác nhận khuyết tật', 'giấy tàn tật', 'giay khuyet tat'],
    cases: [caseOf('assess', 'Xác định mức độ khuyết tật', original('request', 'Đơn đề nghị (theo mẫu)'), copied('medical', 'Giấy tờ y tế chứng minh về khuyết tật (nếu có)', { optional: true }))],
    limits: limitOn(ALL, calendarDays(25), 'Nguồn ghi 25 đến 30 ngày'), outcomes: [outcome('disability', 'Giấy xác nhận khuyết tật')], steps: sectionSteps(120, 16, 8, 4, 'Hội đồng xác định mức độ khuyết tật họp, kết luận'), legalGrounds: [law('Luật Người khuyết tật 51/2010/QH12'), law('Thông tư 01/2019/TT-BLĐTBXH')], incomplete: [NOT_READ, 'Thời hạn 25 hay 30 ngày chưa xác định được.'],
  }),
  commune({
    code: '1.011607', name: 'Công nhận hộ nghèo, hộ cận nghèo thường xuyên hằng năm', field: 'Giảm nghèo', everydayNames: ['làm hộ nghèo', 'xin hộ nghèo', 'hộ cận nghèo', 'ho ngheo'],
    cases: [caseOf('review', 'Đề nghị rà soát', original('request', 'Giấy đề nghị rà soát hộ nghèo, hộ cận nghèo (Mẫu số 01, Quyết định 24/2021/QĐ-TTg)'))],
    limits: limitOn(DESK_OR_POST, calendarDays(15)), outcomes: [outcome('decision', 'Quyết định công nhận hộ nghèo, hộ cận nghèo', 'KQ.G10.001158')], legalGrounds: [law('Quyết định 24/2021/QĐ-TTg'), law('Quyết định 967/QĐ-BNNMT')],
    steps: sectionSteps(56, 12, 8, 4, 'Rà soát, họp thôn, niêm yết'), eForm: povertyReviewForm(), source: PORTAL,
  }),
  commune({
    code: '1.001612', name: 'Đăng ký thành lập hộ kinh doanh', field: 'Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)', everydayNames: ['mở quán', 'mở cửa hàng', 'giấy phép kinh doanh', 'đăng ký kinh doanh hộ', 'mo quan tap hoa', 'giay phep kinh doanh'],
    cases: [
      caseOf('person', 'Cá nhân thành lập', original('request', 'Giấy đề nghị đăng ký hộ kinh doanh'), copied('identity', 'Bản sao thẻ căn cước của chủ hộ', { optional: true, note: 'Chỉ khi chưa có tài khoản định danh điện tử' }), copied('authorisation', 'Văn bản ủy quyền thực hiện thủ tục', { optional: true })),
      caseOf('family', 'Các thành viên hộ gia đình thành lập', original('request', 'Giấy đề nghị đăng ký hộ kinh doanh'), certified('mandate', 'Văn bản ủy quyền của thành viên hộ gia đình cho một thành viên làm chủ hộ kinh doanh'), copied('identity', 'Bản sao thẻ căn cước của các thành viên', { optional: true })),
    ],
    limits: limitOn(ALL, workingDays(3)),
    fees: [charge('direct', 'Lệ phí đăng ký hộ kinh doanh', { amount: 50000, unit: 'lần', channel: 'counter', note: 'Mức ghi trên Cổng quốc gia; Hội đồng nhân dân tỉnh quyết định' }), charge('post', 'Lệ phí đăng ký hộ kinh doanh', { amount: 150000, unit: 'lần', channel: 'post', note: 'Mức ghi trên Cổng quốc gia; Hội đồng nhân dân tỉnh quyết định' }), charge('online', 'Lệ phí đăng ký hộ kinh doanh', { amount: 150000, unit: 'lần', channel: 'online', note: 'Mức ghi trên Cổng quốc gia; Hội đồng nhân dân tỉnh quyết định' })],
    outcomes: [outcome('certificate', 'Giấy chứng nhận đăng ký hộ kinh doanh', 'KQ.G12.001041')], legalGrounds: [law('Nghị định 168/2025/NĐ-CP'), law('Thông tư 85/2019/TT-BTC'), law('Quyết định 2353/QĐ-BTC')],
    steps: sectionSteps(14, 4, 2, 2), eForm: householdBusinessForm(2026), source: PORTAL, incomplete: [PROVINCE_FEE, 'Cổng quốc gia không ghi thời hạn; 03 ngày làm việc theo sổ tra cứu của dự án.'],
  }),
  commune({
    code: '1.013225', name: 'Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV và nhà ở riêng lẻ', field: 'Hoạt động xây dựng', everydayNames: ['xin phép xây nhà', 'giấy phép xây dựng', 'làm nhà', 'xay nha', 'xin giay phep xay nha'],
    cases: [caseOf('house', 'Nhà ở riêng lẻ', original('request', 'Đơn đề nghị cấp giấy phép xây dựng (Mẫu số 1 Phụ lục II Nghị định 175/2024/NĐ-CP)'), copied('land', 'Một trong những giấy tờ hợp pháp về đất đai', { note: 'Đã có trong Cơ sở dữ liệu quốc gia về đất đai thì không phải nộp' }), original('drawings', 'Bản vẽ thiết kế xây dựng', { count: 2, note: '02 bộ' }))],
    limits: [...limitOn(['counter'], calendarDays(15)), ...limitOn(['online', 'post'], calendarDays(20))], fees: [charge('case', 'Lệ phí cấp giấy phép xây dựng', { unit: 'giấy phép', note: 'Chưa rõ mức thu' })],
    outcomes: [outcome('permit', 'Giấy phép xây dựng kèm hồ sơ thiết kế có đóng dấu', 'KQ.G17.000311')], legalGrounds: [law('Luật Xây dựng 50/2014/QH13 (sửa đổi 2020)'), law('Nghị định 175/2024/NĐ-CP'), law('Quyết định 56/QĐ-BXD')],
    steps: sectionSteps(60, 12, 8, 4, 'Thẩm định hồ sơ, kiểm tra thực địa'), eForm: constructionPermitForm(), source: PORTAL, incomplete: [PROVINCE_FEE],
  }),
  commune({
    code: '1.012812', name: 'Hòa giải tranh chấp đất đai', field: 'Đất đai', everydayNames: ['tranh chấp đất', 'lấn đất', 'kiện đất', 'hoa giai dat dai'],
    cases: [caseOf('mediate', 'Đề nghị hòa giải', original('request', 'Đơn yêu cầu hòa giải tranh chấp đất đai'), copied('papers', 'Giấy tờ có liên quan đến việc sử dụng đất'))],
    limits: [...limitOn(['counter'], calendarDays(40)), ...limitOn(['post'], calendarDays(30))], outcomes: [outcome('minutes', 'Biên bản hòa giải')], legalGrounds: [law('Luật Đất đai 31/2024/QH15'), law('Quyết định 2304/QĐ-BNNMT')],
    steps: sectionSteps(160, 24, 8, 4, 'Thẩm tra, xác minh, họp Hội đồng hòa giải'), source: PORTAL, incomplete: ['Cổng quốc gia ghi thời hạn khác nhau giữa các kênh (30 và 40 ngày): cần xác nhận.'],
  }),
  commune({
    code: '1.013978', name: 'Đăng ký đất đai, cấp Giấy chứng nhận quyền sử dụng đất lần đầu đối với hộ gia đình, cá nhân', field: 'Đất đai', everydayNames: ['làm sổ đỏ', 'làm bìa đỏ', 'cấp sổ đỏ lần đầu', 'lam so do', 'bia dat'],
    cases: [caseOf('first', 'Hộ gia đình, cá nhân đang sử dụng đất', original('request', 'Đơn đăng ký đất đai, tài sản gắn liền với đất'), copied('rights', 'Một trong các loại giấy tờ về quyền sử dụng đất (nếu có)', { optional: true }), copied('survey', 'Mảnh trích đo bản đồ địa chính thửa đất (nếu có)', { optional: true }), copied('duty', 'Chứng từ thực hiện nghĩa vụ tài chính, miễn, giảm (nếu có)', { optional: true }))],
    limits: [...limitOn(['counter'], workingDays(27)), ...limitOn(['online'], workingDays(17)), ...limitOn(['post'], workingDays(20))],
    fees: [charge('case', 'Lệ phí cấp Giấy chứng nhận', { unit: 'giấy', note: 'Chưa rõ mức thu' })], outcomes: [outcome('notice', 'Thông báo xác nhận kết quả đăng ký đất đai', 'KQ.G10.000921'), outcome('certificate', 'Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất', 'KQ.G10.001148')],
    legalGrounds: [law('Luật Đất đai 31/2024/QH15')], steps: sectionSteps(150, 24, 16, 8, 'Kiểm tra hiện trạng, niêm yết, chuyển thông tin thuế'), source: PORTAL, incomplete: [PROVINCE_FEE, 'Thời hạn khác nhau giữa các kênh trong nguồn: cần xác nhận.'],
  }),
  procedure({
    code: '2.000986', validFrom: '2026-09-01', name: 'Liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi', field: 'Hộ tịch', level: 'commune', authority: 'Ủy ban nhân dân cấp xã, Công an cấp xã, Bảo hiểm xã hội',
    everydayNames: ['khai sinh nhập khẩu bảo hiểm cho con', 'làm ba thứ giấy cho con', 'khai sinh liên thông', 'khai sinh lien thong'],
    cases: [caseOf('linked', 'Hỗ trợ nộp hồ sơ liên thông', original('declaration', 'Tờ khai đăng ký khai sinh, khai trên Cổng Dịch vụ công quốc gia'), original('birth-paper', 'Giấy chứng sinh', { note: 'Đã có bản điện tử ký số thì không phải nộp bản giấy' }))],
    limits: limitOn(['counter', 'online'], { kind: 'clock-hours', hours: 24 }, 'Phần khai sinh: 24 giờ kể từ khi nhận đủ hồ sơ (NĐ 301/2026)'), outcomes: [outcome('birth-certificate', 'Giấy khai sinh'), outcome('residence', 'Thông báo kết quả đăng ký thường trú'), outcome('health-card', 'Thẻ bảo hiểm y tế')],
    legalGrounds: [law('Nghị định 63/2024/NĐ-CP'), law('Nghị định 301/2026/NĐ-CP')], numberSource: 'theirs', signsRegister: true, steps: sectionSteps(4, 1, 1, 1), eForm: birthForm(2026), source: 'NĐ 63/2024 sửa đổi bởi NĐ 301/2026; sổ tra cứu của dự án',
    incomplete: ['Thời hạn của phần cư trú và bảo hiểm y tế chưa có nguồn sau NĐ 301/2026.'],
  }),
  procedure({
    code: '1.002759', validFrom: '2025-07-01', name: 'Cấp lại, đổi, điều chỉnh thông tin trên sổ BHXH, thẻ BHYT', field: 'Cấp sổ BHXH, thẻ BHYT', level: 'province', authority: 'Bảo hiểm xã hội tỉnh',
    everydayNames: ['mất thẻ bảo hiểm y tế', 'đổi thẻ bảo hiểm', 'mất sổ bảo hiểm', 'mat so bao hiem'],
    cases: [caseOf('card', 'Cấp lại, đổi', original('tk1', 'Tờ khai tham gia, điều chỉnh thông tin bảo hiểm xã hội, bảo hiểm y tế (Mẫu TK1-TS)'))],
    limits: limitOn(ALL, calendarDays(45), 'Mức tối đa ghi trên Cổng quốc gia'), outcomes: [outcome('book', 'Sổ BHXH', 'KQ.G24.000002'), outcome('card', 'Thẻ BHYT', 'KQ.G24.000004')], legalGrounds: [law('Quyết định 1474/QĐ-BTC')],
    steps: sectionSteps(80, 16, 8, 4), source: PORTAL, incomplete: ['Thành phần hồ sơ trên Cổng quốc gia để trống; mẫu TK1-TS theo trí nhớ.'],
  }),
];
