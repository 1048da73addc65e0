// Orders that need a person: the answer was lost and may not be asked for again, or the carrier refused. Who called the carrier
// says here what it has.
import { useState } from 'react';
import { type CarrierView, orderSettled } from '#wire/carriers.wire.ts';
import { ORDER_STATE_WORDS } from '#wire/refusals/carriers.ts';
import { focusFirstError, useAct } from '../../api/use-act.ts';
import { Button } from '../../design/button.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { TextAreaField } from '../../design/field.tsx';
import { Banner, EmptyState, Panel } from '../../design/frames.tsx';
import { type Column, Table } from '../../design/table.tsx';
import { toast } from '../../design/toast.tsx';
import { fullMoment } from '../../words/moment-words.ts';
import { CARRIERS } from './use-carriers.ts';

type Row = CarrierView['unclear'][number] & { readonly carrierId: string; readonly carrierName: string };
type Asked = { readonly row: Row; readonly arrived: boolean };

const why = ({ state, problem, message }: Row): string =>
  problem === 'number-taken' ? 'Số đơn này đã có ở đơn vị chuyển phát trước khi được gửi' : message ? `${ORDER_STATE_WORDS[state]}: ${message}` : ORDER_STATE_WORDS[state];

const columns = (onAsk: (asked: Asked) => void): readonly Column<Row>[] => [
  { head: 'Số đơn', cell: (row) => <><strong className="nowrap">{row.orderNumber}</strong><br /><span className="faint">{row.carrierName}</span></> },
  { head: 'Quầy', cell: (row) => row.deskName },
  { head: 'Đặt lúc', cell: (row) => <span className="nowrap">{fullMoment(row.orderedAt)}</span> },
  { head: 'Vì sao', cell: why },
  {
    head: 'Đã hỏi đơn vị chuyển phát', cell: (row) => (
      <span className="roles">
        <Button onClick={() => onAsk({ row, arrived: true })}>Đã có đơn<span className="hidden-label"> {row.orderNumber}</span></Button>
        <Button onClick={() => onAsk({ row, arrived: false })}>Chưa có, gửi lại<span className="hidden-label"> {row.orderNumber}</span></Button>
      </span>
    ),
  },
];

const SettleDialog = ({ asked: { row, arrived }, onClose }: { readonly asked: Asked; readonly onClose: () => void }) => {
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const settle = useAct((body: { readonly arrived: boolean; readonly note: string }) => ({ path: `/api/admin/carriers/${row.carrierId}/orders/${encodeURIComponent(row.orderNumber)}/settle`, body, answer: orderSettled }), {
    refresh: [CARRIERS], onDone: () => { onClose(); toast(arrived ? `Đơn ${row.orderNumber} đã được xác nhận.` : `Đơn ${row.orderNumber} sẽ được gửi lại.`); },
  });
  const confirm = () => {
    setTried(true);
    if (note.trim() !== '') void settle.run({ arrived, note: note.trim() });
    else requestAnimationFrame(() => focusFirstError({ note: '' }));
  };
  return (
    <ConfirmDialog
      act={arrived ? 'Xác nhận đã có đơn' : 'Gửi lại đơn'} title={arrived ? `${row.carrierName} đã có đơn ${row.orderNumber}` : `${row.carrierName} chưa có đơn ${row.orderNumber}`}
      busy={settle.busy} onConfirm={confirm} onClose={onClose}
    >
      {settle.error && Object.keys(settle.errors).length === 0 && <Banner tone="red">{settle.error.message}</Banner>}
      {!arrived && <p>Chỉ gửi lại khi đơn vị chuyển phát nói chắc là chưa có: nếu họ đã có, người nhận có thể bị phát hai lần.</p>}
      <TextAreaField label="Đã hỏi ai, họ trả lời thế nào" name="note" rows={2} maxLength={300} value={note} onValue={setNote} error={settle.errors['note'] ?? (tried && note.trim() === '' ? 'Ghi người trả lời và câu trả lời.' : undefined)} />
    </ConfirmDialog>
  );
};

export const OrderTable = ({ carriers }: { readonly carriers: readonly CarrierView[] }) => {
  const [asked, setAsked] = useState<Asked>();
  const rows = carriers.flatMap(({ carrierId, name, unclear }) => unclear.map((order): Row => ({ ...order, carrierId, carrierName: name })));
  return (
    <Panel title="Đơn cần xem" count={rows.length} flush>
      {rows.length === 0
        ? <EmptyState icon="check" title="Không có đơn nào cần xem">Đơn mất câu trả lời hoặc không được nhận sẽ hiện ở đây.</EmptyState>
        : <Table caption="Đơn cần xem" rows={rows} rowKey={(row) => `${row.carrierId} ${row.orderNumber}`} columns={columns(setAsked)} />}
      {asked && <SettleDialog asked={asked} onClose={() => setAsked(undefined)} />}
    </Panel>
  );
};
