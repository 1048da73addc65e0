// What the receiver of a delivered shipment says: it came damaged, or it never came.
import { useState } from 'react';
import { CASE_WORDS } from '#core/custody/case-words.ts';
import { DELIVERY_WRONG } from '#core/custody/delivery-wrong.ts';
import { type DeliveryWrongSaid, type ShipmentView, deliveryWrongSaid } from '#wire/shipments.wire.ts';
import { useMe } from '../api/session.ts';
import { focusFirstError } from '../api/use-act.ts';
import { Check, RadioGroup } from '../design/choices.tsx';
import { ConfirmDialog } from '../design/dialog.tsx';
import { TextAreaField } from '../design/field.tsx';
import { Banner } from '../design/frames.tsx';
import { toast } from '../design/toast.tsx';
import { useShipmentAct } from './use-shipments.ts';

export const WrongDialog = ({ shipment, onClose }: { readonly shipment: ShipmentView; readonly onClose: () => void }) => {
  const me = useMe();
  const { dossiers } = shipment;
  const [kind, setKind] = useState('');
  const [note, setNote] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(dossiers.map(({ dossierId }) => dossierId));
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const act = useShipmentAct<object, DeliveryWrongSaid>(`/${shipment.shipmentId}/wrong`, deliveryWrongSaid, ({ caseIds }) => {
    onClose();
    toast(`Đã lập ${caseIds.length} việc chênh lệch. Xử lý ở “Giấy tờ đang giữ”, mục “Chênh lệch”.`);
  });
  const confirm = (): void => {
    const found = { ...(kind === '' && { kind: 'Chọn sự việc.' }), ...(note.trim() === '' && { note: 'Ghi lời người nhận và việc đã hỏi lại.' }), ...(chosen.length === 0 && { dossierIds: 'Chọn ít nhất một hồ sơ.' }) };
    setWrong(found);
    if (Object.keys(found).length > 0) return void requestAnimationFrame(() => focusFirstError(found));
    void act.run({ deskId: me.desk?.deskId, kind, note: note.trim(), dossierIds: chosen });
  };
  return (
    <ConfirmDialog title={`Sự cố khi phát ${shipment.itemNumber ?? shipment.orderNumber}`} act="Lập việc chênh lệch" red busy={act.busy} onConfirm={confirm} onClose={onClose}>
      {act.error && <Banner tone="red">{act.error.message}</Banner>}
      <div data-begins=""><RadioGroup legend="Sự việc" name="kind" value={kind} onValue={setKind} error={wrong['kind']} choices={DELIVERY_WRONG.map((value) => ({ value, label: CASE_WORDS[value] }))} /></div>
      {kind === 'denied' && <p className="soft">Sổ giao nhận ghi lại: kết quả chưa rõ ở đâu, cho đến khi xử lý xong.</p>}
      {dossiers.length > 1 && (
        <fieldset className="choices" data-path="dossierIds" aria-invalid={wrong['dossierIds'] !== undefined || undefined}>
          <legend>Hồ sơ có sự cố</legend>
          {dossiers.map(({ dossierId, code }) => (
            <Check key={dossierId} checked={chosen.includes(dossierId)} onChecked={(on) => setChosen(on ? [...chosen, dossierId] : chosen.filter((id) => id !== dossierId))}><span className="code">{code}</span></Check>
          ))}
          {wrong['dossierIds'] !== undefined && <p className="field-error">{wrong['dossierIds']}</p>}
        </fieldset>
      )}
      <TextAreaField label="Người nhận nói gì" name="note" maxLength={300} value={note} onValue={setNote} error={wrong['note']} />
    </ConfirmDialog>
  );
};
