import { expect, it } from 'vitest';
import { readMigrations } from './migrate.ts';

it('every migration has a number of its own and follows the one before it', () => {
  const numbers = readMigrations().map(({ number }) => number);
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
});
