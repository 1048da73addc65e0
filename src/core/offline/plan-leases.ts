// The numbers a counter holds in advance, so that what it prints without a line is final: dossier codes of today and
// the coming working days, and of the year's series for its papers and for copies certified at once. As many as its
// busiest day of late needs, and half as many again; filled up when less than a third is left.
// Invariant: a number held by one counter is given to nobody else; what is left over becomes a recorded gap.
import type { AnyCalendar } from '../deadline/working-time.ts';
import { addWorkingDays, isWorkingDay, reaches } from '../deadline/working-time.ts';
import { type PlainDate, addDays } from '../kernel/moment.ts';
import { BAG_SERIES } from '../numbering/bag-label.ts';
import { type NumberSeries, type NumberedPaper, certificationSeries, dossierSeries, paperSeries, provisionalSeries } from '../numbering/series.ts';
import type { UnitId } from '../organisation/organisation.ts';

export const HELD_PAPERS = [
  'intake-receipt', 'residence-receipt', 'guidance-slip', 'supplement-request', 'refusal-notice', 'hand-over-record', 'withdrawal-note',
] as const satisfies readonly NumberedPaper[];
export type HeldKind = (typeof HELD_PAPERS)[number] | 'dossier' | 'provisional' | 'certification' | 'bag-label';

const HISTORY_WORKING_DAYS = 10;
const RESERVE = 1.5;
/** A whole day without a line may bring forty dossiers to a desk that sees fifteen on others; unused codes of a day cost nothing. */
const LEAST: Readonly<Record<HeldKind, number>> = {
  dossier: 48, 'intake-receipt': 48, certification: 20, 'guidance-slip': 8, 'supplement-request': 8, 'hand-over-record': 8,
  'refusal-notice': 4, 'residence-receipt': 4, 'withdrawal-note': 4, provisional: 4, 'bag-label': 4,
};
/** A desk with a broken history must not carry off a year's numbers. */
const MOST_A_DAY = 2_000;

export type PlanFacts = {
  readonly today: PlainDate;
  readonly calendar: AnyCalendar;
  readonly daysAhead: number;
  readonly receivingUnitId: UnitId;
  /** Agencies in whose books copies are certified at this desk. */
  readonly certifying: readonly UnitId[];
  /** Another system gives codes for some procedure of this desk. */
  readonly givesProvisional: boolean;
  /** What the desk used on the busiest of its last ten working days, by kind. */
  readonly busiestDay: Partial<Readonly<Record<HeldKind, number>>>;
};
export type PlannedLease = NumberSeries & { readonly size: number };

/** The first of the last ten working days. */
export const historyFrom = (calendar: AnyCalendar, today: PlainDate): PlainDate => {
  let day = today;
  for (let counted = 0; counted < HISTORY_WORKING_DAYS && reaches(calendar, addDays(day, -1));) {
    day = addDays(day, -1);
    if (isWorkingDay(calendar, day)) counted += 1;
  }
  return day;
};

export const numbersADay = (kind: HeldKind, busiestDay: PlanFacts['busiestDay']): number =>
  Math.min(MOST_A_DAY, Math.max(LEAST[kind], Math.ceil((busiestDay[kind] ?? 0) * RESERVE)));

/** In the order in which every act takes them: books, codes, papers, labels of bags. */
export const planLeases = (facts: PlanFacts): readonly PlannedLease[] => {
  const { today, calendar, daysAhead, receivingUnitId, certifying, givesProvisional, busiestDay } = facts;
  const days = [today, ...Array.from({ length: daysAhead }, (_, index) => addWorkingDays(calendar, today, index + 1))];
  /** One series for all days of a year: each has its share. */
  const ofYear = (kind: HeldKind, seriesOn: (day: PlainDate) => NumberSeries): readonly PlannedLease[] =>
    [...new Set(days.map((day) => day.slice(0, 4)))].map((year) => {
      const within = days.filter((day) => day.startsWith(year));
      return { ...seriesOn(within[0] ?? today), size: numbersADay(kind, busiestDay) * within.length };
    });
  const ofDay = (kind: HeldKind, seriesOn: (day: PlainDate) => NumberSeries): readonly PlannedLease[] =>
    days.map((day) => ({ ...seriesOn(day), size: numbersADay(kind, busiestDay) }));
  return [
    ...certifying.flatMap((unitId) => ofYear('certification', (day) => certificationSeries('SCT/BS', unitId, day))),
    ...ofDay('dossier', (day) => dossierSeries(receivingUnitId, day)),
    ...(givesProvisional ? ofDay('provisional', (day) => provisionalSeries(receivingUnitId, day)) : []),
    ...HELD_PAPERS.flatMap((paper) => ofYear(paper, (day) => paperSeries(paper, receivingUnitId, day))),
    // one series of the whole province, which no year ends
    { ...BAG_SERIES, size: numbersADay('bag-label', busiestDay) * days.length },
  ];
};

export type HeldNumbers = NumberSeries & {
  readonly left: number;
  /** Said to be used, and no command has come in with them. */
  readonly owed: number;
};
/** Of what is planned: a counter that says all is used, again and again, must not carry off a year's numbers either. */
const MOST_OWED = 10;

const sameSeries = (a: NumberSeries, b: NumberSeries): boolean => a.series === b.series && a.period === b.period;

/** What is short, and by how much. */
export const leasesToGive = (plan: readonly PlannedLease[], held: readonly HeldNumbers[]): readonly PlannedLease[] =>
  plan.flatMap((planned) => {
    const own = held.filter((one) => sameSeries(one, planned));
    const left = own.reduce((sum, one) => sum + one.left, 0);
    const owed = own.reduce((sum, one) => sum + one.owed, 0);
    return left * 3 < planned.size && owed < MOST_OWED * planned.size ? [{ ...planned, size: planned.size - left }] : [];
  });

/** A day that is over ('191118') and a year that is over ('2018') give no number any more; a series without a period goes on. */
export const isPeriodOver = (period: string, today: PlainDate): boolean =>
  period === '' ? false : period.length === 6 ? period < `${today.slice(2, 4)}${today.slice(5, 7)}${today.slice(8, 10)}` : period < today.slice(0, 4);
