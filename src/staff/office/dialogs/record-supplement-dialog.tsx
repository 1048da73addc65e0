// What came to the agency itself, by post or by a way of its own, ticked against the one list; in part the clock waits on.
import { useState } from 'react';
import { formatMoment } from '#core/kernel/format.ts';
import { type PlainDate, type WallTime, dateOf, momentAt, wallTimeOf } from '#core/kernel/moment.ts';
import { recordSupplementAnswer } from '#wire/record-supplement.wire.ts';
import { RadioGroup } from '../../design/choices.tsx';
import { DateField } from '../../design/date-field.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Field } from '../../design/field.tsx';
import { toast } from '../../design/toast.tsx';
import { ActError } from '../act-error.tsx';
import { useOfficeAct } from '../use-office.ts';
import { CamePapers, useCamePapers } from './came-papers.tsx';
import type { OfficeDialogProps } from './office-dialog.tsx';
import { openRequestOf } from '../../dossier/waiting-answer.ts';

const HOUR = /^([01]\d|2[0-3]):[0-5]\d$/;

export const RecordSupplementDialog = ({ view, onClose }: OfficeDialogProps) => {
  const came = useCamePapers(view);
  const [via, setVia] = useState<'post' | 'online'>('post');
  const [day, setDay] = useState<string>(dateOf(view.now));
  const [hour, setHour] = useState<string>(wallTimeOf(view.now));
  const [reference, setReference] = useState('');
  const record = useOfficeAct(view, 'record-supplement', recordSupplementAnswer, (answer) => {
    onClose();
    toast(answer.complete ? `Đã nhận đủ bổ sung.${answer.dueAt ? ` Hẹn trả mới: ${formatMoment(answer.dueAt)}.` : ''}` : 'Đã ghi nhận một phần; thời hạn vẫn tạm dừng.');
  });
  const isMoment = /^\d{4}-\d{2}-\d{2}$/.test(day) && HOUR.test(hour);
  const confirm = () => {
    came.setTried(true);
    if (!came.isReady || !isMoment) return;
    void record.run({
      via, arrivedAt: momentAt(day as PlainDate, hour as WallTime), ...(reference.trim() && { reference: reference.trim() }), ...came.answer,
      papers: came.given.map((item) => ({
        name: item.name, form: via === 'online' ? 'e-copy' : item.certifiedCopy > 0 ? 'certified-copy' : item.plainCopy > 0 ? 'plain-copy' : 'original',
        count: Math.max(1, item.original + item.certifiedCopy + item.plainCopy),
      })),
    });
  };
  return (
    <ConfirmDialog wide title={`Ghi nhận bổ sung ${view.code}`} act={came.complete ? 'Ghi nhận bổ sung' : 'Ghi nhận một phần'} busy={record.busy} onClose={onClose} onConfirm={confirm}>
      <ActError error={record.error} dossierId={view.dossierId} onClose={onClose} />
      <p className="soft">{openRequestOf(view)?.reason}</p>
      <RadioGroup legend="Giấy tờ đến" name="via" value={via} onValue={(value) => setVia(value as 'post' | 'online')} choices={[{ value: 'post', label: 'Qua dịch vụ bưu chính' }, { value: 'online', label: 'Trực tuyến, ngoài trang tra cứu' }]} />
      <div className="fields">
        <DateField width="w4" label="Ngày nhận" name="arrivedAt" value={day} onValue={setDay} error={came.tried && !isMoment ? 'Nhập ngày, giờ nhận được giấy tờ.' : record.errors['arrivedAt']} />
        <Field width="w3" label="Giờ" inputMode="numeric" value={hour} onValue={setHour} maxLength={5} />
        <Field width="w5" label={via === 'post' ? 'Số hiệu bưu gửi' : 'Mã nộp trực tuyến'} optional value={reference} onValue={setReference} maxLength={80} />
      </div>
      <CamePapers came={came} legend="Giấy tờ đã nhận" />
    </ConfirmDialog>
  );
};
