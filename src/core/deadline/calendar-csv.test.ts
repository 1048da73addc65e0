import { describe, expect, test } from 'vitest';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import { type CsvFault, readCalendarCsv, writeCalendarCsv } from './calendar-csv.ts';
import { withDraft } from './change-calendar.ts';
import type { CalendarDay } from './working-calendar.ts';

const HEAD = 'Ngày,Loại ngày,Tên,Trạng thái,Căn cứ';
const read = (...rows: readonly string[]) => readCalendarCsv([HEAD, ...rows].join('\r\n'), hatinhCalendar);
const faults = (...rows: readonly string[]): readonly CsvFault[] => {
  const said = read(...rows);
  return said.ok ? [] : said.refusal;
};
const SWAP = ['04/01/2027,Nghỉ hoán đổi,Đổi với ngày 09/01/2027,Đã công bố,TB 1/TB-BNV', '09/01/2027,Làm bù,Đổi với ngày 04/01/2027,Đã công bố,TB 1/TB-BNV'];

describe('the file of a calendar', () => {
  test('that was written is read back and changes nothing', () => {
    expect(readCalendarCsv(writeCalendarCsv(hatinhCalendar.days), hatinhCalendar)).toEqual({ ok: true, value: { set: [], remove: [] } });
  });

  test('begins with the mark by which Excel knows UTF-8, and a cell with a comma stands in quotes', () => {
    const written = writeCalendarCsv(hatinhCalendar.days.slice(0, 1));
    expect(written).toBe(`\uFEFF${HEAD}\r\n01/01/2018,"Nghỉ lễ, tết",Tết Dương lịch,Đã công bố,\r\n`);
    expect(readCalendarCsv(written.slice(1), hatinhCalendar).ok).toBe(true);
  });

  test('sets the days it names, leaves all others, and sets them only once', () => {
    const said = read(...SWAP);
    const set = said.ok ? said.value.set : [];
    expect(set.map(({ date, kind, source }) => [date, kind, source])).toEqual([['2027-01-04', 'swap-off', 'TB 1/TB-BNV'], ['2027-01-09', 'make-up', 'TB 1/TB-BNV']]);
    const after = withDraft(hatinhCalendar, { set, remove: [], sites: [] });
    expect(after.days).toHaveLength(hatinhCalendar.days.length + 2);
    expect(readCalendarCsv([HEAD, ...SWAP].join('\n'), after)).toEqual({ ok: true, value: { set: [], remove: [] } });
  });

  test('takes a day out where it says the day is an ordinary one', () => {
    expect(read('16/04/2027,Ngày thường,,,', '15/04/2027,ngay thuong,,,')).toEqual({ ok: true, value: { set: [], remove: ['2027-04-16'] } });
  });

  test.each<[string, string]>([
    ['with semicolons and its columns in another order', 'source;name;status;kind;date\nTB 1;Nghỉ bão;confirmed;holiday;2027-03-01'],
    ['with tabs, lone carriage returns, words without tones and an unpadded day', 'NGAY\tLoai\tTen\tTrang thai\tCan cu\r1/3/2027\tnghi le tet\tNghỉ bão\tda cong bo\tTB 1'],
    ['with quoted cells and decomposed letters', '"Ngày","Loại ngày","Tên","Trạng thái","Căn cứ"\n"01/03/2027","Nghỉ lễ","Nghỉ bão","Đã công bố","TB 1"'.normalize('NFD')],
  ])('%s is the same file', (_, text) => {
    const day: CalendarDay = { date: '2027-03-01' as CalendarDay['date'], kind: 'holiday', name: 'Nghỉ bão', status: 'confirmed', source: 'TB 1' };
    expect(readCalendarCsv(text, hatinhCalendar)).toEqual({ ok: true, value: { set: [day], remove: [] } });
  });
});

describe('a fault of a file is named by line and column', () => {
  test.each<[string, string, Omit<CsvFault, 'line'>]>([
    ['a day that does not exist', '30/02/2027,Nghỉ lễ,Thử,Đã công bố,TB 1', { column: 'date', kind: 'date-shape', value: '30/02/2027' }],
    ['a year of two digits', '01/03/27,Nghỉ lễ,Thử,Đã công bố,TB 1', { column: 'date', kind: 'date-shape', value: '01/03/27' }],
    ['a year of the Buddhist era', '01/03/2570,Nghỉ lễ,Thử,Đã công bố,TB 1', { column: 'date', kind: 'year-out-of-reach', value: '01/03/2570' }],
    ['a year of another century', '01/03/1927,Nghỉ lễ,Thử,Đã công bố,TB 1', { column: 'date', kind: 'year-out-of-reach', value: '01/03/1927' }],
    ['a kind that is none', '01/03/2027,Nghỉ mát,Thử,Đã công bố,TB 1', { column: 'kind', kind: 'kind-unknown', value: 'Nghỉ mát' }],
    ['a status that is none', '01/03/2027,Nghỉ lễ,Thử,Có lẽ,TB 1', { column: 'status', kind: 'status-unknown', value: 'Có lẽ' }],
    ['a day without a name', '01/03/2027,Nghỉ lễ,,Đã công bố,TB 1', { column: 'name', kind: 'name-missing' }],
    ['a name without an end', `01/03/2027,Nghỉ lễ,${'a'.repeat(201)},Đã công bố,TB 1`, { column: 'name', kind: 'text-too-long' }],
    ['a letter that cannot be stored', '01/03/2027,Nghỉ lễ,Thử\u0000,Đã công bố,TB 1', { column: 'name', kind: 'text-unreadable' }],
    ['an announced day without its document', '01/03/2027,Nghỉ lễ,Thử,Đã công bố,', { column: 'source', kind: 'source-missing' }],
    ['an exchange without its document', '01/03/2027,Nghỉ hoán đổi,Thử,Tạm tính,', { column: 'source', kind: 'source-missing' }],
    ['a make-up day on a working day', '01/03/2027,Làm bù,Thử,Đã công bố,TB 1', { column: 'kind', kind: 'make-up-on-working-day', value: '01/03/2027' }],
    ['an exchange on a rest day', '06/03/2027,Nghỉ hoán đổi,Thử,Đã công bố,TB 1', { column: 'kind', kind: 'off-on-rest-day', value: '06/03/2027' }],
    ['a cell beside the columns', '01/03/2027,Nghỉ lễ,Thử,Đã công bố,TB 1,thừa', { kind: 'too-many-cells' }],
  ])('%s', (_, row, fault) => expect(faults(...SWAP, row)).toEqual([{ line: 4, ...fault }]));

  test('a day twice, with the line that said it first, and every other fault of the file in the order of lines', () => {
    expect(faults('01/03/2027,Nghỉ lễ,Thử,Đã công bố,TB 1', '', '"02/03/2027",Nghỉ mát,,Đã công bố,TB 1', '2027-03-01,Nghỉ bù,Thử,Đã công bố,TB 1')).toEqual([
      { line: 4, column: 'kind', kind: 'kind-unknown', value: 'Nghỉ mát' }, { line: 4, column: 'name', kind: 'name-missing' },
      { line: 5, column: 'date', kind: 'day-twice', value: '01/03/2027', firstLine: 2 },
    ]);
  });

  test('a line after a cell of two lines keeps its number', () => {
    expect(faults('01/03/2027,Nghỉ lễ,"Nghỉ\nbão",Đã công bố,TB 1', 'x,Nghỉ lễ,Thử,Đã công bố,TB 1').map(({ line }) => line)).toContain(4);
  });

  test.each<[string, string, readonly CsvFault[]]>([
    ['nothing', '', [{ line: 1, kind: 'file-empty' }]],
    ['only its head', HEAD, [{ line: 1, kind: 'file-empty' }]],
    ['a quote that never closes', `${HEAD}\n01/03/2027,"Nghỉ lễ,Thử,x,y`, [{ line: 2, kind: 'quote-open' }]],
    ['no such columns', 'a,b\n1,2', [
      { line: 1, kind: 'column-unknown', value: 'a' }, { line: 1, kind: 'column-unknown', value: 'b' },
      ...(['date', 'kind', 'name', 'status', 'source'] as const).map((column) => ({ line: 1, column, kind: 'column-missing' as const })),
    ]],
    ['a column twice', `${HEAD},Ngày\n01/03/2027,Nghỉ lễ,Thử,Đã công bố,TB 1,`, [{ line: 1, column: 'date', kind: 'column-twice' }]],
    ['more rows than a calendar has', [HEAD, ...Array.from({ length: 3_001 }, () => SWAP[0])].join('\n'), [{ line: 3_002, kind: 'too-many-rows' }]],
  ])('a file with %s', (_, text, expected) => expect(readCalendarCsv(text, hatinhCalendar)).toEqual({ ok: false, refusal: expected }));
});
