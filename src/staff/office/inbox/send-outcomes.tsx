// Outcomes back to one desk with one record, which is printed at once for both signatures.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { InboxRow } from '#wire/office-inbox.wire.ts';
import { sendOutcomeAnswer, type SendOutcomeAnswer } from '#wire/send-outcome.wire.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../design/button.tsx';
import { Check } from '../../design/choices.tsx';
import { ConfirmDialog, Dialog } from '../../design/dialog.tsx';
import { PaperPdf, printPaper } from '../../dossier/paper-pdf.tsx';
import { ActError } from '../act-error.tsx';

type Sent = Pick<InboxRow, 'dossierId' | 'code' | 'ownerName' | 'procedureName' | 'revision' | 'deskName' | 'outcomeNumber'>;

export const SendOutcomesDialog = ({ rows, awaitsSeal = false, onClose }: { readonly rows: readonly Sent[]; readonly awaitsSeal?: boolean; readonly onClose: () => void }) => {
  const [held] = useState(rows);
  const [stamped, setStamped] = useState(false);
  const [done, setDone] = useState<SendOutcomeAnswer>();
  const client = useQueryClient();
  const send = useAct(() => ({
    path: '/api/office/outcomes/send', answer: sendOutcomeAnswer,
    body: { dossiers: held.map((row) => ({ dossierId: row.dossierId, expectedRevision: row.revision, ...(stamped && { stamped }) })) },
  }), { refresh: held.map((row) => ['dossier', row.dossierId]), onDone: setDone });
  // the list is read anew only now: it would take this dialog with it
  const close = () => {
    onClose();
    if (done) void client.invalidateQueries({ queryKey: ['office'] });
  };
  if (done) {
    return (
      <Dialog wide title={`Đã chuyển ${done.dossiers.length} kết quả về ${done.deskName} · biên bản ${done.recordNumber}`} onClose={close} foot={<><Button onClick={close}>Đóng</Button><Button look="main" icon="print" onClick={() => void printPaper(done.paper.paperId)} autoFocus>In biên bản để hai bên ký</Button></>}>
        <PaperPdf paperId={done.paper.paperId} title="Biên bản giao nhận hồ sơ" />
      </Dialog>
    );
  }
  return (
    <ConfirmDialog wide title={`Chuyển ${held.length} kết quả về ${held[0]?.deskName ?? 'Bộ phận Một cửa'}`} act="Chuyển trả kết quả" makes={`Biên bản giao nhận hồ sơ (${held.length} kết quả)`} busy={send.busy} onClose={close} onConfirm={() => void send.run(undefined)}>
      <ActError error={send.error} onClose={onClose} />
      <ol className="numbered">{held.map((row) => <li key={row.dossierId}><strong className="code">{row.code}</strong> · {row.ownerName}{row.outcomeNumber && <> · số {row.outcomeNumber}</>}<div className="faint">{row.procedureName}</div></li>)}</ol>
      {awaitsSeal && <Check checked={stamped} onChecked={setStamped}>Đã đóng dấu trên bản giấy thay cho chữ ký số của cơ quan</Check>}
    </ConfirmDialog>
  );
};
