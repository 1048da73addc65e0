import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CliContext } from './context.ts';
import { dueDateCommands } from './due-date.ts';
import { runLine } from './run.ts';

const noDatabase = (): CliContext => ({ close: () => Promise.resolve() }) as CliContext;
const ask = async (...words: readonly string[]): Promise<{ code: number; out: readonly string[]; err: readonly string[] }> => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runLine(['due-date', ...words], dueDateCommands, noDatabase, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out, err };
};
const asJson = async (...words: readonly string[]): Promise<Record<string, unknown>> => JSON.parse((await ask(...words, '--json')).out[0] ?? '') as Record<string, unknown>;
const folder = mkdtempSync(join(tmpdir(), 'due-date-'));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('motcua due-date', () => {
  test('prints the due moment with its offset, its state and its explanation', async () => {
    const found = await asJson('--limit', '3wd', '--received', '2019-11-18T15:10');
    expect(found).toMatchObject({ due: '2019-11-21T17:30:00+07:00', state: 'running', calendarVersion: 'hatinh@1', dependsOnUnconfirmed: false });
    expect(found['explanation']).toHaveLength(4);
  });

  test('tells a person the same in sentences', async () => {
    const { code, out } = await ask('--limit', 'same-day', '--received', '2026-11-23T15:05');
    expect(code).toBe(0);
    expect(out[0]).toBe('2026-11-25T17:30:00+07:00');
    expect(out).toContain('- Thứ Ba, 24/11/2026 là ngày nghỉ lễ, tết (Ngày Văn hóa Việt Nam) nên không tính. (NQ 28/2026/QH16)');
  });

  test('tells working hours from clock hours', async () => {
    expect((await asJson('--limit', '24H', '--received', '2026-11-20T16:00'))['due']).toBe('2026-11-21T16:00:00+07:00');
    expect((await asJson('--limit', '8h', '--received', '2019-11-18T09:00'))['due']).toBe('2019-11-19T09:00:00+07:00');
  });

  test('takes the limit of a procedure as it was on the day', async () => {
    const found = await asJson('--procedure', '2.000815', '--received', '2019-11-18T09:00');
    expect(found).toMatchObject({ due: '2019-11-18T17:30:00+07:00', procedure: { code: '2.000815' } });
  });

  test('answers a file row by row, in order, one JSON line each, blank cells from the options', async () => {
    const csv = file('rows.csv', 'limit,site,received\n3wd,ha-tinh-hours,2019-11-18T08:00\nsame-day,,2019-11-22T15:10\n,saturday-morning,2026-11-21T08:00\n');
    const { code, out } = await ask('--batch', csv, '--limit', '3wd', '--json');
    expect(code).toBe(0);
    expect(out.map((line) => (JSON.parse(line) as { due: string }).due.slice(0, 16))).toEqual(['2019-11-21T17:30', '2019-11-25T17:30', '2026-11-26T17:30']);
  });

  test('a wrong row of a file does not stop the others', async () => {
    const csv = file('wrong.csv', 'limit,site,received\n3,,2019-11-18T08:00\n3wd,,2019-11-18T08:00\n3wd,,2019-02-30T08:00\n');
    const { code, out } = await ask('--batch', csv);
    expect(code).toBe(1);
    expect(out.map((line) => Object.keys(JSON.parse(line) as object)[0])).toEqual(['field', 'due', 'field']);
  });

  test.each([
    ['limit', ['--limit', '3', '--received', '2019-11-18T08:00']],
    ['limit', ['--received', '2019-11-18T08:00']],
    ['limit', ['--limit', '3wd', '--procedure', '1.001193', '--received', '2019-11-18T08:00']],
    ['limit', ['--limit', '999wd', '--received', '2040-01-02T08:00']],
    ['received', ['--limit', '3wd', '--received', 'hôm qua']],
    ['received', ['--limit', '3wd', '--received', '1019-11-18T08:00']],
    ['site', ['--limit', '3wd', '--received', '2019-11-18T08:00', '--site', 'nowhere']],
    ['channel', ['--procedure', '1.001193', '--received', '2019-11-18T08:00', '--channel', 'fax']],
    ['procedure', ['--procedure', '9.999999', '--received', '2019-11-18T08:00']],
  ] as const)('names the field at fault: %s', async (field, words) => {
    const { code, out } = await ask(...words, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ field });
  });

  test('reads another calendar, and refuses one with a fault', async () => {
    const calendar = (to: string): string => JSON.stringify({
      calendarId: 'thu', version: 7, weeklyRest: [7], days: [],
      sites: [{ siteId: 'ha-tinh-hours', rules: [{ name: 'Cả năm', fromMonthDay: '01-01', toMonthDay: '12-31', weekdays: [1, 2, 3, 4, 5, 6], sessions: [{ from: '08:00', to }] }] }],
    });
    const words = ['--limit', '1wd', '--received', '2019-11-22T08:00', '--calendar'];
    expect(await asJson(...words, file('six-days.json', calendar('16:00')))).toMatchObject({ due: '2019-11-23T16:00:00+07:00', calendarVersion: 'thu@7' });
    const { code, err } = await ask(...words, file('backwards.json', calendar('07:00')));
    expect(code).toBe(1);
    expect(err[0]).toMatch(/session-backwards/);
  });
});
