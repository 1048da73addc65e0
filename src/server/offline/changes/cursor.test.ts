import { expect, it } from 'vitest';
import { MOST_SIGNS, chainKey, keyed, readCursor, writeCursor } from './cursor.ts';

const AFTER = '019a0000-0000-7000-8000-00000000d055';

it('is read as it was written, in the middle of the first reading and after it', () => {
  const chains = keyed({ 'desk:ky-bac': 1_234_567, admin: 0, 'unit:xa-ky-bac': 35 });
  expect(readCursor(writeCursor({ chains }))).toEqual({ chains });
  expect(readCursor(writeCursor({ chains, after: AFTER }))).toEqual({ chains, after: AFTER });
  expect(readCursor(writeCursor({ chains: {} }))).toEqual({ chains: {} });
  expect(chains[chainKey('unit:xa-ky-bac')]).toBe(35);
});

it('has room for six hundred chains of ten thousand entries, each under a name of its own', () => {
  const heads = Object.fromEntries(Array.from({ length: 600 }, (_, no) => [`unit:trung-tam-phuc-vu-hanh-chinh-cong-${no}-2025`, 40_000 + no]));
  const written = writeCursor({ chains: keyed(heads), after: AFTER });
  expect(written.length).toBeLessThan(MOST_SIGNS);
  expect(written).toMatch(/^[\w.~-]+$/); // stands in an address as it is
  expect(Object.keys(readCursor(written)?.chains ?? {})).toHaveLength(600);
});

it('that is none of ours begins anew', () => {
  for (const text of ['', 'khong-phai', 'c1.', 'c1.abcdefgh', 'c1.abcdefgh1~khong', Buffer.from('{"chains":{}}').toString('base64url'), `c1.abcdefgh${'9'.repeat(40)}`, 'c1.abcdefgh!']) {
    expect([text, readCursor(text)]).toEqual([text, undefined]);
  }
});
