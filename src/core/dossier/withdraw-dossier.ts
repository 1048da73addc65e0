// The citizen asks for the dossier back. What is still at the desk is given back at once and signed for; what the
// agency holds comes back by record.
// @law NĐ 61/2018/NĐ-CP Đ.19; national portal status 7
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { Desk } from '../organisation/organisation.ts';
import type { Parties } from '../people/person.ts';
import { type DeskActRefused, type DeskDossier, mayActAtDesk } from './desk-dossier.ts';
import type { DeskActor } from './desk-hands.ts';
import type { DeskHands } from './dossier.ts';
import { type OfficeActor, type OfficeDossier, type OfficeRefused, mayActInOffice } from './office-work.ts';
import { inCharge } from './in-charge.ts';
import { type PaperKept, type PapersGivenBack, type PapersTaken, type PapersTakenRefused, checkTaken } from './way-back.ts';
import { type RequestRefused, type WithdrawalRequest, askerOf } from './withdrawal-request.ts';

export type WithdrawCommand = {
  readonly reason: string;
  readonly request: WithdrawalRequest;
  /** Given back in the same moment. */
  readonly papersBack?: PapersTaken;
};
export type WithdrawFacts = { readonly actor: DeskActor; readonly desk: Desk; readonly dossier: DeskDossier & { readonly parties: Parties }; readonly kept: readonly PaperKept[] };

/** Where the papers are from now on. */
export type PapersWay = { readonly at: 'given-back'; readonly back: PapersGivenBack } | { readonly at: 'agency' };
export type Withdrawn = { readonly askerName: string; readonly papers: PapersWay };
export type DossierWithdrawn = Withdrawn & { readonly hands: DeskHands };
export type WithdrawRefused = RequestRefused | PapersTakenRefused | { readonly kind: 'papers-not-given-back' } | { readonly kind: 'papers-at-agency' };
export type WithdrawRefusal = DeskActRefused | WithdrawRefused;

const NOTHING_KEPT: PapersWay = { at: 'given-back', back: { receiverName: '', given: [], withheld: [] } };

const withdrawn = (
  { request, papersBack }: WithdrawCommand, parties: Parties, kept: readonly PaperKept[], here: 'must' | 'may' | 'cannot',
): Result<Withdrawn, WithdrawRefused> => {
  const asker = askerOf(request, parties);
  if (!asker.ok) return asker;
  if (papersBack && here === 'cannot' && kept.length > 0) return refuse({ kind: 'papers-at-agency' });
  if (kept.length === 0) return ok({ askerName: asker.value, papers: NOTHING_KEPT });
  if (!papersBack) return here === 'must' ? refuse({ kind: 'papers-not-given-back' }) : ok({ askerName: asker.value, papers: { at: 'agency' } });
  const back = checkTaken(papersBack, kept, parties);
  return back.ok ? ok({ askerName: asker.value, papers: { at: 'given-back', back: back.value } }) : back;
};

export const withdrawDossier = (command: WithdrawCommand & { readonly revision: number }, facts: WithdrawFacts): Result<DossierWithdrawn, WithdrawRefusal> => {
  const { dossier } = facts;
  const hands = mayActAtDesk('withdraw-dossier', dossier, command.revision, facts.actor, facts.desk);
  if (!hands.ok) return hands;
  const atDesk = dossier.state === 'received' || dossier.state === 'filed-online';
  const done = withdrawn(command, dossier.parties, facts.kept, atDesk ? 'must' : 'cannot');
  return done.ok ? ok({ ...done.value, hands: hands.value }) : done;
};

export type AgencyWithdrawRefusal = OfficeRefused | WithdrawRefused;

/** At the agency itself: by who is in charge; the papers are taken along, or go back to the desk by record. */
export const withdrawAtAgency = (
  command: WithdrawCommand & { readonly expectedRevision: number },
  facts: { readonly dossier: OfficeDossier; readonly parties: Parties; readonly actor: OfficeActor; readonly kept: readonly PaperKept[] },
): Result<Withdrawn, AgencyWithdrawRefusal> => {
  const may = mayActInOffice('withdraw-at-agency', facts.dossier, facts.actor, command.expectedRevision);
  if (!may.ok) return may;
  const charge = inCharge(facts.dossier, facts.actor);
  return charge.ok ? withdrawn(command, facts.parties, facts.kept, 'may') : charge;
};
