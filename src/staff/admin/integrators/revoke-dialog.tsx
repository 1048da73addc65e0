import { useState } from 'react';
import { type IntegratorView, integratorRevoked } from '#wire/integrators.wire.ts';
import { focusFirstError, useAct } from '../../api/use-act.ts';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { TextAreaField } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import { INTEGRATORS } from './use-integrators.ts';

export const RevokeIntegratorDialog = ({ integrator, onClose }: { readonly integrator: IntegratorView; readonly onClose: () => void }) => {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const revoke = useAct((body: { readonly reason: string }) => ({ path: `/api/admin/integrators/${integrator.integratorId}/revoke`, body, answer: integratorRevoked }), {
    refresh: [INTEGRATORS], onDone: () => { onClose(); toast(`Đã thu hồi mã truy cập của “${integrator.name}”.`); },
  });
  const confirm = () => {
    setTried(true);
    if (reason.trim() !== '') void revoke.run({ reason: reason.trim() });
    else requestAnimationFrame(() => focusFirstError({ reason: '' }));
  };
  return (
    <ConfirmDialog act="Thu hồi mã truy cập" title={`Thu hồi mã truy cập của “${integrator.name}”`} red busy={revoke.busy} onConfirm={confirm} onClose={onClose}>
      {revoke.error && Object.keys(revoke.errors).length === 0 && <Banner tone="red">{revoke.error.message}</Banner>}
      <p>Hệ thống này bị từ chối ngay từ lần gọi sau. Muốn dùng lại phải cấp mã mới.</p>
      <TextAreaField label="Lý do thu hồi" name="reason" maxLength={300} value={reason} onValue={setReason} error={revoke.errors['reason'] ?? (tried && reason.trim() === '' ? 'Ghi lý do thu hồi.' : undefined)} />
    </ConfirmDialog>
  );
};
