// An act on one dossier of the agency: what all of them load and save. An act adds its facts, its decision
// and what the decision changes.
import { randomUUIDv7 } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { CustodyChange } from '#core/custody/change.ts';
import type { DossierId } from '#core/dossier/dossier.ts';
import { type ClockMoved, type DossierClock, clockAtEnd } from '#core/dossier/kept-clock.ts';
import type { DossierAct } from '#core/dossier/life.ts';
import { type Hours, type OfficeActor, type StepStarted, currentStep, seatsReaching } from '#core/dossier/office-work.ts';
import { type DossierState, nationalStatusOf } from '#core/dossier/state.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { Result } from '#core/kernel/result.ts';
import type { AccountId, ProvinceId, UnitId } from '#core/organisation/organisation.ts';
import type { CitizenNotice } from '#wire/citizen-notices.ts';
import type { OfficeActAnswer } from '#wire/office-parts.wire.ts';
import type { Act, ActContext, OutboxMessage } from '../../acts/act.ts';
import { loadDossierClock } from '../../clock/dossier-clock.sql.ts';
import { citizenMessage } from '../../notices/citizen-notice.ts';
import { type LoadedDossier, lockOfficeDossiers } from './office-dossier.sql.ts';
import { type OfficeReach, findOfficeReach } from './office-reach.sql.ts';
import { type StepFinish, changeOpenStep, finishStep, insertStep, saveDossierRow } from './office-save.sql.ts';
import type { WorkingHours } from './working-hours.ts';

export type Office = { readonly provinceId: ProvinceId; readonly hours: WorkingHours };

export type OneCommand<Body> = {
  readonly dossierId: DossierId;
  /** Where the citizen's pages stand, for the QR on papers: 'http://localhost:8080'. */
  readonly origin: string;
  readonly body: Body;
};

export type OneFacts<More> = {
  readonly dossier: LoadedDossier;
  readonly actor: OfficeActor;
  readonly reach: OfficeReach;
  readonly hours: Hours;
  readonly clock?: DossierClock;
  readonly more: More;
};

export type Effect<Extra> = {
  readonly state: DossierState;
  readonly finish?: StepFinish;
  readonly started?: StepStarted;
  /** The open step changes hands or begins its limit anew. */
  readonly openStep?: { readonly accountId?: AccountId; readonly name?: string; readonly dueAt?: Moment };
  readonly sectionUnitId?: UnitId;
  /** The clock as the act leaves it; absent: as it was. */
  readonly clock?: ClockMoved;
  readonly closedAt?: Moment;
  readonly journal: Readonly<Record<string, unknown>>;
  /** Until when the citizen may answer what is asked of him now. */
  readonly answerBy?: Moment;
  /** What the citizen is told, if anything. */
  readonly notice?: CitizenNotice;
  /** What others are told besides. */
  readonly outbox?: readonly OutboxMessage[];
  /** What changed hands. */
  readonly custody?: CustodyChange;
  readonly paper?: OfficeActAnswer['paper'];
  readonly extra: Extra;
};

export type OfficeActSpec<Body, More, Decision, Refusal, Extra> = {
  readonly name: DossierAct;
  readonly more: (db: PoolClient, context: ActContext, command: OneCommand<Body>, facts: OneFacts<undefined>) => Promise<More>;
  readonly decide: (command: OneCommand<Body>, facts: OneFacts<More>, context: ActContext) => Result<Decision, Refusal>;
  readonly effect: (
    db: PoolClient, context: ActContext, command: OneCommand<Body>, decision: Decision, facts: OneFacts<More>,
  ) => Promise<Effect<Extra>>;
};

export const actorOn = (context: ActContext, reach: OfficeReach, dossier: LoadedDossier): OfficeActor => ({
  accountId: context.accountId, name: context.accountName,
  seats: seatsReaching(reach.seats, dossier, dossier.agencyRootUnitId),
});

/** Specialist and head of section work in their section, signer and records clerk for the whole agency. */
export const unitOfStep = (role: string, dossier: LoadedDossier, sectionUnitId: UnitId | undefined): UnitId =>
  role === 'agency-officer' || role === 'section-head' ? (sectionUnitId ?? dossier.agencyUnitId) : dossier.agencyUnitId;

export const messagesOf = (
  dossier: Pick<LoadedDossier, 'dossierId' | 'code' | 'state' | 'parties'>, state: DossierState, at: Moment, notice?: CitizenNotice,
): readonly OutboxMessage[] => {
  const status = nationalStatusOf(state);
  return [
    ...(status === nationalStatusOf(dossier.state) ? []
      : [{ outboxId: randomUUIDv7(), topic: 'national-portal', dossierId: dossier.dossierId, payload: { code: dossier.code, at, status } }]),
    ...(notice ? [citizenMessage(dossier, at, notice)] : []),
  ];
};

export const applyEffect = async (
  db: PoolClient, context: ActContext, dossier: LoadedDossier, effect: Omit<Effect<unknown>, 'journal' | 'extra' | 'custody'>,
): Promise<number> => {
  const { provinceId, now } = context;
  const sectionUnitId = effect.sectionUnitId ?? dossier.sectionUnitId;
  const { started, finish, openStep } = effect;
  if (finish) {
    const step = currentStep(dossier);
    if (step && dossier.stepNo !== undefined) {
      const unitId = unitOfStep(step.role, dossier, dossier.sectionUnitId);
      await finishStep(db, provinceId, dossier.dossierId, { ...step, stepNo: dossier.stepNo, unitId }, { accountId: context.accountId, name: context.accountName }, now, finish);
    }
  }
  if (started) await insertStep(db, provinceId, dossier.dossierId, started, unitOfStep(started.step.role, dossier, sectionUnitId), now);
  if (openStep) await changeOpenStep(db, provinceId, dossier.dossierId, openStep);
  return saveDossierRow(db, provinceId, dossier.dossierId, {
    state: effect.state,
    sectionUnitId: sectionUnitId ?? null,
    assigneeId: started ? (started.assigneeId ?? null) : (openStep?.accountId ?? dossier.assigneeId ?? null),
    stepNo: started?.stepNo ?? dossier.stepNo ?? null,
    stepRole: started?.step.role ?? currentStep(dossier)?.role ?? null,
    clock: effect.clock,
    closedAt: effect.closedAt ?? null,
    answerBy: effect.answerBy ?? null,
  });
};

/** What an act on one dossier answers, with what the act itself adds. */
export const officeAct = <Body, More, Decision, Refusal, Extra extends object>(
  office: Office, spec: OfficeActSpec<Body, More, Decision, Refusal, Extra>,
): Act<OneCommand<Body>, OneFacts<More>, Decision, Refusal, OfficeActAnswer & Extra> => ({
  name: spec.name,
  load: async (db, context, command) => {
    const reach = await findOfficeReach(db, context.provinceId, context.accountId, context.now);
    const [dossier] = await lockOfficeDossiers(db, context.provinceId, [command.dossierId], reach);
    if (!dossier) return undefined;
    const hours = await office.hours.at(db, dossier.siteId, dossier.agencyRootUnitId);
    const clock = await loadDossierClock(db, context.provinceId, dossier.clock, hours.calendar);
    const base = { dossier, reach, actor: actorOn(context, reach, dossier), hours, clock };
    return { ...base, more: await spec.more(db, context, command, { ...base, more: undefined }) };
  },
  decide: spec.decide,
  save: async (db, context, command, decision, facts) => {
    const { dossier } = facts;
    const effect = await spec.effect(db, context, command, decision, facts);
    const clock = effect.clock ?? clockAtEnd(facts.clock, effect.state, context.now);
    const revision = await applyEffect(db, context, dossier, { ...effect, clock });
    const due = clock?.reading ?? dossier.due;
    return {
      answer: {
        dossierId: dossier.dossierId, code: dossier.code, state: effect.state, revision,
        stepRole: effect.started?.step.role ?? currentStep(dossier)?.role,
        dueAt: due?.due, paper: effect.paper, ...effect.extra,
      },
      chain: `unit:${dossier.agencyRootUnitId}`,
      journal: [{ act: spec.name, dossierId: dossier.dossierId, data: { code: dossier.code, ...effect.journal } }],
      outbox: [...messagesOf(dossier, effect.state, context.now, effect.notice), ...(effect.outbox ?? [])],
      custody: effect.custody,
    };
  },
});
