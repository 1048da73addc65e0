import { expect, it } from 'vitest';
import type { PaperData, PaperValue } from '#documents/kit/document.ts';
import { documentFor, sizesOf } from '#documents/papers.ts';
import { PAPER_SAMPLES } from '#documents/samples.ts';
import { cleanData, isUnprintableCharacter } from '#documents/kit/clean.ts';
import { printableCodePoints } from '#documents/kit/code-points.ts';
import { readFontFiles } from './fonts.ts';

const printable = printableCodePoints(readFontFiles());
const DRAWINGS = new Set(['qr', 'barcode']);

/** The paper's data once for each of its texts, that text with a sign that no face has, and where it stands. */
const spoiled = (value: PaperValue, path: string): readonly { readonly path: string; readonly value: PaperValue }[] => {
  if (typeof value === 'string') return [{ path, value: `${value} 明` }];
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) {
    const list: readonly PaperValue[] = value;
    return list.flatMap((item, i) => spoiled(item, `${path}[${i + 1}]`).map((one) => ({ path: one.path, value: list.with(i, one.value) })));
  }
  return Object.entries(value).flatMap(([key, item]) => DRAWINGS.has(key) ? [] : spoiled(item as PaperValue, path === '' ? key : `${path}.${key}`)
    .map((one) => ({ path: one.path, value: { ...value, [key]: one.value } })));
};

it.each(PAPER_SAMPLES)('$name: a sign that cannot be printed is refused in every field, by the field’s name', ({ payload }) => {
  const [size] = sizesOf(payload);
  const cases = spoiled(documentFor(payload, size).data, '').slice(0, 400);
  expect(cases.length).toBeGreaterThan(3);
  for (const { path, value } of cases) {
    let fault: unknown;
    try {
      cleanData(value as PaperData, printable);
    } catch (thrown) {
      fault = thrown;
    }
    expect([path, isUnprintableCharacter(fault) && fault.field]).toEqual([path, path]);
  }
});
