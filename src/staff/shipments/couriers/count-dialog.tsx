// Counting what a courier brought: every item is there or is said not to be; money is counted against what she wrote.
import { useState } from 'react';
import { formatMoney } from '#core/kernel/format.ts';
import { type HandInTaken, type TakeHandInBody, handInTaken } from '#wire/courier-desk.wire.ts';
import { useMe } from '../../api/session.ts';
import { focusFirstError } from '../../api/use-act.ts';
import { Check } from '../../design/choices.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Field } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import { shortMoment } from '../../words/moment-words.ts';
import { type DeskRecord, useCourierAct } from './use-couriers.ts';

const ITEM_WORDS = { shipment: 'Bưu gửi', recalled: 'Giấy tờ thu hồi', pickup: 'Hồ sơ nhận tại nhà' } as const;

export const CountDialog = ({ record, onClose }: { readonly record: DeskRecord; readonly onClose: () => void }) => {
  const me = useMe();
  const { items, amount, courierName } = record;
  const [there, setThere] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState('');
  const [money, setMoney] = useState('');
  const [moneyNote, setMoneyNote] = useState('');
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const take = useCourierAct<Omit<TakeHandInBody, 'deskId'> & { deskId: string | undefined }, HandInTaken>(`courier-records/${record.recordId}/take`, handInTaken, ({ received, missing, amountCounted }) => {
    onClose();
    toast([`Đã nhận ${received} mục của bưu tá ${courierName}.`, ...(missing > 0 ? [`Đã ghi thiếu ${missing} mục.`] : []), ...(amountCounted > 0 ? [`Đã thu ${formatMoney(amountCounted)}.`] : [])].join(' '));
  });
  const missing = items.filter(({ itemId }) => !there.has(itemId));
  const counted = Number(money);
  const differs = amount > 0 && money !== '' && counted !== amount;
  const confirm = (): void => {
    const found = {
      ...(missing.length > 0 && note.trim() === '' && { note: 'Ghi vì sao thiếu, hoặc đánh dấu mục đã có.' }),
      ...(amount > 0 && money === '' && { amountCounted: 'Đếm tiền rồi ghi số đếm được.' }), ...(differs && moneyNote.trim() === '' && { amountNote: 'Ghi lý do chênh lệch.' }),
    };
    setWrong(found);
    if (Object.keys(found).length > 0) return void requestAnimationFrame(() => focusFirstError(found));
    void take.run({
      deskId: me.desk?.deskId, received: items.filter(({ itemId }) => there.has(itemId)).map(({ itemId }) => itemId),
      missing: missing.map(({ itemId }) => ({ itemId, note: note.trim() })), amountCounted: counted, ...(differs && { amountNote: moneyNote.trim() }),
    });
  };
  return (
    <ConfirmDialog title={`Kiểm đếm bưu tá ${courierName} nộp lại`} act="Ký nhận" red={missing.length > 0 && note.trim() !== ''} busy={take.busy} wide onConfirm={confirm} onClose={onClose}>
      {take.error && <Banner tone="red">{take.error.message}</Banner>}
      <p>Bưu tá nộp {shortMoment(record.sentAt)}. Cùng bưu tá đếm từng mục và đánh dấu mục có thật.</p>
      {items.length > 0 && (
        <fieldset className="choices">
          <legend>Đã thấy {there.size}/{items.length}</legend>
          {items.map(({ itemId, kind, name }) => (
            <div key={itemId}><Check checked={there.has(itemId)} onChecked={(on) => setThere(new Set(on ? [...there, itemId] : [...there].filter((id) => id !== itemId)))}>{ITEM_WORDS[kind]}: {name}</Check></div>
          ))}
        </fieldset>
      )}
      {missing.length > 0 && (
        <Field
          label={`Lý do thiếu ${missing.length} mục chưa đánh dấu`} name="note" value={note} onValue={setNote} maxLength={300} optional error={wrong['note']}
          hint="Mục thiếu được ghi là chưa rõ ở đâu; hai bên xử lý chênh lệch trong 05 ngày làm việc."
        />
      )}
      {amount > 0 && (
        <Field
          label={`Tiền thu hộ đếm được (bưu tá ghi ${formatMoney(amount)})`} name="amountCounted" inputMode="numeric" value={money} error={wrong['amountCounted']}
          onValue={(text) => setMoney(text.replace(/\D/gu, '').slice(0, 10))} hint={money === '' ? undefined : formatMoney(counted)}
        />
      )}
      {differs && <Field label="Lý do chênh lệch" name="amountNote" value={moneyNote} onValue={setMoneyNote} maxLength={300} error={wrong['amountNote']} hint="Phần thiếu vẫn ghi bưu tá đang giữ." />}
    </ConfirmDialog>
  );
};
