// The words of every refusal in the agency: what is wrong, and what to do next.
import type { AcceptRefused } from '#core/dossier/accept-hand-over.ts';
import type { AskSupplementRefused } from '#core/dossier/ask-supplement.ts';
import type { AssignRefused } from '#core/dossier/assign-dossier.ts';
import type { CompleteStepRefused } from '#core/dossier/complete-step.ts';
import type { OutcomeBackRefused } from '#core/dossier/invite-to-collect.ts';
import { ACT_LABELS } from '#core/dossier/life.ts';
import type { RecordOutcomeRefused } from '#core/dossier/record-outcome.ts';
import type { RefuseResolutionRefused } from '#core/dossier/refuse-resolution.ts';
import type { SendOutcomeRefused } from '#core/dossier/send-outcome.ts';
import type { SettleRefused } from '#core/dossier/settle-financial-duty.ts';
import { nationalStatusLabel } from '#core/dossier/state.ts';
import type { StopRefused } from '#core/dossier/stop-dossier.ts';
import { formatDate, formatMoment } from '#core/kernel/format.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { Role } from '#core/organisation/organisation.ts';
import { ROLE_WORDS, type Words, changedWords } from './desk.ts';
import { LATE_REFUSALS, type LateRefusal } from './late.ts';

export type OfficeRefusal =
  | AcceptRefused | AssignRefused | CompleteStepRefused | AskSupplementRefused | SettleRefused
  | RefuseResolutionRefused | RecordOutcomeRefused | SendOutcomeRefused | OutcomeBackRefused | StopRefused | LateRefusal;

type Of<K extends OfficeRefusal['kind']> = Extract<OfficeRefusal, { readonly kind: K }>;
type Texts = { readonly [K in OfficeRefusal['kind']]: (refusal: Of<K>) => Words };

const words = (title: string, detail: string): Words => ({ title, detail });
const roleWords = (role: string): string => (Object.hasOwn(ROLE_WORDS, role) ? ROLE_WORDS[role as Role] : role);
const when = (at: Moment | PlainDate): string => (at.length === 10 ? formatDate(at as PlainDate) : formatMoment(at as Moment));
const state = (of: Parameters<typeof nationalStatusLabel>[0] | 'none'): string => (of === 'none' ? 'chưa tiếp nhận' : `“${nationalStatusLabel(of)}”`);

export const OFFICE_REFUSALS: Texts = {
  ...LATE_REFUSALS,
  'act-not-possible': (r) => words('Chưa thực hiện được việc này', `Hồ sơ đang ở trạng thái ${state(r.state)} nên không thể “${ACT_LABELS[r.act]}”.`),
  'role-not-allowed': (r) => words('Không có quyền thực hiện', `“${ACT_LABELS[r.act]}” là việc của ${r.needs.map(roleWords).join(', ')}.`),
  'changed-meanwhile': (r) => words('Hồ sơ vừa thay đổi', changedWords(r)),
  'signed-as-giver': (r) => words('Không được ký cả hai bên', `Ông/bà đã ký giao ${r.codes.length === 1 ? `hồ sơ ${r.codes[0]}` : `${r.codes.length} hồ sơ (${r.codes.slice(0, 3).join(', ')}${r.codes.length > 3 ? '…' : ''})`} nên không thể ký nhận. Đề nghị người khác của cơ quan kiểm đếm và ký.`),
  'own-pin-wrong': () => words('Mã PIN không đúng', 'Mã PIN của ông/bà không đúng. Vui lòng nhập lại, hoặc ký bằng cách khác.'),
  'own-pin-locked': () => words('Mã PIN tạm khóa', 'Đã nhập sai nhiều lần. Chờ ít phút rồi thử lại, hoặc ký bằng cách khác.'),
  'signature-not-here': () => words('Chưa có bản ký', 'Bản ký chưa tải lên được, hoặc do người khác tải lên. Vui lòng tải lên lại.'),
  'not-your-step': (r) => words('Không phải bước của ông/bà', r.needs === 'none'
    ? 'Hồ sơ chưa có bước xử lý đang mở.'
    : r.holder === undefined
      ? `Bước này do ${roleWords(r.needs)} thực hiện.`
      : `Bước này đã phân công cho ${r.holder} (${roleWords(r.needs)}).`),
  'no-such-colleague': () => words('Không tìm thấy người được phân công', 'Người được chọn không còn làm việc tại cơ quan này. Vui lòng chọn người khác.'),
  'colleague-lacks-role': (r) => words('Người được chọn không làm bước này', `${r.name} không có nhiệm vụ của bước này (${roleWords(r.needs)}). Vui lòng chọn người khác.`),
  'other-section': (r) => words('Người được chọn thuộc phòng khác', `${r.name} không thuộc phòng của ông/bà. Lãnh đạo cơ quan có thể phân công sang phòng khác.`),
  'no-signing-capacity': () => words('Chưa có thẩm quyền ký', 'Tài khoản chưa được gán thẩm quyền ký (TM., KT., TL., TUQ.) tại cơ quan này. Vui lòng báo người quản trị.'),
  'refusal-proposed': () => words('Hồ sơ được đề nghị từ chối', 'Ký từ chối giải quyết, hoặc trả lại chuyên viên kèm lý do.'),
  'issue-instead': () => words('Văn thư không chuyển bước', 'Vào sổ, cấp số và phát hành kết quả; hoặc trả lại kèm lý do.'),
  'nothing-before': () => words('Đây là bước đầu tiên', 'Không có bước trước để trả lại.'),
  'nothing-asked': (r) => words('Có dòng chưa ghi yêu cầu', `Dòng ${r.line + 1}: ghi số lượng bản cần nộp hoặc nội dung cần sửa.`),
  'second-request': (r) => words('Hồ sơ đã được yêu cầu bổ sung một lần', r.why === 'leader-asks'
    ? 'Chỉ được yêu cầu bổ sung một lần. Yêu cầu lại phải do lãnh đạo phòng hoặc người có thẩm quyền ký ghi căn cứ và thực hiện.'
    : 'Ghi căn cứ vì sao phải yêu cầu lại; lần này được đánh dấu và tính là chậm trong thống kê.'),
  'paid-in-future': (r) => words('Ngày nộp chưa đúng', `Ngày nộp tiền (${formatDate(r.paidOn)}) không thể sau hôm nay.`),
  'not-approved': () => words('Kết quả chưa được ký duyệt', 'Chưa có người có thẩm quyền ký duyệt, hoặc hồ sơ đã bị trả lại sau khi ký. Không thể cấp số, phát hành.'),
  'not-sealed': () => words('Kết quả chưa đóng dấu', 'Đóng dấu (hoặc ký số cơ quan) rồi mới phát hành.'),
  'not-signed-digitally': () => words('Tệp kết quả chưa có chữ ký số của người có thẩm quyền', 'Dùng dự thảo đã ký số, hoặc đóng dấu bản giấy rồi phát hành.'),
  'outcome-back-already': () => words('Không có kết quả nào đang chuyển hoàn', 'Cơ quan đã nhận lại kết quả này, hoặc quầy chưa chuyển hoàn.'),
  'seal-awaited': (r) => words('Kết quả chưa có chữ ký số của cơ quan', `Hồ sơ ${r.code}: văn thư ký số cơ quan, hoặc đóng dấu bản giấy và xác nhận khi chuyển trả.`),
  'no-outcome-attached': () => words('Chưa có kết quả', 'Tải lên tệp kết quả hoặc xác nhận có bản giấy.'),
  'file-unknown': () => words('Tệp chưa tải lên được', 'Máy chủ chưa có tệp này. Vui lòng tải lên lại.'),
  'several-desks': () => words('Kết quả thuộc nhiều Bộ phận Một cửa', 'Mỗi biên bản giao nhận chỉ gửi về một Bộ phận Một cửa. Vui lòng chọn riêng từng nơi.'),
  'several-agencies': () => words('Kết quả của nhiều cơ quan', 'Mỗi biên bản giao nhận chỉ của một cơ quan giải quyết. Vui lòng chọn riêng.'),
  'answer-waits': (r) => words('Người dân đã gửi giấy tờ bổ sung', `Giấy tờ gửi trực tuyến lúc ${when(r.sentAt)} chưa có người xem. Nhận, hoặc trả lại kèm lý do, rồi mới dừng giải quyết.`),
  'not-overdue': (r) => words('Chưa quá hạn bổ sung', r.answerBy === undefined
    ? 'Yêu cầu không ghi thời hạn nên không thể dừng giải quyết vì quá hạn.'
    : `Thời hạn của người dân đến ${when(r.answerBy)}.`),
};

export const officeRefusalText = <K extends OfficeRefusal['kind']>(refusal: Of<K>): Words =>
  (OFFICE_REFUSALS[refusal.kind] as (refusal: Of<K>) => Words)(refusal);
