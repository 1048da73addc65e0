// The words for a line that the transfer register cannot take.
import { formatDate } from '#core/kernel/format.ts';
import type { AddRegisterLineRefused } from '#core/procedure/add-register-line.ts';
import type { Words } from './desk.ts';

export const registerRefusalText = (refusal: AddRegisterLineRefused): Words => {
  switch (refusal.kind) {
    case 'procedure-not-known': return { title: 'Không có thủ tục này', detail: 'Không có thủ tục mang mã này trong danh mục. Kiểm tra lại mã, hoặc nhập danh mục trước.' };
    case 'desk-not-open': return { title: 'Điểm không hoạt động ngày đó', detail: 'Điểm tiếp nhận không hoạt động vào ngày bắt đầu áp dụng. Chọn điểm khác hoặc ngày khác.' };
    case 'agency-not-there': return { title: 'Cơ quan không giải quyết ngày đó', detail: 'Cơ quan này không còn, chưa có, hoặc không phải cơ quan giải quyết vào ngày bắt đầu áp dụng. Chọn cơ quan khác hoặc ngày khác.' };
    case 'delegation-missing': return { title: 'Chưa ghi văn bản ủy quyền', detail: 'Bưu điện tiếp nhận theo ủy quyền thì phải ghi số, ngày của văn bản ủy quyền.' };
    case 'nothing-changed': return { title: 'Dòng này đã có', detail: 'Điểm đang tiếp nhận thủ tục này cho cơ quan đó, cùng cách và cùng quyết định, nên không ghi thêm.' };
    case 'begins-before-today': return { title: 'Ngày áp dụng đã qua', detail: `Sổ chuyển giao không sửa những ngày đã qua. Chọn ngày áp dụng từ ${formatDate(refusal.today)} trở đi.` };
    case 'line-of-that-day': return { title: 'Ngày này đã có dòng', detail: `Dòng áp dụng từ ${formatDate(refusal.validFrom)} đã ghi trong sổ, có thể đã có hồ sơ tiếp nhận theo dòng đó, nên không ghi đè. Ghi dòng thay thế áp dụng từ ${formatDate(refusal.from)}.` };
    case 'later-line': return { title: 'Đã có dòng áp dụng về sau', detail: `Điểm đã có một dòng của thủ tục này áp dụng từ ${formatDate(refusal.validFrom)}. Chọn ngày sau ngày đó.` };
  }
};
