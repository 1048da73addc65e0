import { useEffect, useState } from 'react';
import { assignDossierAnswer } from '#wire/assign-dossier.wire.ts';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { TextAreaField } from '../../design/field.tsx';
import { toast } from '../../design/toast.tsx';
import { ActError } from '../act-error.tsx';
import { useOfficeAct } from '../use-office.ts';
import { ColleagueField } from './colleague-field.tsx';
import type { OfficeDialogProps } from './office-dialog.tsx';

export const AssignDialog = ({ view, work, onClose }: OfficeDialogProps) => {
  const [assigneeId, setAssignee] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  // the person first: the dialog itself would begin with the note
  useEffect(() => {
    const frame = requestAnimationFrame(() => document.querySelector<HTMLElement>('dialog[open] select[name="assigneeId"]')?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const step = work.steps.find((one) => one.no === work.stepNo);
  const assign = useOfficeAct(view, 'assign', assignDossierAnswer, () => { onClose(); toast('Đã phân công xử lý.'); });
  const confirm = () => { setTried(true); if (assigneeId !== '') void assign.run({ assigneeId, ...(note.trim() && { note: note.trim() }) }); };
  return (
    <ConfirmDialog title={`Phân công xử lý ${view.code}`} act="Phân công xử lý" busy={assign.busy} onClose={onClose} onConfirm={confirm}>
      <ActError error={assign.error} dossierId={view.dossierId} onClose={onClose} />
      <p className="soft">Bước {step?.name}{view.assigneeName && <> · đang giữ: <strong>{view.assigneeName}</strong></>}</p>
      <ColleagueField role={step?.role ?? 'agency-officer'} label="Người được phân công" value={assigneeId} onValue={setAssignee} none="Chọn người xử lý" exceptId={view.assigneeId} error={tried && assigneeId === '' ? 'Chọn người xử lý.' : undefined} />
      <TextAreaField label="Ý kiến phân công" optional name="note" value={note} onValue={setNote} maxLength={500} />
    </ConfirmDialog>
  );
};
