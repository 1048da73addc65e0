// The words of what is refused about papers that follow their dossier.
import type { PapersAfterRefused, PapersTakenRefused } from '#core/custody/papers-after.ts';
import type { ActRefused } from '#core/dossier/life.ts';
import type { AlreadyRecorded } from '#core/dossier/desk-dossier.ts';
import type { Words } from './desk.ts';
import { officeRefusalText } from './office.ts';

const words = (title: string, detail: string): Words => ({ title, detail });

export const papersAfterText = (refusal: PapersAfterRefused | PapersTakenRefused | ActRefused | AlreadyRecorded): Words => {
  switch (refusal.kind) {
    case 'dossier-not-at-agency': return words('Cơ quan chưa nhận hồ sơ', `Hồ sơ ${refusal.code} chưa ở cơ quan giải quyết, hoặc đã kết thúc. Giấy tờ đi cùng hồ sơ khi chuyển hồ sơ.`);
    case 'papers-of-another-agency': return words('Hồ sơ của cơ quan khác', `Hồ sơ ${refusal.code} không do cơ quan này giải quyết. Lập biên bản riêng cho cơ quan đang giải quyết.`);
    case 'no-papers-to-follow': return words('Không có giấy tờ để chuyển', `Hồ sơ ${refusal.code} không còn giấy tờ nào ở quầy. Tải lại danh sách.`);
    case 'papers-uncounted': return words('Chưa kiểm đếm hết', `Còn ${refusal.codes.length} hồ sơ trong biên bản chưa kiểm đếm: ${refusal.codes.slice(0, 5).join(', ')}. Nhận, hoặc ghi là không có.`);
    case 'papers-not-on-record': return words('Danh sách vừa thay đổi', 'Có hồ sơ không còn chờ nhận trong biên bản này. Tải lại danh sách rồi ký nhận.');
    case 'already-recorded': return words('Biên bản này đã lập', 'Biên bản đã được ghi trước đó. Tải lại danh sách để xem.');
    default: return officeRefusalText(refusal);
  }
};
