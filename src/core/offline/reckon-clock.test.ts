import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClockReckoning, reckonFromStart, reckonOn } from './reckon-clock.ts';

const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000];
const HEARD: ClockReckoning = { offset: 500, unsure: 0, unseen: 0 };
/** What is told as the time, less the time, after the machine's clock moved by `wall` while `steady` passed, again and again. */
const offAfter = (steps: readonly (readonly [wall: number, steady: number])[]): number => {
  const end = steps.reduce((from, [wall, steady]) => reckonOn(from, wall, steady), HEARD);
  return steps.reduce((sum, [wall, steady]) => sum + wall - steady, 0) + end.offset - HEARD.offset;
};
const unsureAfter = (...steps: readonly (readonly [wall: number, steady: number])[]): number =>
  steps.reduce((from, [wall, steady]) => reckonOn(from, wall, steady), HEARD).unsure;

describe('within one tab', () => {
  it('a clock that creeps, ahead or behind, is put right at every look, and leaves no doubt', () => {
    for (const rate of [1.019, 0.981]) {
      const day = Array.from({ length: 480 }, () => [MINUTE * rate, MINUTE] as const);
      expect(Math.abs(offAfter(day))).toBeLessThan(1);
      expect(unsureAfter(...day)).toBe(0);
    }
  });

  it('a clock that is set back is not believed: time goes on, and that is told', () => {
    expect(offAfter([[-2 * HOUR + MINUTE, MINUTE]])).toBe(0);
    expect(unsureAfter([-2 * HOUR + MINUTE, MINUTE])).toBe(-2 * HOUR);
  });

  it('a clock that is ahead all at once is believed, for the machine may have slept, and that is told', () => {
    expect(offAfter([[HOUR + MINUTE, MINUTE]])).toBe(HOUR);
    expect(unsureAfter([HOUR + MINUTE, MINUTE])).toBe(HOUR);
  });

  it('set wrong and then put right it ends where it began, whichever way it went first', () => {
    expect([offAfter([[HOUR, 0], [-HOUR, 0]]), unsureAfter([HOUR, 0], [-HOUR, 0])]).toEqual([0, 0]);
    expect([offAfter([[-HOUR, 0], [HOUR, 0]]), unsureAfter([-HOUR, 0], [HOUR, 0])]).toEqual([0, 0]);
    expect([offAfter([[HOUR, 0], [-3 * HOUR, 0]]), unsureAfter([HOUR, 0], [-3 * HOUR, 0])]).toEqual([0, -2 * HOUR]);
    expect([offAfter([[-HOUR, 0], [3 * HOUR, 0]]), unsureAfter([-HOUR, 0], [3 * HOUR, 0])]).toEqual([2 * HOUR, 2 * HOUR]);
  });

  it('what is told is never late, and never further ahead than the jumps that were believed', () => {
    const step = fc.tuple(fc.integer({ min: -DAY, max: DAY }), fc.integer({ min: 0, max: HOUR }));
    fc.assert(fc.property(fc.array(step, { maxLength: 20 }), (moves) => {
      let reckoned = HEARD;
      let off = 0;
      for (const [set, steady] of moves) {
        const before = reckoned;
        reckoned = reckonOn(before, set + steady, steady);
        off += set + reckoned.offset - before.offset;
        expect(off).toBeGreaterThanOrEqual(-1);
        expect(off).toBeLessThanOrEqual(Math.max(0, reckoned.unsure) + 1);
      }
    }));
  });
});

describe('after a start', () => {
  it('a later clock is believed, with what it was off by', () => {
    expect(reckonFromStart(HEARD, 14 * HOUR, 4 * DAY)).toEqual({ ...HEARD, unseen: 14 * HOUR });
  });

  it('an earlier clock is not: time is at least what it was, and that is told', () => {
    expect(reckonFromStart(HEARD, -1_000 * DAY, 4 * DAY)).toEqual({ offset: 500 + 1_000 * DAY, unsure: -1_000 * DAY, unseen: 0 });
  });

  it('a clock that had lost years and has them again was put right; one that lost two hours may still lack them', () => {
    const lost = reckonFromStart(HEARD, -1_000 * DAY, 4 * DAY);
    expect(reckonFromStart(lost, 1_000 * DAY + HOUR, 4 * DAY)).toEqual({ ...HEARD, unseen: HOUR });
    const late = reckonOn(HEARD, -2 * HOUR, 0);
    expect(reckonFromStart(late, 14 * HOUR, 4 * DAY)).toEqual({ ...late, unseen: 14 * HOUR });
  });

  it('put right under the hands it is as it was', () => {
    const lost = reckonFromStart(HEARD, -1_000 * DAY, 4 * DAY);
    expect(reckonOn(lost, 1_000 * DAY + 3 * SECOND, 2 * SECOND)).toEqual({ offset: 500 - SECOND, unsure: 0, unseen: 0 });
  });

  it('what was wrong from the start may be put right, by no more than the machine was off', () => {
    const started = reckonFromStart(HEARD, 14 * HOUR, 4 * DAY);
    expect(reckonOn(started, -HOUR, 0)).toEqual({ ...HEARD, unseen: 13 * HOUR });
    expect(reckonOn(started, -15 * HOUR, 0)).toEqual({ offset: 500 + HOUR, unsure: -HOUR, unseen: 0 });
  });
});
