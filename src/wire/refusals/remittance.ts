// The words of every refusal on money's way from a desk to its post.
import type { AlreadyRecorded } from '#core/dossier/desk-dossier.ts';
import { formatDate } from '#core/kernel/format.ts';
import type { RemittanceRefused } from '#core/shipment/remittance.ts';
import { courierRefusalText } from './courier.ts';
import type { Words } from './desk.ts';
import type { RefusalWords } from './refusal-text.ts';

export type RemittanceRefusal = RemittanceRefused | AlreadyRecorded;
type Shared = Extract<RemittanceRefusal, { readonly kind: 'both-sides' | 'more-than-held' | 'amount-differs' | 'taken-already' | 'already-recorded' }>;
type Own = Exclude<RemittanceRefusal, Shared>;

const words = (title: string, detail: string): Words => ({ title, detail });

export const REMITTANCE_REFUSALS: { readonly [K in Own['kind']]: (refusal: Extract<Own, { readonly kind: K }>) => Words } = {
  'sum-gone': () => words('Khoản tiền không còn ở quầy', 'Có khoản đã nộp hoặc đã trả lại trong lúc này. Tải lại danh sách rồi chọn lại.'),
  'nothing-to-remit': () => words('Không có tiền để nộp', 'Các khoản đã chọn cộng lại không còn tiền. Chọn thêm khoản quầy đang giữ.'),
  'reference-missing': () => words('Thiếu số chứng từ chuyển khoản', 'Ghi số tham chiếu trên chứng từ của ngân hàng.'),
  'paid-later': (r) => words('Ngày nộp chưa đến', `Ngày nộp không được sau hôm nay (${formatDate(r.today)}). Ghi ngày đã nộp tiền.`),
  'paid-before-counted': (r) => words('Ngày nộp trước ngày quầy nhận tiền', `Có khoản quầy đếm nhận ngày ${formatDate(r.countedOn)}. Ghi ngày nộp từ ngày đó trở đi, hoặc bỏ khoản ấy ra.`),
};

const isOwn = (refusal: RemittanceRefusal): refusal is Own => Object.hasOwn(REMITTANCE_REFUSALS, refusal.kind);

export const remittanceRefusalText = (refusal: RemittanceRefusal): RefusalWords =>
  (isOwn(refusal) ? (REMITTANCE_REFUSALS[refusal.kind] as (one: Own) => Words)(refusal) : courierRefusalText(refusal));
