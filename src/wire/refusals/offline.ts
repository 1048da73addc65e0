// The words for a counter without a line: why something is refused, kept for a person, or taken and different, and
// what to do next.
import type { CorrectionReason, QuarantineReason } from '#core/offline/case-reason.ts';
import type { OfflineAct } from '#core/offline/offline-act.ts';
import type { ReturnRefused } from '#core/offline/return-leases.ts';
import { formatMoment } from '#core/kernel/format.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { Words } from './desk.ts';

export type OfflineRefusal =
  | ReturnRefused
  | { readonly kind: 'enrolment-code-wrong' }
  | { readonly kind: 'device-already-revoked'; readonly at: Moment }
  | { readonly kind: 'case-settled'; readonly by: string; readonly at: Moment }
  | { readonly kind: 'case-not-taken'; readonly why: string }
  | { readonly kind: 'numbers-still-asked-for'; readonly openCases: number }
  | { readonly kind: 'device-in-use' }
  | { readonly kind: 'case-needs-officer' };

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
    case 'device-in-use': return { title: 'Máy vẫn đang dùng', detail: 'Chỉ chốt số của máy đã bị thu hồi. Thu hồi máy trước.' };
  }
};

export const quarantineText: Readonly<Record<QuarantineReason, string>> = {
  'device-revoked': 'Máy gửi việc này đã bị thu hồi. Đối chiếu với giấy người dân đang giữ: đúng thì ghi nhận, giấy đã in vẫn có giá trị; không đúng thì loại.',
  'desk-differs': 'Việc này ghi cho một quầy khác với quầy của máy gửi. Kiểm tra lại, ghi nhận ở đúng quầy rồi loại việc này.',
  'grant-unknown': 'Người làm việc này chưa được phép làm việc khi mất mạng trên máy gửi. Hỏi lại người có tên, đối chiếu giấy đã in rồi ghi nhận hoặc loại.',
  'grant-not-valid': 'Việc này làm ngoài thời gian được phép làm việc khi mất mạng. Kiểm tra ngày giờ của máy, đối chiếu giấy đã in rồi ghi nhận hoặc loại.',
  'proof-wrong': 'Chữ ký của người làm không khớp với nội dung gửi lên: nội dung có thể đã bị sửa. Hỏi lại người có tên và đối chiếu giấy đã in trước khi ghi nhận.',
  'person-not-at-desk': 'Người có tên không được giao nhiệm vụ ở quầy này vào ngày làm, hoặc tài khoản đã khóa. Đối chiếu phân công và giấy đã in rồi ghi nhận hoặc loại.',
  'officer-proof-wrong': 'Xác nhận của công chức tiếp nhận không khớp với nội dung gửi lên. Hỏi lại công chức đó và đối chiếu giấy đã in trước khi ghi nhận.',
  'clock-off': 'Đồng hồ của máy lúc làm việc này lệch hơn hai ngày. Chỉnh lại đồng hồ máy, đối chiếu ngày trên giấy đã in rồi ghi nhận hoặc loại.',
  'made-in-future': 'Thời điểm ghi trên việc này sau giờ của hệ thống. Chỉnh lại đồng hồ máy, đối chiếu ngày trên giấy đã in rồi ghi nhận hoặc loại.',
  'body-unreadable': 'Nội dung gửi lên có mục không đọc được, có thể do máy dùng bản ứng dụng cũ. Cập nhật ứng dụng, nhập lại theo giấy đã in rồi loại việc này.',
  'number-not-leased': 'Việc này dùng số không do máy gửi giữ. Đối chiếu giấy đã in với sổ rồi ghi nhận bằng số khác hoặc loại.',
  'number-used': 'Số trên giấy đã dùng cho một việc khác. Đối chiếu hai giấy rồi cấp lại giấy cho một trong hai hồ sơ.',
  'paper-used': 'Giấy này đã được ghi cho một việc khác. Đối chiếu giấy đã in rồi loại hoặc nhập lại.',
  'key-reused': 'Việc này mang khóa của một việc khác đã ghi nhận, nhưng nội dung không giống. Đối chiếu với hồ sơ đã ghi nhận rồi loại hoặc nhập lại.',
  'corrects-unknown': 'Việc này sửa một việc mà hệ thống không còn giữ để chờ sửa, hoặc đã có người xem xét. Xem kết quả đã ghi, đối chiếu giấy đã in rồi ghi nhận hoặc loại.',
  'basis-unknown': 'Máy dùng một bản danh mục hoặc lịch làm việc mà hệ thống không có. Đồng bộ lại máy, nhập lại theo giấy đã in rồi loại việc này.',
};

/** After the difference itself, which names both sides. */
export const correctionText: Readonly<Record<CorrectionReason, string>> = {
  'performed-before': 'Việc này đã được ghi nhận khi còn mạng, rồi in thêm một giấy khi mất mạng. Hồ sơ tìm được bằng cả hai mã; báo người dân giấy nào dùng, hoặc cấp lại giấy.',
  'code-differs': 'Mã in trên giấy khác mã trong hệ thống. Tra cứu bằng mã in trên giấy; không ra hồ sơ này thì cấp lại giấy cho người dân.',
  'due-differs': 'Ngày hẹn in trên giấy khác ngày hệ thống tính. Giấy đã in được giữ nguyên; cơ quan giải quyết trả theo ngày trên giấy.',
  'fee-differs': 'Số tiền in trên giấy khác số hệ thống tính. Đối chiếu tiền đã thu; thu thêm hoặc trả lại cho người dân nếu cần.',
  'day-differs': 'Ngày trên giấy khác ngày theo giờ hệ thống. Giấy đã in được giữ nguyên; chỉnh lại đồng hồ máy.',
  'procedure-changed': 'Danh mục đã có phiên bản mới của thủ tục này trước khi tiếp nhận. Hồ sơ giữ phiên bản đã in; kiểm tra thành phần hồ sơ và mức thu có khác không.',
  'calendar-changed': 'Lịch làm việc đã đổi trước khi hồ sơ về hệ thống. Ngày hẹn đã in được giữ nguyên; xem có cần báo lại người dân không.',
  'register-of-next-year': 'Hồ sơ nhận năm trước nhưng về hệ thống sang năm sau, nên vào sổ của năm sau. Ghi chú vào sổ nếu cần.',
  'number-by-server': 'Giấy thiếu số vì máy không giữ số của loại giấy này; hệ thống đã cấp số. Ghi số này lên bản lưu.',
  'number-unused': 'Máy đã lấy số mà giấy trong hệ thống không mang. Số đó được ghi nhận bỏ trống.',
};

/** The dossier, the record or the desk that an act is about. */
export const NOT_HERE_TEXT = 'Hệ thống không có hồ sơ này ở quầy. Có thể việc tiếp nhận hồ sơ này chưa được ghi nhận: xử lý việc đó trước rồi ghi nhận lại việc này.';
export const NOT_ACCEPTED_BEFORE_TEXT = 'Việc này làm tiếp một việc trước của cùng hồ sơ mà hệ thống chưa nhận. Giấy đã in vẫn ở tay người dân: xử lý việc trước, khi việc trước được ghi nhận thì máy tự gửi lại việc này; việc trước không được ghi nhận thì loại việc này và làm lại.';
/** Printed and in the citizen's hand, and its scans lie nowhere any more. */
export const scansLostText = (howMany: number): string =>
  `Máy ở quầy không đọc lại được ${howMany} bản quét của việc này (ổ đĩa có thể đã hỏng), và hệ thống cũng chưa có. Giấy đã in vẫn ở tay người dân: bấm “Sửa và gửi lại”, bỏ bản quét cũ rồi quét lại giấy; nếu giấy đã chuyển đi, chuyển người có thẩm quyền xử lý.`;
const WAY_OUT = 'Giấy đã in vẫn ở tay người dân: sửa nguyên nhân rồi gửi lại, hoặc chuyển người có thẩm quyền xử lý.';
/** The bag has left or lies sealed, with its label and its record. */
const WAY_OUT_OF_BAG = 'Cả túi chưa được ghi nhận. Gỡ vướng mắc nêu trên rồi bấm “Gửi lại” để ghi nhận đúng nhãn và biên bản đã in. Nếu không gỡ được: báo nơi nhận, lập túi mới cho các hồ sơ còn lại, rồi chuyển người có thẩm quyền loại việc này.';
export const keptRefusalText = ({ title, detail }: Words, act: OfflineAct): string =>
  `${title}. ${detail} ${act === 'hand-over-filled-bag' ? WAY_OUT_OF_BAG : WAY_OUT}`;
