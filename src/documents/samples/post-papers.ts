// Papers of the post's own house: the stock count, complaints about the postal service.
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { ComplaintNoticePayload } from '../complaint-notice/payload.ts';
import type { ComplaintReceiptPayload } from '../complaint-receipt/payload.ts';
import type { RemittanceSlipPayload } from '../remittance-slip/payload.ts';
import type { StockCountPayload } from '../stock-count-record/payload.ts';
import { farmer, head2019, head2026, longNamed } from './people.ts';

const at = (text: string): Moment => text as Moment;
const code = (i: number): string => `000.18.60.H27-191118-${String(i).padStart(4, '0')}`;

export const stockCount: StockCountPayload = {
  kind: 'stock-count-record',
  version: 'v1',
  head: head2019,
  issuedAt: at('2019-11-29T17:05:00+07:00'),
  number: '03/BBKK',
  placeName: 'Điểm Bưu điện - Văn hóa xã Kỳ Bắc',
  startedAt: at('2019-11-29T16:40:00+07:00'),
  countedBy: { name: 'Võ Thị Bưu Điện', title: 'nhân viên bưu chính' },
  witnessName: 'Trần Văn Trúc',
  sums: [
    { what: 'Giấy tờ đã nộp', expected: 14, found: 13, missing: 1, unexpected: 1 },
    { what: 'Kết quả', expected: 6, found: 6, missing: 0, unexpected: 0 },
    { what: 'Túi hồ sơ', expected: 1, found: 1, missing: 0, unexpected: 0 },
  ],
  missing: [{ code: code(7), what: 'Giấy tờ đã nộp, 4 bản', since: at('2019-11-27T09:10:00+07:00'), note: 'Đã tìm trong tủ và trên quầy' }],
  unexpected: [{ code: code(3), what: 'Giấy tờ đã nộp, 2 bản', before: 'UBND huyện Kỳ Anh' }],
  strays: [{ scanned: '000.18.61.H27-191125-0002', note: 'Để riêng, báo Bưu điện huyện' }],
  settleBy: '06/12/2019',
};

export const stockCountLong: StockCountPayload = {
  ...stockCount,
  head: head2026,
  issuedAt: at('2026-11-27T17:20:00+07:00'),
  placeName: head2026.deskName,
  startedAt: at('2026-11-27T16:00:00+07:00'),
  number: '11/BBKK',
  witnessName: undefined,
  missing: Array.from({ length: 36 }, (_, i) => ({
    code: code(i + 1), what: i % 3 === 0 ? 'Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất số CT 123456, 1 bản' : 'Giấy tờ đã nộp, 4 bản',
    since: at('2026-11-20T09:10:00+07:00'), note: 'Không thấy trong tủ lưu kết quả, trên quầy tiếp nhận và trong túi chờ chuyển',
  })),
};

const post2019 = { ...head2019, superiorAgency: 'Bưu điện huyện Kỳ Anh', agency: 'Điểm Bưu điện - Văn hóa xã Kỳ Bắc' } as const;
const about = { about: 'Hồ sơ', code: code(3), complainant: { name: farmer.name, address: farmer.address, phone: farmer.phone ?? '' }, content: 'Hồ sơ gửi ngày 18/11/2019 đến ngày 25/11/2019 chưa đến cơ quan giải quyết.\nNhân viên không báo cho gia đình.' } as const;

export const complaintReceived: ComplaintReceiptPayload = {
  kind: 'complaint-receipt', version: 'v1', head: post2019, issuedAt: at('2019-11-25T09:20:00+07:00'), number: '01/TNKN', ...about, proofNumber: 'RH 000 000 003 VN', proofs: 'Chứng từ gửi (01 tệp), Ảnh bưu gửi hư hỏng (02 tệp)', wish: 'Tìm hồ sơ và hoàn cước',
  settleBy: '2019-12-02' as PlainDate, within: '5 ngày làm việc (bưu gửi trong tỉnh)', receivedBy: { name: 'Võ Thị Bưu Điện', title: 'nhân viên bưu chính' },
};

export const complaintSettled: ComplaintNoticePayload = {
  kind: 'complaint-notice', version: 'v1', head: post2019, issuedAt: at('2019-11-29T15:00:00+07:00'), number: '01/TBKN', ...about, receiptNumber: '01/TNKN', receivedAt: at('2019-11-25T09:20:00+07:00'),
  result: 'Khiếu nại đúng', isRefused: false, ground: 'Nghị định số 47/2011/NĐ-CP, Điều 25', note: 'Túi hồ sơ bị chậm hai ngày do chuyến thư nghỉ.\nHồ sơ đã đến cơ quan ngày 26/11/2019; cước được hoàn.', compensation: 33_000,
  settledBy: { name: 'Lê Thị Hải Đường', title: 'Kiểm soát viên Bưu điện tỉnh Hà Tĩnh' },
};

export const complaintRefused: ComplaintNoticePayload = {
  ...complaintSettled, number: '02/TBKN', complainant: { name: longNamed.name, organisationName: longNamed.organisationName ?? '', address: longNamed.address }, result: 'Từ chối giải quyết', isRefused: true, compensation: undefined,
  ground: 'Quá thời hiệu khiếu nại 06 tháng kể từ ngày kết thúc thời gian toàn trình', note: 'Thời gian toàn trình kết thúc ngày 10/01/2019; khiếu nại gửi đến ngày 25/11/2019.',
};

export const remittance: RemittanceSlipPayload = {
  kind: 'remittance-slip', version: 'v1', head: post2019, issuedAt: at('2019-11-18T16:50:00+07:00'), number: '07/BKNT', paidOn: '2019-11-18' as PlainDate, way: 'Tiền mặt', amount: 138_000,
  giver: { unitName: 'Bộ phận Tiếp nhận và Trả kết quả xã Kỳ Bắc', personName: 'Võ Thị Bưu Điện', personTitle: 'nhân viên bưu chính' }, taker: { unitName: 'Bưu điện huyện Kỳ Anh' },
  sums: [
    { what: 'Bưu tá Hoàng Văn Gió nộp', at: at('2019-11-18T11:20:00+07:00'), amount: 120_000 }, { what: 'Bưu tá Hoàng Văn Gió nộp', at: at('2019-11-18T16:40:00+07:00'), amount: 26_000 },
    { what: 'Đã trả lại người nhận Nguyễn Thị Hạ', at: at('2019-11-18T16:45:00+07:00'), amount: -8_000 },
  ],
};

export const remittanceLong: RemittanceSlipPayload = {
  ...remittance, head: head2026, issuedAt: at('2026-11-27T16:50:00+07:00'), number: '112/BKNT', paidOn: '2026-11-27' as PlainDate, way: 'Chuyển khoản, số tham chiếu FT26331004512', amount: 40 * 1_026_000,
  giver: { unitName: head2026.deskName, personName: longNamed.name }, note: 'Nộp gộp các khoản từ ngày 20/11/2026 đến ngày 27/11/2026',
  sums: Array.from({ length: 40 }, (_, i) => ({ what: i % 4 === 0 ? 'Phần còn thiếu của bảng kê 111/BKNT' : 'Bưu tá Nguyễn Thị Phương Thảo Nguyên Hạnh nộp', at: at('2026-11-26T16:40:00+07:00'), amount: 1_026_000 })),
};
