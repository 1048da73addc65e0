// The words of every refusal on a courier's round, at her phone and at the desk. Whatever the desk's own acts refuse too
// keeps the words it has there.
import { ABOUT_REASON } from '#core/shipment/attempt-reasons.ts';
import type { AlreadyRecorded } from '#core/dossier/desk-dossier.ts';
import { formatDate, formatMoment, formatMoney } from '#core/kernel/format.ts';
import type { CourierRefused } from '#core/shipment/courier-round.ts';
import type { DeliveryRefused, FailedRefused } from '#core/shipment/deliver-shipment.ts';
import type { PaperRefused } from '#core/shipment/on-paper.ts';
import type { PickupRefused } from '#core/shipment/pickup.ts';
import type { ReportRefused } from '#core/shipment/told-again.ts';
import type { UndoRefused } from '#core/shipment/undo-delivery.ts';
import { PICKUP_WORDS, STOP_WORDS } from '../courier-words.ts';
import { itemNumberWords } from './carriers.ts';
import { DESK_REFUSALS, type DeskRefusal, type Words } from './desk.ts';
import { type RefusalWords, deskRefusalText } from './refusal-text.ts';

export type CourierRefusal = CourierRefused | DeliveryRefused | FailedRefused | PickupRefused | UndoRefused | PaperRefused | ReportRefused | AlreadyRecorded;
type Number = Extract<CourierRefusal, { readonly kind: `item-number-${string}` }>;
type Own = Exclude<CourierRefusal, { readonly kind: DeskRefusal['kind'] | Number['kind'] }>;

const words = (title: string, detail: string): Words => ({ title, detail });

type Texts = { readonly [K in Own['kind']]: (refusal: Extract<Own, { readonly kind: K }>) => Words };
export const COURIER_REFUSALS: Texts = {
  'another-carrier': (r) => words('Đơn của đơn vị chuyển phát khác', `Đơn ${r.orderNumber} gửi qua ${r.carrierName}, không do bưu tá của bưu điện phát. Giao cho ${r.carrierName}.`),
  'order-not-in-book': (r) => words('Bưu cục chưa nhận đơn', `Đơn ${r.orderNumber} vừa đặt, bưu cục chưa nhận. Chờ ít giây rồi làm lại.`),
  'order-over': (r) => words('Đơn không còn hiệu lực', `Đơn ${r.orderNumber} đã hủy, đang hủy hoặc không được nhận. Đặt đơn mới nếu vẫn cần phát.`),
  'stop-stands': (r) => words('Bưu gửi không còn ở bước này', `Đơn ${r.orderNumber}: ${STOP_WORDS[r.stands].toLowerCase()}. Tải lại danh sách để xem việc tiếp theo.`),
  'outcome-gone': (r) => words('Kết quả không chờ trả ở quầy', `Kết quả của hồ sơ ${r.code} chưa về quầy hoặc đã trả, nên không giao được cho bưu tá.`),
  'nothing-to-carry': (r) => words('Không có bản giấy để giao', `Không có kết quả bản giấy nào của đơn ${r.orderNumber} đang ở quầy. Kiểm tra ở màn hình “Giao nhận”.`),
  'day-passed': (r) => words('Ngày đã qua', `Không xếp được chuyến cho ngày ${formatDate(r.day)}. Chọn hôm nay hoặc ngày sau.`),
  'both-sides': () => words('Không được ký cả hai bên', 'Ông/bà đã ký giao nên không thể ký nhận. Đề nghị người khác của bên nhận kiểm đếm và ký.'),
  'taken-already': (r) => words('Đã được ký nhận', `${r.byName} đã kiểm đếm và ký nhận lúc ${formatMoment(r.at)}. Không cần nhận lại.`),
  'items-uncounted': (r) => words('Chưa kiểm đếm hết', `Còn ${r.names.length} mục chưa đếm: ${r.names.slice(0, 3).join('; ')}${r.names.length > 3 ? '…' : ''}. Đếm tiếp, hoặc ghi là không có.`),
  'item-not-on-record': () => words('Không có trong biên bản', 'Có mục không nằm trong biên bản này, hoặc đếm hai lần. Tải lại danh sách rồi đếm lại.'),
  'nothing-to-hand-in': () => words('Không có gì để nộp', 'Ông/bà không giữ bưu gửi, giấy tờ thu hồi hay tiền thu hộ nào của quầy này.'),
  'more-than-held': (r) => words('Số tiền nhiều hơn số đang giữ', `Số tiền phải nộp nhiều nhất là ${formatMoney(r.held)}. Đếm lại; phần dư trả lại người đưa.`),
  'amount-differs': (r) => words('Số tiền không khớp', `Sổ ghi ${formatMoney(r.expected)}, đếm được ${formatMoney(r.counted)}. Đếm lại, hoặc ghi lý do chênh lệch.`),
  'made-in-future': (r) => words('Giờ trên máy chạy nhanh', `Giờ ghi trên máy muộn hơn giờ của hệ thống (${formatMoment(r.now)}). Chỉnh lại giờ máy rồi gửi lại.`),
  'older-than-order': (r) => words('Việc ghi trước khi đặt đơn', `Đơn ${r.orderNumber} đặt lúc ${formatMoment(r.orderedAt)}, sau giờ ghi trên máy. Kiểm tra giờ máy và số hiệu bưu gửi.`),
  'before-it-was-taken': (r) => words('Việc ghi trước khi nhận bưu gửi', `Bưu gửi được ký giao, nhận lúc ${formatMoment(r.since)}, sau giờ ghi trên máy. Kiểm tra giờ máy rồi ghi lại.`),
  'signature-missing': () => words('Chưa có chữ ký người nhận', 'Đề nghị người nhận ký trên màn hình. Nếu điểm chỉ, chụp ảnh tờ giấy có dấu điểm chỉ.'),
  'signature-unfit': (r) => words('Ảnh chữ ký không dùng được', `Chữ ký phải là ảnh PNG không quá ${Math.floor(r.mostBytes / 1000)} kB. Ký lại trên màn hình.`),
  'collected-differs': (r) => words('Số tiền thu không khớp', `Phải thu ${formatMoney(r.due)}, đã ghi thu ${formatMoney(r.collected)}. Thu đủ, hoặc ghi lý do.`),
  'reason-note-missing': (r) => words('Cần ghi rõ lý do', `Đã chọn “${ABOUT_REASON[r.reason].words}”. Ghi thêm để quầy biết phải làm gì tiếp.`),
  'pickup-stands': (r) => words('Việc nhận tại nhà không còn ở bước này', `Phong bì này: ${PICKUP_WORDS[r.stands].toLowerCase()}. Tải lại danh sách để xem việc tiếp theo.`),
  'slip-number-used': (r) => words('Số phiếu gửi đã dùng', `Số ${r.slipNumber} đã ghi cho bưu gửi khác. Dùng tờ phiếu gửi khác, hoặc so lại từng chữ số.`),
  'old-papers-came': (r) => words('Đã thu giấy tờ cũ tại nhà', `Lần phát này đã thu ${r.names.join('; ')}: có người đã nhận và nộp giấy tờ, nên không hủy được. Lập việc chênh lệch ở màn hình “Giao nhận”.`),
  'money-went-on': (r) => words('Tiền đã nộp về bưu cục', `Số tiền ${formatMoney(r.amount)} thu ở lần phát này không còn ở bưu tá hay ở quầy, nên không trả lại được từ đây. Báo người giám sát bưu điện.`),
  'delivery-followed': (r) => words('Sau khi phát đã có việc khác', `Kết quả của hồ sơ ${r.code} đã có việc chênh lệch hoặc lần giao nhận khác sau lần phát này, nên không hủy ghi phát được. Mở “Giấy tờ đang giữ”, mục “Chênh lệch” để xử lý tiếp.`),
  'paper-missing': () => words('Chưa có giấy của bưu tá', 'Đính kèm bản quét tờ giấy có chữ ký người nhận. Nếu không có, ghi rõ vì sao không có; chỉ chọn một trong hai.'),
  'attempt-told': (r) => words('Lần phát này đã có trong sổ', `Lần phát gần nhất đã ghi là lúc ${formatMoment(r.at)}. Giờ ghi trên giấy phải sau lần đó; nếu là cùng một lần thì không ghi lại.`),
  'report-settled': (r) => words('Việc này đã xử lý', `${r.byName} đã xử lý lúc ${formatMoment(r.at)}. Tải lại danh sách.`),
  'dossier-not-here': () => words('Không thấy hồ sơ này ở quầy', 'Chọn hồ sơ do quầy này tiếp nhận từ phong bì.'),
};

const isNumber = (refusal: CourierRefusal): refusal is Number => refusal.kind.startsWith('item-number-');
const isDesk = (refusal: CourierRefusal): refusal is Extract<CourierRefusal, { readonly kind: DeskRefusal['kind'] }> => Object.hasOwn(DESK_REFUSALS, refusal.kind);

export const courierRefusalText = (refusal: CourierRefusal): RefusalWords => {
  if (isNumber(refusal)) return { title: 'Số phiếu gửi chưa đúng', detail: itemNumberWords(refusal), fieldErrors: [{ path: 'slipNumber', message: itemNumberWords(refusal) }] };
  return isDesk(refusal) ? deskRefusalText(refusal) : (COURIER_REFUSALS[refusal.kind] as (one: Own) => Words)(refusal);
};
