import { useState } from 'react';
import { formatMoment } from '#core/kernel/format.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { settleFinancialDutyAnswer } from '#wire/settle-financial-duty.wire.ts';
import { DateField } from '../../design/date-field.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Field } from '../../design/field.tsx';
import { toast } from '../../design/toast.tsx';
import { ActError } from '../act-error.tsx';
import { useOfficeAct } from '../use-office.ts';
import type { OfficeDialogProps } from './office-dialog.tsx';

export const SettleDutyDialog = ({ view, work, onClose }: OfficeDialogProps) => {
  const [proof, setProof] = useState('');
  const [paidOn, setPaidOn] = useState<string>(dateOf(view.now));
  const [tried, setTried] = useState(false);
  const duty = work.financialDuties.find((one) => !one.settledAt);
  const settle = useOfficeAct(view, 'settle-financial-duty', settleFinancialDutyAnswer, (answer) => { onClose(); toast(answer.dueAt ? `Thời hạn tính tiếp. Hẹn trả mới: ${formatMoment(answer.dueAt)}.` : 'Đã xác nhận. Thời hạn tính tiếp.'); });
  const confirm = () => { setTried(true); if (proof.trim() !== '' && paidOn !== '') void settle.run({ proof: proof.trim(), paidOn }); };
  return (
    <ConfirmDialog title={`Đã thực hiện nghĩa vụ tài chính – ${view.code}`} act="Xác nhận đã nộp" busy={settle.busy} onClose={onClose} onConfirm={confirm}>
      <ActError error={settle.error} dossierId={view.dossierId} onClose={onClose} />
      {duty && <p className="soft">{duty.notice}</p>}
      <Field label="Chứng từ đã nộp" name="proof" value={proof} onValue={setProof} maxLength={500} autoFocus error={tried && proof.trim() === '' ? 'Ghi số chứng từ.' : settle.errors['proof']} hint="Ví dụ: Giấy nộp tiền vào NSNN số 0001234" />
      <DateField label="Ngày nộp" name="paidOn" value={paidOn} onValue={setPaidOn} error={settle.errors['paidOn']} />
    </ConfirmDialog>
  );
};
