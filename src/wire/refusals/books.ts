// The words of every refusal about a register book: what is wrong, and what to do next.
import { formatMoment } from '#core/kernel/format.ts';
import type { CloseBookRefused, NextVolumeRefused, OpenBookRefused } from '#core/numbering/register-book.ts';
import type { GapRefused, SeriesFinding } from '#core/numbering/series-check.ts';

export type BookRefusal = OpenBookRefused | CloseBookRefused | NextVolumeRefused | { readonly kind: 'book-grew'; readonly lastNumber: number };
export type BookWords = { readonly title: string; readonly detail: string; readonly fieldErrors?: readonly { readonly path: string; readonly message: string }[] };

const range = ({ from, to }: { readonly from: number; readonly to: number }): string => (from === to ? `số ${from}` : `các số từ ${from} đến ${to}`);

export const findingWords = (finding: SeriesFinding): string => {
  switch (finding.kind) {
    case 'missing': return `thiếu ${range(finding)}`;
    case 'duplicate': return `số ${finding.number} ghi ${finding.times} lần`;
    case 'never-given': return `số ${finding.number} có trong sổ nhưng chưa từng được cấp`;
    case 'used-in-gap': return `số ${finding.number} đã ghi nhận là bỏ trống nhưng có trong sổ`;
  }
};

export const gapWords = (refusal: GapRefused): string => {
  switch (refusal.kind) {
    case 'gap-upside-down': return 'Số đầu phải từ 1 trở lên và không lớn hơn số cuối.';
    case 'gap-not-given': return `Dãy số mới cấp đến ${refusal.lastGiven}; số chưa cấp thì không thể bỏ trống.`;
    case 'gap-number-used': return `Số ${refusal.number} đã có trong sổ, không phải số bỏ trống.`;
    case 'gap-held': return `Máy của quầy đang giữ ${range(refusal)}, còn có thể in. Máy trả lại số, hoặc chốt số của máy đã thu hồi (devices close-numbers).`;
    case 'gap-already-recorded': return `Đã ghi nhận bỏ trống ${range(refusal)} trước đó.`;
  }
};

const words = (title: string, detail: string, field?: string): BookWords =>
  ({ title, detail, ...(field === undefined ? {} : { fieldErrors: [{ path: field, message: detail }] }) });

export const bookRefusalText = (refusal: BookRefusal): BookWords => {
  switch (refusal.kind) {
    case 'not-the-head': return words('Không có quyền thực hiện', 'Mở sổ, khóa sổ là việc của người đứng đầu cơ quan giữ sổ. Nhờ người có thẩm quyền ký đăng nhập để làm.');
    case 'pin-wrong': return words('Mã PIN không đúng', 'Mã PIN không đúng. Vui lòng nhập lại.', 'pin');
    case 'pin-locked': return words('Mã PIN tạm khóa', 'Đã nhập sai nhiều lần. Vui lòng chờ ít phút rồi thử lại.', 'pin');
    case 'book-opened-already': return words('Sổ đã mở', `Sổ này đã được mở và ký lúc ${formatMoment(refusal.at)}.`);
    case 'book-closed': return words('Sổ đã khóa', `Sổ này đã khóa và ký lúc ${formatMoment(refusal.at)}, không ghi thêm được.`);
    case 'year-not-begun': return words('Chưa đến năm của sổ', `Sổ năm ${refusal.year} chỉ mở từ ngày 01/01/${refusal.year}.`);
    case 'book-not-opened': return words('Sổ chưa được mở', 'Người đứng đầu ghi quyết định và ký mở sổ trước, rồi in hoặc khóa sổ.');
    case 'year-not-over': return words('Chưa hết năm', `Sổ năm ${refusal.year} được khóa từ ngày 01/01/${refusal.year + 1}, khi không còn hồ sơ nào ghi thêm.`);
    case 'year-over': return words('Năm đã hết', `Năm ${refusal.year} đã hết, không mở thêm quyển nữa. Người đứng đầu ký khóa sổ.`);
    case 'volume-empty': return words('Quyển này chưa có dòng nào', 'Quyển đang ghi chưa có số nào nên chưa cần quyển tiếp theo.');
    case 'numbers-at-fault': return words('Số trong sổ còn chỗ sai', `Chưa khóa được sổ: ${refusal.findings.slice(0, 5).map(findingWords).join('; ')}. Ghi nhận số bỏ trống hoặc làm rõ trước khi khóa; số mà máy ngoại tuyến đang giữ thì dùng hết hoặc trả lại trước.`);
    case 'book-grew': return words('Sổ vừa có thêm số', `Sổ nay đến số ${refusal.lastNumber}. Vui lòng tải lại, xem rồi ký.`);
  }
};
