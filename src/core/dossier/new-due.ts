// A promised moment must be one at which the citizen can come: later than the old one, on a working day, in a session.
// @law NĐ 61/2018/NĐ-CP Đ.19.9, Đ.20
import { isOpenAt, isWorkingDay, nextWorkingDay, reaches, sessionsOn } from '../deadline/working-time.ts';
import { type Moment, type PlainDate, type WallTime, dateOf, momentAt } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { Hours } from './office-work.ts';

export type NewDueRefused =
  | { readonly kind: 'new-due-not-after'; readonly dueAt: Moment }
  /** With the next moment at which the place is open. */
  | { readonly kind: 'new-due-not-working'; readonly newDue: Moment; readonly next: Moment }
  | { readonly kind: 'new-due-beyond-calendar'; readonly newDue: Moment };

/** The end of the last session of that working day. */
export const endOfDay = (day: PlainDate, { calendar, siteId }: Hours): Moment =>
  momentAt(day, sessionsOn(calendar, siteId, day).at(-1)?.to ?? ('17:00' as WallTime));

export const checkNewDue = (newDue: Moment, dueAt: Moment, hours: Hours): Result<Moment, NewDueRefused> => {
  const day = dateOf(newDue);
  if (newDue <= dueAt) return refuse({ kind: 'new-due-not-after', dueAt });
  if (!reaches(hours.calendar, day)) return refuse({ kind: 'new-due-beyond-calendar', newDue });
  if (!isWorkingDay(hours.calendar, day)) {
    return refuse({ kind: 'new-due-not-working', newDue, next: endOfDay(nextWorkingDay(hours.calendar, day), hours) });
  }
  if (!isOpenAt(hours.calendar, hours.siteId, newDue)) return refuse({ kind: 'new-due-not-working', newDue, next: endOfDay(day, hours) });
  return ok(newDue);
};
