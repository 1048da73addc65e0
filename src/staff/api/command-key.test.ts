import { expect, test } from 'vitest';
import { makeKeyRing } from './command-key.ts';

const counting = () => {
  let n = 0;
  return makeKeyRing(() => `key-${(n += 1)}`);
};

test('the same act sent again before an answer carries the same key', () => {
  const ring = counting();
  expect(ring.keyFor('/api/a', '{"x":1}')).toBe(ring.keyFor('/api/a', '{"x":1}'));
});

test('another content or another act carries another key', () => {
  const ring = counting();
  const keys = [ring.keyFor('/api/a', '{"x":1}'), ring.keyFor('/api/a', '{"x":2}'), ring.keyFor('/api/b', '{"x":1}')];
  expect(new Set(keys).size).toBe(3);
});

test('after the answer the next act is a new one, even with the same content', () => {
  const ring = counting();
  const first = ring.keyFor('/api/a', '{}');
  ring.answered('/api/a', '{}');
  expect(ring.keyFor('/api/a', '{}')).not.toBe(first);
});
