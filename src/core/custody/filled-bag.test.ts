import { expect, it } from 'vitest';
import type { Moment } from '../kernel/moment.ts';
import { hasPiecesSealedIn, isSameFilled, mayBegin } from './filled-bag.ts';

const at = (time: string): Moment => `2019-11-18T${time}+07:00` as Moment;

it('a bag is begun on a machine of the desk, and not before it was one, give or take ten minutes', () => {
  expect([mayBegin(at('08:00:00'), at('08:00:00')).ok, mayBegin(at('07:50:00'), at('08:00:00')).ok, mayBegin(at('12:00:00'), at('08:00:00')).ok]).toEqual([true, true, true]);
  expect(mayBegin(at('07:49:59'), at('08:00:00'))).toEqual({ ok: false, refusal: { kind: 'begun-before-machine', openedAt: at('07:49:59'), since: at('08:00:00') } });
});

it('as many pieces lie in it as each dossier has; the first of which that is not so is named', () => {
  const pieces = (code: string, sealed: number, now: number) => ({ code, sealed, now });
  expect(hasPiecesSealedIn([pieces('a', 2, 2), pieces('b', 1, 1)]).ok).toBe(true);
  for (const now of [1, 3]) expect(hasPiecesSealedIn([pieces('a', 4, 4), pieces('b', 2, now), pieces('c', 2, 5)])).toEqual({ ok: false, refusal: { kind: 'pieces-differ', code: 'b', sealed: 2, now } });
});

it('sealed, it is the same bag while nothing but the revisions of its dossiers differs', () => {
  const bag = { sealNumber: 'NP 1', dossiers: [{ dossierId: 'a', revision: 1, paperCount: 2 }, { dossierId: 'b', revision: 1, paperCount: 1 }] };
  const [a, b] = [{ dossierId: 'a', revision: 3, paperCount: 2 }, { dossierId: 'b', revision: 1, paperCount: 1 }];
  const same = (dossiers: typeof bag.dossiers, sealNumber = 'NP 1'): boolean => isSameFilled(bag, { sealNumber, dossiers });
  expect([same([a, b]), same([b, a]), same([a]), same([a, { ...b, paperCount: 2 }]), same([a, b], 'NP 2')]).toEqual([true, false, false, false, false]);
});
