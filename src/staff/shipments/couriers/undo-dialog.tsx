// A delivery that a courier recorded by mistake: an officer takes it back, with the ground; nothing of what was written goes.
import { useState } from 'react';
import { formatMoney } from '#core/kernel/format.ts';
import { type UndoDeliveryBody, type Undone, undone } from '#wire/courier-desk.wire.ts';
import { newId } from '../../api/new-id.ts';
import { useDesk, useMe } from '../../api/session.ts';
import { focusFirstError } from '../../api/use-act.ts';
import { ConfirmationFields, useConfirmation } from '../../counter/confirmation.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { TextAreaField } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import { useCourierAct } from './use-couriers.ts';

const moneySaid = ({ amount, moneyFrom }: Undone): string =>
  (moneyFrom === undefined ? '' : ` ${moneyFrom === 'courier' ? 'Bưu tá' : 'Quầy'} trả lại người nhận ${formatMoney(amount)}.`);

export const UndoDialog = ({ shipmentId, receiverName, onDone, onClose }: { readonly shipmentId: string; readonly receiverName: string; readonly onDone: () => void; readonly onClose: () => void }) => {
  const me = useMe();
  const { deskId } = useDesk();
  const [undoneId] = useState(newId);
  const [ground, setGround] = useState('');
  const [tried, setTried] = useState(false);
  const confirmation = useConfirmation(me, 'undo-delivery', 'support');
  const undo = useCourierAct<UndoDeliveryBody, Undone>(`courier-shipments/${shipmentId}/undo`, undone, (answer) => {
    onDone();
    toast(`Đã hủy việc ghi phát cho ${receiverName}. Bưu gửi lại ghi bưu tá đang giữ.${moneySaid(answer)}`);
  });
  const confirm = (): void => {
    setTried(true);
    if (ground.trim() === '') return void requestAnimationFrame(() => focusFirstError({ ground: '' }));
    if (confirmation.demand()) void undo.run({ undoneId, deskId, ground: ground.trim(), confirmation: confirmation.value });
  };
  return (
    <ConfirmDialog title={`Hủy việc ghi đã phát cho ${receiverName}`} act="Hủy ghi phát" red busy={undo.busy} onConfirm={confirm} onClose={onClose}>
      {undo.error && Object.keys(undo.errors).length === 0 && <Banner tone="red">{undo.error.message}</Banner>}
      <p>Chỉ dùng khi bưu tá ghi nhầm. Hồ sơ trở lại chờ trả kết quả, tiền đã thu được trả lại người nhận, và người dân được báo. Lần ghi cũ vẫn còn trong nhật ký.</p>
      <p>Nếu kết quả đã vào tay người khác, bưu tá nộp lại quầy thiếu bưu gửi này; quầy ghi thiếu để xử lý chênh lệch.</p>
      <TextAreaField label="Ghi nhầm thế nào, vì sao biết" name="ground" value={ground} onValue={setGround} maxLength={500} error={undo.errors['ground'] ?? (tried && ground.trim() === '' ? 'Ghi rõ nhầm lẫn.' : undefined)} />
      <ConfirmationFields me={me} state={confirmation} error={undo.errors['confirmation.pin'] ?? confirmation.errors['confirmation.pin']} />
    </ConfirmDialog>
  );
};
