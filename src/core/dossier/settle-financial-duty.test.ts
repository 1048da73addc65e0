import { expect, it } from 'vitest';
import { dossierClock, dueOf as dueOfClock } from '#testing/dossier-clock.ts';
import type { PlainDate } from '../kernel/moment.ts';
import { HOURS, SPECIALIST, at, officeDossier } from '#testing/office-dossier.ts';
import { type SettleFacts, settleFinancialDuty } from './settle-financial-duty.ts';

const limit = { kind: 'working-days', days: 3, extraDaysIfLarge: 2 } as const;
const receivedAt = at('2019-11-25T08:00');
const clockOf = (large: boolean) => dossierClock(HOURS.calendar, HOURS.siteId, { receivedAt, limit, large }, { kind: 'financial-duty-asked', at: at('2019-11-26T09:00') });
const dueOf = (large: boolean) => dueOfClock(dossierClock(HOURS.calendar, HOURS.siteId, { receivedAt, limit, large }));
const settled = (large: boolean, more: Partial<SettleFacts> = {}) => {
  const dossier = officeDossier({ state: 'awaiting-financial-duty', receivedAt });
  const answer = settleFinancialDuty({ expectedRevision: 3, paidOn: '2019-11-27' as PlainDate }, {
    dossier, actor: SPECIALIST, clock: clockOf(large), hours: HOURS, now: at('2019-11-27T09:00'), ...more,
  });
  return answer.ok ? answer.value.clock?.reading?.due : answer.refusal.kind;
};

it('a day of waiting moves the due day by a day', () => {
  expect([dueOf(false), settled(false)]).toEqual([at('2019-11-28T17:30'), at('2019-11-29T17:30')]);
});

it('a dossier with many pages keeps the extra days it was granted', () => {
  expect([dueOf(true), settled(true)]).toEqual([at('2019-12-02T17:30'), at('2019-12-03T17:30')]);
});

it('money paid tomorrow settles nothing today', () => {
  expect(settled(false, { now: at('2019-11-26T17:00') })).toBe('paid-in-future');
});
