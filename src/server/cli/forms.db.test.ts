import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { SHIPPED_FORMS } from '#core/paper-form/shipped-forms.ts';
import { socketUrl } from '../db/embedded/embedded.ts';
import { dropDatabase } from '../db/roles.ts';
import { openContext } from './context.ts';
import { COMMANDS } from './registry.ts';
import { runLine } from './run.ts';

const dataFolder = mkdtempSync(join(tmpdir(), `motcua-test-forms-${process.pid}-`));
const variables: NodeJS.ProcessEnv = { MOTCUA_DATA_DIR: dataFolder, MOTCUA_WORLDS: 'hatinh-2026:8081', DATABASE_URL: socketUrl(inject('socket'), 'postgres', 'postgres') };
const WHY = ['--decision', 'CV 9/UBND-KSTT', '--reason', 'Đã thấy bản gốc'];

const run = async (...line: readonly string[]) => {
  const out: string[] = [];
  const output = { out: (text: string) => void out.push(text), err: (text: string) => void out.push(text) };
  const code = await runLine([...line, '--json'], COMMANDS, (report) => openContext(report, variables), output);
  return { code, data: JSON.parse(out.at(-1) ?? '{}') as Record<string, unknown> };
};

beforeAll(async () => {
  await run('migrate');
  expect((await run('demo', 'reset')).code).toBe(0);
}, 180_000);
afterAll(async () => {
  await dropDatabase(variables['DATABASE_URL'] ?? '', 'motcua_hatinh_2026');
  rmSync(dataFolder, { recursive: true, force: true });
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
