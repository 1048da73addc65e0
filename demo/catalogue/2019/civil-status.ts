// Hộ tịch at the commune in November 2019: Luật Hộ tịch 2014, NĐ 123/2015, TT 15/2015.
import type { Channel } from '#core/procedure/procedure.ts';
import { birthForm, correctionForm, deathForm, extractForm, maritalStatusForm, marriageForm } from '../forms/civil-status.ts';
import {
  type ProcedureRest, caseOf, certified, charge, fee, law, limitOn, officerSignerSteps, original, outcome, procedure, sameDay, shown, toVerify, workingDays,
} from '../make.ts';

const GROUNDS = [law('Luật Hộ tịch 60/2014/QH13'), law('Nghị định 123/2015/NĐ-CP'), law('Thông tư 15/2015/TT-BTP')];
const COUNTER: readonly Channel[] = ['counter'];
const BOTH: readonly Channel[] = ['counter', 'post'];
const AFTER_15 = 'Tiếp nhận sau 15 giờ mà không giải quyết được ngay thì trả trong ngày làm việc tiếp theo';
const FEE_UNKNOWN = 'Mức lệ phí năm 2019 do Hội đồng nhân dân tỉnh Hà Tĩnh quyết định: chưa có nguồn.';
const POST_COPIES = 'Gửi qua bưu chính thì kèm bản sao có chứng thực của giấy tờ phải xuất trình';
const EXEMPT = ['Người thuộc gia đình có công với cách mạng', 'Người thuộc hộ nghèo', 'Người khuyết tật'];

const IDENTITY = shown('identity', 'Giấy chứng minh nhân dân, hộ chiếu hoặc giấy tờ khác có dán ảnh còn giá trị sử dụng của người yêu cầu', { note: POST_COPIES });
const RESIDENCE = shown('residence', 'Sổ hộ khẩu hoặc giấy tờ chứng minh nơi cư trú', { note: POST_COPIES });
const AUTHORISATION = original('authorisation', 'Văn bản ủy quyền có chứng thực', { optional: true, note: 'Chỉ khi ủy quyền; ông, bà, cha, mẹ, con, vợ, chồng, anh, chị, em ruột thì không phải chứng thực' });
const charged = (feeId: string, name: string) => charge(feeId, name, { unit: 'trường hợp', note: 'Chưa rõ mức thu', exemptions: EXEMPT });

const civil = (more: ProcedureRest<'validFrom' | 'field' | 'level' | 'authority' | 'legalGrounds' | 'source'>) => procedure({
  validFrom: '2016-01-01', field: 'Hộ tịch', level: 'commune', authority: 'Ủy ban nhân dân cấp xã', legalGrounds: GROUNDS, signsRegister: true,
  source: 'Luật Hộ tịch 2014, NĐ 123/2015, TT 15/2015; sổ tra cứu của dự án (luật ngày 18/11/2019)', ...more,
});

export const CIVIL_STATUS_2019 = [
  civil({
    code: '1.001193', name: 'Đăng ký khai sinh',
    everydayNames: ['làm giấy khai sinh', 'làm khai sinh cho cháu', 'làm giấy khai sinh cho con', 'đăng ký khai sinh cho trẻ', 'khai sinh muộn', 'lam khai sinh', 'lam giay khai sinh cho chau'],
    cases: [
      caseOf('birth-paper', 'Có Giấy chứng sinh',
        original('declaration', 'Tờ khai đăng ký khai sinh (theo mẫu)'), original('birth-paper', 'Giấy chứng sinh'),
        IDENTITY, RESIDENCE, shown('marriage', 'Giấy chứng nhận kết hôn của cha, mẹ (nếu đã đăng ký kết hôn)', { optional: true }), AUTHORISATION),
      caseOf('no-birth-paper', 'Không có Giấy chứng sinh',
        original('declaration', 'Tờ khai đăng ký khai sinh (theo mẫu)'),
        original('witness', 'Văn bản của người làm chứng xác nhận về việc sinh; không có người làm chứng thì giấy cam đoan về việc sinh'),
        IDENTITY, RESIDENCE, shown('marriage', 'Giấy chứng nhận kết hôn của cha, mẹ (nếu đã đăng ký kết hôn)', { optional: true }), AUTHORISATION),
      caseOf('abandoned', 'Trẻ em bị bỏ rơi',
        original('declaration', 'Tờ khai đăng ký khai sinh (theo mẫu)'), original('minutes', 'Biên bản về việc trẻ bị bỏ rơi do cơ quan có thẩm quyền lập'), IDENTITY),
    ],
    limits: limitOn(BOTH, sameDay, AFTER_15),
    fees: [charge('on-time', 'Lệ phí đăng ký khai sinh đúng hạn', { amount: 0, unit: 'trường hợp', legalGround: 'Luật Hộ tịch 2014 Đ.11' }), charged('late', 'Lệ phí đăng ký khai sinh không đúng hạn')],
    outcomes: [outcome('birth-certificate', 'Giấy khai sinh')],
    steps: officerSignerSteps(2, 1, 1, 'Kiểm tra hồ sơ, ghi Sổ đăng ký khai sinh, in Giấy khai sinh'),
    eForm: birthForm(2019), incomplete: [FEE_UNKNOWN],
  }),
  civil({
    code: '1.000656', name: 'Đăng ký khai tử',
    everydayNames: ['làm giấy chứng tử', 'báo tử', 'khai tử cho ông', 'khai tử cho bà', 'giấy báo tử', 'lam giay chung tu'],
    cases: [caseOf('death', 'Đăng ký khai tử',
      original('declaration', 'Tờ khai đăng ký khai tử (theo mẫu)'), original('death-notice', 'Giấy báo tử hoặc giấy tờ thay Giấy báo tử'),
      IDENTITY, shown('last-residence', 'Giấy tờ chứng minh nơi cư trú cuối cùng của người chết (sổ hộ khẩu)'), AUTHORISATION)],
    limits: limitOn(BOTH, sameDay, `${AFTER_15}; cần xác minh thì không quá 03 ngày làm việc`),
    fees: [charge('on-time', 'Lệ phí đăng ký khai tử đúng hạn', { amount: 0, unit: 'trường hợp' }), charged('late', 'Lệ phí đăng ký khai tử không đúng hạn')],
    outcomes: [outcome('death-extract', 'Trích lục khai tử')],
    steps: officerSignerSteps(2, 1, 1, 'Kiểm tra hồ sơ, ghi Sổ đăng ký khai tử'), eForm: deathForm(2019), incomplete: [FEE_UNKNOWN],
  }),
  civil({
    code: '1.000894', name: 'Đăng ký kết hôn',
    everydayNames: ['đăng ký kết hôn', 'làm giấy kết hôn', 'giấy hôn thú', 'cưới vợ', 'lấy chồng', 'lam giay ket hon'],
    cases: [
      caseOf('same-commune', 'Hai bên cùng thường trú tại xã',
        original('declaration', 'Tờ khai đăng ký kết hôn (hai bên có thể khai chung)'), shown('identity', 'Giấy chứng minh nhân dân hoặc hộ chiếu của hai bên'), RESIDENCE,
        original('divorce', 'Bản án hoặc quyết định ly hôn đã có hiệu lực (nếu đã ly hôn)', { optional: true })),
      caseOf('other-commune', 'Một bên thường trú ở xã khác',
        original('declaration', 'Tờ khai đăng ký kết hôn (hai bên có thể khai chung)'), shown('identity', 'Giấy chứng minh nhân dân hoặc hộ chiếu của hai bên'), RESIDENCE,
        original('marital-status', 'Giấy xác nhận tình trạng hôn nhân do Ủy ban nhân dân xã nơi thường trú cấp')),
    ],
    limits: limitOn(COUNTER, sameDay, 'Cần xác minh điều kiện kết hôn thì không quá 05 ngày làm việc'),
    fees: [charge('domestic', 'Lệ phí đăng ký kết hôn của công dân cư trú trong nước', { amount: 0, unit: 'trường hợp' })],
    outcomes: [outcome('marriage-certificate', 'Giấy chứng nhận kết hôn (02 bản chính)')],
    mustBePresent: true, steps: officerSignerSteps(2, 1, 1, 'Kiểm tra điều kiện kết hôn, ghi Sổ đăng ký kết hôn'), eForm: marriageForm(2019),
  }),
  civil({
    code: '1.004873', name: 'Cấp Giấy xác nhận tình trạng hôn nhân', signsRegister: false,
    everydayNames: ['giấy độc thân', 'xác nhận độc thân', 'giấy xác nhận chưa kết hôn', 'xác nhận tình trạng hôn nhân', 'giay doc than'],
    cases: [
      caseOf('first', 'Cấp lần đầu', original('declaration', 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân'), IDENTITY, RESIDENCE,
        original('ended', 'Giấy tờ chứng minh đã ly hôn hoặc vợ, chồng đã chết (nếu có)', { optional: true }), AUTHORISATION),
      caseOf('again', 'Cấp lại do hết thời hạn hoặc dùng vào mục đích khác', original('declaration', 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân'),
        original('old-paper', 'Giấy xác nhận tình trạng hôn nhân đã được cấp trước đó'), IDENTITY, RESIDENCE, AUTHORISATION),
    ],
    limits: limitOn(BOTH, workingDays(3)), fees: [charged('case', 'Lệ phí cấp Giấy xác nhận tình trạng hôn nhân')],
    outcomes: [outcome('marital-status', 'Giấy xác nhận tình trạng hôn nhân')],
    steps: officerSignerSteps(16, 6, 2, 'Kiểm tra, xác minh, dự thảo Giấy xác nhận'), eForm: maritalStatusForm(2019), incomplete: [FEE_UNKNOWN],
  }),
  civil({
    code: '1.001022', name: 'Đăng ký nhận cha, mẹ, con',
    everydayNames: ['nhận con', 'nhận cha', 'nhận con ngoài giá thú', 'cha nhận con'],
    cases: [caseOf('recognise', 'Nhận cha, mẹ, con',
      original('declaration', 'Tờ khai đăng ký nhận cha, mẹ, con (theo mẫu)'),
      original('proof', 'Văn bản của cơ quan y tế, giám định xác nhận quan hệ; nếu không có thì văn bản cam đoan kèm xác nhận của ít nhất hai người thân thích'), IDENTITY, RESIDENCE)],
    limits: limitOn(COUNTER, workingDays(3), 'Cần xác minh thì kéo dài không quá 05 ngày làm việc'), fees: [charged('case', 'Lệ phí đăng ký nhận cha, mẹ, con')],
    outcomes: [outcome('recognition', 'Trích lục đăng ký nhận cha, mẹ, con')], mustBePresent: true,
    extensions: toVerify(5, 'Đ.25.2'), steps: officerSignerSteps(16, 6, 2), incomplete: [FEE_UNKNOWN],
  }),
  civil({
    code: '1.004837', name: 'Đăng ký giám hộ',
    everydayNames: ['giám hộ cho cháu', 'nhận làm giám hộ'],
    cases: [
      caseOf('appointed', 'Giám hộ cử', original('declaration', 'Tờ khai đăng ký giám hộ'), original('appointment', 'Văn bản cử người giám hộ'), IDENTITY, RESIDENCE, AUTHORISATION),
      caseOf('natural', 'Giám hộ đương nhiên', original('declaration', 'Tờ khai đăng ký giám hộ'), original('conditions', 'Giấy tờ chứng minh điều kiện giám hộ đương nhiên'), IDENTITY, RESIDENCE, AUTHORISATION),
    ],
    limits: limitOn(BOTH, workingDays(3)), fees: [charge('case', 'Lệ phí đăng ký giám hộ', { amount: 0, unit: 'trường hợp' })],
    outcomes: [outcome('guardianship', 'Trích lục đăng ký giám hộ')], steps: officerSignerSteps(16, 6, 2),
  }),
  civil({
    code: '1.004859', name: 'Đăng ký thay đổi, cải chính, bổ sung hộ tịch (người dưới 14 tuổi; bổ sung hộ tịch)',
    everydayNames: ['sửa giấy khai sinh', 'cải chính giấy khai sinh', 'đổi tên cho con', 'sai ngày sinh', 'sua khai sinh', 'sai ten trong khai sinh'],
    cases: [
      caseOf('change', 'Thay đổi, cải chính', original('declaration', 'Tờ khai thay đổi, cải chính, bổ sung hộ tịch'), original('ground', 'Giấy tờ làm căn cứ thay đổi, cải chính'),
        shown('register-paper', 'Giấy tờ hộ tịch cần thay đổi, cải chính'), IDENTITY, RESIDENCE, AUTHORISATION),
      caseOf('complete', 'Bổ sung', original('declaration', 'Tờ khai thay đổi, cải chính, bổ sung hộ tịch'), original('ground', 'Giấy tờ làm căn cứ bổ sung'), IDENTITY, AUTHORISATION),
    ],
    limits: limitOn(BOTH, workingDays(3), 'Bổ sung hộ tịch: giải quyết ngay trong ngày; cải chính cần xác minh thì kéo dài không quá 03 ngày làm việc'),
    fees: [charged('case', 'Lệ phí thay đổi, cải chính, bổ sung hộ tịch')],
    outcomes: [outcome('correction', 'Trích lục thay đổi, cải chính, bổ sung hộ tịch')], extensions: toVerify(3, 'Đ.28.2'), steps: officerSignerSteps(16, 6, 2), eForm: correctionForm(), incomplete: [FEE_UNKNOWN],
  }),
  civil({
    code: '1.004884', name: 'Đăng ký lại khai sinh',
    everydayNames: ['mất giấy khai sinh', 'làm lại giấy khai sinh', 'đăng ký lại khai sinh', 'mat khai sinh'],
    cases: [caseOf('again', 'Đăng ký lại khai sinh', original('declaration', 'Tờ khai đăng ký lại khai sinh, có cam đoan'),
      certified('old-copies', 'Bản sao toàn bộ hồ sơ, giấy tờ có thông tin về khai sinh (sổ hộ khẩu, học bạ, chứng minh nhân dân…)'),
      original('unit-letter', 'Văn bản xác nhận của thủ trưởng cơ quan (người yêu cầu là cán bộ, công chức, viên chức, lực lượng vũ trang)', { optional: true }), IDENTITY, AUTHORISATION)],
    limits: limitOn(BOTH, workingDays(5), 'Phải xác minh nơi đăng ký trước đây thì tính thêm thời gian chờ trả lời'), fees: [charged('case', 'Lệ phí đăng ký lại khai sinh')],
    outcomes: [outcome('birth-certificate', 'Giấy khai sinh')], steps: officerSignerSteps(28, 8, 4), eForm: birthForm(2019), incomplete: [FEE_UNKNOWN],
  }),
  civil({
    code: '1.004746', name: 'Đăng ký lại kết hôn',
    everydayNames: ['mất giấy kết hôn', 'làm lại giấy kết hôn'],
    cases: [caseOf('again', 'Đăng ký lại kết hôn', original('declaration', 'Tờ khai đăng ký lại kết hôn'),
      certified('old-copy', 'Bản sao Giấy chứng nhận kết hôn đã cấp trước đây hoặc giấy tờ có thông tin về việc kết hôn'), IDENTITY)],
    limits: limitOn(COUNTER, workingDays(5)), fees: [charged('case', 'Lệ phí đăng ký lại kết hôn')],
    outcomes: [outcome('marriage-certificate', 'Giấy chứng nhận kết hôn')], mustBePresent: true, steps: officerSignerSteps(28, 8, 4), eForm: marriageForm(2019), incomplete: [FEE_UNKNOWN],
  }),
  civil({
    code: '2.000635', name: 'Cấp bản sao trích lục hộ tịch', signsRegister: false,
    everydayNames: ['trích lục khai sinh', 'xin bản sao giấy khai sinh', 'sao khai sinh', 'trích lục kết hôn', 'trich luc khai sinh'],
    cases: [caseOf('copy', 'Cấp bản sao trích lục', original('declaration', 'Tờ khai cấp bản sao trích lục hộ tịch (theo mẫu)'), IDENTITY, AUTHORISATION)],
    limits: limitOn(BOTH, sameDay, AFTER_15),
    fees: [fee('copy', 'Phí cấp bản sao trích lục hộ tịch', { amount: 8000, unit: 'bản', legalGround: 'Thông tư 281/2016/TT-BTC', exemptions: ['Trẻ em', 'Người cao tuổi', 'Người khuyết tật', 'Người có công với cách mạng', 'Đồng bào dân tộc thiểu số ở xã có điều kiện kinh tế - xã hội đặc biệt khó khăn'] })],
    outcomes: [outcome('extract-copy', 'Bản sao trích lục hộ tịch')], steps: officerSignerSteps(2, 1, 1, 'Tra cứu Sổ hộ tịch, in bản sao trích lục'), eForm: extractForm(),
  }),
];
