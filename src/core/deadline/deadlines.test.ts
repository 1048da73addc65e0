import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import type { Moment, WallTime } from '../kernel/moment.ts';
import { computeDue, dueMoment } from './compute-due.ts';
import { parseLimit } from './parse-limit.ts';

const [header, ...rows] = readFileSync(new URL('./deadlines.csv', import.meta.url), 'utf8')
  .trim().split('\n').map((line) => line.split(','));

describe('the table of deadlines', () => {
  test('has its columns, and a source in every row', () => {
    expect(header).toEqual(['limit', 'large', 'site', 'received', 'due', 'unconfirmed', 'source', 'note']);
    expect(rows.length).toBeGreaterThanOrEqual(120);
    for (const row of rows) {
      expect(row).toHaveLength(8);
      expect(row[6]).not.toBe('');
    }
    expect(new Set(rows.map((row) => row.slice(0, 4).join())).size).toBe(rows.length);
  });

  test.each(rows.map((row) => ({ row, name: row.slice(0, 4).join(' ') })))('$name', ({ row }) => {
    const [limitText = '', large, siteId = '', received, due, unconfirmed] = row;
    const parsed = parseLimit(limitText);
    expect(parsed).toMatchObject({ ok: true });
    if (!parsed.ok) return;
    const limit = parsed.value;
    const facts = {
      receivedAt: `${received}:00+07:00` as Moment, limit, siteId, calendar: hatinhCalendar,
      cutoffTime: '15:00' as WallTime, large: large === 'large',
    };
    const found = computeDue(facts);
    expect(found.due.slice(0, 16)).toBe(due);
    expect(found.dependsOnUnconfirmed).toBe(unconfirmed === 'yes');
    expect(dueMoment(facts)).toBe(found.due);
  });
});
