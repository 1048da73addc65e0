// Limits as a jurist writes them in tables: '3wd' working days, '15d' calendar days, '8h' working hours,
// '24H' clock hours, 'same-day'; '+2' after days or same-day for the extra days of a large dossier.
// A number without a unit is no limit, as '3' may be three days of either kind.
// @law NĐ 61/2018/NĐ-CP Đ.15
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { TimeLimit } from '../procedure/procedure.ts';

export type LimitFault = { readonly kind: 'limit-without-unit' | 'limit-of-nothing' | 'limit-unknown' | 'extra-days-misplaced'; readonly written: string };

const SHAPE = /^(?:(\d{1,3})(wd|d|h|H)|(same-day))(?:\+(\d))?$/;

export const parseLimit = (text: string): Result<TimeLimit, LimitFault> => {
  const written = text.trim();
  const [, amount, unit, sameDay, extra] = SHAPE.exec(written) ?? [];
  if (amount === undefined && sameDay === undefined) {
    return refuse({ kind: /^\d+(?:\+\d+)?$/.test(written) ? 'limit-without-unit' : 'limit-unknown', written });
  }
  const extraDays = extra === undefined ? {} : { extraDaysIfLarge: Number(extra) };
  if (sameDay !== undefined) return ok({ kind: 'same-day', ...extraDays });
  const value = Number(amount);
  if (value < 1) return refuse({ kind: 'limit-of-nothing', written });
  if (unit === 'wd') return ok({ kind: 'working-days', days: value, ...extraDays });
  if (extra !== undefined) return refuse({ kind: 'extra-days-misplaced', written });
  if (unit === 'd') return ok({ kind: 'calendar-days', days: value });
  return ok(unit === 'h' ? { kind: 'working-hours', hours: value } : { kind: 'clock-hours', hours: value });
};
