// Forms 02 and 03, guidance before reception, and the police's slips.
import type { Moment } from '#core/kernel/moment.ts';
import type { GuidanceSlipPayload } from '../guidance-slip/payload.ts';
import type { RefusalNoticePayload } from '../refusal-notice/payload.ts';
import type { ResidenceGuidancePayload, ResidenceReceiptPayload, ResidenceRefusalPayload } from '../residence-slips/payload.ts';
import type { SupplementRequestPayload } from '../supplement-request/payload.ts';
import type { ReturnNotePayload } from '../return-note/payload.ts';
import { birthPapers, daughter, farmer, head2019, head2026, longNamed, PROOF_URL } from './people.ts';

const at = (text: string): Moment => text as Moment;
const contact2019 = { name: 'bà Trần Thị Công Chức, công chức tư pháp - hộ tịch', phone: '0239 000 0101' };

export const guidance: GuidanceSlipPayload = {
  kind: 'guidance-slip',
  version: 'v1',
  head: head2019,
  issuedAt: at('2019-11-18T09:30:00+07:00'),
  procedureName: 'Đăng ký khai sinh',
  procedureCode: '1.001193',
  caseName: 'Cha, mẹ có đăng ký kết hôn; đăng ký trong thời hạn 60 ngày',
  papers: birthPapers,
  fees: [{ kind: 'charge', name: 'Lệ phí hộ tịch', amount: 'miễn', note: 'đăng ký khai sinh đúng hạn' }],
  limits: [{ channel: 'Trực tiếp', limit: 'trong ngày; nhận hồ sơ sau 15 giờ thì trả trong ngày làm việc tiếp theo' }],
  agencyName: 'Ủy ban nhân dân xã Kỳ Bắc',
  outcomes: ['Giấy khai sinh (bản chính)'],
  legalGrounds: ['Luật Hộ tịch số 60/2014/QH13', 'Nghị định số 123/2015/NĐ-CP'],
  remarks: ['Người đi đăng ký và công chức cùng ký vào Sổ đăng ký khai sinh, vì vậy cần có mặt tại Bộ phận Một cửa.'],
  desk: {
    name: 'Điểm Bưu điện - Văn hóa xã Kỳ Bắc', address: 'thôn Phương Giai, xã Kỳ Bắc, huyện Kỳ Anh, tỉnh Hà Tĩnh',
    phone: '0239 000 0100', hours: 'thứ Hai đến thứ Sáu, 7 giờ 30 – 11 giờ 30 và 13 giờ 30 – 17 giờ 30',
  },
  pageUrl: 'http://localhost:8080/thu-tuc/1.001193',
};

export const guidanceMissing: GuidanceSlipPayload = {
  ...guidance,
  personName: farmer.name,
  papers: [],
  proofUrl: PROOF_URL,
  missing: [
    { name: 'Giấy chứng sinh', original: 1, certifiedCopy: 0, plainCopy: 0, reason: 'Không có thì nộp văn bản của người làm chứng, hoặc giấy cam đoan về việc sinh.' },
    { name: 'Giấy chứng nhận kết hôn của cha, mẹ', original: 0, certifiedCopy: 0, plainCopy: 0, shownOnly: true },
  ],
  guide: { receiverName: 'Trần Thị Công Chức', assistantName: 'Võ Thị Bưu Điện' },
};

export const supplement: SupplementRequestPayload = {
  kind: 'supplement-request',
  version: 'v2018',
  head: { superiorAgency: 'Ủy ban nhân dân huyện Kỳ Anh', agency: 'Phòng Kinh tế và Hạ tầng', deskName: 'Bộ phận Tiếp nhận và Trả kết quả huyện Kỳ Anh', place: 'Kỳ Anh' },
  issuedAt: at('2019-11-20T10:00:00+07:00'),
  number: '0031',
  tracking: { code: '000.18.60.H27-191118-0002', url: 'http://localhost:8080/q/000.18.60.H27-191118-0002' },
  applicant: farmer,
  procedureName: 'Cấp giấy phép xây dựng nhà ở riêng lẻ',
  items: [
    { name: 'Bản vẽ thiết kế xây dựng', original: 2, certifiedCopy: 0, plainCopy: 0, reason: 'Bản vẽ đã nộp thiếu mặt cắt móng.' },
    { name: 'Giấy chứng nhận quyền sử dụng đất', original: 0, certifiedCopy: 1, plainCopy: 0 },
  ],
  reason: 'Hồ sơ chưa đủ căn cứ thẩm định theo Điều 95 Luật Xây dựng.\nĐề nghị bổ sung đủ một lần các giấy tờ nêu trên.',
  contact: { name: 'ông Đặng Văn Thẩm Định', phone: '0239 000 0202' },
  guideName: 'Đặng Văn Thẩm Định',
};

export const supplementLong: SupplementRequestPayload = {
  ...supplement,
  version: 'v2025',
  head: head2026,
  issuedAt: at('2026-11-25T10:00:00+07:00'),
  tracking: { code: 'H27.82.18-261123-0012', url: 'http://localhost:8081/q/H27.82.18-261123-0012' },
  applicant: daughter,
  owner: longNamed,
  items: Array.from({ length: 12 }, (_, i) => ({
    name: `Tài liệu kỹ thuật số ${i + 1} của công trình, có xác nhận của tổ chức tư vấn thiết kế`,
    original: i % 2, certifiedCopy: 1 - (i % 2), plainCopy: i % 3 === 0 ? 2 : 0,
    reason: i % 4 === 0 ? 'Bản đã nộp không có chữ ký của chủ trì thiết kế.' : undefined,
  })),
  answerBy: at('2026-12-04T17:00:00+07:00'),
  contact: { name: 'bà Phan Thị Tiếp Nhận', phone: '0239 000 0303' },
  guideName: 'Phan Thị Tiếp Nhận',
  assistantName: 'Hồ Thị Hỗ Trợ',
};

export const supplement2025: SupplementRequestPayload = {
  ...supplement,
  version: 'v2025',
  head: head2026,
  issuedAt: at('2026-11-25T10:00:00+07:00'),
  tracking: supplementLong.tracking,
  applicant: daughter,
  answerBy: at('2026-12-04T17:00:00+07:00'),
  clock: 'goes-on',
  contact: supplementLong.contact,
  guideName: supplementLong.guideName,
};

export const refusalAtDesk: RefusalNoticePayload = {
  kind: 'refusal-notice',
  version: 'v2018',
  act: 'reception',
  head: head2019,
  issuedAt: at('2019-11-18T10:20:00+07:00'),
  number: '0004',
  applicant: farmer,
  procedureName: 'Đăng ký lại khai sinh',
  reason: 'Sổ đăng ký khai sinh năm 1985 còn lưu tại Ủy ban nhân dân xã Kỳ Bắc, do đó không thuộc trường hợp đăng ký lại khai sinh. Ông/bà có thể yêu cầu cấp bản sao trích lục khai sinh.',
  legalGround: 'khoản 1 Điều 24 Nghị định số 123/2015/NĐ-CP',
  contact: contact2019,
  hands: { receiverName: 'Trần Thị Công Chức', assistantName: 'Võ Thị Bưu Điện' },
};

export const refusal2025AtDesk: RefusalNoticePayload = {
  ...refusalAtDesk,
  version: 'v2025',
  head: head2026,
  issuedAt: at('2026-11-30T09:00:00+07:00'),
  applicant: daughter,
  owner: longNamed,
  hands: { receiverName: 'Phan Thị Tiếp Nhận' },
};

export const refusalByAgency: RefusalNoticePayload = {
  ...refusalAtDesk,
  version: 'v2025',
  act: 'resolution',
  head: { superiorAgency: 'Ủy ban nhân dân tỉnh Hà Tĩnh', agency: 'Ủy ban nhân dân xã Kỳ Xuân', deskName: 'Ủy ban nhân dân xã Kỳ Xuân', place: 'Kỳ Xuân' },
  issuedAt: at('2026-11-30T15:00:00+07:00'),
  number: '0118',
  tracking: { code: 'H27.82.18-261123-0003', url: 'http://localhost:8081/q/H27.82.18-261123-0003' },
  applicant: daughter,
  owner: longNamed,
  procedureName: 'Hưởng trợ cấp hưu trí xã hội',
  reason: 'Người đề nghị đang hưởng lương hưu hằng tháng từ tháng 3 năm 2009.\nViệc hưởng đồng thời hai chế độ không được pháp luật quy định.',
  legalGround: 'điểm b khoản 1 Điều 21 Luật Bảo hiểm xã hội số 41/2024/QH15',
  contact: undefined,
  hands: undefined,
  signer: { prefix: 'KT.', title: 'Chủ tịch\nPhó Chủ tịch', name: 'Dương Văn Ký Thay' },
};

const residenceBase = {
  version: 'v2023',
  superiorAgency: 'Công an tỉnh Hà Tĩnh',
  agency: 'Công an xã Kỳ Xuân',
  place: 'Kỳ Xuân',
  person: {
    name: 'Lê Thị Minh Họa', personalNumber: '042190000002',
    permanentAddress: 'thôn Xuân Phú, xã Kỳ Xuân, tỉnh Hà Tĩnh',
    currentAddress: 'thôn Phương Giai, xã Kỳ Xuân, tỉnh Hà Tĩnh',
    phone: '0987 000 002', email: 'minhhoa@example.vn',
  },
  procedureName: 'Đăng ký thường trú',
  hands: { receiverName: 'Mai Văn Cảnh Sát', assistantName: 'Hồ Thị Hỗ Trợ' },
} as const;

export const residenceReceipt: ResidenceReceiptPayload = {
  ...residenceBase,
  kind: 'residence-receipt',
  issuedAt: at('2026-11-23T09:00:00+07:00'),
  number: '0205',
  tracking: { code: 'G01.899.418.000-261123-0205', url: 'http://localhost:8081/q/G01.899.418.000-261123-0205' },
  papers: [
    { name: 'Tờ khai thay đổi thông tin cư trú (Mẫu CT01)', original: 1, certifiedCopy: 0, plainCopy: 0 },
    { name: 'Giấy tờ chứng minh chỗ ở hợp pháp', original: 0, certifiedCopy: 1, plainCopy: 0, note: 'đã đối chiếu' },
  ],
  receivedAt: at('2026-11-23T09:00:00+07:00'),
  dueAt: at('2026-12-03T17:00:00+07:00'),
  outcomeBy: 'paper',
  returnPlace: { kind: 'at-desk', name: 'Điểm Bưu điện - Văn hóa xã Kỳ Bắc', address: 'thôn Phương Giai, xã Kỳ Xuân, tỉnh Hà Tĩnh', phone: '0239 000 0100' },
};

export const residenceGuidance: ResidenceGuidancePayload = {
  ...residenceBase,
  kind: 'residence-guidance',
  issuedAt: at('2026-11-23T09:10:00+07:00'),
  number: '0017',
  papersToAdd: ['Giấy tờ, tài liệu chứng minh chỗ ở hợp pháp (bản sao có chứng thực hoặc bản chụp kèm bản chính để đối chiếu)', 'Ý kiến đồng ý của chủ hộ'],
  formsToRewrite: ['Tờ khai thay đổi thông tin cư trú (Mẫu CT01): mục 12 chưa ghi nội dung đề nghị'],
  reason: 'Hồ sơ đủ điều kiện nhưng chưa đủ thành phần theo quy định.',
};

export const residenceRefusal: ResidenceRefusalPayload = {
  ...residenceBase,
  kind: 'residence-refusal',
  issuedAt: at('2026-11-23T09:20:00+07:00'),
  number: '0002',
  reason: 'Chỗ ở đề nghị đăng ký nằm trong khu vực đã có quyết định thu hồi đất của cơ quan nhà nước có thẩm quyền.',
  legalGround: 'Điều 23 Luật Cư trú số 68/2020/QH14',
};

export const lostReceipt: ReturnNotePayload = {
  kind: 'return-note',
  version: 'v1',
  head: head2019,
  issuedAt: at('2019-11-22T09:10:00+07:00'),
  code: '000.22.36.H27-191118-0001',
  owner: farmer,
  procedureName: 'Đăng ký khai sinh',
  returnedAt: at('2019-11-22T09:10:00+07:00'),
  receiver: { name: farmer.name, identity: farmer.identity ?? '', phone: '0912 000 001', relation: 'người nộp hồ sơ' },
  lostReceiptNote: 'Đã đối chiếu chứng minh nhân dân và sổ tiếp nhận; người nhận cam đoan không đưa giấy hẹn cho người khác.',
  hands: { receiverName: 'Trần Văn Trúc', assistantName: 'Nguyễn Thị Sen' },
};

export const fingerprintReceipt: ReturnNotePayload = {
  ...lostReceipt,
  receiver: { name: farmer.name, identity: farmer.identity ?? '', relation: 'người nộp hồ sơ' },
  lostReceiptNote: undefined,
  fingerprint: { witnesses: [{ name: 'Lê Văn Chứng', identity: '183 000 011' }, { name: 'Lê Thị Kiến', identity: '183 000 012' }] },
};
