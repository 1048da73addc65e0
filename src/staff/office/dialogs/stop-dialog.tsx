// The citizen's own limit is over: a person decides to stop, with the ground; the notice says it.
import { useState } from 'react';
import { stopDossierAnswer } from '#wire/stop-dossier.wire.ts';
import type { OfficeActAnswer } from '#wire/office-parts.wire.ts';
import { useMe } from '../../api/session.ts';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { TextAreaField } from '../../design/field.tsx';
import { ActError } from '../act-error.tsx';
import { useOfficeAct } from '../use-office.ts';
import { CapacityField } from './capacity-field.tsx';
import { MadePaper } from '../../dossier/made-paper.tsx';
import type { OfficeDialogProps } from './office-dialog.tsx';

export const StopDialog = ({ view, onClose }: OfficeDialogProps) => {
  const me = useMe();
  const [reason, setReason] = useState(view.state === 'awaiting-financial-duty' ? 'Quá thời hạn thực hiện nghĩa vụ tài chính.' : 'Quá thời hạn bổ sung mà không nhận được giấy tờ theo yêu cầu.');
  const [ground, setGround] = useState('');
  const [capacity, setCapacity] = useState<number>();
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState<OfficeActAnswer>();
  const stop = useOfficeAct(view, 'stop', stopDossierAnswer, setDone);
  if (done?.paper) return <MadePaper title={`Đã dừng giải quyết · Thông báo số ${done.paper.number}`} name="Thông báo dừng giải quyết hồ sơ" paperId={done.paper.paperId} onClose={onClose} />;
  const confirm = () => {
    setTried(true);
    if (reason.trim() !== '' && ground.trim() !== '') void stop.run({ reason: reason.trim(), legalGround: ground.trim(), ...(capacity !== undefined && { assignmentNo: capacity }) });
  };
  return (
    <ConfirmDialog title={`Dừng giải quyết ${view.code}`} act="Dừng giải quyết" red makes="Thông báo dừng giải quyết hồ sơ" busy={stop.busy} onClose={onClose} onConfirm={confirm}>
      <ActError error={stop.error} dossierId={view.dossierId} onClose={onClose} />
      <p className="soft">Chỉ dừng được khi thời hạn của người dân đã hết. Hồ sơ kết thúc, giấy tờ được trả lại; người dân nộp lại thì tính như hồ sơ mới.</p>
      <TextAreaField label="Lý do dừng" name="reason" value={reason} onValue={setReason} maxLength={1000} error={tried && reason.trim() === '' ? 'Ghi lý do dừng.' : stop.errors['reason']} />
      <TextAreaField label="Căn cứ pháp lý" name="legalGround" value={ground} onValue={setGround} maxLength={500} autoFocus error={tried && ground.trim() === '' ? 'Ghi điều, khoản làm căn cứ dừng.' : stop.errors['legalGround']} />
      {me.roles.includes('signing-leader') && <CapacityField value={capacity} onValue={setCapacity} />}
    </ConfirmDialog>
  );
};
