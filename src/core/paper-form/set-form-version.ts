// The table of forms is never edited: a change makes its next version, by a decision and for a reason. A paper keeps the
// version of its day, so a day on which one was issued can no longer get another; a day without papers can.
// @law TT 01/2018/TT-VPCP Đ.9; TT 03/2025/TT-VPCP; NĐ 309/2026/NĐ-CP
import { isYearInReach } from '../deadline/calendar-faults.ts';
import { type Moment, type PlainDate, addDays } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import { type FormTable, type FormVersionRow, formVersionOn, ONE_STOP_VERSIONS, type OneStopForm, rowsOf } from './form-versions.ts';

export type SetFormVersion = FormVersionRow & {
  /** The version of the table that was looked at when the change was decided. */
  readonly baseVersion: number;
  readonly decision: string;
  readonly reason: string;
};

/** Days from the first, up to but not including the last. */
export type DaySpan = { readonly from: PlainDate; readonly until: PlainDate };
export type PapersIssued = { readonly count: number; readonly firstOn: PlainDate; readonly lastOn: PlainDate };
export type FormFacts = {
  readonly newest: FormTable;
  readonly made?: { readonly byName: string; readonly at: Moment; readonly reason: string };
  /** Papers of this form (books, for the register) from the days of `spanChanged`. */
  readonly issued?: PapersIssued;
};
export type FormVersionSet = { readonly table: FormTable; readonly before?: FormVersionRow; readonly after: FormVersionRow };

export type SetFormRefused =
  | { readonly kind: 'changed-meanwhile'; readonly version: number; readonly byName?: string; readonly at?: Moment; readonly reason?: string }
  | { readonly kind: 'nothing-changed' }
  | { readonly kind: 'year-out-of-reach'; readonly validFrom: PlainDate }
  /** A version of a later circular cannot hold before an earlier one's. */
  | { readonly kind: 'order-broken'; readonly other: FormVersionRow }
  | ({ readonly kind: 'papers-issued'; readonly form: OneStopForm; readonly earliest?: PlainDate; readonly latest?: PlainDate } & PapersIssued);

const rowOf = ({ form, version, validFrom, instrument, mark, note }: FormVersionRow): FormVersionRow =>
  ({ form, version, validFrom, instrument, mark, ...(note === undefined ? {} : { note }) });

const withRow = (rows: readonly FormVersionRow[], row: FormVersionRow): readonly FormVersionRow[] =>
  [...rows.filter((one) => one.form !== row.form || one.version !== row.version), row];

const find = (rows: readonly FormVersionRow[], { form, version }: FormVersionRow) => rows.find((row) => row.form === form && row.version === version);

/** The days that would get another version; undefined: none. */
export const spanChanged = ({ rows }: Pick<FormTable, 'rows'>, row: FormVersionRow): DaySpan | undefined => {
  const before = find(rows, row)?.validFrom;
  if (before === undefined || before === row.validFrom) return undefined;
  const span = before < row.validFrom ? { from: before, until: row.validFrom } : { from: row.validFrom, until: before };
  const after = { rows: withRow(rows, row) };
  return formVersionOn({ rows }, row.form, span.from) === formVersionOn(after, row.form, span.from) ? undefined : span;
};

const orderOf = ({ version }: FormVersionRow): number => ONE_STOP_VERSIONS.indexOf(version);

export const setFormVersion = (command: SetFormVersion, { newest, made, issued }: FormFacts): Result<FormVersionSet, SetFormRefused> => {
  if (command.baseVersion !== newest.version) return refuse({ kind: 'changed-meanwhile', version: newest.version, ...made });
  const after = rowOf(command);
  const before = find(newest.rows, after);
  if (before && JSON.stringify(rowOf(before)) === JSON.stringify(after)) return refuse({ kind: 'nothing-changed' });
  if (!isYearInReach(after.validFrom)) return refuse({ kind: 'year-out-of-reach', validFrom: after.validFrom });
  const other = rowsOf(newest.rows, after.form).find((row) => row.version !== after.version
    && (orderOf(row) < orderOf(after) ? row.validFrom >= after.validFrom : row.validFrom <= after.validFrom));
  if (other) return refuse({ kind: 'order-broken', other });
  if (issued) {
    const later = before !== undefined && before.validFrom < after.validFrom;
    return refuse({ kind: 'papers-issued', form: after.form, ...issued, ...(later ? { latest: issued.firstOn } : { earliest: addDays(issued.lastOn, 1) }) });
  }
  return ok({ table: { version: newest.version + 1, rows: withRow(newest.rows, after) }, ...(before ? { before } : {}), after });
};
