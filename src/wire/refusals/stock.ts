// The words of every refusal about a stock count: what is wrong, and what to do next.
import type { StockCountRefused } from '#core/custody/stock-count.ts';
import type { CountRefused } from '#core/custody/scanned-dossier.ts';
import { formatMoment } from '#core/kernel/format.ts';
import type { BagLabelRefused } from '#core/numbering/bag-label.ts';
import type { ItemNumberRefused } from '#core/numbering/item-number.ts';
import { BAG_REFUSALS } from './bags.ts';
import { itemNumberWords } from './carriers.ts';
import type { Words } from './desk.ts';

type Scanned = Extract<CountRefused, { readonly kind: 'scanned-twice' }>
  | { readonly kind: 'stock-unknown'; readonly scanned: string }
  | { readonly kind: 'stock-in-bag'; readonly code: string; readonly label: string }
  | { readonly kind: 'stock-too-many'; readonly most: number };
export type StockRefusal = StockCountRefused | Scanned | BagLabelRefused | ItemNumberRefused;

const words = (title: string, detail: string): Words => ({ title, detail });

export const stockRefusalText = (refusal: StockRefusal): Words => {
  switch (refusal.kind) {
    case 'stock-counted-meanwhile': return words('Nơi này vừa được kiểm kê', `${refusal.byName} đã chốt kiểm kê lúc ${formatMoment(refusal.at)}, biên bản ${refusal.number}. Bỏ lần đếm này, xem biên bản đó; cần thì kiểm kê lại từ đầu.`);
    case 'stock-not-all-counted': return words('Chưa kiểm kê hết', `Còn ${refusal.codes.length} mã chưa quét: ${refusal.codes.slice(0, 5).join(', ')}${refusal.codes.length > 5 ? '…' : ''}. Quét tiếp, hoặc ghi là không thấy.`);
    case 'stock-list-changed': return words('Danh sách vừa thay đổi', 'Có giấy tờ không còn trong danh sách của nơi này, hoặc được đếm hai lần. Tải lại danh sách rồi chốt.');
    case 'stock-pieces': return words('Số bản chưa đúng', `${refusal.code} có ${refusal.count} bản theo sổ. Ghi số bản đang có, ít nhất 1 và ít hơn ${refusal.count}; không có bản nào thì ghi là không thấy.`);
    case 'stock-to-sign-for': return words('Đang chờ ký nhận', `${refusal.code} đang được chuyển đến đây kèm biên bản. Ký nhận theo biên bản trước, không ghi vào kiểm kê.`);
    case 'stock-given-out': return words('Sổ ghi đã trả', `${refusal.code}: sổ ghi giấy tờ này đã trả cho người dân hoặc không còn. Để riêng, mở hồ sơ để xem và báo người phụ trách.`);
    case 'stock-unknown': return words('Không thuộc sổ của nơi này', `Không có hồ sơ, bưu gửi hoặc túi nào của nơi này mang mã “${refusal.scanned}”. So lại từng chữ số; nếu đúng là giấy tờ của nơi khác, ghi vào phần ngoài sổ và để riêng.`);
    case 'stock-in-bag': return words('Đang ở trong túi', `Sổ ghi hồ sơ ${refusal.code} đang ở trong túi ${refusal.label}. Quét nhãn túi; nếu thấy hồ sơ ở ngoài túi, lấy ra khỏi túi ở màn hình Túi hồ sơ trước.`);
    case 'stock-too-many': return words('Quá nhiều giấy tờ', `Nơi này đang giữ hơn ${refusal.most} giấy tờ, không kiểm kê được trong một lần.`);
    case 'scanned-twice': return BAG_REFUSALS['scanned-twice'](refusal);
    case 'bag-label-shape': return BAG_REFUSALS['bag-label-shape'](refusal);
    case 'bag-label-check-digits': return BAG_REFUSALS['bag-label-check-digits'](refusal);
    case 'item-number-length': case 'item-number-character': case 'item-number-check-digit': return words('Số hiệu chưa đúng', itemNumberWords(refusal));
  }
};
