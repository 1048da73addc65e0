// An outcome that nobody fetched at the desk is the agency's again from here on.
import { acceptOutcomeBackAnswer } from '#wire/collection.wire.ts';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { toast } from '../../design/toast.tsx';
import { ActError } from '../act-error.tsx';
import { useOfficeAct } from '../use-office.ts';
import type { OfficeDialogProps } from './office-dialog.tsx';

export const AcceptBackDialog = ({ view, onClose }: OfficeDialogProps) => {
  const act = useOfficeAct(view, 'accept-outcome-back', acceptOutcomeBackAnswer, () => {
    onClose();
    toast(`Cơ quan đã nhận lại kết quả của hồ sơ ${view.code}.`);
  });
  return (
    <ConfirmDialog title={`Nhận lại kết quả – ${view.code}`} act="Nhận lại kết quả" busy={act.busy} onClose={onClose} onConfirm={() => void act.run({})}>
      <ActError error={act.error} dossierId={view.dossierId} onClose={onClose} />
      <p><strong>{view.deskName}</strong> chuyển hoàn vì đã mời hai lần mà không có người đến nhận. Đối chiếu kết quả với biên bản rồi nhận; khi người dân liên hệ thì chuyển trả về quầy lần nữa.</p>
    </ConfirmDialog>
  );
};
