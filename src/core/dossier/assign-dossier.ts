// Who leads assigns the step to a colleague of the same agency or section; an officer passes on only what is
// his own, or takes what nobody has. The colleague must hold the role the step asks for.
// @law NĐ 61/2018/NĐ-CP Đ.19.1
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { AccountId, UnitId } from '../organisation/organisation.ts';
import { type OfficeActor, type OfficeDossier, type OfficeRefused, type StepRole, currentStep, mayActInOffice } from './office-work.ts';

export type AssignCommand = { readonly expectedRevision: number };
export type AssignFacts = {
  readonly dossier: OfficeDossier;
  readonly actor: OfficeActor;
  /** Absent: no such person in this agency. */
  readonly colleague?: OfficeActor;
};

export type DossierAssigned = {
  readonly assigneeId: AccountId;
  readonly assigneeName: string;
  readonly sectionUnitId?: UnitId;
};

export type AssignRefused =
  | OfficeRefused
  | { readonly kind: 'no-such-colleague' }
  | { readonly kind: 'colleague-lacks-role'; readonly name: string; readonly needs: StepRole }
  | { readonly kind: 'other-section'; readonly name: string };

const LEADERS = ['section-head', 'signing-leader'] as const;

export const assignDossier = (command: AssignCommand, facts: AssignFacts): Result<DossierAssigned, AssignRefused> => {
  const { dossier, actor, colleague } = facts;
  const may = mayActInOffice('assign-dossier', dossier, actor, command.expectedRevision);
  if (!may.ok) return may;
  if (!colleague) return refuse({ kind: 'no-such-colleague' });
  const needs = currentStep(dossier)?.role ?? 'agency-officer';
  const seat = colleague.seats.find((one) => one.role === needs);
  if (!seat) return refuse({ kind: 'colleague-lacks-role', name: colleague.name, needs });

  const leads = actor.seats.filter((one) => LEADERS.some((role) => role === one.role));
  if (leads.length === 0) {
    const free = dossier.assigneeId === undefined && colleague.accountId === actor.accountId;
    const own = dossier.assigneeId === actor.accountId;
    if (!free && !own) return refuse({ kind: 'not-your-step', needs, holder: dossier.assigneeName });
  }
  // A head of section disposes of the section's people; whoever leads the agency, of all.
  const wide = leads.length === 0 || leads.some((one) => one.unitId === dossier.agencyUnitId || one.role === 'signing-leader');
  if (!wide && !leads.some((one) => one.unitId === seat.unitId)) return refuse({ kind: 'other-section', name: colleague.name });

  return ok({
    assigneeId: colleague.accountId,
    assigneeName: colleague.name,
    sectionUnitId: needs === 'agency-officer' && seat.unitId !== dossier.agencyUnitId ? seat.unitId : dossier.sectionUnitId,
  });
};
