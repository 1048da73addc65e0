// How long an answer takes must not tell who works here.
import type { verify } from '@node-rs/argon2';
import { beforeEach, expect, it, vi } from 'vitest';

// loaded anew, so that the counting library stands under it and under nobody else
const counted = vi.fn<typeof verify>();
vi.doMock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>();
  counted.mockImplementation(real.verify);
  return { ...real, verify: counted };
});
vi.resetModules();
const { hashSecret, isSecret } = await import('./secret-hash.ts');
vi.doUnmock('@node-rs/argon2');
vi.resetModules();
beforeEach(() => {
  counted.mockClear();
});

const costOf = (hash: unknown): string => String(hash).split('$').slice(0, 4).join('$');

it('a name that is not there is judged by the same work as one that is', async () => {
  const stored = await hashSecret('đúng');
  for (const [hash, secret, right] of [[stored, 'đúng', true], [stored, 'sai', false], [undefined, 'sai', false], [null, 'nobody', false]] as const) {
    expect(await isSecret(hash, secret)).toBe(right);
  }
  const costs = counted.mock.calls.map(([hash]) => costOf(hash));
  expect(costs).toEqual(Array.from({ length: 4 }, () => '$argon2id$v=19$m=19456,t=2,p=1'));
});

it('what a broken hash says is no', async () => {
  expect(await isSecret('$argon2id$broken', 'x')).toBe(false);
});
