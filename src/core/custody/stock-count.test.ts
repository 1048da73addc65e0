import { describe, expect, it } from 'vitest';
import type { Moment, PlainDate } from '../kernel/moment.ts';
import { formatBagLabel } from '../numbering/bag-label.ts';
import type { AccountId, DeskId, UnitId } from '../organisation/organisation.ts';
import { type CustodyStamp, handedOut, papersCame, sentTo } from './dossier-things.ts';
import { moves } from './change.ts';
import { comes, moveThing } from './move-thing.ts';
import { type StockCounted, type StockFacts, type StockThing, closeStockCount } from './stock-count.ts';
import { type Holder, type Thing, type ThingId, atAgency, atDesk } from './thing.ts';

const DESK = atDesk('ky-bac' as DeskId);
const AGENCY = atAgency('so-tu-phap' as UnitId);
const at = (minute: number): Moment => `2019-11-18T08:${String(minute).padStart(2, '0')}:00+07:00` as Moment;
let made = 0;
const stamp = (minute: number): CustodyStamp => ({ at: at(minute), by: { accountId: 'a' as AccountId, name: 'x' }, newId: () => `t${(made += 1)}` });
const papers = (dossierId: string, holder: Holder = DESK, minute = 0): StockThing => {
  const [thing] = papersCame({ dossierId, roundNo: 0, lines: [{ lineNo: 1, form: 'original', count: 2 }] }, holder, stamp(minute)).things;
  return { ...(thing as Thing), code: dossierId.toUpperCase() };
};
const facts = (held: readonly StockThing[], more: Partial<StockFacts> = {}): StockFacts =>
  ({ place: DESK, held, elsewhere: [], cases: { stamp: stamp(30), settleBy: '2019-11-25' as PlainDate }, ...more });
const counted = (more: Partial<StockCounted> = {}): StockCounted => ({ startedAt: at(10), found: [], short: [], missing: [], unexpected: [], ...more });
const closed = (...args: Parameters<typeof closeStockCount>) => {
  const result = closeStockCount(...args);
  if (!result.ok) throw new Error(result.refusal.kind);
  return result.value;
};
const refused = (...args: Parameters<typeof closeStockCount>) => {
  const result = closeStockCount(...args);
  return result.ok ? undefined : result.refusal.kind;
};
const missing = (...things: readonly Thing[]) => things.map(({ thingId }) => ({ thingId, note: 'Không thấy' }));

describe('of what has several pieces', () => {
  it('those that are there stay, and those that are not are nobody’s with a case', () => {
    const whole = papers('d1');
    const { lines, change } = closed(counted({ short: [{ thingId: whole.thingId, pieces: 1, note: 'Thiếu một bản' }] }), facts([whole]));
    expect(lines).toMatchObject([{ result: 'short', pieces: 1 }]);
    expect(change.things.map(({ kind, count, holder, lines: own }) => [kind, count, holder.kind, own])).toEqual([['papers', 1, 'desk', [1]], ['paper', 1, 'unaccounted', [1]]]);
    expect(change.opened).toMatchObject([{ kind: 'short', sent: 2, arrived: 1, note: 'Thiếu một bản', dossierId: 'd1' }]);
  });
  it('none or all of them is another answer, and a bag or an envelope has none', () => {
    const whole = papers('d1');
    for (const pieces of [0, 2, 3]) expect(refused(counted({ short: [{ thingId: whole.thingId, pieces, note: 'x' }] }), facts([whole]))).toBe('stock-pieces');
    for (const kind of ['bag', 'envelope'] as const) {
      expect(refused(counted({ short: [{ thingId: whole.thingId, pieces: 1, note: 'x' }] }), facts([{ ...whole, kind }]))).toBe('stock-pieces');
    }
    expect(refused(counted({ found: [whole.thingId], short: [{ thingId: whole.thingId, pieces: 1, note: 'x' }] }), facts([whole]))).toBe('stock-list-changed');
  });
});

describe('a stock count', () => {
  it('changes nothing of what was found, and opens a case for what was not', () => {
    const [here, gone] = [papers('d1'), papers('d2')];
    const { lines, change } = closed(counted({ found: [here.thingId], missing: missing(gone) }), facts([here, gone]));
    expect(lines.map(({ thing, result }) => `${thing.code} ${result}`)).toEqual(['D1 found', 'D2 missing']);
    expect(change.things.map(({ thingId, holder }) => [thingId, holder.kind])).toEqual([[gone.thingId, 'unaccounted']]);
    expect(change.opened).toMatchObject([{ kind: 'not-in-stock', thingId: gone.thingId, dossierId: 'd2', sent: 2, arrived: 0, note: 'Không thấy', settleBy: '2019-11-25' }]);
  });
  it('leaves nothing that lay there before it uncounted; what came while it went on is not asked for', () => {
    const [before, later] = [papers('d1'), papers('d2', DESK, 12)];
    expect(closeStockCount(counted(), facts([before, later]))).toEqual({ ok: false, refusal: { kind: 'stock-not-all-counted', codes: ['D1'] } });
    expect(closed(counted({ found: [before.thingId] }), facts([before, later])).lines).toHaveLength(1);
  });
  it('a bag is counted with all that lies in it, and lost with it', () => {
    const bag = { ...comes({ thingId: 'bag' as ThingId, kind: 'bag', lines: [], label: formatBagLabel(1) }, 1, DESK, stamp(0)).thing, code: 'TUI' };
    const packed = moveThing(papers('d1'), { kind: 'pack', into: bag }, stamp(1));
    if (!packed.ok) throw new Error(packed.refusal.kind);
    const inside: StockThing = { ...packed.value.thing, code: 'D1' };
    expect(closed(counted({ found: [bag.thingId] }), facts([bag, inside])).change.events).toEqual([]);
    const { change } = closed(counted({ missing: missing(bag) }), facts([bag, inside]));
    expect(change.things.map(({ kind, holder, insideId }) => [kind, holder.kind, insideId])).toEqual([['papers', 'unaccounted', undefined], ['bag', 'unaccounted', undefined]]);
    expect(change.opened.map(({ dossierId }) => dossierId)).toEqual(['d1']);
  });
  it('what somebody took away meanwhile is neither found nor missing', () => {
    const [thing] = [papers('d1')];
    const away = { ...handedOut([thing], DESK, stamp(20)).things[0] as Thing, code: 'D1' };
    const { lines, change } = closed(counted({ missing: missing(thing) }), facts([], { elsewhere: [away] }));
    expect([lines.map(({ result }) => result), change.events, change.opened]).toEqual([['left-meanwhile'], [], []]);
  });
});

describe('what the ledger has elsewhere', () => {
  it('is taken over where it lies; what nobody had is found, and its case is over', () => {
    const other = papers('d1', AGENCY);
    const { change } = closed(counted({ unexpected: [other.thingId] }), facts([], { elsewhere: [other] }));
    expect(change.events.map(({ kind, from, to }) => [kind, from, to])).toEqual([['taken-over', AGENCY, DESK]]);
    const lost: StockThing = { ...moves(papers('d2'), [{ kind: 'lose' }], stamp(2)).things[0] as Thing, code: 'D2' };
    const found = closed(counted({ unexpected: [lost.thingId] }), facts([], { elsewhere: [lost] })).change;
    expect([found.events.map(({ kind, correctsEventNo }) => [kind, correctsEventNo]), found.found.map(({ thingId }) => thingId)]).toEqual([[['found', 2]], [lost.thingId]]);
  });
  it('is not taken over while it waits to be signed for here, nor after the citizen has it', () => {
    const coming: StockThing = { ...sentTo([papers('d1', AGENCY)], AGENCY, DESK, 'r1', stamp(3)).things[0] as Thing, code: 'D1' };
    const given: StockThing = { ...handedOut([papers('d2')], DESK, stamp(3)).things[0] as Thing, code: 'D2' };
    expect([coming, given].map((thing) => refused(counted({ unexpected: [thing.thingId] }), facts([], { elsewhere: [thing] })))).toEqual(['stock-to-sign-for', 'stock-given-out']);
  });
  it('what came home meanwhile is simply found', () => {
    const thing = papers('d1', DESK, 20);
    expect(closed(counted({ unexpected: [thing.thingId] }), facts([thing])).lines.map(({ result }) => result)).toEqual(['found']);
  });
});

it('one count rests on the one before: whoever counted beside it is told by whom', () => {
  const last = { countId: 'c2', number: '02/BBKK', byName: 'Trần Văn Trúc', closedAt: at(20) };
  expect(closeStockCount(counted({ after: 'c1' }), facts([], { last }))).toEqual({ ok: false, refusal: { kind: 'stock-counted-meanwhile', number: '02/BBKK', byName: 'Trần Văn Trúc', at: at(20) } });
  expect(refused(counted({ after: 'c2' }), facts([], { last }))).toBe(undefined);
});

it('nothing is counted twice, and nothing that is not known', () => {
  const thing = papers('d1');
  expect([
    refused(counted({ found: [thing.thingId], missing: missing(thing) }), facts([thing])), refused(counted({ found: [thing.thingId, thing.thingId] }), facts([thing])),
    refused(counted({ found: [thing.thingId, 'other' as ThingId] }), facts([thing])),
  ]).toEqual(['stock-list-changed', 'stock-list-changed', 'stock-list-changed']);
});
