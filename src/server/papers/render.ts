// Sets a paper as PDF/A-2u, tagged, in Vietnamese, dated by its data: the same payload gives the same
// bytes. The compiler is native and synchronous: about 3 ms to lay a page out, 3 ms to write the file.
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { PaperData, PaperDocument, Reprint } from '#documents/kit/document.ts';
import { printableCodePoints } from '#documents/kit/code-points.ts';
import { setOnSheets } from '#documents/kit/setting.ts';
import { readFontFiles } from './fonts.ts';

/** Templates read only below this folder: the compiler refuses every path outside its workspace. */
const WORKSPACE = fileURLToPath(new URL('../../documents', import.meta.url));
/**
 * Every so many prints the memoised pieces not used since are dropped; without it memory only grows. Dropping
 * them costs 4 ms, a fifth of a print, so it is not done each time; 1,200 prints then grow by less than 50 MB.
 */
const EVICT_EVERY = 16;
let printsSinceEviction = 0;

type Press = { readonly compiler: NodeCompiler; readonly printable: ReadonlySet<number> };
let press: Press | undefined;

const openPress = (): Press => {
  if (press === undefined) {
    const files = readFontFiles();
    const compiler = NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs: [...files] }] });
    press = { compiler, printable: printableCodePoints(files) };
  }
  return press;
};

export type SetPaper = { readonly pdf: Uint8Array; readonly pages: number; readonly warnings: readonly string[] };

type LaidOut = { readonly document: NodeTypstDocument; readonly pages: number; readonly warnings: readonly string[] };

const layOut = (compiler: NodeCompiler, template: string, data: PaperData): LaidOut => {
  const compiled = compiler.compile({ mainFilePath: join(WORKSPACE, template), inputs: { data: JSON.stringify(data) } });
  const document = compiled.result;
  if (document === null) {
    const errors = compiled.takeDiagnostics();
    throw new Error(`paper ${template} cannot be set: ${errors === null ? '' : JSON.stringify(compiler.fetchDiagnostics(errors))}`);
  }
  const taken = compiled.takeWarnings();
  return { document, pages: document.numOfPages, warnings: taken === null ? [] : compiler.fetchDiagnostics(taken).map((warning: unknown) => JSON.stringify(warning)) };
};

export const setPaper = (document: PaperDocument, reprint?: Reprint): SetPaper => {
  const { compiler, printable } = openPress();
  const set = setOnSheets(document, reprint, printable, (data) => layOut(compiler, document.template, data));
  const pdf = compiler.pdf(set.document, { pdfStandard: 'a-2u', pdfTags: true });
  printsSinceEviction += 1;
  if (printsSinceEviction >= EVICT_EVERY) {
    compiler.evictCache(1);
    printsSinceEviction = 0;
  }
  return { pdf, pages: set.pages, warnings: set.warnings };
};

export const renderPdf = async (document: PaperDocument, reprint?: Reprint): Promise<Uint8Array> => {
  const { pdf } = setPaper(document, reprint);
  // The compiler's native results are freed between two turns of the event loop, not within one.
  await setImmediate();
  return pdf;
};
