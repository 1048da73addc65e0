// An act on one dossier: what others made of it since, and the dialog it was done in.
import { createElement, useState } from 'react';
import { statusOf } from '../api/problem.ts';
import type { AnyBefore, Before } from '../counter/put-right/putting-right.ts';
import { ReturnWork } from '../counter/return-outcome/return-outcome.screen.tsx';
import { Button } from '../design/button.tsx';
import { Banner, EmptyState, Loaded, Panel } from '../design/frames.tsx';
import { StatusChip } from '../design/status-chip.tsx';
import { deskDialog } from '../dossier/desk-dialogs.ts';
import { printPaper } from '../dossier/paper-pdf.tsx';
import { useDossier } from '../dossier/use-dossier.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { fullMoment } from '../words/moment-words.ts';
import { OFFLINE_LABELS } from '../words/offline-words.ts';
import { changedSince } from './changed-since.ts';
import { openedCounter } from './counter.ts';
import type { AloneBefore } from './put-alone-right.tsx';

type Props = { readonly before: Exclude<AnyBefore, AloneBefore | Before<'hand-over-filled-bag'>>; readonly dossierId: string | undefined; readonly onDone: () => void };

const Changes = ({ lines }: { readonly lines: DossierView['journal'] }) => (lines.length === 0
  ? <p>Từ khi làm việc này hồ sơ chưa có thay đổi nào khác.</p>
  : (
    <>
      <p>Từ khi làm việc này hồ sơ đã thay đổi:</p>
      <ul className="numbered">
        {lines.map((line) => <li key={`${line.at} ${line.act}`}><strong>{line.what}</strong> · {fullMoment(line.at)} · {line.accountName}{line.note && <> · {line.note}</>}</li>)}
      </ul>
    </>
  ));

const One = ({ view, before, onDone }: Omit<Props, 'dossierId'> & { readonly view: DossierView }) => {
  const [open, setOpen] = useState(false);
  const { act, body, commandId } = before;
  const dialog = deskDialog(act);
  const isReturn = act === 'return-outcome';
  const may = view.allowedActs.some((one) => one.act === act);
  // shut by hand it still waits; done it waits no more
  const closed = async (): Promise<void> => {
    setOpen(false);
    if (!(await openedCounter().parkedAct(commandId))) onDone();
  };
  if (isReturn && open) return <ReturnWork view={view} />;
  return (
    <Panel title={<><span><span className="code">{view.code}</span> · {view.parties.owner?.fullName ?? view.parties.applicant.fullName}</span><StatusChip state={view.state} /></>}>
      <div className="stack">
        {may
          ? <div className="row"><Button look="main" onClick={() => setOpen(true)}>Sửa và gửi lại</Button></div>
          : <Banner tone="amber">Hồ sơ đang “{view.status.label}” nên không còn làm được việc “{OFFLINE_LABELS[act]}” tại quầy. Chuyển cho văn phòng để đối chiếu giấy đã in.</Banner>}
        <p className="soft">{view.procedure.name}</p>
        <Changes lines={changedSince(view, 'revision' in body ? body.revision : view.revision)} />
      </div>
      {open && dialog && createElement(dialog, { view, onClose: () => void closed(), onPaper: (paperId) => void printPaper(paperId) })}
    </Panel>
  );
};

export const PutOneRight = ({ before, dossierId, onDone }: Props) => {
  const dossier = useDossier(dossierId ?? '');
  if (statusOf(dossier.error) === 404) return <EmptyState icon="find" title="Hệ thống không có hồ sơ này">Việc tiếp nhận hồ sơ này có thể chưa được ghi nhận. Chuyển cho văn phòng để đối chiếu giấy đã in.</EmptyState>;
  return <Loaded from={dossier}>{(view) => <One view={view} before={before} onDone={onDone} key={view.dossierId} />}</Loaded>;
};
