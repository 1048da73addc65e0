import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chmodSync } from 'node:fs';
import { packageUnderTest } from '#testing/package-under-test.ts';
import { startEmbedded, type Embedded } from '../embedded/embedded.ts';
import { createPool, type Pool } from '../pool.ts';
import { ensureDatabase, ensureRoles } from '../roles.ts';
import { backUp } from './back-up.ts';
import { MANIFEST } from './manifest.ts';
import { restore } from './restore.ts';

const folder = mkdtempSync(join(tmpdir(), `motcua-test-${process.pid}-`));
const from = join(folder, 'a');
const target = join(folder, 'backup');
let server: Embedded;
let pool: Pool;

const start = (dataFolder: string): Promise<Embedded> =>
  startEmbedded({ folder: dataFolder, packageName: packageUnderTest(), sync: false });

beforeAll(async () => {
  chmodSync(folder, 0o755);
  server = await start(from);
  await ensureRoles(server.superuserUrl(), undefined);
  await ensureDatabase(server.superuserUrl(), 'motcua_x');
  pool = createPool(server.url('motcua_migrator', 'motcua_x'), 4);
  await pool.query('create table public.entry (n integer primary key, filling text not null)');
  mkdirSync(join(from, 'files', 'ab'), { recursive: true });
  writeFileSync(join(from, 'files', 'ab', 'scan'), 'scan');
  writeFileSync(join(from, 'master.key'), 'key');
}, 60_000);
afterAll(async () => {
  await pool.end();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

test('what was acknowledged before the back-up began is there after restoring, and nothing is torn', async () => {
  let n = 0;
  let writing = true;
  const writer = async (): Promise<void> => {
    while (writing) {
      n += 1;
      await pool.query('insert into entry values ($1, repeat($2, 2000))', [n, `${n} `]);
    }
  };
  const writers = [writer(), writer(), writer()];
  while (n < 300) await new Promise((resolve) => setTimeout(resolve, 10));
  const before = n - 3;
  const manifest = await backUp({ superuserUrl: server.superuserUrl(), postgresFolder: server.dataFolder, dataFolder: from }, target);
  const after = n;
  writing = false;
  await Promise.all(writers);
  expect(after).toBeGreaterThan(before + 3);
  expect(manifest.databases).toContain('motcua_x');

  const into = join(folder, 'b');
  await restore(target, { dataFolder: into, packageName: packageUnderTest(), replace: false });
  const copy = await start(into);
  const restored = createPool(copy.url('motcua_app', 'motcua_x'), 1);
  const owner = createPool(copy.url('motcua_migrator', 'motcua_x'), 1);
  try {
    const { rows } = await owner.query<{ n: number; whole: boolean }>(`select n, filling = repeat(n || ' ', 2000) as whole from public.entry order by n`);
    expect(rows.slice(0, before).map((row) => row.n)).toEqual(Array.from({ length: before }, (_, index) => index + 1));
    expect(rows.every((row) => row.whole)).toBe(true);
    await owner.query(`insert into entry values (-1, 'new')`);
    await expect(restored.query('select * from entry')).rejects.toMatchObject({ code: '42501' });
    expect(readFileSync(join(into, 'files', 'ab', 'scan'), 'utf8')).toBe('scan');
    expect(readFileSync(join(into, 'master.key'), 'utf8')).toBe('key');
  } finally {
    await restored.end();
    await owner.end();
    await copy.close();
  }
}, 60_000);

test('a back-up never goes into a folder that holds something', async () => {
  await expect(backUp({ superuserUrl: server.superuserUrl(), postgresFolder: server.dataFolder, dataFolder: from }, target)).rejects.toThrow('không trống');
});

test('restoring beside a running server is refused', async () => {
  await expect(restore(target, { dataFolder: from, packageName: packageUnderTest(), replace: true })).rejects.toThrow('đang chạy');
});

test('restoring over data is refused unless it may be set aside', async () => {
  const into = join(folder, 'b');
  await expect(restore(target, { dataFolder: into, packageName: packageUnderTest(), replace: false })).rejects.toThrow('--replace');
  await restore(target, { dataFolder: into, packageName: packageUnderTest(), replace: true });
  const copy = await start(into);
  await copy.close();
}, 30_000);

test('one changed byte, or a folder without its list, is no back-up', async () => {
  appendFileSync(join(target, 'database', 'PG_VERSION'), 'x');
  const into = { dataFolder: join(folder, 'c'), packageName: packageUnderTest(), replace: false };
  await expect(restore(target, into)).rejects.toThrow('database/PG_VERSION đã bị thay đổi');
  rmSync(join(target, MANIFEST));
  await expect(restore(target, into)).rejects.toThrow('không phải bản sao lưu hoàn chỉnh');
});
