// The words for carriers, shipments and item numbers: what each state and code means, what was refused and what to do next.
import { never } from '#core/kernel/brand.ts';
import { type ItemNumberRefused, formatItemNumber } from '#core/numbering/item-number.ts';
import type { ItemRangeRefused } from '#core/numbering/item-range.ts';
import type { CancelRefused, SettleRefused } from '#core/shipment/cancel-shipment.ts';
import type { EventRefused } from '#core/shipment/carrier-events.ts';
import type { DeliveryWrongRefused } from '#core/custody/delivery-wrong.ts';
import type { CountBackRefused, CountedBack } from '#core/shipment/count-back.ts';
import type { ShipmentRefused } from '#core/shipment/order-shipment.ts';
import type { ReceiverField } from '#core/shipment/receiver.ts';
import type { HandOverRefused } from '#core/shipment/shipment-stands.ts';
import type { OrderState, RepeatedOrder } from '#core/shipment/send-order.ts';
import type { CodeMeaning } from '#core/shipment/shipment-status.ts';
import type { CarrierRefusal } from '../carriers.wire.ts';

export const MEANING_WORDS: Readonly<Record<CodeMeaning, string>> = {
  accepted: 'Đã nhận gửi', 'in-transit': 'Đang vận chuyển', 'out-for-delivery': 'Bưu tá đang đi phát', 'attempt-failed': 'Phát chưa thành công',
  delivered: 'Đã phát', returning: 'Đang chuyển hoàn', returned: 'Đã chuyển hoàn', cancelled: 'Đã hủy', lost: 'Thất lạc', informs: 'Chỉ để biết, không đổi trạng thái',
};

export const ORDER_STATE_WORDS: Readonly<Record<OrderState, string>> = {
  waiting: 'Chờ gửi đơn', sending: 'Đang gửi đơn', unclear: 'Chưa rõ đơn vị chuyển phát đã nhận đơn chưa', confirmed: 'Đơn vị chuyển phát đã nhận đơn',
  refused: 'Đơn vị chuyển phát không nhận đơn', cancelling: 'Đang hủy đơn', cancelled: 'Đã hủy đơn',
};

export const REPEATED_WORDS: Readonly<Record<RepeatedOrder, string>> = {
  'same-order': 'Vẫn là một đơn', refused: 'Từ chối vì số đơn đã có', 'second-order': 'Thành đơn thứ hai (hoặc chưa rõ)',
};

export const FAILURE_WORDS: Readonly<Record<string, string>> = {
  'not-reached': 'Không kết nối được', 'no-answer': 'Không trả lời, hoặc trả lời không đọc được', 'credentials-refused': 'Không chấp nhận khóa, mật khẩu',
  fault: 'Hệ thống gặp lỗi khi kết nối', refused: 'Từ chối câu hỏi', 'already-there': 'Đã có từ trước',
};

export const eventRefusalWords = ({ kind }: EventRefused): string => {
  switch (kind) {
    case 'order-unknown': return 'Hệ thống không có đơn này. Nếu là đơn mới gửi, tin tự ghi vào đơn khi biết số hiệu; còn ở đây đến hôm sau thì hỏi đơn vị chuyển phát xem đơn của ai.';
    case 'older-than-order': return 'Sự kiện xảy ra trước khi đặt đơn nên không được tính. Báo đơn vị chuyển phát kiểm tra giờ hoặc số đơn.';
    case 'time-unreadable': return 'Không đọc được giờ của sự kiện nên không được tính. Báo đơn vị chuyển phát gửi lại cho đúng.';
    default: return never(kind);
  }
};

export const itemNumberWords = (refusal: ItemNumberRefused): string => {
  switch (refusal.kind) {
    case 'item-number-length': return `Số hiệu bưu gửi có 13 ký tự, ví dụ RR473124829VN; vừa nhập ${refusal.length} ký tự. Xem lại trên nhãn.`;
    case 'item-number-character':
      return `Ký tự thứ ${refusal.position} là “${refusal.found}”, chỗ đó phải là ${refusal.needed === 'digit' ? 'chữ số' : 'chữ cái'}. Xem lại trên nhãn.`;
    case 'item-number-check-digit':
      return `Có chữ số nhập sai: chữ số kiểm tra (ký tự thứ 11) phải là ${refusal.expected}, đang là ${refusal.found}. So lại từng chữ số với nhãn.`;
  }
};

export const itemRangeWords = (refusal: ItemRangeRefused): { readonly title: string; readonly detail: string; readonly fieldErrors: readonly { path: string; message: string }[] } => {
  const words = (path: string, message: string) => ({ title: 'Dải số hiệu chưa đúng', detail: message, fieldErrors: [{ path, message }] });
  switch (refusal.kind) {
    case 'range-prefix': return words('prefix', 'Hai chữ đầu phải là hai chữ cái in hoa, ví dụ RR.');
    case 'range-upside-down': return words('to', 'Số cuối không được nhỏ hơn số đầu; mỗi số có nhiều nhất 8 chữ số, không kể chữ số kiểm tra.');
    case 'range-overlaps':
      return words('from', `Trùng với dải từ ${String(refusal.from).padStart(8, '0')} đến ${String(refusal.to).padStart(8, '0')} đã cấp cho ${refusal.deskName}.`);
  }
};
/** First and last number as they stand on labels. */
export const rangeEnds = ({ prefix, from, to }: { readonly prefix: string; readonly from: number; readonly to: number }) =>
  ({ first: formatItemNumber(prefix, from), last: formatItemNumber(prefix, to) });

const RECEIVER_WORDS: Readonly<Record<ReceiverField, string>> = {
  phone: 'Số điện thoại gồm 10 số, bắt đầu bằng số 0, để bưu tá gọi trước khi phát.',
  address: 'Ghi rõ thôn, xóm hoặc số nhà, đường; chỉ tên xã thì bưu tá không tìm được.',
};
export const receiverFieldErrors = (fields: readonly ReceiverField[]) => fields.map((field) => ({ path: `receiver.${field}`, message: RECEIVER_WORDS[field] }));

type DeskRefusal = DeliveryWrongRefused | ShipmentRefused | CancelRefused | HandOverRefused | CountBackRefused;

export const shipmentRefusalText = (refusal: DeskRefusal): string => {
  switch (refusal.kind) {
    case 'carrier-closed': return 'Đơn vị chuyển phát này đang ngừng nhận. Chọn đơn vị khác.';
    case 'place-unknown-to-carrier': return `Đơn vị chuyển phát chưa có mã cho “${refusal.place}”. Nhờ quản trị hệ thống bổ sung ở màn hình “Chuyển phát”.`;
    case 'outcome-not-at-desk': return `Kết quả của hồ sơ ${refusal.code} chưa có ở quầy, hoặc đã trả. Chỉ gửi kết quả đang ở quầy.`;
    case 'outcome-to-count': return `Kết quả của hồ sơ ${refusal.code} đang được chuyển hoàn về quầy. Kiểm đếm ở “Gửi đi” rồi mới gửi lại.`;
    case 'not-delivered': return `Kết quả của hồ sơ ${refusal.code} chưa được phát bằng bưu gửi, nên chưa ghi sự cố khi phát. Xem bưu gửi đang ở đâu.`;
    case 'delivery-case-open': return `Hồ sơ ${refusal.code} đã có việc chênh lệch đang xử lý. Mở mục “Chênh lệch” để xem.`;
    case 'not-coming-back': return `Bưu gửi của đơn ${refusal.orderNumber} không ở trên đường chuyển hoàn, hoặc đã kiểm đếm. Tải lại danh sách rồi kiểm đếm tiếp.`;
    case 'count-back-note': return `Ghi rõ bưu gửi của đơn ${refusal.orderNumber} hư hỏng thế nào, hoặc vì sao không có.`;
    case 'counted-back-twice': return 'Có bưu gửi được đếm hai lần. Tải lại danh sách rồi kiểm đếm lại.';
    case 'shipped-already': return `Kết quả của hồ sơ ${refusal.code} đã có trong đơn ${refusal.orderNumber}. Hủy đơn đó trước khi gửi lại.`;
    case 'dossier-changed': return 'Hồ sơ vừa thay đổi. Vui lòng xem lại rồi gửi.';
    case 'item-numbers-out': return 'Quầy đã dùng hết số hiệu bưu gửi. Nhờ quản trị hệ thống cấp thêm dải số, hoặc gửi không lấy số hiệu của quầy.';
    case 'order-unclear': return 'Chưa rõ đơn vị chuyển phát đã nhận đơn chưa, nên chưa hủy được. Chờ hệ thống hỏi lại, hoặc gọi cho đơn vị chuyển phát.';
    case 'order-ended': return 'Đơn này đã hủy, đang hủy hoặc không được nhận nên không cần hủy nữa. Tải lại để xem tình trạng của đơn.';
    case 'receivers-differ': return `Hồ sơ ${refusal.codes.join(', ')} của người khác. Mỗi bưu gửi chỉ cho một người nhận; tách ra bưu gửi riêng.`;
    case 'receiver-wrong': return refusal.fields.map((field) => RECEIVER_WORDS[field]).join(' ');
    case 'handed-over-to-carrier': return 'Bưu gửi đã giao cho đơn vị chuyển phát nên không hủy được. Gọi đơn vị chuyển phát để chuyển hoàn về quầy.';
    case 'courier-takes-it': return `Đơn ${refusal.orderNumber} do bưu tá của bưu điện phát. Giao đích danh cho bưu tá, không lập biên bản với đơn vị chuyển phát.`;
    case 'order-not-confirmed': return `Đơn vị chuyển phát chưa nhận đơn ${refusal.orderNumber}. Chờ đơn được nhận, hoặc hủy đơn rồi gửi lại.`;
    case 'handed-over-before': return `Đơn ${refusal.orderNumber} đã có trong một biên bản giao. Tải lại danh sách, bỏ đơn này ra.`;
    case 'outcome-not-here': return `Kết quả của hồ sơ ${refusal.code} không còn ở quầy. Mở hồ sơ, xem mục “Đường đi” trước khi giao.`;
  }
};

export const carrierRefusalText = (refusal: CarrierRefusal | SettleRefused): string => {
  switch (refusal.kind) {
    case 'carrier-changed': return 'Thông tin vừa được người khác sửa. Vui lòng xem lại rồi lưu.';
    case 'carrier-kind-fixed': return 'Không đổi được cách kết nối của một đơn vị đã có. Hãy thêm đơn vị mới.';
    case 'carrier-secret-missing': return 'Nhập khóa và mật khẩu do đơn vị chuyển phát cấp.';
    case 'carrier-is-asked': return 'Đơn vị này không báo hành trình vào hệ thống nên không cần mã bảo mật; hệ thống tự hỏi.';
    case 'order-not-unclear': return 'Đơn này đã rõ, không cần xác nhận nữa. Tải lại để xem tình trạng của đơn.';
  }
};

/** What somebody at the desk is to do about it. */
export const shipmentAdvice = (row: { readonly state: OrderState; readonly status: string | null; readonly problem: string | null; readonly unmapped: unknown }): string => {
  if (row.state === 'refused') return 'Xem lời của đơn vị chuyển phát, sửa địa chỉ hoặc chọn đơn vị khác rồi gửi lại từ mục “Chờ gửi”.';
  if (row.state === 'unclear') return 'Hệ thống chờ đơn vị chuyển phát trả lời. Cần gấp: gọi cho họ, rồi nhờ quản trị hệ thống ghi ở “Chuyển phát”, mục “Đơn cần xem”.';
  if (row.unmapped !== null) return 'Chưa ai nói mã này nghĩa là gì. Nhờ quản trị hệ thống ghi ở màn hình “Chuyển phát”, mục “Mã chưa rõ”.';
  if (row.problem === 'cancel-refused') return 'Đơn vị chuyển phát không hủy đơn. Gọi cho họ, hoặc giao bưu gửi như thường.';
  if (row.status === 'lost') return 'Xử lý ở “Giấy tờ đang giữ”, mục “Chênh lệch”: đề nghị cơ quan cấp lại, xác định bên chịu chi phí.';
  if (row.status === 'returning') return 'Bưu gửi đang quay về. Gọi người nhận, hỏi lại địa chỉ hoặc mời đến quầy.';
  return 'Gọi người nhận, hẹn lại giờ phát rồi báo đơn vị chuyển phát.';
};

export const COUNTED_BACK_WORDS: Readonly<Record<CountedBack, string>> = {
  there: 'Đã về quầy, đủ', damaged: 'Đã về quầy, hư hỏng', missing: 'Chuyển hoàn nhưng không có',
};

/** Where a shipment is, in one line: what the desk counted back, the carrier’s word, then ours; a code that nobody mapped stands as it came. */
export const shipmentWords = (row: {
  readonly state: OrderState; readonly status: string | null; readonly message: string | null; readonly unmapped: { readonly code: string; readonly message: string } | null; readonly countedBackAs?: CountedBack | null;
}): string => {
  if (row.countedBackAs) return COUNTED_BACK_WORDS[row.countedBackAs];
  if (row.unmapped) return `${row.unmapped.message || 'Không có lời giải thích'} (mã ${row.unmapped.code})`;
  if (row.status !== null && row.state !== 'cancelled') return MEANING_WORDS[row.status as CodeMeaning] ?? row.status;
  return row.state === 'refused' && row.message ? `${ORDER_STATE_WORDS.refused}: ${row.message}` : ORDER_STATE_WORDS[row.state];
};
