// One day of the calendar: what it is, its name, whether it is announced, and by which document.
import { useState } from 'react';
import { DAY_KIND_WORDS, DAY_KINDS, DAY_STATUS_WORDS, ORDINARY_WORDS } from '#core/deadline/calendar-words.ts';
import type { CalendarDay } from '#core/deadline/working-calendar.ts';
import { formatDay } from '#core/kernel/format.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import { focusFirstError } from '../../api/use-act.ts';
import { Button } from '../../design/button.tsx';
import { RadioGroup } from '../../design/choices.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Field, SelectField } from '../../design/field.tsx';
import { type DayForm, makeDay, startDayForm } from './day-form.ts';

export type DayDialogProps = {
  readonly date: PlainDate;
  readonly day: CalendarDay | undefined;
  readonly weeklyRest: readonly number[];
  /** Undefined: the day becomes an ordinary one. */
  readonly onDay: (day: CalendarDay | undefined) => void;
  readonly onClose: () => void;
};

export const DayDialog = ({ date, day, weeklyRest, onDay, onClose }: DayDialogProps) => {
  const [form, setForm] = useState<DayForm>(() => startDayForm(date, day, weeklyRest));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const set = (change: Partial<DayForm>) => setForm({ ...form, ...change });
  const submit = () => {
    const made = makeDay(date, form, weeklyRest);
    if (made.ok) return onDay(made.day);
    setErrors(made.errors);
    requestAnimationFrame(() => focusFirstError(made.errors));
  };
  const special = form.kind !== 'ordinary';
  return (
    <Dialog title={formatDay(date)} onClose={onClose} onSubmit={submit} foot={<><Button onClick={onClose}>Quay lại</Button><Button type="submit" look="main">Ghi vào bản sửa</Button></>}>
      <SelectField label="Loại ngày" name="kind" value={form.kind} error={errors['kind']} onValue={(kind) => set({ kind: kind as DayForm['kind'] })} options={[...DAY_KINDS.map((kind) => ({ value: kind, label: DAY_KIND_WORDS[kind] })), { value: 'ordinary', label: `${ORDINARY_WORDS} (bỏ khỏi danh sách)` }]} />
      {special && (
        <>
          <Field label="Tên" name="name" value={form.name} error={errors['name']} maxLength={200} onValue={(name) => set({ name })} hint={form.kind === 'swap-off' || form.kind === 'make-up' ? 'Ví dụ: Đổi với ngày 09/01/2027' : undefined} />
          <RadioGroup legend="Trạng thái" name="status" value={form.status} onValue={(status) => set({ status: status as DayForm['status'] })} choices={(['confirmed', 'unconfirmed'] as const).map((status) => ({ value: status, label: DAY_STATUS_WORDS[status] }))} />
          <Field label="Căn cứ" name="source" value={form.source} error={errors['source']} maxLength={200} onValue={(source) => set({ source })} hint="Số, ký hiệu văn bản công bố, ví dụ TB 9441/TB-BNV. Bắt buộc khi ngày đã công bố hoặc hoán đổi." />
        </>
      )}
    </Dialog>
  );
};
