import { describe, expect, test } from 'vitest';
import { findBannedWording, glossaryPage, parseTerms } from './glossary.ts';
import { findUntagged, lawIndex } from './law-index.ts';

const terms = parseTerms([{ en: 'feeReceipt', vi: 'Biên lai thu phí, lệ phí', law: 'TT 303/2016', means: 'the agency’s paper for money taken', not: ['phiếu thu'] }]);

describe('the words', () => {
  test('a banned wording in a text is named with the right one', () => {
    expect(findBannedWording(terms, [{ path: 'src/staff/a.tsx', text: '<b>In phiếu thu</b>' }])).toEqual(['src/staff/a.tsx:1: “phiếu thu” → Biên lai thu phí, lệ phí']);
  });
  test('a comment may name what is wrong', () => {
    expect(findBannedWording(terms, [{ path: 'src/staff/a.tsx', text: '// not phiếu thu' }])).toEqual([]);
  });
  test('a term twice, or not in NFC, is refused', () => {
    expect(() => parseTerms([...terms, ...terms])).toThrow('stands twice');
    expect(() => parseTerms([{ ...terms[0], vi: 'Biên lai phí'.normalize('NFD') }])).toThrow('NFC');
  });
  test('the page lists each term', () => {
    expect(glossaryPage(terms)).toContain('| feeReceipt | Biên lai thu phí, lệ phí |');
  });
  test('the law index is built from the tags and an untagged core file is named', () => {
    const files = [{ path: 'src/core/fees/a.ts', text: '// Rule.\n// @law TT 226/2016; TT 281/2016\n' }, { path: 'src/core/fees/b.ts', text: 'export const b = 1;\n' }];
    expect(lawIndex(files)).toContain('| TT 226/2016 | [core/fees/a.ts](../../src/core/fees/a.ts) |');
    expect(findUntagged(files)).toEqual(['src/core/fees/b.ts: opens without the rule it embodies']);
  });
});
