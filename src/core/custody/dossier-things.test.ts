import { describe, expect, it } from 'vitest';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import { compileCalendar } from '../deadline/compiled-calendar.ts';
import type { Moment } from '../kernel/moment.ts';
import type { AccountId, DeskId, UnitId } from '../organisation/organisation.ts';
import type { CustodyChange } from './change.ts';
import { type CaseFacts, countedIn, foundAt, notCome, notTaken, settleBy } from './differences.ts';
import {
  type CustodyStamp, arrivedAt, entryUndone, keptLines, outcomeCame, outcomeReturned, papersCame, papersGivenBack, papersListedAnew, sentTo,
} from './dossier-things.ts';
import { foldCustody } from './fold-custody.ts';
import { type CustodyEvent, type Thing, atAgency, atDesk } from './thing.ts';

const DESK = atDesk('ky-bac' as DeskId);
const UNIT = 'so-tu-phap' as UnitId;
const AGENCY = atAgency(UNIT);
const calendar = compileCalendar(hatinhCalendar);

/** The ledger as the database keeps it, one change after the other. */
const openLedger = () => {
  const things = new Map<string, Thing>();
  const events = new Map<string, CustodyEvent[]>();
  const opened: CustodyChange['opened'][number][] = [];
  let minute = 0;
  let made = 0;
  const stamp = (): CustodyStamp => ({
    at: `2019-11-18T08:${String(minute += 1).padStart(2, '0')}:00+07:00` as Moment, newId: () => `t${made += 1}`,
    by: { accountId: '00000000-0000-7000-8000-000000000001' as AccountId, name: 'Trần Văn Trúc' },
  });
  return {
    stamp, opened, events,
    things: (): readonly Thing[] => [...things.values()],
    facts: (): CaseFacts => { const at = stamp(); return { stamp: at, settleBy: settleBy(calendar, at.at) }; },
    write: (change: CustodyChange): CustodyChange => {
      for (const thing of change.things) things.set(thing.thingId, thing);
      for (const event of change.events) events.set(event.thingId, [...(events.get(event.thingId) ?? []), event]);
      opened.push(...change.opened);
      for (const thing of things.values()) {
        const { thingId, kind: _kind, dossierId: _dossier, roundNo: _round, lines: _lines, name: _name, ...stands } = thing;
        expect(foldCustody(events.get(thingId) ?? [])).toEqual(stands);
      }
      return change;
    },
    where: () => [...things.values()].map((thing) => `${thing.kind} ${thing.count} ${thing.holder.kind}`),
  };
};
const PAPERS = [
  { form: 'original', count: 1, shownOnly: false }, { form: 'certified-copy', count: 2, shownOnly: false },
  { form: 'original', count: 1, shownOnly: true }, { form: 'e-copy', count: 1, shownOnly: false },
] as const;
const LINES = keptLines(PAPERS);
const received = () => {
  const ledger = openLedger();
  ledger.write(papersCame({ dossierId: 'd', roundNo: 0, lines: LINES }, DESK, ledger.stamp()));
  return ledger;
};
const atTheAgency = () => {
  const ledger = received();
  ledger.write(sentTo(ledger.things(), DESK, AGENCY, 'r1', ledger.stamp()));
  ledger.write(arrivedAt(ledger.things(), AGENCY, ledger.stamp()));
  return ledger;
};

describe('papers', () => {
  it('that were only shown, and electronic ones, are no things', () => {
    expect(LINES).toEqual([{ lineNo: 1, form: 'original', count: 1 }, { lineNo: 2, form: 'certified-copy', count: 2 }]);
    const ledger = openLedger();
    expect(papersCame({ dossierId: 'd', roundNo: 0, lines: keptLines(PAPERS.slice(2)) }, DESK, ledger.stamp()).things).toEqual([]);
  });
  it('lie together from the desk to the agency', () => expect(atTheAgency().where()).toEqual(['papers 3 agency']));
  it('that the list named wrongly get a counter-entry and stand where they stood', () => {
    const ledger = received();
    ledger.write(sentTo(ledger.things(), DESK, AGENCY, 'r1', ledger.stamp()));
    ledger.write(papersListedAnew(ledger.things(), 'd', LINES, DESK, ledger.stamp()));
    expect(ledger.where()).toEqual(['papers 3 transit']);
    ledger.write(papersListedAnew(ledger.things(), 'd', LINES.slice(0, 1), DESK, ledger.stamp()));
    expect(ledger.where()).toEqual(['papers 3 citizen', 'papers 1 transit']);
    ledger.write(arrivedAt(ledger.things(), AGENCY, ledger.stamp()));
    expect(ledger.where()).toEqual(['papers 3 citizen', 'papers 1 agency']);
  });
  it('of an entry made by mistake were the citizen’s all the while', () => {
    const ledger = received();
    ledger.write(entryUndone(ledger.things(), 'nhập sai', ledger.stamp()));
    expect(ledger.where()).toEqual(['papers 3 citizen']);
  });
  it('that are withheld stay, the others go home', () => {
    const ledger = received();
    ledger.write(papersGivenBack(ledger.things(), DESK, [{ lineNo: 2, name: 'Bản sao', count: 2 }], ledger.stamp()));
    expect(ledger.where()).toEqual(['papers 1 citizen', 'paper 2 desk']);
    ledger.write(papersGivenBack(ledger.things(), DESK, [{ lineNo: 2, name: 'Bản sao', count: 2 }], ledger.stamp()));
    expect(ledger.where()).toEqual(['papers 1 citizen', 'paper 2 desk']);
  });
  it('given back where no record brought them are taken over first, and it is said', () => {
    const ledger = received();
    ledger.write(papersGivenBack(ledger.things(), AGENCY, [], ledger.stamp()));
    expect(ledger.events.get('t1')?.map(({ kind, note }) => [kind, note])).toEqual([['came', undefined], ['taken-over', 'Nhận không qua biên bản'], ['handed-out', undefined]]);
  });
});

describe('an outcome', () => {
  const sent = () => {
    const ledger = atTheAgency();
    const outcome = ledger.write(outcomeCame({ dossierId: 'd', name: 'Phiếu lý lịch tư pháp', number: '12/PLLTP' }, AGENCY, ledger.stamp()));
    ledger.write(sentTo(outcome.things, AGENCY, DESK, 'r2', ledger.stamp()));
    return ledger;
  };
  const outcomes = (ledger: ReturnType<typeof openLedger>): readonly Thing[] => ledger.things().filter(({ kind }) => kind === 'outcome');
  it('goes into the citizen’s hands with the originals; the agency keeps the rest for good', () => {
    const ledger = sent();
    ledger.write(arrivedAt(outcomes(ledger), DESK, ledger.stamp()));
    ledger.write(outcomeReturned(ledger.things(), {
      desk: DESK, agencyUnitId: UNIT, dossierId: 'd', originals: LINES.filter(({ form }) => form === 'original'), recalled: ['Giấy cũ'],
    }, ledger.stamp()));
    expect(ledger.where()).toEqual(['papers 2 archive', 'outcome 1 citizen', 'paper 1 citizen', 'recalled 1 desk']);
  });
  it('goes home with what there is of an original: a piece that was short stays missing, one found again goes too', () => {
    for (const isFound of [false, true]) {
      const ledger = openLedger();
      ledger.write(papersCame({ dossierId: 'd', roundNo: 0, lines: [{ lineNo: 1, form: 'original', count: 2 }, { lineNo: 2, form: 'plain-copy', count: 3 }] }, DESK, ledger.stamp()));
      ledger.write(sentTo(ledger.things(), DESK, AGENCY, 'r1', ledger.stamp()));
      ledger.write(countedIn(ledger.things(), AGENCY, [{ lineNo: 1, name: 'Sổ', result: 'short', sent: 2, arrived: 1, note: 'thiếu' }], ledger.facts()));
      const lost = ledger.things().find(({ holder }) => holder.kind === 'unaccounted');
      if (isFound && lost) ledger.write(foundAt(lost, AGENCY, 'thấy', ledger.stamp()));
      ledger.write(outcomeReturned(ledger.things(), { desk: DESK, agencyUnitId: UNIT, dossierId: 'd', originals: [{ lineNo: 1, form: 'original', count: 2 }], recalled: [] }, ledger.stamp()));
      expect(ledger.where().toSorted()).toEqual(isFound ? ['paper 1 citizen', 'paper 1 citizen', 'papers 3 archive'] : ['paper 1 citizen', 'paper 1 unaccounted', 'papers 3 archive']);
    }
  });
  it('leaves everything with the agency when no original is given back', () => {
    const ledger = sent();
    ledger.write(arrivedAt(outcomes(ledger), DESK, ledger.stamp()));
    ledger.write(outcomeReturned(ledger.things(), { desk: DESK, agencyUnitId: UNIT, dossierId: 'd', originals: [], recalled: [] }, ledger.stamp()));
    expect(ledger.where()).toEqual(['papers 3 archive', 'outcome 1 citizen']);
  });
  it('that did not come is held by nobody until it is found, and its case says until when', () => {
    const ledger = sent();
    ledger.write(notCome(outcomes(ledger), 'Không có trong túi', ledger.facts()));
    expect(ledger.where()).toEqual(['papers 3 agency', 'outcome 1 unaccounted']);
    expect(ledger.opened).toMatchObject([{ kind: 'short', sent: 1, arrived: 0, recordId: 'r2', settleBy: '2019-11-25' }]);
    const [outcome] = outcomes(ledger);
    if (!outcome) throw new Error('no outcome');
    const found = ledger.write(foundAt(outcome, AGENCY, 'Chuyển lại', ledger.stamp()));
    expect(found.found).toEqual([{ thingId: outcome.thingId, note: 'Chuyển lại' }]);
    expect(ledger.where()).toEqual(['papers 3 agency', 'outcome 1 agency']);
  });
});

it('what the agency does not take is back at the desk, with one case', () => {
  const ledger = received();
  ledger.write(sentTo(ledger.things(), DESK, AGENCY, 'r1', ledger.stamp()));
  ledger.write(notTaken(ledger.things(), AGENCY, 'wrong-agency', 'Không thuộc thẩm quyền', ledger.facts()));
  expect(ledger.where()).toEqual(['papers 3 desk']);
  expect(ledger.opened).toMatchObject([{ kind: 'wrong-agency', note: 'Không thuộc thẩm quyền', recordId: 'r1', sent: 3, arrived: 3 }]);
});

it('a count line by line makes of each difference a thing with its case', () => {
  const ledger = atTheAgency();
  ledger.write(sentTo(ledger.things(), AGENCY, DESK, 'r3', ledger.stamp()));
  ledger.write(countedIn(ledger.things(), DESK, [
    { lineNo: 1, name: 'Đơn', result: 'damaged', sent: 1, arrived: 1, note: 'rách' }, { lineNo: 2, name: 'Bản sao', result: 'short', sent: 2, arrived: 1, note: 'thiếu một' },
  ], ledger.facts()));
  expect(ledger.where()).toEqual(['papers 1 desk', 'paper 1 desk', 'paper 1 unaccounted']);
  expect(ledger.opened.map(({ kind, sent, arrived }) => [kind, sent, arrived])).toEqual([['damaged', 1, 1], ['short', 2, 1]]);
});

it('a count that misses everything leaves nothing at the desk', () => {
  const ledger = openLedger();
  ledger.write(papersCame({ dossierId: 'd', roundNo: 0, lines: LINES.slice(0, 1) }, AGENCY, ledger.stamp()));
  ledger.write(sentTo(ledger.things(), AGENCY, DESK, 'r3', ledger.stamp()));
  ledger.write(countedIn(ledger.things(), DESK, [{ lineNo: 1, name: 'Đơn', result: 'short', sent: 1, arrived: 0, note: 'không có' }], ledger.facts()));
  expect(ledger.where()).toEqual(['papers 1 unaccounted']);
});
