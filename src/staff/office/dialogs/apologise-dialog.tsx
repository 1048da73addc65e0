// It will be late: why, and until when instead. Prepared here, signed by who signs for the agency.
import { useState } from 'react';
import { formatDate, formatMoment } from '#core/kernel/format.ts';
import { type Moment, type PlainDate, type WallTime, dateOf, momentAt, wallTimeOf } from '#core/kernel/moment.ts';
import { apologyAnswer } from '#wire/apology.wire.ts';
import { problemOf } from '../../api/problem.ts';
import { Button } from '../../design/button.tsx';
import { DateField } from '../../design/date-field.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Field, TextAreaField } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import { ActError } from '../act-error.tsx';
import { useOfficeAct } from '../use-office.ts';
import type { OfficeDialogProps } from './office-dialog.tsx';

const HOUR = /^([01]?\d|2[0-3])[:h]([0-5]\d)$/;
const hourOf = (typed: string): WallTime | undefined => {
  const [, hour, minute] = HOUR.exec(typed.trim()) ?? [];
  return hour === undefined ? undefined : `${hour.padStart(2, '0')}:${minute}` as WallTime;
};

export const ApologiseDialog = ({ view, work, onClose }: OfficeDialogProps) => {
  const due = view.due?.due;
  const [reason, setReason] = useState('');
  const [day, setDay] = useState('');
  const [hour, setHour] = useState<string>(due ? wallTimeOf(due) : '16:30');
  const [tried, setTried] = useState(false);
  const prepare = useOfficeAct(view, 'prepare-apology', apologyAnswer, () => { onClose(); toast('Đã lập phiếu xin lỗi, chờ ký. Ngày hẹn mới có hiệu lực khi phiếu được ký.'); });
  const time = hourOf(hour);
  const newDue = /^\d{4}-\d{2}-\d{2}$/.test(day) && time ? momentAt(day as PlainDate, time) : undefined;
  const tooLate = work.apologyLastDay !== undefined && dateOf(view.now) > work.apologyLastDay;
  const next = problemOf(prepare.error)?.refusal?.['next'];
  const confirm = () => { setTried(true); if (newDue && reason.trim() !== '') void prepare.run({ reason: reason.trim(), newDue }); };
  const take = (moment: Moment) => { setDay(dateOf(moment)); setHour(wallTimeOf(moment)); prepare.clear(); };
  return (
    <ConfirmDialog title={`Xin lỗi và hẹn lại – ${view.code}`} act="Lập phiếu, chuyển ký" makes="Phiếu xin lỗi và hẹn lại ngày trả kết quả (Mẫu số 04), sau khi được ký" busy={prepare.busy} disabled={tooLate} onClose={onClose} onConfirm={confirm}>
      <ActError error={prepare.error} dossierId={view.dossierId} onClose={onClose} />
      {typeof next === 'string' && <p><Button onClick={() => take(next as Moment)}>Hẹn {formatMoment(next as Moment)}</Button></p>}
      {due && (tooLate
        ? <Banner tone="red">Đã quá ngày được xin lỗi, hẹn lại (hết ngày {formatDate(work.apologyLastDay as PlainDate)}). Giải quyết và trả kết quả ngay, báo cáo lãnh đạo về lý do chậm.</Banner>
        : <Banner tone="info">Hẹn trả hiện nay: {formatMoment(due)}. Phiếu phải được ký trước hết ngày {work.apologyLastDay && formatDate(work.apologyLastDay)}; chỉ được hẹn lại một lần.</Banner>)}
      <TextAreaField label="Lý do chậm" name="reason" value={reason} onValue={setReason} maxLength={1000} autoFocus error={tried && reason.trim() === '' ? 'Ghi lý do để người dân hiểu vì sao chậm.' : prepare.errors['reason']} />
      <div className="fields">
        <DateField width="w4" label="Ngày hẹn lại" name="newDue" value={day} onValue={setDay} error={tried && !newDue && time ? 'Nhập ngày hẹn lại.' : prepare.errors['newDue']} />
        <Field width="w3" label="Giờ" inputMode="numeric" value={hour} onValue={setHour} maxLength={5} placeholder="16:30" error={tried && !time ? 'Nhập giờ dạng 16:30.' : undefined} />
      </div>
    </ConfirmDialog>
  );
};
