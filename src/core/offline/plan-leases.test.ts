import { expect, it } from 'vitest';
import type { PlainDate } from '../kernel/moment.ts';
import type { UnitId } from '../organisation/organisation.ts';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import { type PlanFacts, historyFrom, isPeriodOver, leasesToGive, numbersADay, planLeases } from './plan-leases.ts';

const facts: PlanFacts = {
  today: '2019-11-22' as PlainDate, calendar: hatinhCalendar, daysAhead: 2, receivingUnitId: 'xa-ky-bac' as UnitId,
  certifying: ['xa-ky-bac' as UnitId], givesProvisional: false, busiestDay: { dossier: 41 },
};
const sizeOf = (plan: ReturnType<typeof planLeases>, series: string, period: string) => plan.find((one) => one.series === series && one.period === period)?.size;

it('a counter holds half as many again as its busiest day used, and never fewer than a quiet counter needs', () => {
  expect([numbersADay('dossier', { dossier: 41 }), numbersADay('dossier', {}), numbersADay('dossier', { dossier: 10 })]).toEqual([62, 48, 48]);
  expect(numbersADay('dossier', { dossier: 1_000_000 })).toBe(2_000);
});

it('codes are held for today and the coming working days, over the week’s end', () => {
  expect(planLeases(facts).filter(({ series }) => series === 'dossier:xa-ky-bac').map(({ period, size }) => [period, size]))
    .toEqual([['191122', 62], ['191125', 62], ['191126', 62]]);
  expect(planLeases(facts).some(({ series }) => series.startsWith('provisional:'))).toBe(false);
  expect(planLeases({ ...facts, givesProvisional: true }).filter(({ series }) => series.startsWith('provisional:'))).toHaveLength(3);
});

it('series of the year are held for all those days at once, and for both years at the turn of the year', () => {
  expect(sizeOf(planLeases(facts), 'paper:intake-receipt:xa-ky-bac', '2019')).toBe(144);
  const turn = planLeases({ ...facts, today: '2019-12-31' as PlainDate });
  expect(sizeOf(turn, 'certification:SCT/BS:xa-ky-bac', '2019')).toBe(20);
  expect(sizeOf(turn, 'certification:SCT/BS:xa-ky-bac', '2020')).toBe(40);
});

it('a series is filled up only when less than a third of it is left', () => {
  const plan = [{ series: 'dossier:xa-ky-bac', period: '191122', size: 30 }];
  const held = (left: number) => [{ series: 'dossier:xa-ky-bac', period: '191122', left, owed: 0 }];
  expect(leasesToGive(plan, held(10))).toEqual([]);
  expect(leasesToGive(plan, held(9))).toEqual([{ ...plan[0], size: 21 }]);
  expect(leasesToGive(plan, [...held(5), ...held(6)])).toEqual([]);
  expect(leasesToGive(plan, [{ series: 'dossier:xa-ky-bac', period: '191121', left: 30, owed: 0 }])).toEqual(plan);
});

it('what is said to be used and never comes in ends the filling up at ten times what is planned', () => {
  const plan = [{ series: 'dossier:xa-ky-bac', period: '191122', size: 30 }];
  const owing = (owed: number) => [{ series: 'dossier:xa-ky-bac', period: '191122', left: 0, owed }];
  expect(leasesToGive(plan, owing(299))).toEqual(plan);
  expect(leasesToGive(plan, [...owing(150), ...owing(150)])).toEqual([]);
});

it('the history of a desk is its last ten working days', () => {
  expect(historyFrom(hatinhCalendar, '2019-11-22' as PlainDate)).toBe('2019-11-08');
});

it('labels of bags are of one series that no year ends: held for all those days at once', () => {
  expect(sizeOf(planLeases(facts), 'bag-label', '')).toBe(12);
  expect(sizeOf(planLeases({ ...facts, today: '2019-12-31' as PlainDate, busiestDay: { 'bag-label': 10 } }), 'bag-label', '')).toBe(45);
});

it('a period is over with its day or its year, and none is never over', () => {
  const today = '2020-01-02' as PlainDate;
  expect(['200101', '200102', '191231', '2019', '2020', ''].map((period) => isPeriodOver(period, today))).toEqual([true, false, true, true, false, false]);
});
