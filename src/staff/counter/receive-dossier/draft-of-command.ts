// A reception as it was sent, as a draft again: the way back of `toCommand`.
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import type { ReceiveDossierCommand } from '#wire/receive-dossier.wire.ts';
import { draftOfSigning } from '../signing-draft.ts';
import { NO_PAPER, newDraft, newFees, NO_POSTING, type PaperDraft, type ReceiveDraft } from './draft.ts';
import { personDraft } from './filed-draft.ts';
import { lateEntryDraftOf } from './late-entry-draft.ts';

const BOXES = { original: 'original', 'certified-copy': 'certifiedCopy', 'plain-copy': 'plainCopy', 'e-copy': 'original' } as const;

export const papersOf = ({ papers }: Pick<ReceiveDossierCommand, 'papers'>): Record<string, PaperDraft> => {
  const given: Record<string, PaperDraft> = {};
  for (const { itemId, form, count, scans } of papers) {
    const known = given[itemId] ?? NO_PAPER;
    const added = scans.map((sha256) => ({ sha256, name: 'bản quét đã nhận', mediaType: 'application/octet-stream', bytes: 0, uploaded: true }));
    given[itemId] = { ...known, [BOXES[form]]: known[BOXES[form]] + count, scans: [...known.scans, ...added] };
  }
  return given;
};

export const feesOf = ({ fees }: Pick<ReceiveDossierCommand, 'fees'>, procedure: ProcedureVersion, byPost: boolean): ReceiveDraft['fees'] => ({
  ...Object.fromEntries(Object.entries(newFees(procedure, byPost)).map(([feeId, fee]) => [feeId, { ...fee, quantity: 0 }])),
  ...Object.fromEntries(fees.map((fee) => [fee.feeId, { quantity: fee.quantity, exemption: fee.exemption ?? '', collected: fee.collected }])),
});

export const draftOfCommand = (
  command: ReceiveDossierCommand, procedure: ProcedureVersion, begun: Pick<ReceiveDraft, 'key' | 'owner' | 'startedAt'>,
): ReceiveDraft => {
  const { parties: { applicant, owner, representation }, returnWish, posting, lateEntry, signing } = command;
  const byPost = command.regime === 'public-post';
  const fresh = newDraft({
    ...begun, draftId: command.dossierId, procedure, onlyByPost: byPost, identityKind: applicant.identity.kind,
    place: { communeName: applicant.address.communeName, districtName: applicant.address.districtName, provinceName: applicant.address.provinceName },
  });
  return {
    ...fresh,
    procedureVersion: command.procedureVersion, caseId: command.caseId, filedRevision: command.filedRevision, answers: command.answers, isLarge: command.isLarge, setCount: command.setCount,
    applicant: personDraft(applicant), ownerDiffers: owner !== undefined, dossierOwner: owner ? personDraft(owner) : fresh.dossierOwner,
    representation: representation
      ? { kind: representation.kind, relation: representation.relation, paperNumber: representation.paperNumber ?? '', paperDate: representation.paperDate ?? '' }
      : fresh.representation,
    papers: papersOf(command), fees: feesOf(command, procedure, byPost),
    posting: posting ? { itemNumber: posting.itemNumber, postage: String(posting.postage), sealNumber: posting.sealNumber ?? '' } : NO_POSTING,
    returnWish: returnWish.kind === 'home-delivery' ? returnWish : { kind: returnWish.kind, address: '', phone: '' },
    lateEntry: lateEntry && lateEntryDraftOf(lateEntry),
    signing: draftOfSigning(signing),
    largePrint: command.largePrint,
  };
};
