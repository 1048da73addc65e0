// Many questions from one file: one JSON line a row, in the order of the file. A wrong row gives its own line with
// the row (as a spreadsheet numbers it) and the column, and does not stop the others.
import type { CompiledCalendar } from '#core/deadline/compiled-calendar.ts';
import { type CsvRecord, readCells } from '#core/deadline/csv-cells.ts';
import { usageError } from './command.ts';
import { type Question, answer, isWrong } from './due-date-answer.ts';

const COLUMNS = ['limit', 'procedure', 'site', 'received', 'channel', 'started', 'large', 'away'] as const;
const SAID_NO = new Set(['', 'no', 'không', '0', 'false']);

const fileFault = (error: string): Error => usageError(`${error} Các cột: limit hoặc procedure, site, received; có thể thêm channel, started, large, away.`);

const readHeader = (header: CsvRecord | undefined): readonly string[] => {
  const names = header?.cells.map((cell) => cell.toLowerCase()) ?? [];
  const known: readonly string[] = COLUMNS;
  const stranger = names.find((name) => name !== '' && !known.includes(name) && name !== 'note' && name !== 'source');
  if (stranger !== undefined) throw fileFault(`Tệp có cột lạ "${stranger}".`);
  const twice = names.find((name, i) => name !== '' && names.indexOf(name) !== i);
  if (twice !== undefined) throw fileFault(`Tệp có hai cột "${twice}".`);
  if (!names.includes('received')) throw fileFault('Tệp thiếu cột received.');
  return names;
};

/** Blank cells take what the options say. */
const questionOf = (names: readonly string[], { cells }: CsvRecord, defaults: Question): Question => {
  const cell = (name: (typeof COLUMNS)[number]): string | undefined => {
    const text = cells[names.indexOf(name)]?.trim();
    return text === undefined || text === '' ? undefined : text;
  };
  const flag = (name: 'large' | 'away'): boolean => {
    const text = cell(name);
    return text === undefined ? defaults[name] : !SAID_NO.has(text.toLowerCase());
  };
  const own = { limit: cell('limit'), procedure: cell('procedure') };
  const named = own.limit === undefined && own.procedure === undefined ? { limit: defaults.limit, procedure: defaults.procedure } : own;
  return {
    ...named, site: cell('site') ?? defaults.site, received: cell('received'), channel: cell('channel') ?? defaults.channel,
    started: cell('started'), large: flag('large'), away: flag('away'),
  };
};

export const answerBatch = (text: string, defaults: Question, calendar: CompiledCalendar): { readonly lines: readonly string[]; readonly wrong: number } => {
  const { records: [header, ...rows], openQuote } = readCells(text);
  if (openQuote !== undefined) throw fileFault(`Tệp có dấu ngoặc kép mở ở dòng ${openQuote} mà không đóng.`);
  const names = readHeader(header);
  let wrong = 0;
  const lines = rows.map((record) => {
    const extra = record.cells.slice(names.length).some((cell) => cell !== '');
    const found = extra ? { field: '', error: 'có ô nằm ngoài các cột; nội dung có dấu phẩy phải đặt trong ngoặc kép.' } : answer(questionOf(names, record, defaults), calendar);
    if (!isWrong(found)) return JSON.stringify(found);
    wrong += 1;
    const where = found.field === '' ? `Dòng ${record.line}` : `Dòng ${record.line}, cột ${found.field}`;
    return JSON.stringify({ field: found.field, row: record.line, error: `${where}: ${found.error}` });
  });
  return { lines, wrong };
};
