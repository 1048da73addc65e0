// Each row of the list as its own reception: the same applicant, another owner.
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import type { Confirmation } from '#wire/dossier-parts.wire.ts';
import type { ReceiveDossierInput } from '#wire/receive-dossier.wire.ts';
import type { ReceiveDraft } from '../receive-dossier/draft.ts';
import { fullPaper, toCommand } from '../receive-dossier/draft-command.ts';
import type { BatchRow } from './batch-rows.ts';
import { ownerAnswers } from './owner-answers.ts';

export const rowCommand = (
  common: ReceiveDraft,
  row: BatchRow,
  procedure: ProcedureVersion,
  deskId: string,
  batchId: string,
  confirmation: Confirmation | undefined,
): ReceiveDossierInput => {
  const checklist = procedure.cases.find((c) => c.caseId === common.caseId)?.checklist ?? [];
  const draft: ReceiveDraft = {
    ...common,
    draftId: row.dossierId,
    ownerDiffers: true,
    dossierOwner: {
      ...common.dossierOwner,
      fullName: row.fullName,
      birthDate: row.birthDate,
      number: row.number,
      line: row.line,
    },
    representation:
      row.authorisation.trim() === ''
        ? common.representation
        : { ...common.representation, kind: 'authorisation', paperNumber: row.authorisation },
    answers: { ...common.answers, ...ownerAnswers(procedure.eForm, row) },
    papers: Object.fromEntries(checklist.filter((i) => i.required).map((i) => [i.itemId, fullPaper(i)])),
  };
  return { ...toCommand(draft, procedure, deskId, confirmation), batchId };
};
