// Twelve months at a glance: arrows move by day and week, Enter opens the day. One day of the year takes the Tab key.
import { useState, type KeyboardEvent } from 'react';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import { dayWords, KIND_MARKS, KIND_WORDS, type DayKind, type Month, monthsOf, moveInYear, type YearDay } from './year-days.ts';

const WEEKDAYS = [['T2', 'thứ Hai'], ['T3', 'thứ Ba'], ['T4', 'thứ Tư'], ['T5', 'thứ Năm'], ['T6', 'thứ Sáu'], ['T7', 'thứ Bảy'], ['CN', 'Chủ nhật']] as const;
const LEGEND: readonly DayKind[] = ['working', 'rest', 'holiday', 'compensatory', 'swap-off', 'make-up'];
const idOf = (date: PlainDate) => `ngay-${date}`;

type Looks = { readonly today: PlainDate; readonly at: PlainDate; readonly changed: ReadonlySet<string>; readonly onAt: (date: PlainDate) => void; readonly onOpen: (date: PlainDate) => void };

const classesOf = ({ kind, special }: YearDay, changed: boolean): string =>
  ['day', `day-${kind}`, special?.status === 'unconfirmed' && 'day-unconfirmed', changed && 'day-changed'].filter(Boolean).join(' ');

const Day = ({ day, today, at, changed, onAt, onOpen }: { readonly day: YearDay } & Looks) => (
  <button
    type="button"
    id={idOf(day.date)}
    className={classesOf(day, changed.has(day.date))}
    tabIndex={day.date === at ? 0 : -1}
    aria-current={day.date === today ? 'date' : undefined}
    onFocus={() => onAt(day.date)}
    onClick={() => onOpen(day.date)}
  >
    <span className="hidden-label">{dayWords(day)}{changed.has(day.date) && '; chưa lưu'}</span>
    <span aria-hidden="true">{Number(day.date.slice(8))}</span>
    <small aria-hidden="true">{KIND_MARKS[day.kind]}{day.special?.status === 'unconfirmed' ? '?' : ''}</small>
  </button>
);

const MonthTable = ({ month, ...looks }: { readonly month: Month } & Looks) => (
  <table className="month">
    <caption>Tháng {month.month}</caption>
    <thead><tr>{WEEKDAYS.map(([short, long]) => <th key={short} scope="col"><abbr title={long}>{short}</abbr></th>)}</tr></thead>
    <tbody>
      {month.weeks.map((week, w) => (
        <tr key={w}>{week.map((day, i) => <td key={i}>{day && <Day day={day} {...looks} />}</td>)}</tr>
      ))}
    </tbody>
  </table>
);

export type YearGridProps = {
  readonly calendar: WorkingCalendar;
  readonly year: number;
  readonly today: PlainDate;
  readonly changed: ReadonlySet<string>;
  readonly onOpen: (date: PlainDate) => void;
};

export const YearGrid = ({ calendar, year, today, changed, onOpen }: YearGridProps) => {
  const [kept, setAt] = useState<PlainDate>(today);
  const at = kept.startsWith(`${year}-`) ? kept : today.startsWith(`${year}-`) ? today : (`${year}-01-01` as PlainDate);
  const months = monthsOf(calendar, year);
  const move = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const to = moveInYear(at, event.key);
    if (!to) return;
    event.preventDefault();
    setAt(to);
    document.getElementById(idOf(to))?.focus();
  };
  const counts = Map.groupBy(months.flatMap((month) => month.weeks.flat()).flatMap((day) => day ?? []), (day) => day.kind);
  const unconfirmed = calendar.days.filter((day) => day.date.startsWith(`${year}-`) && day.status === 'unconfirmed').length;
  return (
    <div className="stack">
      <ul className="legend" aria-label="Chú giải">
        {LEGEND.map((kind) => (
          <li key={kind}><span className={`day day-${kind}`} aria-hidden="true">1<small>{KIND_MARKS[kind]}</small></span>{KIND_WORDS[kind]} <span className="count">{counts.get(kind)?.length ?? 0}</span></li>
        ))}
        <li><span className="day day-holiday day-unconfirmed" aria-hidden="true">1<small>lễ?</small></span>Tạm tính, chờ công bố <span className="count">{unconfirmed}</span></li>
      </ul>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the arrows belong to the days, which are buttons */}
      <div className="year" onKeyDown={move}>
        {months.map((month) => <MonthTable key={month.month} month={month} today={today} at={at} changed={changed} onAt={setAt} onOpen={onOpen} />)}
      </div>
    </div>
  );
};
