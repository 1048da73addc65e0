import { expect, it } from 'vitest';
import { printableCodePoints } from '#documents/kit/code-points.ts';
import { readFontFiles } from './fonts.ts';

const printable = printableCodePoints(readFontFiles());
const has = (character: string): boolean => printable.has(character.codePointAt(0) ?? 0);

it('every Vietnamese letter with every tone is in all four faces', () => {
  const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
  const vowels = [...'aăâeêioôơuưy'];
  const letters = [...vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC'))), 'đ'];
  const all = [...letters, ...letters.map((letter) => letter.toLocaleUpperCase('vi'))];
  expect(all).toHaveLength(146);
  expect(all.filter((letter) => !has(letter))).toEqual([]);
});

it('knows what the faces lack', () => {
  expect(['明', '🙂', '☐', '\u0007'].filter(has)).toEqual([]);
});
