// The words of every refusal about a difference of hand-over: what is wrong, and what to do next.
import type { SettleCaseRefused } from '#core/custody/settle-case.ts';
import { formatMoment } from '#core/kernel/format.ts';
import type { Words } from './desk.ts';

export const custodyRefusalText = (refusal: SettleCaseRefused): Words & { readonly fieldErrors?: readonly { readonly path: string; readonly message: string }[] } => {
  switch (refusal.kind) {
    case 'custody-case-settled': return { title: 'Việc này đã có người xử lý', detail: `${refusal.by} đã xử lý ${formatMoment(refusal.at)}. Tải lại để xem kết quả.` };
    case 'nothing-missing': return { title: 'Không có giấy tờ nào đang thiếu', detail: 'Giấy tờ này đang có nơi giữ, nên không ghi là tìm thấy. Chọn cách xử lý khác.' };
    case 'still-missing-thing': return { title: 'Giấy tờ vẫn chưa rõ ở đâu', detail: 'Chưa bên nào giữ giấy tờ này, nên không thể thống nhất là đủ. Tìm lại, hoặc ghi cấp lại, bồi thường.' };
    case 'cost-bearer-missing': {
      const detail = 'Chọn bên chịu chi phí.';
      return { title: 'Chưa ghi bên chịu chi phí', detail, fieldErrors: [{ path: 'costBearer', message: detail }] };
    }
  }
};
