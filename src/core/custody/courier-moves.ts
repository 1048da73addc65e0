// What changes hands between a desk and its courier. What the desk gave and she did not find is still at the desk, for both
// stand there; what she handed in and the desk does not find is nobody's, with a case.
// @law QĐ 45/2016/QĐ-TTg Đ.8, Đ.9, Đ.10
import type { AccountId } from '../organisation/organisation.ts';
import { type CustodyChange, both, moves } from './change.ts';
import { type CustodyStamp, isOutcome } from './dossier-things.ts';
import { type Holder, type Thing, sameHolder } from './thing.ts';

export const withCourier = (courierId: AccountId): Holder => ({ kind: 'courier', id: courierId });

/** What a shipment carries and this side has. */
export const carriedFrom = (things: readonly Thing[], holder: Holder): readonly Thing[] =>
  things.filter((thing) => isOutcome(thing) && sameHolder(thing.holder, holder));

/** Between the two sides of this record. */
export const onRecord = (things: readonly Thing[], recordId: string): readonly Thing[] =>
  things.filter(({ holder, journey }) => journey !== undefined && holder.id === recordId);

/** On the record, and not among what lay there: it never left. */
export const leftBehind = (things: readonly Thing[], taker: Holder, note: string, stamp: CustodyStamp): CustodyChange =>
  both(...things.filter(({ journey }) => journey && sameHolder(journey.to, taker)).map((thing) => moves(thing, [{ kind: 'refuse', by: taker, note }], stamp)));
