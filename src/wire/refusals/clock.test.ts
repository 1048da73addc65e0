import { describe, expect, test } from 'vitest';
import type { ClockRefusal } from '#core/deadline/clock-reading.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import { clockRefusalField, clockRefusalText, limitFaultText } from './clock.ts';

const at = '2019-11-20T10:00:00+07:00' as Moment;
const day = '2019-11-20' as PlainDate;
const calendarVersion = 'hatinh@1';
const of = { event: 1, eventKind: 'supplied' } as const;

/** One of each kind; the compiler misses none. */
const ALL: Readonly<Record<ClockRefusal['kind'], ClockRefusal>> = {
  'intake-in-wrong-era': { kind: 'intake-in-wrong-era', at, calendarVersion }, 'start-before-intake': { kind: 'start-before-intake', at, receivedAt: at },
  'limit-beyond-calendar': { kind: 'limit-beyond-calendar', calendarVersion }, 'event-before-intake': { kind: 'event-before-intake', at, since: at, ...of },
  'events-out-of-order': { kind: 'events-out-of-order', at, after: at, ...of }, 'wrong-era': { kind: 'wrong-era', field: 'newDue', at, calendarVersion, ...of },
  'supplied-without-asked': { kind: 'supplied-without-asked', ...of }, 'settled-without-asked': { kind: 'settled-without-asked', ...of },
  'outage-not-begun': { kind: 'outage-not-begun', ...of }, 'second-apology': { kind: 'second-apology', ...of }, 'extension-without-length': { kind: 'extension-without-length', ...of },
  'already-waiting': { kind: 'already-waiting', waitingFor: 'outage', since: at, ...of }, 'finished-while-waiting': { kind: 'finished-while-waiting', waitingFor: 'supplement', ...of },
  'apology-while-paused': { kind: 'apology-while-paused', waitingFor: 'financial-duty', ...of }, 'already-closed': { kind: 'already-closed', closedBy: 'withdrawn', closedAt: at, ...of },
  'citizen-limit-before-asked': { kind: 'citizen-limit-before-asked', citizenUntil: day, ...of }, 'apology-too-late': { kind: 'apology-too-late', by: day, due: at, ...of },
  'extended-after-due': { kind: 'extended-after-due', due: at, ...of }, 'new-due-not-later': { kind: 'new-due-not-later', newDue: at, due: at, ...of },
  'new-due-on-rest-day': { kind: 'new-due-on-rest-day', newDue: at, ...of }, 'new-due-outside-sessions': { kind: 'new-due-outside-sessions', newDue: at, next: at, ...of },
  'beyond-calendar': { kind: 'beyond-calendar', calendarVersion, ...of },
};

describe('what a clock refuses', () => {
  test.each(Object.values(ALL))('$kind is said in a whole sentence and names its field', (refusal) => {
    const text = clockRefusalText(refusal);
    expect(text).toBe(text.normalize('NFC'));
    expect(text).toMatch(/^\p{Lu}.*\.$/u);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
    if ('event' in refusal) expect(text.startsWith('Sự kiện thứ 2 (tiếp nhận bổ sung): ')).toBe(true);
    expect(clockRefusalField(refusal)).toMatch('event' in refusal ? /^events\.1\.(at|kind|newDue|by|citizenUntil)$/ : /^(received|started|limit)$/);
  });

  test('a moment that does not exist is said as it was written', () => {
    expect(clockRefusalText({ kind: 'wrong-era', field: 'at', at: 'hôm qua' as Moment, calendarVersion, ...of })).toContain('hôm qua nằm ngoài');
  });

  test.each(['limit-without-unit', 'limit-of-nothing', 'limit-unknown', 'extra-days-misplaced'] as const)('%s repeats what was written and shows a right one', (kind) => {
    expect(limitFaultText({ kind, written: '3' })).toMatch(/^(Thời hạn|Không hiểu thời hạn) "3".*\.$/);
  });
});
