// What is still missing is asked once and completely, and what is said is kept. With papers on the counter
// the list is the catalogue's own, whatever the clerk typed; without any it is the whole checklist.
// @law NĐ 61/2018/NĐ-CP Đ.15, Đ.17.1a
import { type Result, ok, refuse } from '../kernel/result.ts';
import { missingPapers } from '../procedure/missing-papers.ts';
import type { ProcedureCase, ProcedureCode, ProcedureVersion } from '../procedure/procedure.ts';
import type { PaperGiven } from './check-papers.ts';
import type { DeskActor } from './desk-hands.ts';
import { type ActRefused, LIFE } from './life.ts';

export type MissingItem = {
  readonly itemId?: string;
  readonly name: string;
  readonly original: number;
  readonly certifiedCopy: number;
  readonly plainCopy: number;
  readonly reason?: string;
};

export type GiveGuidance = {
  readonly procedureCode: ProcedureCode;
  readonly procedureVersion: number;
  readonly caseId?: string;
  readonly missing: readonly MissingItem[];
  /** What lies on the counter; absent when somebody only asks. */
  readonly brought?: readonly PaperGiven[];
};

export type GuidanceGiven = {
  readonly procedure: ProcedureVersion;
  readonly procedureCase?: ProcedureCase;
  readonly missing: readonly MissingItem[];
  /** Form 02 (the police's CT05 for residence) when papers are missing, else the guidance slip. */
  readonly paper: 'supplement-request' | 'residence-guidance' | 'guidance-slip';
};

export type GuidanceRefusal =
  | ActRefused
  | { readonly kind: 'procedure-not-in-force'; readonly procedureCode: ProcedureCode }
  | { readonly kind: 'procedure-changed'; readonly version: number }
  | { readonly kind: 'case-unknown'; readonly caseId: string }
  | { readonly kind: 'nothing-missing' };

/** The catalogue's list first, with the clerk's reasons; then what only the clerk saw. */
const completeList = (procedureCase: ProcedureCase | undefined, command: GiveGuidance): readonly MissingItem[] => {
  if (!procedureCase || !command.brought) return command.missing;
  const computed = missingPapers(procedureCase, command.brought).map(({ shownOnly: _shown, ...item }): MissingItem => ({
    ...item, reason: command.missing.find((typed) => typed.itemId === item.itemId)?.reason,
  }));
  const known = new Set(computed.map((item) => item.itemId));
  return [...computed, ...command.missing.filter((item) => item.itemId === undefined || !known.has(item.itemId))];
};

export const giveGuidance = (
  command: GiveGuidance, facts: { readonly actor: Pick<DeskActor, 'roles'>; readonly procedure?: ProcedureVersion },
): Result<GuidanceGiven, GuidanceRefusal> => {
  const { procedure } = facts;
  const needs = LIFE['receive-dossier'].roles;
  if (!facts.actor.roles.some((role) => needs.includes(role))) return refuse({ kind: 'role-not-allowed', act: 'receive-dossier', needs });
  if (!procedure) return refuse({ kind: 'procedure-not-in-force', procedureCode: command.procedureCode });
  if (procedure.version !== command.procedureVersion) return refuse({ kind: 'procedure-changed', version: procedure.version });
  const procedureCase = procedure.cases.find((candidate) => candidate.caseId === command.caseId);
  if (command.caseId !== undefined && !procedureCase) return refuse({ kind: 'case-unknown', caseId: command.caseId });
  const missing = completeList(procedureCase, command);
  const cameWithPapers = command.brought !== undefined || command.missing.length > 0;
  if (cameWithPapers && missing.length === 0) return refuse({ kind: 'nothing-missing' });
  const form02 = procedure.slips === 'residence-police' ? 'residence-guidance' : 'supplement-request';
  return ok({ procedure, procedureCase, missing, paper: cameWithPapers ? form02 : 'guidance-slip' });
};
