// A stock count: what the ledger has at a place against what was found there, thing by thing. What was not found nobody
// has from then on, with a case; what is there against the ledger is found again or taken over. A bag counts with all
// that lies in it. One count rests on the one before it: who counted beside somebody else counts anew.
// @law QĐ 45/2016/QĐ-TTg Đ.14; NĐ 61/2018/NĐ-CP Đ.21
import type { Moment } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import { type CustodyChange, NO_CHANGE, both, moves } from './change.ts';
import { type CaseFacts, caseOf, foundAt, notHere } from './differences.ts';
import { isEnvelope, partOf } from './dossier-things.ts';
import { type Holder, type Thing, type ThingId, sameHolder } from './thing.ts';

export type StockThing = Thing & { readonly code: string };

export type StockCounted = {
  /** When the list was laid out: what came later is nobody's to have found. */
  readonly startedAt: Moment;
  /** The count that this one followed when it was begun. */
  readonly after?: string | undefined;
  readonly found: readonly ThingId[];
  readonly missing: readonly { readonly thingId: ThingId; readonly note: string }[];
  /** It is there, and not with all its pieces. */
  readonly short: readonly { readonly thingId: ThingId; readonly pieces: number; readonly note: string }[];
  /** The ledger has it elsewhere, and it lies here. */
  readonly unexpected: readonly ThingId[];
};

export type LastCount = { readonly countId: string; readonly number: string; readonly byName: string; readonly closedAt: Moment };
export type StockFacts = {
  readonly place: Holder;
  readonly last?: LastCount | undefined;
  /** What the ledger has here, with what lies in its bags. */
  readonly held: readonly StockThing[];
  /** Of what was counted, whatever stands elsewhere. */
  readonly elsewhere: readonly StockThing[];
  readonly cases: CaseFacts;
};

export const STOCK_RESULTS = ['found', 'short', 'missing', 'unexpected', 'left-meanwhile'] as const;
export type StockLine = { readonly thing: StockThing; readonly result: (typeof STOCK_RESULTS)[number]; readonly note?: string; readonly pieces?: number };
export type StockClosed = { readonly lines: readonly StockLine[]; readonly change: CustodyChange };

export type StockCountRefused =
  | { readonly kind: 'stock-counted-meanwhile'; readonly number: string; readonly byName: string; readonly at: Moment }
  | { readonly kind: 'stock-not-all-counted'; readonly codes: readonly string[] }
  | { readonly kind: 'stock-list-changed' }
  | { readonly kind: 'stock-pieces'; readonly code: string; readonly count: number }
  | { readonly kind: 'stock-to-sign-for'; readonly code: string }
  | { readonly kind: 'stock-given-out'; readonly code: string };

/** Scanned by itself: a bag, and what lies in none. */
export const countsAlone = ({ insideId }: Pick<Thing, 'insideId'>): boolean => insideId === undefined;

const TAKEN_OVER = 'Thấy khi kiểm kê';

/** Why what lies here cannot be written as lying here. */
export const barsTaking = (thing: Thing, place: Holder): 'stock-to-sign-for' | 'stock-given-out' | undefined => {
  if (thing.holder.kind === 'citizen' || thing.holder.kind === 'destroyed') return 'stock-given-out';
  return thing.journey && sameHolder(thing.journey.to, place) ? 'stock-to-sign-for' : undefined;
};

/** Of several pieces some may be there; what holds others is there or not. */
export const countsPieces = ({ kind, count, insideId }: Pick<Thing, 'kind' | 'count' | 'insideId'>): boolean => count > 1 && kind !== 'bag' && kind !== 'envelope' && insideId === undefined;

/** The pieces that are not there are a thing of their own, which nobody has; of one line, it is that line's. */
const piecesLost = (thing: Thing, pieces: number, note: string, cases: CaseFacts): CustodyChange => {
  const { change, part } = partOf(thing, thing.lines.length === 1 ? thing.lines : [], thing.count - pieces, cases.stamp, thing.name);
  const opened = { ...NO_CHANGE, opened: [caseOf(part, 'short', { sent: thing.count, arrived: pieces }, note, cases)] };
  return both(change, moves(part, [{ kind: 'lose', note }], cases.stamp), opened);
};

/** Collected at home and not opened yet: of no dossier, and so of no agency. */
export const isCollected = (thing: Thing): boolean => isEnvelope(thing) && thing.dossierId === undefined;

const lost = (thing: Thing, note: string, held: readonly StockThing[], cases: CaseFacts): CustodyChange => {
  const content = held.filter(({ insideId }) => insideId === thing.thingId);
  // an empty bag belongs to no dossier: it is gone, and nobody has to look for a paper
  return notHere([...content, ...(thing.kind === 'bag' ? [] : [thing])], note, cases, thing.kind === 'bag' ? [thing] : []);
};

const lineOf = (counted: StockCounted, { place, held, elsewhere }: StockFacts): Result<readonly StockLine[], StockCountRefused> => {
  const here = new Map(held.map((thing) => [thing.thingId, thing]));
  const away = new Map(elsewhere.map((thing) => [thing.thingId, thing]));
  const notes = new Map(counted.missing.map(({ thingId, note }) => [thingId, note]));
  const shorts = new Map(counted.short.map((one) => [one.thingId, one]));
  const ids = [...counted.found, ...shorts.keys(), ...notes.keys(), ...counted.unexpected];
  if (new Set(ids).size !== counted.found.length + counted.short.length + counted.missing.length + counted.unexpected.length) return refuse({ kind: 'stock-list-changed' });
  const lines: StockLine[] = [];
  for (const thingId of ids) {
    const [thing, note, short] = [here.get(thingId) ?? away.get(thingId), notes.get(thingId), shorts.get(thingId)];
    if (!thing) return refuse({ kind: 'stock-list-changed' });
    if (here.has(thingId) && short) {
      if (!countsPieces(thing) || short.pieces < 1 || short.pieces >= thing.count) return refuse({ kind: 'stock-pieces', code: thing.code, count: thing.count });
      lines.push({ thing, result: 'short', pieces: short.pieces, note: short.note });
    } else if (here.has(thingId)) lines.push(note === undefined ? { thing, result: 'found' } : { thing, result: 'missing', note });
    else if (counted.unexpected.includes(thingId)) {
      const barred = barsTaking(thing, place);
      if (barred) return refuse({ kind: barred, code: thing.code });
      lines.push({ thing, result: 'unexpected' });
    // somebody's act took it away while it was counted
    } else lines.push({ thing, result: 'left-meanwhile' });
  }
  return ok(lines);
};

export const closeStockCount = (counted: StockCounted, facts: StockFacts): Result<StockClosed, StockCountRefused> => {
  const { place, last, held, cases } = facts;
  if (last && last.countId !== counted.after) return refuse({ kind: 'stock-counted-meanwhile', number: last.number, byName: last.byName, at: last.closedAt });
  const read = lineOf(counted, facts);
  if (!read.ok) return read;
  const seen = new Set(read.value.map(({ thing }) => thing.thingId));
  const left = held.filter((thing) => countsAlone(thing) && thing.since < counted.startedAt && !seen.has(thing.thingId));
  if (left.length > 0) return refuse({ kind: 'stock-not-all-counted', codes: [...new Set(left.map(({ code }) => code))] });
  const changes = read.value.map(({ thing, result, note, pieces }): CustodyChange => {
    if (result === 'short' && pieces !== undefined) return piecesLost(thing, pieces, note ?? '', cases);
    if (result === 'missing') return lost(thing, note ?? '', held, cases);
    if (result !== 'unexpected') return NO_CHANGE;
    return thing.holder.kind === 'unaccounted' ? foundAt(thing, place, TAKEN_OVER, cases.stamp) : moves(thing, [{ kind: 'take-over', by: place, note: TAKEN_OVER }], cases.stamp);
  });
  return ok({ lines: read.value, change: both(...changes) });
};
