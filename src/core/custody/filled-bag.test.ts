import { expect, it } from 'vitest';
import type { Moment } from '../kernel/moment.ts';
import { mayBegin } from './filled-bag.ts';

const at = (time: string): Moment => `2019-11-18T${time}+07:00` as Moment;

it('a bag is begun on a machine of the desk, and not before it was one, give or take ten minutes', () => {
  expect([mayBegin(at('08:00:00'), at('08:00:00')).ok, mayBegin(at('07:50:00'), at('08:00:00')).ok, mayBegin(at('12:00:00'), at('08:00:00')).ok]).toEqual([true, true, true]);
  expect(mayBegin(at('07:49:59'), at('08:00:00'))).toEqual({ ok: false, refusal: { kind: 'begun-before-machine', openedAt: at('07:49:59'), since: at('08:00:00') } });
});
