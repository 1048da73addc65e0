import { expect, it } from 'vitest';
import { mayCloseNumbers } from './close-numbers.ts';

it('numbers of a machine are given up only when it is revoked and nothing of it waits to be judged', () => {
  expect(mayCloseNumbers({ isRevoked: true, openCases: 0 }).ok).toBe(true);
  expect(mayCloseNumbers({ isRevoked: false, openCases: 0 })).toEqual({ ok: false, refusal: { kind: 'device-in-use' } });
  expect(mayCloseNumbers({ isRevoked: true, openCases: 2 })).toEqual({ ok: false, refusal: { kind: 'numbers-still-asked-for', openCases: 2 } });
});
