// The envelope that a dossier came in is opened with its reception. Without an answer it stays in the list of what was
// collected at home, which has a button for it.
import type { DossierId } from '#core/dossier/dossier.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import { pickupClosed } from '#wire/pickup.wire.ts';
import { act } from '../../api/request.ts';
import { toast } from '../../design/toast.tsx';

export const closeOpened = (pickupId: string, deskId: DeskId, dossierId: DossierId): Promise<void> =>
  act({ path: `/api/desk/pickups/${pickupId}/close`, body: { deskId, how: 'received', dossierId }, answer: pickupClosed, by: 'server' })
    .then(() => toast('Đã ghi mở phong bì nhận tại nhà.'), () => toast('Chưa ghi được việc mở phong bì. Ghi ở “Gửi đi”, mục “Nhận tại nhà”.', 'red'));
