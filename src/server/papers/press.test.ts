import { expect, test } from 'vitest';
import { documentFor, type PaperPayload } from '#documents/papers.ts';
import { PAPER_SAMPLES } from '#documents/samples.ts';
import { isUnprintableCharacter } from '#documents/kit/clean.ts';
import { printPaper } from './press.ts';
import { renderPdf } from './render.ts';

const [sample] = PAPER_SAMPLES;
const payload = sample?.payload as PaperPayload;

test('the press prints what the compiler prints, many at once, each to who asked', async () => {
  const expected = Buffer.from(await renderPdf(documentFor(payload)));
  const prints = await Promise.all(Array.from({ length: 6 }, () => printPaper(documentFor(payload))));
  for (const print of prints) expect(Buffer.from(print).equals(expected)).toBe(true);
});

test('a character that no font has is named across the thread', async () => {
  const document = documentFor(payload);
  const fault: unknown = await printPaper({ ...document, title: `${document.title} 𒀀` }).catch((error: unknown) => error);
  expect(isUnprintableCharacter(fault)).toBe(true);
});

test('a paper that cannot be set is a fault and the press goes on', async () => {
  const document = documentFor(payload);
  await expect(printPaper({ ...document, template: 'nowhere.typ' })).rejects.toThrow('nowhere.typ');
  expect((await printPaper(document)).length).toBeGreaterThan(1000);
});
