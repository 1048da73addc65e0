// Of a thing with several pieces: how many of them are there, and what is known of the rest.
import { useState } from 'react';
import { thingInWords } from '#wire/custody-words.ts';
import type { StockRow } from '#wire/stock.wire.ts';
import { focusFirstError } from '../api/use-act.ts';
import { ConfirmDialog } from '../design/dialog.tsx';
import { Field } from '../design/field.tsx';

export const PiecesDialog = ({ row, onSay, onClose }: { readonly row: StockRow; readonly onSay: (pieces: number, note: string) => void; readonly onClose: () => void }) => {
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const pieces = Number(typed);
  const confirm = (): void => {
    const found = {
      ...((typed === '' || pieces < 1 || pieces >= row.count) && { pieces: `Từ 1 đến ${row.count - 1}. Không có bản nào thì ghi là không thấy.` }),
      ...(note.trim() === '' && { note: 'Ghi thiếu bản nào, đã tìm ở đâu.' }),
    };
    setWrong(found);
    if (Object.keys(found).length > 0) return void requestAnimationFrame(() => focusFirstError(found));
    onSay(pieces, note.trim());
  };
  return (
    <ConfirmDialog title={`Thiếu bản: ${row.code}`} act="Ghi thiếu bản" red onClose={onClose} onConfirm={confirm}>
      <p>{thingInWords(row)}: sổ ghi <strong>{row.count} bản</strong>. Phần thiếu được ghi là chưa rõ ở đâu, thành một việc chênh lệch khi chốt kiểm kê.</p>
      <Field label="Số bản đang có" name="pieces" inputMode="numeric" value={typed} onValue={(text) => setTyped(text.replace(/\D/gu, '').slice(0, 4))} error={wrong['pieces']} />
      <Field label="Thiếu bản nào" name="note" maxLength={300} value={note} onValue={setNote} error={wrong['note']} />
    </ConfirmDialog>
  );
};
