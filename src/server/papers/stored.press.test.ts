// Papers as they were stored, of every version that was ever in force: they print in the words of their day.
// The files are never written anew; a new version of a form brings one of its own.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { documentFor, type PaperPayload } from '#documents/papers.ts';
import { PAPER_SAMPLES } from '#documents/samples.ts';
import { pdfText } from '#testing/pdf-text.ts';
import { setPaper } from './render.ts';

type Stored = { readonly payload: PaperPayload; readonly words: string };

const folder = fileURLToPath(new URL('./stored/', import.meta.url));
const stored = readdirSync(folder).map((file) => ({ file, ...JSON.parse(readFileSync(folder + file, 'utf8')) as Stored }));

it.each(stored)('$file prints as it was, in the form of its version', ({ payload, words }) => {
  const set = setPaper(documentFor(payload));
  expect(set.warnings).toEqual([]);
  expect(pdfText(set.pdf)).toBe(words);
});

it('every version of every paper is among them', () => {
  const kept = new Set(stored.map(({ payload }) => `${payload.kind} ${payload.version}`));
  expect(PAPER_SAMPLES.map(({ payload }) => `${payload.kind} ${payload.version}`).filter((one) => !kept.has(one))).toEqual([]);
});

it('a paper of 2019 bears the form of 2018 although today’s is another', () => {
  const receipt = stored.find(({ payload }) => payload.kind === 'intake-receipt' && payload.version === 'v2018');
  expect(receipt?.words).toContain('Mẫu số 01 – Thông tư số 01/2018/TT-VPCP');
});
