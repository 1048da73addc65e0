import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCells, writeCell } from './csv-cells.ts';

const read = (line: string): readonly string[] | undefined => readCells(`a,b\r\n${line}\r\n`).records[1]?.cells;

it('a formula that somebody typed as a name stays text in a spreadsheet', () => {
  expect(['=HYPERLINK("http://x","y")', '+84912', '-1+1', '@SUM(A1)', '\t=1', 'Tết', 'a=b'].map(writeCell))
    .toEqual(['"\'=HYPERLINK(""http://x"",""y"")"', "'+84912", "'-1+1", "'@SUM(A1)", '"\'\t=1"', 'Tết', 'a=b']);
});

it('what was written is read back as it was, formulas and apostrophes among it', () => {
  const text = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', 'ễ', '1', 'x'), minLength: 1, maxLength: 8 });
  fc.assert(fc.property(text, text, (one, other) => {
    expect(read([one, other].map(writeCell).join(','))).toEqual([one, other]);
  }), { seed: 28_11_2026, numRuns: 500 });
});
