// The border of the papers: texts become NFC, white space becomes single spaces, and each character
// must be in the font. Long words without a space get places to break, or they would leave the paper.
import type { PaperData, PaperValue } from './document.ts';

export type UnprintableCharacter = Error & { readonly code: 'unprintable-character'; readonly field: string; readonly character: string };

const unprintable = (field: string, character: string): UnprintableCharacter => {
  const point = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const error = new Error(`Ký tự “${character}” (${point}) ở mục ${field} không có trong phông chữ in giấy tờ.`);
  return Object.assign(error, { code: 'unprintable-character' as const, field, character });
};

export const isUnprintableCharacter = (fault: unknown): fault is UnprintableCharacter =>
  fault instanceof Error && 'code' in fault && fault.code === 'unprintable-character';

const LONGEST_WORD = 34;
const BREAK_EVERY = 17;
const ZERO_WIDTH_SPACE = '\u200B';

/** After a sign first, as in an address of the network; a run of letters without one, every so many. */
const breakable = (word: string): string =>
  word.length <= LONGEST_WORD ? word : (word.match(new RegExp(`[^/@._-]{1,${BREAK_EVERY}}[/@._-]*|[/@._-]+`, 'gu')) ?? []).join(ZERO_WIDTH_SPACE);

const cleanText = (text: string, field: string, printable: ReadonlySet<number>): string => {
  const plain = text.normalize('NFC').replace(/[\s\u200B-\u200D\u2060\uFEFF\u00AD]+/gu, (run) => (/\s/u.test(run) ? ' ' : '')).trim();
  for (const character of plain) {
    if (!printable.has(character.codePointAt(0) ?? 0)) throw unprintable(field, character);
  }
  return plain.split(' ').map(breakable).join(' ');
};

/** Keys whose text is a drawing, not words. */
const DRAWINGS: ReadonlySet<string> = new Set(['qr', 'barcode']);

const cleanValue = (value: PaperValue, field: string, printable: ReadonlySet<number>): PaperValue => {
  if (typeof value === 'string') return cleanText(value, field, printable);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item: PaperValue, i) => cleanValue(item, `${field}[${i + 1}]`, printable));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      DRAWINGS.has(key) ? item : cleanValue(item as PaperValue, field === '' ? key : `${field}.${key}`, printable),
    ]),
  );
};

export const cleanData = (data: PaperData, printable: ReadonlySet<number>): PaperData =>
  cleanValue(data, '', printable) as PaperData;
