// Why nothing was signed, and what to do: another try, or pen and seal and a scan.
import type { SignPaperRefused } from '#core/dossier/sign-paper.ts';
import { ROLE_WORDS, type Words } from './desk.ts';

/** What the holder of the key or the file itself refuses. */
export type SigningServiceRefusal =
  | { readonly kind: 'credential-unknown' } | { readonly kind: 'certificate-not-valid' } | { readonly kind: 'secret-missing' }
  | { readonly kind: 'secret-wrong' } | { readonly kind: 'secret-locked' } | { readonly kind: 'declined' } | { readonly kind: 'service-unreachable' }
  | { readonly kind: 'service-too-slow' } | { readonly kind: 'service-faulty'; readonly what: string }
  | { readonly kind: 'pdf-not-signable' } | { readonly kind: 'signed-meanwhile' };

export type SigningRefusal = SignPaperRefused | SigningServiceRefusal;

type Of<K extends SigningRefusal['kind']> = Extract<SigningRefusal, { readonly kind: K }>;
type Texts = { readonly [K in SigningRefusal['kind']]: (refusal: Of<K>) => Words };

const words = (title: string, detail: string): Words => ({ title, detail });
const ON_PAPER = 'Chưa có gì được ký. Có thể ký, đóng dấu trên bản giấy rồi quét lại, hoặc thử lại sau.';

export const SIGNING_REFUSALS: Texts = {
  'paper-not-signable': () => words('Giấy này không ký số', 'Chỉ ký số kết quả giải quyết và các thông báo của cơ quan.'),
  'paper-superseded': () => words('Giấy này đã được thay thế', 'Ký giấy thay thế.'),
  'signer-lacks-role': (r) => words('Không có quyền ký', `Việc này là của ${ROLE_WORDS[r.needs]}.`),
  'already-signed': () => words('Giấy này đã được ký', 'Chữ ký này đã có trên bản điện tử; mở giấy để xem.'),
  'leader-signs-first': () => words('Người có thẩm quyền chưa ký', 'Chữ ký số của cơ quan được thêm sau chữ ký của người có thẩm quyền.'),
  'draft-not-at-signer': () => words('Dự thảo này không chờ ký', 'Mở lại hồ sơ để xem bản đang trình; chỉ bản đang trình người có thẩm quyền mới được ký.'),
  'draft-not-issued': () => words('Dự thảo chưa phát hành', 'Vào sổ, cấp số, phát hành; chữ ký số của cơ quan được thêm trong cùng bước đó.'),
  'no-file-to-sign': () => words('Chưa có bản điện tử để ký', 'Tải lên tệp PDF của kết quả, hoặc ký trên bản giấy.'),
  'no-signing-credential': () => words('Chưa có chứng thư số', 'Người quản trị gán chứng thư số cho tài khoản hoặc cho cơ quan (motcua signing). Trong khi chờ: ký trên bản giấy rồi quét lại.'),
  'credential-unknown': () => words('Không tìm thấy chứng thư số', `Dịch vụ ký số hoặc thiết bị không có chứng thư đã gán. ${ON_PAPER}`),
  'certificate-not-valid': () => words('Chứng thư số không còn hiệu lực', `Chứng thư đã hết hạn, bị tạm dừng hoặc thu hồi. ${ON_PAPER}`),
  'secret-missing': () => words('Cần mã PIN', 'Nhập mã PIN của chứng thư số rồi ký lại.'),
  'secret-wrong': () => words('Mã PIN chưa đúng', 'Chưa có gì được ký. Nhập lại mã PIN; nhập sai nhiều lần chứng thư sẽ bị khóa.'),
  'secret-locked': () => words('Chứng thư số đã bị khóa', `Nhập sai mã PIN quá nhiều lần; liên hệ nơi cấp để mở khóa. ${ON_PAPER}`),
  declined: () => words('Người ký đã từ chối trên thiết bị', ON_PAPER),
  'service-unreachable': () => words('Không liên lạc được nơi giữ khóa', `Kiểm tra thiết bị ký đã cắm hoặc đường truyền đến dịch vụ ký số. ${ON_PAPER}`),
  'service-too-slow': () => words('Nơi giữ khóa trả lời quá chậm', ON_PAPER),
  'service-faulty': () => words('Nơi giữ khóa trả lời không dùng được', `Báo người quản trị. ${ON_PAPER}`),
  'pdf-not-signable': () => words('Tệp này không ký được', 'Chỉ ký được tệp PDF không hỏng, không đặt mật khẩu. Tải lên tệp khác, hoặc ký trên bản giấy.'),
  'signed-meanwhile': () => words('Giấy vừa được người khác ký', 'Chưa thêm chữ ký nào. Mở lại giấy rồi ký.'),
};

export const signingRefusalText = (refusal: SigningRefusal): Words =>
  (SIGNING_REFUSALS[refusal.kind] as (one: SigningRefusal) => Words)(refusal);
