// Inviting to collect, and sending back what two invitations did not bring anybody to fetch: each no earlier than it is
// due, and only of an outcome that lies at the desk as a paper.
// @law QĐ 45/2016/QĐ-TTg Đ.9; TT 17/2017/TT-BTTTT Đ.5.2
import type { AnyCalendar } from '../deadline/working-time.ts';
import { type Moment, type PlainDate, dateOf } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { Desk } from '../organisation/organisation.ts';
import { type CollectionFacts, type CollectionStep, MOST_INVITATIONS, lastDayOf, nextCollectionStep } from './collection.ts';
import { type DeskActRefused, type DeskDossier, mayActAtDesk } from './desk-dossier.ts';
import type { DeskActor } from './desk-hands.ts';
import type { DeskHands } from './dossier.ts';
import { type OfficeActor, type OfficeDossier, type OfficeRefused, mayActInOffice } from './office-work.ts';

export type UncollectedFacts = {
  readonly now: Moment;
  readonly actor: DeskActor;
  readonly desk: Desk;
  readonly dossier: DeskDossier;
  readonly calendar: AnyCalendar;
  /** Absent: no paper outcome lies at this desk. */
  readonly collection?: CollectionFacts;
};

export type UncollectedRefused =
  | DeskActRefused
  | { readonly kind: 'outcome-not-at-desk' }
  | { readonly kind: 'outcome-being-delivered' }
  | { readonly kind: 'invitation-too-early'; readonly round: number; readonly from: PlainDate }
  | { readonly kind: 'invited-twice'; readonly sendBackFrom: PlainDate }
  | { readonly kind: 'not-invited-twice'; readonly invitations: number }
  | { readonly kind: 'send-back-too-early'; readonly from: PlainDate };

type Standing = { readonly hands: DeskHands; readonly step: CollectionStep; readonly collection: CollectionFacts };

const standingOf = (act: 'invite-to-collect' | 'send-outcome-back', revision: number, facts: UncollectedFacts): Result<Standing, UncollectedRefused> => {
  const hands = mayActAtDesk(act, facts.dossier, revision, facts.actor, facts.desk);
  if (!hands.ok) return hands;
  const { collection } = facts;
  if (!collection) return refuse({ kind: 'outcome-not-at-desk' });
  const step = nextCollectionStep(collection, facts.calendar);
  return step ? ok({ hands: hands.value, step, collection }) : refuse({ kind: 'outcome-being-delivered' });
};

/** `until`: the last day before it goes back; only the last invitation names one. */
export type InvitedToCollect = { readonly hands: DeskHands; readonly round: number; readonly earlier: readonly PlainDate[]; readonly until?: PlainDate };

export const inviteToCollect = ({ revision }: { readonly revision: number }, facts: UncollectedFacts): Result<InvitedToCollect, UncollectedRefused> => {
  const standing = standingOf('invite-to-collect', revision, facts);
  if (!standing.ok) return standing;
  const { hands, step, collection } = standing.value;
  const today = dateOf(facts.now);
  if (step.kind === 'send-back') return refuse({ kind: 'invited-twice', sendBackFrom: step.from });
  if (today < step.from) return refuse({ kind: 'invitation-too-early', round: step.round, from: step.from });
  return ok({
    hands, round: step.round, earlier: collection.invitedOn,
    ...(step.round === MOST_INVITATIONS && { until: lastDayOf(today, facts.calendar) }),
  });
};

export type OutcomeSentBack = { readonly hands: DeskHands; readonly invitedOn: readonly PlainDate[] };

export const sendOutcomeBack = ({ revision }: { readonly revision: number }, facts: UncollectedFacts): Result<OutcomeSentBack, UncollectedRefused> => {
  const standing = standingOf('send-outcome-back', revision, facts);
  if (!standing.ok) return standing;
  const { hands, step, collection } = standing.value;
  if (step.kind === 'invite') return refuse({ kind: 'not-invited-twice', invitations: collection.invitedOn.length });
  return dateOf(facts.now) < step.from ? refuse({ kind: 'send-back-too-early', from: step.from }) : ok({ hands, invitedOn: collection.invitedOn });
};

export type OutcomeBackRefused = OfficeRefused | { readonly kind: 'outcome-back-already' };

/** The agency signs for what came back, once. */
export const acceptOutcomeBack = (
  { expectedRevision }: { readonly expectedRevision: number },
  { dossier, actor, isOnTheWay }: { readonly dossier: OfficeDossier; readonly actor: OfficeActor; readonly isOnTheWay: boolean },
): Result<{ readonly accepted: true }, OutcomeBackRefused> => {
  const may = mayActInOffice('accept-outcome-back', dossier, actor, expectedRevision);
  if (!may.ok) return may;
  return isOnTheWay ? ok({ accepted: true }) : refuse({ kind: 'outcome-back-already' });
};
