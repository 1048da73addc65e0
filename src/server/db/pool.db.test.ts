import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#testing/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const one = async (expression: string): Promise<unknown> => {
  const { rows } = await database.pool.query<{ v: unknown }>(`select ${expression} as v`);
  return rows[0]?.v;
};

test.each([
  [`timestamptz '2019-11-18T15:10:00+07:00'`, '2019-11-18T15:10:00+07:00'],
  [`timestamptz '2019-11-18T23:30:00Z'`, '2019-11-19T06:30:00+07:00'],
  [`timestamptz '2019-11-18T15:10:00.987654+07:00'`, '2019-11-18T15:10:00+07:00'],
  [`timestamptz '1960-05-01T00:00:00Z'`, '1960-05-01T07:00:00+07:00'],
  // by the sun, before there were zones
  [`timestamptz '1900-01-01T00:00:00Z'`, '1900-01-01T07:00:00+07:00'],
  [`timestamptz '0001-01-01T00:00:00+07:00'`, '0001-01-01T00:00:00+07:00'],
  [`array[timestamptz '2019-11-18T15:10:00+07:00', null]`, ['2019-11-18T15:10:00+07:00', null]],
  [`date '2019-11-18'`, '2019-11-18'],
  [`array[date '2019-11-18']`, ['2019-11-18']],
  ['14000::bigint', 14000],
  ['array[1, 2]::bigint[]', [1, 2]],
  ['0.25::numeric', 0.25],
  [`'{"a": 1}'::jsonb`, { a: 1 }],
  [`array['á', 'b"c']`, ['á', 'b"c']],
  ['null::timestamptz', null],
])('%s is read as the core writes it', async (expression, value) => {
  expect(await one(expression)).toEqual(value);
});

test('a bigint that a number cannot hold is a fault, not a wrong number', async () => {
  await expect(one('9007199254740993::bigint')).rejects.toThrow('too large');
});

test('a local day is taken in Viet Nam, not where the server stands', async () => {
  expect(await one(`timestamptz '2019-11-18T20:00:00Z'::date`)).toBe('2019-11-19');
});

test('text sorts by bytes and folds Vietnamese letters', async () => {
  expect(await one(`(select array_agg(x order by x) from unnest(array['a', 'B', 'đ', 'Z']) x)`)).toEqual(['B', 'Z', 'a', 'đ']);
});
