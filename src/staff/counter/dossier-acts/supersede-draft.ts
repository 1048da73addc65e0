// The receipt in force as a draft again, and what of it another procedure can use.
import { foldVietnamese } from '#core/kernel/fold.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { SupersedeReceiptCommand } from '#wire/supersede-receipt.wire.ts';
import type { FeeDraft, PaperDraft, ReceiveDraft } from '../receive-dossier/draft.ts';
import { newFees } from '../receive-dossier/draft.ts';
import { isGiven, toContent, toFees, toPapers } from '../receive-dossier/draft-command.ts';
import { feesOf as chosenFees, papersOf } from '../receive-dossier/draft-of-command.ts';
import { filedDraft, personDraft } from '../receive-dossier/filed-draft.ts';

const feesOf = (view: DossierView): Record<string, FeeDraft> =>
  Object.fromEntries(
    view.fees.map((f) => [f.feeId, { quantity: f.quantity, exemption: f.exemption ?? '', collected: f.collected }]),
  );

const firstRound = (view: DossierView) => view.papers.filter((p) => p.roundNo === 0);

export const draftOfReceipt = (fresh: ReceiveDraft, view: DossierView): ReceiveDraft => {
  const byPost = view.regime === 'public-post';
  return {
    ...filedDraft(fresh, { ...view, papers: firstRound(view) }),
    draftId: fresh.draftId,
    filedRevision: view.channel === 'online' ? view.revision : undefined,
    byPost,
    fees: { ...newFees(view.procedure, byPost), ...feesOf(view) },
    isLarge: view.due?.explanation.some((line) => line.rule === 'extra-days-if-large') ?? false,
  };
};

/** As it was entered before; what of the dossier it left alone stays as it is now. */
export const draftAsEntered = (draft: ReceiveDraft, command: SupersedeReceiptCommand, procedure: ProcedureVersion): ReceiveDraft => {
  const { parties: { applicant, owner, representation } } = command;
  return {
    ...draft,
    procedureCode: procedure.code, procedureVersion: procedure.version, procedureName: procedure.name, caseId: command.caseId,
    applicant: personDraft(applicant), ownerDiffers: owner !== undefined, dossierOwner: owner ? personDraft(owner) : draft.dossierOwner,
    representation: representation
      ? { kind: representation.kind, relation: representation.relation, paperNumber: representation.paperNumber ?? '', paperDate: representation.paperDate ?? '' }
      : draft.representation,
    answers: command.answers, papers: papersOf(command), fees: chosenFees(command, procedure, draft.byPost), isLarge: command.isLarge,
  };
};

const checklistOf = (procedure: ProcedureVersion, caseId: string) =>
  procedure.cases.find((c) => c.caseId === caseId)?.checklist ?? [];

/** A paper of the same name lies on the counter already, whatever number the other list gives it. */
export const withCase = (draft: ReceiveDraft, from: ProcedureVersion, to: ProcedureVersion, caseId: string): ReceiveDraft => {
  const given = new Map<string, PaperDraft>();
  for (const item of checklistOf(from, draft.caseId)) {
    const paper = draft.papers[item.itemId];
    if (paper) given.set(foldVietnamese(item.name), paper);
  }
  const papers = Object.fromEntries(
    checklistOf(to, caseId).flatMap((item) => {
      const paper = given.get(foldVietnamese(item.name));
      return paper ? [[item.itemId, paper] as const] : [];
    }),
  );
  return { ...draft, caseId, papers };
};

export const withProcedure = (draft: ReceiveDraft, from: ProcedureVersion, to: ProcedureVersion): ReceiveDraft => {
  const kept = withCase(draft, from, to, to.cases[0]?.caseId ?? '');
  const asked = to.eForm?.properties ?? {};
  return {
    ...kept,
    procedureCode: to.code,
    procedureVersion: to.version,
    procedureName: to.name,
    answers: Object.fromEntries(Object.entries(draft.answers).filter(([name]) => name in asked)),
    fees: newFees(to, draft.byPost),
    isLarge: false,
  };
};

/** Received under the wrong procedure and not asked for by the right one: back into the citizen's hands. */
export const givenBack = (view: DossierView, draft: ReceiveDraft, procedure: ProcedureVersion): readonly string[] => {
  const kept = new Set(
    checklistOf(procedure, draft.caseId)
      .filter((item) => isGiven(draft.papers[item.itemId]))
      .map((item) => foldVietnamese(item.name)),
  );
  const names = firstRound(view).filter((p) => !p.shownOnly && !kept.has(foldVietnamese(p.name)));
  return [...new Set(names.map((p) => p.name))];
};

export const supersedeBody = (
  view: DossierView, draft: ReceiveDraft, procedure: ProcedureVersion, reason: string, receivedAt: Moment | undefined,
) => {
  const { parties, answers, isLarge } = toContent(draft, procedure);
  const listed = new Set(checklistOf(procedure, draft.caseId).map((item) => item.itemId));
  // in the clerk's own words, beside the checklist: these stay with the dossier
  const others = firstRound(view)
    .filter((p) => procedure.code === view.procedure.code && !view.procedure.cases.some((c) => c.checklist.some((i) => i.itemId === p.itemId)))
    .filter((p) => !listed.has(p.itemId))
    .map(({ itemId, name, form, count, shownOnly, scans }) => ({ itemId, name, form, count, shownOnly, scans }));
  return {
    reason,
    procedureCode: procedure.code,
    procedureVersion: procedure.version,
    caseId: draft.caseId,
    parties,
    answers,
    papers: [...toPapers(draft, procedure), ...others],
    fees: toFees(draft),
    isLarge,
    ...(receivedAt !== undefined && { receivedAt }),
  };
};
