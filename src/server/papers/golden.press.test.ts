// The words of every paper, line by line as they stand on the sheet. A change here is a change of a
// legal paper: look at it before accepting it (npx vitest run src/server/papers -u).
import { describe, expect, it } from 'vitest';
import { documentFor, sizesOf } from '#documents/papers.ts';
import { PAPER_SAMPLES } from '#documents/samples.ts';
import { pdfLines } from '#testing/pdf-text.ts';
import { setPaper } from './render.ts';

const cases = PAPER_SAMPLES.flatMap(({ name, payload }) =>
  sizesOf(payload).map((size) => ({ name: `${name}-${size}`, payload, size })));

describe('each paper says what it said', () => {
  it.each(cases)('$name', async ({ name, payload, size }) => {
    const set = setPaper(documentFor(payload, size));
    expect(set.warnings).toEqual([]);
    const pages = pdfLines(set.pdf);
    expect(pages).toHaveLength(set.pages);
    await expect(`${pages.map((lines) => lines.join('\n')).join('\n\f\n')}\n`).toMatchFileSnapshot(`./golden/${name}.txt`);
  });
});
