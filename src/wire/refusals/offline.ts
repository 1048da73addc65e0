// The words for a counter without a line: why something is refused, kept for a person, or taken and different, and
// what to do next.
import type { CorrectionReason, QuarantineReason } from '#core/offline/case-reason.ts';
import type { OfflineAct } from '#core/offline/offline-act.ts';
import { mayBeTaken } from '#core/offline/settle-case.ts';
import type { ReturnRefused } from '#core/offline/return-leases.ts';
import { formatInteger, formatMoment } from '#core/kernel/format.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { Words } from './desk.ts';
import { OFFLINE_WAYS } from './offline-ways.ts';

export type OfflineRefusal =
  | ReturnRefused
  | { readonly kind: 'enrolment-code-wrong' }
  | { readonly kind: 'device-already-revoked'; readonly at: Moment }
  | { readonly kind: 'case-settled'; readonly by: string; readonly at: Moment }
  | { readonly kind: 'case-not-taken'; readonly why: string }
  | { readonly kind: 'numbers-still-asked-for'; readonly openCases: number }
  | { readonly kind: 'device-in-use' }
  | { readonly kind: 'case-needs-officer' }
  | { readonly kind: 'case-stands' };

export const offlineRefusalText = (refusal: OfflineRefusal): Words => {
  switch (refusal.kind) {
    case 'enrolment-code-wrong': return { title: 'Mã đăng ký không dùng được', detail: 'Mã sai, đã dùng, đã quá 30 phút, hoặc cấp cho quầy khác. Đề nghị quản trị hệ thống cấp mã mới cho quầy này.' };
    case 'device-already-revoked': return { title: 'Máy đã bị thu hồi', detail: `Máy này đã bị thu hồi ${formatMoment(refusal.at)}.` };
    case 'lease-unknown': return { title: 'Không có lô số này', detail: 'Lô số này không do máy này giữ, hoặc đã trả. Đồng bộ lại rồi thử lại.' };
    case 'lease-next-wrong': return { title: 'Số trả lại chưa đúng', detail: `Lô số này từ ${refusal.from} đến ${refusal.to}; số trả lại phải sau số đã dùng. Đồng bộ lại rồi thử lại.` };
    case 'case-settled': return { title: 'Việc này đã có người xử lý', detail: `${refusal.by} đã xử lý ${formatMoment(refusal.at)}. Tải lại để xem kết quả.` };
    case 'case-not-taken': return { title: 'Chưa ghi nhận được việc này', detail: `${refusal.why} Sửa nguyên nhân rồi ghi nhận lại, hoặc chọn cách xử lý khác.` };
    case 'numbers-still-asked-for': return { title: 'Còn việc chờ xem xét', detail: `Máy này còn ${refusal.openCases} việc chờ xem xét. Xử lý xong rồi mới chốt được các số còn lại.` };
    case 'case-needs-officer': return { title: 'Cần công chức hoặc quản trị xem xét', detail: 'Việc này chưa đủ tin cậy để tự ghi nhận: công chức tiếp nhận của quầy hoặc quản trị hệ thống đối chiếu giấy đã in rồi quyết định.' };
    case 'case-stands': return { title: 'Việc này đã ghi nhận', detail: 'Việc đã được ghi nhận như giấy đã in nên không loại được. Chọn “Công nhận như đã làm”, hoặc sửa trên hệ thống rồi chọn “Đã sửa trên hệ thống”.' };
    case 'device-in-use': return { title: 'Máy vẫn đang dùng', detail: 'Chỉ chốt số của máy đã bị thu hồi. Thu hồi máy trước.' };
  }
};

/** Before what the act itself asks for (`OFFLINE_WAYS`). */
const DOUBTS: Readonly<Record<QuarantineReason, string>> = {
  'device-revoked': 'Máy gửi việc này đã bị thu hồi; giấy in trước đó vẫn có giá trị nếu đúng.',
  'desk-differs': 'Việc này ghi cho một quầy khác với quầy của máy gửi, nên không công nhận được. Làm ở đúng quầy đó.',
  'grant-unknown': 'Người làm việc này chưa được phép làm việc khi mất mạng trên máy gửi. Hỏi lại người có tên.',
  'grant-not-valid': 'Việc này làm ngoài thời gian được phép làm việc khi mất mạng. Kiểm tra ngày giờ của máy.',
  'proof-wrong': 'Chữ ký của người làm không khớp với nội dung gửi lên: nội dung có thể đã bị sửa. Hỏi lại người có tên.',
  'person-not-at-desk': 'Người có tên không được giao nhiệm vụ ở quầy này vào ngày làm, hoặc tài khoản đã khóa. Kiểm tra phân công của ngày đó.',
  'officer-proof-wrong': 'Xác nhận của công chức tiếp nhận không khớp với nội dung gửi lên. Hỏi lại công chức đó.',
  'clock-off': 'Đồng hồ của máy lúc làm việc này lệch hơn hai ngày. Chỉnh lại đồng hồ máy và xem ngày đã ghi.',
  'made-in-future': 'Thời điểm ghi trên việc này sau giờ của hệ thống. Chỉnh lại đồng hồ máy và xem ngày đã ghi.',
  'body-unreadable': 'Nội dung gửi lên có mục không đọc được, có thể do máy dùng bản ứng dụng cũ, nên không công nhận được. Cập nhật ứng dụng của máy.',
  'body-too-large': 'Nội dung gửi lên nặng quá mức hệ thống nhận, nên không công nhận được; nội dung chỉ còn trên máy gửi.',
  'number-not-leased': 'Việc này dùng số không do máy gửi giữ. Đối chiếu với sổ; công nhận thì hệ thống cấp số khác.',
  'number-used': 'Số trên giấy đã dùng cho một việc khác. Đối chiếu hai giấy; công nhận thì hệ thống cấp số khác và phải cấp lại giấy.',
  'paper-used': 'Giấy của việc này đã được ghi cho một việc khác, nên không công nhận được.',
  'key-reused': 'Việc này mang khóa của một việc khác đã ghi nhận nhưng nội dung không giống, nên không công nhận được. Xem hồ sơ đã ghi nhận.',
  'corrects-unknown': 'Việc này sửa một việc mà hệ thống không còn giữ để chờ sửa, hoặc đã có người xem xét. Xem kết quả đã ghi.',
  'basis-unknown': 'Máy dùng một bản danh mục hoặc lịch làm việc mà hệ thống không có, nên không công nhận được. Đồng bộ lại máy.',
};
export const quarantineText = (reason: QuarantineReason, act: OfflineAct): string => {
  const { doubted, anew } = OFFLINE_WAYS[act];
  return `${DOUBTS[reason]} ${mayBeTaken(reason) ? doubted : `Việc cần làm: ${anew}. Xong thì chọn “Đã sửa trên hệ thống”; không cần làm lại thì loại.`}`;
};

/** It is not here to be looked at: how large, on which machine, and whom to ask. */
export type TooLarge = { readonly bytes: number; readonly deviceName: string; readonly maker: string };
export const tooLargeText = ({ bytes, deviceName, maker }: TooLarge, act: OfflineAct): string =>
  `${quarantineText('body-too-large', act)} Nội dung nặng ${formatInteger(Math.ceil(bytes / 1024))} KB, nằm trên máy “${deviceName}”; hỏi ${maker}, người làm việc này.`;

/** After the difference itself, which names both sides. */
export const correctionText: Readonly<Record<CorrectionReason, string>> = {
  'performed-before': 'Việc này đã được ghi nhận khi còn mạng, rồi in thêm một giấy khi mất mạng. Hồ sơ tìm được bằng cả hai mã; báo người dân giấy nào dùng, hoặc cấp lại giấy.',
  'code-differs': 'Mã in trên giấy khác mã trong hệ thống. Tra cứu bằng mã in trên giấy; không ra hồ sơ này thì cấp lại giấy cho người dân.',
  'due-differs': 'Ngày hẹn in trên giấy khác ngày hệ thống tính. Giấy đã in được giữ nguyên; cơ quan giải quyết trả theo ngày trên giấy.',
  'fee-differs': 'Số tiền in trên giấy khác số hệ thống tính. Đối chiếu tiền đã thu; thu thêm hoặc trả lại cho người dân nếu cần.',
  'day-differs': 'Ngày trên giấy khác ngày theo giờ hệ thống. Giấy đã in được giữ nguyên; chỉnh lại đồng hồ máy.',
  'procedure-changed': 'Danh mục đã có phiên bản mới của thủ tục này trước khi tiếp nhận. Hồ sơ giữ phiên bản đã in; kiểm tra thành phần hồ sơ và mức thu có khác không.',
  'calendar-changed': 'Lịch làm việc đã đổi trước khi hồ sơ về hệ thống. Ngày hẹn đã in được giữ nguyên; xem có cần báo lại người dân không.',
  'form-changed': 'Mẫu giấy đã đổi trước khi việc này về hệ thống. Giấy đã in được giữ nguyên; in lại từ hệ thống thì ra mẫu mới, báo người dân biết hai giấy là một.',
  'register-of-next-year': 'Hồ sơ nhận năm trước nhưng về hệ thống sang năm sau, nên vào sổ của năm sau. Ghi chú vào sổ nếu cần.',
  'number-by-server': 'Giấy thiếu số vì máy không giữ số của loại giấy này; hệ thống đã cấp số. Ghi số này lên bản lưu.',
  'number-unused': 'Máy đã lấy số mà giấy trong hệ thống không mang. Số đó được ghi nhận bỏ trống.',
};

/** The dossier, the record or the desk that an act is about. */
export const NOT_HERE_TEXT = 'Hệ thống không có hồ sơ hoặc biên bản này ở quầy. Có thể việc trước đó chưa được ghi nhận: xử lý việc đó trước rồi gửi lại hoặc công nhận việc này.';
export const NOT_ACCEPTED_BEFORE_TEXT = 'Việc này làm tiếp một việc trước của cùng hồ sơ mà hệ thống chưa nhận. Giữ nguyên giấy tờ và xử lý việc trước: khi việc trước được ghi nhận thì máy tự gửi lại việc này; việc trước không được ghi nhận thì loại việc này và làm lại.';
/** It was done, and its scans lie nowhere any more. */
export const scansLostText = (howMany: number, act: OfflineAct): string =>
  `Máy ở quầy không đọc lại được ${howMany} bản quét của việc này (ổ đĩa có thể đã hỏng), và hệ thống cũng chưa có. ${OFFLINE_WAYS[act].inHand}: bấm “Sửa và gửi lại”, bỏ bản quét cũ rồi quét lại giấy; nếu giấy đã chuyển đi, chuyển người có thẩm quyền xử lý.`;
const waysOut = (act: OfflineAct): string => ` ${OFFLINE_WAYS[act].refused} Không gỡ được thì ${OFFLINE_WAYS[act].anew}; khi xem xét chọn “Đã sửa trên hệ thống”.`;
export const keptRefusalText = ({ title, detail }: Words, act: OfflineAct): string => `${title}. ${detail}${waysOut(act)}`;
/** Without what is said to whoever decides at the office: for whoever puts it right at the counter. */
export const reasonAlone = (text: string, act: OfflineAct): string => text.replace(waysOut(act), '');
