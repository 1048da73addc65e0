import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { socketUrl } from '../db/embedded/embedded.ts';
import { dropDatabase } from '../db/roles.ts';
import { openContext } from './context.ts';
import { COMMANDS } from './registry.ts';
import { runLine } from './run.ts';

const dataFolder = mkdtempSync(join(tmpdir(), `motcua-test-calendar-${process.pid}-`));
const variables: NodeJS.ProcessEnv = { MOTCUA_DATA_DIR: dataFolder, MOTCUA_WORLDS: 'hatinh-2026:8081', DATABASE_URL: socketUrl(inject('socket'), 'postgres', 'postgres') };
const HEAD = 'Ngày,Loại ngày,Tên,Trạng thái,Căn cứ';
const SWAP = `${HEAD}\r\n30/11/2026,Nghỉ hoán đổi,Đổi với ngày 05/12/2026,Đã công bố,TB 12/TB-BNV\r\n05/12/2026,Làm bù,Đổi với ngày 30/11/2026,Đã công bố,TB 12/TB-BNV\r\n`;

const run = async (...line: readonly string[]) => {
  const out: string[] = [];
  const output = { out: (text: string) => void out.push(text), err: (text: string) => void out.push(text) };
  const code = await runLine([...line, '--json'], COMMANDS, (report) => openContext(report, variables), output);
  return { code, data: JSON.parse(out.at(-1) ?? '{}') as Record<string, unknown> };
};
const file = (name: string, content: string | Buffer): string => {
  const path = join(dataFolder, name);
  writeFileSync(path, content);
  return path;
};

beforeAll(async () => {
  await run('migrate');
  expect((await run('demo', 'reset')).code).toBe(0);
}, 180_000);
afterAll(async () => {
  await dropDatabase(variables['DATABASE_URL'] ?? '', 'motcua_hatinh_2026');
  rmSync(dataFolder, { recursive: true, force: true });
});

test('a calendar that goes out and comes in again changes nothing', async () => {
  const path = join(dataFolder, 'lich.csv');
  expect(await run('calendar', 'export', path)).toMatchObject({ code: 0, data: { version: 1 } });
  expect(readFileSync(path).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(await run('calendar', 'import', path)).toEqual({ code: 0, data: { world: 'hatinh-2026', dryRun: false, set: 0, removed: 0, version: 1 } });
  expect(await run('calendar', 'export', path, '--year', '27')).toMatchObject({ code: 2 });
});

test('a trial stores nothing, the file makes the next version, and the same file again changes nothing', async () => {
  const path = file('hoan-doi.csv', SWAP);
  expect(await run('calendar', 'import', path, '--dry-run')).toMatchObject({ code: 0, data: { dryRun: true, set: 2, version: 1 } });
  expect(await run('calendar', 'import', path)).toMatchObject({ code: 0, data: { set: 2, removed: 0, version: 2 } });
  expect(await run('calendar', 'import', path)).toMatchObject({ code: 0, data: { set: 0, removed: 0, version: 2 } });
});

test('faults are named by line and column, and nothing is stored', async () => {
  const path = file('sai.csv', `${SWAP}31/02/2027,Nghỉ lễ,Thử,Đã công bố,TB 1\r\n05/12/2026,Làm bù,Thử,Đã công bố,TB 1\r\n01/12/2026,Ngày thường,,,\r\n`);
  expect(await run('calendar', 'import', path)).toMatchObject({
    code: 1,
    data: { faults: [
      { line: 4, column: 'date', message: 'Dòng 4, cột “Ngày”: “31/02/2027” không phải một ngày có thật; ghi ngày/tháng/năm đủ bốn chữ số, ví dụ 06/02/2027.' },
      { line: 5, column: 'date', message: 'Dòng 5, cột “Ngày”: ngày 05/12/2026 đã có ở dòng 3; mỗi ngày chỉ một dòng.' },
    ] },
  });
  const begun = file('nam-2031.csv', `${HEAD}\n03/03/2031,Nghỉ lễ,Nghỉ bão,Đã công bố,TB 1\n`);
  for (const dry of [['--dry-run'], []]) expect(await run('calendar', 'import', begun, ...dry)).toMatchObject({ code: 1, data: { refusal: { kind: 'year-not-opened', year: 2031 } } });
  expect(await run('calendar', 'export', join(dataFolder, 'sau.csv'))).toMatchObject({ data: { version: 2 } });
});

test('a file in another encoding, one that is not there, and a change without any document are refused', async () => {
  expect(await run('calendar', 'import', file('ansi.csv', Buffer.from([0x4e, 0x67, 0xe0, 0x79])))).toMatchObject({ code: 1, data: { error: expect.stringContaining('CSV UTF-8') } });
  expect(await run('calendar', 'import', join(dataFolder, 'khong-co.csv'))).toMatchObject({ code: 1, data: { error: expect.stringContaining('khong-co.csv') } });
  const bare = file('bo.csv', `${HEAD}\n16/04/2027,Ngày thường,,,\n`);
  expect(await run('calendar', 'import', bare)).toMatchObject({ code: 2, data: { error: expect.stringContaining('--decision') } });
  expect(await run('calendar', 'import', bare, '--decision', 'TB 3/TB-BNV', '--reason', 'Thử')).toMatchObject({ code: 0, data: { removed: 1, version: 3 } });
});
