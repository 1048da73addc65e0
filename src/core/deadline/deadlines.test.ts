// deadlines.csv is a jurist's table. Its notation: `limit` '3wd', '3wd>5wd' with an agency after the first; `start`
// blank (at the desk), 'post …' (signed hand-over record) or 'agency …' (the competent agency received); `events` in
// order, apart by ';' – 'asked … RESTART|PAUSE [until DAY]', 'part …', 'supplied …', 'duty …', 'settled …', 'down …',
// 'up …', 'extended … to … | by 5wd', 'reappointed … to …', 'stopped …', 'withdrawn …', 'refused …', 'finished …';
// `marks` are second-request, notice-late, counts-late, limit=… (the limit's own date), local=… (the first agency's).
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import type { Moment, PlainDate, WallTime } from '../kernel/moment.ts';
import { parseMoment } from '../kernel/parse-date.ts';
import type { TimeLimit } from '../procedure/procedure.ts';
import type { ClockEvent } from './clock-event.ts';
import type { ClockFacts, ClockReading, ClockStart } from './clock-reading.ts';
import { dueMoment } from './compute-due.ts';
import { readCells } from './csv-cells.ts';
import { parseLimit } from './parse-limit.ts';
import { clockFigures, runClock } from './run-clock.ts';

const { records: [header, ...rows] } = readCells(readFileSync(new URL('./deadlines.csv', import.meta.url), 'utf8'));
const COLUMNS = ['limit', 'large', 'site', 'received', 'start', 'events', 'due', 'state', 'lateness', 'marks', 'unconfirmed', 'source', 'note'] as const;
type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

const moment = (text: string | undefined): Moment => {
  const found = parseMoment(text ?? '');
  if (!found) throw new Error(`no moment: “${text}”`);
  return found;
};
const limitOf = (text: string | undefined): TimeLimit => {
  const limit = parseLimit(text ?? '');
  if (!limit.ok) throw new Error(`${limit.refusal.kind}: “${text}”`);
  return limit.value;
};

const eventOf = (written: string): ClockEvent => {
  const [what, when, first, second] = written.trim().split(' ');
  const at = moment(when);
  switch (what) {
    case 'asked': {
      const [, day] = / until (\S+)$/.exec(written) ?? [];
      if (first !== 'RESTART' && first !== 'PAUSE') throw new Error(`RESTART or PAUSE: “${written}”`);
      return { kind: 'supplement-asked', at, policy: first, ...(day === undefined ? {} : { citizenUntil: day as PlainDate }) };
    }
    case 'part': return { kind: 'supplied', at, complete: false };
    case 'supplied': return { kind: 'supplied', at, complete: true };
    case 'duty': return { kind: 'financial-duty-asked', at };
    case 'settled': return { kind: 'financial-duty-settled', at };
    case 'down': return { kind: 'outage-began', at, ground: 'hệ thống ngừng hoạt động' };
    case 'up': return { kind: 'outage-ended', at };
    case 'extended': return { kind: 'extended', at, ground: 'vụ việc phức tạp', ...(first === 'by' ? { by: limitOf(second) } : { newDue: moment(second) }) };
    case 'reappointed': return { kind: 'reappointed', at, newDue: moment(second), reason: 'chờ xác minh' };
    case 'stopped': return { kind: 'stopped', at, ground: 'quá hạn bổ sung' };
    case 'withdrawn':
    case 'refused':
    case 'finished': return { kind: what, at };
    default: throw new Error(`no such event: “${written}”`);
  }
};

const START: Readonly<Record<string, ClockStart['rule']>> = { post: 'hand-over', agency: 'competent-agency' };

const factsOf = (row: Row): ClockFacts => {
  const [own, ...linked] = row.limit.split('>').map(limitOf);
  const [rule = '', at] = row.start.split(' ');
  if (!own) throw new Error('no limit');
  return {
    receivedAt: moment(row.received), limit: own, siteId: row.site, calendar: hatinhCalendar, cutoffTime: '15:00' as WallTime, large: row.large === 'large',
    ...(linked.length === 0 ? {} : { linked: linked.map((limit, i) => ({ agency: `Cơ quan ${i + 2}`, limit })) }),
    ...(row.start === '' ? {} : { start: { rule: START[rule] ?? 'desk', at: moment(at) } }),
  };
};

const marksOf = (reading: ClockReading): string => [
  ...(reading.noticeLate ? ['notice-late'] : []), ...(reading.secondRequest ? ['second-request'] : []), ...(reading.countsAsLate ? ['counts-late'] : []),
  ...(reading.statutoryDue === reading.due ? [] : [`limit=${reading.statutoryDue.slice(0, 16)}`]),
  ...(reading.localDue === undefined ? [] : [`local=${reading.localDue.slice(0, 16)}`]),
].join(' ');

const table = rows.map(({ cells }) => Object.fromEntries(COLUMNS.map((column, i) => [column, cells[i] ?? ''])) as Row);

describe('the table of deadlines', () => {
  test('has its columns, a source in every row, and no row twice', () => {
    expect(header?.cells).toEqual(COLUMNS);
    expect(table.length).toBeGreaterThanOrEqual(230);
    for (const { cells, line } of rows) expect([line, cells.length]).toEqual([line, COLUMNS.length]);
    expect(table.filter((row) => row.source === '').map((row) => row.received)).toEqual([]);
    expect(new Set(table.map((row) => `${row.limit} ${row.large} ${row.site} ${row.received} ${row.start} ${row.events}`)).size).toBe(table.length);
  });

  test.each(table.map((row, i) => ({ row, name: `line ${rows[i]?.line}: ${row.limit} ${row.large} ${row.received} ${row.start} ${row.events}` })))('$name', ({ row }) => {
    const facts = factsOf(row);
    const events = row.events === '' ? [] : row.events.split(';').map(eventOf);
    const found = runClock(facts, events);
    if (!found.ok) throw new Error(JSON.stringify(found.refusal));
    const reading = found.value;
    expect({ due: reading.due.slice(0, 16), state: reading.state, lateness: reading.lateness ?? '', marks: marksOf(reading), unconfirmed: reading.dependsOnUnconfirmed ? 'yes' : '' })
      .toEqual({ due: row.due, state: row.state, lateness: row.lateness, marks: row.marks, unconfirmed: row.unconfirmed });
    const { explanation, ...figures } = reading;
    expect(clockFigures(facts, events)).toEqual({ ok: true, value: figures });
    expect(explanation.some((line) => line.rule === 'due' && line.from === reading.due)).toBe(true);
    if (events.length === 0 && !facts.linked && !facts.start) expect(dueMoment(facts)).toBe(reading.due);
  });
});
