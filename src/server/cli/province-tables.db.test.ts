import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SHIPPED_FORMS } from '#core/paper-form/shipped-forms.ts';
import { installationOf } from '#testing/command-line.ts';

// One file for calendar and forms: files run beside each other, and there is one database of this world.
const { folder, run, remove } = installationOf('hatinh-2026', 8081);
const HEAD = 'Ngày,Loại ngày,Tên,Trạng thái,Căn cứ';
const SWAP = `${HEAD}\r\n30/11/2026,Nghỉ hoán đổi,Đổi với ngày 05/12/2026,Đã công bố,TB 12/TB-BNV\r\n05/12/2026,Làm bù,Đổi với ngày 30/11/2026,Đã công bố,TB 12/TB-BNV\r\n`;
const WHY = ['--decision', 'CV 9/UBND-KSTT', '--reason', 'Đã thấy bản gốc'];

const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

beforeAll(async () => {
  await run('migrate');
  expect((await run('demo', 'reset')).code).toBe(0);
}, 180_000);
afterAll(remove);

test('a calendar that goes out and comes in again changes nothing', async () => {
  const path = join(folder, 'lich.csv');
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
  expect(await run('calendar', 'export', join(folder, 'sau.csv'))).toMatchObject({ data: { version: 2 } });
});

test('a file in another encoding, one that is not there, and a change without any document are refused', async () => {
  expect(await run('calendar', 'import', file('ansi.csv', Buffer.from([0x4e, 0x67, 0xe0, 0x79])))).toMatchObject({ code: 1, data: { error: expect.stringContaining('CSV UTF-8') } });
  expect(await run('calendar', 'import', join(folder, 'khong-co.csv'))).toMatchObject({ code: 1, data: { error: expect.stringContaining('khong-co.csv') } });
  const bare = file('bo.csv', `${HEAD}\n16/04/2027,Ngày thường,,,\n`);
  expect(await run('calendar', 'import', bare)).toMatchObject({ code: 2, data: { error: expect.stringContaining('--decision') } });
  expect(await run('calendar', 'import', bare, '--decision', 'TB 3/TB-BNV', '--reason', 'Thử')).toMatchObject({ code: 0, data: { removed: 1, version: 3 } });
});

test('the shipped table is what a province begins with', async () => {
  expect(await run('forms', 'list')).toMatchObject({ code: 0, data: { worlds: [{ world: 'hatinh-2026', version: 1, rows: SHIPPED_FORMS.rows }] } });
});

test('a row is set by a decision and for a reason; what is not named stays', async () => {
  expect(await run('forms', 'set', 'stop-notice', 'v2025', '--from', '15/9/2025', '--mark', 'verified', '--note', '', ...WHY))
    .toMatchObject({ code: 0, data: { version: 2, form: 'stop-notice', of: 'v2025', validFrom: '2025-09-15', mark: 'verified' } });
  const { data } = await run('forms', 'list');
  expect(data).toMatchObject({ worlds: [{ version: 2 }] });
  const [world] = (data as { worlds: { rows: { form: string; version: string }[] }[] }).worlds;
  expect(world?.rows.find((row) => row.form === 'stop-notice' && row.version === 'v2025'))
    .toEqual({ form: 'stop-notice', version: 'v2025', validFrom: '2025-09-15', instrument: 'TT 03/2025/TT-VPCP', mark: 'verified' });
});

test('days on which papers were issued are refused in words; what makes no sense is refused with the usage', async () => {
  expect(await run('forms', 'set', 'intake-receipt', 'v2025', '--from', '2027-03-01', ...WHY))
    .toMatchObject({ code: 1, data: { refusal: { kind: 'papers-issued' }, message: expect.stringContaining('giữ mẫu của ngày cấp') } });
  expect(await run('forms', 'set', 'stop-notice', 'v2025', ...WHY)).toMatchObject({ code: 1, data: { refusal: { kind: 'nothing-changed' } } });
  for (const bad of [['intake-receipt', 'v2031', '--from', '2027-03-01', '--mark', 'verified', '--instrument', 'TT 1'], ['stop-notice', 'v2025', '--from', '31/2/2026'], ['stop-notice', 'v2025', '--mark', 'sure']]) {
    expect(await run('forms', 'set', ...bad, ...WHY)).toMatchObject({ code: 2 });
  }
  expect(await run('forms', 'set', 'stop-notice', 'v2025', '--from', '2026-12-01')).toMatchObject({ code: 2, data: { error: expect.stringContaining('--decision') } });
});
