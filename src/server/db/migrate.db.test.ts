import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#testing/database.ts';
import { migrate, readMigrations, type Migration } from './migrate.ts';

let database: TestDatabase;
let ours: readonly Migration[];

beforeAll(async () => {
  database = await testDatabase();
  ours = readMigrations();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.migratorPool.query('drop schema if exists extra cascade');
  await database.migratorPool.query('delete from public.motcua_migration where number >= 9000');
});

const file = (number: number, sql: string): Migration => ({
  number,
  name: `${number}_extra.sql`,
  sql,
  sha256: createHash('sha256').update(sql).digest('hex'),
});
const run = (...extra: readonly Migration[]): Promise<readonly string[]> =>
  migrate(database.url('motcua_migrator'), [...ours, ...extra]);

test('a migrated database has nothing left to run', async () => {
  expect(await run()).toEqual([]);
});

test('each new one runs once, in order, from a clean search path', async () => {
  const first = file(9000, 'create schema extra; set search_path = extra; create table one (x integer)');
  const second = file(9001, 'create table extra.two (x integer)');
  expect(await run(first, second)).toEqual(['9000_extra.sql', '9001_extra.sql']);
  expect(await run(first, second)).toEqual([]);
});

test('one that meets rows nobody has looked at finds their statistics taken', async () => {
  const first = file(9000, 'create schema extra; create table extra.a as select x, x % 3 as y from generate_series(1, 5000) x; create table extra.empty (x integer); alter table extra.a set (autovacuum_enabled = false)');
  const known = `select tablename as name, count(*)::int as columns from pg_stats where schemaname = 'extra' group by 1`;
  await run(first);
  expect((await database.migratorPool.query(known)).rows).toEqual([]);
  await run(first, file(9001, `create table extra.seen as ${known}`));
  expect((await database.migratorPool.query('select * from extra.seen')).rows).toEqual([{ name: 'a', columns: 2 }]);
});

test('one that fails leaves nothing of itself', async () => {
  await expect(run(file(9000, 'create schema extra; create table extra.a (x integer); select 1/0'))).rejects.toThrow('9000_extra.sql');
  const { rows } = await database.migratorPool.query(`select 1 from pg_namespace where nspname = 'extra'`);
  expect(rows).toEqual([]);
});

test('one that ran and was changed is refused', async () => {
  await run(file(9000, 'create schema extra'));
  await expect(run(file(9000, 'create schema extra -- changed'))).rejects.toThrow('nội dung bị sửa');
});

test('a database that is newer than the program is refused', async () => {
  await run(file(9000, 'create schema extra'));
  await expect(run()).rejects.toThrow('mới hơn chương trình');
});

test('one that comes late with a smaller number is refused', async () => {
  await run(file(9001, 'create schema extra'));
  await expect(run(file(9000, 'select 1'), file(9001, 'create schema extra'))).rejects.toThrow('số nhỏ hơn');
});

test('two starters at once run each migration once', async () => {
  const extra = file(9000, 'create schema extra; create table extra.a (x integer)');
  const ran = await Promise.all([run(extra), run(extra), run(extra)]);
  expect(ran.flat()).toEqual(['9000_extra.sql']);
});
