// A dossier as the acts at the desk see it: enough to decide, and the revision the screen had.
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { Desk, DeskId, ReceptionMode, UnitId } from '../organisation/organisation.ts';
import { type DeskActor, type HandsRefused, handsFor } from './desk-hands.ts';
import type { DeskHands, DossierCode, DossierId } from './dossier.ts';
import type { DossierAct } from './life.ts';
import type { ChangedMeanwhile, LastChange } from './office-work.ts';
import type { DossierState } from './state.ts';

export type DeskDossier = {
  readonly dossierId: DossierId;
  readonly code: DossierCode;
  readonly state: DossierState;
  readonly revision: number;
  readonly mode: ReceptionMode;
  readonly deskId: DeskId;
  readonly agencyUnitId: UnitId;
  readonly lastChange?: LastChange;
};

/** The id of the act's own record was used before: sent again under another key. */
export type AlreadyRecorded = { readonly kind: 'already-recorded' };

export type DeskActRefused = HandsRefused | ChangedMeanwhile;

/** Who acts, and is the dossier still as the screen showed it? Roles first, then the revision, then the life table. */
export const mayActAtDesk = (
  act: DossierAct, dossier: DeskDossier, revision: number, actor: DeskActor, desk: Pick<Desk, 'officerConfirmation' | 'supportReturn'>,
): Result<DeskHands, DeskActRefused> => {
  const hands = handsFor(act, dossier.state, dossier.mode, actor, desk.officerConfirmation, desk.supportReturn);
  if (!hands.ok && hands.refusal.kind === 'role-not-allowed') return hands;
  if (dossier.revision !== revision) return refuse({ kind: 'changed-meanwhile', code: dossier.code, state: dossier.state, ...dossier.lastChange });
  return hands.ok ? ok(hands.value) : hands;
};
