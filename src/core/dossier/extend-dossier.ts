// More time by law, not by apology: only on a ground that the procedure's version names, once, by a decision with its
// number, before the old time is over. The law says by how much; nobody chooses the date.
// @law Luật Hộ tịch 2014 Đ.25.2, Đ.28.2; NĐ 61/2018/NĐ-CP Đ.19
import { addWorkingDays, addWorkingMinutes, isWorkingDay, nextWorkingDay } from '../deadline/working-time.ts';
import { type Moment, type PlainDate, addDays, dateOf } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { LegalExtension } from '../procedure/procedure.ts';
import { inCharge } from './in-charge.ts';
import { endOfDay } from './new-due.ts';
import { type Hours, type OfficeActor, type OfficeDossier, type OfficeRefused, mayActInOffice } from './office-work.ts';

export type ExtendCommand = {
  readonly expectedRevision: number;
  readonly extensionId: string;
  readonly decidedOn: PlainDate;
};

export type ExtendFacts = {
  readonly dossier: OfficeDossier;
  readonly actor: OfficeActor;
  /** What the version of the day of intake allows. */
  readonly allowed: readonly LegalExtension[];
  readonly extendedBefore?: Moment;
  readonly hours: Hours;
  readonly now: Moment;
};

export type DossierExtended = { readonly extension: LegalExtension; readonly oldDue: Moment; readonly newDue: Moment };

export type ExtendRefused =
  | OfficeRefused
  | { readonly kind: 'no-due-date' }
  | { readonly kind: 'extension-not-allowed' }
  | { readonly kind: 'already-extended'; readonly at: Moment }
  | { readonly kind: 'extension-too-late'; readonly dueAt: Moment }
  | { readonly kind: 'decided-in-future'; readonly decidedOn: PlainDate };

const extendedBy = (due: Moment, { by }: LegalExtension, hours: Hours): Moment => {
  const day = dateOf(due);
  switch (by.kind) {
    case 'working-days': return endOfDay(addWorkingDays(hours.calendar, day, by.days), hours);
    case 'calendar-days': {
      const last = addDays(day, by.days);
      return endOfDay(isWorkingDay(hours.calendar, last) ? last : nextWorkingDay(hours.calendar, last), hours);
    }
    case 'working-hours': return addWorkingMinutes(hours.calendar, hours.siteId, due, by.hours * 60);
  }
};

/** Whether the law leaves any way to more time now, whoever asks; answers the moment that would be moved. */
export const extendable = (
  dueAt: Moment | undefined, { allowed, extendedBefore, now }: Pick<ExtendFacts, 'allowed' | 'extendedBefore' | 'now'>,
): Result<Moment, ExtendRefused> => {
  if (dueAt === undefined) return refuse({ kind: 'no-due-date' });
  if (allowed.length === 0) return refuse({ kind: 'extension-not-allowed' });
  if (extendedBefore) return refuse({ kind: 'already-extended', at: extendedBefore });
  return now > dueAt ? refuse({ kind: 'extension-too-late', dueAt }) : ok(dueAt);
};

const mayExtend = (dossier: OfficeDossier, actor: OfficeActor): Result<unknown, OfficeRefused> =>
  (actor.seats.some((seat) => seat.role === 'signing-leader') ? ok(undefined) : inCharge(dossier, actor));

export const extendDossier = (command: ExtendCommand, facts: ExtendFacts): Result<DossierExtended, ExtendRefused> => {
  const { dossier, actor, hours, now } = facts;
  const may = mayActInOffice('extend-dossier', dossier, actor, command.expectedRevision);
  if (!may.ok) return may;
  const charge = mayExtend(dossier, actor);
  if (!charge.ok) return charge;
  const open = extendable(dossier.due?.due, facts);
  if (!open.ok) return open;
  const oldDue = open.value;
  const extension = facts.allowed.find((one) => one.extensionId === command.extensionId);
  if (!extension) return refuse({ kind: 'extension-not-allowed' });
  if (command.decidedOn > dateOf(now)) return refuse({ kind: 'decided-in-future', decidedOn: command.decidedOn });
  return ok({ extension, oldDue, newDue: extendedBy(oldDue, extension, hours) });
};
