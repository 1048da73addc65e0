// Money of others, desk by desk and courier by courier, and what a desk paid: the post counts it here.
import { useState } from 'react';
import { formatMoney } from '#core/kernel/format.ts';
import { type ConfirmRemittanceBody, type PostMoneyView, type RemittanceView, remittanceConfirmed } from '#wire/remittance.wire.ts';
import { focusFirstError, useAct } from '../api/use-act.ts';
import { Button } from '../design/button.tsx';
import { ConfirmDialog } from '../design/dialog.tsx';
import { Field } from '../design/field.tsx';
import { Banner, EmptyState, Panel } from '../design/frames.tsx';
import { Table } from '../design/table.tsx';
import { toast } from '../design/toast.tsx';
import { MoreUncounted, RemittanceTable, isUncounted } from '../money/remittance-table.tsx';

const ConfirmMoney = ({ one, onClose }: { readonly one: RemittanceView; readonly onClose: () => void }) => {
  const [typed, setTyped] = useState('');
  const [receiptNumber, setReceiptNumber] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const confirm = useAct((body: ConfirmRemittanceBody) => ({ path: `/api/post/remittances/${one.remittanceId}/confirm`, answer: remittanceConfirmed, body }), {
    refresh: [['post', 'money']], onDone: ({ counted }) => { onClose(); toast(`Đã xác nhận số tiền ${formatMoney(counted)} của ${one.deskName}.`); },
  });
  const counted = Number(typed);
  const differs = typed !== '' && counted !== one.amount;
  const wrong = {
    ...(typed === '' && { counted: 'Đếm tiền rồi ghi số đếm được.' }), ...(receiptNumber.trim() === '' && { receiptNumber: 'Ghi số chứng từ thu tiền đã lập.' }),
    ...(differs && note.trim() === '' && { note: 'Ghi lý do chênh lệch.' }),
  };
  const errors: Readonly<Record<string, string>> = { ...confirm.errors, ...(tried && wrong) };
  const send = (): void => {
    setTried(true);
    if (Object.keys(wrong).length > 0) return void requestAnimationFrame(() => focusFirstError(wrong));
    void confirm.run({ counted, receiptNumber: receiptNumber.trim(), ...(differs && { note: note.trim() }) });
  };
  return (
    <ConfirmDialog title={`Xác nhận tiền của ${one.deskName}, bảng kê ${one.number}`} act="Xác nhận đã nhận" busy={confirm.busy} red={differs && note.trim() !== ''} onConfirm={send} onClose={onClose}>
      {confirm.error && <Banner tone="red">{confirm.error.message}</Banner>}
      <Field
        label={`Số tiền đếm được (quầy ghi ${formatMoney(one.amount)})`} name="counted" inputMode="numeric" value={typed} error={errors['counted']}
        onValue={(text) => setTyped(text.replace(/\D/gu, '').slice(0, 10))} hint={typed === '' ? undefined : formatMoney(counted)}
      />
      <Field label="Số chứng từ thu tiền" name="receiptNumber" value={receiptNumber} onValue={setReceiptNumber} maxLength={60} error={errors['receiptNumber']} />
      {differs && <Field label="Lý do chênh lệch" name="note" value={note} onValue={setNote} maxLength={300} error={errors['note']} hint="Phần thiếu vẫn ghi quầy đang giữ." />}
    </ConfirmDialog>
  );
};

export const MoneyTab = ({ view }: { readonly view: PostMoneyView }) => {
  const [counting, setCounting] = useState<RemittanceView>();
  const [open, counted] = [view.remittances.filter(isUncounted), view.remittances.filter((one) => !isUncounted(one))];
  return (
    <div className="stack">
      {open.length > 0 && (
        <RemittanceTable title="Chờ xác nhận" rows={open} withDesk act={(one) => <Button look="main" onClick={() => setCounting(one)}>Xác nhận<span className="hidden-label"> bảng kê {one.number}</span></Button>} />
      )}
      {view.moreUncounted && <MoreUncounted rows={view.remittances} act="Xác nhận bớt để thấy những bảng kê mới hơn." />}
      {view.desks.length === 0 ? <EmptyState icon="check" title="Không quầy, bưu tá nào đang giữ tiền thu hộ">Tiền thu ở nhà người nhận hiện ở đây đến khi bưu cục đếm xong.</EmptyState> : (
        <Panel title="Tiền đang giữ" count={view.desks.length} flush>
          <Table
            caption="Tiền đang giữ" rows={view.desks} rowKey={({ deskId }) => deskId}
            columns={[
              { head: 'Quầy', cell: ({ deskName }) => <strong>{deskName}</strong> },
              { head: 'Quầy giữ', number: true, cell: ({ held }) => formatMoney(held) },
              { head: 'Đã nộp, chưa đếm', number: true, cell: ({ onTheWay }) => (onTheWay > 0 ? formatMoney(onTheWay) : <span className="faint">không</span>) },
              { head: 'Bưu tá giữ', cell: ({ couriers }) => (couriers.length === 0 ? <span className="faint">không</span> : couriers.map(({ courierId, name, held }) => <div key={courierId}>{name}: {formatMoney(held)}</div>)) },
            ]}
          />
        </Panel>
      )}
      {counted.length > 0 && <RemittanceTable title="Đã xác nhận" rows={counted} withDesk />}
      {counting && <ConfirmMoney one={counting} onClose={() => setCounting(undefined)} />}
    </div>
  );
};
