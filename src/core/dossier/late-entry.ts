// A dossier written into the numbered paper booklet while power or line was down is entered later, by an
// officer, with the real time of reception: code, 15:00 rule and due moment count from that time, and the
// journal has both. Only a few working days back, so that the booklet is never a second register.
// @law NĐ 61/2018/NĐ-CP Đ.17, Đ.18.1
import type { AnyCalendar } from '../deadline/working-time.ts';
import { reaches, workingDaysBetween } from '../deadline/working-time.ts';
import { type DatedSetting, settingOn } from '../kernel/in-force.ts';
import { type Moment, type PlainDate, dateOf } from '../kernel/moment.ts';
import type { DossierCode } from './dossier.ts';

export type LateEntry = {
  /** When the citizen stood at the counter. */
  readonly receivedAt: Moment;
  /** Number of the sheet in the booklet: 'Q1-012'. */
  readonly bookletNumber: string;
  readonly reason: string;
};

/** A rule of the house, not of a statute: how many working days back a sheet may still be entered. */
export const LATE_ENTRY_WORKING_DAYS: readonly DatedSetting<number>[] = [{ value: 5, validFrom: '2018-06-21' as PlainDate }];
export const lateEntryDaysOn = (date: PlainDate): number => settingOn(LATE_ENTRY_WORKING_DAYS, date) ?? 5;

export type LateEntryFacts = {
  readonly now: Moment;
  readonly calendar: AnyCalendar;
  readonly isFiledOnline: boolean;
  /** The dossier that this sheet of that day was entered as before. */
  readonly enteredAs?: DossierCode;
};

export type LateEntryRefused =
  | { readonly kind: 'received-in-future'; readonly now: Moment }
  | { readonly kind: 'late-entry-too-old'; readonly workingDays: number }
  | { readonly kind: 'late-entry-of-filing' }
  | { readonly kind: 'booklet-number-used'; readonly bookletNumber: string; readonly code: DossierCode };

export const lateEntryRefusal = (entry: LateEntry, facts: LateEntryFacts): LateEntryRefused | undefined => {
  const { now, calendar } = facts;
  if (facts.isFiledOnline) return { kind: 'late-entry-of-filing' };
  if (entry.receivedAt > now) return { kind: 'received-in-future', now };
  const workingDays = lateEntryDaysOn(dateOf(now));
  const receivedOn = dateOf(entry.receivedAt);
  // the calendar knows only its own years; a day before them is too old in any case
  if (!reaches(calendar, receivedOn) || workingDaysBetween(calendar, receivedOn, dateOf(now)) > workingDays) {
    return { kind: 'late-entry-too-old', workingDays };
  }
  if (facts.enteredAs) return { kind: 'booklet-number-used', bookletNumber: entry.bookletNumber, code: facts.enteredAs };
  return undefined;
};
