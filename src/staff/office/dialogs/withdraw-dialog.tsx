// The citizen takes the dossier back at the agency: with the papers, or they go to the desk by record.
import { useState } from 'react';
import type { OfficeActAnswer } from '#wire/office-parts.wire.ts';
import { withdrawAtAgencyAnswer } from '#wire/withdraw-dossier.wire.ts';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { toast } from '../../design/toast.tsx';
import { useWithdrawal } from '../../way-back/use-withdrawal.ts';
import { WithdrawalFields } from '../../way-back/withdrawal-fields.tsx';
import { ActError } from '../act-error.tsx';
import { useOfficeAct } from '../use-office.ts';
import { MadePaper } from '../../dossier/made-paper.tsx';
import type { OfficeDialogProps } from './office-dialog.tsx';

export const WithdrawAtAgencyDialog = ({ view, onClose }: OfficeDialogProps) => {
  const work = useWithdrawal(view, 'may');
  const [done, setDone] = useState<OfficeActAnswer>();
  const withdraw = useOfficeAct(view, 'withdraw', withdrawAtAgencyAnswer, (answer) => {
    if (answer.paper) return setDone(answer);
    onClose();
    toast('Đã ghi nhận rút hồ sơ. Giấy tờ chờ chuyển trả về nơi nộp.');
  });
  if (done?.paper) return <MadePaper title={`Đã rút hồ sơ · Giấy trả lại số ${done.paper.number}`} name="Giấy trả lại hồ sơ" paperId={done.paper.paperId} onClose={onClose} />;
  const confirm = () => {
    const body = work.settle();
    if (body) void withdraw.run(body);
  };
  return (
    <ConfirmDialog wide title={`Rút hồ sơ ${view.code}`} act="Rút hồ sơ" red makes={work.givesBack ? 'Giấy trả lại hồ sơ (người nhận ký)' : undefined} busy={withdraw.busy} onClose={onClose} onConfirm={confirm}>
      <ActError error={withdraw.error} dossierId={view.dossierId} onClose={onClose} />
      <WithdrawalFields view={view} work={work} here="may" errors={withdraw.errors} />
    </ConfirmDialog>
  );
};
