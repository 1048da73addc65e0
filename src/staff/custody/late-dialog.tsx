// A case for what is late on its way: of one dossier at a desk or an agency, of a whole record at the post's supervisor.
import { useState } from 'react';
import { formatDate, formatDay } from '#core/kernel/format.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import { daysLateBy } from '#core/transit/late-on-the-way.ts';
import { lateCaseOpened, lateRecordOpened } from '#wire/custody-cases.wire.ts';
import { focusFirstError, useAct } from '../api/use-act.ts';
import { ConfirmDialog } from '../design/dialog.tsx';
import { TextAreaField } from '../design/field.tsx';
import { Banner } from '../design/frames.tsx';
import { toast } from '../design/toast.tsx';
import { CASE_CHANGES, type Side } from './use-custody.ts';

export type LateAsked =
  | { readonly kind: 'dossier'; readonly side: Side; readonly dossierId: string; readonly code: string; readonly endsOn: PlainDate }
  | { readonly kind: 'record'; readonly handOverId: string; readonly name: string; readonly claimable: number; readonly endsOn: PlainDate };

const requestOf = (asked: LateAsked, note: string) => (asked.kind === 'dossier'
  ? { path: `/api/${asked.side}/custody-cases/late`, body: { dossierId: asked.dossierId, note }, answer: lateCaseOpened.pick({ settleBy: true }) }
  : { path: `/api/post/records/${asked.handOverId}/late-cases`, body: { note }, answer: lateRecordOpened.pick({ settleBy: true }) });

export const LateDialog = ({ asked, now, onClose }: { readonly asked: LateAsked; readonly now: Moment; readonly onClose: () => void }) => {
  const { endsOn } = asked;
  const [note, setNote] = useState(`Quá hạn chuyển ${daysLateBy({ endsOn }, now)} ngày, chưa đến nơi nhận`);
  const [tried, setTried] = useState(false);
  const open = useAct((said: string) => requestOf(asked, said), {
    refresh: [...CASE_CHANGES.map((key) => [...key]), ['post']],
    onDone: ({ settleBy }) => { onClose(); toast(`Đã lập việc chuyển chậm, xử lý trước hết ngày ${formatDate(settleBy)}.`); },
  });
  return (
    <ConfirmDialog
      title={`Lập việc chuyển chậm: ${asked.kind === 'dossier' ? `hồ sơ ${asked.code}` : asked.name}`} act="Lập việc chuyển chậm" busy={open.busy} onClose={onClose}
      onConfirm={() => { setTried(true); if (note.trim() === '') requestAnimationFrame(() => focusFirstError({ note: '' })); else void open.run(note.trim()); }}
    >
      {open.error && <Banner tone="red">{open.error.message}</Banner>}
      <p>
        Bưu điện phải chuyển đến chậm nhất {formatDay(endsOn)}. {asked.kind === 'record' && `${asked.claimable} hồ sơ có phiếu gửi trong biên bản này, mỗi hồ sơ một việc. `}
        Hai bên cùng thấy việc; khi xác định trách nhiệm thuộc bưu điện thì hoàn cước ghi trên phiếu gửi.
      </p>
      <TextAreaField label="Ghi rõ" name="note" rows={2} maxLength={300} value={note} onValue={setNote} error={tried && note.trim() === '' ? 'Ghi chậm thế nào, ai báo.' : undefined} />
    </ConfirmDialog>
  );
};
