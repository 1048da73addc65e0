// A draft left under one version of its procedure goes on under the version in force: what both ask for stays as it was
// typed, the rest is asked for anew. What was sent already is not touched: it goes again as it was.
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import { newFees, type ReceiveDraft } from './draft.ts';

const within = <T>(given: Readonly<Record<string, T>>, isAsked: (name: string) => boolean): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(given).filter(([name]) => isAsked(name)));

export const underVersion = (draft: ReceiveDraft, procedure: ProcedureVersion): ReceiveDraft => {
  if (draft.procedureVersion === procedure.version || draft.sent !== undefined) return draft;
  const one = procedure.cases.find(({ caseId }) => caseId === draft.caseId) ?? procedure.cases[0];
  const fees = newFees(procedure, draft.byPost);
  return {
    ...draft,
    procedureVersion: procedure.version, procedureName: procedure.name, caseId: one?.caseId ?? '',
    answers: within(draft.answers, (name) => name in (procedure.eForm?.properties ?? {})),
    papers: within(draft.papers, (itemId) => one?.checklist.some((item) => item.itemId === itemId) ?? false),
    fees: { ...fees, ...within(draft.fees, (feeId) => feeId in fees) },
    section: 'applicant',
  };
};
