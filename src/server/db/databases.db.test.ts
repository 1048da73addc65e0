import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageUnderTest } from '#testing/package-under-test.ts';
import { openDatabases, type Databases } from './databases.ts';
import { startEmbedded, type Embedded } from './embedded/embedded.ts';
import { migrate } from './migrate.ts';
import type { RoleName } from './roles.ts';

// A server of someone else's: passwords are asked, and the privileged role is no superuser.
const folder = mkdtempSync(join(tmpdir(), `motcua-test-${process.pid}-`));
const masterKey = Buffer.alloc(32, 7);
let server: Embedded;
let privileged: string;

const query = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
};
const open = (key = masterKey): Promise<Databases> => openDatabases({ kind: 'privileged', url: privileged }, folder, key);

beforeAll(async () => {
  chmodSync(folder, 0o755);
  server = await startEmbedded({ folder, packageName: packageUnderTest(), sync: false });
  await query(server.superuserUrl(), `create role installer login createdb createrole password 'install'`);
  writeFileSync(join(server.dataFolder, 'pg_hba.conf'), 'local all postgres trust\nlocal all all scram-sha-256\n');
  await query(server.superuserUrl(), 'select pg_reload_conf()');
  privileged = server.superuserUrl().replace('postgres@', 'installer:install@');
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

test('one privileged URL makes the roles, the database and the tables', async () => {
  const databases = await open();
  expect(await databases.exists('kybac-2019')).toBe(false);
  expect(await databases.ensure('kybac-2019')).toBe(true);
  expect(await databases.ensure('kybac-2019')).toBe(false);
  expect(await migrate(databases.urlOf('kybac-2019', 'motcua_migrator'))).toContain('0001_ground.sql');
  expect(await query(databases.urlOf('kybac-2019', 'motcua_app'), 'select count(*)::int from motcua.dossier')).toEqual([0]);
  expect(await query(databases.urlOf('kybac-2019', 'motcua_reporter'), 'select count(*)::int from reporting.dossier')).toEqual([0]);
});

test.each<RoleName>(['motcua_migrator', 'motcua_app', 'motcua_reporter'])('%s has a password of its own', async (role) => {
  const url = (await open()).urlOf('kybac-2019', role);
  await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toMatchObject({ code: '28P01' });
});

test('a second server of the same installation signs in with the same passwords', async () => {
  const first = await open();
  const second = await open();
  expect(second.urlOf('kybac-2019', 'motcua_app')).toBe(first.urlOf('kybac-2019', 'motcua_app'));
  expect(await query(first.urlOf('kybac-2019', 'motcua_app'), 'select 1')).toEqual([1]);
});

test('another database of the server is closed to the roles of a world', async () => {
  const databases = await open();
  await databases.ensure('hatinh-2026');
  const outsider = server.superuserUrl('motcua_hatinh_2026').replace('postgres@', 'outsider:x@');
  await query(server.superuserUrl(), `create role outsider login password 'x'`);
  await expect(query(outsider, 'select 1')).rejects.toMatchObject({ code: '42501' });
});

test('a draft takes the place of a world while someone is connected to it', async () => {
  const databases = await open();
  const busy = new pg.Client({ connectionString: databases.urlOf('kybac-2019', 'motcua_app') });
  busy.on('error', () => undefined);
  await busy.connect();
  await databases.ensure('kybac-2019-new');
  await databases.replace('kybac-2019', 'kybac-2019-new');
  expect(await databases.exists('kybac-2019-new')).toBe(false);
  expect(await query(databases.urlOf('kybac-2019', 'motcua_migrator'), `select to_regclass('motcua.dossier')::text`)).toEqual([null]);
  await busy.end().catch(() => undefined);
});

test('three URLs of their own need no privilege and may drop nothing', async () => {
  const url = 'postgresql://a@db/motcua_{world}';
  const databases = await openDatabases({ kind: 'separate', app: url, migrator: url, reporter: url }, folder, masterKey);
  expect(databases.urlOf('kybac-2019', 'motcua_app')).toBe('postgresql://a@db/motcua_kybac_2019');
  await expect(databases.drop('kybac-2019')).rejects.toThrow('không có quyền xóa');
});
