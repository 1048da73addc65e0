// What a carrier says that it brought back is the desk's once the desk has counted it: there, there and damaged, or not
// there. Damaged and not there are a case each; what is not there nobody has.
// @law QĐ 45/2016/QĐ-TTg Đ.10, Đ.14; TT 17/2017/TT-BTTTT Đ.5.2
import { standsOnTheWay } from '../custody/borne.ts';
import { type CustodyChange, NO_CHANGE, both } from '../custody/change.ts';
import { type CaseFacts, caseOf, notCome } from '../custody/differences.ts';
import { arrivedAt, isOutcome } from '../custody/dossier-things.ts';
import type { Holder, Thing } from '../custody/thing.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';

export const COUNTED_BACK = ['there', 'damaged', 'missing'] as const;
export type CountedBack = (typeof COUNTED_BACK)[number];

export type CountBack = { readonly shipmentId: string; readonly result: CountedBack; readonly note?: string | undefined };
export type ComingBack = {
  readonly shipmentId: string; readonly orderNumber: string;
  /** Under which it went out, and comes back. */
  readonly recordId: string;
  readonly things: readonly Thing[];
};
export type CountBackRefused =
  | { readonly kind: 'not-coming-back'; readonly orderNumber: string }
  | { readonly kind: 'count-back-note'; readonly orderNumber: string }
  | { readonly kind: 'counted-back-twice' };

/** On its way from its carrier to this desk, under its own record. */
export const comingBack = ({ things, recordId }: Pick<ComingBack, 'things' | 'recordId'>, desk: Holder): readonly Thing[] =>
  things.filter((thing) => isOutcome(thing) && thing.holder.id === recordId && standsOnTheWay(thing, desk) === 'coming-back');

const counted = ({ result, note = '', shipmentId }: CountBack, things: readonly Thing[], desk: Holder, facts: Omit<CaseFacts, 'shipmentId'>): CustodyChange => {
  const cases = { ...facts, shipmentId };
  switch (result) {
    case 'missing': return notCome(things, note, cases);
    case 'there': return arrivedAt(things, desk, facts.stamp);
    case 'damaged': return both(arrivedAt(things, desk, facts.stamp), {
      ...NO_CHANGE, opened: things.map((thing) => caseOf(thing, 'damaged', { sent: thing.count, arrived: thing.count }, note, cases)),
    });
  }
};

export const countBack = (counts: readonly CountBack[], shipments: readonly ComingBack[], desk: Holder, facts: Omit<CaseFacts, 'shipmentId'>): Result<CustodyChange, CountBackRefused> => {
  if (new Set(counts.map(({ shipmentId }) => shipmentId)).size < counts.length) return refuse({ kind: 'counted-back-twice' });
  const changes: CustodyChange[] = [];
  for (const shipment of shipments) {
    const count = counts.find(({ shipmentId }) => shipmentId === shipment.shipmentId);
    const here = comingBack(shipment, desk);
    if (!count || here.length === 0) return refuse({ kind: 'not-coming-back', orderNumber: shipment.orderNumber });
    if (count.result !== 'there' && (count.note ?? '') === '') return refuse({ kind: 'count-back-note', orderNumber: shipment.orderNumber });
    changes.push(counted(count, here, desk, facts));
  }
  return ok(both(...changes));
};
