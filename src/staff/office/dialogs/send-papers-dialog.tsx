// What the citizen brought goes back to the desk by record: the dossier was withdrawn or stopped.
import { useState } from 'react';
import { sendPapersBackAnswer } from '#wire/give-back-papers.wire.ts';
import type { OfficeActAnswer } from '#wire/office-parts.wire.ts';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { keptLines } from '../../way-back/way-back-draft.ts';
import { ActError } from '../act-error.tsx';
import { useOfficeAct } from '../use-office.ts';
import { MadePaper } from '../../dossier/made-paper.tsx';
import type { OfficeDialogProps } from './office-dialog.tsx';

export const SendPapersDialog = ({ view, onClose }: OfficeDialogProps) => {
  const [done, setDone] = useState<OfficeActAnswer>();
  const send = useOfficeAct(view, 'send-papers-back', sendPapersBackAnswer, setDone);
  if (done?.paper) return <MadePaper title={`Đã chuyển trả giấy tờ · biên bản ${done.paper.number}`} name="Biên bản giao nhận hồ sơ" paperId={done.paper.paperId} onClose={onClose} />;
  return (
    <ConfirmDialog title={`Chuyển trả giấy tờ – ${view.code}`} act="Chuyển trả giấy tờ" makes="Biên bản giao nhận hồ sơ" busy={send.busy} onClose={onClose} onConfirm={() => void send.run({})}>
      <ActError error={send.error} dossierId={view.dossierId} onClose={onClose} />
      <p>Gửi về <strong>{view.deskName}</strong> để trả lại người nộp:</p>
      <ul>{keptLines(view).map((line) => <li key={line.lineNo}>{line.name} ({line.count})</li>)}</ul>
    </ConfirmDialog>
  );
};
