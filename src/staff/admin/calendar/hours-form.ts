// Hours as they are typed: '16/4', '07:00–11:30, 14:00–17:30', and the rules they make.
import type { SessionRule, SiteHours } from '#core/deadline/working-calendar.ts';
import type { WallTime } from '#core/kernel/moment.ts';

export type RuleForm = { readonly name: string; readonly from: string; readonly to: string; readonly weekdays: readonly number[]; readonly sessions: string };
export type HoursMade = { readonly ok: true; readonly site: SiteHours } | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

export const WEEKDAY_NAMES: readonly string[] = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];

export const showMonthDay = (monthDay: string): string => `${Number(monthDay.slice(3))}/${Number(monthDay.slice(0, 2))}`;
export const showSessions = (sessions: SessionRule['sessions']): string => sessions.map(({ from, to }) => `${from}–${to}`).join(', ');
/** 'thứ Hai – thứ Sáu', 'thứ Bảy'. */
export const showWeekdays = (weekdays: readonly number[]): string => {
  const days = [...weekdays].sort((a, b) => a - b);
  const [first, last] = [days[0], days.at(-1)];
  const name = (weekday: number | undefined): string => WEEKDAY_NAMES[(weekday ?? 1) - 1] ?? '';
  if (first !== undefined && last !== undefined && days.length > 2 && last - first === days.length - 1) return `${name(first)} – ${name(last)}`;
  return days.map(name).join(', ');
};

/** A place has no name of its own in the calendar: its hours say what it is. */
export const hoursName = (site: SiteHours | undefined, weeklyRest: readonly number[]): string => {
  const rest = [...new Set(site?.rules.flatMap((rule) => rule.weekdays) ?? [])].filter((weekday) => weeklyRest.includes(weekday));
  return rest.length === 0 ? 'Giờ hành chính' : `Giờ có buổi ${showWeekdays(rest)}`;
};

export const startRules = (site: SiteHours): readonly RuleForm[] =>
  site.rules.map((rule) => ({ name: rule.name, from: showMonthDay(rule.fromMonthDay), to: showMonthDay(rule.toMonthDay), weekdays: rule.weekdays, sessions: showSessions(rule.sessions) }));
export const EMPTY_RULE: RuleForm = { name: '', from: '1/1', to: '31/12', weekdays: [1, 2, 3, 4, 5], sessions: '' };

const monthDayOf = (typed: string): string | undefined => {
  const [, day, month] = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*$/u.exec(typed) ?? [];
  return day === undefined || month === undefined ? undefined : `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

const clockOf = (typed: string): WallTime | undefined => {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[:.hg](\d{2})?)?$/u.exec(typed.trim()) ?? [];
  return hour === undefined || Number(hour) > 24 || Number(minute) > 59 ? undefined : (`${hour.padStart(2, '0')}:${minute}` as WallTime);
};

const sessionsOf = (typed: string): SessionRule['sessions'] | undefined => {
  const sessions = typed.split(/[,;]/u).filter((part) => part.trim() !== '').map((part) => {
    const [from, to, ...more] = part.split(/[–—-]|đến/u).map(clockOf);
    return from === undefined || to === undefined || more.length > 0 ? undefined : { from, to };
  });
  const known = sessions.flatMap((session) => session ?? []);
  return known.length === 0 || known.length < sessions.length ? undefined : known;
};

export const makeHours = (siteId: string, forms: readonly RuleForm[]): HoursMade => {
  const errors: Record<string, string> = {};
  const rules = forms.flatMap((form, i): SessionRule[] => {
    const [fromMonthDay, toMonthDay, sessions] = [monthDayOf(form.from), monthDayOf(form.to), sessionsOf(form.sessions)];
    if (form.name.trim() === '') errors[`rules.${i}.name`] = 'Ghi tên, ví dụ Giờ mùa hè.';
    if (fromMonthDay === undefined) errors[`rules.${i}.from`] = 'Ghi ngày/tháng, ví dụ 16/4.';
    if (toMonthDay === undefined) errors[`rules.${i}.to`] = 'Ghi ngày/tháng, ví dụ 15/10.';
    if (form.weekdays.length === 0) errors[`rules.${i}.weekdays`] = 'Chọn ít nhất một ngày trong tuần.';
    if (sessions === undefined) errors[`rules.${i}.sessions`] = 'Ghi các buổi, ví dụ 07:00–11:30, 14:00–17:30.';
    if (fromMonthDay === undefined || toMonthDay === undefined || sessions === undefined) return [];
    return [{ name: form.name.trim(), fromMonthDay, toMonthDay, weekdays: [...form.weekdays].sort((a, b) => a - b), sessions }];
  });
  if (forms.length === 0) errors['rules'] = 'Cần ít nhất một quy định giờ làm việc.';
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, site: { siteId, rules } };
};
