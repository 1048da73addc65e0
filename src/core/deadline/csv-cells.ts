// A file of comma-separated values as spreadsheets write it: quoted cells, three separators, any line ends.
// Each record keeps the line it begins on, so that a fault can be found in the file. No cell that is written is one
// that a spreadsheet would reckon: typed by anybody, opened by anybody, a formula stays text.
// @law none (RFC 4180)

export type CsvRecord = { readonly line: number; readonly cells: readonly string[] };
export type CsvCells = { readonly records: readonly CsvRecord[]; /** The line on which a quote was opened and never closed. */ readonly openQuote?: number };

const SEPARATORS = [',', ';', '\t'] as const;

/** The separator is the one that stands most often in the first line. */
const separatorOf = (text: string): string => {
  const [header = ''] = text.split(/\r?\n/u, 1);
  const count = (separator: string): number => header.split(separator).length;
  return SEPARATORS.reduce((best, separator) => (count(separator) > count(best) ? separator : best), SEPARATORS[0] as string);
};

const guarded = (text: string): string => (/^'*[=+\-@\t\r]/u.test(text) ? `'${text}` : text);
const unguarded = (text: string): string => text.replace(/^'(?='*[=+\-@])/u, '');

export const readCells = (written: string): CsvCells => {
  const text = written.replace(/^\uFEFF/u, '');
  const separator = separatorOf(text);
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let cell = '';
  let line = 1;
  let startedOn = 1;
  let quotedOn: number | undefined;
  const endRecord = (): void => {
    cells.push(cell);
    if (cells.some((one) => one.trim() !== '')) records.push({ line: startedOn, cells: cells.map((one) => unguarded(one.normalize('NFC').trim())) });
    cells = [];
    cell = '';
    startedOn = line;
  };
  for (let i = 0; i < text.length; i += 1) {
    const sign = text.charAt(i);
    const ends = sign === '\n' || (sign === '\r' && text.charAt(i + 1) !== '\n');
    if (ends) line += 1;
    if (quotedOn !== undefined) {
      const doubled = sign === '"' && text.charAt(i + 1) === '"';
      if (sign !== '"' || doubled) cell += sign;
      else quotedOn = undefined;
      if (doubled) i += 1;
    } else if (sign === '"' && cell.trim() === '') {
      cell = '';
      quotedOn = line;
    } else if (sign === separator) {
      cells.push(cell);
      cell = '';
    } else if (ends) endRecord();
    else if (sign !== '\r') cell += sign;
  }
  endRecord();
  return quotedOn === undefined ? { records } : { records, openQuote: quotedOn };
};

export const writeCell = (text: string): string => {
  const safe = guarded(text);
  return /[",;\t\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
