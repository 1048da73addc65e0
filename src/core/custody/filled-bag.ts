// A bag that was filled where nobody could be asked, and is handed over in one act: put in, sealed and sent at once. Each
// dossier in it may go into a bag as if it were scanned now; one that may not stops the whole bag, by name.
// @law QĐ 45/2016/QĐ-TTg Đ.6.5, Đ.7.3
import { canonicalJson } from '../kernel/canonical-json.ts';
import { type Moment, momentToEpoch } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import { type Bag, type BagRefused, type Packable, bagStarted, giverOf, mayPack, wholeAt } from './bag.ts';
import { type CustodyChange, both, moves } from './change.ts';
import type { CustodyStamp } from './dossier-things.ts';
import type { Thing } from './thing.ts';

type Filled = Omit<Packable, 'things'> & { readonly isHere: boolean };

/** Two clocks that are both right. */
const CLOCK_BEHIND = 10 * 60_000;

/** It is filled on a machine of the desk, and so not begun before that machine was one. */
export const mayBegin = (openedAt: Moment, since: Moment): Result<true, BagRefused> =>
  (momentToEpoch(openedAt) < momentToEpoch(since) - CLOCK_BEHIND ? refuse({ kind: 'begun-before-machine', openedAt, since }) : ok(true));

/** In the order in which they were scanned; the first that cannot go in says why. */
export const mayFill = (bag: Pick<Bag, 'bagId' | 'deskId' | 'agencyUnitId'>, dossiers: readonly Filled[]): Result<true, BagRefused> => {
  for (const [packed, dossier] of dossiers.entries()) {
    const may = mayPack(bag, dossier, packed);
    if (!may.ok) return may;
  }
  return ok(true);
};

export type Pieces = { readonly code: string; readonly sealed: number; readonly now: number };

/** Sealed, nobody counts it again: of each dossier so many pieces of paper lie in it as the dossier has. */
export const hasPiecesSealedIn = (dossiers: readonly Pieces[]): Result<true, BagRefused> => {
  const differs = dossiers.find(({ sealed, now }) => sealed !== now);
  return differs ? refuse({ kind: 'pieces-differ', ...differs }) : ok(true);
};

type Sealed = { readonly dossiers: readonly { readonly revision: number }[] };
const asSealed = (bag: Sealed): string => canonicalJson({ ...bag, dossiers: bag.dossiers.map((line) => ({ ...line, revision: 0 })) });

/** Sealed, it stays what it was: only the revisions that its dossiers have come to since may differ. */
export const isSameFilled = <B extends Sealed>(before: B, now: B): boolean => asSealed(before) === asSealed(now);

export type BagFilled = { readonly change: CustodyChange; readonly bagThing: Thing; readonly things: readonly Thing[] };

/** It comes to be, all of it goes in, its seal is put on. */
export const bagFilled = (bag: Bag, things: readonly Thing[], sealNumber: string, stamp: CustodyStamp): BagFilled => {
  const started = bagStarted(bag, stamp);
  const [empty] = started.things;
  if (!empty) throw new RangeError(`bag ${bag.bagId} did not come to be`);
  const packed = both(...wholeAt(giverOf(bag), things).map((thing) => moves(thing, [{ kind: 'pack', into: empty }], stamp)));
  const sealed = moves(empty, [{ kind: 'seal', sealNumber }], stamp);
  return {
    change: both(started, packed, sealed), bagThing: sealed.things[0] ?? empty,
    things: things.map((thing) => packed.things.find(({ thingId }) => thingId === thing.thingId) ?? thing),
  };
};
