// What the public post owes by its own rules: how long it may carry, what it pays when it fails, by when it is complained
// about and answers. Data of the province with its source and its days, only added to; what was sent keeps the row of its day.
// @law TT 17/2017/TT-BTTTT Đ.7, Đ.12; QĐ 45/2016/QĐ-TTg Đ.14; NĐ 47/2011/NĐ-CP
import type { PlainDate } from '../kernel/moment.ts';
import type { UnitId } from '../organisation/organisation.ts';

export const TRANSIT_ZONES = [
  'within-district', 'between-districts', // until 30/6/2025
  'within-commune', 'within-province', // districts are no more
  'inter-province-major', // class-special and class-I cities at both ends
  'inter-province',
  'special', // places for which the post set a window of its own
] as const;
export type TransitZone = (typeof TRANSIT_ZONES)[number];

/** 'assumed': no source for it was seen. */
type Sourced = { readonly validFrom: PlainDate; readonly instrument: string; readonly mark: 'verified' | 'assumed'; readonly note?: string };

export type ZoneDays = {
  readonly zone: TransitZone;
  /** J + n working days, J being the day on the slip. */
  readonly days: number;
  /** Where the appointment slip is to come back as well. */
  readonly daysWithSlip: number;
};
export type TransitRow = Sourced & { readonly zones: readonly ZoneDays[]; readonly specialPlaces: readonly UnitId[] };

export type CompensationRow = Sourced & {
  /** Lost or damaged: so many times the postage, its refund included, at the least. */
  readonly lossTimes: number;
  /** Transit time missed with proof: so many times the postage. */
  readonly lateTimes: number;
  /** Days from the liability minute. */
  readonly payWithin: number;
};

export type ComplaintTimes = Sourced & {
  /** From the end of the transit time: so long it can be complained about. */
  readonly months: number;
  /** Settled in so many working days: what stayed inside the province, what went between provinces. */
  readonly daysWithin: number;
  readonly daysBetween: number;
};

export type PostalRules = { readonly version: number; readonly transit: readonly TransitRow[]; readonly compensation: readonly CompensationRow[]; readonly complaint: readonly ComplaintTimes[] };

/** The row of a day; before the first one, the first. */
export const rowOn = <Row extends Sourced>(rows: readonly Row[], date: PlainDate): Row | undefined => {
  const sorted = rows.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return sorted.findLast(({ validFrom }) => validFrom <= date) ?? sorted[0];
};
