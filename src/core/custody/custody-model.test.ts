// Whatever people do with things, and in whatever order: each piece has one holder, and what the two sides of a record
// counted differently is explained to the last piece. The other book is kept here piece by piece, by hand.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Moment } from '../kernel/moment.ts';
import type { AccountId, DeskId, UnitId } from '../organisation/organisation.ts';
import { withCourier } from './courier-moves.ts';
import { foldCustody } from './fold-custody.ts';
import { type Move, type Moved, comes, moveThing, moveTogether, parts } from './move-thing.ts';
import { type CustodyEvent, type Holder, type Thing, type ThingId, atAgency, atDesk, inArchive } from './thing.ts';

const PLACES: readonly Holder[] = [atDesk('ky-bac' as DeskId), atDesk('ky-phong' as DeskId), atAgency('so-tu-phap' as UnitId), atAgency('so-xay-dung' as UnitId), withCourier('00000000-0000-7000-8000-000000000009' as AccountId)];
const by = { accountId: '00000000-0000-7000-8000-000000000001' as AccountId, name: 'x' };
const THROW = fc.record({ what: fc.nat(999), thing: fc.nat(999), place: fc.nat(999), count: fc.integer({ min: 1, max: 5 }), sensible: fc.integer({ min: 1, max: 8 }) });
type Throw = typeof THROW extends fc.Arbitrary<infer T> ? T : never;
const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

type World = { readonly things: Map<ThingId, Thing>; readonly events: Map<ThingId, CustodyEvent[]>; readonly pieces: Map<ThingId, string[]>; made: number; moves: number };
const emptyWorld = (): World => ({ things: new Map(), events: new Map(), pieces: new Map(), made: 0, moves: 0 });
const nameOf = (holder: Holder): string => `${holder.kind}:${holder.id}`;

const keep = (world: World, moved: readonly Moved[]): void => {
  for (const { thing, event } of moved) {
    world.things.set(thing.thingId, thing);
    world.events.set(thing.thingId, [...(world.events.get(thing.thingId) ?? []), event]);
  }
};

const contentOf = (world: World, bag: Thing): readonly Thing[] => {
  const inside = [...world.things.values()].filter((thing) => thing.insideId === bag.thingId);
  return inside.flatMap((thing) => [thing, ...contentOf(world, thing)]);
};

/** Where a hand-kept book would write each piece after this move. */
const placeAfter = (world: World, thing: Thing, move: Move): string => {
  switch (move.kind) {
    case 'send': return `transit:${move.recordId}`;
    case 'receive': return nameOf(move.by);
    case 'refuse': return nameOf(thing.journey?.from ?? thing.holder);
    case 'take-over': return nameOf(move.by);
    case 'hand-out': case 'undo-entry': return 'citizen:';
    case 'archive': return nameOf(move.to);
    case 'lose': return 'unaccounted:';
    case 'destroy': return 'destroyed:';
    case 'find': return nameOf(move.where); // also between two sides, with the bag it was lost in
    case 'correct': return nameOf((world.events.get(thing.thingId) ?? []).at(-1)?.from ?? thing.holder);
    case 'pack': case 'unpack': case 'take-out': case 'seal': case 'unseal': return nameOf(thing.holder);
  }
};

/** Whoever finds it has it, or it goes on by the record under which it was lost. */
const foundAgain = (world: World, thing: Thing, thrown: Throw): Move => {
  const before = (world.events.get(thing.thingId) ?? []).at(-2);
  return before?.journey && thrown.place % 2 === 0 ? { kind: 'find', where: before.to, journey: before.journey } : { kind: 'find', where: at(PLACES, thrown.place) };
};

const moveFor = (world: World, thing: Thing, thrown: Throw): Move => {
  const here = thrown.sensible > 1 ? (thing.journey?.to ?? thing.holder) : at(PLACES, thrown.place);
  const bags = [...world.things.values()].filter((one) => one.kind === 'bag' || one.kind === 'envelope');
  const bag = bags.find((one) => !one.journey && one.thingId !== thing.thingId && nameOf(one.holder) === nameOf(thing.holder)) ?? at([...bags, thing], thrown.count);
  const sensible: readonly Move['kind'][] = thing.journey ? ['receive', 'receive', 'refuse', 'lose', ...(thing.insideId ? ['take-out' as const] : [])] : thing.holder.kind === 'unaccounted' ? ['find', 'find', 'correct']
    : thing.insideId ? ['unpack', 'lose'] : thing.kind === 'bag' || thing.kind === 'envelope' ? ['send', 'send', 'pack', 'seal', 'unseal'] : ['send', 'send', 'send', 'pack', 'take-over', 'hand-out', 'archive', 'correct'];
  const all: readonly Move['kind'][] = ['send', 'receive', 'refuse', 'take-over', 'hand-out', 'archive', 'lose', 'find', 'undo-entry', 'correct', 'destroy', 'pack', 'unpack', 'take-out', 'seal', 'unseal'];
  const kind = at(thrown.sensible > 2 ? sensible : all, thrown.what);
  const moves: Readonly<Record<Move['kind'], Move>> = {
    send: { kind: 'send', from: here, to: at(PLACES, thrown.place), recordId: `r${world.moves}` }, receive: { kind: 'receive', by: here }, refuse: { kind: 'refuse', by: here },
    'take-over': { kind: 'take-over', by: at(PLACES, thrown.place), note: 'x' }, 'hand-out': { kind: 'hand-out', by: here }, archive: { kind: 'archive', to: inArchive('so-tu-phap' as UnitId) },
    lose: { kind: 'lose' }, find: foundAgain(world, thing, thrown), 'undo-entry': { kind: 'undo-entry', note: 'x' },
    correct: { kind: 'correct', events: world.events.get(thing.thingId) ?? [], note: 'x' }, destroy: { kind: 'destroy', note: 'x' }, pack: { kind: 'pack', into: bag }, unpack: { kind: 'unpack' }, 'take-out': { kind: 'take-out' }, seal: { kind: 'seal', sealNumber: 'NP 1' }, unseal: { kind: 'unseal', note: 'x' },
  };
  return moves[kind];
};

/** What happens to bags: filled, sent, received, lost with all in them, and found. */
const bagStory = (world: World, thrown: Throw): { readonly thing: Thing; readonly move: Move } | undefined => {
  const bags = [...world.things.values()].filter((one) => one.kind === 'bag' && !one.insideId && one.holder.kind !== 'citizen' && one.holder.kind !== 'destroyed');
  if (bags.length === 0) return undefined;
  const bag = at(bags, thrown.thing);
  if (bag.journey) return { thing: bag, move: at<Move>([{ kind: 'receive', by: bag.journey.to }, { kind: 'lose' }, { kind: 'lose' }, { kind: 'refuse', by: bag.journey.to }], thrown.count) };
  if (bag.holder.kind === 'unaccounted') return { thing: bag, move: foundAgain(world, bag, thrown) };
  const loose = [...world.things.values()].filter((one) => one.kind !== 'bag' && !one.insideId && !one.journey && nameOf(one.holder) === nameOf(bag.holder));
  if (loose.length > 0 && (contentOf(world, bag).length === 0 || thrown.count > 3)) return { thing: at(loose, thrown.place), move: { kind: 'pack', into: bag } };
  return { thing: bag, move: { kind: 'send', from: bag.holder, to: at(PLACES, thrown.place), recordId: `r${world.moves}` } };
};

const step = (world: World, thrown: Throw): void => {
  world.moves += 1;
  const minute = world.moves - (thrown.sensible === 1 ? thrown.count : 0);
  const stamp = { at: `2019-11-18T${String(8 + Math.floor(Math.max(minute, 0) / 60)).padStart(2, '0')}:${String(Math.max(minute, 0) % 60).padStart(2, '0')}:00+07:00` as Moment, by };
  const things = [...world.things.values()];
  const what = thrown.what % 10;
  const newId = (): ThingId => `t${(world.made += 1)}` as ThingId;
  if (things.length === 0 || what === 0) {
    const kind = at(['papers', 'papers', 'outcome', 'bag', 'envelope'] as const, thrown.thing);
    const count = kind === 'papers' ? thrown.count : 1;
    const place = at(PLACES, thrown.place);
    const moved = comes({ thingId: newId(), kind, lines: [] }, count, place, stamp);
    keep(world, [moved]);
    world.pieces.set(moved.thing.thingId, Array.from({ length: count }, () => nameOf(place)));
    return;
  }
  const story = what >= 5 ? bagStory(world, thrown) : undefined;
  const thing = story?.thing ?? at(things, thrown.thing);
  if (what === 1 && thing.count > thrown.count && stamp.at >= thing.since) {
    const moved = parts(thing, { thingId: newId(), kind: 'paper', lines: [] }, thrown.count, stamp);
    keep(world, moved);
    const pieces = world.pieces.get(thing.thingId) ?? [];
    world.pieces.set(moved[1].thing.thingId, pieces.slice(0, thrown.count));
    world.pieces.set(thing.thingId, pieces.slice(thrown.count));
    return;
  }
  const move = story?.move ?? moveFor(world, thing, thrown);
  const content = contentOf(world, thing);
  // a container is packed alone: what is in it stays in it
  const whole = content.length > 0 && !['pack', 'unpack', 'take-out', 'seal', 'unseal', 'correct'].includes(move.kind);
  if (content.length > 0 && move.kind === 'correct') return;
  const moved = whole ? moveTogether(thing, content, move, stamp) : moveThing(thing, move, stamp);
  if (!moved.ok) return;
  const places = new Map([thing, ...(whole ? content : [])].map((one) => [one.thingId, placeAfter(world, one, move)]));
  keep(world, Array.isArray(moved.value) ? moved.value as readonly Moved[] : [moved.value as Moved]);
  for (const [thingId, place] of places) world.pieces.set(thingId, (world.pieces.get(thingId) ?? []).map(() => place));
};

const sum = (events: readonly CustodyEvent[]): number => events.reduce((total, event) => total + event.count, 0);

const check = (world: World): void => {
  const events = [...world.events.values()].flat();
  for (const thing of world.things.values()) {
    const { thingId, kind: _kind, dossierId: _dossier, roundNo: _round, lines: _lines, ...stands } = thing;
    expect(foldCustody(world.events.get(thingId) ?? [])).toEqual(stands);
    expect(world.pieces.get(thingId)).toEqual(Array.from({ length: thing.count }, () => nameOf(thing.holder)));
    const bag = thing.insideId && world.things.get(thing.insideId);
    if (bag) expect([nameOf(thing.holder), thing.journey]).toEqual([nameOf(bag.holder), bag.journey]);
    expect(thing.journey !== undefined).toBe(thing.holder.kind === 'transit');
  }
  // nothing comes out of nothing, and nothing vanishes
  expect([...world.things.values()].reduce((total, thing) => total + thing.count, 0)).toBe(sum(events.filter(({ kind }) => kind === 'came')));
  for (const recordId of new Set(events.flatMap((event) => event.recordId ?? []))) {
    const under = events.filter((event) => event.recordId === recordId);
    const of = (...kinds: readonly CustodyEvent['kind'][]): number => sum(under.filter(({ kind }) => kinds.includes(kind)));
    const putBack = sum(under.filter((event) => event.kind === 'corrected' && event.journey));
    const foundAgainOnIt = sum(under.filter((event) => event.kind === 'found' && event.journey));
    const openWay = [...world.things.values()].filter(({ holder }) => holder.kind === 'transit' && holder.id === recordId).reduce((total, thing) => total + thing.count, 0);
    const explained = of('lost', 'destroyed', 'taken-over') + (of('corrected') - putBack) - putBack - foundAgainOnIt + openWay;
    expect([recordId, of('sent') - of('received', 'refused')]).toEqual([recordId, explained]);
  }
};

it('whatever happens, every piece has one holder and the two sides of every record agree or say why not', () => {
  const seen = new Set<CustodyEvent['kind']>();
  const withBag = new Set<string>();
  fc.assert(fc.property(fc.array(THROW, { minLength: 10, maxLength: 70 }), (throws) => {
    const world = emptyWorld();
    for (const thrown of throws) {
      step(world, thrown);
      check(world);
    }
    for (const event of [...world.events.values()].flat()) {
      seen.add(event.kind);
      if (event.otherId && (event.kind === 'lost' || event.kind === 'found')) withBag.add(`${event.kind}${event.journey ? ' on its way' : ''}`);
    }
  }), { seed: 28_11_2026, numRuns: 300 });
  // the dice have shown every kind of event
  expect([...seen].toSorted()).toEqual(['archived', 'came', 'corrected', 'destroyed', 'found', 'handed-out', 'lost', 'packed', 'parted', 'received', 'refused', 'sealed', 'sent', 'split', 'taken-over', 'unpacked', 'unsealed']);
  // and bags that were lost with all in them, and found with it, here or on their way again
  expect([...withBag].toSorted()).toEqual(['found', 'found on its way', 'lost']);
}, 240_000);
