// A count is closed by one signature: what is still left is missing from then on, and the dialog says so by number.
import { useState } from 'react';
import { type CloseStockBody, type StockCountClosed, type StockView, stockCountClosed } from '#wire/stock.wire.ts';
import { useAct } from '../api/use-act.ts';
import { ConfirmDialog } from '../design/dialog.tsx';
import { Field } from '../design/field.tsx';
import { Banner } from '../design/frames.tsx';
import { type StockDraft, closingBody, leftOf } from './count-stock.ts';
import type { Side } from './use-stock.ts';

export const CloseDialog = ({ side, view, draft, onClosed, onClose }: {
  readonly side: Side; readonly view: StockView; readonly draft: StockDraft; readonly onClosed: (answer: StockCountClosed) => void; readonly onClose: () => void;
}) => {
  const [note, setNote] = useState('');
  const [witness, setWitness] = useState('');
  const [tried, setTried] = useState(false);
  const close = useAct((body: CloseStockBody) => ({ path: `/api/${side}/stock/counts`, answer: stockCountClosed, body }), {
    refresh: [['stock'], ['custody'], ['dossier'], ['bags']], onDone: (answer) => { onClose(); onClosed(answer); },
  });
  const left = leftOf(view.rows, draft).length;
  const body = closingBody(view.rows, draft, note.trim(), witness.trim());
  const unsaid = left > 0 && note.trim() === '';
  return (
    <ConfirmDialog
      title={`Chốt kiểm kê ${view.place.name}`} act="Chốt kiểm kê" red={body.missing.length + body.short.length > 0} makes="Biên bản kiểm kê hồ sơ đang giữ" busy={close.busy} onClose={onClose}
      onConfirm={() => { setTried(true); if (!unsaid) void close.run(body); }}
    >
      {close.error && <Banner tone="red">{close.error.message}</Banner>}
      <p>
        Thấy <strong>{body.found.length}</strong>{body.short.length > 0 && <>, thiếu bản <strong>{body.short.length}</strong></>}, không thấy <strong>{body.missing.length}</strong>, sổ ghi nơi khác <strong>{body.unexpected.length}</strong>, ngoài sổ <strong>{body.strays.length}</strong>.
      </p>
      {body.missing.length + body.short.length > 0 && <p>Giấy tờ, bản không thấy được ghi là chưa rõ ở đâu; mỗi giấy tờ một việc chênh lệch, xử lý trong 05 ngày làm việc. Tìm thấy sau thì ghi lại.</p>}
      {left > 0 && <Field label={`Ghi chú cho ${left} mục chưa quét`} name="note" value={note} onValue={setNote} maxLength={300} error={tried && unsaid ? 'Ghi đã tìm ở đâu.' : undefined} hint="Ví dụ: đã tìm trong tủ, trên quầy, trong túi chờ chuyển." />}
      <Field label="Người chứng kiến" optional name="witnessName" value={witness} onValue={setWitness} maxLength={120} error={close.errors['witnessName']} />
    </ConfirmDialog>
  );
};
