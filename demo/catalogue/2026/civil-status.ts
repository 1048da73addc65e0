// Hộ tịch at the commune in November 2026, as the national portal lists it (163/QĐ-BTP) and the province charges.
import type { Channel } from '#core/procedure/procedure.ts';
import { birthForm, correctionForm, deathForm, extractForm, maritalStatusForm, marriageForm } from '../forms/civil-status.ts';
import {
  type ProcedureRest, caseOf, certified, charge, fee, law, limitOn, original, outcome, procedure, sameDay, sectionSteps, shown, toVerify, workingDays,
} from '../make.ts';

const ALL: readonly Channel[] = ['counter', 'online', 'post'];
const IN_PERSON: readonly Channel[] = ['counter', 'online'];
const AFTER_15 = 'Tiếp nhận sau 15 giờ mà không giải quyết được ngay thì trả trong ngày làm việc tiếp theo';
const POST_COPIES = 'Gửi qua bưu chính thì kèm bản sao có chứng thực của giấy tờ phải xuất trình';
const COUNCIL = 'Nghị quyết 253/2020/NQ-HĐND tỉnh Hà Tĩnh';
const COUNCIL_GAP = 'Mức lệ phí theo Nghị quyết 253/2020/NQ-HĐND tỉnh Hà Tĩnh: hiệu lực năm 2026 cần xác nhận.';
const EXEMPT = ['Người thuộc gia đình có công với cách mạng', 'Người thuộc hộ nghèo', 'Người khuyết tật'];
const GROUNDS = [law('Luật Hộ tịch 60/2014/QH13'), law('Nghị định 123/2015/NĐ-CP'), law('Nghị định 104/2022/NĐ-CP'), law('Quyết định 163/QĐ-BTP')];

const IDENTITY = shown('identity', 'Thẻ căn cước, căn cước công dân, căn cước điện tử, hộ chiếu hoặc giấy tờ khác có dán ảnh còn giá trị sử dụng', { note: POST_COPIES });
const RESIDENCE = shown('residence', 'Giấy tờ chứng minh nơi cư trú', { optional: true, note: 'Chỉ khi không khai thác được dữ liệu cư trú' });
const AUTHORISATION = original('authorisation', 'Văn bản ủy quyền có chứng thực', { optional: true, note: 'Chỉ khi ủy quyền; ông, bà, cha, mẹ, con, vợ, chồng, anh, chị, em ruột thì không phải chứng thực' });
const DECLARATION = (name: string) => original('declaration', name, { note: 'Nộp trực tuyến thì khai Biểu mẫu điện tử tương tác' });
const council = (feeId: string, name: string, amount: number) => charge(feeId, name, { amount, unit: 'trường hợp', legalGround: COUNCIL, exemptions: EXEMPT });
const COPY_FEE = fee('copy', 'Phí cấp bản sao trích lục hộ tịch', { amount: 8000, unit: 'bản', legalGround: 'Thông tư 281/2016/TT-BTC', exemptions: EXEMPT });

const SAME_DAY_STEPS = sectionSteps(2, 0.5, 0.5, 0.5, 'Kiểm tra dữ liệu, ghi Sổ hộ tịch, dự thảo kết quả');
const THREE_DAY_STEPS = sectionSteps(16, 4, 2, 2, 'Kiểm tra, xác minh, dự thảo kết quả');
const FIVE_DAY_STEPS = sectionSteps(28, 6, 4, 2, 'Kiểm tra, xác minh, dự thảo kết quả');

const civil = (more: ProcedureRest<'validFrom' | 'field' | 'level' | 'authority' | 'legalGrounds' | 'source'>) => procedure({
  validFrom: '2025-07-01', field: 'Hộ tịch', level: 'commune', authority: 'Ủy ban nhân dân cấp xã', legalGrounds: GROUNDS, signsRegister: true,
  source: 'Cổng Dịch vụ công quốc gia giữa năm 2026 (163/QĐ-BTP); sổ tra cứu của dự án', ...more,
});

export const CIVIL_STATUS_2026 = [
  civil({
    code: '1.001193', name: 'Đăng ký khai sinh',
    everydayNames: ['làm giấy khai sinh', 'làm khai sinh cho cháu', 'làm giấy khai sinh cho con', 'khai sinh muộn', 'lam giay khai sinh cho chau', 'lam khai sinh'],
    cases: [
      caseOf('birth-paper', 'Có Giấy chứng sinh', DECLARATION('Tờ khai đăng ký khai sinh'), original('birth-paper', 'Giấy chứng sinh', { note: 'Đã có bản điện tử ký số thì không phải nộp bản giấy' }), IDENTITY, RESIDENCE, AUTHORISATION),
      caseOf('no-birth-paper', 'Không có Giấy chứng sinh', DECLARATION('Tờ khai đăng ký khai sinh'), original('witness', 'Văn bản của người làm chứng xác nhận về việc sinh; không có người làm chứng thì giấy cam đoan về việc sinh'), IDENTITY, RESIDENCE, AUTHORISATION),
      caseOf('abandoned', 'Trẻ em bị bỏ rơi', DECLARATION('Tờ khai đăng ký khai sinh'), original('minutes', 'Biên bản về việc trẻ bị bỏ rơi do cơ quan có thẩm quyền lập'), IDENTITY),
      caseOf('surrogacy', 'Trẻ em sinh ra do mang thai hộ', DECLARATION('Tờ khai đăng ký khai sinh'), original('birth-paper', 'Giấy chứng sinh'), original('clinic', 'Văn bản xác nhận của cơ sở y tế đã thực hiện kỹ thuật hỗ trợ sinh sản'), IDENTITY, RESIDENCE),
    ],
    limits: limitOn(ALL, sameDay, AFTER_15),
    fees: [charge('on-time', 'Lệ phí đăng ký khai sinh đúng hạn', { amount: 0, unit: 'trường hợp' }), council('late', 'Lệ phí đăng ký khai sinh không đúng hạn', 10000)],
    outcomes: [outcome('birth-certificate', 'Giấy khai sinh', 'KQ.G15.000031')], steps: SAME_DAY_STEPS, eForm: birthForm(2026), incomplete: [COUNCIL_GAP],
  }),
  civil({
    code: '1.000656', name: 'Đăng ký khai tử',
    everydayNames: ['làm giấy chứng tử', 'báo tử', 'khai tử cho ông', 'khai tử cho bà', 'trích lục khai tử', 'lam giay chung tu'],
    cases: [
      caseOf('notice', 'Có Giấy báo tử hoặc giấy tờ thay thế', DECLARATION('Tờ khai đăng ký khai tử'), original('death-notice', 'Giấy báo tử hoặc giấy tờ thay Giấy báo tử', { note: 'Đã có bản điện tử ký số thì không phải nộp bản giấy' }), IDENTITY, shown('last-residence', 'Giấy tờ chứng minh nơi cư trú cuối cùng của người chết', { optional: true, note: 'Chỉ khi không khai thác được dữ liệu cư trú' }), AUTHORISATION),
      caseOf('long-ago', 'Người chết đã lâu, không có Giấy báo tử', DECLARATION('Tờ khai đăng ký khai tử'), original('evidence', 'Giấy tờ, tài liệu, chứng cứ chứng minh sự kiện chết'), IDENTITY, AUTHORISATION),
    ],
    limits: limitOn(ALL, sameDay, AFTER_15),
    fees: [charge('on-time', 'Lệ phí đăng ký khai tử đúng hạn', { amount: 0, unit: 'trường hợp' }), council('late', 'Lệ phí đăng ký khai tử không đúng hạn', 10000)],
    outcomes: [outcome('death-extract', 'Trích lục khai tử', 'KQ.G15.000034')], steps: SAME_DAY_STEPS, eForm: deathForm(2026), incomplete: [COUNCIL_GAP],
  }),
  civil({
    code: '1.000894', name: 'Đăng ký kết hôn',
    everydayNames: ['đăng ký kết hôn', 'làm giấy kết hôn', 'giấy hôn thú', 'cưới vợ', 'lấy chồng', 'lam giay ket hon'],
    cases: [caseOf('marriage', 'Hai bên cư trú trong nước', DECLARATION('Tờ khai đăng ký kết hôn (hai bên có thể khai chung)'), shown('identity', 'Giấy tờ tùy thân của hai bên nam, nữ'), RESIDENCE)],
    limits: limitOn(IN_PERSON, sameDay, `${AFTER_15}; cần xác minh thì không quá 05 ngày làm việc`),
    fees: [charge('domestic', 'Lệ phí đăng ký kết hôn của công dân cư trú trong nước', { amount: 0, unit: 'trường hợp' })],
    outcomes: [outcome('marriage-certificate', 'Giấy chứng nhận kết hôn', 'KQ.G15.000032')], mustBePresent: true, steps: SAME_DAY_STEPS, eForm: marriageForm(2026),
    incomplete: ['Cổng quốc gia ghi nhận cả kênh bưu chính, trái với yêu cầu hai bên có mặt: không áp dụng.'],
  }),
  civil({
    code: '1.004873', name: 'Cấp Giấy xác nhận tình trạng hôn nhân', signsRegister: false,
    everydayNames: ['giấy độc thân', 'xác nhận độc thân', 'giấy xác nhận chưa kết hôn', 'xác nhận tình trạng hôn nhân', 'giay doc than'],
    cases: [
      caseOf('first', 'Cấp lần đầu', DECLARATION('Tờ khai cấp Giấy xác nhận tình trạng hôn nhân'), IDENTITY, RESIDENCE, AUTHORISATION),
      caseOf('again', 'Cấp lại do hết thời hạn hoặc dùng vào mục đích khác', DECLARATION('Tờ khai cấp Giấy xác nhận tình trạng hôn nhân'), original('old-paper', 'Giấy xác nhận tình trạng hôn nhân đã được cấp trước đó'), IDENTITY, RESIDENCE, AUTHORISATION),
    ],
    limits: limitOn(ALL, workingDays(3)), fees: [council('case', 'Lệ phí cấp Giấy xác nhận tình trạng hôn nhân', 10000)],
    outcomes: [outcome('marital-status', 'Giấy xác nhận tình trạng hôn nhân', 'KQ.G15.000038')], steps: THREE_DAY_STEPS, eForm: maritalStatusForm(2026), incomplete: [COUNCIL_GAP, 'Cổng quốc gia ghi “3” không có đơn vị: hiểu là ngày làm việc.'],
  }),
  civil({
    code: '1.001022', name: 'Đăng ký nhận cha, mẹ, con', everydayNames: ['nhận con', 'nhận cha', 'nhận con ngoài giá thú', 'cha nhận con'],
    cases: [caseOf('recognise', 'Nhận cha, mẹ, con', DECLARATION('Tờ khai đăng ký nhận cha, mẹ, con'), original('proof', 'Văn bản xác nhận quan hệ của cơ quan y tế, giám định; nếu không có thì văn bản cam đoan và ít nhất hai người làm chứng'), IDENTITY)],
    limits: limitOn(IN_PERSON, workingDays(3)), fees: [council('case', 'Lệ phí đăng ký nhận cha, mẹ, con', 20000)],
    outcomes: [outcome('recognition', 'Trích lục đăng ký nhận cha, mẹ, con', 'KQ.G15.000033')], mustBePresent: true, extensions: toVerify(5, 'Đ.25.2'), steps: THREE_DAY_STEPS, incomplete: [COUNCIL_GAP],
  }),
  civil({
    code: '1.000689', name: 'Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con', everydayNames: ['khai sinh và nhận con', 'khai sinh cho con chưa cưới', 'khai sinh ket hop nhan cha'],
    cases: [caseOf('both', 'Khai sinh và nhận cha, mẹ, con', DECLARATION('Tờ khai đăng ký khai sinh'), original('recognition', 'Tờ khai đăng ký nhận cha, mẹ, con'), original('birth-paper', 'Giấy chứng sinh hoặc giấy tờ thay thế'), original('proof', 'Văn bản xác nhận quan hệ; nếu không có thì văn bản cam đoan và ít nhất hai người làm chứng'), IDENTITY, RESIDENCE)],
    limits: limitOn(IN_PERSON, workingDays(3)), fees: [council('case', 'Lệ phí đăng ký nhận cha, mẹ, con', 20000)],
    outcomes: [outcome('birth-certificate', 'Giấy khai sinh', 'KQ.G15.000031'), outcome('recognition', 'Trích lục đăng ký nhận cha, mẹ, con', 'KQ.G15.000033')], mustBePresent: true, steps: THREE_DAY_STEPS, eForm: birthForm(2026), incomplete: [COUNCIL_GAP],
  }),
  civil({
    code: '1.004837', name: 'Đăng ký giám hộ', everydayNames: ['giám hộ cho cháu', 'nhận làm giám hộ', 'giam ho'],
    cases: [
      caseOf('appointed', 'Giám hộ cử', DECLARATION('Tờ khai đăng ký giám hộ'), original('appointment', 'Văn bản cử người giám hộ'), IDENTITY, RESIDENCE, AUTHORISATION),
      caseOf('natural', 'Giám hộ đương nhiên', DECLARATION('Tờ khai đăng ký giám hộ'), original('conditions', 'Giấy tờ chứng minh điều kiện giám hộ đương nhiên'), IDENTITY, RESIDENCE, AUTHORISATION),
    ],
    limits: limitOn(ALL, workingDays(3)), fees: [charge('case', 'Lệ phí đăng ký giám hộ', { amount: 0, unit: 'trường hợp' })],
    outcomes: [outcome('guardianship', 'Trích lục đăng ký giám hộ', 'KQ.G15.000035')], steps: THREE_DAY_STEPS,
  }),
  civil({
    code: '1.004859', name: 'Thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc',
    everydayNames: ['sửa giấy khai sinh', 'cải chính giấy khai sinh', 'đổi tên cho con', 'sai ngày sinh', 'sua khai sinh', 'sai ten trong khai sinh'],
    cases: [caseOf('change', 'Thay đổi, cải chính, bổ sung', DECLARATION('Tờ khai đăng ký thay đổi, cải chính, bổ sung thông tin hộ tịch'), original('ground', 'Giấy tờ làm căn cứ thay đổi, cải chính, bổ sung'), IDENTITY, RESIDENCE, AUTHORISATION)],
    limits: limitOn(ALL, workingDays(3), 'Bổ sung thông tin: giải quyết ngay trong ngày'),
    fees: [council('under-14', 'Lệ phí cải chính hộ tịch cho người dưới 14 tuổi', 10000), charge('over-14', 'Lệ phí thay đổi, cải chính cho người từ đủ 14 tuổi', { unit: 'trường hợp', note: 'Chưa rõ mức thu', exemptions: EXEMPT })],
    outcomes: [outcome('correction', 'Trích lục thay đổi, cải chính, bổ sung thông tin hộ tịch', 'KQ.G15.000037')], extensions: toVerify(3, 'Đ.28.2'), steps: THREE_DAY_STEPS, eForm: correctionForm(),
    incomplete: [COUNCIL_GAP, 'Mức lệ phí cho người từ đủ 14 tuổi chưa có nguồn.', 'Cổng quốc gia ghi “1” không có đơn vị; thời hạn 03 ngày làm việc theo trí nhớ.'],
  }),
  civil({
    code: '1.004884', name: 'Đăng ký lại khai sinh', everydayNames: ['mất giấy khai sinh', 'làm lại giấy khai sinh', 'mat khai sinh'],
    cases: [caseOf('again', 'Đăng ký lại khai sinh', DECLARATION('Tờ khai đăng ký lại khai sinh, có cam đoan'), certified('old-copies', 'Bản sao Giấy khai sinh hoặc giấy tờ do cơ quan có thẩm quyền cấp có thông tin khai sinh'),
      original('unit-letter', 'Văn bản xác nhận của thủ trưởng cơ quan (cán bộ, công chức, viên chức, lực lượng vũ trang)', { optional: true }), IDENTITY, RESIDENCE, AUTHORISATION)],
    limits: limitOn(ALL, workingDays(5)), fees: [council('case', 'Lệ phí đăng ký lại khai sinh', 10000)],
    outcomes: [outcome('birth-certificate', 'Giấy khai sinh', 'KQ.G15.000031')], steps: FIVE_DAY_STEPS, eForm: birthForm(2026), incomplete: [COUNCIL_GAP],
  }),
  civil({
    code: '1.004772', name: 'Đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân', everydayNames: ['lớn tuổi chưa có khai sinh', 'khai sinh cho người già'],
    cases: [caseOf('adult', 'Người đã có giấy tờ cá nhân', DECLARATION('Tờ khai đăng ký khai sinh'), original('pledge', 'Văn bản cam đoan về việc chưa được đăng ký khai sinh'), certified('papers', 'Bản sao toàn bộ hồ sơ, giấy tờ cá nhân có thông tin khai sinh'), IDENTITY, RESIDENCE, AUTHORISATION)],
    limits: limitOn(ALL, workingDays(5)), fees: [council('case', 'Lệ phí đăng ký khai sinh không đúng hạn', 10000)],
    outcomes: [outcome('birth-certificate', 'Giấy khai sinh', 'KQ.G15.000031')], steps: FIVE_DAY_STEPS, eForm: birthForm(2026), incomplete: [COUNCIL_GAP],
  }),
  civil({
    code: '1.004746', name: 'Đăng ký lại kết hôn', everydayNames: ['mất giấy kết hôn', 'làm lại giấy kết hôn'],
    cases: [caseOf('again', 'Đăng ký lại kết hôn', DECLARATION('Tờ khai đăng ký lại kết hôn'), certified('old-copy', 'Bản sao Giấy chứng nhận kết hôn đã cấp hoặc giấy tờ có thông tin về việc kết hôn'), IDENTITY, RESIDENCE)],
    limits: limitOn(IN_PERSON, workingDays(5)), fees: [council('case', 'Lệ phí đăng ký lại kết hôn', 10000)],
    outcomes: [outcome('marriage-certificate', 'Giấy chứng nhận kết hôn', 'KQ.G15.000032')], mustBePresent: true, steps: FIVE_DAY_STEPS, eForm: marriageForm(2026), incomplete: [COUNCIL_GAP],
  }),
  civil({
    code: '1.005461', name: 'Đăng ký lại khai tử', everydayNames: ['mất giấy chứng tử', 'làm lại giấy chứng tử'],
    cases: [caseOf('again', 'Đăng ký lại khai tử', DECLARATION('Tờ khai đăng ký lại khai tử'), certified('old-copy', 'Bản sao Giấy chứng tử trước đây hoặc giấy tờ có nội dung chứng minh sự kiện chết'), IDENTITY, RESIDENCE, AUTHORISATION)],
    limits: limitOn(ALL, workingDays(5)), fees: [council('case', 'Lệ phí đăng ký lại khai tử', 10000)],
    outcomes: [outcome('death-extract', 'Trích lục khai tử', 'KQ.G15.000034')], steps: FIVE_DAY_STEPS, eForm: deathForm(2026), incomplete: [COUNCIL_GAP],
  }),
  civil({
    code: '2.000635', name: 'Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh', signsRegister: false,
    everydayNames: ['trích lục khai sinh', 'xin bản sao giấy khai sinh', 'sao khai sinh', 'trích lục kết hôn', 'trich luc khai sinh'],
    cases: [caseOf('copy', 'Cấp bản sao', DECLARATION('Tờ khai cấp bản sao Trích lục hộ tịch'), IDENTITY, RESIDENCE, AUTHORISATION)],
    limits: limitOn(ALL, sameDay, AFTER_15), fees: [COPY_FEE], outcomes: [outcome('extract-copy', 'Bản sao Trích lục hộ tịch, bản sao Giấy khai sinh', 'KQ.G15.000342')], steps: SAME_DAY_STEPS, eForm: extractForm(),
  }),
  civil({
    code: '2.002516', name: 'Xác nhận thông tin hộ tịch', signsRegister: false, everydayNames: ['xác nhận hộ tịch', 'xác nhận tên cũ tên mới'],
    cases: [caseOf('confirm', 'Xác nhận thông tin', DECLARATION('Tờ khai đề nghị xác nhận thông tin hộ tịch'), original('related', 'Giấy tờ, tài liệu có liên quan đến nội dung đề nghị', { optional: true }), IDENTITY, RESIDENCE, AUTHORISATION)],
    limits: [], channels: ALL, fees: [fee('case', 'Phí xác nhận thông tin hộ tịch', { amount: 8000, unit: 'văn bản', exemptions: EXEMPT })],
    outcomes: [outcome('confirmation', 'Văn bản xác nhận thông tin hộ tịch', 'KQ.G15.000216')], steps: THREE_DAY_STEPS, incomplete: ['Cổng quốc gia không ghi thời hạn giải quyết.'],
  }),
];
