import { describe, expect, it, test } from 'vitest';
import type { Moment, PlainDate } from '../kernel/moment.ts';
import type { DeskId, UnitId } from '../organisation/organisation.ts';
import { type ClosingFacts, closeBook, nameOfBook, openBook, seriesOfBook, stateOfBook, turnVolume } from './register-book.ts';
import { stateNote } from './register-note.ts';
import { checkSeries, rangesOf, recordGap } from './series-check.ts';
import { PAPER_SYMBOLS, type NumberedPaper, bookNameOf, certificationSeries, dossierSeries, paperSeries, provisionalSeries, registerSeries } from './series.ts';

const day = (text: string): PlainDate => text as PlainDate;
const at = (text: string): Moment => `${text}+07:00` as Moment;

describe('two series never mix', () => {
  const units = ['xa-ky-bac', 'xa-ky-phong', 'so-tu-phap'] as UnitId[];
  const desks = ['ky-bac', 'ky-phong'] as DeskId[];
  const days = ['2019-12-30', '2019-12-31', '2020-01-01', '2020-01-02'].map(day);
  const keys = (date: PlainDate) => units.flatMap((unit) => [
    ...(Object.keys(PAPER_SYMBOLS) as NumberedPaper[]).map((form) => paperSeries(form, unit, date)),
    ...(['SCT/BS', 'SCT/CK,ĐC', 'SCT/HĐ,GD'] as const).map((book) => certificationSeries(book, unit, date)),
    dossierSeries(unit, date), provisionalSeries(unit, date),
  ]).concat(desks.map((desk) => registerSeries(desk, date))).map(({ series, period }) => `${series} ${period}`);

  test('form, agency and year each make another one', () => {
    for (const date of days) expect(new Set(keys(date)).size).toBe(keys(date).length);
  });
  test('within the year a paper counts on, at New Year every one begins anew', () => {
    const year = (date: PlainDate) => keys(date).filter((key) => key.endsWith(date.slice(0, 4)));
    expect(year(day('2019-12-30'))).toEqual(year(day('2019-12-31')));
    expect(new Set([...keys(day('2019-12-31')), ...keys(day('2020-01-01'))]).size).toBe(2 * keys(day('2020-01-01')).length);
  });
});

describe('a series', () => {
  it('waits for numbers that a counter holds, and still knows one that stands twice', () => {
    expect(checkSeries(6, [1, 6], [], [{ from: 2, to: 5 }])).toEqual([]);
    expect(checkSeries(6, [1, 3, 3], [], [{ from: 2, to: 5 }])).toEqual([{ kind: 'missing', from: 6, to: 6 }, { kind: 'duplicate', number: 3, times: 2 }]);
  });
  it('is sound when every number up to the last stands once', () => expect(checkSeries(4, [4, 2, 1, 3], [])).toEqual([]));
  it('names what is missing, twice, never given, or used though left out', () => {
    expect(checkSeries(9, [1, 2, 2, 6, 7, 12], [{ from: 7, to: 8 }])).toEqual([
      { kind: 'missing', from: 3, to: 5 }, { kind: 'missing', from: 9, to: 9 },
      { kind: 'duplicate', number: 2, times: 2 }, { kind: 'used-in-gap', number: 7 }, { kind: 'never-given', number: 12 },
    ]);
  });
  it('with any number taken out names exactly that one; with its gap recorded names nothing', () => {
    for (let lost = 1; lost <= 40; lost += 1) {
      const numbers = Array.from({ length: 40 }, (_, i) => i + 1).filter((number) => number !== lost);
      expect(checkSeries(40, numbers, [])).toEqual([{ kind: 'missing', from: lost, to: lost }]);
      expect(checkSeries(40, numbers, [{ from: lost, to: lost }])).toEqual([]);
    }
  });
  it('joins neighbours to a range', () => expect(rangesOf([1, 2, 3, 7, 9, 10])).toEqual([{ from: 1, to: 3 }, { from: 7, to: 7 }, { from: 9, to: 10 }]));
});

describe('a gap', () => {
  const facts = { lastGiven: 20, used: [1, 2, 3, 15], gaps: [{ from: 4, to: 6 }], held: [{ from: 16, to: 18 }] };
  const gap = (from: number, to: number) => recordGap({ from, to, reason: 'lease-returned' }, facts);
  test('of numbers given out and used nowhere is recorded', () => expect(gap(10, 14).ok).toBe(true));
  test.each([
    [5, 4, { kind: 'gap-upside-down' }], [0, 4, { kind: 'gap-upside-down' }],
    [18, 21, { kind: 'gap-not-given', lastGiven: 20 }],
    [10, 15, { kind: 'gap-number-used', number: 15 }],
    [6, 10, { kind: 'gap-already-recorded', from: 4, to: 6 }],
    [18, 19, { kind: 'gap-held', from: 16, to: 18 }],
  ])('from %i to %i is refused', (from, to, refusal) => expect(gap(from, to)).toEqual({ ok: false, refusal }));
});

describe('a register book', () => {
  const key = { kind: 'dossier-register', holderId: 'ky-bac' as DeskId, year: 2019 } as const;
  const facts: ClosingFacts = {
    year: 2019, now: at('2020-01-02T08:00:00'), record: { openedAt: at('2019-01-02T08:00:00') }, isHead: true, pin: 'right', lastNumber: 412, gaps: [], findings: [],
  };
  const closed = (more: Partial<ClosingFacts>) => {
    const result = closeBook({ ...facts, ...more });
    return result.ok ? 'closed' : result.refusal.kind;
  };
  const opened = (more: Partial<ClosingFacts>) => {
    const result = openBook({ ...facts, record: {}, now: at('2019-01-02T08:00:00'), ...more });
    return result.ok ? 'opened' : result.refusal.kind;
  };

  test('has the name and the series of its kind, its holder and its year', () => {
    expect([nameOfBook(key, 1), seriesOfBook(key)]).toEqual(['01/2019', { series: 'register:ky-bac', period: '2019' }]);
    const copies = { kind: 'SCT/BS', holderId: 'xa-ky-bac' as UnitId, year: 2019 } as const;
    expect([nameOfBook(copies, 1), seriesOfBook(copies)]).toEqual(['01/2019-SCT/BS', { series: 'certification:SCT/BS:xa-ky-bac', period: '2019' }]);
  });
  test.each([
    [{}, 'opened'], [{ isHead: false }, 'not-the-head'], [{ pin: 'wrong' }, 'pin-wrong'], [{ pin: 'locked' }, 'pin-locked'],
    [{ record: facts.record }, 'book-opened-already'], [{ record: { closedAt: facts.now } }, 'book-closed'],
    [{ now: at('2018-12-31T23:59:59') }, 'year-not-begun'],
  ] as const)('is opened, or not: %o %s', (more, expected) => expect(opened(more)).toBe(expected));
  test.each([
    [{}, 'closed'], [{ isHead: false }, 'not-the-head'], [{ pin: 'wrong' }, 'pin-wrong'], [{ pin: 'locked' }, 'pin-locked'],
    [{ record: {} }, 'book-not-opened'], [{ record: { ...facts.record, closedAt: facts.now } }, 'book-closed'],
    [{ now: at('2019-12-31T23:59:59') }, 'year-not-over'], [{ now: at('2020-01-01T00:00:00') }, 'closed'],
    [{ now: at('2019-07-01T08:00:00'), holderEndedOn: day('2019-07-01') }, 'closed'], [{ now: at('2019-06-30T08:00:00'), holderEndedOn: day('2019-07-01') }, 'year-not-over'],
    [{ findings: [{ kind: 'missing', from: 3, to: 3 }] }, 'numbers-at-fault'],
  ] as const)('is closed, or not: %o %s', (more, expected) => expect(closed(more)).toBe(expected));
  test('says how many numbers were left out', () => {
    expect(closeBook({ ...facts, gaps: [{ from: 3, to: 5 }, { from: 9, to: 9 }] })).toEqual({ ok: true, value: { closedAt: facts.now, lastNumber: 412, unused: 4 } });
  });
  test('counts before it is signed, and after its year waits to be closed', () => {
    const state = (record: object, today: string) => stateOfBook(2019, record, day(today));
    expect([state({}, '2019-05-01'), state(facts.record, '2019-05-01'), state(facts.record, '2020-01-01'), state({ ...facts.record, closedAt: facts.now }, '2020-01-03')])
      .toEqual(['unsigned', 'open', 'to-close', 'closed']);
  });
  test('keeps a cancelled entry with its number and says so', () => {
    expect(stateNote('cancelled')).toBe('Hủy tiếp nhận (nhập sai)');
    expect(stateNote('returned')).toBeUndefined();
  });
});

describe('the next volume', () => {
  const now = '2019-11-18T08:00:00+07:00' as Moment;
  const facts = {
    year: 2019, now, isHead: true, pin: 'right', record: { openedAt: now }, lastNumber: 120, gaps: [{ from: 9, to: 10 }, { from: 55, to: 56 }], findings: [], volume: 2, firstNumber: 50,
  } as const;
  it('goes on with the next number of the year; what was left out is counted for its own volume', () => {
    expect(turnVolume(facts)).toEqual({ ok: true, value: { closedAt: now, lastNumber: 120, unused: 2, volume: 3, firstNumber: 121 } });
  });
  it.each([
    ['not-the-head', { isHead: false }], ['pin-wrong', { pin: 'wrong' }], ['pin-locked', { pin: 'locked' }], ['book-not-opened', { record: {} }],
    ['book-closed', { record: { openedAt: now, closedAt: now } }], ['year-over', { now: '2020-01-01T00:00:00+07:00' as Moment }], ['volume-empty', { lastNumber: 49 }],
    ['numbers-at-fault', { findings: [{ kind: 'missing', from: 51, to: 51 }] }],
  ] as const)('is refused: %s', (kind, more) => {
    expect(turnVolume({ ...facts, ...more })).toMatchObject({ ok: false, refusal: { kind } });
  });
  it('is named on either kind of book by the series its number is taken from', () => {
    expect([1, 2, '(v)'].map((volume) => bookNameOf({ series: 'register:ky-bac', period: '2019' }, volume))).toEqual(['01/2019', '02/2019', '(v)/2019']);
    expect(bookNameOf({ series: 'certification:SCT/BS:xa-ky-bac', period: '2019' }, 2)).toBe('02/2019-SCT/BS');
  });
});
