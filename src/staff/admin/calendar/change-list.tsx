// What differs between two states of a calendar: each day before and after, and whose hours were written anew.
import { DAY_KIND_WORDS, DAY_STATUS_WORDS } from '#core/deadline/calendar-words.ts';
import type { CalendarChanges, DayChange } from '#core/deadline/change-days.ts';
import type { CalendarDay } from '#core/deadline/working-calendar.ts';
import { formatDay } from '#core/kernel/format.ts';
import { type Column, Table } from '../../design/table.tsx';

const Side = ({ day }: { readonly day: CalendarDay | undefined }) => day === undefined ? <span className="faint">Ngày thường</span> : (
  <>
    {DAY_KIND_WORDS[day.kind]}: {day.name}
    <br /><span className="faint">{DAY_STATUS_WORDS[day.status]}{day.source ? `, ${day.source}` : ''}</span>
  </>
);

const COLUMNS: readonly Column<DayChange>[] = [
  { head: 'Ngày', cell: (change) => <span className="nowrap">{formatDay(change.date)}</span> },
  { head: 'Trước', cell: (change) => <Side day={change.before} /> },
  { head: 'Sau', cell: (change) => <Side day={change.after} /> },
];

export const ChangeList = ({ changes, nameOf }: { readonly changes: CalendarChanges; readonly nameOf: (siteId: string) => string }) => (
  <>
    {changes.days.length > 0 && <Table caption="Các ngày thay đổi" columns={COLUMNS} rows={changes.days} rowKey={(change) => change.date} />}
    {changes.sites.length > 0 && <p>Giờ làm việc được ghi lại: {changes.sites.map(nameOf).join('; ')}.</p>}
  </>
);

export const changeCount = ({ days, sites }: CalendarChanges): string =>
  [days.length > 0 && `${days.length} ngày`, sites.length > 0 && `giờ làm việc của ${sites.length} nơi`].filter(Boolean).join(', ');
