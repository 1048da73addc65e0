import { describe, expect, it } from 'vitest';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import type { Moment, PlainDate } from '../kernel/moment.ts';
import type { Result } from '../kernel/result.ts';
import type { AccountId } from '../organisation/organisation.ts';
import type { Parties } from '../people/person.ts';
import { STOP_STATES } from './courier-round.ts';
import { type Delivery, type DeliveryFacts, MOST_SIGNATURE_BYTES, amountDue, deliverShipment, failAttempt } from './deliver-shipment.ts';
import { ATTEMPT_POLICY } from './next-attempt.ts';

const at = (time: string): Moment => `2019-11-20T${time}:00+07:00` as Moment;
const identity = { kind: 'old-identity-card', number: '183000001' } as const;
const parties: Parties = { applicant: { fullName: 'Nguyễn Văn Thử', identity, address: { line: '', communeName: 'xã Kỳ Bắc', provinceName: 'tỉnh Hà Tĩnh' } } };
const [SIGNED, PICTURE] = ['s'.repeat(64), 'p'.repeat(64)];

const facts: DeliveryFacts = {
  order: { orderNumber: 'MC19-000001', orderedAt: at('08:00') }, stop: { state: 'with-courier', courierId: 'c' as AccountId, day: '2019-11-20' as PlainDate }, since: at('08:30'), roles: ['courier'],
  late: { at: at('10:00'), arrivedAt: at('11:00') }, collectOnDelivery: 26_000,
  dossiers: [
    { dossierId: 'a', code: 'H27-1', state: 'ready-to-return', parties, unpaid: [{ lineNo: 1, name: 'Lệ phí', amount: 8_000 }] },
    { dossierId: 'b', code: 'H27-2', state: 'ready-to-return', parties, unpaid: [] },
  ],
  files: [{ sha256: SIGNED, mediaType: 'image/png', bytes: 3_000 }, { sha256: PICTURE, mediaType: 'image/jpeg', bytes: 300_000 }],
};
const command: Delivery = { receiver: { fullName: 'Nguyễn Văn Thử', identity, relation: 'self' }, receiptShown: true, recalledPapers: [], signature: SIGNED, amountCollected: 26_000 };
const kindOf = (result: Result<unknown, { readonly kind: string }>): string => (result.ok ? 'ok' : result.refusal.kind);
const deliver = (more: Partial<Delivery> = {}, change: Partial<DeliveryFacts> = {}): string => kindOf(deliverShipment({ ...command, ...more }, { ...facts, ...change }));

describe('a delivery', () => {
  it('pays the fees of every dossier in it', () => {
    expect(deliverShipment(command, facts)).toEqual({ ok: true, value: { due: 26_000, feeLines: new Map([['a', [1]], ['b', []]]) } });
  });
  it('is made only of what is with her', () => {
    for (const state of STOP_STATES) expect([state, deliver({}, { stop: { ...facts.stop, state } })]).toEqual([state, state === 'with-courier' ? 'ok' : 'stop-stands']);
    expect(deliver({}, { late: { at: at('08:00'), arrivedAt: at('11:00') } })).toBe('before-it-was-taken');
  });
  it('is made by a courier, of what waits to be returned', () => {
    expect(deliver({}, { roles: ['postal-clerk'] })).toBe('role-not-allowed');
    expect(deliver({}, { dossiers: facts.dossiers.map((one) => ({ ...one, state: 'returned' as const })) })).toBe('act-not-possible');
  });
  it('asks who receives it as the desk does, and that of each dossier', () => {
    const stranger = { fullName: 'Lê Thị Lạ', identity: { ...identity, number: '183000009' }, relation: 'self' } as const;
    expect(deliver({ receiver: stranger })).toBe('receiver-is-not-party');
    expect(deliver({ receiver: { ...stranger, relation: 'authorised' } })).toBe('authorisation-needed');
    expect(deliver({ receiver: { ...stranger, relation: 'family' } })).toBe('ok');
    expect(deliver({ receiver: { ...stranger, relation: 'family' }, receiptShown: false, lostReceiptNote: 'Mất' })).toBe('authorisation-needed');
    expect(deliver({ receiptShown: false })).toBe('lost-receipt-note-needed');
    expect(deliver({ receiver: { ...command.receiver, identity: { ...identity, number: '18' } } })).toBe('fields-invalid');
    const other = { ...parties, applicant: { ...parties.applicant, fullName: 'Trần Văn Khác', identity: { ...identity, number: '183000002' } } };
    expect(deliver({}, { dossiers: facts.dossiers.map((one, n) => ({ ...one, parties: n === 1 ? other : parties })) })).toBe('receiver-is-not-party');
    expect(deliver({ recalledPapers: [{ dossierId: 'b', name: 'Sổ cũ', collected: false }] })).toBe('recalled-papers-missing');
  });
  it('has a signature that can be looked at, or the picture of a fingerprint', () => {
    const { signature: _signature, ...unsigned } = command;
    const without = (more: Partial<Delivery>): string => kindOf(deliverShipment({ ...unsigned, ...more }, facts));
    expect(without({})).toBe('signature-missing');
    const finger = { kind: 'fingerprint', readAloud: true, witnesses: [] } as const;
    expect([without({ signing: finger }), without({ signing: finger, photo: PICTURE })]).toEqual(['signature-missing', 'ok']);
    expect(deliver({ signature: 'x'.repeat(64) })).toBe('scans-missing');
    expect(deliver({ signature: PICTURE })).toBe('signature-unfit');
    expect(deliver({}, { files: [{ sha256: SIGNED, mediaType: 'image/png', bytes: MOST_SIGNATURE_BYTES + 1 }] })).toBe('signature-unfit');
    expect(deliver({ receiver: { ...command.receiver, relation: 'authorised', authorisation: { scan: 'z'.repeat(64) } } })).toBe('scans-missing');
  });
  it('brings the money that is due, or says why not; the state’s fees are never left open', () => {
    expect([amountDue(26_000, [{ amount: 8_000 }]), amountDue(0, [{ amount: 8_000 }, { amount: 2_000 }])]).toEqual([26_000, 10_000]);
    expect(deliver({ amountCollected: 8_000 })).toBe('collected-differs');
    expect(deliver({ amountCollected: 8_000, amountNote: 'Miễn cước' })).toBe('ok');
    expect(deliver({ amountCollected: 27_000 })).toBe('collected-differs');
    expect(deliver({ amountCollected: 7_000, amountNote: 'Thiếu tiền' })).toBe('fees-unpaid');
  });
});

it('an attempt that failed says why where the desk must know more', () => {
  const failed = { ...facts, on: '2019-11-20' as PlainDate, countedOn: [], policy: ATTEMPT_POLICY, calendar: hatinhCalendar };
  expect(kindOf(failAttempt({ reason: 'moved' }, failed))).toBe('reason-note-missing');
  expect(failAttempt({ reason: 'moved', note: 'Vào Nam' }, failed)).toEqual({ ok: true, value: { kind: 'to-desk' } });
  expect(failAttempt({ reason: 'absent' }, failed)).toEqual({ ok: true, value: { kind: 'again', on: '2019-11-21' } });
  expect(kindOf(failAttempt({ reason: 'absent' }, { ...failed, stop: { ...failed.stop, state: 'handed-in' } }))).toBe('stop-stands');
});
