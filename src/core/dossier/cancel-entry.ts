// Entered by mistake: the dossier is cancelled before any hand-over, by an officer, with a reason; its number
// stays used and says so.
// @law NĐ 61/2018/NĐ-CP Đ.17
import { type Result, ok } from '../kernel/result.ts';
import type { Desk } from '../organisation/organisation.ts';
import { type DeskActRefused, type DeskDossier, mayActAtDesk } from './desk-dossier.ts';
import type { DeskActor } from './desk-hands.ts';
import type { DeskHands } from './dossier.ts';

export type CancelEntry = { readonly revision: number; readonly reason: string };
export type CancelFacts = { readonly actor: DeskActor; readonly desk: Desk; readonly dossier: DeskDossier };
export type EntryCancelled = { readonly hands: DeskHands; readonly state: 'cancelled' };

export const cancelEntry = (command: CancelEntry, facts: CancelFacts): Result<EntryCancelled, DeskActRefused> => {
  const hands = mayActAtDesk('cancel-entry', facts.dossier, command.revision, facts.actor, facts.desk);
  return hands.ok ? ok({ hands: hands.value, state: 'cancelled' }) : hands;
};
