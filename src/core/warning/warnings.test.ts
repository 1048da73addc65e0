import { describe, expect, it, test } from 'vitest';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import { addWorkingDays, isWorkingDay } from '../deadline/working-time.ts';
import { type Moment, type PlainDate, addDays } from '../kernel/moment.ts';
import { type Horizons, apologyBy, apologyIsDue, horizonsAt, siteFor, standingOf, urgencyOf } from './standing-warnings.ts';
import { USUAL_WARNINGS, changeWarnings } from './warning-settings.ts';
import { nextStepAtDesk, nextStepInOffice } from './warned-of.ts';

const SITE = 'ha-tinh-hours';
const at = (text: string): Moment => `${text}:00+07:00` as Moment;
const horizons = (now: string, settings = USUAL_WARNINGS): Horizons => horizonsAt(at(now), settings, hatinhCalendar, SITE);
const urgency = (now: string, due: string) => urgencyOf(at(due), horizons(now));

describe('a due moment on Friday 22/11/2019 at half past four', () => {
  const due = '2019-11-22T16:30';
  test.each([
    ['2019-11-19T17:00', undefined],
    ['2019-11-20T00:00', 'first'],
    ['2019-11-20T17:30', 'first'],
    ['2019-11-21T07:30', 'second'],
    ['2019-11-22T14:29', 'second'],
    ['2019-11-22T14:30', 'last'],
    ['2019-11-22T16:30', 'last'],
    ['2019-11-22T16:31', 'overdue'],
  ] as const)('at %s stands as %s', (now, expected) => expect(urgency(now, due)).toBe(expected));
});

describe('over rest days nothing is counted', () => {
  test.each([
    // Thursday before, Friday before, and the weekend itself: due on Monday
    ['2019-11-20T12:00', '2019-11-25T08:00', undefined],
    ['2019-11-21T12:00', '2019-11-25T08:00', 'first'],
    ['2019-11-22T12:00', '2019-11-25T08:00', 'second'],
    ['2019-11-23T10:00', '2019-11-25T08:00', 'last'],
    // half an hour of Monday and an hour and a half of Friday make two hours
    ['2019-11-22T15:59', '2019-11-25T08:00', 'second'],
    ['2019-11-22T16:00', '2019-11-25T08:00', 'last'],
    // clock hours can end on a Sunday: the last working day before it is Friday
    ['2019-11-21T12:00', '2019-11-24T10:00', 'second'],
    // Tết 2020: 23/1 to 29/1
    ['2020-01-22T12:00', '2020-01-30T17:30', 'second'],
    ['2020-01-21T12:00', '2020-01-30T17:30', 'first'],
    ['2020-01-20T12:00', '2020-01-30T17:30', undefined],
  ] as const)('at %s what is due at %s stands as %s', (now, due, expected) => expect(urgency(now, due)).toBe(expected));

  it('for every day of 2019 the first warning begins exactly two working days before a due day, the second one', () => {
    for (let day = '2019-01-07' as PlainDate; day < '2019-12-20'; day = addDays(day, 1)) {
      const now = at(`${day}T00:00`);
      const seen = horizonsAt(now, USUAL_WARNINGS, hatinhCalendar, SITE);
      const dues = Array.from({ length: 15 }, (_, i) => addDays(day, i)).filter((one) => isWorkingDay(hatinhCalendar, one));
      const warned = dues.filter((one) => urgencyOf(at(`${one}T17:00`), seen) !== undefined);
      const within = dues.filter((one) => one <= addWorkingDays(hatinhCalendar, day, 2));
      expect([day, warned]).toEqual([day, within]);
    }
  });
});

it('later only brings nearer: what stood as urgent never becomes calmer', () => {
  const order = ['first', 'second', 'last', 'overdue'];
  let before = -1;
  for (let minutes = 0; minutes < 9 * 24 * 60; minutes += 17) {
    const epoch = Date.parse('2019-11-14T00:00:00+07:00') + minutes * 60_000;
    const now = `${new Date(epoch + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00` as Moment;
    const stands = order.indexOf(urgencyOf(at('2019-11-22T16:30'), horizonsAt(now, USUAL_WARNINGS, hatinhCalendar, SITE)) ?? '');
    expect(stands).toBeGreaterThanOrEqual(before);
    before = stands;
  }
});

describe('a site has its own setting', () => {
  const settings = { firstDays: 5, secondDays: 3, lastMinutes: 240, uncollectedDays: 10 };
  test('five, three working days and four hours', () => {
    const stands = (now: string) => urgencyOf(at('2019-11-22T16:30'), horizons(now, settings));
    expect(['2019-11-14T12:00', '2019-11-15T12:00', '2019-11-19T12:00', '2019-11-22T10:29', '2019-11-22T10:30'].map(stands))
      .toEqual([undefined, 'first', 'second', 'second', 'last']);
  });
  test('whose first warning would come after the second is refused at its field', () => {
    expect(changeWarnings({ ...settings, firstDays: 3 })).toEqual({
      ok: false, refusal: { kind: 'fields-invalid', errors: [{ path: 'firstDays', code: 'too-small', params: { least: 4 } }] },
    });
    expect(changeWarnings(settings).ok).toBe(true);
  });
});

describe('an apology', () => {
  it('must be signed one calendar day before the day of return', () => {
    expect(apologyBy(at('2019-11-22T16:30'))).toBe('2019-11-21');
    expect(apologyBy(at('2019-11-25T16:30'))).toBe('2019-11-24');
  });
  it('is due today when tomorrow is the day of return, and on Friday for a Monday', () => {
    expect(apologyIsDue(at('2019-11-22T16:30'), horizons('2019-11-21T09:00'))).toBe(true);
    expect(apologyIsDue(at('2019-11-22T16:30'), horizons('2019-11-20T09:00'))).toBe(false);
    expect(apologyIsDue(at('2019-11-22T16:30'), horizons('2019-11-22T09:00'))).toBe(false);
    expect(apologyIsDue(at('2019-11-25T16:30'), horizons('2019-11-22T09:00'))).toBe(true);
    expect(apologyIsDue(at('2019-11-26T16:30'), horizons('2019-11-22T09:00'))).toBe(false);
  });
});

it('an outcome is uncollected when two working days have gone since its day', () => {
  const due = at('2019-11-21T16:30');
  expect(['2019-11-22T08:00', '2019-11-24T08:00', '2019-11-25T08:00'].map((now) => due < horizons(now).uncollected)).toEqual([false, false, true]);
});

it('a place without hours of its own keeps those of the place named next, then the province’s', () => {
  expect(siteFor(hatinhCalendar, 'so-tu-phap', SITE)).toBe(SITE);
  expect(siteFor(hatinhCalendar, 'so-tu-phap')).toBe(SITE);
});

describe('whether what is not handed over yet was late is told by the day its work ended', () => {
  const due = at('2019-11-22T16:30');
  test.each([
    ['2019-11-20T09:00', { urgency: 'finished', daysLate: 0 }],
    ['2019-11-22T17:20', { urgency: 'finished', daysLate: 0 }],
    ['2019-11-24T09:00', { urgency: 'finished', daysLate: 2 }],
    [undefined, { urgency: 'overdue' }],
  ] as const)('finished at %s, due on the 22nd, seen on the 25th', (finishedAt, standing) =>
    expect(standingOf(due, finishedAt && at(finishedAt), horizons('2019-11-25T08:00'))).toEqual(standing));
  it('and until its day is over the citizen’s date still warns', () =>
    expect(standingOf(due, at('2019-11-20T09:00'), horizons('2019-11-22T15:00'))).toEqual({ urgency: 'last' }));
  test('only sending it back is left', () =>
    expect(nextStepInOffice({ kind: 'due', state: 'refused-by-agency', urgency: 'finished' })).toBe('send'));
});

describe('each line leads to its act', () => {
  test.each([
    [{ kind: 'due', state: 'received', urgency: 'last' }, 'forward'],
    [{ kind: 'due', state: 'in-process', urgency: 'last' }, 'ask-agency'],
    [{ kind: 'due', state: 'outcome-sent', urgency: 'overdue' }, 'accept-outcome'],
    [{ kind: 'uncollected', state: 'ready-to-return', urgency: 'overdue' }, 'return'],
    [{ kind: 'supplement', state: 'supplement-asked', urgency: 'first' }, 'call-citizen'],
    [{ kind: 'supplement', state: 'supplement-asked', urgency: 'overdue' }, 'await-stop'],
  ] as const)('at the desk %o: %s', (warned, step) => expect(nextStepAtDesk(warned)).toBe(step));
  test.each([
    [{ kind: 'due', state: 'handed-over', urgency: 'first' }, 'accept'],
    [{ kind: 'step', state: 'in-process', urgency: 'last', stepRole: 'agency-officer' }, 'work'],
    [{ kind: 'step', state: 'in-process', urgency: 'last', stepRole: 'signing-leader' }, 'sign'],
    [{ kind: 'due', state: 'in-process', urgency: 'last', stepRole: 'records-clerk' }, 'issue'],
    [{ kind: 'due', state: 'outcome-recorded', urgency: 'last' }, 'send'],
    [{ kind: 'apology', state: 'in-process', urgency: 'second' }, 'apologise'],
    [{ kind: 'supplement', state: 'supplement-asked', urgency: 'overdue' }, 'stop'],
    [{ kind: 'supplement', state: 'supplement-asked', urgency: 'second' }, 'call-citizen'],
    [{ kind: 'uncollected', state: 'ready-to-return', urgency: 'overdue' }, 'take-back'],
  ] as const)('at the agency %o: %s', (warned, step) => expect(nextStepInOffice(warned)).toBe(step));
});

