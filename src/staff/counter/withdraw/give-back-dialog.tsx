// Papers that came back from the agency go into the right hands: named, ticked and signed for.
import { useState } from 'react';
import { formatMoment } from '#core/kernel/format.ts';
import { dossierChanged } from '#wire/dossier-parts.wire.ts';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Banner } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import type { ActDialogProps } from '../../dossier/act-dialog.ts';
import { Differences } from '../../way-back/differences.tsx';
import { PapersGiven } from '../../way-back/papers-given.tsx';
import { PersonFields } from '../../way-back/person-fields.tsx';
import { linesAsTaken, linesErrors, linesHere, personErrors, personFrom, toTaken } from '../../way-back/way-back-draft.ts';
import { ConfirmationFields } from '../confirmation.tsx';
import { useBefore } from '../put-right/putting-right.ts';
import { useDeskAct } from '../dossier-acts/use-desk-act.ts';

export const GiveBackDialog = ({ view, onClose, onPaper }: ActDialogProps) => {
  const before = useBefore('give-back-papers')?.body.papersBack;
  const [person, setPerson] = useState(() => personFrom(undefined, before?.receiver));
  const [lines, setLines] = useState(() => linesAsTaken(linesHere(view), before));
  const [fingerprint, setFingerprint] = useState(before?.signing.kind === 'fingerprint');
  const [tried, setTried] = useState(false);
  const act = useDeskAct(view, 'give-back-papers', 'give-back-papers', dossierChanged, (answer) => {
    onClose();
    toast(`Đã trả lại giấy tờ của hồ sơ ${view.code}.`);
    if (answer.paperId) onPaper?.(answer.paperId);
  });
  const errors = { ...personErrors(person, 'papersBack.receiver', true), ...linesErrors(lines) };
  const confirm = () => {
    setTried(true);
    if (Object.keys(errors).length === 0) void act.run({ papersBack: toTaken(person, lines, fingerprint) });
  };
  const shown = { ...act.errors, ...(tried ? errors : {}) };
  const back = view.papersBack;
  return (
    <ConfirmDialog wide title={`Trả lại giấy tờ – ${view.code}`} act="Trả lại giấy tờ" makes="Giấy trả lại hồ sơ (người nhận ký)" busy={act.busy} onClose={onClose} onConfirm={confirm}>
      {act.error && <Banner tone="red">{act.error.message}</Banner>}
      {back && <p className="soft">{back.cause === 'withdrawn' ? 'Hồ sơ đã rút' : 'Hồ sơ đã dừng giải quyết'} {formatMoment(back.since)}: {back.reason.replace(/[.\s]*$/, '')}.{back.recordNumber && <> Biên bản chuyển trả số {back.recordNumber}.</>}</p>}
      <Differences back={back} />
      <PersonFields legend="Người nhận lại giấy tờ" path="papersBack.receiver" view={view} person={person} onPerson={setPerson} errors={shown} withNumber />
      <PapersGiven lines={lines} onLines={setLines} fingerprint={fingerprint} onFingerprint={setFingerprint} errors={shown} />
      <ConfirmationFields me={act.me} state={act.confirmation} error={act.errors['confirmation.pin']} />
    </ConfirmDialog>
  );
};
