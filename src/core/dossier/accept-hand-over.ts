// The agency takes over what the desk sent: the first step of the internal process begins, with its own limit.
// In the public postal regime the statutory time starts here, at the signed hand-over record.
// @law NĐ 61/2018/NĐ-CP Đ.18, Đ.19; QĐ 45/2016/QĐ-TTg Đ.7
import type { SignRefused } from '../custody/sign-for.ts';
import type { Moment } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { UnitId } from '../organisation/organisation.ts';
import { ownDueOf } from './clock-words.ts';
import { type ClockMoved, type DossierClock, beginClock } from './kept-clock.ts';
import { type ActRefused, mayAct } from './life.ts';
import {
  type ChangedMeanwhile, type Hours, type OfficeActor, type OfficeDossier, type StepStarted, changedMeanwhile, rolesOf, startStep,
} from './office-work.ts';

export type AcceptFacts = {
  readonly dossier: OfficeDossier;
  readonly actor: OfficeActor;
  readonly clock?: DossierClock;
  readonly hours: Hours;
  readonly now: Moment;
};

export type HandOverAccepted = {
  /** Only when the clock starts now. */
  readonly clock?: ClockMoved;
  readonly started: StepStarted;
  readonly sectionUnitId?: UnitId;
};

export type AcceptRefused = ActRefused | ChangedMeanwhile | SignRefused;

/** Several people see the same hand-over: whoever comes second learns who took it. */
export const mayTake = (act: 'accept-hand-over' | 'reject-hand-over', facts: Pick<AcceptFacts, 'dossier' | 'actor'>): Result<true, AcceptRefused> => {
  const may = mayAct(act, facts.dossier.state, rolesOf(facts.actor));
  if (may.ok) return ok(true);
  return refuse(may.refusal.kind === 'act-not-possible' ? changedMeanwhile(facts.dossier) : may.refusal);
};

export const acceptHandOver = (facts: AcceptFacts): Result<HandOverAccepted, AcceptRefused> => {
  const may = mayTake('accept-hand-over', facts);
  if (!may.ok) return may;
  const { dossier, actor, now } = facts;
  const first = dossier.steps[0];
  const seat = actor.seats.find((one) => one.role === first?.role);
  // Who works the first step himself takes the dossier; a head of section or the records clerk leaves it to be assigned.
  const taker = seat && first?.role === 'agency-officer' ? { accountId: actor.accountId, name: actor.name } : undefined;
  const section = actor.seats.find((one) => one.role !== 'records-clerk' && one.unitId !== dossier.agencyUnitId);
  const clock = facts.clock && beginClock(facts.clock, now);
  return ok({
    started: startStep(dossier, 1, now, facts.hours, taker, ownDueOf(clock?.reading ?? dossier.due)),
    clock,
    sectionUnitId: dossier.sectionUnitId ?? section?.unitId,
  });
};
