// Whatever desk and couriers do with shipments, and in whatever order: the outcome is where the round says that the shipment
// stands, in one pair of hands, and each record's two sides explain each other.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Moment, PlainDate } from '../kernel/moment.ts';
import { ABOUT_REASON, ATTEMPT_REASONS } from '../shipment/attempt-reasons.ts';
import { type RoundShipment, type Stop, type StopState, afterHandIn, mayCount, mayPlan } from '../shipment/courier-round.ts';
import { isWithHer } from '../shipment/deliver-shipment.ts';
import type { AccountId, DeskId, UnitId } from '../organisation/organisation.ts';
import type { CustodyChange } from './change.ts';
import { carriedFrom, leftBehind, onRecord, withCourier } from './courier-moves.ts';
import { notCome } from './differences.ts';
import { type CustodyStamp, arrivedAt, outcomeCame, outcomeReturned, sentTo } from './dossier-things.ts';
import { foldCustody } from './fold-custody.ts';
import { type CustodyEvent, type Thing, type ThingId, atDesk } from './thing.ts';

const DESK = atDesk('ky-bac' as DeskId);
const [CLERK, ...COURIERS] = ['1', '2', '3'].map((n) => `00000000-0000-7000-8000-00000000000${n}` as AccountId) as [AccountId, AccountId, AccountId];
const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const SHIPMENTS = ['a', 'b', 'c', 'd'] as const;
type Id = (typeof SHIPMENTS)[number];
type Open = { readonly recordId: string; readonly courierId: AccountId; readonly to: 'courier' | 'desk'; readonly ids: readonly Id[]; readonly by: AccountId };

const THROW = fc.record({
  what: fc.constantFrom('give', 'give', 'take', 'take', 'deliver', 'fail', 'fail', 'hand-in', 'count', 'count', 'end'), ids: fc.subarray([...SHIPMENTS], { minLength: 1 }),
  who: fc.nat(9), reason: fc.constantFrom(...ATTEMPT_REASONS), lacks: fc.nat(3).map((n) => n === 0), strange: fc.integer({ min: 1, max: 9 }),
});
type Throw = typeof THROW extends fc.Arbitrary<infer T> ? T : never;

const newWorld = () => {
  const things = new Map<ThingId, Thing>();
  const events = new Map<ThingId, CustodyEvent[]>();
  const stops = new Map<Id, Stop>();
  const delivered = new Set<Id>();
  const open: Open[] = [];
  let minute = 0;
  let made = 0;
  const newId = (): string => `id-${(made += 1)}`;
  const stampOf = (accountId: AccountId): CustodyStamp => ({ at: `2019-11-18T${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00+07:00` as Moment, by: { accountId, name: 'x' }, newId });
  const keep = (change: CustodyChange): void => {
    for (const thing of change.things) things.set(thing.thingId, thing);
    for (const event of change.events) events.set(event.thingId, [...(events.get(event.thingId) ?? []), event]);
  };
  const of = (id: Id): readonly Thing[] => [...things.values()].filter(({ dossierId }) => dossierId === id);
  const stand = (id: Id, state: StopState, courierId: AccountId, next?: Stop['next']): void => { stops.set(id, { state, courierId, day: '2019-11-18' as PlainDate, ...(next && { next }) }); };
  const factsOf = (id: Id): RoundShipment => {
    const stop = stops.get(id);
    return {
      shipmentId: id, orderNumber: id, carrierName: '', isOwnNetwork: true, orderState: 'confirmed', orderedAt: stampOf(CLERK).at, inBook: true, ...(stop && { stop }),
      dossiers: [{ dossierId: id, code: id, state: delivered.has(id) ? 'returned' : 'ready-to-return' }], lyingHere: carriedFrom(of(id), DESK).length,
    };
  };
  for (const id of SHIPMENTS) keep(outcomeCame({ dossierId: id, name: 'Quyết định', number: '1' }, DESK, stampOf(CLERK)));
  return { things, events, stops, delivered, open, keep, of, stand, factsOf, stampOf, newId, tick: () => { minute += 1; } };
};
type World = ReturnType<typeof newWorld>;

const countRecord = (w: World, thrown: Throw, to: Open['to']): void => {
  const record = w.open.find((one) => one.to === to);
  if (!record) return;
  const by = thrown.strange === 1 ? record.by : to === 'courier' ? record.courierId : CLERK;
  const missing = thrown.lacks ? record.ids.slice(0, 1) : [];
  const received = record.ids.filter((id) => !missing.includes(id)).slice(thrown.strange === 2 ? 1 : 0);
  const may = mayCount({ items: record.ids.map((id) => ({ itemId: id, name: id })), givenBy: record.by }, by, { received, missing: missing.map((itemId) => ({ itemId, note: 'x' })) });
  if (!may.ok) return;
  w.open.splice(w.open.indexOf(record), 1);
  const stamp = w.stampOf(by);
  for (const id of record.ids) {
    const things = onRecord(w.of(id), record.recordId);
    const isMissing = missing.includes(id);
    if (to === 'courier') {
      w.keep(isMissing ? leftBehind(things, withCourier(record.courierId), 'x', stamp) : arrivedAt(things, withCourier(record.courierId), stamp));
      w.stand(id, isMissing ? 'planned' : 'with-courier', record.courierId);
    } else {
      w.keep(isMissing ? notCome(things, 'x', { stamp, settleBy: '2019-11-25' as PlainDate }) : arrivedAt(things, DESK, stamp));
      w.stand(id, isMissing ? 'lost' : afterHandIn(w.stops.get(id)?.next), record.courierId);
    }
  }
};

const step = (w: World, thrown: Throw): void => {
  w.tick();
  const { what, ids } = thrown;
  const id = ids[0] as Id;
  const stop = w.stops.get(id);
  const courierId = thrown.who < 8 && stop ? stop.courierId : at(COURIERS, thrown.who);
  const isHers = stop !== undefined && stop.courierId === courierId
    && isWithHer({ order: { orderNumber: id, orderedAt: w.factsOf(id).orderedAt }, stop, roles: ['courier'], late: { at: w.stampOf(courierId).at, arrivedAt: w.stampOf(courierId).at } }).ok;
  if (what === 'give' && mayPlan(ids.map(w.factsOf), ['planned', 'at-desk']).ok) {
    const recordId = w.newId();
    for (const one of ids) {
      w.keep(sentTo(carriedFrom(w.of(one), DESK), DESK, withCourier(courierId), recordId, w.stampOf(CLERK)));
      w.stand(one, 'given', courierId);
    }
    w.open.push({ recordId, courierId, to: 'courier', ids, by: CLERK });
  } else if (what === 'take') countRecord(w, thrown, 'courier');
  else if (what === 'count') countRecord(w, thrown, 'desk');
  else if (what === 'deliver' && isHers) {
    w.keep(outcomeReturned(w.of(id), { desk: withCourier(courierId), agencyUnitId: 'xa' as UnitId, dossierId: id, originals: [], recalled: thrown.lacks ? ['Sổ cũ'] : [] }, w.stampOf(courierId)));
    w.stand(id, 'delivered', courierId);
    w.delivered.add(id);
  } else if (what === 'fail' && isHers) w.stand(id, 'with-courier', courierId, ABOUT_REASON[thrown.reason].follows);
  else if (what === 'hand-in') {
    const own = ids.filter((one) => w.stops.get(one)?.state === 'with-courier' && w.stops.get(one)?.courierId === courierId);
    if (own.length === 0) return;
    const recordId = w.newId();
    for (const one of own) {
      w.keep(sentTo(carriedFrom(w.of(one), withCourier(courierId)), withCourier(courierId), DESK, recordId, w.stampOf(courierId)));
      w.stand(one, 'handed-in', courierId, w.stops.get(one)?.next);
    }
    w.open.push({ recordId, courierId, to: 'desk', ids: own, by: courierId });
  } else if (what === 'end' && stop?.state === 'at-desk') w.stand(id, 'returned', courierId);
};

const HELD_BY: Readonly<Record<StopState, string>> = {
  planned: 'desk', given: 'transit', 'with-courier': 'courier', 'handed-in': 'transit', 'at-desk': 'desk', delivered: 'citizen', returned: 'desk', lost: 'unaccounted',
};

const check = (w: World): void => {
  for (const id of SHIPMENTS) {
    const stop = w.stops.get(id);
    const [outcome] = w.of(id).filter(({ kind }) => kind === 'outcome');
    expect([id, stop?.state, outcome?.holder.kind]).toEqual([id, stop?.state, stop ? HELD_BY[stop.state] : 'desk']);
    if (stop?.state === 'with-courier') expect(outcome?.holder.id).toBe(stop.courierId);
  }
  for (const [thingId, { kind: _kind, dossierId: _dossier, lines: _lines, name: _name, thingId: _id, ...stands }] of w.things) expect(foldCustody(w.events.get(thingId) ?? [])).toEqual(stands);
  const all = [...w.events.values()].flat();
  for (const { recordId, ids } of w.open) expect(all.filter((event) => event.recordId === recordId).map(({ kind }) => kind)).toEqual(ids.map(() => 'sent'));
  const closed = new Set(all.flatMap(({ recordId }) => recordId ?? []));
  for (const record of closed) {
    if (w.open.some(({ recordId }) => recordId === record)) continue;
    const of = (...kinds: readonly CustodyEvent['kind'][]): number => all.filter((event) => event.recordId === record && kinds.includes(event.kind)).length;
    expect([record, of('sent')]).toEqual([record, of('received', 'refused', 'lost')]);
  }
};

it('every outcome has one holder, the one that the round says, whatever was tried', () => {
  const seen = new Set<string>();
  fc.assert(fc.property(fc.array(THROW, { minLength: 30, maxLength: 50 }), (throws) => {
    const w = newWorld();
    for (const thrown of throws) {
      step(w, thrown);
      check(w);
      for (const { state } of w.stops.values()) seen.add(state);
    }
  }), { seed: 36, numRuns: 300 });
  // the dice have shown every place where a shipment can stand
  expect([...seen].toSorted()).toEqual(Object.keys(HELD_BY).toSorted());
});
