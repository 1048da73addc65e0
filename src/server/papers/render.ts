// Sets a paper as PDF/A-2u, tagged, in Vietnamese, dated by its data: the same payload gives the same
// bytes. The compiler is native and synchronous: about 3 ms to lay a page out, 3 ms to write the file.
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { PaperData, PaperDocument, Reprint } from '#documents/kit/document.ts';
import { reprintLine } from '#documents/kit/lines.ts';
import { cleanData } from './clean.ts';
import { printableCodePoints, readFontFiles } from './fonts.ts';

/** Templates read only below this folder: the compiler refuses every path outside its workspace. */
const WORKSPACE = fileURLToPath(new URL('../../documents', import.meta.url));
/**
 * Every so many prints the memoised pieces not used since are dropped; without it memory only grows. Dropping
 * them costs 4 ms, a fifth of a print, so it is not done each time; 3,000 prints then stay within 60 MB.
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

type LaidOut = { readonly document: NodeTypstDocument; readonly warnings: readonly string[] };

const layOut = (compiler: NodeCompiler, template: string, data: PaperData): LaidOut => {
  const compiled = compiler.compile({ mainFilePath: join(WORKSPACE, template), inputs: { data: JSON.stringify(data) } });
  const document = compiled.result;
  if (document === null) {
    const errors = compiled.takeDiagnostics();
    throw new Error(`paper ${template} cannot be set: ${errors === null ? '' : JSON.stringify(compiler.fetchDiagnostics(errors))}`);
  }
  const taken = compiled.takeWarnings();
  return { document, warnings: taken === null ? [] : compiler.fetchDiagnostics(taken).map((warning: unknown) => JSON.stringify(warning)) };
};

const ROOMIEST = 0;
const NORMAL = 2;
const TIGHTEST = 5;

/**
 * The roomiest setting that keeps the paper on one page. One that spills onto a second page even at its
 * tightest, and every longer one, is set normally.
 */
const findSetting = (start: number, pagesAt: (tightness: number) => number): { readonly tightness: number; readonly pages: number } => {
  for (let tightness = start; tightness <= TIGHTEST; tightness += 1) {
    const pages = pagesAt(tightness);
    if (pages === 1) return { tightness, pages };
    if (pages > 2) break;
  }
  return { tightness: NORMAL, pages: pagesAt(NORMAL) };
};

export const setPaper = (document: PaperDocument, reprint?: Reprint): SetPaper => {
  const { compiler, printable } = openPress();
  const [year = 0, month = 0, day = 0] = document.date.split('-').map(Number);
  const cleaned = cleanData(
    { footCode: '', ...document.data, title: document.title, reprint: reprintLine(reprint) },
    printable,
  );
  const laid = new Map<number, LaidOut>();
  const lay = (tightness: number, pages: number): LaidOut =>
    layOut(compiler, document.template, { ...cleaned, date: { year, month, day }, tightness, pages });
  const found = findSetting(document.from ?? (document.roomy === true ? ROOMIEST : NORMAL), (tightness) => {
    const once = laid.get(tightness) ?? lay(tightness, 1);
    laid.set(tightness, once);
    return once.document.numOfPages;
  });
  const once = found.pages === 1 ? laid.get(found.tightness) : undefined;
  const set = once ?? lay(found.tightness, found.pages);
  const pdf = compiler.pdf(set.document, { pdfStandard: 'a-2u', pdfTags: true });
  printsSinceEviction += 1;
  if (printsSinceEviction >= EVICT_EVERY) {
    compiler.evictCache(1);
    printsSinceEviction = 0;
  }
  return { pdf, pages: set.document.numOfPages, warnings: set.warnings };
};

export const renderPdf = async (document: PaperDocument, reprint?: Reprint): Promise<Uint8Array> => {
  const { pdf } = setPaper(document, reprint);
  // The compiler's native results are freed between two turns of the event loop, not within one.
  await setImmediate();
  return pdf;
};
