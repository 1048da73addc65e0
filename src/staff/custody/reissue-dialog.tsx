// What was asked for in a minute is there: how it was issued anew, in a line.
import { useState } from 'react';
import { type ReissueTaskRow, reissueDoneAnswer } from '#wire/custody-cases.wire.ts';
import { useAct } from '../api/use-act.ts';
import { ConfirmDialog } from '../design/dialog.tsx';
import { Field } from '../design/field.tsx';
import { Banner } from '../design/frames.tsx';
import { toast } from '../design/toast.tsx';
import { CASE_CHANGES, type Side, casePath } from './use-custody.ts';

export const ReissueDialog = ({ task, side, onClose }: { readonly task: Pick<ReissueTaskRow, 'taskNo' | 'what'> & { readonly caseId: string }; readonly side: Side; readonly onClose: () => void }) => {
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const done = useAct((body: { readonly note: string }) => ({ path: casePath(side, task.caseId, `reissue/${task.taskNo}/done`), body, answer: reissueDoneAnswer }), {
    refresh: CASE_CHANGES.map((key) => [...key]), onDone: () => { onClose(); toast('Đã ghi cấp lại.'); },
  });
  return (
    <ConfirmDialog
      title={`Đã cấp lại: ${task.what}`} act="Ghi đã cấp lại" busy={done.busy} onClose={onClose}
      onConfirm={() => { setTried(true); if (note.trim() !== '') void done.run({ note: note.trim() }); }}
    >
      {done.error && <Banner tone="red">{done.error.message}</Banner>}
      <p>Bản cấp lại được ghi vào sổ là đang ở đây, chuyển đi bằng biên bản mới; bản thất lạc không còn giá trị.</p>
      <Field label="Cấp lại thế nào" name="note" maxLength={300} value={note} onValue={setNote} error={tried && note.trim() === '' ? 'Ghi rõ, ví dụ: xin lại bản sao có chứng thực ở UBND xã.' : undefined} />
    </ConfirmDialog>
  );
};
