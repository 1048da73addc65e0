import { useState } from 'react';
import { askFinancialDutyAnswer } from '#wire/ask-financial-duty.wire.ts';
import { DateField } from '../../design/date-field.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Field } from '../../design/field.tsx';
import { toast } from '../../design/toast.tsx';
import { ActError } from '../act-error.tsx';
import { useOfficeAct } from '../use-office.ts';
import type { OfficeDialogProps } from './office-dialog.tsx';

export const AskDutyDialog = ({ view, onClose }: OfficeDialogProps) => {
  const [notice, setNotice] = useState('');
  const [amount, setAmount] = useState('');
  const [payBy, setPayBy] = useState('');
  const [tried, setTried] = useState(false);
  const ask = useOfficeAct(view, 'ask-financial-duty', askFinancialDutyAnswer, () => { onClose(); toast('Đã chuyển hồ sơ sang chờ nghĩa vụ tài chính. Thời hạn giải quyết tạm dừng.'); });
  const confirm = () => { setTried(true); if (notice.trim() !== '') void ask.run({ notice: notice.trim(), ...(Number(amount) > 0 && { amount: Number(amount) }), ...(payBy && { payBy }) }); };
  return (
    <ConfirmDialog title={`Yêu cầu thực hiện nghĩa vụ tài chính – ${view.code}`} act="Yêu cầu thực hiện nghĩa vụ tài chính" busy={ask.busy} onClose={onClose} onConfirm={confirm}>
      <ActError error={ask.error} dossierId={view.dossierId} onClose={onClose} />
      <p className="soft">Thời hạn giải quyết tạm dừng từ lúc này đến khi có chứng từ đã nộp.</p>
      <Field label="Thông báo nộp tiền" name="notice" value={notice} onValue={setNotice} maxLength={500} autoFocus error={tried && notice.trim() === '' ? 'Ghi tên, số, ngày của thông báo.' : ask.errors['notice']} hint="Ví dụ: Thông báo nộp lệ phí trước bạ số 125/TB-CCT ngày 18/11/2019" />
      <div className="fields">
        <Field width="w6" label="Số tiền (đồng)" optional inputMode="numeric" value={amount} onValue={(typed) => setAmount(typed.replace(/\D/g, '').slice(0, 12))} />
        <div className="w6"><DateField label="Nộp trước ngày" optional name="payBy" value={payBy} onValue={setPayBy} error={ask.errors['payBy']} /></div>
      </div>
    </ConfirmDialog>
  );
};
