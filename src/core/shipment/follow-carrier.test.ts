import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentTo, type CustodyStamp, outcomeCame } from '../custody/dossier-things.ts';
import { foldCustody } from '../custody/fold-custody.ts';
import { CITIZEN, type Holder, type Thing, UNACCOUNTED, atDesk } from '../custody/thing.ts';
import type { Moment, PlainDate } from '../kernel/moment.ts';
import type { AccountId, DeskId } from '../organisation/organisation.ts';
import { closesDossier, followCarrier } from './follow-carrier.ts';
import { ORDER_STATES } from './send-order.ts';
import { refuseHandOver, shipmentStands } from './shipment-stands.ts';
import { SHIPMENT_STATUSES, type ShipmentStatus } from './shipment-status.ts';
import { placeInAddress, receiverErrors, receiverKey } from './receiver.ts';

const desk = atDesk('ky-bac' as DeskId);
const carrier: Holder = { kind: 'carrier', id: 'vnpost' };
const courier: Holder = { kind: 'courier', id: 'a1' };
let ids = 0;
const stamp = (minute: number): CustodyStamp => ({
  at: `2019-11-18T08:${String(minute).padStart(2, '0')}:00+07:00` as Moment, by: { accountId: 'a' as AccountId, name: 'x' }, newId: () => `t${(ids += 1)}`,
});
const facts = (things: readonly Thing[]) => ({ things, desk, carrier, recordId: 'r', shipmentId: 's', settleBy: '2019-11-25' as PlainDate });
const [outcome] = outcomeCame({ dossierId: 'd', name: 'Giấy phép', number: '1/GP' }, desk, stamp(0)).things as readonly [Thing];
const goingOut = sentTo([outcome], desk, carrier, 'r', stamp(1)).things[0] as Thing;
const follow = (thing: Thing, status: ShipmentStatus, minute = 2): Thing => followCarrier(status, facts([thing]), stamp(minute)).things[0] ?? thing;

describe('the ledger', () => {
  it.each(['accepted', 'in-transit', 'out-for-delivery', 'attempt-failed'] as const)('%s: the carrier has it, whether the desk wrote a record or not', (status) => {
    for (const thing of [outcome, goingOut, follow(goingOut, 'returning')]) expect(follow(thing, status, 3).holder).toEqual(carrier);
  });
  it('delivered is the citizen’s, returned on its way to the desk, lost nobody’s with a case', () => {
    for (const thing of [outcome, goingOut, follow(goingOut, 'accepted')]) expect(follow(thing, 'delivered', 3).holder).toEqual(CITIZEN);
    for (const thing of [goingOut, follow(goingOut, 'accepted'), follow(goingOut, 'returning')]) expect(follow(thing, 'returned', 3).journey).toEqual({ from: carrier, to: desk });
    const lost = followCarrier('lost', facts([follow(goingOut, 'accepted')]), stamp(3));
    expect([lost.things[0]?.holder, lost.opened[0]?.kind, lost.opened[0]?.shipmentId]).toEqual([UNACCOUNTED, 'short', 's']);
  });
  it('a courier by name keeps what is hers', () => {
    const hers = sentTo([outcome], desk, courier, 'r', stamp(1)).things[0] as Thing;
    expect(follow(hers, 'accepted').holder).toEqual(courier);
  });
  it('what the citizen has, and what is elsewhere, is not moved by a word', () => {
    const delivered = follow(goingOut, 'delivered');
    const elsewhere: Thing = { ...outcome, holder: { kind: 'agency', id: 'so-tu-phap' } };
    for (const status of SHIPMENT_STATUSES) for (const thing of [delivered, elsewhere]) expect(followCarrier(status, facts([thing]), stamp(5)).events).toEqual([]);
  });
  it('cancelled after it left the desk it is on its way back; before, it lies there', () => {
    for (const thing of [goingOut, follow(goingOut, 'accepted'), follow(goingOut, 'returning')]) expect(follow(thing, 'cancelled', 3).journey).toEqual({ from: carrier, to: desk });
    expect(followCarrier('cancelled', facts([outcome]), stamp(3)).events).toEqual([]);
  });
  it('the same word twice moves nothing more, and events always give the row', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...SHIPMENT_STATUSES), { maxLength: 8 }), (statuses) => {
      let thing = outcome;
      const events = [...outcomeCame({ dossierId: 'd', name: 'Giấy phép', number: '1/GP' }, desk, stamp(0)).events].map((event) => ({ ...event, thingId: outcome.thingId }));
      statuses.forEach((status, index) => {
        for (const times of [1, 2]) {
          const change = followCarrier(status, facts([thing]), stamp(index + 1));
          if (times === 2) expect(change.events).toEqual([]);
          events.push(...change.events);
          thing = change.things.at(-1) ?? thing;
        }
      });
      const { thingId: _id, kind: _kind, dossierId: _dossier, lines: _lines, name: _name, ...stands } = thing;
      expect(foldCustody(events)).toEqual(stands);
    }));
  });
});

it('delivered closes a dossier that was ready, and no other', () => {
  expect(closesDossier('delivered', 'ready-to-return')).toBe(true);
  expect([closesDossier('delivered', 'returned'), closesDossier('out-for-delivery', 'ready-to-return'), closesDossier('delivered', 'uncollected')]).toEqual([false, false, false]);
});

describe('at the desk a shipment', () => {
  const row = { state: 'confirmed', status: null, problem: null, isUnmapped: false, isHandedOver: false, isOwnNetwork: false, isComingBack: false, isCountedBack: false } as const;
  it.each([
    ['to-hand-over', {}], ['on-the-way', { isHandedOver: true }], ['on-the-way', { status: 'in-transit' }], ['ended', { status: 'delivered' }], ['ended', { state: 'cancelled' }],
    ['problem', { state: 'refused' }], ['problem', { state: 'unclear' }], ['problem', { isUnmapped: true, status: 'delivered' }], ['problem', { problem: 'cancel-refused' }],
    ['problem', { status: 'lost' }], ['problem', { status: 'attempt-failed' }],
    ['on-the-way', { status: 'attempt-failed', isOwnNetwork: true }], ['on-the-way', { status: 'returning', isOwnNetwork: true }], ['problem', { status: 'lost', isOwnNetwork: true }],
    ['to-count', { status: 'returned', isComingBack: true }], ['to-count', { status: 'cancelled', isComingBack: true }], ['to-count', { state: 'cancelled', isComingBack: true }], ['ended', { status: 'cancelled' }], ['to-count', { status: 'returning', isComingBack: true }], ['to-count', { isUnmapped: true, isComingBack: true }],
    ['on-the-way', { status: 'returning', isComingBack: true, isOwnNetwork: true }], ['ended', { status: 'returning', isCountedBack: true }],
  ] as const)('is %s: %o', (stands, more) => expect(shipmentStands({ ...row, ...more })).toBe(stands));

  it('is handed over once, when its carrier knows of it and its outcome lies here', () => {
    const shipment = { orderNumber: 'MC19-000001', isOwnNetwork: false, state: 'confirmed', isHandedOver: false, dossiers: [{ code: 'H27-1', isHere: true }] } as const;
    expect(refuseHandOver([shipment])).toBeUndefined();
    expect(refuseHandOver([shipment, { ...shipment, isHandedOver: true }])?.kind).toBe('handed-over-before');
    expect(refuseHandOver([{ ...shipment, isOwnNetwork: true }])?.kind).toBe('courier-takes-it');
    expect(refuseHandOver([{ ...shipment, dossiers: [{ code: 'H27-1', isHere: false }] }])).toEqual({ kind: 'outcome-not-here', code: 'H27-1' });
    for (const state of ORDER_STATES) expect(refuseHandOver([{ ...shipment, state }]) === undefined).toBe(state === 'confirmed');
  });
});

it('a place is found in an address whatever its tones and commas, the longer name before the shorter', () => {
  expect(placeInAddress('Thôn Hợp Tiến, XA KY BAC, huyện Kỳ Anh', ['xã Kỳ', 'xã Kỳ Bắc'])).toBe('xã Kỳ Bắc');
  expect(placeInAddress('thôn Hợp Tiến', ['xã Kỳ Bắc'])).toBeUndefined();
});

it('a receiver has a telephone and more than the name of the commune', () => {
  const receiver = { name: 'Nguyễn Văn Thử', phone: '0912 000 001', address: 'thôn Hợp Tiến', place: 'xã Kỳ Bắc' };
  expect(receiverErrors(receiver)).toEqual([]);
  expect(receiverErrors({ ...receiver, phone: '0912', address: 'Xã Kỳ Bắc.' })).toEqual(['phone', 'address']);
  const person = { fullName: 'Nguyễn Văn Thử', identity: { kind: 'none', number: '' } } as const;
  expect(receiverKey(person)).toBe('nguyen van thu');
});
