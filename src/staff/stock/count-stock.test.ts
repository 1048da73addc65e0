import { describe, expect, it } from 'vitest';
import type { Moment } from '#core/kernel/moment.ts';
import { formatBagLabel } from '#core/numbering/bag-label.ts';
import type { StockRow, StockStanding } from '#wire/stock.wire.ts';
import { beginCount, closingBody, contentOf, dropStray, leftOf, linesOf, sayFound, sayMissing, sayShort, sayStray, sayUnexpected, scanStock, takeBack } from './count-stock.ts';

const at = (hour: number): Moment => `2019-11-18T${String(hour).padStart(2, '0')}:00:00+07:00` as Moment;
const BAG = formatBagLabel(1);
const row = (thingId: string, code: string, more: object = {}): StockRow => ({ thingId, code, kind: 'papers', count: 1, since: at(7), dossierId: code, ...more }) as unknown as StockRow;
const ROWS = [
  row('t1', '000.18.60.H27-191118-0001', { postingNumber: 'RR473124829VN' }), row('t2', '000.18.60.H27-191118-0001', { kind: 'outcome', postingNumber: 'RR473124829VN' }), row('t3', '000.18.60.H27-191118-0002'),
  row('t4', BAG, { kind: 'bag', dossierId: undefined }), row('t5', '000.18.60.H27-191118-0003', { insideLabel: BAG }), row('t6', '000.18.60.H27-191118-0004', { since: at(9) }),
];
const start = beginCount({ place: { id: 'ky-bac', name: 'x' }, now: at(8), counts: [] }, 'c1');
const scanned = (typed: string, draft = start) => {
  const result = scanStock(ROWS, draft, typed);
  if (!result.ok) throw new Error(result.refusal.kind);
  return result.value.kind === 'found' ? result.value.draft.found : result.value.kind;
};
const refused = (typed: string, draft = start) => {
  const result = scanStock(ROWS, draft, typed);
  return result.ok ? undefined : result.refusal.kind;
};

describe('scanning', () => {
  it('a code finds all that lies here of its dossier, an item number and a QR address too; a label its bag', () => {
    expect([scanned('000.18.60.h27-191118-0001'), scanned('rr 473124829 vn'), scanned('https://x.vn/q/000.18.60.H27-191118-0002'), scanned(BAG.toLowerCase())]).toEqual([['t1', 't2'], ['t1', 't2'], ['t3'], ['t4']]);
  });
  it('what is not on the list is asked about; wrong digits, second scans and what lies in a bag are told at once', () => {
    expect([scanned('000.18.60.H27-191118-0009'), scanned(formatBagLabel(2))]).toEqual(['ask', 'ask']);
    expect([
      refused('RR473124828VN'), refused('TUI0000000294'), refused('000.18.60.H27-191118-0003'), refused('000.18.60.H27-191118-0002', sayFound(start, ['t3' as never])),
      refused('abc', sayUnexpected(start, [{ thingId: 'x', code: 'ABC' } as unknown as StockStanding])),
    ]).toEqual(['item-number-check-digit', 'bag-label-check-digits', 'stock-in-bag', 'scanned-twice', 'scanned-twice']);
  });
});

it('of several pieces so many are there: it is found, and closed as short; counted again it is whole', () => {
  const short = sayShort(start, 't1' as never, 1, 'Thiếu');
  expect(closingBody(ROWS, short, 'x', '')).toMatchObject({ found: [], short: [{ thingId: 't1', pieces: 1, note: 'Thiếu' }] });
  expect(leftOf(ROWS, short).map(({ thingId }) => thingId)).toEqual(['t2', 't3', 't4']);
  for (const draft of [takeBack(short, 't1' as never), sayMissing(short, ['t1' as never], 'x')]) expect(draft.short).toEqual({});
});

it('an envelope collected at home is found by the number on it', () => {
  const rows = [row('e1', 'RR473124829VN', { kind: 'envelope', dossierId: undefined })];
  const found = scanStock(rows, start, 'rr 473124829 vn');
  expect(found.ok && found.value.kind === 'found' && found.value.draft.found).toEqual(['e1']);
});

describe('what is left', () => {
  it('bags and what lies in none, but for what came later', () => {
    expect([linesOf(ROWS).length, leftOf(ROWS, start).map(({ thingId }) => thingId), contentOf(ROWS, ROWS[3] as StockRow)]).toEqual([5, ['t1', 't2', 't3', 't4'], 1]);
    expect(leftOf(ROWS, sayMissing(sayFound(start, ['t1' as never]), ['t3' as never], 'x')).map(({ thingId }) => thingId)).toEqual(['t2', 't4']);
  });
  it('found after all it is missing no more, and taken back it is neither', () => {
    const missing = sayMissing(start, ['t3' as never], 'x');
    expect([sayFound(missing, ['t3' as never]).missing, sayMissing(sayFound(start, ['t3' as never]), ['t3' as never], 'x').found, takeBack(missing, 't3' as never)]).toEqual([{}, [], start]);
  });
  it('at the closing all that is left is missing with one note; what is here after all is not unexpected', () => {
    const strange = { thingId: 't9', code: 'Z' } as unknown as StockStanding;
    const draft = dropStray(sayStray(sayStray(sayUnexpected(sayMissing(sayFound(start, ['t1', 't4'] as never[]), ['t3'] as never[], 'riêng'), [strange]), 'AA'), 'BB'), 'AA');
    expect(closingBody(ROWS, draft, 'chung', 'Trần Văn Trúc')).toEqual({
      countId: 'c1', place: 'ky-bac', startedAt: at(8), after: undefined, found: ['t1', 't4'], short: [], missing: [{ thingId: 't3', note: 'riêng' }, { thingId: 't2', note: 'chung' }],
      unexpected: ['t9'], strays: [{ scanned: 'BB' }], witnessName: 'Trần Văn Trúc',
    });
    expect(closingBody(ROWS, sayFound(draft, ['t9' as never]), 'chung', '').unexpected).toEqual([]);
  });
});
