// The label of a sealed bag; one that is still open has none.
import type { BagLabelPayload } from '#documents/bag-label/payload.ts';
import { bagLabelSlip } from '#documents/slips/bag-label-slip.ts';
import type { BagRow } from '#wire/bags.wire.ts';

export const bagLabelPaper = ({ sealNumber, closedAt, ...bag }: BagRow): BagLabelPayload | undefined =>
  (sealNumber === undefined || closedAt === undefined ? undefined : bagLabelSlip({ ...bag, sealNumber, closedAt }));
