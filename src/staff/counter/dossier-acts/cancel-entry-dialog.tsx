import { useState } from 'react';
import { dossierChanged } from '#wire/dossier-parts.wire.ts';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { TextAreaField } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import type { ActDialogProps } from '../../dossier/act-dialog.ts';
import { ConfirmationFields } from '../confirmation.tsx';
import { useBefore } from '../put-right/putting-right.ts';
import { useDeskAct } from './use-desk-act.ts';

export const CancelEntryDialog = ({ view, onClose }: ActDialogProps) => {
  const before = useBefore('cancel-entry');
  const [reason, setReason] = useState(before?.body.reason ?? '');
  const act = useDeskAct(view, 'cancel-entry', 'cancel-entry', dossierChanged, () => {
    onClose();
    toast(`Đã hủy tiếp nhận ${view.code}.`);
  });
  return (
    <ConfirmDialog
      title={`Hủy tiếp nhận ${view.code}`}
      act="Hủy tiếp nhận (nhập sai)"
      red
      busy={act.busy}
      disabled={reason.trim() === ''}
      onClose={onClose}
      onConfirm={() => void act.run({ reason })}
    >
      {act.error && <Banner tone="red">{act.error.message}</Banner>}
      <p>
        Dùng khi nhập nhầm, trước khi chuyển hồ sơ. Mã <strong>{view.code}</strong> vẫn còn trong sổ và ghi là đã hủy; thu lại
        giấy hẹn nếu đã giao.
      </p>
      <TextAreaField
        label="Nhập sai ở đâu"
        name="reason"
        value={reason}
        onValue={setReason}
        error={act.errors['reason']}
        autoFocus
      />
      <ConfirmationFields me={act.me} state={act.confirmation} error={act.errors['confirmation.pin']} />
    </ConfirmDialog>
  );
};
