// An act on one dossier of the desk: what all of them load, save and answer. An act adds its facts, its
// decision and what the decision changes.
import { randomUUIDv7 } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { CustodyChange } from '#core/custody/change.ts';
import type { DeskHands, DossierId } from '#core/dossier/dossier.ts';
import type { DossierAct } from '#core/dossier/life.ts';
import { type ClockMoved, type DossierClock, clockAtEnd } from '#core/dossier/kept-clock.ts';
import { type DossierState, isClosed, nationalStatusOf } from '#core/dossier/state.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import type { Result } from '#core/kernel/result.ts';
import type { Parties } from '#core/people/person.ts';
import type { StandingActor } from '#documents/slips/standing-actor.ts';
import { statusOf } from '#wire/answers/status.ts';
import type { CitizenNotice } from '#wire/citizen-notices.ts';
import type { DossierChanged } from '#wire/dossier-parts.wire.ts';
import type { Act, ActContext, OutboxMessage } from '../../acts/act.ts';
import { loadDossierClock } from '../../clock/dossier-clock.sql.ts';
import { citizenMessage } from '../../notices/citizen-notice.ts';
import type { DeskPlace } from '../facts/desk-facts.ts';
import { type LockedDossier, findModeToday, lockDeskDossiers } from './desk-dossier.sql.ts';
import { type PaperIssued, insertIssuedPaper, saveState } from './desk-save.sql.ts';

export type OneCall<Body> = {
  readonly dossierId: DossierId;
  readonly body: Body;
  readonly actor: StandingActor;
  readonly place: DeskPlace;
  readonly origin: string;
};

export type OneFacts<More> = { readonly dossier: LockedDossier; readonly clock?: DossierClock; readonly more: More };

export type Effect<Extra> = {
  readonly state: DossierState;
  /** The clock as the act leaves it; absent: as it was. */
  readonly clock?: ClockMoved;
  readonly paper?: PaperIssued;
  readonly hands: DeskHands;
  readonly journal: Readonly<Record<string, unknown>>;
  /** What the citizen is told, if anything. */
  readonly notice?: CitizenNotice;
  /** What changed hands. */
  readonly custody?: CustodyChange;
  readonly extra: Extra;
};

export type DeskActSpec<Body, More, Decision, Refusal, Extra> = {
  readonly name: DossierAct;
  readonly more: (db: PoolClient, context: ActContext, call: OneCall<Body>, dossier: LockedDossier) => Promise<More>;
  readonly decide: (call: OneCall<Body>, facts: OneFacts<More>, context: ActContext) => Result<Decision, Refusal>;
  readonly effect: (
    db: PoolClient, context: ActContext, call: OneCall<Body>, decision: Decision, facts: OneFacts<More>,
  ) => Promise<Effect<Extra>>;
};

/** Messages to the portal (when the national status moves) and to the citizen. */
export const messagesOf = (
  dossier: { readonly dossierId: string; readonly code: string; readonly state: DossierState; readonly parties: Parties }, state: DossierState, at: Moment,
  notice?: CitizenNotice,
): readonly OutboxMessage[] => {
  const status = nationalStatusOf(state);
  return [
    ...(status === nationalStatusOf(dossier.state) ? []
      : [{ outboxId: randomUUIDv7(), topic: 'national-portal', dossierId: dossier.dossierId, payload: { code: dossier.code, at, status } }]),
    ...(notice ? [citizenMessage(dossier, at, notice)] : []),
  ];
};

export const deskAct = <Body, More, Decision, Refusal, Extra extends object>(
  spec: DeskActSpec<Body, More, Decision, Refusal, Extra>,
): Act<OneCall<Body>, OneFacts<More>, Decision, Refusal, DossierChanged & Extra> => ({
  name: spec.name,
  load: async (db, context, call) => {
    const [locked] = await lockDeskDossiers(db, context.provinceId, call.place.desk.deskId, [call.dossierId]);
    const dossier = locked && { ...locked, mode: await findModeToday(db, context.provinceId, locked, dateOf(context.now)) };
    if (!dossier) return undefined;
    const clock = await loadDossierClock(db, context.provinceId, dossier.clock, call.place.calendar.compiled);
    return { dossier, clock, more: await spec.more(db, context, call, dossier) };
  },
  decide: spec.decide,
  save: async (db, context, call, decision, facts) => {
    const { dossier } = facts;
    const { provinceId, now } = context;
    const effect = await spec.effect(db, context, call, decision, facts);
    const revision = await saveState(db, provinceId, dossier.dossierId, {
      state: effect.state, clock: effect.clock ?? clockAtEnd(facts.clock, effect.state, now), closedAt: isClosed(effect.state) ? now : undefined,
    });
    if (effect.paper) await insertIssuedPaper(db, provinceId, dossier.deskId, effect.paper, now, effect.hands.receiverId);
    return {
      answer: {
        dossierId: dossier.dossierId, code: dossier.code, state: effect.state, status: statusOf(effect.state), revision, at: now,
        paperId: effect.paper?.paperId, ...effect.extra,
      },
      chain: `desk:${dossier.deskId}`,
      journal: [{
        act: spec.name, dossierId: dossier.dossierId,
        data: { code: dossier.code, ...handsOf(effect.hands), ...effect.journal },
      }],
      outbox: messagesOf(dossier, effect.state, now, effect.notice),
      custody: effect.custody,
    };
  },
});

/** Receiver and assistant stand in every entry of the desk. */
export const handsOf = (hands: DeskHands): Readonly<Record<string, unknown>> => ({
  receiverId: hands.receiverId, receiverName: hands.receiverName, assistantId: hands.assistantId, assistantName: hands.assistantName,
});
