// Form 01 in the lives it has: short, certification, home delivery, superseding, very long.
import type { Moment } from '#core/kernel/moment.ts';
import type { IntakeReceiptPayload } from '../intake-receipt/payload.ts';
import { birthPapers, daughter, deskReturn, farmer, fortyPapers, head2019, head2026, homeReturn, longNamed } from './people.ts';

const at = (text: string): Moment => text as Moment;

export const receiptShort: IntakeReceiptPayload = {
  kind: 'intake-receipt',
  version: 'v2018',
  head: head2019,
  issuedAt: at('2019-11-18T08:12:00+07:00'),
  number: '0001',
  tracking: { code: '000.18.60.H27-191118-0001', url: 'http://localhost:8080/q/000.18.60.H27-191118-0001' },
  applicant: farmer,
  procedureName: 'Đăng ký khai sinh',
  agencyName: 'Ủy ban nhân dân xã Kỳ Bắc',
  papers: birthPapers,
  setCount: 1,
  timeLimit: 'trong ngày làm việc',
  receivedAt: at('2019-11-18T08:12:00+07:00'),
  dueAt: at('2019-11-18T17:30:00+07:00'),
  returnPlace: deskReturn,
  fees: [],
  register: { book: '01/2019', order: '0412' },
  hands: { receiverName: 'Trần Thị Công Chức', assistantName: 'Võ Thị Bưu Điện' },
};

export const receiptCertification: IntakeReceiptPayload = {
  ...receiptShort,
  number: '0007',
  issuedAt: at('2019-11-18T15:10:00+07:00'),
  receivedAt: at('2019-11-18T15:10:00+07:00'),
  tracking: { code: '000.18.60.H27-191118-0007', url: 'http://localhost:8080/q/000.18.60.H27-191118-0007' },
  procedureName: 'Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt Nam cấp hoặc chứng nhận',
  papers: [
    { name: 'Bằng tốt nghiệp trung học phổ thông', original: 1, certifiedCopy: 0, plainCopy: 3 },
    { name: 'Giấy khai sinh', original: 1, certifiedCopy: 0, plainCopy: 2 },
  ],
  dueAt: at('2019-11-19T11:30:00+07:00'),
  dueNote: 'Hồ sơ tiếp nhận sau 15 giờ: trả kết quả trong ngày làm việc tiếp theo.',
  fees: [{ kind: 'fee', name: 'Phí chứng thực bản sao', amount: 14000, collected: true }],
  largePrint: true,
};

export const receipt2026: IntakeReceiptPayload = {
  kind: 'intake-receipt',
  version: 'v2025',
  head: head2026,
  issuedAt: at('2026-11-23T08:05:00+07:00'),
  number: '0003',
  tracking: { code: 'H27.82.18-261123-0003', url: 'http://localhost:8081/q/H27.82.18-261123-0003' },
  applicant: daughter,
  owner: { name: 'Lê Văn Cao Tuổi', address: 'thôn Xuân Phú, xã Kỳ Xuân, tỉnh Hà Tĩnh', identity: 'Thẻ căn cước số 042 048 000 009' },
  representation: 'con ruột',
  procedureName: 'Hưởng trợ cấp hưu trí xã hội',
  agencyName: 'Ủy ban nhân dân xã Kỳ Xuân',
  helpedAt: 'Điểm Bưu điện - Văn hóa xã Kỳ Bắc',
  papers: [
    { name: 'Văn bản đề nghị hưởng trợ cấp hưu trí xã hội', original: 1, certifiedCopy: 0, plainCopy: 0 },
    { name: 'Giấy ủy quyền', original: 0, certifiedCopy: 1, plainCopy: 0 },
  ],
  setCount: 1,
  timeLimit: '10 ngày làm việc',
  receivedAt: at('2026-11-23T08:05:00+07:00'),
  dueAt: at('2026-12-08T17:00:00+07:00'),
  dueNote: 'Ngày 24/11/2026 là Ngày Văn hóa Việt Nam, không tính vào thời hạn.',
  returnPlace: homeReturn,
  fees: [],
  hands: { receiverName: 'Phan Thị Tiếp Nhận', assistantName: 'Hồ Thị Hỗ Trợ' },
};

export const receiptSuperseding: IntakeReceiptPayload = {
  ...receipt2026,
  number: '0009',
  tracking: { ...receipt2026.tracking, provisional: true },
  dueAt: undefined,
  dueNote: 'Hồ sơ liên thông: mã hồ sơ và thời gian trả kết quả do hệ thống của bộ chủ quản cấp.',
  fees: [
    { kind: 'fee', name: 'Phí khai thác, sử dụng thông tin', amount: 8000, collected: false },
    { kind: 'charge', name: 'Lệ phí hộ tịch', amount: 0, exemption: 'người cao tuổi', collected: false },
  ],
  supersedes: { number: '0003/TNHS', issuedAt: at('2026-11-23T08:05:00+07:00'), reason: 'ghi sai thủ tục hành chính' },
};

export const receiptLong: IntakeReceiptPayload = {
  ...receiptShort,
  number: '0012',
  issuedAt: at('2019-12-31T16:45:00+07:00'),
  receivedAt: at('2019-12-31T16:45:00+07:00'),
  tracking: { code: '000.18.60.H27-191231-0012', url: 'http://localhost:8080/q/000.18.60.H27-191231-0012' },
  applicant: farmer,
  owner: longNamed,
  representation: 'theo Giấy giới thiệu số 27/GGT-HTX ngày 30/12/2019',
  procedureName: 'Cấp giấy phép xây dựng đối với công trình không theo tuyến, công trình theo tuyến trong đô thị, công trình tôn giáo, tượng đài, tranh hoành tráng, sửa chữa cải tạo, nhà ở riêng lẻ, di dời công trình',
  agencyName: 'Ủy ban nhân dân huyện Kỳ Anh (Phòng Kinh tế và Hạ tầng)',
  papers: fortyPapers,
  setCount: 2,
  timeLimit: '20 ngày làm việc',
  dueAt: at('2020-02-05T17:00:00+07:00'),
  dueNote: 'Thời hạn không tính ngày nghỉ Tết Dương lịch 01/01/2020, nghỉ Tết Nguyên đán Canh Tý và các ngày nghỉ hằng tuần.',
  fees: [
    { kind: 'fee', name: 'Phí thẩm định', amount: 150000, collected: true },
    { kind: 'charge', name: 'Lệ phí cấp giấy phép xây dựng', amount: 75000, collected: false },
  ],
};

/** As long as a signed seal may be: 150 bytes in letters of base 32. */
export const receiptSealed: IntakeReceiptPayload = {
  ...receiptShort,
  tracking: { ...receiptShort.tracking, url: `https://motcua.example.gov.vn/x/${'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.repeat(8).slice(0, 240)}` },
};
