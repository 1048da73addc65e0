import { describe, expect, it } from 'vitest';
import type { Moment, PlainDate } from '../kernel/moment.ts';
import { formatBagLabel } from '../numbering/bag-label.ts';
import type { AccountId, DeskId, UnitId } from '../organisation/organisation.ts';
import { type Bag, bagStarted, packDossier } from './bag.ts';
import { type CustodyChange, moves } from './change.ts';
import { countedIn, notCome, notTaken } from './differences.ts';
import { type CustodyStamp, papersCame, papersGivenBack, sentTo } from './dossier-things.ts';
import { sealEnvelope } from './envelope.ts';
import { foldCustody } from './fold-custody.ts';
import { CITIZEN, type CustodyEvent, type Thing, type ThingId, atAgency, atDesk } from './thing.ts';

let ids = 0;
const stamp = (minute: number): CustodyStamp => ({
  at: `2019-11-18T08:${String(minute).padStart(2, '0')}:00+07:00` as Moment, by: { accountId: 'a' as AccountId, name: 'x' }, newId: () => `t${(ids += 1)}`,
});
const [desk, agency] = [atDesk('ky-bac' as DeskId), atAgency('so-tu-phap' as UnitId)];

/** What a change left of all things, and that the events give each of them. */
const book = () => {
  const [things, events] = [new Map<ThingId, Thing>(), new Map<ThingId, CustodyEvent[]>()];
  return {
    write: (change: CustodyChange): void => {
      for (const event of change.events) events.set(event.thingId, [...(events.get(event.thingId) ?? []), event]);
      for (const thing of change.things) things.set(thing.thingId, thing);
      for (const [thingId, { thingId: _id, kind: _kind, dossierId: _dossier, roundNo: _round, lines: _lines, label: _label, name: _name, ...stands }] of things) expect(foldCustody(events.get(thingId) ?? [])).toEqual(stands);
    },
    all: (): readonly Thing[] => [...things.values()],
    of: (kind: Thing['kind']): Thing => [...things.values()].find((thing) => thing.kind === kind) ?? expect.fail(kind),
    happened: (kind: Thing['kind']): readonly string[] => [...things.values()].filter((thing) => thing.kind === kind).flatMap(({ thingId }) => (events.get(thingId) ?? []).map((event) => event.kind)),
  };
};
const facts = (things: readonly Thing[], more: object = {}) =>
  ({ code: 'H27-1', dossierId: 'd', regime: 'public-post', state: 'received', isPosted: true, label: 'RH000000003VN', things, here: desk, ...more }) as const;
const sealed = () => {
  const ledger = book();
  ledger.write(papersCame({ dossierId: 'd', roundNo: 0, lines: [{ lineNo: 1, form: 'original', count: 3 }] }, desk, stamp(0)));
  const done = sealEnvelope('NP 1', facts(ledger.all()), stamp(1));
  if (!done.ok) throw new Error(done.refusal.kind);
  ledger.write(done.value);
  return ledger;
};
const inspected = { stamp: stamp(5), settleBy: '2019-11-25' as PlainDate };

it('what was counted is packed and sealed under the slip’s number; the seal is an event, and nothing has changed hands', () => {
  const ledger = sealed();
  expect(ledger.of('envelope')).toMatchObject({ label: 'RH000000003VN', name: 'NP 1', holder: desk });
  expect(ledger.of('papers')).toMatchObject({ insideId: ledger.of('envelope').thingId, holder: desk });
  expect([ledger.happened('envelope'), ledger.happened('papers')]).toEqual([['came', 'sealed'], ['came', 'packed']]);
});

it.each([
  ['not-by-post', { regime: 'one-stop' }], ['not-by-post', { isPosted: false }], ['nothing-to-seal', { things: [] }], ['nothing-to-seal', { state: 'handed-over' }],
] as const)('%s is refused', (kind, more) => {
  const papers = papersCame({ dossierId: 'd', roundNo: 0, lines: [{ lineNo: 1, form: 'original', count: 3 }] }, desk, stamp(0)).things;
  expect(sealEnvelope('NP 1', facts(papers, more), stamp(1))).toMatchObject({ ok: false, refusal: { kind } });
});
it('no second seal is put on', () => expect(sealEnvelope('NP 2', facts(sealed().all()), stamp(2))).toEqual({ ok: false, refusal: { kind: 'envelope-sealed-already', code: 'H27-1', sealNumber: 'NP 1' } }));

describe('sent to the agency', () => {
  const sent = () => {
    const ledger = sealed();
    ledger.write(sentTo(ledger.all(), desk, agency, 'r', stamp(2)));
    return ledger;
  };
  it('it goes as it is, and what lies in it with it', () => {
    const ledger = sent();
    expect(ledger.of('papers')).toMatchObject({ insideId: ledger.of('envelope').thingId, journey: { from: desk, to: agency } });
    expect(ledger.happened('papers')).toEqual(['came', 'packed', 'sent']);
  });
  it('accepted it is opened: the papers are the agency’s, of the envelope nothing is left', () => {
    const ledger = sent();
    ledger.write(countedIn(ledger.all(), agency, [], inspected));
    expect(ledger.of('papers')).toMatchObject({ holder: agency });
    expect(ledger.of('papers').insideId).toBeUndefined();
    expect(ledger.happened('envelope')).toEqual(['came', 'sealed', 'sent', 'received', 'destroyed']);
  });
  it('not taken it comes back with its seal whole; not come it opens one case only', () => {
    const [back, lost] = [sent(), sent()];
    back.write(notTaken(back.all(), agency, 'wrong-agency', 'x', inspected));
    expect(back.of('papers')).toMatchObject({ holder: desk, insideId: back.of('envelope').thingId });
    const change = notCome(lost.all(), 'x', inspected);
    lost.write(change);
    expect([change.opened.length, lost.of('papers').holder.kind, lost.of('envelope').holder.kind]).toEqual([1, 'unaccounted', 'destroyed']);
  });
});

it('in a bag it lies whole: the bag holds the envelope, the envelope the papers, and all of it is sent as one', () => {
  const ledger = sealed();
  const bag: Bag = { bagId: 'bag' as ThingId, label: formatBagLabel(1), direction: 'to-agency', deskId: 'ky-bac' as DeskId, agencyUnitId: 'so-tu-phap' as UnitId, givenBy: [] };
  ledger.write(bagStarted(bag, stamp(1)));
  const things = ledger.all().filter(({ kind }) => kind !== 'bag');
  const packed = packDossier({ bag, bagThing: ledger.of('bag'), scanned: 'H27-1', packed: 0, dossier: { code: 'H27-1', deskId: bag.deskId, agencyUnitId: bag.agencyUnitId, placeName: 'Sở Tư pháp', mayGo: true, things } }, stamp(2));
  if (!packed.ok) throw new Error(packed.refusal.kind);
  ledger.write(packed.value);
  expect([ledger.of('envelope').insideId, ledger.of('papers').insideId]).toEqual(['bag', ledger.of('envelope').thingId]);
  ledger.write(moves(ledger.of('bag'), [{ kind: 'seal', sealNumber: 'NP 9' }], stamp(3)));
  ledger.write(sentTo(ledger.all().filter(({ kind }) => kind !== 'bag'), desk, agency, 'r', stamp(4), ledger.of('bag')));
  for (const kind of ['bag', 'envelope', 'papers'] as const) expect(ledger.of(kind).journey).toEqual({ from: desk, to: agency });
  ledger.write(countedIn(ledger.all().filter(({ kind }) => kind !== 'bag'), agency, [{ lineNo: 1, name: 'Giấy', result: 'short', sent: 3, arrived: 2, note: 'x' }], inspected));
  expect(ledger.of('papers')).toMatchObject({ holder: agency, count: 2 });
});

it('given back to the citizen it is opened first, and no empty envelope stays at the desk', () => {
  const ledger = sealed();
  ledger.write(papersGivenBack(ledger.all(), desk, [], stamp(2)));
  expect([ledger.of('papers').holder, ledger.of('envelope').holder.kind]).toEqual([CITIZEN, 'destroyed']);
});
