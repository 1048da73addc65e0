// The words of every refusal about a bag: what is wrong, and what to do next. Whatever its dossiers' own act refuses
// keeps the words of that act.
import { type BagRefused, type BagStands } from '#core/custody/bag.ts';
import type { PapersAfterRefused } from '#core/custody/papers-after.ts';
import type { EnvelopeRefused } from '#core/custody/envelope.ts';
import type { CountRefused } from '#core/custody/scanned-dossier.ts';
import { formatDay, formatMoment } from '#core/kernel/format.ts';
import { type BagLabelRefused, bagLabelInGroups } from '#core/numbering/bag-label.ts';
import type { ItemNumberRefused } from '#core/numbering/item-number.ts';
import { type RefusalWords, deskRefusalText } from './refusal-text.ts';
import { itemNumberWords } from './carriers.ts';
import { DESK_REFUSALS, type DeskRefusal, type Words } from './desk.ts';
import { type OfficeRefusal, officeRefusalText } from './office.ts';
import { papersAfterText } from './papers-after.ts';

type BagUnknown = { readonly kind: 'bag-unknown'; readonly label: string };
type Own = BagRefused | BagLabelRefused | BagUnknown | Exclude<CountRefused, ItemNumberRefused>;
export type BagRefusal = Own | PapersAfterRefused | ItemNumberRefused | DeskRefusal | OfficeRefusal;

type Texts = { readonly [K in Own['kind']]: (refusal: Extract<Own, { readonly kind: K }>) => Words };
const words = (title: string, detail: string): Words => ({ title, detail });
const bag = (label: string): string => `Túi ${bagLabelInGroups(label)}`;

const STANDS: Readonly<Record<BagStands, string>> = {
  open: 'chưa niêm phong. Nhập số niêm phong và đóng túi trước.',
  closed: 'đã niêm phong. Cắt niêm phong, mở lại túi trước khi cho thêm hoặc lấy hồ sơ ra.',
  sent: 'đã bàn giao cho bên nhận. Lập túi khác cho hồ sơ này.',
  received: 'đã được bên nhận ký nhận. Lập túi khác cho hồ sơ này.',
  lost: 'đã báo thất lạc. Nếu túi đang ở đây, bấm “Báo đã tìm thấy túi” rồi kiểm đếm như thường.',
  'given-up': 'đã xác định là mất, giấy tờ trong túi được cấp lại. Nếu nay túi đến, lập việc nhận thừa và báo bên giao.',
};

export const BAG_REFUSALS: Texts = {
  'bag-stands': (r) => words('Túi không còn ở bước này', `${bag(r.label)} ${STANDS[r.stands]}`),
  'bag-unknown': (r) => words('Không có túi này ở đây', `Không có túi mang nhãn ${bagLabelInGroups(r.label)} chuyển đến nơi này. Xem nơi nhận ghi trên nhãn; nếu là túi của nơi khác, giao lại cho người chuyển.`),
  'bag-label-shape': () => words('Chưa đúng nhãn túi', 'Nhãn túi gồm chữ TUI và 10 chữ số, ví dụ TUI 0000 0123 20. Quét lại mã vạch, hoặc gõ đủ theo nhãn.'),
  'bag-label-check-digits': () => words('Có chữ số nhập sai', 'Nhãn túi vừa nhập sai ít nhất một chữ số. So lại từng chữ số với nhãn rồi nhập lại.'),
  'scanned-unknown': (r) => words('Không thấy hồ sơ này', `Không có hồ sơ hoặc phiếu gửi nào mang mã “${r.scanned}” ở đây. Quét lại, hoặc so từng chữ số với giấy tiếp nhận.`),
  'packed-already': (r) => words(r.here ? 'Đã quét hồ sơ này' : 'Hồ sơ đang ở túi khác', r.here
    ? `Hồ sơ ${r.code} đã ở trong túi này. Quét hồ sơ tiếp theo.`
    : `Hồ sơ ${r.code} đang ở trong túi ${bagLabelInGroups(r.label)}. Lấy ra khỏi túi đó trước.`),
  'packed-for-another': (r) => words('Hồ sơ gửi nơi khác', `Hồ sơ ${r.code} gửi ${r.placeName}, không phải nơi nhận của túi này. Để sang túi của ${r.placeName}.`),
  'not-to-go-out': (r) => words('Hồ sơ chưa chuyển được', `Hồ sơ ${r.code} không còn chờ chuyển đi. Mở hồ sơ để xem đang ở đâu, và để riêng ra ngoài túi.`),
  'nothing-to-pack': (r) => words('Không có giấy tờ để cho vào túi', `Hồ sơ ${r.code} không có bản giấy nào đang ở đây. Nếu là hồ sơ điện tử, chuyển không cần túi; nếu giấy tờ đang ghi thất lạc, xử lý chênh lệch trước.`),
  'not-in-bag': () => words('Hồ sơ không ở trong túi này', 'Hồ sơ đã được lấy ra trước đó. Danh sách trong túi vừa được tải lại.'),
  'bag-empty': (r) => words('Túi chưa có hồ sơ', `${bag(r.label)} chưa có hồ sơ nào. Quét ít nhất một hồ sơ vào túi trước khi niêm phong, bàn giao.`),
  'bag-full': (r) => words('Túi đã đủ', `Một túi chứa nhiều nhất ${r.most} hồ sơ. Niêm phong túi này và mở túi mới.`),
  'begun-before-machine': (r) => words('Giờ mở túi không đúng', `Giờ mở túi ghi ${formatMoment(r.openedAt)}, trước khi máy của quầy được đăng ký (${formatMoment(r.since)}). Chỉnh lại giờ của máy, bỏ túi này rồi quét hồ sơ vào túi mới.`),
  'pieces-differ': (r) => words(`Nay ghi ${r.now} bản giấy, lúc đóng túi là ${r.sealed} bản`, `Đó là hồ sơ ${r.code}. Hỏi người đã sửa hồ sơ, rồi sửa số bản trong hệ thống cho đúng với giấy trong túi.`),
  'both-sides': () => words('Không được ký cả hai bên', 'Ông/bà đã ký giao túi này nên không thể ký nhận. Đề nghị người khác của bên nhận kiểm đếm và ký.'),
  'never-handed-over': (r) => words('Túi chưa được bàn giao', `${bag(r.label)} chưa có biên bản giao. Đề nghị bên giao bấm “Bàn giao túi” rồi quét lại.`),
  'received-already': (r) => words('Túi đã được nhận', `${bag(r.label)} đã được ${r.byName} ký nhận lúc ${formatMoment(r.at)}. Không cần nhận lại.`),
  'not-all-counted': (r) => words('Chưa kiểm đếm hết', `Còn ${r.codes.length} hồ sơ chưa quét: ${r.codes.slice(0, 5).join(', ')}${r.codes.length > 5 ? '…' : ''}. Quét tiếp, hoặc ghi là không có trong túi.`),
  'counted-not-in-bag': () => words('Danh sách vừa thay đổi', 'Có hồ sơ không còn chờ kiểm đếm trong túi này. Tải lại danh sách rồi ký nhận.'),
  'count-not-less': (r) => words('Số bản đã nhận chưa đúng', `“${r.name}” được gửi ${r.sent} bản; đã ghi thiếu thì số bản nhận được phải ít hơn ${r.sent}.`),
  'bag-not-late': (r) => words('Túi chưa quá hạn chuyển', r.transitDue === undefined
    ? `${bag(r.label)} không có hạn chuyển. Muốn báo thất lạc, ghi rõ căn cứ.` : `${bag(r.label)} còn hạn chuyển đến hết ${formatDay(r.transitDue)}. Muốn báo thất lạc ngay, ghi rõ căn cứ.`),
  'over-on-record': (r) => words('Hồ sơ có trong biên bản', `Hồ sơ ${r.code} có trong biên bản của túi này, không phải nhận thừa. Quét vào ô kiểm đếm.`),
  'over-held-here': (r) => words('Giấy tờ đã ở đây', `Giấy tờ của hồ sơ ${r.code} đang ghi ở đây, không phải nhận thừa. So lại mã rồi ghi lại.`),
  'scanned-twice': (r) => words('Đã quét hồ sơ này', `Hồ sơ ${r.code} đã quét rồi. Quét hồ sơ tiếp theo.`),
  'counted-before': (r) => words('Hồ sơ đã được kiểm đếm', `Hồ sơ ${r.code} đã được kiểm đếm trước đó, không cần quét lại.`),
  'not-on-list': (r) => words('Không có trong biên bản', `Mã “${r.scanned}” không có trong biên bản của túi này. So lại từng chữ số; nếu đúng là hồ sơ thừa, để riêng và báo bên giao.`),
};

export const envelopeRefusalText = (refusal: EnvelopeRefused): Words => {
  const { code } = refusal;
  switch (refusal.kind) {
    case 'not-by-post': return words('Hồ sơ không gửi qua bưu chính công ích', `Hồ sơ ${code} tiếp nhận một cửa nên không niêm phong phong bì. Chuyển hồ sơ theo biên bản giao nhận.`);
    case 'envelope-sealed-already': return words('Phong bì đã niêm phong', `Phong bì của hồ sơ ${code} đã niêm phong số ${refusal.sealNumber}. In lại nhãn nếu cần.`);
    case 'nothing-to-seal': return words('Không có giấy tờ để niêm phong', `Hồ sơ ${code} không có bản giấy nào đang ở quầy chờ chuyển. Mở mục “Đường đi” để xem giấy tờ đang ở đâu.`);
  }
};

const has = <K extends string>(texts: Readonly<Record<K, unknown>>, kind: string): kind is K => Object.hasOwn(texts, kind);

export const bagRefusalText = (refusal: BagRefusal): RefusalWords => {
  const { kind } = refusal;
  if (kind === 'item-number-length' || kind === 'item-number-character' || kind === 'item-number-check-digit') return { title: 'Số hiệu chưa đúng', detail: itemNumberWords(refusal) };
  if (kind === 'dossier-not-at-agency' || kind === 'papers-of-another-agency' || kind === 'no-papers-to-follow') return papersAfterText(refusal);
  if (has(BAG_REFUSALS, kind)) return (BAG_REFUSALS[kind] as (one: BagRefusal) => Words)(refusal);
  return has(DESK_REFUSALS, kind) ? deskRefusalText(refusal as DeskRefusal) : officeRefusalText(refusal as OfficeRefusal);
};
