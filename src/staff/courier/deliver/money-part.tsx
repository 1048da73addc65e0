import { formatMoney } from '#core/kernel/format.ts';
import type { RoundStop } from '#wire/courier.wire.ts';
import { Check } from '../../design/choices.tsx';
import { Field } from '../../design/field.tsx';
import { amountOf, type DeliverDraft } from './deliver-draft.ts';

export const MoneyPart = ({ stop, draft, onDraft }: { readonly stop: RoundStop; readonly draft: DeliverDraft; readonly onDraft: (draft: DeliverDraft) => void }) => {
  const fees = stop.giving.flatMap(({ unpaid }) => unpaid);
  if (stop.amountDue === 0) return <section className="courier-part"><h2>3. Tiền thu hộ</h2><p>Không thu tiền.</p></section>;
  const typed = amountOf(draft.amount);
  return (
    <section className="courier-part">
      <h2>3. Tiền thu hộ</h2>
      <p>Phải thu<br /><span className="courier-big">{formatMoney(stop.amountDue)}</span></p>
      {fees.length > 0 && <ul>{fees.map(({ lineNo, name, amount }) => <li key={`${lineNo} ${name}`}>{name}: {formatMoney(amount)}</li>)}</ul>}
      <Field
        label="Đã thu (đồng)" name="amountCollected" inputMode="numeric" value={draft.amount}
        error={typed === undefined ? 'Gõ số tiền bằng chữ số, ví dụ 120.000.' : undefined}
        onValue={(amount) => onDraft({ ...draft, amount, counted: false })}
      />
      {typed !== undefined && typed !== stop.amountDue && (
        <Field label={`Lý do khác ${formatMoney(stop.amountDue)}`} name="amountNote" value={draft.amountNote} onValue={(amountNote) => onDraft({ ...draft, amountNote })} />
      )}
      {typed !== undefined && typed > 0 && (
        <Check checked={draft.counted} onChecked={(counted) => onDraft({ ...draft, counted })}>Đã đếm trước mặt người nhận: {formatMoney(typed)}</Check>
      )}
    </section>
  );
};
