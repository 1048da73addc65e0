import { describe, expect, test } from 'vitest';
import { findBanned } from './bans.ts';

const violations: readonly (readonly [string, string])[] = [
  ['src/core/deadline/a.ts', 'const now = new Date();'],
  ['src/core/deadline/a.ts', 'const n = Math.random();'],
  ['src/core/deadline/a.ts', 'const n = Temporal.Now.instant();'],
  ['src/core/deadline/a.ts', "throw new Error('no');"],
  ['src/server/desk/a.ts', 'const url = process.env.DATABASE_URL;'],
  ['src/server/desk/a.ts', `// ${'TO'}DO later`],
  ['src/server/desk/a.test.ts', "test.skip('x', () => {});"],
  ['src/server/desk/a.ts', '// @ts-ignore'],
  ['src/staff/a.tsx', '<p dangerouslySetInnerHTML={{ __html: x }} />'],
  ['src/server/utils/a.ts', 'export const a = 1;'],
  ['src/server/desk/a.ts', "const ten = 'Kỳ';"],
];

describe('the bans bite', () => {
  test.each(violations)('%s: %s', (path, line) => {
    const text = path.endsWith('a.ts') && line.includes('ten =') ? line.normalize('NFD') : line;
    expect(findBanned([{ path, text }])).toHaveLength(1);
  });

  test('a line that breaks nothing passes', () => {
    expect(findBanned([{ path: 'src/core/deadline/a.ts', text: "export const a = 'Kỳ Bắc'.normalize('NFC');" }])).toEqual([]);
  });
});
