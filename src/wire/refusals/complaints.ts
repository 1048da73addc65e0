// The words of every refusal about a complaint: what is wrong, and what to do next.
import { type ComplaintRefused, MOST_PROOFS } from '#core/complaint/complaint.ts';
import type { AlreadyRecorded } from '#core/dossier/desk-dossier.ts';
import { formatDate, formatMoment } from '#core/kernel/format.ts';
import type { BagLabelRefused } from '#core/numbering/bag-label.ts';
import type { ItemNumberRefused } from '#core/numbering/item-number.ts';
import { BAG_REFUSALS } from './bags.ts';
import { itemNumberWords } from './carriers.ts';
import type { Words } from './desk.ts';

export type ComplaintRefusal = ComplaintRefused | { readonly kind: 'subject-unknown'; readonly scanned: string } | { readonly kind: 'proof-not-sent' } | AlreadyRecorded | BagLabelRefused | ItemNumberRefused;
const words = (title: string, detail: string): Words => ({ title, detail });

export const complaintRefusalText = (refusal: ComplaintRefusal): Words & { readonly fieldErrors?: readonly { readonly path: string; readonly message: string }[] } => {
  switch (refusal.kind) {
    case 'complaint-ended': return words('Khiếu nại đã kết thúc', `${refusal.byName} đã ghi kết quả lúc ${formatMoment(refusal.at)}. Tải lại để xem thông báo.`);
    case 'complaint-taken-up': return words('Đã có người giải quyết', `${refusal.byName} đã nhận giải quyết lúc ${formatMoment(refusal.at)}.`);
    case 'complaint-not-taken-up': return words('Chưa có người nhận giải quyết', 'Bấm “Nhận giải quyết” trước, xác minh rồi mới ghi kết quả.');
    case 'complaint-in-time': return words('Còn thời hiệu khiếu nại', refusal.lastDay ? `Khiếu nại được gửi đến trước khi hết thời hiệu ngày ${formatDate(refusal.lastDay)}. Giải quyết, hoặc chọn căn cứ từ chối khác.` : 'Không có thời gian toàn trình để tính thời hiệu. Giải quyết, hoặc chọn căn cứ từ chối khác.');
    case 'complaint-has-proof': return words('Có chứng từ gửi', 'Khiếu nại có số phiếu gửi hoặc bản quét chứng từ gửi, nên không từ chối vì thiếu chứng từ. Giải quyết, hoặc chọn căn cứ khác.');
    case 'compensation-without-fault': {
      const detail = 'Khiếu nại không đúng thì không có bồi thường. Bỏ số tiền, hoặc chọn kết quả khác.';
      return { title: 'Chưa khớp với kết quả', detail, fieldErrors: [{ path: 'compensation', message: detail }] };
    }
    case 'proof-not-sent': return words('Tệp đính kèm chưa có ở đây', 'Có tệp đính kèm không do ông/bà tải lên. Chọn lại tệp rồi ghi lại.');
    case 'proof-kept-already': return words('Tệp đã có trong khiếu nại', `${refusal.count === 1 ? 'Có 1 tệp' : `Có ${refusal.count} tệp`} đã đính kèm khiếu nại này từ trước. Bỏ tệp đó rồi ghi lại.`);
    case 'too-many-proofs': return words('Quá số tệp đính kèm', `Khiếu nại đã có ${refusal.kept} tệp; mỗi khiếu nại đính kèm nhiều nhất ${MOST_PROOFS} tệp. Bớt tệp, hoặc gộp các trang vào một tệp PDF.`);
    case 'already-recorded': return words('Khiếu nại này đã tiếp nhận', 'Khiếu nại đã được ghi trước đó. Tải lại danh sách để xem.');
    case 'case-of-another': return words('Việc chênh lệch của hồ sơ khác', 'Việc chênh lệch đã chọn không phải của hồ sơ bị khiếu nại. Tải lại và chọn lại.');
    case 'subject-unknown': {
      const detail = `Không có hồ sơ, bưu gửi hoặc túi nào của các quầy ở đây mang mã “${refusal.scanned}”. So lại từng chữ số với phiếu gửi hoặc giấy tiếp nhận.`;
      return { title: 'Không thấy mã này', detail, fieldErrors: [{ path: 'scanned', message: detail }] };
    }
    case 'bag-label-shape': return BAG_REFUSALS['bag-label-shape'](refusal);
    case 'bag-label-check-digits': return BAG_REFUSALS['bag-label-check-digits'](refusal);
    case 'item-number-length': case 'item-number-character': case 'item-number-check-digit': return words('Số hiệu chưa đúng', itemNumberWords(refusal));
  }
};
