import { useState } from 'react';
import { completeStepAnswer } from '#wire/complete-step.wire.ts';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { TextAreaField } from '../../design/field.tsx';
import { toast } from '../../design/toast.tsx';
import { ActError } from '../act-error.tsx';
import { useOfficeAct } from '../use-office.ts';
import type { OfficeDialogProps } from './office-dialog.tsx';

export const SendBackDialog = ({ view, work, onClose }: OfficeDialogProps) => {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const specialist = work.steps.findLast((one) => one.no < (work.stepNo ?? 0) && one.role === 'agency-officer');
  const hands = view.steps.findLast((one) => one.stepId === specialist?.stepId)?.accountName;
  const back = useOfficeAct(view, 'complete-step', completeStepAnswer, () => { onClose(); toast('Đã trả lại kèm lý do.'); });
  const confirm = () => { setTried(true); if (reason.trim() !== '') void back.run({ result: { kind: 'send-back', reason: reason.trim() } }); };
  return (
    <ConfirmDialog title={`Trả lại ${view.code}`} act="Trả lại kèm lý do" red busy={back.busy} onClose={onClose} onConfirm={confirm}>
      <ActError error={back.error} dossierId={view.dossierId} onClose={onClose} />
      <p className="soft">Trả về bước <strong>{specialist?.name ?? 'trước'}</strong>{hands && <> cho <strong>{hands}</strong></>}. Ký duyệt đã có (nếu có) không còn giá trị.</p>
      <TextAreaField label="Lý do trả lại" name="result.reason" value={reason} onValue={setReason} maxLength={1000} autoFocus error={tried && reason.trim() === '' ? 'Ghi lý do để người nhận biết phải sửa gì.' : undefined} />
    </ConfirmDialog>
  );
};
