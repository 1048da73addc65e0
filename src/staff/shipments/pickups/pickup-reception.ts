// The envelope's dossier as a reception begins with it: the person, the slip and the case are there, the papers are counted
// again. It bears the pick-up's own id, so one envelope becomes one dossier however often it is opened on the screen.
import type { DeskPickup } from '#wire/courier-desk.wire.ts';
import type { CatalogueEntry, DeskCatalogueView } from '#wire/desk-catalogue.wire.ts';
import type { IdentityKind } from '#core/people/person.ts';
import { type ReceiveDraft, newDraft, newFees } from '../../counter/receive-dossier/draft.ts';

type Begun = Pick<ReceiveDraft, 'key' | 'owner' | 'startedAt'>;

/** The case whose list was published to the person; the first where none fits any more. */
export const caseOf = ({ procedure }: Pick<CatalogueEntry, 'procedure'>, { checklist }: Pick<DeskPickup, 'checklist'>): string => {
  const ids = checklist.map(({ itemId }) => itemId).join(' ');
  return (procedure.cases.find((one) => one.checklist.map(({ itemId }) => itemId).join(' ') === ids) ?? procedure.cases[0])?.caseId ?? '';
};

export const receptionOf = (
  pickup: DeskPickup, entry: CatalogueEntry, { communeName, districtName, provinceName }: DeskCatalogueView, identityKind: IdentityKind, begun: Begun,
): ReceiveDraft => {
  const fresh = newDraft({
    ...begun, draftId: pickup.pickupId, procedure: entry.procedure, onlyByPost: true, identityKind, place: { communeName, provinceName, ...(districtName !== undefined && { districtName }) },
  });
  const { name, phone, address } = pickup.person;
  return {
    ...fresh, caseId: caseOf(entry, pickup), fees: newFees(entry.procedure, true), applicant: { ...fresh.applicant, fullName: name, phone, line: address },
    posting: { ...fresh.posting, itemNumber: pickup.slipNumber ?? '' },
  };
};
