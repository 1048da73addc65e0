// Paying what the desk holds to its post: sums are ticked while the money is counted, and a slip is made for both sides to sign.
import { useState } from 'react';
import { formatMoney } from '#core/kernel/format.ts';
import { type PlainDate, dateOf } from '#core/kernel/moment.ts';
import { isPlainDate } from '#core/kernel/parse-date.ts';
import { type RemittanceWay, totalOf } from '#core/shipment/remittance.ts';
import type { DeskMoneyView } from '#wire/remittance.wire.ts';
import { newId } from '../../api/new-id.ts';
import { useDesk } from '../../api/session.ts';
import { focusFirstError } from '../../api/use-act.ts';
import { Check, RadioGroup } from '../../design/choices.tsx';
import { DateField } from '../../design/date-field.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Field } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import { printPaper } from '../../dossier/paper-pdf.tsx';
import { signedMoney, sumWords } from './sum-words.ts';
import { useRemit } from './use-money.ts';

export const RemitDialog = ({ view, onClose }: { readonly view: DeskMoneyView; readonly onClose: () => void }) => {
  const { deskId } = useDesk();
  const [remittanceId] = useState(newId);
  // the list is read anew meanwhile, and what was counted for stays as it was
  const [{ sums, unitName, now }] = useState(view);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(sums.map(({ sumId }) => sumId)));
  const [way, setWay] = useState<RemittanceWay>('cash');
  const [reference, setReference] = useState('');
  const [paidOn, setPaidOn] = useState<string>(dateOf(now));
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const amount = totalOf(sums.filter(({ sumId }) => chosen.has(sumId)));
  const remit = useRemit(({ number, amount: paid }) => {
    onClose();
    toast(`Đã nộp ${formatMoney(paid)} theo bảng kê ${number}. Chờ ${unitName} đếm và xác nhận.`);
    void printPaper(remittanceId, 'a4');
  });
  const wrong = {
    ...(amount <= 0 && { sumIds: 'Chọn khoản quầy đang giữ.' }),
    ...(way === 'transfer' && reference.trim() === '' && { reference: 'Ghi số tham chiếu trên chứng từ của ngân hàng.' }),
    ...(!isPlainDate(paidOn) ? { paidOn: 'Nhập đủ ngày, tháng, năm.' } : paidOn > dateOf(now) ? { paidOn: 'Ghi ngày đã nộp tiền.' } : {}),
  };
  const errors: Readonly<Record<string, string>> = { ...remit.errors, ...(tried && wrong) };
  const confirm = (): void => {
    setTried(true);
    if (Object.keys(wrong).length > 0) return void requestAnimationFrame(() => focusFirstError(wrong));
    void remit.run({
      remittanceId, deskId, sumIds: [...chosen], way, paidOn: paidOn as PlainDate,
      ...(way === 'transfer' && { reference: reference.trim() }), ...(note.trim() !== '' && { note: note.trim() }),
    });
  };
  return (
    <ConfirmDialog title={`Nộp tiền thu hộ về ${unitName}`} act={`Nộp ${formatMoney(Math.max(0, amount))}`} makes="Bảng kê nộp tiền thu hộ" wide busy={remit.busy} onConfirm={confirm} onClose={onClose}>
      {remit.error && Object.keys(remit.errors).length === 0 && <Banner tone="red">{remit.error.message}</Banner>}
      <fieldset className="choices" data-path="sumIds" data-begins="">
        <legend>Khoản nộp lần này</legend>
        {sums.map((sum) => (
          <div key={sum.sumId}><Check checked={chosen.has(sum.sumId)} onChecked={(on) => setChosen(new Set(on ? [...chosen, sum.sumId] : [...chosen].filter((id) => id !== sum.sumId)))}>
            {sumWords(sum)}: <strong>{signedMoney(sum.amount)}</strong>
          </Check></div>
        ))}
        {errors['sumIds'] !== undefined && <p className="field-error">{errors['sumIds']}</p>}
      </fieldset>
      <RadioGroup legend="Hình thức" name="way" value={way} onValue={(value) => setWay(value === 'transfer' ? 'transfer' : 'cash')} choices={[{ value: 'cash', label: 'Tiền mặt' }, { value: 'transfer', label: 'Chuyển khoản' }]} />
      <div className="fields">
        {way === 'transfer' && <Field width="w4" label="Số tham chiếu" name="reference" value={reference} onValue={setReference} error={errors['reference']} maxLength={60} />}
        <DateField width="w4" label="Ngày nộp" name="paidOn" value={paidOn} onValue={setPaidOn} error={errors['paidOn']} />
        <Field width="w8" label="Ghi chú" optional name="note" value={note} onValue={setNote} maxLength={300} />
      </div>
      <p className="soft">Phí, lệ phí của cơ quan được nộp cho cơ quan theo bảng kê riêng.</p>
    </ConfirmDialog>
  );
};
