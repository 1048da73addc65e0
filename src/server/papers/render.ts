// Sets a paper as PDF/A-2u, tagged, in Vietnamese, dated by its data: the same payload gives the same
// bytes. The compiler is native and synchronous (see bench in docs): a page takes a few milliseconds.
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PaperData, PaperDocument, Reprint } from '#documents/document.ts';
import { reprintLine } from '#documents/lines.ts';
import { cleanData } from './clean.ts';
import { printableCodePoints, readFontFiles } from './fonts.ts';

/** Templates read only below this folder: the compiler refuses every path outside its workspace. */
const WORKSPACE = fileURLToPath(new URL('../../documents', import.meta.url));
/** Memoised pieces of papers set this many prints ago are dropped; without it memory only grows. */
const CACHE_AGE = 10;

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

const setOnce = (template: string, data: PaperData): SetPaper => {
  const { compiler } = openPress();
  const compiled = compiler.compile({ mainFilePath: join(WORKSPACE, template), inputs: { data: JSON.stringify(data) } });
  const set = compiled.result;
  if (set === null) {
    const errors = compiled.takeDiagnostics();
    throw new Error(`paper ${template} cannot be set: ${errors === null ? '' : JSON.stringify(compiler.fetchDiagnostics(errors))}`);
  }
  const taken = compiled.takeWarnings();
  const warnings = taken === null ? [] : compiler.fetchDiagnostics(taken).map((warning: unknown) => JSON.stringify(warning));
  const pdf = compiler.pdf(set, { pdfStandard: 'a-2u', pdfTags: true });
  compiler.evictCache(CACHE_AGE);
  return { pdf, pages: set.numOfPages, warnings };
};

const ROOMIEST = 0;
const NORMAL = 2;
const TIGHTEST = 4;

/**
 * A paper of one page is set as roomy as it may be; one that spills onto a second page is tried tighter,
 * and kept so only if that saves the page. Longer papers are set once more at most.
 */
export const setPaper = (document: PaperDocument, reprint?: Reprint): SetPaper => {
  const { printable } = openPress();
  const [year, month, day] = document.date.split('-').map(Number);
  const cleaned = cleanData(
    { footCode: '', ...document.data, title: document.title, reprint: reprintLine(reprint) },
    printable,
  );
  const data = { ...cleaned, date: { year: year ?? 0, month: month ?? 0, day: day ?? 0 } };
  const set = (tightness: number): SetPaper => setOnce(document.template, { ...data, tightness });

  const first = set(document.roomy === true ? ROOMIEST : NORMAL);
  if (first.pages === 1) return first;
  if (first.pages > 2) return document.roomy === true ? set(NORMAL) : first;
  for (let tightness = document.roomy === true ? ROOMIEST + 1 : NORMAL + 1; tightness <= TIGHTEST; tightness += 1) {
    const tighter = set(tightness);
    if (tighter.pages === 1) return tighter;
  }
  return document.roomy === true ? set(NORMAL) : first;
};

export const renderPdf = async (document: PaperDocument, reprint?: Reprint): Promise<Uint8Array> => setPaper(document, reprint).pdf;
