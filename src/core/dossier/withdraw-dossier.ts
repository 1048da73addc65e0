// The citizen asks for the dossier back. What is still at the desk is given back at once; what the agency
// holds comes back by record.
// @law NĐ 61/2018/NĐ-CP Đ.19; national portal status 7
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { Desk } from '../organisation/organisation.ts';
import { type DeskActRefused, type DeskDossier, mayActAtDesk } from './desk-dossier.ts';
import type { DeskActor } from './desk-hands.ts';
import type { DeskHands } from './dossier.ts';

export type WithdrawDossier = { readonly revision: number; readonly reason: string; readonly papersGivenBack: boolean };
export type WithdrawFacts = { readonly actor: DeskActor; readonly desk: Desk; readonly dossier: DeskDossier };
export type DossierWithdrawn = { readonly hands: DeskHands; readonly state: 'withdrawn' };
export type WithdrawRefusal = DeskActRefused | { readonly kind: 'papers-not-given-back' };

export const withdrawDossier = (command: WithdrawDossier, facts: WithdrawFacts): Result<DossierWithdrawn, WithdrawRefusal> => {
  const hands = mayActAtDesk('withdraw-dossier', facts.dossier, command.revision, facts.actor, facts.desk);
  if (!hands.ok) return hands;
  if (facts.dossier.state === 'received' && !command.papersGivenBack) return refuse({ kind: 'papers-not-given-back' });
  return ok({ hands: hands.value, state: 'withdrawn' });
};
