// The ledger follows the carrier's word: from wherever the outcome stands to where the carrier says that it is, in as
// many moves as lie between. The same word again moves nothing. What the citizen has is not taken from them by a word, and
// what it says that it brought back, or will not carry, is on its way until the desk has counted it.
// @law QĐ 45/2016/QĐ-TTg Đ.8, Đ.10, Đ.14
import { type CustodyChange, NO_CHANGE, both, moves } from '../custody/change.ts';
import { notCome } from '../custody/differences.ts';
import { type CustodyStamp, isHeld, isOutcome } from '../custody/dossier-things.ts';
import { bearerNamed, standsOnTheWay } from '../custody/borne.ts';
import type { Move } from '../custody/move-thing.ts';
import type { Holder, Thing } from '../custody/thing.ts';
import { LIFE } from '../dossier/life.ts';
import type { DossierState } from '../dossier/state.ts';
import type { PlainDate } from '../kernel/moment.ts';
import type { ShipmentStatus } from './shipment-status.ts';

export type FollowFacts = {
  readonly things: readonly Thing[];
  readonly desk: Holder;
  readonly carrier: Holder;
  /** Under which it goes where no record of the desk says so. */
  readonly recordId: string;
  readonly shipmentId: string;
  readonly settleBy: PlainDate;
};

/** Whoever carries it: the carrier, or its courier by name. */
const bearerOf = (thing: Thing, carrier: Holder): Holder => bearerNamed(thing) ?? carrier;

const stepsTo = (thing: Thing, status: ShipmentStatus, { desk, carrier, recordId }: FollowFacts): readonly Move[] => {
  const stands = standsOnTheWay(thing, desk);
  if (stands === undefined) return [];
  const bearer = bearerOf(thing, carrier);
  const carried: readonly Move[] = {
    'at-desk': [{ kind: 'send', from: desk, to: bearer, recordId }, { kind: 'receive', by: bearer }] as const,
    'going-out': [{ kind: 'receive', by: bearer }] as const, carried: [], 'coming-back': [{ kind: 'refuse', by: desk }] as const,
  }[stands];
  const sentBack: readonly Move[] = stands === 'coming-back' ? [] : [...carried, { kind: 'send', from: bearer, to: desk, recordId }];
  switch (status) {
    case 'accepted': case 'in-transit': case 'out-for-delivery': case 'attempt-failed': return carried;
    case 'delivered': return [...carried, { kind: 'hand-out', by: bearer }];
    case 'returning': return sentBack;
    // whoever counts it at the desk receives it; what was cancelled before it left lies there
    case 'returned': case 'cancelled': return stands === 'at-desk' ? [] : sentBack;
    case 'lost': return [];
  }
};

const LOST = 'Đơn vị chuyển phát báo thất lạc';

export const followCarrier = (status: ShipmentStatus, facts: FollowFacts, stamp: CustodyStamp): CustodyChange => {
  const outcomes = facts.things.filter((thing) => isOutcome(thing) && isHeld(thing));
  if (status === 'lost') return notCome(outcomes.filter((thing) => standsOnTheWay(thing, facts.desk) !== undefined), LOST, { stamp, settleBy: facts.settleBy, shipmentId: facts.shipmentId });
  return both(...outcomes.map((thing) => {
    const steps = stepsTo(thing, status, facts);
    return steps.length === 0 ? NO_CHANGE : moves(thing, steps, stamp);
  }));
};

/** Delivered is returned: the receiver was checked at the door, by whoever the agency's contract trusts with it. */
export const closesDossier = (status: ShipmentStatus, state: DossierState): boolean => status === 'delivered' && LIFE['deliver-outcome'].from.includes(state);
