// One move of one thing. Moves between two sides are two-sided: what one sends stays between them until the other, and
// nobody else, receives or refuses it. What cannot have happened is refused, and nothing is written.
// @law QĐ 45/2016/QĐ-TTg Đ.7.3, Đ.9.2
import type { Moment } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import { afterEvent } from './fold-custody.ts';
import {
  CITIZEN, DESTROYED, type CustodyEvent, type EventKind, type Holder, type Thing, type ThingId, type ThingIs, UNACCOUNTED, inTransit, sameHolder,
} from './thing.ts';

export type Stamp = { readonly at: Moment; readonly by: CustodyEvent['by'] };
export type Moved = { readonly thing: Thing; readonly event: CustodyEvent };

export type Move =
  | { readonly kind: 'send'; readonly from: Holder; readonly to: Holder; readonly recordId: string }
  | { readonly kind: 'receive'; readonly by: Holder }
  | { readonly kind: 'refuse'; readonly by: Holder; readonly note?: string }
  /** The receiver says that it has it, with no record that says who sent it. */
  | { readonly kind: 'take-over'; readonly by: Holder; readonly note: string }
  | { readonly kind: 'hand-out'; readonly by: Holder }
  | { readonly kind: 'archive'; readonly to: Holder }
  | { readonly kind: 'lose'; readonly note?: string }
  /** `where` between two sides again: its way, as it was before it was lost. */
  | { readonly kind: 'find'; readonly where: Holder; readonly journey?: Thing['journey']; readonly note?: string }
  /** Entered by mistake: the citizen has had it all the while. */
  | { readonly kind: 'undo-entry'; readonly note: string }
  /** The last event was a mistake: back to where it was before. */
  | { readonly kind: 'correct'; readonly events: readonly CustodyEvent[]; readonly note: string }
  | { readonly kind: 'destroy'; readonly note: string }
  | { readonly kind: 'pack'; readonly into: Thing }
  | { readonly kind: 'unpack' }
  | { readonly kind: 'seal'; readonly sealNumber: string }
  /** Its seal is cut before it has left. */
  | { readonly kind: 'unseal'; readonly note: string }
  /** Whatever is done with it alone, it is out of its bag from then on, wherever the bag is. */
  | { readonly kind: 'take-out' };

export type MoveRefused =
  | { readonly kind: 'not-held-here'; readonly holder: Holder }
  | { readonly kind: 'on-the-way'; readonly to: Holder }
  | { readonly kind: 'never-sent'; readonly holder: Holder }
  | { readonly kind: 'sent-to-another'; readonly to: Holder }
  | { readonly kind: 'same-side' }
  | { readonly kind: 'not-lost' }
  | { readonly kind: 'lost'; readonly since: Moment }
  | { readonly kind: 'gone'; readonly holder: Holder }
  | { readonly kind: 'nothing-to-correct' }
  | { readonly kind: 'earlier-than-last'; readonly since: Moment }
  | { readonly kind: 'inside-another'; readonly insideId: ThingId }
  | { readonly kind: 'not-a-container' }
  | { readonly kind: 'elsewhere'; readonly holder: Holder };

type What = Omit<CustodyEvent, 'thingId' | 'eventNo' | 'at' | 'by' | 'from' | 'count'> & { readonly count?: number };

/** The event, and where the thing then stands; whatever leaves the way names the record under which it was sent. */
export const happens = (thing: Thing, what: What, stamp: Stamp): Moved => {
  const event: CustodyEvent = { count: thing.count, ...(thing.journey && { recordId: thing.holder.id }), ...what, thingId: thing.thingId, eventNo: thing.lastEventNo + 1, from: thing.holder, at: stamp.at, by: stamp.by };
  const { journey: _journey, insideId: _inside, ...rest } = thing;
  return { event, thing: { ...rest, ...afterEvent(thing, event) } };
};

/** It is there from now on. */
export const comes = (is: ThingIs, count: number, holder: Holder, stamp: Stamp, more: { readonly recordId?: string; readonly note?: string } = {}): Moved => {
  const event: CustodyEvent = { thingId: is.thingId, eventNo: 1, kind: 'came', to: holder, count, at: stamp.at, by: stamp.by, ...more };
  return { event, thing: { ...is, ...afterEvent(undefined, event) } };
};

/** Part of it goes another way: from now on two things, in the same hands. */
export const parts = (thing: Thing, is: ThingIs, count: number, stamp: Stamp, note?: string): readonly [Moved, Moved] => {
  if (count < 1 || count >= thing.count) throw new RangeError(`${count} of ${thing.count} cannot be parted`);
  const rest = happens(thing, { kind: 'split', to: thing.holder, journey: thing.journey, count: thing.count - count, otherId: is.thingId, note }, stamp);
  const event: CustodyEvent = {
    thingId: is.thingId, eventNo: 1, kind: 'parted', to: thing.holder, journey: thing.journey, count, otherId: thing.thingId, note, at: stamp.at, by: stamp.by,
    ...(thing.holder.kind === 'transit' && { recordId: thing.holder.id }),
  };
  return [rest, { event, thing: { ...is, ...afterEvent(undefined, event) } }];
};

const isGone = (thing: Thing): boolean => thing.holder.kind === 'citizen' || thing.holder.kind === 'destroyed';

/** Held by this one, here and now, and in no bag. */
const heldBy = (thing: Thing, holder: Holder): MoveRefused | undefined => {
  if (thing.journey) return { kind: 'on-the-way', to: thing.journey.to };
  if (thing.holder.kind === 'unaccounted') return { kind: 'lost', since: thing.since };
  if (isGone(thing)) return { kind: 'gone', holder: thing.holder };
  return sameHolder(thing.holder, holder) ? undefined : { kind: 'not-held-here', holder: thing.holder };
};

const comesTo = (thing: Thing, holder: Holder): MoveRefused | undefined => {
  if (!thing.journey) return { kind: 'never-sent', holder: thing.holder };
  return sameHolder(thing.journey.to, holder) ? undefined : { kind: 'sent-to-another', to: thing.journey.to };
};

const UNDONE: ReadonlySet<EventKind> = new Set(['handed-out', 'taken-over', 'archived', 'lost', 'destroyed']);

const correction = (thing: Thing, events: readonly CustodyEvent[], note: string): Result<What, MoveRefused> => {
  const last = events.at(-1);
  if (!last || last.eventNo !== thing.lastEventNo || !UNDONE.has(last.kind)) return refuse({ kind: 'nothing-to-correct' });
  const before = events.slice(0, -1);
  const journey = before.at(-1)?.journey;
  return ok({ kind: 'corrected', to: last.from ?? thing.holder, ...(journey && last.from && { journey, recordId: last.from.id }), correctsEventNo: last.eventNo, note });
};

const whatOf = (thing: Thing, move: Move): Result<What, MoveRefused> => {
  const unless = (refusal: MoveRefused | undefined, what: What): Result<What, MoveRefused> => (refusal ? refuse(refusal) : ok(what));
  switch (move.kind) {
    case 'send': return unless(
      sameHolder(move.from, move.to) ? { kind: 'same-side' } : heldBy(thing, move.from),
      { kind: 'sent', to: inTransit(move.recordId), journey: { from: move.from, to: move.to }, recordId: move.recordId });
    case 'receive': return unless(comesTo(thing, move.by), { kind: 'received', to: move.by });
    case 'refuse': return unless(comesTo(thing, move.by), { kind: 'refused', to: thing.journey?.from ?? thing.holder, note: move.note });
    case 'take-over': return unless(
      isGone(thing) ? { kind: 'gone', holder: thing.holder } : sameHolder(thing.holder, move.by) ? { kind: 'same-side' } : undefined,
      { kind: 'taken-over', to: move.by, note: move.note });
    case 'hand-out': return unless(heldBy(thing, move.by), { kind: 'handed-out', to: CITIZEN });
    case 'archive': return unless(heldBy(thing, thing.holder), { kind: 'archived', to: move.to });
    case 'lose': return unless(
      isGone(thing) ? { kind: 'gone', holder: thing.holder } : thing.holder.kind === 'unaccounted' ? { kind: 'lost', since: thing.since } : undefined,
      { kind: 'lost', to: UNACCOUNTED, note: move.note });
    case 'find': return unless(
      thing.holder.kind === 'unaccounted' ? undefined : { kind: 'not-lost' },
      { kind: 'found', to: move.where, note: move.note, correctsEventNo: thing.lastEventNo, ...(move.journey && { journey: move.journey, recordId: move.where.id }) });
    case 'undo-entry': return unless(isGone(thing) ? { kind: 'gone', holder: thing.holder } : undefined, { kind: 'corrected', to: CITIZEN, correctsEventNo: 1, note: move.note });
    case 'correct': return correction(thing, move.events, move.note);
    case 'destroy': return unless(isGone(thing) ? { kind: 'gone', holder: thing.holder } : undefined, { kind: 'destroyed', to: DESTROYED, note: move.note });
    case 'pack': return unless(packing(thing, move.into), { kind: 'packed', to: thing.holder, otherId: move.into.thingId });
    case 'take-out': return unless(
      thing.insideId ? undefined : { kind: 'not-a-container' },
      { kind: 'unpacked', to: thing.holder, journey: thing.journey, otherId: thing.insideId });
    case 'seal': return unless(containerAtRest(thing), { kind: 'sealed', to: thing.holder, note: move.sealNumber });
    case 'unseal': return unless(containerAtRest(thing), { kind: 'unsealed', to: thing.holder, note: move.note });
    case 'unpack': return unless(thing.insideId ? heldBy(thing, thing.holder) : { kind: 'not-a-container' }, { kind: 'unpacked', to: thing.holder, otherId: thing.insideId });
  }
};

const isContainer = ({ kind }: Thing): boolean => kind === 'envelope' || kind === 'bag';
const containerAtRest = (thing: Thing): MoveRefused | undefined => (isContainer(thing) ? heldBy(thing, thing.holder) : { kind: 'not-a-container' });

const packing = (thing: Thing, into: Thing): MoveRefused | undefined => {
  if (!isContainer(into)) return { kind: 'not-a-container' };
  if (into.insideId === thing.thingId || into.thingId === thing.thingId || thing.kind === 'bag') return { kind: 'not-a-container' };
  return heldBy(thing, thing.holder) ?? (into.journey || !sameHolder(thing.holder, into.holder) ? { kind: 'elsewhere', holder: into.holder } : undefined);
};

/** Moves that what lies in a bag makes only with the bag. */
export const ALONE: ReadonlySet<Move['kind']> = new Set(['send', 'receive', 'refuse', 'take-over', 'hand-out', 'archive', 'undo-entry', 'correct', 'destroy', 'pack']);

const moveOne = (thing: Thing, move: Move, stamp: Stamp, withBag?: ThingId): Result<Moved, MoveRefused> => {
  if (stamp.at < thing.since) return refuse({ kind: 'earlier-than-last', since: thing.since });
  const what = whatOf(thing, move);
  if (!what.ok) return what;
  // it stays in the bag that is lost or found
  const inBag = withBag && (move.kind === 'lose' || move.kind === 'find') ? { otherId: withBag } : {};
  return ok(happens(thing, { ...what.value, ...inBag }, stamp));
};

export const moveThing = (thing: Thing, move: Move, stamp: Stamp): Result<Moved, MoveRefused> =>
  thing.insideId && ALONE.has(move.kind) ? refuse({ kind: 'inside-another', insideId: thing.insideId }) : moveOne(thing, move, stamp);

/** A bag with all that lies in it: all of it moves, or nothing. */
export const moveTogether = (bag: Thing, content: readonly Thing[], move: Move, stamp: Stamp): Result<readonly Moved[], MoveRefused> => {
  const first = moveThing(bag, move, stamp);
  if (!first.ok) return first;
  const moved: Moved[] = [first.value];
  for (const thing of content) {
    const next = moveOne(thing, move, stamp, thing.insideId);
    if (!next.ok) return next;
    moved.push(next.value);
  }
  return ok(moved);
};
