// The agency asks for what is missing: one complete list, within three working days from intake. Later is against the
// decree and is marked so, but never hindered: the citizen must still be told. A second time is asked by who leads,
// with the ground, and is marked.
// @law NĐ 61/2018/NĐ-CP Đ.19.4
import { addWorkingDays, sessionsOn } from '../deadline/working-time.ts';
import { type Moment, type WallTime, dateOf, momentAt } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import {
  type Hours, type OfficeActor, type OfficeDossier, type OfficeRefused, mayActInOffice, seatOnStep,
} from './office-work.ts';

export const SUPPLEMENT_WORKING_DAYS = 3;

export type SupplementItem = {
  readonly name: string;
  readonly original: number;
  readonly certifiedCopy: number;
  readonly plainCopy: number;
  readonly reason?: string;
};

export type AskSupplementCommand = {
  readonly expectedRevision: number;
  readonly items: readonly SupplementItem[];
  readonly reason: string;
  readonly answerWithinWorkingDays?: number;
  /** Why it is asked again: only who leads may. */
  readonly secondGround?: string;
};

export type AskSupplementFacts = {
  readonly dossier: OfficeDossier;
  readonly actor: OfficeActor;
  readonly requestsBefore: number;
  readonly hours: Hours;
  readonly now: Moment;
};

export type SupplementAsked = {
  readonly requestNo: number;
  readonly late: boolean;
  readonly repeated: boolean;
  readonly answerBy?: Moment;
};

export type AskSupplementRefused =
  | OfficeRefused
  | { readonly kind: 'nothing-asked'; readonly line: number }
  | { readonly kind: 'second-request'; readonly why: 'leader-asks' | 'ground-needed' };

/** The end of the last session of that working day. */
export const endOfWorkingDay = (from: Moment, days: number, hours: Hours): Moment => {
  const day = addWorkingDays(hours.calendar, dateOf(from), days);
  return momentAt(day, sessionsOn(hours.calendar, hours.siteId, day).at(-1)?.to ?? ('17:00' as WallTime));
};

/** The last moment at which asking is in time. */
export const supplementAskBy = (dossier: OfficeDossier, hours: Hours): Moment =>
  endOfWorkingDay(dossier.due?.countsFrom ?? dossier.receivedAt, SUPPLEMENT_WORKING_DAYS, hours);

export const askSupplement = (command: AskSupplementCommand, facts: AskSupplementFacts): Result<SupplementAsked, AskSupplementRefused> => {
  const { dossier, actor, hours, now } = facts;
  const may = mayActInOffice('ask-supplement', dossier, actor, command.expectedRevision);
  if (!may.ok) return may;
  const repeated = facts.requestsBefore > 0;
  const leads = actor.seats.some((seat) => seat.role === 'section-head' || seat.role === 'signing-leader');
  if (repeated && !leads) return refuse({ kind: 'second-request', why: 'leader-asks' });
  if (repeated && command.secondGround === undefined) return refuse({ kind: 'second-request', why: 'ground-needed' });
  const seat = seatOnStep(dossier, actor);
  if (!repeated && !seat.ok) return seat;
  const empty = command.items.findIndex((item) => item.original + item.certifiedCopy + item.plainCopy === 0 && item.reason === undefined);
  if (empty >= 0) return refuse({ kind: 'nothing-asked', line: empty });
  return ok({
    requestNo: facts.requestsBefore + 1,
    late: dateOf(now) > dateOf(supplementAskBy(dossier, hours)),
    repeated,
    answerBy: command.answerWithinWorkingDays === undefined ? undefined : endOfWorkingDay(now, command.answerWithinWorkingDays, hours),
  });
};
