// How early a desk or an agency is warned: two working days, one working day and two working hours before
// something falls due, unless its own setting says otherwise; uncollected outcomes after two working days, the
// time between two invitations.
// @law NĐ 61/2018/NĐ-CP Đ.19, Đ.20; TT 17/2017/TT-BTTTT
import type { FieldError } from '../kernel/field-error.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';

export type WarningSettings = {
  readonly firstDays: number;
  readonly secondDays: number;
  readonly lastMinutes: number;
  /** Working days after the due day. */
  readonly uncollectedDays: number;
};

export const USUAL_WARNINGS: WarningSettings = { firstDays: 2, secondDays: 1, lastMinutes: 120, uncollectedDays: 2 };

export type SettingsRefused = { readonly kind: 'fields-invalid'; readonly errors: readonly FieldError[] };

/** The first warning comes before the second: the other way round one of them would never be seen. */
export const changeWarnings = (settings: WarningSettings): Result<WarningSettings, SettingsRefused> =>
  settings.firstDays > settings.secondDays
    ? ok(settings)
    : refuse({ kind: 'fields-invalid', errors: [{ path: 'firstDays', code: 'too-small', params: { least: settings.secondDays + 1 } }] });
