import { describe, expect, it } from 'vitest';
import type { DeskActor } from '../dossier/desk-hands.ts';
import type { Moment, PlainDate } from '../kernel/moment.ts';
import type { AccountId } from '../organisation/organisation.ts';
import { withCourier } from '../custody/courier-moves.ts';
import { outcomeCame } from '../custody/dossier-things.ts';
import { CITIZEN, type CustodyEvent, type Thing } from '../custody/thing.ts';
import type { DossierId } from '../dossier/dossier.ts';
import { type UndoFacts, undoDelivery } from './undo-delivery.ts';

const id = (text: string): AccountId => text as AccountId;
const officer: DeskActor = { accountId: id('officer'), fullName: 'Trần Văn Trúc', roles: ['commune-officer'], confirmation: { kind: 'none' } };
const clerk: DeskActor = { accountId: id('clerk'), fullName: 'Nguyễn Thị Sen', roles: ['postal-clerk'], confirmation: { kind: 'none' } };
const dossierId = 'd' as DossierId;
const [outcome] = outcomeCame({ dossierId, name: 'Giấy phép', number: '1/GP' }, CITIZEN, { at: '2019-11-18T08:00:00+07:00' as Moment, by: { accountId: id('officer'), name: 'x' }, newId: () => 't' }).things as readonly [Thing];
const given = { thingId: 't', eventNo: 4, kind: 'handed-out', from: withCourier(id('courier')) } as CustodyEvent;
const facts: UndoFacts = {
  orderNumber: 'MC19-1', stop: { state: 'delivered', courierId: id('courier'), day: '2019-11-18' as PlainDate }, actor: officer, how: 'pin-each', dossiers: [{ dossierId, code: 'H27-1', state: 'returned' }],
  things: [outcome], events: [given], withOpenCase: [], courierId: id('courier'), collected: 0, heldByCourier: 0, heldAtDesk: 0,
};
const refusalOf = (more: Partial<UndoFacts>) => {
  const answer = undoDelivery({ ...facts, ...more });
  return answer.ok ? 'ok' : answer.refusal.kind;
};

describe('a delivery recorded by mistake', () => {
  it('is taken back by an officer, alone or beside the clerk', () => {
    expect(undoDelivery(facts)).toMatchObject({ ok: true, value: { hands: { receiverName: 'Trần Văn Trúc' } } });
    expect(refusalOf({ actor: clerk })).toBe('confirmation-needed');
    const beside: DeskActor = { ...clerk, confirmation: { kind: 'pin', officer: { accountId: id('officer'), fullName: 'Trần Văn Trúc' } } };
    expect(undoDelivery({ ...facts, actor: beside })).toMatchObject({ value: { hands: { receiverName: 'Trần Văn Trúc', assistantName: 'Nguyễn Thị Sen' } } });
    expect(refusalOf({ courierId: id('officer') })).toBe('both-sides');
  });
  it('is one that stands as delivered, of dossiers that were closed by it', () => {
    expect(refusalOf({ stop: { state: 'with-courier', courierId: id('courier'), day: '2019-11-18' as PlainDate } })).toBe('stop-stands');
    const { stop: _stop, ...nowhere } = facts;
    expect(undoDelivery(nowhere)).toMatchObject({ refusal: { kind: 'stop-stands' } });
    expect(refusalOf({ dossiers: [{ dossierId, code: 'H27-1', state: 'ready-to-return' }] })).toBe('act-not-possible');
  });
  it('took no old papers in: somebody at that door gave them', () => {
    expect(refusalOf({ things: [{ kind: 'recalled', name: 'Giấy phép cũ' } as Thing] })).toBe('old-papers-came');
  });
  it('is followed by nothing: no case of it is open, and its outcome has not moved since', () => {
    expect(refusalOf({ withOpenCase: ['t'] })).toBe('delivery-followed');
    expect(refusalOf({ events: [given, { ...given, eventNo: 5, kind: 'lost' } as CustodyEvent] })).toBe('delivery-followed');
    expect(refusalOf({ events: [{ ...given, from: withCourier(id('another')) } as CustodyEvent] })).toBe('delivery-followed');
    expect(refusalOf({ things: [], events: [] })).toBe('ok');
  });
  it('gives the money back from the courier, else from the desk, and not once it has gone on', () => {
    expect(undoDelivery({ ...facts, collected: 8_000, heldByCourier: 8_000, heldAtDesk: 8_000 })).toMatchObject({ value: { moneyFrom: 'courier' } });
    expect(undoDelivery({ ...facts, collected: 8_000, heldByCourier: 7_000, heldAtDesk: 8_000 })).toMatchObject({ value: { moneyFrom: 'desk' } });
    expect(refusalOf({ collected: 8_000, heldByCourier: 7_000, heldAtDesk: 7_000 })).toBe('money-went-on');
  });
});
