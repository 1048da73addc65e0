// The words of every refusal at the desk: what is wrong, and what to do next.
import type { ReceptionRefused } from '#core/dossier/assess-reception.ts';
import type { AcceptPapersRefused } from '#core/dossier/accept-papers.ts';
import type { AcceptOutcomeRefusal } from '#core/dossier/accept-outcome.ts';
import type { CertifyRefusal } from '#core/dossier/certify-copies.ts';
import type { AlreadyRecorded, DeskActRefused } from '#core/dossier/desk-dossier.ts';
import type { ForwardRefusal, NotForwardable } from '#core/dossier/forward-dossiers.ts';
import type { GuidanceRefusal } from '#core/dossier/give-guidance.ts';
import { ACT_LABELS } from '#core/dossier/life.ts';
import type { ChangedMeanwhile } from '#core/dossier/office-work.ts';
import type { ReceiveRefusal } from '#core/dossier/receive-dossier.ts';
import type { SupplementRefusal } from '#core/dossier/receive-supplement.ts';
import type { RefuseReceptionRefusal } from '#core/dossier/refuse-reception.ts';
import type { ReturnRefusal } from '#core/dossier/return-outcome.ts';
import { type DossierState, nationalStatusLabel } from '#core/dossier/state.ts';
import type { SupersedeRefusal } from '#core/dossier/supersede-receipt.ts';
import type { WithdrawRefusal } from '#core/dossier/withdraw-dossier.ts';
import type { UncollectedRefused } from '#core/dossier/invite-to-collect.ts';
import { formatDate, formatMoment, formatMoney } from '#core/kernel/format.ts';
import type { Role } from '#core/organisation/organisation.ts';
import type { Channel } from '#core/procedure/procedure.ts';
import type { GivePapersRefused } from '#core/dossier/give-back-papers.ts';
import { LATE_REFUSALS } from './late.ts';
import { missingInWords } from './missing-in-words.ts';

export type DeskRefusal =
  | ReceiveRefusal | ReceptionRefused | SupersedeRefusal | CertifyRefusal | GuidanceRefusal | RefuseReceptionRefusal
  | ForwardRefusal | AcceptOutcomeRefusal | SupplementRefusal | ReturnRefusal | DeskActRefused | WithdrawRefusal | AcceptPapersRefused | GivePapersRefused | UncollectedRefused | AlreadyRecorded;

export type Words = { readonly title: string; readonly detail: string };
type Of<K extends DeskRefusal['kind']> = Extract<DeskRefusal, { readonly kind: K }>;
type Texts = { readonly [K in DeskRefusal['kind']]: (refusal: Of<K>) => Words };

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  'postal-clerk': 'nhân viên bưu điện', 'commune-officer': 'công chức tiếp nhận', 'agency-officer': 'công chức thụ lý',
  'section-head': 'lãnh đạo phòng', 'signing-leader': 'người có thẩm quyền ký', 'records-clerk': 'văn thư', courier: 'bưu tá',
  'post-supervisor': 'kiểm soát viên bưu điện', 'steering-committee': 'Ban Chỉ đạo Đề án', administrator: 'quản trị hệ thống',
};
const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  counter: 'trực tiếp', online: 'trực tuyến', post: 'qua dịch vụ bưu chính công ích',
};
const WHY_NOT_FORWARDED: Readonly<Record<NotForwardable['why'], string>> = {
  'changed-meanwhile': 'vừa có người cập nhật', 'not-at-desk': 'không còn ở Bộ phận Một cửa', 'other-agency': 'thuộc cơ quan giải quyết khác',
};

const words = (title: string, detail: string): Words => ({ title, detail });
const stateWords = (state: DossierState | 'none'): string => (state === 'none' ? 'chưa tiếp nhận' : `“${nationalStatusLabel(state)}”`);
/** Who did what when: the second decides again in the knowledge of the first. */
export const changedWords = ({ code, state, by, at, act }: ChangedMeanwhile): string => {
  const done = act === undefined ? 'cập nhật' : `thực hiện “${ACT_LABELS[act]}”`;
  const who = by === undefined || at === undefined ? 'vừa có người cập nhật' : `vừa được ${by} ${done} lúc ${formatMoment(at)}`;
  return `Hồ sơ ${code} ${who}, nay ở trạng thái ${stateWords(state)}. Nội dung ông/bà đã nhập vẫn còn: xem nội dung mới rồi quyết định lại.`;
};
/** Who has it, and how it comes back. */
const carriedWords = ({ by, name, stands }: Of<'outcome-carried'>): string => {
  const who = by === 'courier' ? `bưu tá ${name}` : name;
  switch (stands) {
    case 'coming-back': return `Kết quả đang được ${who} đưa về quầy. Kiểm đếm ở “Gửi đi” rồi mới trả.`;
    case 'going-out': return `Kết quả đã giao cho ${who}, chưa ký nhận. Nếu còn ở quầy: ${by === 'courier' ? 'đề nghị bưu tá ghi là không có khi kiểm đếm' : 'đề nghị đơn vị chuyển phát hủy đơn, kiểm đếm ở “Gửi đi”'}, rồi mới trả.`;
    case 'carried': return `Kết quả đang ở ${who}. ${by === 'courier' ? 'Gọi bưu tá mang về nộp lại quầy, kiểm đếm xong mới trả.' : 'Gọi đơn vị chuyển phát chuyển hoàn về quầy, kiểm đếm ở “Gửi đi” rồi mới trả.'}`;
  }
};
const RELOAD = 'Vui lòng tải lại để xem nội dung mới rồi làm lại.';
const ASK_ADMIN = 'Vui lòng báo người quản trị danh mục bổ sung rồi tiếp nhận lại.';

export const DESK_REFUSALS: Texts = {
  'act-not-possible': (r) => words('Chưa thực hiện được việc này', `Hồ sơ đang ở trạng thái ${stateWords(r.state)} nên không thể “${ACT_LABELS[r.act]}”.`),
  'role-not-allowed': (r) => words('Không có quyền thực hiện', `“${ACT_LABELS[r.act]}” là việc của ${r.needs.map((role) => ROLE_WORDS[role]).join(', ')}.`),
  'changed-meanwhile': (r) => words('Hồ sơ vừa thay đổi', changedWords(r)),
  'signed-as-giver': (r) => words('Không được ký cả hai bên', `Ông/bà đã ký giao hồ sơ ${r.codes.join(', ')}. Đề nghị người khác kiểm đếm, ký nhận.`),
  'already-recorded': () => words('Việc này đã được ghi nhận', `Nội dung này đã được lưu trước đó. ${RELOAD}`),
  'confirmation-needed': (r) => words('Cần công chức xác nhận', r.how === 'pin-each'
    ? 'Công chức tiếp nhận nhập mã PIN để xác nhận hồ sơ này.'
    : 'Công chức tiếp nhận bên cạnh xác nhận trên màn hình này.'),
  'officer-not-present': () => words('Công chức tiếp nhận không có mặt', 'Công chức tiếp nhận mở phiên có mặt bằng mã PIN, rồi xác nhận lại hồ sơ này.'),
  'pin-wrong': () => words('Mã PIN không đúng', 'Mã PIN không đúng. Công chức tiếp nhận vui lòng nhập lại.'),
  'pin-locked': () => words('Mã PIN tạm khóa', 'Đã nhập sai nhiều lần. Vui lòng chờ ít phút rồi thử lại.'),
  'papers-missing': (r) => words('Hồ sơ còn thiếu giấy tờ', `Còn thiếu: ${missingInWords(r.papers)}. In một phiếu hướng dẫn ghi đủ các giấy tờ này cho người nộp.`),
  'paper-unnamed': () => words('Có giấy tờ chưa ghi tên', 'Ghi tên cho giấy tờ ngoài danh mục thành phần hồ sơ.'),
  'fee-unknown': () => words('Khoản thu không có trong danh mục', `Thủ tục này không có khoản thu đã chọn cho cách nộp này. ${RELOAD}`),
  'fee-amount-unknown': (r) => words('Chưa có mức thu', `Chưa có nguồn xác định mức thu “${r.name}”. ${ASK_ADMIN}`),
  'fee-quantity-invalid': () => words('Số lượng khoản thu chưa đúng', 'Nhập lại số lượng của khoản thu.'),
  'fee-exemption-unknown': (r) => words('Trường hợp miễn không có trong quy định', `“${r.exemption}” không phải là trường hợp được miễn của khoản thu này.`),
  'fees-unpaid': (r) => words('Còn khoản chưa thu', `Còn ${formatMoney(r.amount)} phí, lệ phí chưa thu. Thu rồi mới trả kết quả.`),
  'not-received-here': () => words('Không tiếp nhận tại đây', 'Thủ tục này không có trong danh mục được chuyển giao tiếp nhận tại quầy hôm nay. Hướng dẫn người dân đến cơ quan giải quyết.'),
  'procedure-not-in-force': () => words('Thủ tục không còn hiệu lực', 'Thủ tục này không có hiệu lực vào ngày tiếp nhận. Vui lòng chọn thủ tục khác.'),
  'procedure-changed': () => words('Thủ tục vừa được cập nhật', `Danh mục vừa có phiên bản mới của thủ tục này. ${RELOAD}`),
  'regime-not-allowed': () => words('Chỉ nhận qua dịch vụ bưu chính công ích', 'Tại quầy này thủ tục chỉ nhận theo dịch vụ bưu chính công ích: lập phiếu gửi hồ sơ.'),
  'channel-not-offered': (r) => words('Không nhận theo cách này', `Thủ tục này không nhận hồ sơ ${CHANNEL_WORDS[r.channel]} tại quầy.`),
  'must-be-present': (r) => words('Người yêu cầu phải có mặt', r.why === 'by-post'
    ? 'Thủ tục này phải thực hiện trước mặt công chức nên không nhận qua dịch vụ bưu chính công ích.'
    : 'Thủ tục này không được ủy quyền: người yêu cầu phải có mặt.'),
  'authorisation-needed': (r) => words('Cần giấy ủy quyền', r.why === 'signs-register-by-post'
    ? 'Thủ tục này phải ký Sổ hộ tịch; gửi qua bưu chính thì cần văn bản ủy quyền ký thay.'
    : 'Người nhận thay phải có giấy ủy quyền; người nhà không có giấy hẹn cũng cần giấy ủy quyền.'),
  'case-unknown': () => words('Chưa chọn trường hợp', 'Chọn trường hợp của thủ tục để biết thành phần hồ sơ.'),
  'fields-invalid': () => words('Có mục chưa đúng', 'Vui lòng xem lại các mục được đánh dấu rồi gửi lại.'),
  'scans-missing': (r) => words('Có bản quét chưa tải lên', `${r.scans.length} bản quét chưa có trên máy chủ. Vui lòng tải lên lại.`),
  'time-limit-unknown': (r) => words('Chưa có thời hạn giải quyết', `Chưa có nguồn xác định thời hạn của “${r.procedureName}”. ${ASK_ADMIN}`),
  'agency-code-missing': (r) => words('Đơn vị chưa có mã định danh', `${r.unitName} chưa có mã định danh để cấp mã hồ sơ. ${ASK_ADMIN}`),
  'register-closed': (r) => words('Sổ theo dõi hồ sơ đã khóa', `Sổ theo dõi hồ sơ năm ${r.year} đã khóa và ký, không ghi thêm được. Kiểm tra ngày giờ của hệ thống, rồi báo người đứng đầu cơ quan giữ sổ.`),
  'book-closed-for-good': (r) => words('Sổ chứng thực đã khóa', `Sổ chứng thực năm ${r.year} đã khóa và ký, không ghi thêm được. Kiểm tra ngày giờ của hệ thống, rồi báo người đứng đầu cơ quan giữ sổ.`),
  'posting-needed': () => words('Thiếu thông tin bưu gửi', 'Nhập số hiệu bưu gửi và cước để lập phiếu gửi hồ sơ.'),
  'received-in-future': (r) => words('Thời điểm tiếp nhận chưa đúng', `Thời điểm tiếp nhận không thể sau lúc này (${formatMoment(r.now)}).`),
  'late-entry-too-old': (r) => words('Đã quá lâu để nhập từ sổ giấy', `Chỉ nhập được hồ sơ tiếp nhận trong ${r.workingDays} ngày làm việc gần đây. Báo lãnh đạo để xử lý bằng văn bản.`),
  'late-entry-of-filing': () => words('Hồ sơ nộp trực tuyến không nhập từ sổ giấy', 'Bỏ phần nhập từ sổ giấy rồi tiếp nhận hồ sơ này như bình thường.'),
  'booklet-number-used': (r) => words('Số trong sổ giấy đã được nhập', `Số ${r.bookletNumber} của ngày này đã nhập thành hồ sơ ${r.code}. Đối chiếu lại với sổ giấy.`),
  'other-agency': () => words('Thủ tục thuộc cơ quan khác', 'Hồ sơ đã chuyển đi mà thủ tục đúng thuộc cơ quan khác. Đề nghị cơ quan trả lại hồ sơ rồi tiếp nhận lại.'),
  'signer-unknown': (r) => words('Người ký chứng thực không còn ký cho cơ quan này', `Ngày ${formatDate(r.day)} người này không ký chứng thực cho cơ quan. Chọn lại người ký, hoặc để trống và ghi tay vào sổ.`),
  'not-certification': (r) => words('Không phải chứng thực bản sao', `“${r.procedureName}” không làm theo cách giải quyết ngay này.`),
  'nothing-missing': () => words('Hồ sơ không thiếu giấy tờ', 'Các giấy tờ bắt buộc đã đủ. Có thể tiếp nhận hồ sơ.'),
  'not-forwardable': (r) => words('Có hồ sơ chưa chuyển được', `${r.dossiers.map((d) => `${d.code}: ${WHY_NOT_FORWARDED[d.why]}`).join('; ')}. Chưa có hồ sơ nào được chuyển.`),
  'nothing-counted': () => words('Chưa kiểm đếm hồ sơ nào', 'Chọn các kết quả đã nhận đủ, hoặc ghi lý do không nhận.'),
  'counted-twice': () => words('Có hồ sơ được đếm hai lần', 'Mỗi hồ sơ chỉ được nhận hoặc không nhận một lần.'),
  'not-on-record': () => words('Có hồ sơ không thuộc biên bản này', `Có hồ sơ không còn chờ nhận theo biên bản này. ${RELOAD}`),
  'receiver-is-not-party': (r) => words('Người nhận không phải người nộp hay chủ hồ sơ', `Giấy tờ không khớp với ${r.names.join(', ')}. Nếu nhận thay, ghi giấy ủy quyền.`),
  'lost-receipt-note-needed': () => words('Chưa ghi việc mất giấy hẹn', 'Mất giấy hẹn thì trả theo giấy tờ tùy thân: ghi lý do để người nhận ký.'),
  'recalled-papers-missing': (r) => words('Chưa thu hồi đủ giấy tờ', `Cần thu hồi: ${r.names.join(', ')}. Nếu không thu hồi được, ghi lý do.`),
  'still-missing': LATE_REFUSALS['still-missing'],
  'no-owner-named': LATE_REFUSALS['no-owner-named'],
  'papers-not-listed': LATE_REFUSALS['papers-not-listed'],
  'papers-not-given-back': LATE_REFUSALS['papers-not-given-back'],
  'papers-at-agency': LATE_REFUSALS['papers-at-agency'],
  'papers-to-be-counted': LATE_REFUSALS['papers-to-be-counted'],
  'papers-counted-already': LATE_REFUSALS['papers-counted-already'],
  'papers-not-counted': LATE_REFUSALS['papers-not-counted'],
  'outcome-not-at-desk': () => words('Kết quả không nằm tại quầy', 'Chỉ mời nhận hoặc chuyển hoàn kết quả bản giấy đang nằm tại quầy này.'),
  'outcome-being-delivered': () => words('Kết quả được chuyển phát tại nhà', 'Người dân đã đề nghị chuyển phát: giao cho bưu tá. Chỉ mời đến nhận khi bưu gửi đã trả về quầy.'),
  'outcome-carried': (r) => words('Kết quả không nằm tại quầy', carriedWords(r)),
  'invitation-too-early': (r) => words('Chưa đến ngày mời', `Mời lần ${r.round} từ ngày ${formatDate(r.from)}; hai lần mời cách nhau ít nhất hai ngày làm việc.`),
  'invited-twice': (r) => words('Đã mời hai lần', `Từ ngày ${formatDate(r.sendBackFrom)}, nếu vẫn không có người đến nhận thì chuyển hoàn cho cơ quan.`),
  'not-invited-twice': (r) => words('Chưa mời đủ hai lần', `Mới mời ${r.invitations} lần. Mời đủ hai lần rồi mới chuyển hoàn cho cơ quan.`),
  'send-back-too-early': (r) => words('Còn trong thời gian mời', `Người dân còn được đến nhận. Chuyển hoàn cơ quan từ ngày ${formatDate(r.from)}.`),
  'papers-already-back': LATE_REFUSALS['papers-already-back'],
};

export const deskRefusalWords = <K extends DeskRefusal['kind']>(refusal: Of<K>): Words =>
  (DESK_REFUSALS[refusal.kind] as (refusal: Of<K>) => Words)(refusal);
