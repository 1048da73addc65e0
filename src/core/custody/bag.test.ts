import { describe, expect, it } from 'vitest';
import type { DossierId } from '../dossier/dossier.ts';
import type { Moment } from '../kernel/moment.ts';
import { formatBagLabel } from '../numbering/bag-label.ts';
import type { AccountId, DeskId, UnitId } from '../organisation/organisation.ts';
import { type Bag, MOST_IN_BAG, bagOpened, bagStands, bagStarted, differencesIn, mayGoOn, mayReceive, mayReopen, packDossier, takeOutOfBag } from './bag.ts';
import { type CustodyStamp, arrivedAt, papersCame, sentTo } from './dossier-things.ts';
import { countScanned, readScanned } from './scanned-dossier.ts';
import { type Thing, type ThingId, atAgency, atDesk } from './thing.ts';

let made = 0;
const newId = (): string => `t${(made += 1)}`;
const at = (minute: number): Moment => `2019-11-18T08:${String(minute).padStart(2, '0')}:00+07:00` as Moment;
const stamp = (minute: number): CustodyStamp => ({ at: at(minute), by: { accountId: 'a' as AccountId, name: 'x' }, newId });
const desk = 'ky-bac' as DeskId;
const agency = 'so-tu-phap' as UnitId;
const bag: Bag = { bagId: 'bag' as ThingId, label: formatBagLabel(1), direction: 'to-agency', deskId: desk, agencyUnitId: agency, givenBy: [] };
const [bagThing] = bagStarted(bag, stamp(0)).things as readonly [Thing];
const papers = (dossierId: string): Thing => papersCame({ dossierId, roundNo: 0, lines: [{ lineNo: 1, form: 'original', count: 2 }] }, atDesk(desk), stamp(0)).things[0] as Thing;
const dossier = (more: object = {}) => ({ code: 'H27-1', deskId: desk, agencyUnitId: agency, placeName: 'Sở Tư pháp', mayGo: true, things: [papers('d1')], ...more });
const pack = (more: object = {}, packed = 0, of: Bag = bag) => packDossier({ bag: of, bagThing, scanned: 'H27-1', dossier: dossier(more), packed }, stamp(1));
const packed = (): Thing => {
  const done = pack();
  if (!done.ok) throw new Error(done.refusal.kind);
  return done.value.things[0] as Thing;
};
const refused = (result: { readonly ok: boolean; readonly refusal?: { readonly kind: string } }): string | undefined => (result.ok ? undefined : result.refusal?.kind);

describe('filling', () => {
  it('what is scanned lies in the bag and has changed no hands', () => {
    expect(packed()).toMatchObject({ insideId: 'bag', holder: atDesk(desk), count: 2 });
  });
  it.each([
    ['packed-already', { inside: { bagId: 'bag', label: bag.label } }], ['packed-already', { inside: { bagId: 'other', label: 'TUI0000000293' } }],
    ['packed-for-another', { agencyUnitId: 'so-xay-dung', placeName: 'Sở Xây dựng' }], ['packed-for-another', { deskId: 'ky-phong' }],
    ['not-to-go-out', { mayGo: false }], ['nothing-to-pack', { things: [] }], ['nothing-to-pack', { things: [{ ...papers('d1'), holder: atAgency(agency) }] }],
  ])('%s is refused', (kind, more) => expect(refused(pack(more))).toBe(kind));
  it('nothing is packed that nobody knows, nor more than one record can be received with, nor after the seal', () => {
    expect(packDossier({ bag, bagThing, scanned: 'H27-9', dossier: undefined, packed: 0 }, stamp(1))).toEqual({ ok: false, refusal: { kind: 'scanned-unknown', scanned: 'H27-9' } });
    expect(refused(pack({}, MOST_IN_BAG))).toBe('bag-full');
    expect(refused(pack({}, 1, { ...bag, closedAt: at(1) }))).toBe('bag-stands');
  });
  it('is taken out again while the bag is open, and only what is in it', () => {
    const out = takeOutOfBag(bag, [packed()], stamp(2));
    expect(out.ok && out.value.things[0]?.insideId).toBe(undefined);
    expect(refused(takeOutOfBag(bag, [papers('d1')], stamp(2)))).toBe('not-in-bag');
    expect(refused(takeOutOfBag({ ...bag, closedAt: at(1) }, [packed()], stamp(2)))).toBe('bag-stands');
  });
  it('an empty bag is neither sealed nor handed over; a seal is cut only before the bag has left', () => {
    const closed = { ...bag, closedAt: at(2) };
    expect([mayGoOn(bag, 'open', 0), mayGoOn(closed, 'closed', 0), mayGoOn(bag, 'closed', 1), mayReopen(bag), mayReopen({ ...closed, sentAt: at(3) })].map(refused))
      .toEqual(['bag-empty', 'bag-empty', 'bag-stands', 'bag-stands', 'bag-stands']);
    expect([mayGoOn(bag, 'open', 1), mayGoOn(closed, 'closed', 1), mayReopen(closed)].map(refused)).toEqual([undefined, undefined, undefined]);
    expect([bag, closed, { ...closed, sentAt: at(3) }, { ...closed, sentAt: at(3), received: { at: at(4), byName: 'x' } }].map(bagStands)).toEqual(['open', 'closed', 'sent', 'received']);
  });
});

describe('on its way', () => {
  const go = (thing: Thing, beside: readonly Thing[] = []) => sentTo([thing, ...beside], atDesk(desk), atAgency(agency), 'r1', stamp(3), bagThing);
  const standing = (things: readonly Thing[]) => Object.fromEntries(things.map((thing) => [thing.kind, { holder: thing.holder.kind, inside: thing.insideId }]));
  it('the bag goes with what is in it, what is not in it goes beside it', () => {
    const beside = papers('d1');
    const { things, events } = go(packed(), [beside]);
    expect(things.every(({ holder }) => holder.kind === 'transit' && holder.id === 'r1')).toBe(true);
    expect(things.map(({ insideId }) => insideId).toSorted()).toEqual(['bag', undefined, undefined]);
    expect(events.map(({ kind }) => kind)).toEqual(['sent', 'sent', 'sent']);
  });
  it('what arrives is out of the bag, whether the bag was opened or not; opened, the bag is no more', () => {
    const sent = go(packed()).things;
    const content = arrivedAt(sent.filter(({ kind }) => kind === 'papers'), atAgency(agency), stamp(4));
    expect(standing(content.things)).toEqual({ papers: { holder: 'agency', inside: undefined } });
    expect(content.events.map(({ kind }) => kind)).toEqual(['unpacked', 'received']);
    const opened = bagOpened(bag, sent.find(({ kind }) => kind === 'bag') as Thing, stamp(4));
    expect(opened.events.map(({ kind }) => kind)).toEqual(['received', 'destroyed']);
  });
  it('what is sent without its bag is taken out of it first', () => {
    const { things, events } = sentTo([packed()], atDesk(desk), atAgency(agency), 'r1', stamp(3));
    expect(standing(things)).toEqual({ papers: { holder: 'transit', inside: undefined } });
    expect(events.map(({ kind }) => kind)).toEqual(['unpacked', 'sent']);
  });
});

describe('receiving', () => {
  const clerk = 'clerk' as AccountId;
  const sent: Bag = { ...bag, closedAt: at(2), sentAt: at(3), givenBy: [clerk] };
  const open = [{ dossierId: 'd1', code: 'H27-1' }, { dossierId: 'd2', code: 'H27-2' }];
  const all = { received: ['d1'], missing: ['d2'] };
  const other = ['officer' as AccountId];
  it('by another person than whoever gave it, once, with nothing left uncounted', () => {
    expect(refused(mayReceive(sent, other, open, all))).toBe(undefined);
    expect([
      mayReceive(sent, [...other, clerk], open, all), mayReceive({ ...bag, closedAt: at(2) }, other, open, all), mayReceive({ ...sent, received: { at: at(4), byName: 'x' } }, other, open, all),
      mayReceive(sent, other, open, { received: ['d1', 'd2'], missing: ['d2'] }), mayReceive(sent, other, open, { received: ['d1', 'd9'], missing: ['d2'] }),
    ].map(refused)).toEqual(['both-sides', 'never-handed-over', 'received-already', 'counted-not-in-bag', 'counted-not-in-bag']);
    expect(mayReceive(sent, other, open, { received: ['d2'], missing: [] })).toEqual({ ok: false, refusal: { kind: 'not-all-counted', codes: ['H27-1'] } });
  });
  it('a difference is of a paper that was sent, of a dossier that came, fewer than sent, and told once', () => {
    const line = { dossierId: 'd1', lineNo: 1, name: 'Tờ khai', count: 2 };
    const told = { dossierId: 'd1', lineNo: 1, result: 'short' as const, arrived: 1, note: 'thiếu' };
    const good = differencesIn([told], [line], ['d1']);
    expect(good.ok && good.value.get('d1')).toEqual([{ lineNo: 1, name: 'Tờ khai', result: 'short', sent: 2, arrived: 1, note: 'thiếu' }]);
    expect([
      differencesIn([{ ...told, arrived: 2 }], [line], ['d1']), differencesIn([told, told], [line], ['d1']), differencesIn([told], [line], []), differencesIn([{ ...told, lineNo: 2 }], [line], ['d1']),
    ].map(refused)).toEqual(['count-not-less', 'counted-not-in-bag', 'counted-not-in-bag', 'counted-not-in-bag']);
  });
});

describe('what is scanned', () => {
  const lines = [
    { dossierId: 'd1', code: '000.18.60.H27-191118-0001', postingNumber: 'RR473124829VN' }, { dossierId: 'd2', code: '000.18.60.H27-191118-0002', counted: 'received' as const },
  ];
  it('is a code, the address in a QR, or the number of a posting slip', () => {
    expect(readScanned(' 000.18.60.h27-191118-0001 ')).toEqual({ ok: true, value: { code: '000.18.60.H27-191118-0001' } });
    expect(readScanned('https://motcua.example/q/000.18.60.H27-191118-0001')).toEqual({ ok: true, value: { code: '000.18.60.H27-191118-0001' } });
    expect(readScanned('rr 473124829 vn')).toEqual({ ok: true, value: { item: 'RR473124829VN' } });
    expect(refused(readScanned('RR473124828VN'))).toBe('item-number-check-digit');
  });
  it('is counted once, and only what stands on the record', () => {
    const counted = new Set<string>();
    const first = countScanned(lines, counted, 'RR473124829VN');
    expect(first.ok && first.value.dossierId).toBe('d1' as DossierId);
    counted.add('d1');
    expect(['000.18.60.H27-191118-0001', '000.18.60.H27-191118-0002', '000.18.60.H27-191118-0003', 'RR473124828VN'].map((code) => refused(countScanned(lines, counted, code))))
      .toEqual(['scanned-twice', 'counted-before', 'not-on-list', 'item-number-check-digit']);
  });
});
