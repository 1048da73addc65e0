// The label of a sealed bag; one that is still open has none.
import { bagLabelInGroups } from '#core/numbering/bag-label.ts';
import type { BagLabelPayload } from '#documents/bag-label/payload.ts';
import type { BagRow } from '#wire/bags.wire.ts';

export const bagLabelPaper = (bag: BagRow): BagLabelPayload | undefined => {
  const { label, direction, deskName, agencyName, dossierCount, followCount, sealNumber, closedAt } = bag;
  if (sealNumber === undefined || closedAt === undefined) return undefined;
  const [from, to] = direction === 'to-agency' ? [deskName, agencyName] : [agencyName, deskName];
  return { kind: 'bag-label', version: 'v1', label, labelInGroups: bagLabelInGroups(label), from, to, content: direction === 'to-agency' ? 'dossiers' : 'outcomes', dossierCount, followCount, sealNumber, issuedAt: closedAt };
};
