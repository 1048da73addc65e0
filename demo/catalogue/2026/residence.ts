// Residence at the commune police in November 2026: CT01, own slips CT04–CT06, own fees.
import type { Channel } from '#core/procedure/procedure.ts';
import { residenceForm2026 } from '../forms/residence.ts';
import { type ProcedureRest, caseOf, charge, law, limitOn, original, outcome, procedure, sectionSteps, shown, workingDays } from '../make.ts';

const CHANNELS: readonly Channel[] = ['counter', 'online'];
const NUMBER_GAP = 'Mã hồ sơ cư trú do hệ thống nào cấp chưa có nguồn: tạm dùng mã của điểm tiếp nhận.';
const CT01 = original('ct01', 'Tờ khai thay đổi thông tin cư trú (Mẫu CT01 ban hành kèm theo Thông tư 53/2025/TT-BCA)');
const DWELLING = shown('dwelling', 'Giấy tờ, tài liệu chứng minh chỗ ở hợp pháp', { optional: true, note: 'Chỉ khi không khai thác được dữ liệu' });
const RESULTS = [outcome('update', 'Cập nhật thông tin trong Cơ sở dữ liệu về cư trú', 'KQ.G01.000066'), outcome('notice', 'Thông báo kết quả giải quyết thủ tục về cư trú', 'KQ.G01.000065')];

const residence = (more: ProcedureRest<'validFrom' | 'field' | 'level' | 'authority' | 'legalGrounds' | 'source' | 'outcomes'>) => procedure({
  validFrom: '2025-07-01', field: 'Đăng ký, quản lý cư trú', level: 'commune', authority: 'Công an cấp xã', slips: 'residence-police', outcomes: RESULTS,
  legalGrounds: [law('Luật Cư trú 68/2020/QH14'), law('Nghị định 154/2024/NĐ-CP'), law('Thông tư 66/2023/TT-BCA'), law('Thông tư 53/2025/TT-BCA'), law('Thông tư 75/2022/TT-BTC')],
  eForm: residenceForm2026(), source: 'Cổng Dịch vụ công quốc gia giữa năm 2026; sổ tra cứu của dự án', incomplete: [NUMBER_GAP], ...more,
});
const price = (feeId: string, amount: number, channel: Channel) => charge(feeId, 'Lệ phí đăng ký cư trú', { amount, unit: 'lần', channel, legalGround: 'Thông tư 75/2022/TT-BTC' });

export const RESIDENCE_2026 = [
  residence({
    code: '1.004222', name: 'Đăng ký thường trú',
    everydayNames: ['nhập hộ khẩu', 'nhập khẩu cho con', 'nhập khẩu cho vợ', 'chuyển hộ khẩu', 'nhap khau', 'nhap ho khau cho con'],
    cases: [
      caseOf('own-home', 'Chỗ ở hợp pháp thuộc quyền sở hữu của mình', CT01, DWELLING),
      caseOf('family', 'Về ở với người thân, chủ hộ đồng ý', CT01, shown('kinship', 'Giấy tờ chứng minh quan hệ nhân thân với chủ hộ', { optional: true, note: 'Chỉ khi không khai thác được dữ liệu' })),
      caseOf('rented', 'Chỗ ở do thuê, mượn, ở nhờ', CT01, original('lease', 'Hợp đồng, văn bản cho thuê, cho mượn, cho ở nhờ được công chứng hoặc chứng thực')),
    ],
    limits: limitOn(CHANNELS, workingDays(7)), fees: [price('direct', 20000, 'counter'), price('online', 10000, 'online')], steps: sectionSteps(40, 8, 6, 2, 'Kiểm tra, xác minh, cập nhật cơ sở dữ liệu'),
  }),
  residence({
    code: '1.004194', name: 'Đăng ký tạm trú', everydayNames: ['khai tạm trú', 'đăng ký ở trọ', 'gia hạn tạm trú', 'tam tru'],
    cases: [
      caseOf('person', 'Cá nhân, hộ gia đình', CT01, DWELLING),
      caseOf('list', 'Đăng ký theo danh sách', CT01, original('list', 'Văn bản đề nghị đăng ký tạm trú kèm danh sách người tạm trú')),
    ],
    limits: limitOn(CHANNELS, workingDays(3)), fees: [price('direct', 10000, 'counter'), price('online', 7000, 'online')], steps: sectionSteps(16, 4, 2, 2),
    incomplete: [NUMBER_GAP, 'Mức thu trực tiếp cho cá nhân, hộ gia đình chưa tách được khỏi mức theo danh sách trong nguồn.'],
  }),
  residence({
    code: '1.010038', name: 'Tách hộ', everydayNames: ['tách hộ khẩu', 'tách khẩu', 'ra ở riêng', 'tach khau'],
    cases: [
      caseOf('same-home', 'Tách hộ tại cùng một chỗ ở', CT01),
      caseOf('divorced', 'Vợ, chồng đã ly hôn', CT01, original('divorce', 'Giấy tờ, tài liệu chứng minh việc ly hôn và việc tiếp tục được sử dụng chỗ ở')),
    ],
    limits: limitOn(CHANNELS, workingDays(5)), fees: [price('direct', 10000, 'counter'), price('online', 5000, 'online')], steps: sectionSteps(28, 6, 4, 2),
  }),
];
