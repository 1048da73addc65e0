// One record on the road: its name, its two ends, and what may be asked about it.
import { bagLabelInGroups } from '#core/numbering/bag-label.ts';
import type { OnTheWay } from '#wire/supervision.wire.ts';
import type { AskedBag } from '../bags/lost-bag.tsx';
import type { LateAsked } from '../custody/late-dialog.tsx';

export const recordName = ({ bagLabel, recordNumber }: Pick<OnTheWay, 'bagLabel' | 'recordNumber'>): string => (bagLabel === undefined ? `Biên bản ${recordNumber}` : `Túi ${bagLabelInGroups(bagLabel)}`);
export const fromTo = (one: Pick<OnTheWay, 'direction' | 'deskName' | 'agencyName'>): string => (one.direction === 'to-agency' ? `${one.deskName} → ${one.agencyName}` : `${one.agencyName} → ${one.deskName}`);

export const bagOf = ({ bagId, bagLabel, direction, transitDue, dossierCount }: OnTheWay): AskedBag | undefined =>
  (bagId === undefined || bagLabel === undefined ? undefined : { bagId, label: bagLabel, direction, dossierCount, ...(transitDue !== undefined && { transitDue }) });

export const lateOf = (one: OnTheWay): LateAsked | undefined =>
  (one.claimable > 0 && one.transitDue !== undefined ? { kind: 'record', handOverId: one.handOverId, name: recordName(one), claimable: one.claimable, endsOn: one.transitDue } : undefined);
