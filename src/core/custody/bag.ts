// A bag between a desk and an agency: filled by scanning, sealed, handed over with one record, opened by the other
// side. What cannot be packed, taken out, closed or received is refused, and nothing moves.
// @law QĐ 45/2016/QĐ-TTg Đ.6.5, Đ.7.3, Đ.9; TT 17/2017/TT-BTTTT Đ.5
import type { Moment, PlainDate } from '../kernel/moment.ts';
import type { BagLabel } from '../numbering/bag-label.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { AccountId, DeskId, UnitId } from '../organisation/organisation.ts';
import { type CustodyChange, NO_CHANGE, both, changeOf, moves } from './change.ts';
import type { CountedLine } from './differences.ts';
import { type CustodyStamp, isHeld } from './dossier-things.ts';
import { comes } from './move-thing.ts';
import { type Holder, type Thing, type ThingId, atAgency, atDesk, sameHolder } from './thing.ts';

export type BagDirection = 'to-agency' | 'to-desk';

export type Bag = {
  readonly bagId: ThingId;
  readonly label: BagLabel;
  readonly direction: BagDirection;
  readonly deskId: DeskId;
  readonly agencyUnitId: UnitId;
  readonly closedAt?: Moment;
  readonly sentAt?: Moment;
  /** Whoever pressed the button and whoever signed for the giving side. */
  readonly givenBy: readonly AccountId[];
  readonly received?: { readonly at: Moment; readonly byName: string };
  /** Declared lost on its way; given up once all in it is issued anew or borne. */
  readonly lost?: { readonly at: Moment; readonly byName: string; readonly givenUp: boolean };
};
export type BagStands = 'open' | 'closed' | 'sent' | 'received' | 'lost' | 'given-up';

export const bagStands = (bag: Pick<Bag, 'closedAt' | 'sentAt' | 'received' | 'lost'>): BagStands =>
  (bag.received ? 'received' : bag.lost ? (bag.lost.givenUp ? 'given-up' : 'lost') : bag.sentAt ? 'sent' : bag.closedAt ? 'closed' : 'open');

/** Of one record not more can be received at once. */
export const MOST_IN_BAG = 200;

export type BagRefused =
  | { readonly kind: 'bag-stands'; readonly label: BagLabel; readonly stands: BagStands }
  | { readonly kind: 'scanned-unknown'; readonly scanned: string }
  | { readonly kind: 'packed-already'; readonly code: string; readonly label: string; readonly here: boolean }
  | { readonly kind: 'packed-for-another'; readonly code: string; readonly placeName: string }
  | { readonly kind: 'not-to-go-out'; readonly code: string }
  | { readonly kind: 'nothing-to-pack'; readonly code: string }
  | { readonly kind: 'not-in-bag' }
  | { readonly kind: 'bag-empty'; readonly label: BagLabel }
  | { readonly kind: 'bag-full'; readonly most: number }
  | { readonly kind: 'begun-before-machine'; readonly openedAt: Moment; readonly since: Moment }
  | { readonly kind: 'pieces-differ'; readonly code: string; readonly sealed: number; readonly now: number }
  | { readonly kind: 'both-sides' }
  | { readonly kind: 'never-handed-over'; readonly label: BagLabel }
  | { readonly kind: 'received-already'; readonly label: BagLabel; readonly at: Moment; readonly byName: string }
  | { readonly kind: 'not-all-counted'; readonly codes: readonly string[] }
  | { readonly kind: 'counted-not-in-bag' }
  | { readonly kind: 'count-not-less'; readonly name: string; readonly sent: number }
  | { readonly kind: 'bag-not-late'; readonly label: BagLabel; readonly transitDue?: PlainDate }
  | { readonly kind: 'over-on-record'; readonly code: string }
  | { readonly kind: 'over-held-here'; readonly code: string };

type Ends = Pick<Bag, 'direction' | 'deskId' | 'agencyUnitId'>;
export const giverOf = ({ direction, deskId, agencyUnitId }: Ends): Holder => (direction === 'to-agency' ? atDesk(deskId) : atAgency(agencyUnitId));
export const takerOf = ({ direction, deskId, agencyUnitId }: Ends): Holder => (direction === 'to-agency' ? atAgency(agencyUnitId) : atDesk(deskId));

export const bagStarted = (bag: Bag, stamp: CustodyStamp): CustodyChange =>
  changeOf(comes({ thingId: bag.bagId, kind: 'bag', lines: [], label: bag.label }, 1, giverOf(bag), stamp));

export type Packable = {
  readonly code: string;
  readonly deskId: DeskId;
  readonly agencyUnitId: UnitId;
  /** Where it has to go, in words. */
  readonly placeName: string;
  /** Its life says that it may go out now. */
  readonly mayGo: boolean;
  /** The bag it lies in already. */
  readonly inside?: { readonly bagId: ThingId; readonly label: string };
  /** Of the kind that goes this way. */
  readonly things: readonly Thing[];
};

/** Whether it goes into a bag that is being filled. `isHere`: something of it is on paper at the giving side. */
export const mayPack = (
  bag: Pick<Bag, 'bagId' | 'deskId' | 'agencyUnitId'>, dossier: Omit<Packable, 'things'> & { readonly isHere: boolean }, packed: number,
): Result<true, BagRefused> => {
  const { code, inside } = dossier;
  if (inside) return refuse({ kind: 'packed-already', code, label: inside.label, here: inside.bagId === bag.bagId });
  if (dossier.agencyUnitId !== bag.agencyUnitId || dossier.deskId !== bag.deskId) return refuse({ kind: 'packed-for-another', code, placeName: dossier.placeName });
  if (!dossier.mayGo) return refuse({ kind: 'not-to-go-out', code });
  if (!dossier.isHere) return refuse({ kind: 'nothing-to-pack', code });
  return packed >= MOST_IN_BAG ? refuse({ kind: 'bag-full', most: MOST_IN_BAG }) : ok(true);
};

/** Of what lies at this side; what lies in an envelope goes in with it, unopened. */
export const wholeAt = (holder: Holder, things: readonly Thing[]): readonly Thing[] => {
  const here = things.filter((thing) => sameHolder(thing.holder, holder));
  return here.filter(({ insideId }) => !here.some(({ thingId }) => thingId === insideId));
};

export const packDossier = (
  facts: { readonly bag: Bag; readonly bagThing: Thing; readonly scanned: string; readonly dossier: Packable | undefined; readonly packed: number }, stamp: CustodyStamp,
): Result<CustodyChange, BagRefused> => {
  const { bag, bagThing, scanned, dossier, packed } = facts;
  const stands = bagStands(bag);
  if (stands !== 'open') return refuse({ kind: 'bag-stands', label: bag.label, stands });
  if (!dossier) return refuse({ kind: 'scanned-unknown', scanned });
  const whole = wholeAt(giverOf(bag), dossier.things);
  const may = mayPack(bag, { ...dossier, isHere: whole.length > 0 }, packed);
  return may.ok ? ok(both(...whole.map((thing) => moves(thing, [{ kind: 'pack', into: bagThing }], stamp)))) : may;
};

export const takeOutOfBag = (bag: Bag, things: readonly Thing[], stamp: CustodyStamp): Result<CustodyChange, BagRefused> => {
  const stands = bagStands(bag);
  if (stands !== 'open') return refuse({ kind: 'bag-stands', label: bag.label, stands });
  const own = things.filter((thing) => thing.insideId === bag.bagId);
  return own.length === 0 ? refuse({ kind: 'not-in-bag' }) : ok(both(...own.map((thing) => moves(thing, [{ kind: 'unpack' }], stamp))));
};

/** An open bag is sealed, a sealed one is handed over: neither of them empty. */
export const mayGoOn = (bag: Bag, from: 'open' | 'closed', packed: number): Result<true, BagRefused> => {
  const stands = bagStands(bag);
  if (stands !== from) return refuse({ kind: 'bag-stands', label: bag.label, stands });
  return packed === 0 ? refuse({ kind: 'bag-empty', label: bag.label }) : ok(true);
};

/** The seal is cut again before the bag has left. */
export const mayReopen = (bag: Bag): Result<true, BagRefused> => {
  const stands = bagStands(bag);
  return stands === 'closed' ? ok(true) : refuse({ kind: 'bag-stands', label: bag.label, stands });
};

/** Received and cut open: its label says nothing any more. */
export const bagOpened = (bag: Bag, bagThing: Thing, stamp: CustodyStamp): CustodyChange =>
  (isHeld(bagThing) ? moves(bagThing, [{ kind: 'receive', by: takerOf(bag) }, { kind: 'destroy', note: 'Đã mở túi, nhãn hết dùng' }], stamp) : NO_CHANGE);

export type BagCount = { readonly received: readonly string[]; readonly missing: readonly string[] };

/** Who may receive, and that nothing in it is left uncounted. */
export const mayReceive = (
  bag: Bag, by: readonly AccountId[], open: readonly { readonly dossierId: string; readonly code: string }[], count: BagCount,
): Result<true, BagRefused> => {
  if (bag.received) return refuse({ kind: 'received-already', label: bag.label, ...bag.received });
  if (!bag.sentAt) return refuse({ kind: 'never-handed-over', label: bag.label });
  if (bag.lost) return refuse({ kind: 'bag-stands', label: bag.label, stands: bagStands(bag) });
  if (by.some((account) => bag.givenBy.includes(account))) return refuse({ kind: 'both-sides' });
  const counted = [...count.received, ...count.missing];
  const waiting = new Set(open.map(({ dossierId }) => dossierId));
  if (counted.some((dossierId) => !waiting.has(dossierId)) || new Set(counted).size < counted.length) return refuse({ kind: 'counted-not-in-bag' });
  const left = open.filter(({ dossierId }) => !counted.includes(dossierId)).map(({ code }) => code);
  return left.length > 0 ? refuse({ kind: 'not-all-counted', codes: left }) : ok(true);
};

export type DifferenceTold = { readonly dossierId: string; readonly lineNo: number; readonly result: 'short' | 'damaged'; readonly arrived: number; readonly note: string };
export type LineSent = { readonly dossierId: string; readonly lineNo: number; readonly name: string; readonly count: number };

/** What the receiver counted of single papers, against what was sent of them. */
export const differencesIn = (told: readonly DifferenceTold[], sent: readonly LineSent[], received: readonly string[]): Result<ReadonlyMap<string, readonly CountedLine[]>, BagRefused> => {
  const byDossier = new Map<string, readonly CountedLine[]>();
  for (const { dossierId, lineNo, result, arrived, note } of told) {
    const line = sent.find((one) => one.dossierId === dossierId && one.lineNo === lineNo);
    const before = byDossier.get(dossierId) ?? [];
    if (!line || !received.includes(dossierId) || before.some((one) => one.lineNo === lineNo)) return refuse({ kind: 'counted-not-in-bag' });
    if (result === 'short' && arrived >= line.count) return refuse({ kind: 'count-not-less', name: line.name, sent: line.count });
    byDossier.set(dossierId, [...before, { lineNo, name: line.name, result, sent: line.count, arrived: result === 'short' ? arrived : line.count, note }]);
  }
  return ok(byDossier);
};
