import { describe, expect, it } from 'vitest';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import type { PlainDate } from '../kernel/moment.ts';
import { ABOUT_REASON, ATTEMPT_REASONS } from './attempt-reasons.ts';
import { ATTEMPT_POLICY, againFrom, nextAfterAttempt } from './next-attempt.ts';

const day = (text: string): PlainDate => `2019-11-${text}` as PlainDate;
const next = (reason: (typeof ATTEMPT_REASONS)[number], countedOn: readonly string[] = [], more: { readonly on?: string; readonly askedFor?: string } = {}) =>
  nextAfterAttempt({ reason, on: day(more.on ?? '20'), countedOn: countedOn.map(day), ...(more.askedFor !== undefined && { askedFor: day(more.askedFor) }) }, ATTEMPT_POLICY, hatinhCalendar);

describe('what follows an attempt that brought nothing', () => {
  it('is another one on the next working day', () => {
    expect(next('absent')).toEqual({ kind: 'again', on: day('21') });
    expect(next('absent', [], { on: '22' })).toEqual({ kind: 'again', on: day('25') });
    expect(againFrom(day('22'), ATTEMPT_POLICY, hatinhCalendar)).toBe(day('25'));
  });
  it('is the day that the receiver asked for, but none before it may be tried again', () => {
    expect(next('asked-later', [], { askedFor: '27' })).toEqual({ kind: 'again', on: day('27') });
    expect(next('asked-later', [], { askedFor: '20' })).toEqual({ kind: 'again', on: day('21') });
  });
  it('is the way back on the third day that the receiver caused it', () => {
    expect(next('absent', ['18'])).toEqual({ kind: 'again', on: day('21') });
    expect(next('absent', ['18', '19'])).toEqual({ kind: 'return' });
  });
  it('counts a day once, however often she came', () => {
    expect(next('absent', ['19', '20'])).toEqual({ kind: 'again', on: day('21') });
  });
  it('never is the way back for what post, agency or weather caused, however often', () => {
    for (const reason of ATTEMPT_REASONS.filter((one) => ABOUT_REASON[one].cause !== 'receiver')) {
      expect([reason, next(reason, ['12', '13', '14', '15', '18', '19']).kind]).not.toEqual([reason, 'return']);
      expect([reason, ABOUT_REASON[reason].counts]).toEqual([reason, false]);
    }
  });
  it('is the way back at once for who refuses it, and the desk’s matter where nobody lives there', () => {
    expect([next('refused').kind, next('moved').kind, next('wrong-address').kind, next('damaged').kind, next('wrong-document').kind]).toEqual(['return', 'to-desk', 'to-desk', 'to-desk', 'to-desk']);
  });
});
