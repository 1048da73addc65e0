// How a pick-up ends at the desk: called off, given back to the person, or opened for its dossier.
import { useState } from 'react';
import type { DeskPickup } from '#wire/courier-desk.wire.ts';
import { type ClosePickupBody, pickupClosed } from '#wire/pickup.wire.ts';
import { useDesk } from '../../api/session.ts';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Field } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import { useCourierAct } from '../couriers/use-couriers.ts';

const useClose = (pickup: DeskPickup, onClose: () => void, said: string) => useCourierAct<ClosePickupBody, unknown>(`pickups/${pickup.pickupId}/close`, pickupClosed, () => {
  onClose();
  toast(said);
});

const TEXTS = {
  'given-up': { title: 'Thôi đến nhận hồ sơ của', act: 'Thôi đến nhận', said: 'Đã thôi đến nhận. Bưu tá không thấy việc này nữa.', what: 'Báo cho người gửi biết, vì họ đang chờ bưu tá.' },
  'handed-back': { title: 'Trả lại phong bì của', act: 'Trả lại người gửi', said: 'Đã ghi trả lại người gửi.', what: 'Chỉ ghi khi phong bì đã vào tay người gửi. Hồ sơ không được tiếp nhận.' },
} as const;

export const CloseDialog = ({ how, pickup, onClose }: { readonly how: keyof typeof TEXTS; readonly pickup: DeskPickup; readonly onClose: () => void }) => {
  const { deskId } = useDesk();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const { title, act, said, what } = TEXTS[how];
  const close = useClose(pickup, onClose, said);
  return (
    <ConfirmDialog
      title={`${title} ${pickup.person.name}`} act={act} red busy={close.busy} onClose={onClose}
      onConfirm={() => { setTried(true); if (note.trim() !== '') void close.run({ deskId, how, note: note.trim() }); }}
    >
      {close.error && <Banner tone="red">{close.error.message}</Banner>}
      <p>{what}</p>
      <Field label="Lý do" name="note" value={note} onValue={setNote} maxLength={300} error={tried && note.trim() === '' ? 'Ghi lý do.' : undefined} />
    </ConfirmDialog>
  );
};

export const OpenedDialog = ({ pickup, dossier: { dossierId, code }, onClose }: { readonly pickup: DeskPickup; readonly dossier: NonNullable<DeskPickup['dossier']>; readonly onClose: () => void }) => {
  const { deskId } = useDesk();
  const close = useClose(pickup, onClose, `Đã ghi mở phong bì, tiếp nhận hồ sơ ${code}.`);
  return (
    <ConfirmDialog title={`Ghi đã mở phong bì của ${pickup.person.name}`} act="Ghi đã mở phong bì" busy={close.busy} onClose={onClose} onConfirm={() => void close.run({ deskId, how: 'received', dossierId })}>
      {close.error && <Banner tone="red">{close.error.message}</Banner>}
      <p>Giấy tờ trong phong bì <span className="code">{pickup.slipNumber}</span> nay thuộc hồ sơ <span className="code">{code}</span>; phong bì không còn.</p>
    </ConfirmDialog>
  );
};
