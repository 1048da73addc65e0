// More time by law: the ground is the procedure's own, the decision has a number; nobody types the new date.
import { useState } from 'react';
import { formatMoment } from '#core/kernel/format.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { extendDossierAnswer } from '#wire/extend-dossier.wire.ts';
import { RadioGroup } from '../../design/choices.tsx';
import { DateField } from '../../design/date-field.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Field } from '../../design/field.tsx';
import { toast } from '../../design/toast.tsx';
import { ActError } from '../act-error.tsx';
import { useOfficeAct } from '../use-office.ts';
import type { OfficeDialogProps } from './office-dialog.tsx';

export const ExtendDialog = ({ view, work, onClose }: OfficeDialogProps) => {
  const [chosen, setChosen] = useState(work.extensions[0]?.extensionId ?? '');
  const [number, setNumber] = useState('');
  const [decidedOn, setDecidedOn] = useState<string>(dateOf(view.now));
  const [tried, setTried] = useState(false);
  const extend = useOfficeAct(view, 'extend', extendDossierAnswer, (answer) => { onClose(); toast(`Đã gia hạn. Hẹn trả mới: ${formatMoment(answer.newDue)}.`); });
  const confirm = () => { setTried(true); if (number.trim() !== '' && decidedOn !== '') void extend.run({ extensionId: chosen, decisionNumber: number.trim(), decidedOn }); };
  return (
    <ConfirmDialog title={`Gia hạn – ${view.code}`} act="Gia hạn" busy={extend.busy} onClose={onClose} onConfirm={confirm}>
      <ActError error={extend.error} dossierId={view.dossierId} onClose={onClose} />
      <p className="soft">Hẹn trả hiện nay: {view.due ? formatMoment(view.due.due) : 'chưa có'}. Chỉ gia hạn một lần, theo đúng trường hợp pháp luật của thủ tục cho phép.</p>
      <RadioGroup legend="Trường hợp được gia hạn" value={chosen} onValue={setChosen} choices={work.extensions.map((one) => ({ value: one.extensionId, label: <>{one.ground}: thêm {one.by} <span className="faint">({one.law})</span></> }))} />
      <div className="fields">
        <Field width="w5" label="Số văn bản quyết định gia hạn" name="decisionNumber" value={number} onValue={setNumber} maxLength={80} autoFocus error={tried && number.trim() === '' ? 'Ghi số văn bản.' : extend.errors['decisionNumber']} />
        <DateField width="w4" label="Ngày văn bản" name="decidedOn" value={decidedOn} onValue={setDecidedOn} error={tried && decidedOn === '' ? 'Nhập ngày văn bản.' : extend.errors['decidedOn']} />
      </div>
    </ConfirmDialog>
  );
};
