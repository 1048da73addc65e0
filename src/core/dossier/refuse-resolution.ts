// The agency refuses to resolve, with its legal ground, within the time limit; signed by who signs for the agency
// (form 03), then it goes back to the desk like an outcome.
// @law NĐ 61/2018/NĐ-CP Đ.19.8; TT 01/2018/TT-VPCP Mẫu số 03
import { type Result, ok, refuse } from '../kernel/result.ts';
import { type SigningCapacity, signingCapacityOf } from './complete-step.ts';
import { type OfficeActor, type OfficeDossier, type OfficeRefused, mayActInOffice, seatOnStep } from './office-work.ts';

export type RefuseResolutionCommand = { readonly expectedRevision: number; readonly assignmentNo?: number };
export type RefuseResolutionFacts = { readonly dossier: OfficeDossier; readonly actor: OfficeActor };
export type ResolutionRefused = { readonly capacity: SigningCapacity };
export type RefuseResolutionRefused = OfficeRefused | { readonly kind: 'no-signing-capacity' };

export const refuseResolution = (
  command: RefuseResolutionCommand, facts: RefuseResolutionFacts,
): Result<ResolutionRefused, RefuseResolutionRefused> => {
  const may = mayActInOffice('refuse-resolution', facts.dossier, facts.actor, command.expectedRevision);
  if (!may.ok) return may;
  const seat = seatOnStep(facts.dossier, facts.actor);
  if (!seat.ok) return seat;
  const capacity = signingCapacityOf(facts.actor.seats, command.assignmentNo);
  return capacity ? ok({ capacity }) : refuse({ kind: 'no-signing-capacity' });
};
