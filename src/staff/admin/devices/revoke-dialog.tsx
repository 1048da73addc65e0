import { useState } from 'react';
import { revokeDeviceAnswer } from '#wire/offline.wire.ts';
import { focusFirstError, useAct } from '../../api/use-act.ts';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { TextAreaField } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import type { DeviceView } from './device-words.ts';
import { DEVICES } from './use-devices.ts';

export const RevokeDialog = ({ device, onClose }: { readonly device: DeviceView; readonly onClose: () => void }) => {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const revoke = useAct((body: { readonly reason: string }) => ({ path: `/api/admin/devices/${device.deviceId}/revoke`, body, answer: revokeDeviceAnswer }), {
    refresh: [DEVICES],
    onDone: () => { onClose(); toast(`Đã thu hồi máy “${device.name}”.`); },
  });
  const confirm = () => {
    setTried(true);
    if (reason.trim() !== '') void revoke.run({ reason: reason.trim() });
    else requestAnimationFrame(() => focusFirstError({ reason: '' }));
  };
  return (
    <ConfirmDialog act="Thu hồi máy" title={`Thu hồi máy “${device.name}” của ${device.deskName}`} red busy={revoke.busy} onConfirm={confirm} onClose={onClose}>
      {revoke.error && Object.keys(revoke.errors).length === 0 && <Banner tone="red">{revoke.error.message}</Banner>}
      <p>Máy không làm việc khi mất mạng được nữa và không nhận thêm số. {device.numbersHeld > 0 && <>{device.numbersHeld} số máy đang giữ được ghi là số bỏ trống, không cấp lại.</>}</p>
      {device.pending > 0 && <Banner tone="amber">Máy còn {device.pending} việc chưa gửi. Khi máy gửi lên, từng việc được giữ nguyên để người có thẩm quyền xem; giấy đã in cho người dân vẫn có giá trị sau khi xem xét.</Banner>}
      <TextAreaField label="Lý do thu hồi" name="reason" maxLength={300} value={reason} onValue={setReason} error={revoke.errors['reason'] ?? (tried && reason.trim() === '' ? 'Ghi lý do thu hồi.' : undefined)} />
    </ConfirmDialog>
  );
};
