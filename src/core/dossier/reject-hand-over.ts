// The agency does not take what was sent (not its dossier, papers missing in the bag): it goes back to the desk
// with the reason, and the reason stands on the hand-over record.
// @law NĐ 61/2018/NĐ-CP Đ.18; QĐ 45/2016/QĐ-TTg Đ.7
import { type Result, ok } from '../kernel/result.ts';
import { type AcceptRefused, mayTake } from './accept-hand-over.ts';
import type { OfficeActor, OfficeDossier } from './office-work.ts';

export type HandOverRejected = { readonly reason: string };

export const rejectHandOver = (
  reason: string, facts: { readonly dossier: OfficeDossier; readonly actor: OfficeActor },
): Result<HandOverRejected, AcceptRefused> => {
  const may = mayTake('reject-hand-over', facts);
  return may.ok ? ok({ reason }) : may;
};
