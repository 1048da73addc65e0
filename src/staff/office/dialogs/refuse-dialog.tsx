// The signer's refusal: the specialist's words stand there to be kept or bettered, form 03 is shown after.
import { useState } from 'react';
import { refuseResolutionAnswer } from '#wire/refuse-resolution.wire.ts';
import type { OfficeActAnswer } from '#wire/office-parts.wire.ts';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Field, TextAreaField } from '../../design/field.tsx';
import { ActError } from '../act-error.tsx';
import { SignAlong, useAlong } from '../signing/sign-along.tsx';
import { SignMadePaper } from '../signing/sign-made-paper.tsx';
import { useSignatures } from '../signing/use-signatures.ts';
import { useOfficeAct } from '../use-office.ts';
import { CapacityField } from './capacity-field.tsx';
import type { OfficeDialogProps } from './office-dialog.tsx';

export const RefuseDialog = ({ view, work, onClose }: OfficeDialogProps) => {
  const proposed = work.proposal?.kind === 'refuse' ? work.proposal : undefined;
  const [reason, setReason] = useState(proposed?.reason ?? '');
  const [ground, setGround] = useState(proposed?.legalGround ?? '');
  const [capacity, setCapacity] = useState<number>();
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState<OfficeActAnswer>();
  const along = useAlong(useSignatures(view.dossierId).data?.keys.leader);
  const refuse = useOfficeAct(view, 'refuse-resolution', refuseResolutionAnswer, setDone);
  if (done?.paper) return <SignMadePaper view={view} along={along} paper={done.paper} title={`Đã ký từ chối giải quyết · Phiếu số ${done.paper.number}`} name="Phiếu từ chối giải quyết hồ sơ" onClose={onClose} />;
  const confirm = () => {
    setTried(true);
    if (reason.trim() === '' || ground.trim() === '') return;
    void refuse.run({ reason: reason.trim(), legalGround: ground.trim(), ...(capacity !== undefined && { assignmentNo: capacity }) });
  };
  return (
    <ConfirmDialog title={`Từ chối giải quyết ${view.code}`} act="Ký từ chối giải quyết" red makes="Phiếu từ chối giải quyết hồ sơ (Mẫu số 03)" busy={refuse.busy} onClose={onClose} onConfirm={confirm}>
      <ActError error={refuse.error} dossierId={view.dossierId} onClose={onClose} />
      <TextAreaField label="Lý do từ chối" name="reason" value={reason} onValue={setReason} maxLength={1000} error={tried && reason.trim() === '' ? 'Ghi lý do cụ thể.' : undefined} />
      <Field label="Căn cứ pháp lý" name="legalGround" value={ground} onValue={setGround} maxLength={500} error={tried && ground.trim() === '' ? 'Ghi điều, khoản của văn bản làm căn cứ.' : undefined} />
      <CapacityField value={capacity} onValue={setCapacity} />
      <SignAlong along={along} label="Ký số phiếu này ngay sau khi ký" />
    </ConfirmDialog>
  );
};
