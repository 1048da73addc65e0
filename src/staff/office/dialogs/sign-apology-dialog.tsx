// The leader signs the apology in his capacity: from then on the new date holds everywhere and the citizen is told.
import { useState } from 'react';
import { formatMoment } from '#core/kernel/format.ts';
import { type ApologyAnswer, apologyAnswer } from '#wire/apology.wire.ts';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { TextAreaField } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import { ActError } from '../act-error.tsx';
import { SignAlong, useAlong } from '../signing/sign-along.tsx';
import { SignMadePaper } from '../signing/sign-made-paper.tsx';
import { useSignatures } from '../signing/use-signatures.ts';
import { useOfficeAct } from '../use-office.ts';
import { CapacityField } from './capacity-field.tsx';
import type { OfficeDialogProps } from './office-dialog.tsx';

export const SignApologyDialog = ({ view, work, onClose }: OfficeDialogProps) => {
  const [capacity, setCapacity] = useState<number>();
  const [done, setDone] = useState<ApologyAnswer>();
  const along = useAlong(useSignatures(view.dossierId).data?.keys.leader);
  const sign = useOfficeAct(view, 'sign-apology', apologyAnswer, setDone);
  const apology = work.apologies.find((one) => one.decision === undefined);
  if (done?.paper) return <SignMadePaper view={view} along={along} paper={done.paper} title={`Đã hẹn lại ${formatMoment(done.newDue)} · Phiếu số ${done.paper.number}`} name="Phiếu xin lỗi và hẹn lại ngày trả kết quả" onClose={onClose} />;
  return (
    <ConfirmDialog title={`Ký phiếu xin lỗi và hẹn lại – ${view.code}`} act="Ký, hẹn lại ngày trả" makes="Phiếu xin lỗi và hẹn lại ngày trả kết quả (Mẫu số 04)" busy={sign.busy} disabled={!apology} onClose={onClose} onConfirm={() => void sign.run(capacity === undefined ? {} : { assignmentNo: capacity })}>
      <ActError error={sign.error} dossierId={view.dossierId} onClose={onClose} />
      {apology ? (
        <>
          <dl className="facts">
            <dt>Hẹn trả hiện nay</dt><dd>{formatMoment(apology.oldDue)}</dd>
            <dt>Hẹn lại</dt><dd><strong>{formatMoment(apology.newDue)}</strong></dd>
            <dt>Lý do</dt><dd>{apology.reason}</dd>
            <dt>Người lập</dt><dd>{apology.preparedByName}, {formatMoment(apology.preparedAt)}</dd>
          </dl>
          <Banner tone="info">Chỉ hẹn lại một lần. Người dân được báo tin ngày hẹn mới.</Banner>
        </>
      ) : <Banner tone="amber">Không còn phiếu nào chờ ký.</Banner>}
      <CapacityField value={capacity} onValue={setCapacity} />
      <SignAlong along={along} label="Ký số phiếu này ngay sau khi ký" />
    </ConfirmDialog>
  );
};

export const ReturnApologyDialog = ({ view, onClose }: OfficeDialogProps) => {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const back = useOfficeAct(view, 'return-apology', apologyAnswer, () => { onClose(); toast('Đã trả lại phiếu xin lỗi kèm lý do.'); });
  const confirm = () => { setTried(true); if (reason.trim() !== '') void back.run({ reason: reason.trim() }); };
  return (
    <ConfirmDialog title={`Trả lại phiếu xin lỗi – ${view.code}`} act="Trả lại kèm lý do" red busy={back.busy} onClose={onClose} onConfirm={confirm}>
      <ActError error={back.error} dossierId={view.dossierId} onClose={onClose} />
      <TextAreaField label="Lý do trả lại" name="reason" value={reason} onValue={setReason} maxLength={1000} autoFocus error={tried && reason.trim() === '' ? 'Ghi lý do để người lập biết phải sửa gì.' : undefined} />
    </ConfirmDialog>
  );
};
