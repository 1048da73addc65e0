// The words of every refusal about a difference of hand-over and what follows from it: what is wrong, and what to do next.
import type { LateCaseRefused } from '#core/custody/late-case.ts';
import type { MinuteRefused, PaidRefused } from '#core/custody/liability.ts';
import type { ReissueDoneRefused } from '#core/custody/reissue.ts';
import type { SettleCaseRefused } from '#core/custody/settle-case.ts';
import { formatDay, formatMoment, formatMoney } from '#core/kernel/format.ts';
import type { Words } from './desk.ts';

export type CustodyRefusal = SettleCaseRefused | MinuteRefused | ReissueDoneRefused | PaidRefused | LateCaseRefused;

export const custodyRefusalText = (refusal: CustodyRefusal): Words & { readonly fieldErrors?: readonly { readonly path: string; readonly message: string }[] } => {
  switch (refusal.kind) {
    case 'custody-case-settled': return { title: 'Việc này đã có người xử lý', detail: `${refusal.by} đã xử lý ${formatMoment(refusal.at)}. Tải lại để xem kết quả.` };
    case 'nothing-missing': return { title: 'Không có giấy tờ nào đang thiếu', detail: 'Giấy tờ này đang có nơi giữ, nên không ghi là tìm thấy. Chọn cách xử lý khác.' };
    case 'found-with-its-bag': return { title: 'Ghi tìm thấy ở túi', detail: 'Túi thất lạc được ghi tìm thấy trên trang của túi, rồi kiểm đếm như thường. Mở túi để ghi.' };
    case 'still-missing-thing': return { title: 'Giấy tờ vẫn chưa rõ ở đâu', detail: 'Chưa bên nào giữ giấy tờ này, nên không thể thống nhất là đủ. Tìm lại, hoặc ghi cấp lại, bồi thường.' };
    case 'cost-bearer-missing': {
      const detail = 'Chọn bên chịu chi phí.';
      return { title: 'Chưa ghi bên chịu chi phí', detail, fieldErrors: [{ path: 'costBearer', message: detail }] };
    }
    case 'reissue-open': return { title: 'Còn giấy tờ chưa cấp lại', detail: `Còn ${refusal.open} giấy tờ ghi trong biên bản chưa cấp lại xong. Ghi cấp lại xong rồi kết thúc việc.` };
    case 'compensation-unpaid': return { title: 'Còn tiền bồi thường chưa trả', detail: `Bưu điện còn phải trả ${formatMoney(refusal.unpaid)}. Ghi số biên lai đã trả rồi kết thúc việc.` };
    case 'not-to-take-back': return { title: 'Không ghi nhận lại được', detail: 'Chỉ giấy tờ nhận thừa, đang ở bên kia, mới ghi đã nhận lại. Chọn cách xử lý khác.' };
    case 'minute-made': return { title: 'Đã có biên bản xác định trách nhiệm', detail: `Việc này đã lập biên bản số ${refusal.number}. Mở biên bản để xem.` };
    case 'no-minute-to-replace': return { title: 'Chưa có biên bản để thay', detail: 'Việc này chưa lập biên bản xác định trách nhiệm. Tải lại rồi lập biên bản.' };
    case 'no-agency-in-case': return { title: 'Việc này không có cơ quan', detail: 'Hồ sơ nhận tại nhà chưa đến cơ quan nào. Chọn bưu điện hoặc không bên nào; giấy tờ cấp lại do quầy lo.' };
    case 'postage-not-asked': return { title: 'Cước đã có trên phiếu gửi', detail: 'Việc này tính theo phiếu gửi của hồ sơ. Bỏ số cước đã nhập.' };
    case 'reissued-before': return { title: 'Đã cấp lại trước đó', detail: `${refusal.what} đã cấp lại theo biên bản trước. Bỏ chọn giấy tờ này.` };
    case 'reissue-withdrawn': return { title: 'Không còn phải cấp lại', detail: 'Biên bản yêu cầu cấp lại giấy tờ này đã được thay. Tải lại để xem biên bản mới.' };
    case 'compensation-withdrawn': return { title: 'Khoản này đã được tính lại', detail: 'Biên bản có khoản này đã được thay. Tải lại, ghi trả theo biên bản mới.' };
    case 'reissue-not-of-case': return { title: 'Giấy tờ không thuộc việc này', detail: 'Danh sách giấy tờ vừa thay đổi. Tải lại rồi chọn giấy tờ cần cấp lại.' };
    case 'reissue-in-the-past': return { title: 'Hạn cấp lại đã qua', detail: 'Hạn cấp lại phải từ hôm nay trở đi. Sửa lại ngày.' };
    case 'compensation-not-owed': return { title: 'Không thuộc trường hợp bồi thường', detail: 'Chỉ khi bưu điện chịu trách nhiệm mới ghi tiền bồi thường, cho hồ sơ thuộc việc này. Bỏ số tiền đã nhập.' };
    case 'compensation-unproved': return { title: 'Không có phiếu gửi', detail: `Hồ sơ ${refusal.code} không có phiếu gửi nên không được bồi thường theo cước. Bỏ số tiền của hồ sơ này.` };
    case 'compensation-below-least': return { title: 'Thấp hơn mức bồi thường', detail: `Hồ sơ ${refusal.code} được bồi thường ít nhất ${formatMoney(refusal.least)}. Nhập từ mức này trở lên.` };
    case 'reissue-done': return { title: 'Đã ghi cấp lại', detail: `${refusal.by} đã ghi cấp lại xong ${formatMoment(refusal.at)}. Không cần ghi nữa.` };
    case 'reissue-other-side': return { title: 'Việc của bên kia', detail: `Giấy tờ này do ${refusal.bySide === 'desk' ? 'quầy tiếp nhận' : 'cơ quan giải quyết'} cấp lại và ghi kết quả. Đề nghị bên đó ghi.` };
    case 'compensation-paid': return { title: 'Khoản này đã trả', detail: `Đã trả theo biên lai số ${refusal.receiptNumber}. Không ghi lần nữa.` };
    case 'compensation-lapsed': return { title: 'Không còn phải trả', detail: 'Giấy tờ đã tìm thấy trước khi trả tiền, nên khoản bồi thường này không còn.' };
    case 'transit-not-late': return {
      title: 'Chưa quá hạn chuyển',
      detail: refusal.endsOn === undefined ? 'Hồ sơ này chưa có lần chuyển nào có hạn. Xem lại mã hồ sơ.' : `Hạn chuyển đến hết ${formatDay(refusal.endsOn)}; lần chuyển này không chậm.`,
    };
    case 'posting-unproved': return { title: 'Không có phiếu gửi', detail: 'Hồ sơ không gửi qua dịch vụ bưu chính công ích nên không có cước để hoàn. Chỉ ghi nhận chậm, không lập việc.' };
    case 'late-case-open': return { title: 'Đã lập việc chuyển chậm', detail: 'Lần chuyển này đã có việc chuyển chậm. Mở danh sách chênh lệch để xem.' };
  }
};
