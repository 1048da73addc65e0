import { useState } from 'react';
import { stopDossierAnswer } from '#wire/stop-dossier.wire.ts';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { TextAreaField } from '../../design/field.tsx';
import { toast } from '../../design/toast.tsx';
import { ActError } from '../act-error.tsx';
import { useOfficeAct } from '../use-office.ts';
import type { OfficeDialogProps } from './office-dialog.tsx';

export const StopDialog = ({ view, onClose }: OfficeDialogProps) => {
  const [reason, setReason] = useState('Quá thời hạn bổ sung mà không nhận được giấy tờ theo yêu cầu.');
  const stop = useOfficeAct(view, 'stop', stopDossierAnswer, () => { onClose(); toast('Đã dừng giải quyết hồ sơ.'); });
  return (
    <ConfirmDialog title={`Dừng giải quyết ${view.code}`} act="Dừng giải quyết" red busy={stop.busy} disabled={reason.trim() === ''} onClose={onClose} onConfirm={() => void stop.run({ reason: reason.trim() })}>
      <ActError error={stop.error} dossierId={view.dossierId} onClose={onClose} />
      <p className="soft">Chỉ dừng được khi đã quá hạn ghi trong yêu cầu. Hồ sơ đóng lại, giấy tờ trả cho người nộp.</p>
      <TextAreaField label="Lý do" name="reason" value={reason} onValue={setReason} maxLength={1000} />
    </ConfirmDialog>
  );
};
