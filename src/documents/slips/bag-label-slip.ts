// The label of a sealed bag, the same from the server's press and from a counter's own.
import type { Moment } from '#core/kernel/moment.ts';
import { bagLabelInGroups } from '#core/numbering/bag-label.ts';
import type { BagDirection } from '#core/custody/bag.ts';
import type { BagLabelPayload } from '#documents/bag-label/payload.ts';

export type LabelFacts = {
  readonly label: string; readonly direction: BagDirection; readonly deskName: string; readonly agencyName: string;
  readonly dossierCount: number; readonly followCount: number; readonly sealNumber: string; readonly closedAt: Moment;
};

export const bagLabelSlip = ({ label, direction, deskName, agencyName, dossierCount, followCount, sealNumber, closedAt }: LabelFacts): BagLabelPayload => {
  const [from, to] = direction === 'to-agency' ? [deskName, agencyName] : [agencyName, deskName];
  return {
    kind: 'bag-label', version: 'v1', label, labelInGroups: bagLabelInGroups(label), from, to,
    content: direction === 'to-agency' ? 'dossiers' : 'outcomes', dossierCount, followCount, sealNumber, issuedAt: closedAt,
  };
};
