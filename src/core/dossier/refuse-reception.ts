// Reception is refused with its legal ground, on paper (form 03): always an officer's act, never the clerk's.
// @law NĐ 61/2018/NĐ-CP Đ.17.1b; NĐ 118/2025/NĐ-CP
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { Desk } from '../organisation/organisation.ts';
import type { ProcedureCode, ProcedureVersion } from '../procedure/procedure.ts';
import type { DeskDossier } from './desk-dossier.ts';
import { type DeskActor, type HandsRefused, handsFor } from './desk-hands.ts';
import type { DeskHands, DossierId } from './dossier.ts';
import type { ChangedMeanwhile } from './office-work.ts';

export type RefuseReception = {
  readonly procedureCode: ProcedureCode;
  readonly procedureVersion: number;
  readonly reason: string;
  readonly ground: string;
  readonly filed?: { readonly dossierId: DossierId; readonly revision: number };
};

export type RefuseReceptionFacts = {
  readonly actor: DeskActor;
  readonly desk: Desk;
  readonly procedure?: ProcedureVersion;
  /** The online filing that is not received. */
  readonly filed?: DeskDossier;
};

export type ReceptionRefusedAtDesk = {
  readonly procedure: ProcedureVersion;
  readonly hands: DeskHands;
  readonly paper: 'refusal-notice' | 'residence-refusal';
};

export type RefuseReceptionRefusal =
  | HandsRefused
  | ChangedMeanwhile
  | { readonly kind: 'procedure-not-in-force'; readonly procedureCode: ProcedureCode }
  | { readonly kind: 'procedure-changed'; readonly version: number };

export const refuseReception = (
  command: RefuseReception, facts: RefuseReceptionFacts,
): Result<ReceptionRefusedAtDesk, RefuseReceptionRefusal> => {
  const { filed, procedure } = facts;
  const hands = handsFor('refuse-reception', filed?.state ?? 'none', 'support', facts.actor, facts.desk.officerConfirmation);
  if (!hands.ok) return hands;
  if (filed && command.filed && filed.revision !== command.filed.revision) {
    return refuse({ kind: 'changed-meanwhile', code: filed.code, state: filed.state });
  }
  if (!procedure) return refuse({ kind: 'procedure-not-in-force', procedureCode: command.procedureCode });
  if (procedure.version !== command.procedureVersion) return refuse({ kind: 'procedure-changed', version: procedure.version });
  return ok({ procedure, hands: hands.value, paper: procedure.slips === 'residence-police' ? 'residence-refusal' : 'refusal-notice' });
};
