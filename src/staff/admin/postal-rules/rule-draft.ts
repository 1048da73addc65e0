// One row of the rules of the post as it is typed, and the command it makes; what is missing is said at its field.
import type { PlainDate } from '#core/kernel/moment.ts';
import { isPlainDate } from '#core/kernel/parse-date.ts';
import { type CompensationRow, type ComplaintTimes, type PostalRules, type TransitRow, type ZoneDays, rowOn } from '#core/transit/postal-rules.ts';
import type { SetPostalRule } from '#core/transit/set-postal-rule.ts';

export type AskedRule =
  | { readonly part: 'transit'; readonly row: TransitRow; readonly isNew: boolean }
  | { readonly part: 'compensation'; readonly row: CompensationRow; readonly isNew: boolean }
  | { readonly part: 'complaint'; readonly row: ComplaintTimes; readonly isNew: boolean };
export type RuleDraft = {
  readonly validFrom: string;
  /** By its name as a field: 'within-district.days', 'lossTimes'. */
  readonly figures: Readonly<Record<string, string>>;
  readonly instrument: string; readonly mark: TransitRow['mark']; readonly note: string; readonly decision: string; readonly reason: string;
};

const zoneFigures = (zones: readonly ZoneDays[]): readonly (readonly [string, string])[] =>
  zones.flatMap(({ zone, days, daysWithSlip }) => [[`${zone}.days`, String(days)], [`${zone}.daysWithSlip`, String(daysWithSlip)]] as const);

/** A new row begins with the figures of the one before it; its day and its document are its own, seen by nobody yet. */
export const startRuleDraft = ({ row, isNew }: AskedRule, rules: Pick<PostalRules, 'transit'>): RuleDraft => ({
  ...(isNew ? { validFrom: '', instrument: '', mark: 'assumed', note: '' } : { validFrom: row.validFrom, instrument: row.instrument, mark: row.mark, note: row.note ?? '' }), decision: '', reason: '',
  figures: Object.fromEntries('zones' in row ? [...rules.transit.flatMap(({ zones }) => zoneFigures(zones)), ...zoneFigures(row.zones)]
    : Object.entries(row).flatMap(([name, value]) => (typeof value === 'number' ? [[name, String(value)]] : []))),
});

/** Which zones a row has follows from the day on which it begins. */
export const zonesOn = (rules: Pick<PostalRules, 'transit'>, validFrom: string, today: PlainDate): readonly ZoneDays[] =>
  rowOn(rules.transit, isPlainDate(validFrom) ? validFrom : today)?.zones ?? [];

type Made = { readonly command: SetPostalRule } | { readonly errors: Readonly<Record<string, string>> };

export const makeRule = (draft: RuleDraft, { part }: AskedRule, rules: Pick<PostalRules, 'transit' | 'version'>, today: PlainDate): Made => {
  const { validFrom, mark } = draft;
  const [instrument, note, decision, reason] = [draft.instrument, draft.note, draft.decision, draft.reason].map((text) => text.trim()) as [string, string, string, string];
  const errors: Record<string, string> = {};
  const figure = (name: string, most: number): number => {
    const value = Number(draft.figures[name]);
    if (!Number.isInteger(value) || value < 1 || value > most) errors[name] = `Nhập số từ 1 đến ${most}.`;
    return value;
  };
  const zones = part === 'transit' ? zonesOn(rules, validFrom, today).map(({ zone }) => ({ zone, days: figure(`${zone}.days`, 60), daysWithSlip: figure(`${zone}.daysWithSlip`, 60) })) : [];
  for (const { zone, days, daysWithSlip } of zones) if (daysWithSlip < days) errors[`${zone}.daysWithSlip`] ??= 'Không được ngắn hơn thời gian chuyển đi.';
  const sums = part === 'compensation' ? { lossTimes: figure('lossTimes', 100), lateTimes: figure('lateTimes', 100), payWithin: figure('payWithin', 365) } : undefined;
  const times = part === 'complaint' ? { months: figure('months', 120), daysWithin: figure('daysWithin', 60), daysBetween: figure('daysBetween', 60) } : undefined;
  if (times && times.daysBetween < times.daysWithin) errors['daysBetween'] ??= 'Không được ngắn hơn trong tỉnh.';
  if (!isPlainDate(validFrom)) errors['validFrom'] = 'Nhập ngày dạng 18/11/2019.';
  if (instrument === '') errors['instrument'] = 'Ghi số, ký hiệu văn bản quy định.';
  if (decision === '') errors['decision'] = 'Ghi số, ký hiệu văn bản mà thay đổi này dựa vào.';
  if (reason === '') errors['reason'] = 'Ghi lý do thay đổi.';
  if (Object.keys(errors).length > 0 || !isPlainDate(validFrom)) return { errors };
  const common = { baseVersion: rules.version, validFrom, instrument, mark, ...(note !== '' && { note }), decision, reason };
  if (sums) return { command: { part: 'compensation', ...common, ...sums } };
  return { command: times ? { part: 'complaint', ...common, ...times } : { part: 'transit', ...common, zones } };
};
