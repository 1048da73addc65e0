// The citizen asks for the dossier back at the desk: what lies here is given back at once and signed for.
import { dossierChanged } from '#wire/dossier-parts.wire.ts';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Banner } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import type { ActDialogProps } from '../../dossier/act-dialog.ts';
import { useWithdrawal } from '../../way-back/use-withdrawal.ts';
import { WithdrawalFields } from '../../way-back/withdrawal-fields.tsx';
import { ConfirmationFields } from '../confirmation.tsx';
import { useBefore } from '../put-right/putting-right.ts';
import { useDeskAct } from '../dossier-acts/use-desk-act.ts';

export const WithdrawDialog = ({ view, onClose, onPaper }: ActDialogProps) => {
  const here = view.state === 'received' || view.state === 'filed-online' ? 'must' : 'cannot';
  const work = useWithdrawal(view, here, useBefore('withdraw-dossier')?.body);
  const act = useDeskAct(view, 'withdraw-dossier', 'withdraw', dossierChanged, (answer) => {
    onClose();
    toast(`Đã ghi nhận rút hồ sơ ${view.code}.`);
    if (answer.paperId) onPaper?.(answer.paperId);
  });
  const confirm = () => {
    const body = work.settle();
    if (body) void act.run(body);
  };
  return (
    <ConfirmDialog wide title={`Rút hồ sơ ${view.code}`} act="Rút hồ sơ" red makes={work.givesBack ? 'Giấy trả lại hồ sơ (người nhận ký)' : undefined} busy={act.busy} onClose={onClose} onConfirm={confirm}>
      {act.error && <Banner tone="red">{act.error.message}</Banner>}
      <p>Chỉ thực hiện khi người nộp, chủ hồ sơ hoặc người được ủy quyền yêu cầu. Việc giải quyết kết thúc tại đây.</p>
      <WithdrawalFields view={view} work={work} here={here} errors={act.errors} />
      <ConfirmationFields me={act.me} state={act.confirmation} error={act.errors['confirmation.pin']} />
    </ConfirmDialog>
  );
};
