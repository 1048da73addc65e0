import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#testing/database.ts';
import { createPool, type Pool } from './pool.ts';

let database: TestDatabase;
let reporter: Pool;

beforeAll(async () => {
  database = await testDatabase();
  reporter = createPool(database.url('motcua_reporter'), 1);
  await database.pool.query(
    `insert into journal values (42, 'admin', 1, 'x', null, null, now(), now(), '{}', '\\x00', '\\x01')`,
  );
});
afterAll(async () => {
  await reporter.end();
  await database.close();
});

const denied = { code: '42501' };

describe('the application', () => {
  test('appends to the journal and reads it', async () => {
    const { rows } = await database.pool.query('select seq from journal');
    expect(rows).toEqual([{ seq: 1 }]);
  });
  test.each([
    `update journal set body = '{"x":1}'`,
    'delete from journal',
    'truncate journal',
    `update journal_checkpoint set made_at = now()`,
    'delete from journal_checkpoint',
    'drop table journal',
    'alter table journal add column x integer',
    'create table other (x integer)',
    'create table public.other (x integer)',
  ])('may not: %s', async (sql) => {
    await expect(database.pool.query(sql)).rejects.toMatchObject(
      sql.startsWith('drop') || sql.startsWith('alter') ? { code: '42501' } : denied,
    );
  });
});

describe('the reporter', () => {
  test('reads the reporting views', async () => {
    const { rows } = await reporter.query('select count(*) as n from reporting.dossier');
    expect(rows).toEqual([{ n: 0 }]);
  });
  test.each([
    'select * from motcua.dossier',
    'select * from motcua.journal',
    'select * from motcua.account',
    'delete from reporting.dossier',
  ])('may not: %s', async (sql) => {
    await expect(reporter.query(sql)).rejects.toMatchObject(denied);
  });
});
