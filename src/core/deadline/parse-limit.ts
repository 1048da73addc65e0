// Limits as a jurist writes them in tables: '3wd' working days, '15d' calendar days, '8h' working hours,
// '24H' clock hours, 'same-day'; '+2' after days or same-day for the extra days of a large dossier.
// A number without a unit is no limit.
// @law NĐ 61/2018/NĐ-CP Đ.15
import type { TimeLimit } from '../procedure/procedure.ts';

const SHAPE = /^(?:(\d{1,3})(wd|d|h|H)|(same-day))(?:\+(\d))?$/;

export const parseLimit = (text: string): TimeLimit | undefined => {
  const [, amount, unit, sameDay, extra] = SHAPE.exec(text.trim()) ?? [];
  const extraDaysIfLarge = extra === undefined ? undefined : Number(extra);
  if (sameDay !== undefined) return { kind: 'same-day', ...(extraDaysIfLarge === undefined ? {} : { extraDaysIfLarge }) };
  const value = Number(amount ?? 0);
  if (value < 1) return undefined;
  if (unit === 'wd') return { kind: 'working-days', days: value, ...(extraDaysIfLarge === undefined ? {} : { extraDaysIfLarge }) };
  if (extra !== undefined) return undefined;
  if (unit === 'd') return { kind: 'calendar-days', days: value };
  return unit === 'h' ? { kind: 'working-hours', hours: value } : { kind: 'clock-hours', hours: value };
};

/** The same notation back, for tables and the command line. */
export const formatLimit = (limit: TimeLimit): string => {
  switch (limit.kind) {
    case 'working-days': return `${limit.days}wd${limit.extraDaysIfLarge ? `+${limit.extraDaysIfLarge}` : ''}`;
    case 'calendar-days': return `${limit.days}d`;
    case 'working-hours': return `${limit.hours}h`;
    case 'clock-hours': return `${limit.hours}H`;
    case 'same-day': return `same-day${limit.extraDaysIfLarge ? `+${limit.extraDaysIfLarge}` : ''}`;
  }
};
