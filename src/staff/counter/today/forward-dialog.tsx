import { useState } from 'react';
import { dossiersForwardedAnswer, type DossiersForwardedAnswer } from '#wire/forward-dossiers.wire.ts';
import { newId } from '../../api/new-id.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../design/button.tsx';
import { ConfirmDialog, Dialog } from '../../design/dialog.tsx';
import { Banner } from '../../design/frames.tsx';
import { correctsOf, useBefore } from '../put-right/putting-right.ts';
import { PaperPdf, printPaper } from '../../dossier/paper-pdf.tsx';
import type { OutGroup } from './to-go-out.tsx';

export type Going = Pick<OutGroup['dossiers'][number], 'dossierId' | 'revision' | 'paperCount' | 'code' | 'ownerName' | 'applicantName' | 'procedureName'>;
export type ForwardDialogProps = {
  readonly group: Pick<OutGroup, 'agencyUnitId' | 'agencyName'>;
  readonly dossiers: readonly Going[];
  readonly deskId: string;
  readonly onClose: () => void;
};

export const ForwardDialog = ({ group, dossiers, deskId, onClose }: ForwardDialogProps) => {
  const before = useBefore('forward-dossiers');
  const [handOverId] = useState(() => before?.body.handOverId ?? newId());
  const [held] = useState(dossiers);
  const [done, setDone] = useState<DossiersForwardedAnswer>();
  const forward = useAct(
    () => ({
      path: '/api/desk/hand-overs',
      answer: dossiersForwardedAnswer,
      ...correctsOf(before),
      body: {
        handOverId,
        deskId,
        agencyUnitId: group.agencyUnitId,
        dossiers: held.map((d) => ({ dossierId: d.dossierId, revision: d.revision, paperCount: d.paperCount })),
      },
    }),
    { refresh: [['dossier'], ['find'], ['today'], ['counter-queue']], onDone: setDone },
  );
  if (done) {
    return (
      <Dialog
        wide
        title={`Đã chuyển ${done.dossiers.length} hồ sơ · biên bản ${done.recordNumber}`}
        onClose={onClose}
        foot={
          <>
            <Button onClick={onClose}>Đóng</Button>
            <Button look="main" icon="print" onClick={() => void printPaper(done.paperId)} autoFocus>
              In biên bản để hai bên ký
            </Button>
          </>
        }
      >
        <PaperPdf paperId={done.paperId} title="Biên bản giao nhận hồ sơ" />
      </Dialog>
    );
  }
  const papers = held.reduce((n, d) => n + d.paperCount, 0);
  return (
    <ConfirmDialog
      wide
      title={`Chuyển ${held.length} hồ sơ đến ${group.agencyName}`}
      act="Chuyển hồ sơ"
      makes={`Biên bản giao nhận hồ sơ (${held.length} hồ sơ, ${papers} bản giấy)`}
      busy={forward.busy}
      onClose={onClose}
      onConfirm={() => void forward.run(undefined)}
    >
      {forward.error && <Banner tone="red">{forward.error.message}</Banner>}
      <ol className="numbered">
        {held.map((d) => (
          <li key={d.dossierId}>
            <strong className="code">{d.code}</strong> · {d.ownerName ?? d.applicantName} · {d.paperCount} bản
            <div className="faint">{d.procedureName}</div>
          </li>
        ))}
      </ol>
    </ConfirmDialog>
  );
};
