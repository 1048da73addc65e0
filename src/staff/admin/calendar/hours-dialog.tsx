// The hours of one place, written whole; rules that overlap are named before anything is kept.
import { useState } from 'react';
import { calendarFaults } from '#core/deadline/calendar-faults.ts';
import { withDraft } from '#core/deadline/change-calendar.ts';
import type { SiteHours, WorkingCalendar } from '#core/deadline/working-calendar.ts';
import { calendarFaultText } from '#wire/refusals/calendar.ts';
import { focusFirstError } from '../../api/use-act.ts';
import { Button } from '../../design/button.tsx';
import { Check } from '../../design/choices.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Field } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { EMPTY_RULE, makeHours, type RuleForm, startRules, WEEKDAY_NAMES } from './hours-form.ts';

type RuleFieldsProps = { readonly rule: RuleForm; readonly at: number; readonly errors: Readonly<Record<string, string>>; readonly onRule: (rule: RuleForm) => void; readonly onRemove: (() => void) | undefined };

const RuleFields = ({ rule, at, errors, onRule, onRemove }: RuleFieldsProps) => {
  const path = (field: string) => `rules.${at}.${field}`;
  const set = (change: Partial<RuleForm>) => onRule({ ...rule, ...change });
  return (
    <fieldset className="stack-tight hours-rule">
      <legend className="hidden-label">Quy định {at + 1}</legend>
      <div className="fields">
        <Field width="w6" label="Tên" name={path('name')} value={rule.name} error={errors[path('name')]} maxLength={120} onValue={(name) => set({ name })} />
        <Field width="w3" label="Từ ngày" name={path('from')} value={rule.from} error={errors[path('from')]} onValue={(from) => set({ from })} />
        <Field width="w3" label="Đến ngày" name={path('to')} value={rule.to} error={errors[path('to')]} onValue={(to) => set({ to })} />
      </div>
      <div className="row" role="group" aria-label="Ngày trong tuần" data-path={path('weekdays')}>
        {WEEKDAY_NAMES.map((name, i) => (
          <Check key={name} checked={rule.weekdays.includes(i + 1)} onChecked={(on) => set({ weekdays: on ? [...rule.weekdays, i + 1] : rule.weekdays.filter((day) => day !== i + 1) })}>{name}</Check>
        ))}
        {errors[path('weekdays')] && <p className="field-error">{errors[path('weekdays')]}</p>}
      </div>
      <Field label="Các buổi" name={path('sessions')} value={rule.sessions} error={errors[path('sessions')]} onValue={(sessions) => set({ sessions })} hint="Ví dụ 07:00–11:30, 14:00–17:30" />
      {onRemove && <div className="row-end"><Button look="plain" onClick={onRemove}>Bỏ quy định này</Button></div>}
    </fieldset>
  );
};

export type HoursDialogProps = { readonly title: string; readonly site: SiteHours; readonly calendar: WorkingCalendar; readonly onSite: (site: SiteHours) => void; readonly onClose: () => void };

export const HoursDialog = ({ title, site, calendar, onSite, onClose }: HoursDialogProps) => {
  const [rules, setRules] = useState(() => startRules(site));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [faults, setFaults] = useState<readonly string[]>([]);
  const submit = () => {
    const made = makeHours(site.siteId, rules);
    setErrors(made.ok ? {} : made.errors);
    if (!made.ok) return void requestAnimationFrame(() => focusFirstError(made.errors));
    const found = calendarFaults(withDraft(calendar, { set: [], remove: [], sites: [made.site] }));
    setFaults(found.map(calendarFaultText));
    if (found.length === 0) onSite(made.site);
  };
  return (
    <Dialog title={title} wide onClose={onClose} onSubmit={submit} foot={<><Button onClick={onClose}>Quay lại</Button><Button type="submit" look="main">Ghi vào bản sửa</Button></>}>
      {faults.length > 0 && <Banner tone="red"><ul>{faults.map((text) => <li key={text}>{text}</li>)}</ul></Banner>}
      {errors['rules'] && <Banner tone="red">{errors['rules']}</Banner>}
      {rules.map((rule, i) => (
        <RuleFields key={i} rule={rule} at={i} errors={errors} onRule={(one) => setRules(rules.with(i, one))} onRemove={rules.length > 1 ? () => setRules(rules.toSpliced(i, 1)) : undefined} />
      ))}
      <div><Button onClick={() => setRules([...rules, EMPTY_RULE])}>Thêm quy định</Button></div>
    </Dialog>
  );
};
