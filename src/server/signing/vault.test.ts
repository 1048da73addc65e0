import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { lockAway, takeOut } from './vault.ts';

const KEY = randomBytes(32);
const SECRET = Buffer.from('mật khẩu của dịch vụ ký số');

it('a secret comes out as it went in, and twice locked never looks the same', () => {
  const [a, b] = [lockAway(KEY, 'service 42 a', SECRET), lockAway(KEY, 'service 42 a', SECRET)];
  expect(takeOut(KEY, 'service 42 a', a).equals(SECRET)).toBe(true);
  expect(a.equals(b)).toBe(false);
  expect(a.includes(SECRET)).toBe(false);
});

it.each([
  ['under another master key', (locked: Buffer) => takeOut(randomBytes(32), 'service 42 a', locked)],
  ['in another row', (locked: Buffer) => takeOut(KEY, 'service 42 b', locked)],
  ['with a byte changed', (locked: Buffer) => takeOut(KEY, 'service 42 a', Buffer.from(locked.map((byte, index) => (index === 14 ? byte ^ 1 : byte))))],
])('it does not open %s', (_, open) => {
  expect(() => open(lockAway(KEY, 'service 42 a', SECRET))).toThrow();
});
