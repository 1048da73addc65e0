// An outcome that nobody fetched at the desk is the agency's again from here on.
import { useState } from 'react';
import { acceptOutcomeBackAnswer } from '#wire/collection.wire.ts';
import { Check } from '../../design/choices.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Field } from '../../design/field.tsx';
import { toast } from '../../design/toast.tsx';
import { ActError } from '../act-error.tsx';
import { useOfficeAct } from '../use-office.ts';
import type { OfficeDialogProps } from './office-dialog.tsx';

export const AcceptBackDialog = ({ view, onClose }: OfficeDialogProps) => {
  const [isMissing, setIsMissing] = useState(false);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const act = useOfficeAct(view, 'accept-outcome-back', acceptOutcomeBackAnswer, () => {
    onClose();
    toast(isMissing ? 'Đã ghi kết quả không đến; việc chênh lệch đã mở cho hai bên.' : `Cơ quan đã nhận lại kết quả của hồ sơ ${view.code}.`);
  });
  const unsaid = isMissing && note.trim() === '';
  return (
    <ConfirmDialog
      title={`Nhận lại kết quả – ${view.code}`} act={isMissing ? 'Ghi kết quả không đến' : 'Nhận lại kết quả'} busy={act.busy} onClose={onClose}
      onConfirm={() => { setTried(true); if (!unsaid) void act.run(isMissing ? { missing: note.trim() } : {}); }}
    >
      <ActError error={act.error} dossierId={view.dossierId} onClose={onClose} />
      <p><strong>{view.deskName}</strong> chuyển hoàn vì đã mời hai lần mà không có người đến nhận. Đối chiếu kết quả với biên bản rồi nhận; khi người dân liên hệ thì chuyển trả về quầy lần nữa.</p>
      <Check checked={isMissing} onChecked={setIsMissing}>Có biên bản mà không có kết quả trong túi</Check>
      {isMissing && <Field label="Ghi rõ" name="missing" maxLength={300} value={note} onValue={setNote} error={tried && unsaid ? 'Ghi rõ để quầy tìm lại.' : undefined} />}
    </ConfirmDialog>
  );
};
