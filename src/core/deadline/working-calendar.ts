// The working calendar as data: weekly rest, holidays, make-up days, sessions per site.
// A Saturday session opens a desk; only a make-up Saturday is a working day.
// @law BLLĐ 45/2019/QH14 Đ.111, Đ.112
import type { PlainDate, WallTime } from '../kernel/moment.ts';

export type CalendarDay = {
  readonly date: PlainDate;
  readonly kind: 'holiday' | 'compensatory' | 'swap-off' | 'make-up';
  readonly name: string;
  /** Computed from the law but not yet announced: deadlines that depend on it say so. */
  readonly status: 'confirmed' | 'unconfirmed';
  readonly source?: string;
};

/** Sessions in a part of the year ('16/4–15/10'); `weekdays` are ISO numbers. A range may run over New Year. */
export type SessionRule = {
  readonly name: string;
  readonly fromMonthDay: string; // '04-16', inclusive
  readonly toMonthDay: string; // '10-15', inclusive
  readonly weekdays: readonly number[];
  readonly sessions: readonly { readonly from: WallTime; readonly to: WallTime }[];
};

export type SiteHours = { readonly siteId: string; readonly rules: readonly SessionRule[] };

export type WorkingCalendar = {
  readonly calendarId: string;
  readonly version: number;
  readonly weeklyRest: readonly number[]; // ISO weekdays, [6, 7]
  readonly days: readonly CalendarDay[];
  readonly sites: readonly SiteHours[];
};
