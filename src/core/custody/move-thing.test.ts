import { describe, expect, it } from 'vitest';
import type { Moment } from '../kernel/moment.ts';
import type { AccountId, DeskId, UnitId } from '../organisation/organisation.ts';
import { foldCustody } from './fold-custody.ts';
import { type Move, type Moved, comes, moveThing, moveTogether, parts } from './move-thing.ts';
import { CITIZEN, UNACCOUNTED, type CustodyEvent, type Thing, type ThingId, atAgency, atDesk, inArchive, inTransit } from './thing.ts';

const desk = atDesk('ky-bac' as DeskId);
const agency = atAgency('so-tu-phap' as UnitId);
const other = atAgency('so-xay-dung' as UnitId);
const by = { accountId: '00000000-0000-7000-8000-000000000001' as AccountId, name: 'Trần Văn Trúc' };
const at = (minute: number) => ({ at: `2019-11-18T08:${String(minute).padStart(2, '0')}:00+07:00` as Moment, by });
const id = (name: string): ThingId => name as ThingId;
const papers = (count = 3): Moved => comes({ thingId: id('papers'), kind: 'papers', dossierId: 'd', roundNo: 0, lines: [1, 2] }, count, desk, at(0));
const done = (thing: Thing, move: Move, minute: number): Moved => {
  const moved = moveThing(thing, move, at(minute));
  if (!moved.ok) throw new Error(moved.refusal.kind);
  return moved.value;
};
const send: Move = { kind: 'send', from: desk, to: agency, recordId: 'r1' };

describe('a move between two sides', () => {
  it('leaves the thing between them until the other side receives it', () => {
    const sent = done(papers().thing, send, 5);
    expect(sent.thing).toMatchObject({ holder: inTransit('r1'), journey: { from: desk, to: agency }, count: 3, lastEventNo: 2 });
    const received = done(sent.thing, { kind: 'receive', by: agency }, 9);
    expect(received.thing).toMatchObject({ holder: agency, since: at(9).at });
    expect(received.thing.journey).toBeUndefined();
    expect(received.event).toMatchObject({ kind: 'received', from: inTransit('r1'), recordId: 'r1', count: 3 });
  });
  it('comes back into the hands of who sent it when the other side refuses it', () => {
    const back = done(done(papers().thing, send, 5).thing, { kind: 'refuse', by: agency, note: 'không thuộc thẩm quyền' }, 7);
    expect(back.thing.holder).toEqual(desk);
    expect(back.event.note).toBe('không thuộc thẩm quyền');
  });
  it('is signed for by nobody but the one it was sent to', () => {
    const sent = done(papers().thing, send, 5).thing;
    expect(moveThing(sent, { kind: 'receive', by: other }, at(6))).toEqual({ ok: false, refusal: { kind: 'sent-to-another', to: agency } });
    expect(moveThing(sent, { kind: 'refuse', by: desk }, at(6))).toEqual({ ok: false, refusal: { kind: 'sent-to-another', to: agency } });
  });
});

describe('what cannot have happened', () => {
  const { thing } = papers();
  const refused = (from: Thing, move: Move, minute = 30): unknown => {
    const moved = moveThing(from, move, at(minute));
    return moved.ok ? moved.value.event.kind : moved.refusal.kind;
  };
  const sent = done(thing, send, 5).thing;
  const lost = done(sent, { kind: 'lose' }, 6).thing;
  const given = done(thing, { kind: 'hand-out', by: desk }, 5).thing;
  it.each<[string, Thing, Move, string]>([
    ['receiving what was never sent', thing, { kind: 'receive', by: agency }, 'never-sent'],
    ['sending twice', sent, send, 'on-the-way'],
    ['sending to oneself', thing, { ...send, to: desk }, 'same-side'],
    ['sending what another holds', thing, { ...send, from: other }, 'not-held-here'],
    ['giving out what nobody has', lost, { kind: 'hand-out', by: desk }, 'lost'],
    ['losing it twice', lost, { kind: 'lose' }, 'lost'],
    ['losing what the citizen has', given, { kind: 'lose' }, 'gone'],
    ['giving it out twice', given, { kind: 'hand-out', by: desk }, 'gone'],
    ['finding what was not lost', thing, { kind: 'find', where: desk }, 'not-lost'],
    ['packing it into what is no bag', thing, { kind: 'pack', into: { ...thing, thingId: id('b') } }, 'not-a-container'],
    ['unpacking what lies in nothing', thing, { kind: 'unpack' }, 'not-a-container'],
  ])('%s is refused', (_what, from, move, kind) => expect(refused(from, move)).toBe(kind));
  it('an event that would be older than the last one is refused', () =>
    expect(refused(sent, { kind: 'receive', by: agency }, 4)).toBe('earlier-than-last'));
});

describe('a mistake', () => {
  it('is corrected by a counter-entry that names it', () => {
    const first = papers();
    const out = done(first.thing, { kind: 'hand-out', by: desk }, 5);
    const back = done(out.thing, { kind: 'correct', events: [first.event, out.event], note: 'nhầm hồ sơ' }, 6);
    expect(back.thing.holder).toEqual(desk);
    expect(back.event).toMatchObject({ kind: 'corrected', correctsEventNo: 2, from: CITIZEN, note: 'nhầm hồ sơ' });
  });
  it('puts what was said to be lost back on its way', () => {
    const first = papers();
    const sent = done(first.thing, send, 1);
    const lost = done(sent.thing, { kind: 'lose' }, 2);
    const back = done(lost.thing, { kind: 'correct', events: [first.event, sent.event, lost.event], note: 'đếm lại' }, 3);
    expect(back.thing).toMatchObject({ holder: inTransit('r1'), journey: { from: desk, to: agency } });
  });
  it('of another event than the last is not corrected this way', () => {
    const first = papers();
    const sent = done(first.thing, send, 1);
    expect(moveThing(sent.thing, { kind: 'correct', events: [first.event], note: 'x' }, at(2)).ok).toBe(false);
    expect(moveThing(sent.thing, { kind: 'correct', events: [first.event, sent.event], note: 'x' }, at(2)).ok).toBe(false);
  });
  it('of the entry itself gives everything back to the citizen', () =>
    expect(done(papers().thing, { kind: 'undo-entry', note: 'nhập sai' }, 1)).toMatchObject({ thing: { holder: CITIZEN }, event: { correctsEventNo: 1 } }));
});

it('what did not come is a thing of its own, and what is found is no longer lost', () => {
  const sent = done(papers(3).thing, send, 5).thing;
  const [rest, part] = parts(sent, { thingId: id('one'), kind: 'paper', lines: [2] }, 1, at(6));
  expect([rest.thing.count, part.thing.count]).toEqual([2, 1]);
  expect(part.thing).toMatchObject({ holder: inTransit('r1'), journey: { from: desk, to: agency } });
  const lost = done(part.thing, { kind: 'lose', note: 'không có trong túi' }, 6);
  expect(lost).toMatchObject({ thing: { holder: UNACCOUNTED }, event: { recordId: 'r1' } });
  expect(done(lost.thing, { kind: 'find', where: desk }, 8)).toMatchObject({ thing: { holder: desk }, event: { correctsEventNo: 2 } });
});

it('cannot be parted into nothing, nor into more than it is', () => {
  const { thing } = papers(2);
  for (const count of [0, 2, 3]) expect(() => parts(thing, { thingId: id('x'), kind: 'paper', lines: [] }, count, at(1))).toThrow(RangeError);
});

describe('a bag', () => {
  const bag = comes({ thingId: id('bag'), kind: 'bag', lines: [], label: 'T1' }, 1, desk, at(0)).thing;
  const inside = done(papers().thing, { kind: 'pack', into: bag }, 1).thing;
  it('moves with all that lies in it', () => {
    const sent = moveTogether(bag, [inside], send, at(2));
    if (!sent.ok) throw new Error(sent.refusal.kind);
    expect(sent.value.map(({ thing }) => [thing.thingId, thing.holder, thing.insideId])).toEqual([['bag', inTransit('r1'), undefined], ['papers', inTransit('r1'), 'bag']]);
  });
  it('keeps what lies in it from going anywhere alone', () =>
    expect(moveThing(inside, send, at(2))).toEqual({ ok: false, refusal: { kind: 'inside-another', insideId: 'bag' } }));
  it('gives it free when it is opened', () => expect(done(inside, { kind: 'unpack' }, 3).thing.insideId).toBeUndefined());
  it('is packed only where it is', () => {
    const away = done(bag, send, 1).thing;
    expect(moveThing(papers().thing, { kind: 'pack', into: away }, at(2))).toMatchObject({ ok: false, refusal: { kind: 'elsewhere' } });
  });
});

it('where a thing is follows from its events alone', () => {
  const first = papers();
  const steps: readonly Move[] = [send, { kind: 'receive', by: agency }, { kind: 'archive', to: inArchive('so-tu-phap' as UnitId) }];
  let now = first.thing;
  const events: CustodyEvent[] = [first.event];
  for (const [index, step] of steps.entries()) {
    const moved = done(now, step, index + 1);
    now = moved.thing;
    events.push(moved.event);
  }
  const { thingId: _id, kind: _kind, dossierId: _dossier, roundNo: _round, lines: _lines, ...stands } = now;
  expect(foldCustody(events)).toEqual(stands);
  expect(foldCustody([])).toBeUndefined();
});
