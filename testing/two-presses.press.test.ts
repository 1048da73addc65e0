// The counter's press and the server's set the same paper as the same file; only PDF/A, which the archive
// needs and the browser's compiler cannot write, is the server's alone and left out here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { beforeAll, describe, expect, it } from 'vitest';
import { isUnprintableCharacter } from '#documents/kit/clean.ts';
import { printableCodePoints } from '#documents/kit/code-points.ts';
import type { PaperDocument } from '#documents/kit/document.ts';
import { setOnSheets } from '#documents/kit/setting.ts';
import { documentFor, sizesOf } from '#documents/papers.ts';
import { EXTREME_SAMPLES, PAPER_SAMPLES } from '#documents/samples.ts';
import { readFontFiles } from '#server/papers/fonts.ts';
import { type CounterCompiler, type Glue, openCompiler } from '#staff/press/compiler.ts';
import { patchCompiler } from '#staff/press/compiler-patch.ts';

const fonts = readFontFiles();
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.resolve('@myriaddreamin/typst-ts-web-compiler')));
const glueSource = readFileSync(at('./typst_ts_web_compiler.mjs'), 'utf8');

const workspace = fileURLToPath(new URL('../src/documents', import.meta.url));
const server = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: [...fonts] }] });
const printable = printableCodePoints(fonts);
const setOnServer = (document: PaperDocument): Uint8Array => {
  const set = setOnSheets(document, undefined, printable, (data) => {
    const { result } = server.compile({ mainFilePath: join(workspace, document.template), inputs: { data: JSON.stringify(data) } });
    if (result === null) throw new Error(document.template);
    return { result, pages: result.numOfPages };
  });
  return server.pdf(set.result);
};

let setAtCounter: CounterCompiler;
beforeAll(async () => {
  // as the build gives it to the browser
  const patched = `data:text/javascript;base64,${Buffer.from(patchCompiler(glueSource)).toString('base64')}`;
  const glue = (await import(/* @vite-ignore */ patched)) as Glue;
  setAtCounter = await openCompiler(glue, { module: new WebAssembly.Module(readFileSync(at('./typst_ts_web_compiler_bg.wasm'))), fonts });
}, 60_000);

describe('the counter prints what the server prints', () => {
  // every paper and version short, and the three that a counter gives out stretched
  const stretched = EXTREME_SAMPLES.filter(({ payload }) => payload.kind === 'intake-receipt' || payload.kind === 'residence-receipt');
  const cases = [...PAPER_SAMPLES, ...stretched].flatMap(({ name, payload }) => sizesOf(payload).map((size) => ({ name: `${name}, ${size}`, document: documentFor(payload, size) })));
  it.each(cases)('$name', ({ document }) => {
    expect(Buffer.from(setAtCounter(document).pdf).equals(setOnServer(document))).toBe(true);
  }, 20_000);
});

it('a sign that no font has is an error at the counter too', () => {
  const document = documentFor(PAPER_SAMPLES[0]?.payload ?? expect.fail('no sample'));
  let fault: unknown;
  try {
    setAtCounter({ ...document, title: `${document.title} 𒀀` });
  } catch (error) {
    fault = error;
  }
  expect(isUnprintableCharacter(fault)).toBe(true);
});

it('the compiler makes no function from text, and a version with other places is looked at again', () => {
  expect(patchCompiler(glueSource)).not.toContain('new Function(');
  expect(() => patchCompiler(`${glueSource}; new Function('return 1')`)).toThrow('3 places');
  expect(() => patchCompiler('')).toThrow('0 places');
});
