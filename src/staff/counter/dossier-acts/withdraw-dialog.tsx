import { useState } from 'react';
import { dossierChanged } from '#wire/dossier-parts.wire.ts';
import { Check } from '../../design/choices.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { TextAreaField } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import type { ActDialogProps } from '../../dossier/dossier-acts.tsx';
import { ConfirmationFields } from '../confirmation.tsx';
import { useDeskAct } from './use-desk-act.ts';

export const WithdrawDialog = ({ view, onClose }: ActDialogProps) => {
  const [reason, setReason] = useState('');
  const [givenBack, setGivenBack] = useState(true);
  const act = useDeskAct(view, 'withdraw-dossier', 'withdraw', dossierChanged, () => {
    onClose();
    toast(`Đã ghi nhận rút hồ sơ ${view.code}.`);
  });
  return (
    <ConfirmDialog
      title={`Rút hồ sơ ${view.code}`}
      act="Rút hồ sơ"
      red
      busy={act.busy}
      disabled={reason.trim() === '' || !act.confirmation.ready}
      onClose={onClose}
      onConfirm={() => void act.run({ reason, papersGivenBack: givenBack })}
    >
      {act.error && <Banner tone="red">{act.error.message}</Banner>}
      <p>Chỉ thực hiện khi {view.parties.applicant.fullName} yêu cầu. Hồ sơ kết thúc tại đây, không lập giấy mới.</p>
      <TextAreaField label="Lý do rút" name="reason" value={reason} onValue={setReason} error={act.errors['reason']} autoFocus />
      <Check checked={givenBack} onChecked={setGivenBack}>
        Đã trả lại giấy tờ cho người nộp
      </Check>
      <ConfirmationFields me={act.me} state={act.confirmation} error={act.errors['confirmation.pin']} />
    </ConfirmDialog>
  );
};
