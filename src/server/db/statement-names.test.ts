import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const STATEMENT = /\bname: '([^']+)',\s*(?:\/\/[^\n]*\s*)*text:/g;

test('a prepared statement’s name is its own: two of one name fail on the connection that meets both', () => {
  const found = globSync('src/server/**/*.ts').flatMap((path) => [...readFileSync(path, 'utf8').matchAll(STATEMENT)].map(([, name = '']) => ({ name, path })));
  expect(found.length).toBeGreaterThan(300);
  const twice = found.filter(({ name }, index) => found.findIndex((one) => one.name === name) !== index);
  expect(twice).toEqual([]);
});
