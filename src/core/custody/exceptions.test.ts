import { describe, expect, it } from 'vitest';
import type { Moment, PlainDate } from '../kernel/moment.ts';
import type { BagLabel } from '../numbering/bag-label.ts';
import type { AccountId, DeskId, UnitId } from '../organisation/organisation.ts';
import type { Bag } from './bag.ts';
import type { CustodyChange } from './change.ts';
import { foldCustody } from './fold-custody.ts';
import { openLateCase, openLateCases } from './late-case.ts';
import { bagFound, declareBagLost, sealBroken } from './lost-bag.ts';
import { comes, moveThing, moveTogether } from './move-thing.ts';
import { countedOver } from './over.ts';
import { reissueDone } from './reissue.ts';
import { type CustodyEvent, type Thing, type ThingId, atAgency, atDesk } from './thing.ts';

const [DESK, AGENCY] = [atDesk('ky-bac' as DeskId), atAgency('so-tu-phap' as UnitId)];
const by = { accountId: '00000000-0000-7000-8000-000000000001' as AccountId, name: 'Người thử' };
const at = (day: string, minute = 0): Moment => `2019-11-${day}T08:${String(minute).padStart(2, '0')}:00+07:00` as Moment;
let made = 0;
const stamp = (moment: Moment) => ({ at: moment, by, newId: () => `new-${(made += 1)}` });
const cases = (day = '21') => ({ stamp: stamp(at(day)), settleBy: '2019-11-28' as PlainDate });

const bag: Bag = { bagId: 'bag' as ThingId, label: 'TUI0000012320' as BagLabel, direction: 'to-agency', deskId: 'ky-bac' as DeskId, agencyUnitId: 'so-tu-phap' as UnitId, givenBy: [], closedAt: at('18', 9), sentAt: at('18', 10) };

/** A bag with two things, sent under record r; with all their events. */
const sent = (): { bagThing: Thing; content: readonly Thing[]; events: CustodyEvent[] } => {
  const events: CustodyEvent[] = [];
  const note = <T extends { readonly event: CustodyEvent; readonly thing: Thing }>(moved: T): Thing => { events.push(moved.event); return moved.thing; };
  const bagThing = note(comes({ thingId: bag.bagId, kind: 'bag', lines: [] }, 1, DESK, stamp(at('18'))));
  const content = ['one', 'two'].map((id, index) => {
    const thing = note(comes({ thingId: id as ThingId, kind: 'papers', dossierId: id, roundNo: 0, lines: [1] }, index + 2, DESK, stamp(at('18'))));
    const packed = moveThing(thing, { kind: 'pack', into: bagThing }, stamp(at('18', 5)));
    return packed.ok ? note(packed.value) : expect.fail('not packed');
  });
  const moved = moveTogether(bagThing, content, { kind: 'send', from: DESK, to: AGENCY, recordId: 'r' }, stamp(at('18', 10)));
  const [gone, ...rest] = moved.ok ? moved.value.map(note) : expect.fail('not sent');
  return { bagThing: gone ?? expect.fail('no bag'), content: rest, events };
};
const ledger = (change: CustodyChange, before: readonly CustodyEvent[]) => change.things.map((thing) => {
  const { thingId, kind: _kind, dossierId: _dossier, roundNo: _round, lines: _lines, name: _name, ...stands } = thing;
  expect(foldCustody([...before, ...change.events].filter((event) => event.thingId === thingId))).toEqual(stands);
  return `${thingId} ${thing.holder.kind}${thing.insideId ? ' inside' : ''}${thing.journey ? ' on its way' : ''}`;
});
const facts = (more: Partial<Bag> = {}) => { const { events, ...things } = sent(); return { events, lost: { bag: { ...bag, ...more }, ...things, handOverId: 'r', transitDue: '2019-11-20' as PlainDate } }; };

describe('a lost bag', () => {
  it('past its window nobody has it, nor anything in it, with one case that lists it all', () => {
    const { lost, events } = facts();
    const change = declareBagLost(undefined, lost, cases());
    if (!change.ok) return expect.fail(change.refusal.kind);
    expect(ledger(change.value, events)).toEqual(['bag unaccounted', 'one unaccounted inside', 'two unaccounted inside']);
    expect(change.value.opened).toMatchObject([{ kind: 'bag-lost', thingId: 'bag', recordId: 'r', sent: 5, arrived: 0, content: ['one', 'two'], between: { deskId: 'ky-bac', agencyUnitId: 'so-tu-phap' } }]);
  });
  it('within its window it takes a ground', () => {
    expect(declareBagLost(undefined, facts().lost, cases('20'))).toEqual({ ok: false, refusal: { kind: 'bag-not-late', label: bag.label, transitDue: '2019-11-20' } });
    expect(declareBagLost('Xe cháy', facts().lost, cases('18')).ok).toBe(true);
  });
  it('only one that was sent, and only once', () => {
    const refused = (more: Partial<Bag>) => { const change = declareBagLost('x', facts(more).lost, cases()); return change.ok ? 'ok' : 'stands' in change.refusal && change.refusal.stands; };
    expect([refused({ sentAt: undefined as never }), refused({ received: { at: at('19'), byName: 'x' } }), refused({ lost: { at: at('19'), byName: 'x', givenUp: false } })]).toEqual(['closed', 'received', 'lost']);
  });
  it('found again it is on its way as before, and its case is over; what was found alone meanwhile is out of it', () => {
    const { lost, events } = facts();
    const gone = declareBagLost(undefined, lost, cases());
    if (!gone.ok) return expect.fail(gone.refusal.kind);
    const [bagThing, one, two] = gone.value.things as readonly [Thing, Thing, Thing];
    const alone = moveThing(two, { kind: 'find', where: AGENCY }, stamp(at('22')));
    if (!alone.ok) return expect.fail(alone.refusal.kind);
    expect(alone.value.thing.insideId).toBeUndefined();
    const found = bagFound('Ở bưu cục', { ...lost, bag: { ...lost.bag, lost: { at: at('21'), byName: 'x', givenUp: false } }, bagThing, content: [one] }, stamp(at('22')));
    if (!found.ok) return expect.fail(found.refusal.kind);
    expect(ledger(found.value, [...events, ...gone.value.events])).toEqual(['bag transit on its way', 'one transit inside on its way']);
    expect(found.value.found).toEqual([{ thingId: 'bag', note: 'Ở bưu cục' }]);
  });
  it('nobody finds what is not lost, or was given up', () => {
    const refused = (more: Partial<Bag>) => { const change = bagFound('x', facts(more).lost, stamp(at('22'))); return change.ok ? 'ok' : 'stands' in change.refusal && change.refusal.stands; };
    expect([refused({}), refused({ lost: { at: at('21'), byName: 'x', givenUp: true } })]).toEqual(['sent', 'given-up']);
  });
});

it('a broken seal is a case of the bag, with what was to be counted in it', () => {
  expect(sealBroken(bag, facts().lost.bagThing, 2, 'Dây đứt', cases()).opened).toMatchObject([{ kind: 'seal-broken', thingId: 'bag', recordId: 'r', sent: 2, arrived: 2, note: 'Dây đứt' }]);
});

describe('what no record says', () => {
  const told = { name: 'Bì lạ', count: 1, note: 'Nằm dưới đáy túi' };
  const over = (dossier?: { isOnRecord?: boolean; things?: readonly Thing[] }) =>
    countedOver(told, { bag, recordId: 'r', ...(dossier && { dossier: { dossierId: 'd', code: '0001', isOnRecord: false, things: [], ...dossier } }) }, cases());
  const held = comes({ thingId: 'held' as ThingId, kind: 'papers', dossierId: 'd', roundNo: 0, lines: [1] }, 2, DESK, stamp(at('18'))).thing;
  it('is taken over from where it was written, with a case for the sender', () => {
    const change = over({ things: [held] });
    expect(change.ok && change.value.events.map(({ kind, to }) => `${kind} ${to.kind}`)).toEqual(['taken-over agency']);
    expect(change.ok && change.value.opened).toMatchObject([{ kind: 'over', thingId: 'held', recordId: 'r', sent: 0, arrived: 2 }]);
  });
  it('that nobody knows is a thing from then on', () => {
    const change = over();
    expect(change.ok && change.value.things).toMatchObject([{ kind: 'paper', name: 'Bì lạ', count: 1, holder: AGENCY }]);
    expect(change.ok && change.value.opened).toMatchObject([{ kind: 'over', sent: 0, arrived: 1 }]);
  });
  it('that was missing is found, and its case is over', () => {
    const lost = moveThing(held, { kind: 'lose' }, stamp(at('19')));
    const change = lost.ok ? over({ things: [lost.value.thing] }) : expect.fail('not lost');
    expect(change.ok && [change.value.events.map(({ kind }) => kind), change.value.opened, change.value.found]).toEqual([['found'], [], [{ thingId: 'held', note: 'Nằm dưới đáy túi' }]]);
  });
  it('is not what the record says, nor what is here already', () => {
    const refused = (change: ReturnType<typeof over>) => (change.ok ? 'ok' : change.refusal.kind);
    expect([refused(over({ isOnRecord: true })), refused(over({ things: [{ ...held, holder: AGENCY }] }))]).toEqual(['over-on-record', 'over-held-here']);
  });
});

describe('issued anew', () => {
  const lost = moveThing(comes({ thingId: 'p' as ThingId, kind: 'papers', dossierId: 'd', roundNo: 0, lines: [1, 2] }, 3, DESK, stamp(at('18'))).thing, { kind: 'lose' }, stamp(at('19')));
  const old = lost.ok ? lost.value.thing : expect.fail('not lost');
  const done = (more: object = {}) => reissueDone('Xin lại ở xã', { task: { bySide: 'desk', what: 'Tờ khai', isWithdrawn: false }, old, isForPerson: false, side: 'desk', holder: DESK, ...more }, stamp(at('25')));
  it('is a thing of its own where it was made, and what it stands for is given up', () => {
    const change = done();
    expect(change.ok && change.value.things.map(({ kind, count, lines, name, holder }) => [kind, count, lines, name, holder.kind])).toEqual([['papers', 3, [1, 2], undefined, 'destroyed'], ['papers', 3, [1, 2], 'Tờ khai', 'desk']]);
  });
  it('is said once, by the side that was asked, before the case is over', () => {
    const refused = (more: object) => { const change = done(more); return change.ok ? 'ok' : change.refusal.kind; };
    expect([
      refused({ task: { bySide: 'desk', what: 'x', done: { by: 'A', at: at('24') } } }), refused({ side: 'agency' }), refused({ settled: { by: 'A', at: at('24') } }),
    ]).toEqual(['reissue-done', 'reissue-other-side', 'custody-case-settled']);
  });
});

describe('what the post brought late', () => {
  const [thing] = facts().lost.content;
  const late = (more: object = {}) => openLateCase('Chậm hai ngày', { things: thing ? [thing] : [], recordId: 'r', endsOn: '2019-11-20' as PlainDate, receivedAt: at('22'), itemNumber: 'RH000000003VN', isOpen: false, ...more }, cases('25'));
  it('is a case of its own', () => {
    const change = late();
    expect(change.ok && change.value.opened).toMatchObject([{ kind: 'late', thingId: 'one', recordId: 'r', note: 'Chậm hai ngày' }]);
    expect(late({ receivedAt: undefined }).ok).toBe(true);
  });
  it('only when it was late, with the proof of its posting, and once', () => {
    const refused = (more: object) => { const change = late(more); return change.ok ? 'ok' : change.refusal.kind; };
    expect([refused({ receivedAt: at('20') }), refused({ endsOn: undefined }), refused({ things: [] }), refused({ itemNumber: undefined }), refused({ isOpen: true })])
      .toEqual(['transit-not-late', 'transit-not-late', 'transit-not-late', 'posting-unproved', 'late-case-open']);
  });
  it('a record opens a case for each dossier that may have one, and is refused by what tells most where none may', () => {
    const all = facts().lost.content;
    const slip = { recordId: 'r', endsOn: '2019-11-20' as PlainDate, itemNumber: 'RH000000003VN', isOpen: false };
    const of = (index: number, more: object = {}) => ({ ...slip, things: all.slice(index, index + 1), ...more });
    const opened = openLateCases('Chậm', [of(0), of(1), of(0, { itemNumber: undefined })], cases('25'));
    expect(opened.ok && opened.value.opened.map(({ thingId }) => thingId)).toEqual(['one', 'two']);
    const kind = (...lines: readonly ReturnType<typeof of>[]) => { const change = openLateCases('Chậm', lines, cases('25')); return change.ok ? 'ok' : change.refusal; };
    expect([kind(of(0, { itemNumber: undefined }), of(1, { isOpen: true })), kind(of(0, { endsOn: '2019-11-26' }), of(1, { itemNumber: undefined })), kind()])
      .toEqual([{ kind: 'late-case-open' }, { kind: 'posting-unproved' }, { kind: 'transit-not-late' }]);
  });
});
