// Papers that go with dossiers on their way: hand-over, control slip, list, posting slip.
import type { Moment } from '#core/kernel/moment.ts';
import type { BagLabelPayload } from '../bag-label/payload.ts';
import type { BatchListPayload } from '../batch-list/payload.ts';
import type { ControlSlipPayload } from '../control-slip/payload.ts';
import type { ItemLabelPayload } from '../item-label/payload.ts';
import type { HandOverRecordPayload } from '../hand-over-record/payload.ts';
import type { PostingSlipPayload } from '../posting-slip/payload.ts';
import { deskReturn, farmer, head2019, head2026, homeReturn, landPapers, longNamed, PROOF_URL } from './people.ts';

const at = (text: string): Moment => text as Moment;
const code = (i: number): string => `000.18.60.H27-191118-${String(i).padStart(4, '0')}`;
const PROCEDURES = ['Đăng ký khai sinh', 'Cấp giấy phép xây dựng nhà ở riêng lẻ', 'Đăng ký biến động quyền sử dụng đất trong trường hợp chuyển nhượng, tặng cho, thừa kế'] as const;
const OWNERS = ['Nguyễn Văn Thử', longNamed.name, 'Lê Thị Minh Họa', 'Hồ Văn Ví Dụ', 'Đậu Thị Thí Nghiệm'] as const;
const pick = <T>(from: readonly T[], i: number): T => from[i % from.length] as T;

export const handOverToAgency: HandOverRecordPayload = {
  kind: 'hand-over-record',
  version: 'v2016',
  direction: 'to-agency',
  head: { ...head2019, superiorAgency: 'Bưu điện huyện Kỳ Anh', agency: 'Điểm Bưu điện - Văn hóa xã Kỳ Bắc' },
  issuedAt: at('2019-11-18T15:00:00+07:00'),
  number: '0012/BBGN',
  giver: { unitName: 'Điểm Bưu điện - Văn hóa xã Kỳ Bắc', address: 'thôn Phương Giai, xã Kỳ Bắc', personName: 'Võ Thị Bưu Điện', personTitle: 'nhân viên bưu chính' },
  taker: { unitName: 'Ủy ban nhân dân huyện Kỳ Anh', personName: 'Đặng Văn Thẩm Định', personTitle: 'chuyên viên Phòng Kinh tế và Hạ tầng' },
  lines: [
    { code: code(2), ownerName: 'Nguyễn Văn Thử', procedureName: PROCEDURES[1], original: 4, certifiedCopy: 1, plainCopy: 0, dueAt: at('2019-12-09T17:00:00+07:00'), result: 'received' },
    { code: code(3), postingNumber: 'RH000000003VN', ownerName: 'Lê Thị Minh Họa', procedureName: PROCEDURES[2], original: 2, certifiedCopy: 2, plainCopy: 1, result: 'rejected', note: 'Thiếu bản sao sổ hộ khẩu so với phiếu gửi' },
  ],
  sentAt: at('2019-11-18T15:00:00+07:00'),
  receivedAt: at('2019-11-18T16:10:00+07:00'),
  remarks: 'Một hồ sơ thiếu giấy tờ, trả lại nơi chuyển.',
};

/** Put right at the counter: under the same number, one dossier fewer. */
export const handOverReplacing: HandOverRecordPayload = {
  ...handOverToAgency,
  receivedAt: undefined,
  remarks: undefined,
  lines: handOverToAgency.lines.slice(0, 1).map((line) => ({ ...line, result: undefined })),
  supersedes: { number: handOverToAgency.number, issuedAt: handOverToAgency.issuedAt, reason: 'nội dung được sửa khi gửi hồ sơ đã tiếp nhận lúc mất mạng' },
};

export const handOverReplacing2026: HandOverRecordPayload = {
  ...handOverReplacing,
  number: '0007/BBGN',
  head: head2026,
  issuedAt: at('2026-11-26T15:00:00+07:00'),
  giver: { unitName: head2026.deskName, personName: 'Võ Thị Bưu Điện', personTitle: 'nhân viên bưu chính' },
  taker: { unitName: 'Ủy ban nhân dân xã Kỳ Xuân' },
  lines: handOverReplacing.lines.map((line) => ({ ...line, code: 'H27.82.18-261123-0003', dueAt: at('2026-12-09T17:00:00+07:00') })),
  sentAt: at('2026-11-26T15:00:00+07:00'),
  supersedes: { number: '0007/BBGN', issuedAt: at('2026-11-26T15:00:00+07:00'), reason: 'nội dung được sửa khi gửi hồ sơ đã tiếp nhận lúc mất mạng' },
};

export const handOverLong: HandOverRecordPayload = {
  ...handOverToAgency,
  direction: 'to-desk',
  number: '0044/BBGN',
  head: { superiorAgency: 'Ủy ban nhân dân huyện Kỳ Anh', agency: 'Bộ phận Tiếp nhận và Trả kết quả', deskName: 'huyện Kỳ Anh', place: 'Kỳ Anh' },
  giver: handOverToAgency.taker,
  taker: { unitName: 'Điểm Bưu điện - Văn hóa xã Kỳ Bắc' },
  receivedAt: undefined,
  remarks: undefined,
  lines: Array.from({ length: 32 }, (_, i) => ({
    code: code(i + 1), ownerName: pick(OWNERS, i), procedureName: pick(PROCEDURES, i), original: (i % 3) + 1, certifiedCopy: i % 2, plainCopy: 0,
    outcome: `Kết quả số ${100 + i}/2019`, dueAt: at('2019-12-09T17:00:00+07:00'),
  })),
};

export const handOverToCarrier: HandOverRecordPayload = {
  ...handOverToAgency,
  direction: 'to-carrier',
  number: '0051/BBGN',
  taker: { unitName: 'Bưu điện huyện Kỳ Anh' },
  receivedAt: undefined,
  remarks: undefined,
  lines: [
    { code: code(2), postingNumber: 'RR473124829VN', ownerName: 'Nguyễn Văn Thử', procedureName: PROCEDURES[1], outcome: 'Giấy phép xây dựng số 12/GPXD', original: 1, certifiedCopy: 0, plainCopy: 0, note: 'Thu hộ 120.000 đồng' },
    { code: code(3), postingNumber: 'RR473124832VN', ownerName: 'Lê Thị Minh Họa', procedureName: PROCEDURES[0], outcome: 'Giấy khai sinh số 125/2019', original: 1, certifiedCopy: 0, plainCopy: 0 },
  ],
};

export const handOverToCourier: HandOverRecordPayload = {
  ...handOverToCarrier, direction: 'to-courier', number: '0052/BBGN', taker: { unitName: 'Bưu tá Hoàng Văn Gió', personName: 'Hoàng Văn Gió' },
};

export const handOverFromCourier: HandOverRecordPayload = {
  ...handOverToCarrier, direction: 'from-courier', number: '0053/BBGN', giver: handOverToCourier.taker, taker: handOverToAgency.giver, sentAt: at('2019-11-18T16:20:00+07:00'), issuedAt: at('2019-11-18T16:40:00+07:00'),
  receivedAt: at('2019-11-18T16:40:00+07:00'), remarks: 'Tiền thu hộ bưu tá nộp 120.000 đồng, quầy đếm được 110.000 đồng (Thiếu một tờ)',
  lines: [
    { code: code(3), postingNumber: 'RR473124832VN', ownerName: 'Lê Thị Minh Họa', procedureName: PROCEDURES[0], outcome: 'Giấy khai sinh số 125/2019', original: 1, certifiedCopy: 0, plainCopy: 0, result: 'received' },
    { code: code(2), ownerName: '', procedureName: 'Giấy tờ thu hồi: Giấy phép xây dựng số 03/GPXD', original: 1, certifiedCopy: 0, plainCopy: 0, result: 'rejected', note: 'Không có trong túi' },
    { code: 'RR473124829VN', ownerName: 'Bùi Thị Ở Nhà', procedureName: 'Phong bì hồ sơ nhận tại nhà, niêm phong', original: 0, certifiedCopy: 0, plainCopy: 0, result: 'received' },
  ],
};

export const controlSlip2018: ControlSlipPayload = {
  kind: 'control-slip',
  version: 'v2018',
  head: head2019,
  issuedAt: at('2019-11-18T08:12:00+07:00'),
  tracking: { code: code(2), url: `http://localhost:8080/q/${code(2)}` },
  ownerName: 'Nguyễn Văn Thử',
  procedureName: PROCEDURES[1],
  agencyName: 'Ủy ban nhân dân huyện Kỳ Anh',
  cooperatingAgency: 'Ủy ban nhân dân xã Kỳ Bắc',
  receivedAt: at('2019-11-18T08:40:00+07:00'),
  dueAt: at('2019-12-09T17:00:00+07:00'),
  steps: [
    { giverUnit: 'Bộ phận Một cửa xã Kỳ Bắc', giverName: 'Võ Thị Bưu Điện', takerUnit: 'UBND huyện Kỳ Anh', takerName: 'Đặng Văn Thẩm Định', at: at('2019-11-18T16:10:00+07:00'), result: 'on-time' },
    { giverUnit: 'Phòng Kinh tế và Hạ tầng', giverName: 'Đặng Văn Thẩm Định', takerUnit: 'Lãnh đạo UBND huyện', takerName: 'Bùi Văn Lãnh Đạo', at: at('2019-12-04T09:00:00+07:00'), result: 'early', note: 'Trình ký' },
  ],
};

export const controlSlip2025: ControlSlipPayload = {
  ...controlSlip2018,
  version: 'v2025',
  head: head2026,
  tracking: { code: 'H27.82.18-261123-0012', url: 'http://localhost:8081/q/H27.82.18-261123-0012' },
  issuedAt: at('2026-11-23T08:05:00+07:00'),
  ownerName: longNamed.name,
  agencyName: 'Ủy ban nhân dân xã Kỳ Xuân',
  cooperatingAgency: undefined,
  receivedAt: at('2026-11-23T08:05:00+07:00'),
  dueAt: at('2026-12-08T17:00:00+07:00'),
  steps: Array.from({ length: 9 }, (_, i) => ({
    giverUnit: i === 0 ? 'Điểm tiếp nhận Bưu điện Kỳ Bắc' : 'Phòng Kinh tế', giverName: 'Hồ Thị Hỗ Trợ', takerUnit: 'Lãnh đạo Ủy ban nhân dân xã', takerName: 'Dương Văn Ký Thay',
    at: at(`2026-${i < 4 ? '11' : '12'}-${String(i < 4 ? 25 + i : i - 3).padStart(2, '0')}T0${7 + (i % 3)}:15:00+07:00`),
    result: pick(['early', 'on-time', 'late'] as const, i),
  })),
};

export const batchShort: BatchListPayload = {
  kind: 'batch-list',
  version: 'v1',
  head: head2019,
  issuedAt: at('2019-11-18T10:00:00+07:00'),
  number: '0002/BK',
  applicant: { ...farmer, name: 'Hoàng Văn Trưởng Thôn' },
  receivedAt: at('2019-11-18T10:00:00+07:00'),
  lines: Array.from({ length: 6 }, (_, i) => ({
    code: code(20 + i), ownerName: pick(OWNERS, i), procedureName: pick(PROCEDURES, i), paperCount: 2 + (i % 3), dueAt: at('2019-11-25T17:30:00+07:00'), representation: 'có giấy ủy quyền',
  })),
  returnPlace: deskReturn,
  trackingUrl: 'http://localhost:8080/tra-cuu',
  proofUrl: PROOF_URL,
  hands: { receiverName: 'Trần Thị Công Chức', assistantName: 'Võ Thị Bưu Điện' },
};

export const batchLong: BatchListPayload = {
  ...batchShort,
  number: '0003/BK',
  returnPlace: homeReturn,
  lines: Array.from({ length: 60 }, (_, i) => ({ ...pick(batchShort.lines, i), code: code(100 + i) })),
};

export const postingSlip: PostingSlipPayload = {
  kind: 'posting-slip',
  version: 'v2016',
  operatorName: 'Bưu điện tỉnh Hà Tĩnh',
  postOfficeName: 'Điểm Bưu điện - Văn hóa xã Kỳ Bắc',
  postOfficeAddress: 'Điểm Bưu điện - Văn hóa xã Kỳ Bắc, thôn Phương Giai, xã Kỳ Bắc',
  postOfficePhone: '02390000100',
  place: 'Kỳ Bắc',
  issuedAt: at('2019-11-18T14:50:00+07:00'),
  direction: 'dossier',
  itemNumber: 'RH000000003VN',
  dossierCode: code(3),
  sender: farmer,
  receiver: { name: 'Trung tâm Phục vụ hành chính công tỉnh Hà Tĩnh', address: 'thành phố Hà Tĩnh, tỉnh Hà Tĩnh', phone: '02390000400' },
  procedureName: PROCEDURES[2],
  papers: landPapers,
  serviceMode: 'gửi hồ sơ và chuyển trả kết quả',
  transitTime: 'chậm nhất ngày 20/11/2019 (J+2)',
  postage: 33000,
  postagePayment: 'người gửi đã trả bằng tiền mặt',
  collectedForAgency: 100000,
  sealNumber: 'NP-0000123',
  clerkName: 'Võ Thị Bưu Điện',
  trackingUrl: `http://localhost:8080/q/${code(3)}`,
  proofUrl: `${PROOF_URL}/${code(3)}`,
};

export const postingSlipLong: PostingSlipPayload = {
  ...postingSlip,
  direction: 'outcome',
  itemNumber: 'RH000000004VN',
  sender: postingSlip.receiver,
  receiver: longNamed,
  collectedForAgency: 0,
  trackingUrl: undefined,
  proofUrl: undefined,
};

export const bagLabel: BagLabelPayload = {
  kind: 'bag-label',
  version: 'v1',
  label: 'TUI0000012320',
  labelInGroups: 'TUI 0000 0123 20',
  from: 'Điểm Bưu điện - Văn hóa xã Kỳ Bắc',
  to: 'Ủy ban nhân dân huyện Kỳ Anh',
  content: 'dossiers',
  dossierCount: 12,
  sealNumber: 'NP 004512',
  issuedAt: at('2019-11-18T15:20:00+07:00'),
};

export const bagLabelLong: BagLabelPayload = {
  ...bagLabel,
  label: 'TUI9999999952',
  labelInGroups: 'TUI 9999 9999 52',
  from: 'Trung tâm Phục vụ hành chính công và Xúc tiến đầu tư tỉnh Hà Tĩnh, cơ sở đặt tại Bưu điện huyện Kỳ Anh',
  to: 'Bộ phận Tiếp nhận và Trả kết quả tại Điểm Bưu điện - Văn hóa xã Kỳ Bắc, huyện Kỳ Anh',
  content: 'outcomes',
  dossierCount: 200,
  sealNumber: 'VNPOST-HT 2019/0004512',
};

export const itemLabel: ItemLabelPayload = {
  kind: 'item-label',
  version: 'v1',
  label: 'RR473124829VN',
  labelInGroups: 'RR 47 312 482 9 VN',
  carrierName: 'VNPost Kỳ Anh',
  from: { name: 'Điểm Bưu điện - Văn hóa xã Kỳ Bắc', address: 'thôn Phương Giai, xã Kỳ Bắc, huyện Kỳ Anh, tỉnh Hà Tĩnh', phone: '0239 3865 001' },
  to: { name: 'Nguyễn Văn Thử', address: 'thôn Hợp Tiến, xã Kỳ Bắc, huyện Kỳ Anh, tỉnh Hà Tĩnh', phone: '0912 000 001' },
  content: `Kết quả hồ sơ ${code(2)}`,
  collectOnDelivery: 120_000,
  orderNumber: 'MC19-000012',
  issuedAt: at('2019-11-18T15:20:00+07:00'),
};
export const envelopeLabel: ItemLabelPayload = {
  ...itemLabel,
  carrierName: undefined,
  to: { name: 'Trung tâm Phục vụ hành chính công và Xúc tiến đầu tư tỉnh Hà Tĩnh', address: 'số 2A đường Nguyễn Chí Thanh, thành phố Hà Tĩnh, tỉnh Hà Tĩnh' },
  content: `Hồ sơ ${code(3)}, 05 bản giấy`,
  collectOnDelivery: 0,
  orderNumber: undefined,
  sealNumber: 'NP 004513',
};
