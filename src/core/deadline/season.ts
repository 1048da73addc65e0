// A part of the year from one month-day to another, both included; it may run over New Year.
// @law BLLĐ 45/2019/QH14 Đ.105
import type { SessionRule } from './working-calendar.ts';

export const isInSeason = (rule: Pick<SessionRule, 'fromMonthDay' | 'toMonthDay'>, monthDay: string): boolean =>
  rule.fromMonthDay <= rule.toMonthDay
    ? rule.fromMonthDay <= monthDay && monthDay <= rule.toMonthDay
    : monthDay >= rule.fromMonthDay || monthDay <= rule.toMonthDay;
