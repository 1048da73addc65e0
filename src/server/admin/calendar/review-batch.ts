// Whom the newest calendar touches: reckoned anew each time it is looked at, so that what is approved is what is so now.
import type { Pool } from 'pg';
import { type CompiledCalendar, compiled } from '#core/deadline/compiled-calendar.ts';
import { writeCell } from '#core/deadline/csv-cells.ts';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';
import { formatMoment } from '#core/kernel/format.ts';
import type { BatchDossiers, BatchView } from '#wire/calendar.wire.ts';
import { judgeClock } from '../../clock/judge-clock.ts';
import { type DuePlace, type RunningListed, findRunning } from '../../clock/recompute.sql.ts';

const READ_AT_ONCE = 1_000;
const BATCH_PAGE = 100;

type Row = BatchDossiers['rows'][number];
type RowsAsked = { readonly q: string; readonly all: boolean; readonly after?: DuePlace };

const rowOf = ({ dossierId, code, procedureName, deskName, agencyName, dueAt, ...row }: RunningListed, calendar: CompiledCalendar): Row => {
  const { change, newDue } = judgeClock({ ...row, dueAt }, calendar);
  return { dossierId, code, procedureName, deskName, agencyName, from: dueAt, to: newDue, change: change === 'said-anew' ? 'same' : change };
};

/** In the order of the dates promised, read in parts: a province's dossiers are never all in memory. */
export async function* batchRows(pool: Pool, provinceId: number, content: WorkingCalendar, { q, all, after }: RowsAsked): AsyncGenerator<Row> {
  const calendar = compiled(content);
  let place = after;
  for (;;) {
    const found = await findRunning(pool, provinceId, calendar.version, { ...(place ? { after: place } : {}), q, limit: READ_AT_ONCE });
    for (const one of found) {
      const row = rowOf(one, calendar);
      if (all || row.change !== 'same') yield row;
    }
    const last = found.at(-1);
    if (!last || found.length < READ_AT_ONCE) return;
    place = last;
  }
}

type Tally = NonNullable<BatchView['review']>['desks'];
const counting = () => {
  const counts = new Map<string, { moved: number; kept: number }>();
  return {
    add: (name: string, change: 'moved' | 'kept') => {
      const own = counts.get(name) ?? { moved: 0, kept: 0 };
      counts.set(name, { ...own, [change]: own[change] + 1 });
    },
    tally: (): Tally => [...counts].map(([name, own]) => ({ name, ...own })).sort((a, b) => b.moved - a.moved || a.name.localeCompare(b.name, 'vi')),
  };
};

export const reviewBatch = async (pool: Pool, provinceId: number, content: WorkingCalendar): Promise<Pick<BatchView, 'moved' | 'kept' | 'review'>> => {
  const [desks, agencies] = [counting(), counting()];
  const sums = { moved: 0, kept: 0 };
  for await (const { change, deskName, agencyName } of batchRows(pool, provinceId, content, { q: '', all: false })) {
    if (change === 'same') continue;
    sums[change] += 1;
    desks.add(deskName, change);
    agencies.add(agencyName, change);
  }
  return { ...sums, review: { desks: desks.tally(), agencies: agencies.tally() } };
};

const placeText = (row: Row | undefined): string | null => (row ? `${row.from}~${row.dossierId}` : null);

export const pageOf = async (found: AsyncIterable<Row>): Promise<BatchDossiers> => {
  const rows: Row[] = [];
  for await (const row of found) {
    if (rows.length === BATCH_PAGE) return { rows, next: placeText(rows.at(-1)) };
    rows.push(row);
  }
  return { rows, next: null };
};

const CHANGES: Readonly<Record<Row['change'], string>> = { moved: 'Hẹn lại', kept: 'Giữ ngày đã in', same: 'Không đổi' };

/** Line by line, as the rows are read. */
export async function* batchCsv(found: AsyncIterable<Row>): AsyncGenerator<string> {
  const line = (cells: readonly string[]): string => `${cells.map(writeCell).join(',')}\r\n`;
  yield `\uFEFF${line(['Mã hồ sơ', 'Thủ tục', 'Nơi tiếp nhận', 'Cơ quan giải quyết', 'Đang hẹn', 'Theo lịch mới', 'Kết quả'])}`;
  for await (const row of found) {
    yield line([row.code, row.procedureName, row.deskName, row.agencyName, formatMoment(row.from), formatMoment(row.to), CHANGES[row.change]]);
  }
}
