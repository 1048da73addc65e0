// The words of refusals of acts out of the ordinary: apology, extension, supplement that came, papers' way back.
import type { AcceptPapersRefused } from '#core/dossier/accept-papers.ts';
import type { PrepareApologyRefused, ReturnApologyRefused, SignApologyRefused } from '#core/dossier/apology.ts';
import type { ExtendRefused } from '#core/dossier/extend-dossier.ts';
import type { GivePapersRefused, SendPapersRefused } from '#core/dossier/give-back-papers.ts';
import type { RecordSupplementRefused } from '#core/dossier/record-supplement.ts';
import type { TurnBackRefused } from '#core/dossier/turn-back-supplement.ts';
import type { AgencyWithdrawRefusal } from '#core/dossier/withdraw-dossier.ts';
import type { OfficeRefused } from '#core/dossier/office-work.ts';
import type { DeskActRefused } from '#core/dossier/desk-dossier.ts';
import { formatDate, formatMoment } from '#core/kernel/format.ts';
import type { Words } from './desk.ts';

export type LateRefusal = Exclude<
  | PrepareApologyRefused | SignApologyRefused | ReturnApologyRefused | ExtendRefused | RecordSupplementRefused | TurnBackRefused
  | AgencyWithdrawRefusal | SendPapersRefused | AcceptPapersRefused | GivePapersRefused,
  { readonly kind: OfficeRefused['kind'] | DeskActRefused['kind'] | 'no-signing-capacity' }
>;
type Texts = { readonly [K in LateRefusal['kind']]: (refusal: Extract<LateRefusal, { readonly kind: K }>) => Words };

const words = (title: string, detail: string): Words => ({ title, detail });

export const LATE_REFUSALS: Texts = {
  'no-due-date': () => words('Hồ sơ chưa có ngày hẹn trả', 'Thời hạn giải quyết chưa được tính nên chưa có gì để hẹn lại hoặc gia hạn.'),
  'apology-too-late': (r) => words('Đã quá ngày được xin lỗi, hẹn lại', `Phải thông báo trước ngày hẹn trả (${formatMoment(r.dueAt)}) ít nhất 01 ngày, chậm nhất hết ngày ${formatDate(r.lastDay)}. Giải quyết và trả kết quả ngay; hồ sơ vẫn tính là quá hạn, báo cáo lãnh đạo về lý do. Nếu còn trong hạn và pháp luật của thủ tục cho phép, dùng “Gia hạn”.`),
  'already-reappointed': (r) => words('Hồ sơ đã được hẹn lại một lần', `Chỉ được hẹn lại một lần: đã hẹn lại ${formatMoment(r.newDue)} (ký ${formatMoment(r.signedAt)}). Ưu tiên giải quyết để trả đúng ngày đã hẹn lại.`),
  'apology-awaits-signature': (r) => words('Đã có phiếu xin lỗi chờ ký', `${r.by} đã lập lúc ${formatMoment(r.at)}. Đề nghị người ký xem xét, hoặc trả lại để lập phiếu khác.`),
  'no-apology-prepared': () => words('Không có phiếu xin lỗi chờ ký', 'Phiếu đã được ký hoặc đã trả lại. Người đang thụ lý lập phiếu mới nếu còn cần.'),
  'new-due-not-after': (r) => words('Ngày hẹn lại phải sau ngày hẹn cũ', `Chọn ngày sau ${formatMoment(r.dueAt)}.`),
  'new-due-not-working': (r) => words('Ngày hẹn lại không vào giờ làm việc', `Lúc ${formatMoment(r.newDue)} không phải giờ làm việc. Có thể hẹn ${formatMoment(r.next)}.`),
  'new-due-beyond-calendar': (r) => words('Ngày hẹn lại quá xa', `Lịch làm việc chưa có đến ngày ${formatMoment(r.newDue)}. Chọn ngày gần hơn.`),
  'extension-not-allowed': () => words('Thủ tục này không được gia hạn', 'Pháp luật về thủ tục này không cho gia hạn theo lý do đã chọn. Nếu không kịp, lập phiếu xin lỗi và hẹn lại trước ngày hẹn trả ít nhất 01 ngày.'),
  'already-extended': (r) => words('Hồ sơ đã được gia hạn', `Chỉ gia hạn một lần; đã gia hạn lúc ${formatMoment(r.at)}.`),
  'extension-too-late': (r) => words('Đã hết thời hạn giải quyết', `Chỉ gia hạn khi thời hạn chưa hết (${formatMoment(r.dueAt)}). Giải quyết và trả kết quả ngay, báo cáo lãnh đạo về lý do chậm.`),
  'decided-in-future': (r) => words('Ngày quyết định chưa đúng', `Ngày của quyết định gia hạn (${formatDate(r.decidedOn)}) không thể sau hôm nay.`),
  'still-missing': (r) => words('Chưa đủ giấy tờ đã yêu cầu', `Còn thiếu: ${r.names.join('; ')}. Ghi nhận bổ sung một phần (thời hạn vẫn tạm dừng), hoặc ghi lý do coi là đủ.`),
  'arrived-at-wrong-time': (r) => words('Thời điểm nhận chưa đúng', `Thời điểm nhận phải sau khi yêu cầu (${formatMoment(r.askedAt)}) và không sau lúc này (${formatMoment(r.now)}).`),
  'no-answer-waits': () => words('Không có giấy tờ trực tuyến đang chờ', 'Phần người dân gửi đã được xem, hoặc hồ sơ không còn chờ bổ sung. Vui lòng tải lại hồ sơ.'),
  'not-sent': (r) => words('Có giấy tờ người dân chưa gửi', `Lần gửi này không có: ${r.names.join('; ')}. Chỉ nhận những giấy tờ đã gửi.`),
  'not-on-the-list': (r) => words('Giấy tờ còn thiếu phải có trong yêu cầu', `${r.names.length > 0 ? `Không có trong danh mục đã yêu cầu: ${r.names.join('; ')}. ` : ''}Chọn trong danh mục đã yêu cầu; yêu cầu thêm giấy tờ là yêu cầu bổ sung lần nữa.`),
  'turned-back-before': () => words('Đã trả lại một lần', 'Chỉ được trả lại một lần. Nhận phần dùng được, hoặc đề nghị lãnh đạo phòng, người có thẩm quyền ký trả lại lần nữa.'),
  'no-owner-named': () => words('Hồ sơ không ghi chủ hồ sơ riêng', 'Người nộp cũng là chủ hồ sơ. Chọn người nộp hồ sơ.'),
  'papers-not-listed': (r) => words('Có giấy tờ chưa được kể đến', `Đánh dấu đã trả hoặc ghi lý do chưa trả: ${r.names.join('; ')}.`),
  'papers-not-given-back': () => words('Chưa trả lại giấy tờ', 'Giấy tờ đang ở quầy: trả lại cho người rút hồ sơ, có ký nhận, rồi mới ghi nhận rút hồ sơ.'),
  'papers-at-agency': () => words('Giấy tờ còn ở cơ quan giải quyết', 'Cơ quan giải quyết chuyển trả giấy tờ về quầy kèm biên bản, khi đó mới trả lại cho người nộp.'),
  'papers-on-the-way': () => words('Giấy tờ đã được chuyển trả', 'Giấy tờ đang chuyển về quầy theo biên bản đã lập.'),
  'papers-to-be-counted': () => words('Giấy tờ chưa được kiểm đếm', 'Kiểm đếm giấy tờ cơ quan chuyển trả, ghi rõ thiếu hoặc hư hỏng, rồi mới trả lại cho người nộp.'),
  'papers-counted-already': () => words('Giấy tờ đã được kiểm đếm', 'Giấy tờ của hồ sơ này đã nhận về quầy, đang chờ trả lại người nộp.'),
  'papers-not-counted': (r) => words('Có giấy tờ chưa kiểm đếm', `Ghi đủ, thiếu hoặc hư hỏng cho: ${r.names.join('; ')}.`),
  'papers-already-back': () => words('Không còn giấy tờ phải trả lại', 'Giấy tờ của hồ sơ này đã được trả lại, hoặc hồ sơ không giữ giấy tờ nào.'),
  'fields-invalid': () => words('Có mục chưa đúng', 'Vui lòng xem lại các mục được đánh dấu rồi gửi lại.'),
};
