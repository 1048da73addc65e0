// What the Kỳ Bắc desk receives for the district and for two departments, November 2019.
// A code beginning with 9. is the demo's own placeholder: the code of 2019 was not found.
import type { Channel } from '#core/procedure/procedure.ts';
import { constructionPermitForm, criminalRecordForm, householdBusinessForm } from '../forms/welfare-and-work.ts';
import { birthForm, marriageForm } from '../forms/civil-status.ts';
import { calendarDays, caseOf, certified, charge, copied, fee, law, limitOn, original, outcome, procedure, sectionSteps, shown, workingDays } from '../make.ts';

const BOTH: readonly Channel[] = ['counter', 'post'];
const COUNTER: readonly Channel[] = ['counter'];
const PLACEHOLDER = 'Mã thủ tục năm 2019 chưa có nguồn; mã bắt đầu bằng 9. là mã tạm của bản mẫu.';
const PROVINCE_FEE = 'Mức lệ phí năm 2019 do Hội đồng nhân dân tỉnh Hà Tĩnh quyết định: chưa có nguồn.';
const CIVIL = [law('Luật Hộ tịch 60/2014/QH13'), law('Nghị định 123/2015/NĐ-CP'), law('Thông tư 15/2015/TT-BTP')];
const MERIT = [law('Pháp lệnh Ưu đãi người có công với cách mạng 26/2005/PL-UBTVQH11, sửa đổi 04/2012/UBTVQH13'), law('Nghị định 31/2013/NĐ-CP'), law('Thông tư 05/2013/TT-BLĐTBXH')];

export const DISTRICT_2019 = [
  procedure({
    code: '1.001612', validFrom: '2015-11-01', name: 'Đăng ký thành lập hộ kinh doanh', field: 'Thành lập và hoạt động của hộ kinh doanh', level: 'district', authority: 'Phòng Tài chính - Kế hoạch thuộc Ủy ban nhân dân cấp huyện',
    everydayNames: ['mở quán', 'mở cửa hàng', 'giấy phép kinh doanh', 'đăng ký kinh doanh hộ', 'mo quan tap hoa', 'giay phep kinh doanh'],
    cases: [
      caseOf('person', 'Cá nhân hoặc hộ gia đình', original('request', 'Giấy đề nghị đăng ký hộ kinh doanh'), copied('identity', 'Giấy chứng minh nhân dân, căn cước công dân hoặc hộ chiếu còn hiệu lực của chủ hộ')),
      caseOf('group', 'Nhóm cá nhân', original('request', 'Giấy đề nghị đăng ký hộ kinh doanh'), copied('identity', 'Giấy tờ tùy thân của các cá nhân tham gia'), copied('minutes', 'Biên bản họp nhóm cá nhân về việc thành lập hộ kinh doanh')),
    ],
    limits: limitOn(BOTH, workingDays(3)), fees: [charge('case', 'Lệ phí đăng ký hộ kinh doanh', { unit: 'lần', legalGround: 'Thông tư 250/2016/TT-BTC', note: 'Chưa rõ mức thu' })],
    outcomes: [outcome('certificate', 'Giấy chứng nhận đăng ký hộ kinh doanh')], legalGrounds: [law('Nghị định 78/2015/NĐ-CP', 'Đ.71'), law('Nghị định 108/2018/NĐ-CP'), law('Thông tư 20/2015/TT-BKHĐT'), law('Thông tư 02/2019/TT-BKHĐT')],
    steps: sectionSteps(14, 6, 2, 2), eForm: householdBusinessForm(2019), incomplete: [PROVINCE_FEE], source: 'NĐ 78/2015; sổ tra cứu của dự án',
  }),
  procedure({
    code: '9.000001', validFrom: '2016-08-15', name: 'Cấp giấy phép xây dựng nhà ở riêng lẻ', field: 'Hoạt động xây dựng', level: 'district', authority: 'Ủy ban nhân dân cấp huyện',
    everydayNames: ['xin phép xây nhà', 'giấy phép xây dựng', 'làm nhà', 'xay nha', 'xin giay phep xay nha'],
    cases: [caseOf('house', 'Nhà ở riêng lẻ', original('request', 'Đơn đề nghị cấp giấy phép xây dựng (theo mẫu)'), certified('land', 'Một trong những giấy tờ chứng minh quyền sử dụng đất'),
      original('drawings', 'Bản vẽ thiết kế xây dựng (mặt bằng, mặt đứng, mặt cắt, mặt bằng móng, sơ đồ đấu nối)', { count: 2, note: '02 bộ' }), original('pledge', 'Bản cam kết bảo đảm an toàn với công trình liền kề (nếu có)', { optional: true }))],
    limits: limitOn(BOTH, calendarDays(15), 'Nhà ở riêng lẻ: không quá 15 ngày'), fees: [charge('case', 'Lệ phí cấp giấy phép xây dựng', { unit: 'giấy phép', note: 'Chưa rõ mức thu' })],
    outcomes: [outcome('permit', 'Giấy phép xây dựng kèm hồ sơ thiết kế có đóng dấu')], legalGrounds: [law('Luật Xây dựng 50/2014/QH13', 'Đ.95, Đ.102'), law('Thông tư 15/2016/TT-BXD')],
    steps: sectionSteps(72, 24, 16, 4, 'Thẩm định hồ sơ, kiểm tra thực địa'), eForm: constructionPermitForm(), incomplete: [PLACEHOLDER, PROVINCE_FEE], source: 'Luật Xây dựng 2014, TT 15/2016 (đối chiếu trí nhớ)',
  }),
  procedure({
    code: '2.000528', validFrom: '2016-01-01', name: 'Đăng ký khai sinh có yếu tố nước ngoài', field: 'Hộ tịch', level: 'district', authority: 'Ủy ban nhân dân cấp huyện',
    everydayNames: ['khai sinh cho con với người nước ngoài', 'khai sinh con lai'],
    cases: [caseOf('birth', 'Trẻ em sinh tại Việt Nam', original('declaration', 'Tờ khai đăng ký khai sinh'), original('birth-paper', 'Giấy chứng sinh'), original('nationality', 'Văn bản thỏa thuận của cha, mẹ về quốc tịch cho con'), shown('identity', 'Giấy tờ tùy thân của cha, mẹ'))],
    limits: limitOn(BOTH, workingDays(1), 'Giải quyết ngay trong ngày; sau 15 giờ trả trong ngày làm việc tiếp theo'), fees: [charge('case', 'Lệ phí đăng ký khai sinh có yếu tố nước ngoài', { unit: 'trường hợp', note: 'Chưa rõ mức thu' })],
    outcomes: [outcome('birth-certificate', 'Giấy khai sinh')], legalGrounds: CIVIL, signsRegister: true, steps: sectionSteps(4, 2, 1, 1), eForm: birthForm(2019), incomplete: [PROVINCE_FEE], source: 'Luật Hộ tịch 2014 Đ.35, Đ.36',
  }),
  procedure({
    code: '2.000806', validFrom: '2016-01-01', name: 'Đăng ký kết hôn có yếu tố nước ngoài', field: 'Hộ tịch', level: 'district', authority: 'Ủy ban nhân dân cấp huyện',
    everydayNames: ['lấy chồng nước ngoài', 'kết hôn với người nước ngoài', 'lay chong dai loan', 'lay chong han quoc'],
    cases: [caseOf('marriage', 'Kết hôn có yếu tố nước ngoài', original('declaration', 'Tờ khai đăng ký kết hôn'), original('single', 'Giấy tờ chứng minh tình trạng hôn nhân của người nước ngoài, đã hợp pháp hóa lãnh sự'),
      original('medical', 'Giấy xác nhận của tổ chức y tế không mắc bệnh tâm thần'), original('marital-status', 'Giấy xác nhận tình trạng hôn nhân của công dân Việt Nam'), shown('identity', 'Giấy tờ tùy thân của hai bên'))],
    limits: limitOn(COUNTER, workingDays(15)), fees: [charge('case', 'Lệ phí đăng ký kết hôn có yếu tố nước ngoài', { unit: 'trường hợp', note: 'Chưa rõ mức thu' })],
    outcomes: [outcome('marriage-certificate', 'Giấy chứng nhận kết hôn')], legalGrounds: CIVIL, mustBePresent: true, signsRegister: true, steps: sectionSteps(80, 24, 12, 4), eForm: marriageForm(2019), incomplete: [PROVINCE_FEE], source: 'Luật Hộ tịch 2014 Đ.37, Đ.38; NĐ 123/2015 Đ.30, Đ.31',
  }),
];

export const PROVINCE_2019 = [
  procedure({
    code: '2.000488', validFrom: '2010-07-01', name: 'Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam', field: 'Lý lịch tư pháp', level: 'province', authority: 'Sở Tư pháp',
    everydayNames: ['lý lịch tư pháp', 'giấy đi xuất khẩu lao động', 'giấy không có án', 'làm lý lịch tư pháp đi nước ngoài', 'ly lich tu phap', 'di xuat khau lao dong'],
    cases: [
      caseOf('number-1', 'Phiếu số 1', original('declaration', 'Tờ khai yêu cầu cấp Phiếu lý lịch tư pháp (theo mẫu)'), certified('identity', 'Giấy chứng minh nhân dân hoặc hộ chiếu'), certified('book', 'Sổ hộ khẩu hoặc giấy chứng nhận thường trú, tạm trú'),
        original('authorisation', 'Văn bản ủy quyền có công chứng, chứng thực', { optional: true, note: 'Cha, mẹ, vợ, chồng, con nộp thay thì không cần' })),
      caseOf('number-2', 'Phiếu số 2 (không được ủy quyền)', original('declaration', 'Tờ khai yêu cầu cấp Phiếu lý lịch tư pháp (theo mẫu)'), certified('identity', 'Giấy chứng minh nhân dân hoặc hộ chiếu'), certified('book', 'Sổ hộ khẩu hoặc giấy chứng nhận thường trú, tạm trú')),
    ],
    limits: limitOn(BOTH, workingDays(10), 'Đã cư trú ở nhiều nơi hoặc ở nước ngoài: không quá 15 ngày'),
    fees: [fee('case', 'Phí cung cấp thông tin lý lịch tư pháp', { amount: 200000, unit: 'lần', legalGround: 'Thông tư 244/2016/TT-BTC', exemptions: ['Người thuộc hộ nghèo', 'Trẻ em', 'Người cao tuổi', 'Người khuyết tật'] }),
      fee('reduced', 'Phí cung cấp thông tin lý lịch tư pháp (học sinh, sinh viên, người có công, thân nhân liệt sĩ)', { amount: 100000, unit: 'lần', legalGround: 'Thông tư 244/2016/TT-BTC' })],
    outcomes: [outcome('record', 'Phiếu lý lịch tư pháp')], legalGrounds: [law('Luật Lý lịch tư pháp 28/2009/QH12', 'Đ.44–48'), law('Nghị định 111/2010/NĐ-CP'), law('Thông tư 16/2013/TT-BTP')],
    steps: sectionSteps(52, 16, 8, 4, 'Tra cứu, phối hợp xác minh với Công an, dự thảo Phiếu'), eForm: criminalRecordForm(),
    incomplete: ['Mã thủ tục và mức phí ghi theo trí nhớ, chưa đối chiếu.'], source: 'Luật Lý lịch tư pháp 2009 (đối chiếu trí nhớ)',
  }),
  procedure({
    code: '9.000002', validFrom: '2013-07-01', name: 'Giải quyết chế độ trợ cấp thờ cúng liệt sĩ', field: 'Người có công', level: 'province', authority: 'Sở Lao động - Thương binh và Xã hội',
    everydayNames: ['tiền thờ cúng liệt sĩ', 'chế độ thờ liệt sĩ', 'tho cung liet si'],
    cases: [caseOf('worship', 'Trợ cấp thờ cúng', original('request', 'Đơn đề nghị giải quyết chế độ trợ cấp thờ cúng liệt sĩ (Mẫu TC)'), original('authorisation', 'Giấy ủy quyền hoặc biên bản họp họ tộc có xác nhận của xã'), copied('decision', 'Hồ sơ liệt sĩ'))],
    limits: limitOn(BOTH, workingDays(20), 'Xã 05 ngày, Phòng 05 ngày, Sở 10 ngày (đối chiếu trí nhớ)'), outcomes: [outcome('decision', 'Quyết định trợ cấp thờ cúng liệt sĩ')],
    legalGrounds: MERIT, steps: sectionSteps(112, 24, 16, 8), incomplete: [PLACEHOLDER, 'Thời hạn chưa đối chiếu được với văn bản gốc.'], source: 'TT 05/2013/TT-BLĐTBXH (đối chiếu trí nhớ)',
  }),
  procedure({
    code: '9.000003', validFrom: '2013-07-01', name: 'Giải quyết chế độ mai táng phí, trợ cấp một lần khi người có công với cách mạng từ trần', field: 'Người có công', level: 'province', authority: 'Sở Lao động - Thương binh và Xã hội',
    everydayNames: ['mai táng phí người có công', 'thương binh chết', 'chế độ khi thương binh mất', 'tu tran'],
    cases: [caseOf('passed-away', 'Người có công từ trần', original('declaration', 'Bản khai của đại diện thân nhân (Mẫu TT1)'), copied('death', 'Giấy chứng tử'), copied('file', 'Hồ sơ của người có công đã từ trần'))],
    limits: limitOn(BOTH, workingDays(25), 'Xã 05 ngày, Phòng 10 ngày, Sở 10 ngày (đối chiếu trí nhớ)'), outcomes: [outcome('decision', 'Quyết định trợ cấp một lần và mai táng phí')],
    legalGrounds: MERIT, steps: sectionSteps(140, 32, 20, 8), incomplete: [PLACEHOLDER, 'Thời hạn chưa đối chiếu được với văn bản gốc.'], source: 'TT 05/2013/TT-BLĐTBXH (đối chiếu trí nhớ)',
  }),
  procedure({
    code: '9.000004', validFrom: '2013-07-01', name: 'Di chuyển hồ sơ người có công với cách mạng', field: 'Người có công', level: 'province', authority: 'Sở Lao động - Thương binh và Xã hội',
    everydayNames: ['chuyển hồ sơ thương binh', 'chuyen ho so nguoi co cong'],
    cases: [caseOf('move', 'Di chuyển hồ sơ', original('request', 'Đơn đề nghị di chuyển hồ sơ (theo mẫu)'), certified('book', 'Hộ khẩu tại nơi ở mới'))],
    limits: [], channels: BOTH, outcomes: [outcome('letter', 'Phiếu báo di chuyển hồ sơ người có công')],
    legalGrounds: MERIT, steps: sectionSteps(24, 8, 4, 4), incomplete: [PLACEHOLDER, 'Thời hạn giải quyết năm 2019 chưa có nguồn.'], source: 'TT 05/2013/TT-BLĐTBXH (đối chiếu trí nhớ)',
  }),
];
