// Outcomes and refusals go back to the desk where the dossier was received: many at once, one record, one desk.
// @law NĐ 61/2018/NĐ-CP Đ.20; QĐ 45/2016/QĐ-TTg Đ.9
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { DeskId, UnitId } from '../organisation/organisation.ts';
import { type OfficeActor, type OfficeDossier, type OfficeRefused, mayActInOffice } from './office-work.ts';

export type SendLine = {
  readonly dossier: OfficeDossier; readonly actor: OfficeActor; readonly expectedRevision: number;
  /** Issued to be sealed digitally, and the agency has not signed yet. */
  readonly awaitsSeal?: boolean;
  /** It was stamped on paper instead. */
  readonly stamped?: boolean;
};
export type OutcomesSent = { readonly deskId: DeskId; readonly agencyUnitId: UnitId };
export type SendOutcomeRefused =
  | OfficeRefused
  | { readonly kind: 'seal-awaited'; readonly code: string }
  | { readonly kind: 'several-desks'; readonly deskIds: readonly DeskId[] }
  | { readonly kind: 'several-agencies' };

export const sendOutcomes = (lines: readonly SendLine[]): Result<OutcomesSent, SendOutcomeRefused> => {
  for (const line of lines) {
    const may = mayActInOffice('send-outcome', line.dossier, line.actor, line.expectedRevision);
    if (!may.ok) return may;
    if (line.awaitsSeal && !line.stamped) return refuse({ kind: 'seal-awaited', code: line.dossier.code });
  }
  const deskIds = [...new Set(lines.map((line) => line.dossier.deskId))];
  const agencies = [...new Set(lines.map((line) => line.dossier.agencyUnitId))];
  const [deskId] = deskIds;
  const [agencyUnitId] = agencies;
  if (deskId === undefined || agencyUnitId === undefined) throw new RangeError('nothing to send');
  if (deskIds.length > 1) return refuse({ kind: 'several-desks', deskIds });
  if (agencies.length > 1) return refuse({ kind: 'several-agencies' });
  return ok({ deskId, agencyUnitId });
};
