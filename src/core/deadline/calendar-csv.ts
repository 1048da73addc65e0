// The special days of a calendar as a jurist keeps them: day, kind, name, status, source. Only the days that stand in
// the file are touched; 'ngày thường' takes one out. A file with one fault changes nothing.
// What is confirmed or exchanged is so by a document: a changed row names it.
// @law BLLĐ 45/2019/QH14 Đ.111, Đ.112
import { formatDate } from '../kernel/format.ts';
import type { PlainDate } from '../kernel/moment.ts';
import { parseDate } from '../kernel/parse-date.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import { dayFault, isYearInReach } from './calendar-faults.ts';
import { DAY_KIND_WORDS, DAY_STATUS_WORDS, kindWritten, statusWritten } from './calendar-words.ts';
import { foldVietnamese } from '../kernel/fold.ts';
import { type CsvRecord, readCells, writeCell } from './csv-cells.ts';
import { isSameDay, lacksSource } from './change-days.ts';
import type { CalendarDay, WorkingCalendar } from './working-calendar.ts';

export const CSV_COLUMNS = ['date', 'kind', 'name', 'status', 'source'] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];
export const CSV_HEADS: Readonly<Record<CsvColumn, string>> = { date: 'Ngày', kind: 'Loại ngày', name: 'Tên', status: 'Trạng thái', source: 'Căn cứ' };

export type CsvFaultKind =
  | 'file-empty' | 'quote-open' | 'column-missing' | 'column-unknown' | 'column-twice' | 'too-many-cells' | 'too-many-rows'
  | 'date-shape' | 'year-out-of-reach' | 'day-twice' | 'kind-unknown' | 'status-unknown' | 'name-missing' | 'text-too-long' | 'text-unreadable'
  | 'source-missing' | 'make-up-on-working-day' | 'off-on-rest-day';
export type CsvFault = { readonly line: number; readonly column?: CsvColumn; readonly kind: CsvFaultKind; readonly value?: string; /** The line that said it first. */ readonly firstLine?: number };

/** What a file says: days to set, days to take out. */
export type DaysChange = { readonly set: readonly CalendarDay[]; readonly remove: readonly PlainDate[] };

const MOST_ROWS = 3_000;
const LONGEST_TEXT = 200;
const READABLE = /^(?!.*\p{M}{9})[^\p{Cc}\p{Cs}]*$/u;

const HEADS_WRITTEN: ReadonlyMap<string, CsvColumn> = new Map([
  ...CSV_COLUMNS.flatMap((column) => [[foldVietnamese(CSV_HEADS[column]), column] as const, [column, column] as const]),
  ['loai', 'kind'], ['ten ngay', 'name'], ['nguon', 'source'], ['so van ban', 'source'],
]);

type Heads = { readonly columns: readonly (CsvColumn | undefined)[]; readonly faults: readonly CsvFault[] };

const readHeads = ({ line, cells }: CsvRecord): Heads => {
  const faults: CsvFault[] = [];
  const columns = cells.map((cell) => {
    const column = HEADS_WRITTEN.get(foldVietnamese(cell));
    if (column === undefined && cell !== '') faults.push({ line, kind: 'column-unknown', value: cell });
    return column;
  });
  for (const column of CSV_COLUMNS) {
    const times = columns.filter((one) => one === column).length;
    if (times === 0) faults.push({ line, column, kind: 'column-missing' });
    if (times > 1) faults.push({ line, column, kind: 'column-twice' });
  }
  return { columns, faults };
};

type Row = { readonly line: number; readonly faults: readonly CsvFault[]; readonly date?: PlainDate; readonly day?: CalendarDay };

const readRow = ({ line, cells }: CsvRecord, columns: Heads['columns'], base: WorkingCalendar, before: ReadonlyMap<string, CalendarDay>): Row => {
  const cell = (column: CsvColumn): string => cells[columns.indexOf(column)] ?? '';
  const faults: CsvFault[] = [];
  const wrong = (column: CsvColumn, kind: CsvFaultKind, value?: string): void => {
    faults.push({ line, column, kind, ...(value === undefined ? {} : { value }) });
  };
  if (cells.some((text, i) => text !== '' && columns[i] === undefined)) faults.push({ line, kind: 'too-many-cells' });
  for (const column of CSV_COLUMNS) {
    if (!READABLE.test(cell(column))) wrong(column, 'text-unreadable');
    else if (cell(column).length > LONGEST_TEXT) wrong(column, 'text-too-long');
  }
  const date = parseDate(cell('date'));
  if (date === undefined) wrong('date', 'date-shape', cell('date'));
  else if (!isYearInReach(date)) wrong('date', 'year-out-of-reach', cell('date'));
  const kind = kindWritten(cell('kind'));
  if (kind === undefined) wrong('kind', 'kind-unknown', cell('kind'));
  if (kind === 'ordinary') return { line, faults, ...(date === undefined ? {} : { date }) };
  const status = statusWritten(cell('status'));
  if (status === undefined) wrong('status', 'status-unknown', cell('status'));
  const name = cell('name').replace(/\s+/gu, ' ');
  const source = cell('source').replace(/\s+/gu, ' ');
  if (name === '') wrong('name', 'name-missing');
  if (date === undefined || kind === undefined || status === undefined || faults.length > 0) return { line, faults, ...(date === undefined ? {} : { date }) };
  const day: CalendarDay = { date, kind, name, status, ...(source === '' ? {} : { source }) };
  const misplaced = dayFault(day, base.weeklyRest);
  if (misplaced) wrong('kind', misplaced, formatDate(date));
  if (lacksSource(day, before.get(date))) wrong('source', 'source-missing');
  return { line, faults, date, day };
};

/** The changes a file makes to the calendar, none where it says what stands already; or every fault of it. */
export const readCalendarCsv = (text: string, base: WorkingCalendar): Result<DaysChange, readonly CsvFault[]> => {
  const { records, openQuote } = readCells(text);
  if (openQuote !== undefined) return refuse([{ line: openQuote, kind: 'quote-open' }]);
  const [header, ...lines] = records;
  if (!header || lines.length === 0) return refuse([{ line: 1, kind: 'file-empty' }]);
  if (lines.length > MOST_ROWS) return refuse([{ line: lines[MOST_ROWS]?.line ?? 1, kind: 'too-many-rows' }]);
  const heads = readHeads(header);
  if (heads.faults.length > 0) return refuse(heads.faults);
  const before = new Map<string, CalendarDay>(base.days.map((day) => [day.date, day]));
  const rows = lines.map((record) => readRow(record, heads.columns, base, before));
  const first = new Map<string, number>();
  const twice: CsvFault[] = [];
  for (const { line, date } of rows) {
    const said = date === undefined ? undefined : first.get(date);
    if (date !== undefined && said === undefined) first.set(date, line);
    if (date !== undefined && said !== undefined) twice.push({ line, column: 'date', kind: 'day-twice', value: formatDate(date), firstLine: said });
  }
  const faults = [...rows.flatMap((row) => row.faults), ...twice].sort((a, b) => a.line - b.line);
  if (faults.length > 0) return refuse(faults);
  return ok({
    set: rows.flatMap(({ day }) => (day && !isSameDay(day, before.get(day.date)) ? [day] : [])),
    remove: rows.flatMap(({ day, date }) => (!day && date !== undefined && before.has(date) ? [date] : [])),
  });
};

/** Days as 'ngày/tháng/năm': a spreadsheet that swaps day and month on reading swaps them back on writing. */
export const writeCalendarCsv = (days: readonly CalendarDay[]): string => {
  const rows = [...days].sort((a, b) => (a.date < b.date ? -1 : 1)).map((day) =>
    [formatDate(day.date), DAY_KIND_WORDS[day.kind], day.name, DAY_STATUS_WORDS[day.status], day.source ?? '']);
  const heads = CSV_COLUMNS.map((column) => CSV_HEADS[column]);
  return `\uFEFF${[heads, ...rows].map((cells) => cells.map(writeCell).join(',')).join('\r\n')}\r\n`;
};
