// Computed days become announced ones, all by one document.
import { useState } from 'react';
import { DAY_KIND_WORDS } from '#core/deadline/calendar-words.ts';
import type { CalendarDay } from '#core/deadline/working-calendar.ts';
import { formatDay } from '#core/kernel/format.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Field } from '../../design/field.tsx';
import { SOURCE_MISSING } from './day-form.ts';

export type ConfirmDaysDialogProps = { readonly title: string; readonly days: readonly CalendarDay[]; readonly onDays: (days: readonly CalendarDay[]) => void; readonly onClose: () => void };

export const ConfirmDaysDialog = ({ title, days, onDays, onClose }: ConfirmDaysDialogProps) => {
  const [source, setSource] = useState('');
  const [error, setError] = useState<string>();
  const submit = () => {
    const document = source.trim();
    if (document === '') return setError(SOURCE_MISSING);
    onDays(days.map((day) => ({ ...day, status: 'confirmed', source: document })));
  };
  return (
    <Dialog title={title} onClose={onClose} onSubmit={submit} foot={<><Button onClick={onClose}>Quay lại</Button><Button type="submit" look="main">Xác nhận {days.length} ngày</Button></>}>
      <Field label="Căn cứ công bố" name="source" value={source} error={error} maxLength={200} onValue={setSource} hint="Số, ký hiệu văn bản, ví dụ TB 9441/TB-BNV" />
      <ul className="stack-tight">
        {days.map((day) => <li key={day.date}>{formatDay(day.date)} <span className="faint">{DAY_KIND_WORDS[day.kind]}, {day.name}</span></li>)}
      </ul>
      <p className="faint">Nếu công bố khác ngày tạm tính, sửa từng ngày trước rồi xác nhận.</p>
    </Dialog>
  );
};
