// Work inside the agency: who stands where, whose step it is, and what has changed since the screen was read.
// Only the person the step is assigned to acts on it; an unassigned step belongs to everyone with its role.
// @law NĐ 61/2018/NĐ-CP Đ.19
import { addWorkingMinutes } from '../deadline/working-time.ts';
import type { AnyCalendar } from '../deadline/working-time.ts';
import type { Moment } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { AccountId, Assignment, DeskId, Role, UnitId } from '../organisation/organisation.ts';
import type { InternalStep } from '../procedure/procedure.ts';
import type { ClockStanding } from './clock-words.ts';
import type { DossierCode, DossierId, Regime } from './dossier.ts';
import { type ActRefused, type DossierAct, mayAct } from './life.ts';
import type { DossierState } from './state.ts';

export type StepRole = InternalStep['role'];

/** A seat that reaches this dossier: at its agency, or in a section of it. */
export type OfficeSeat = Pick<Assignment, 'role' | 'unitId' | 'signingCapacity'> & { readonly assignmentNo: number };

export type OfficeActor = {
  readonly accountId: AccountId;
  readonly name: string;
  readonly seats: readonly OfficeSeat[];
};

export type OfficeDossier = {
  readonly dossierId: DossierId;
  readonly code: DossierCode;
  readonly state: DossierState;
  readonly revision: number;
  readonly regime: Regime;
  readonly deskId: DeskId;
  readonly agencyUnitId: UnitId;
  readonly sectionUnitId?: UnitId;
  readonly receivedAt: Moment;
  readonly due?: ClockStanding;
  /** Position in `steps`, from 1; absent before the agency accepts. */
  readonly stepNo?: number;
  readonly assigneeId?: AccountId;
  readonly assigneeName?: string;
  /** The whole internal process of the version the dossier keeps; see `workSteps`. */
  readonly steps: readonly InternalStep[];
  /** Who last worked each step: what is sent back goes to the same hands. */
  readonly workedBefore: readonly { readonly stepNo: number; readonly accountId: AccountId; readonly name: string }[];
  readonly lastChange?: LastChange;
};

/** The last entry of the journal: who did what when. */
export type LastChange = { readonly by: string; readonly at: Moment; readonly act?: DossierAct };

export type Hours = { readonly calendar: AnyCalendar; readonly siteId: string };

export type ChangedMeanwhile = {
  readonly kind: 'changed-meanwhile';
  readonly code: DossierCode;
  readonly state: DossierState;
  readonly by?: string;
  readonly at?: Moment;
  readonly act?: DossierAct;
};
export type NotYourStep = {
  readonly kind: 'not-your-step';
  readonly needs: StepRole | 'none';
  /** Who holds it, when it is assigned. */
  readonly holder?: string;
};
export type OfficeRefused = ActRefused | ChangedMeanwhile | NotYourStep;

export const changedMeanwhile = (dossier: OfficeDossier): ChangedMeanwhile => ({
  kind: 'changed-meanwhile', code: dossier.code, state: dossier.state,
  ...dossier.lastChange,
});

export const rolesOf = (actor: OfficeActor): readonly Role[] => [...new Set(actor.seats.map((seat) => seat.role))];

/** The screen's revision first: whoever comes second is told what the first did, not that it is impossible. */
export const mayActInOffice = (
  act: DossierAct, dossier: OfficeDossier, actor: OfficeActor, expectedRevision: number,
): Result<readonly Role[], OfficeRefused> => {
  const may = mayAct(act, dossier.state, rolesOf(actor));
  if (!may.ok && may.refusal.kind === 'role-not-allowed') return may;
  if (dossier.revision !== expectedRevision) return refuse(changedMeanwhile(dossier));
  return may;
};

export const currentStep = (dossier: OfficeDossier): InternalStep | undefined =>
  dossier.stepNo === undefined ? undefined : dossier.steps[dossier.stepNo - 1];

/** The seat by which the actor works the current step, or why not. */
export const seatOnStep = (dossier: OfficeDossier, actor: OfficeActor): Result<OfficeSeat, NotYourStep> => {
  const step = currentStep(dossier);
  if (!step) return refuse({ kind: 'not-your-step', needs: 'none' });
  const seat = actor.seats.find((one) => one.role === step.role);
  if (!seat) return refuse({ kind: 'not-your-step', needs: step.role, holder: dossier.assigneeName });
  if (dossier.assigneeId !== undefined && dossier.assigneeId !== actor.accountId) {
    return refuse({ kind: 'not-your-step', needs: step.role, holder: dossier.assigneeName });
  }
  return ok(seat);
};

const SIGNING: InternalStep = { stepId: 'ky', name: 'Ký duyệt', role: 'signing-leader', hours: 0 };
const ISSUING: InternalStep = { stepId: 'van-thu', name: 'Vào sổ – Cấp số – Phát hành', role: 'records-clerk', hours: 0 };
const HANDLING: InternalStep = { stepId: 'thu-ly', name: 'Thụ lý', role: 'agency-officer', hours: 0 };

/** Nothing leaves an agency unsigned or unnumbered, whatever the catalogue's list of steps says; 0 hours = no own limit. */
export const workSteps = (steps: readonly InternalStep[]): readonly InternalStep[] => {
  const work = steps.filter((step) => step.role !== 'signing-leader' && step.role !== 'records-clerk');
  const signing = steps.filter((step) => step.role === 'signing-leader');
  const issuing = steps.filter((step) => step.role === 'records-clerk');
  return [
    ...(work.length > 0 ? work : [HANDLING]),
    ...(signing.length > 0 ? signing : [SIGNING]),
    issuing[0] ?? ISSUING,
  ];
};

/** When a step that begins now should be done: its own working hours, inside the dossier's own limit while that lasts. */
export const stepDue = (step: InternalStep, from: Moment, hours: Hours, whole?: Moment): Moment | undefined => {
  if (step.hours <= 0) return undefined;
  const own = addWorkingMinutes(hours.calendar, hours.siteId, from, step.hours * 60);
  return whole !== undefined && whole > from && whole < own ? whole : own;
};

export type StepStarted = {
  readonly stepNo: number;
  readonly step: InternalStep;
  readonly assigneeId?: AccountId;
  readonly assigneeName?: string;
  readonly dueAt?: Moment;
};

export const startStep = (
  dossier: Pick<OfficeDossier, 'steps'>, stepNo: number, now: Moment, hours: Hours,
  assignee?: { readonly accountId: AccountId; readonly name: string }, whole?: Moment,
): StepStarted => {
  const step = dossier.steps[stepNo - 1];
  if (!step) throw new RangeError(`no step ${stepNo}`);
  return { stepNo, step, assigneeId: assignee?.accountId, assigneeName: assignee?.name, dueAt: stepDue(step, now, hours, whole) };
};

export type PlacedSeat = OfficeSeat & {
  /** The agency a section belongs to; the unit itself when it is no section. */
  readonly rootUnitId: UnitId;
};

/**
 * The seats by which a person works on this dossier: at its agency, at the agency above its section,
 * or in the section that has it (any section while none has). Units below an agency that are agencies
 * of their own, such as the communes of a district, are never reached.
 */
export const seatsReaching = (
  seats: readonly PlacedSeat[], dossier: Pick<OfficeDossier, 'agencyUnitId' | 'sectionUnitId'>, agencyRootUnitId: UnitId,
): readonly OfficeSeat[] =>
  seats.filter((seat) => {
    if (seat.unitId === dossier.agencyUnitId || seat.unitId === agencyRootUnitId) return true;
    const ofThisAgency = seat.rootUnitId === dossier.agencyUnitId;
    return ofThisAgency && (dossier.sectionUnitId === undefined || dossier.sectionUnitId === seat.unitId);
  });
