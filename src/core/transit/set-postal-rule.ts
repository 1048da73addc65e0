// The province's rules of the post are never edited: a row begins on a day to come, by a decision and for a reason. A row that
// holds keeps its figures for good; only where they are written down, and that this was seen, may still be said of it.
// @law TT 17/2017/TT-BTTTT Đ.7, Đ.12; QĐ 45/2016/QĐ-TTg Đ.14; NĐ 47/2011/NĐ-CP
import { isYearInReach } from '../deadline/calendar-faults.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { type Moment, type PlainDate, addDays } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import { type ComplaintTimes, type CompensationRow, type PostalRules, type TransitRow, type TransitZone, rowOn } from './postal-rules.ts';

/** What is set of a row; which zones there are, and the places with a window of their own, follow from the day. */
export type PostalRuleSet =
  | ({ readonly part: 'transit' } & Omit<TransitRow, 'specialPlaces'>)
  | ({ readonly part: 'compensation' } & CompensationRow)
  | ({ readonly part: 'complaint' } & ComplaintTimes);
export type SetPostalRule = PostalRuleSet & {
  /** The version that was looked at when the change was decided. */
  readonly baseVersion: number;
  readonly decision: string;
  readonly reason: string;
};

export type PostalRuleChange =
  | { readonly part: 'transit'; readonly before?: TransitRow; readonly after: TransitRow }
  | { readonly part: 'compensation'; readonly before?: CompensationRow; readonly after: CompensationRow }
  | { readonly part: 'complaint'; readonly before?: ComplaintTimes; readonly after: ComplaintTimes };
export type PostalFacts = {
  readonly newest: PostalRules;
  readonly made?: { readonly byName: string; readonly at: Moment; readonly reason: string };
  readonly today: PlainDate;
};
export type PostalRuleMade = { readonly rules: PostalRules; readonly change: PostalRuleChange };

export type SetPostalRuleRefused =
  | { readonly kind: 'changed-meanwhile'; readonly version: number; readonly byName?: string; readonly at?: Moment; readonly reason?: string }
  | { readonly kind: 'nothing-changed' }
  | { readonly kind: 'year-out-of-reach'; readonly validFrom: PlainDate }
  /** What was sent keeps its window: a row begins after today. */
  | { readonly kind: 'rule-begins-too-early'; readonly validFrom: PlainDate; readonly earliest: PlainDate }
  | { readonly kind: 'rule-holds-already'; readonly validFrom: PlainDate; readonly earliest: PlainDate }
  | { readonly kind: 'zones-differ'; readonly zones: readonly TransitZone[] }
  | { readonly kind: 'slip-before-post'; readonly zone: TransitZone }
  /** What went further is not to be settled sooner. */
  | { readonly kind: 'further-before-near' };

/** Whatever order the database gave its keys. */
const same = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);
type AnyRow = TransitRow | CompensationRow | ComplaintTimes;
const figuresOf = (row: AnyRow): unknown => {
  if ('zones' in row) return row.zones;
  return 'months' in row ? [row.months, row.daysWithin, row.daysBetween] : [row.lossTimes, row.lateTimes, row.payWithin];
};
const withRow = <Row extends AnyRow>(rows: readonly Row[], row: Row): readonly Row[] =>
  [...rows.filter(({ validFrom }) => validFrom !== row.validFrom), row].toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));

/** Whether a row may begin on its day, or be told anew where it begins already. */
const mayStand = (before: AnyRow | undefined, after: AnyRow, today: PlainDate): Result<true, SetPostalRuleRefused> => {
  const { validFrom } = after;
  const earliest = addDays(today, 1);
  if (before && same(before, after)) return refuse({ kind: 'nothing-changed' });
  if (!isYearInReach(validFrom)) return refuse({ kind: 'year-out-of-reach', validFrom });
  if (validFrom >= earliest) return ok(true);
  if (!before) return refuse({ kind: 'rule-begins-too-early', validFrom, earliest });
  return same(figuresOf(before), figuresOf(after)) ? ok(true) : refuse({ kind: 'rule-holds-already', validFrom, earliest });
};

/** In the order of the row whose place it takes, so that the same figures are the same row. */
const transitRow = ({ validFrom, instrument, mark, note, zones }: PostalRuleSet & { readonly part: 'transit' }, { transit }: PostalRules): Result<TransitRow, SetPostalRuleRefused> => {
  const held = rowOn(transit, validFrom);
  const known = (held?.zones ?? []).map(({ zone }) => zone);
  const ordered = known.flatMap((zone) => zones.find((one) => one.zone === zone) ?? []).map(({ zone, days, daysWithSlip }) => ({ zone, days, daysWithSlip }));
  if (ordered.length < known.length || zones.length !== known.length) return refuse({ kind: 'zones-differ', zones: known });
  const wrong = ordered.find(({ days, daysWithSlip }) => daysWithSlip < days);
  if (wrong) return refuse({ kind: 'slip-before-post', zone: wrong.zone });
  return ok({ validFrom, instrument, mark, specialPlaces: held?.specialPlaces ?? [], ...(note !== undefined && { note }), zones: ordered });
};

/** The rows of a part with this one among them, and what stood on its day before. */
const placed = <Row extends AnyRow>(rows: readonly Row[], row: Row, today: PlainDate): Result<{ readonly rows: readonly Row[]; readonly told: { readonly before?: Row; readonly after: Row } }, SetPostalRuleRefused> => {
  const before = rows.find(({ validFrom }) => validFrom === row.validFrom);
  const may = mayStand(before, row, today);
  return may.ok ? ok({ rows: withRow(rows, row), told: { ...(before && { before }), after: row } }) : may;
};
const sourceOf = ({ validFrom, instrument, mark, note }: PostalRuleSet) => ({ validFrom, instrument, mark, ...(note !== undefined && { note }) });

export const setPostalRule = (command: SetPostalRule, { newest, made, today }: PostalFacts): Result<PostalRuleMade, SetPostalRuleRefused> => {
  if (command.baseVersion !== newest.version) return refuse({ kind: 'changed-meanwhile', version: newest.version, ...made });
  const version = newest.version + 1;
  switch (command.part) {
    case 'transit': {
      const row = transitRow(command, newest);
      if (!row.ok) return row;
      const set = placed(newest.transit, row.value, today);
      return set.ok ? ok({ rules: { ...newest, version, transit: set.value.rows }, change: { part: 'transit', ...set.value.told } }) : set;
    }
    case 'compensation': {
      const { lossTimes, lateTimes, payWithin } = command;
      const set = placed(newest.compensation, { ...sourceOf(command), lossTimes, lateTimes, payWithin }, today);
      return set.ok ? ok({ rules: { ...newest, version, compensation: set.value.rows }, change: { part: 'compensation', ...set.value.told } }) : set;
    }
    case 'complaint': {
      const { months, daysWithin, daysBetween } = command;
      if (daysBetween < daysWithin) return refuse({ kind: 'further-before-near' });
      const set = placed(newest.complaint, { ...sourceOf(command), months, daysWithin, daysBetween }, today);
      return set.ok ? ok({ rules: { ...newest, version, complaint: set.value.rows }, change: { part: 'complaint', ...set.value.told } }) : set;
    }
  }
};
