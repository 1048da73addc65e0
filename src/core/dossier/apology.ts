// It is said before it is late: reason and a new date, at least one calendar day before the due day, and once only.
// The officer in charge prepares it, who signs for the agency signs it; only then does the new date hold.
// @law NĐ 61/2018/NĐ-CP Đ.19.9; TT 01/2018/TT-VPCP Mẫu số 04; TT 03/2025/TT-VPCP Mẫu số 04
import { type Moment, type PlainDate, addDays, dateOf } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import { type SigningCapacity, signingCapacityOf } from './complete-step.ts';
import { inCharge } from './in-charge.ts';
import { type NewDueRefused, checkNewDue } from './new-due.ts';
import { type Hours, type OfficeActor, type OfficeDossier, type OfficeRefused, mayActInOffice } from './office-work.ts';

/** What was prepared before for this dossier. */
export type ApologyKept = {
  readonly apologyNo: number;
  readonly preparedByName: string;
  readonly preparedAt: Moment;
  readonly reason: string;
  readonly oldDue: Moment;
  readonly newDue: Moment;
  /** Absent while it waits for the signature. */
  readonly decision?: 'signed' | 'returned';
  readonly decidedAt?: Moment;
};

export type ApologyFacts = {
  readonly dossier: OfficeDossier;
  readonly actor: OfficeActor;
  readonly apologies: readonly ApologyKept[];
  readonly hours: Hours;
  readonly now: Moment;
};

export type TimelyRefused =
  | { readonly kind: 'no-due-date' }
  | { readonly kind: 'already-reappointed'; readonly newDue: Moment; readonly signedAt: Moment }
  | { readonly kind: 'apology-too-late'; readonly dueAt: Moment; readonly lastDay: PlainDate };

type ApologyWaits = { readonly kind: 'apology-awaits-signature'; readonly by: string; readonly at: Moment };

/** The last day on which the citizen may still be told: a calendar day, not a working day. */
export const lastApologyDay = (dueAt: Moment): PlainDate => addDays(dateOf(dueAt), -1);

const mayReappoint = (
  dueAt: Moment | undefined, apologies: readonly ApologyKept[], now: Moment,
): Result<Moment, TimelyRefused> => {
  if (dueAt === undefined) return refuse({ kind: 'no-due-date' });
  const signed = apologies.find((one) => one.decision === 'signed');
  if (signed) return refuse({ kind: 'already-reappointed', newDue: signed.newDue, signedAt: signed.decidedAt ?? signed.preparedAt });
  const lastDay = lastApologyDay(dueAt);
  return dateOf(now) > lastDay ? refuse({ kind: 'apology-too-late', dueAt, lastDay }) : ok(dueAt);
};

/** Whether one can be prepared at all now: in time, not signed before, none waiting. */
export const mayPrepareApology = (
  dueAt: Moment | undefined, apologies: readonly ApologyKept[], now: Moment,
): Result<Moment, TimelyRefused | ApologyWaits> => {
  const timely = mayReappoint(dueAt, apologies, now);
  if (!timely.ok) return timely;
  const open = apologies.find((one) => one.decision === undefined);
  return open ? refuse({ kind: 'apology-awaits-signature', by: open.preparedByName, at: open.preparedAt }) : timely;
};

export type PrepareApologyCommand = { readonly expectedRevision: number; readonly reason: string; readonly newDue: Moment };
export type ApologyPrepared = { readonly apologyNo: number; readonly oldDue: Moment };
export type PrepareApologyRefused = OfficeRefused | TimelyRefused | NewDueRefused | ApologyWaits;

export const prepareApology = (command: PrepareApologyCommand, facts: ApologyFacts): Result<ApologyPrepared, PrepareApologyRefused> => {
  const { dossier, actor, apologies, hours, now } = facts;
  const may = mayActInOffice('prepare-apology', dossier, actor, command.expectedRevision);
  if (!may.ok) return may;
  const charge = inCharge(dossier, actor);
  if (!charge.ok) return charge;
  const timely = mayPrepareApology(dossier.due?.due, apologies, now);
  if (!timely.ok) return timely;
  const checked = checkNewDue(command.newDue, timely.value, hours);
  return checked.ok ? ok({ apologyNo: apologies.length + 1, oldDue: timely.value }) : checked;
};

export type SignApologyCommand = { readonly expectedRevision: number; readonly assignmentNo?: number };
export type ApologySigned = { readonly apology: ApologyKept; readonly oldDue: Moment; readonly capacity: SigningCapacity };
export type SignApologyRefused =
  | OfficeRefused | TimelyRefused | NewDueRefused
  | { readonly kind: 'no-apology-prepared' }
  | { readonly kind: 'no-signing-capacity' };

export const waitingApology = (apologies: readonly ApologyKept[]): Result<ApologyKept, { readonly kind: 'no-apology-prepared' }> => {
  const open = apologies.find((one) => one.decision === undefined);
  return open ? ok(open) : refuse({ kind: 'no-apology-prepared' });
};

export const maySignApology = (
  dueAt: Moment | undefined, apologies: readonly ApologyKept[], now: Moment,
): Result<{ readonly apology: ApologyKept; readonly oldDue: Moment }, TimelyRefused | { readonly kind: 'no-apology-prepared' }> => {
  const timely = mayReappoint(dueAt, apologies, now);
  if (!timely.ok) return timely;
  const open = waitingApology(apologies);
  return open.ok ? ok({ apology: open.value, oldDue: timely.value }) : open;
};

/** Time runs on between draft and signature: what was in time yesterday may be too late, or too early a date, today. */
export const signApology = (command: SignApologyCommand, facts: ApologyFacts): Result<ApologySigned, SignApologyRefused> => {
  const { dossier, actor, apologies, hours, now } = facts;
  const may = mayActInOffice('sign-apology', dossier, actor, command.expectedRevision);
  if (!may.ok) return may;
  const signable = maySignApology(dossier.due?.due, apologies, now);
  if (!signable.ok) return signable;
  const { apology, oldDue } = signable.value;
  const checked = checkNewDue(apology.newDue, oldDue, hours);
  if (!checked.ok) return checked;
  const capacity = signingCapacityOf(actor.seats, command.assignmentNo);
  return capacity ? ok({ apology, oldDue, capacity }) : refuse({ kind: 'no-signing-capacity' });
};

export type ReturnApologyCommand = { readonly expectedRevision: number };
export type ApologyReturned = { readonly apology: ApologyKept };
export type ReturnApologyRefused = OfficeRefused | { readonly kind: 'no-apology-prepared' };

export const returnApology = (
  command: ReturnApologyCommand, facts: Pick<ApologyFacts, 'dossier' | 'actor' | 'apologies'>,
): Result<ApologyReturned, ReturnApologyRefused> => {
  const may = mayActInOffice('return-apology', facts.dossier, facts.actor, command.expectedRevision);
  if (!may.ok) return may;
  const open = waitingApology(facts.apologies);
  return open.ok ? ok({ apology: open.value }) : open;
};
