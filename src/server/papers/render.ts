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

const set = (document: PaperDocument, reprint?: Reprint, pdfTags = true): SetPaper & { readonly laidOut: NodeTypstDocument } => {
  const { compiler, printable } = openPress();
  const laid = setOnSheets(document, reprint, printable, (data) => layOut(compiler, document.template, data));
  const pdf = compiler.pdf(laid.document, { pdfStandard: 'a-2u', pdfTags });
  printsSinceEviction += 1;
  if (printsSinceEviction >= EVICT_EVERY) {
    compiler.evictCache(1);
    printsSinceEviction = 0;
  }
  return { pdf, pages: laid.pages, warnings: laid.warnings, laidOut: laid.document };
};

export const setPaper = (document: PaperDocument, reprint?: Reprint): SetPaper => {
  const { pdf, pages, warnings } = set(document, reprint);
  return { pdf, pages, warnings };
};

/** Where on the sheet a signature shows itself, in points from the top left of its page. */
export type SheetRoom = { readonly page: number; readonly middle: number; readonly top: number; readonly width: number; readonly height: number };
export type PaperToSign = {
  readonly pdf: Uint8Array;
  /** The signer's own; a second, for the agency, where the form leaves the column beside it empty. */
  readonly signer?: SheetRoom;
  readonly seal?: SheetRoom;
  /** Where others sign by hand. */
  readonly others?: readonly SheetRoom[];
};
type Told = { readonly page: number; readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const roomOf = ({ page, x, y, width, height }: Told): SheetRoom => ({ page, middle: x, top: y, width, height });

/** The same bytes as the paper that prints, and where its signatures go: the last signer's, beside him the agency's. */
export const setPaperToSign = (document: PaperDocument): PaperToSign => {
  const { compiler } = openPress();
  const { pdf, laidOut } = set({ ...document, data: { ...document.data, toSign: true } });
  const told = (label: string): readonly SheetRoom[] => (compiler.query(laidOut, { selector: label, field: 'value' }) as readonly Told[]).map(roomOf);
  const all = told('<signing-room>');
  const signer = all.at(-1);
  const beside = told('<seal-room>').at(-1);
  return {
    pdf, others: all.slice(0, -1), ...(signer && { signer }),
    ...(signer && beside?.page === signer.page && { seal: { ...beside, top: signer.top, height: signer.height } }),
  };
};

/** A piece that is laid onto another file: its tags would point into a tree that is not there. */
export const setPiece = (document: PaperDocument): Uint8Array => set(document, undefined, false).pdf;

export const renderPdf = async (document: PaperDocument, reprint?: Reprint): Promise<Uint8Array> => {
  const { pdf } = setPaper(document, reprint);
  // The compiler's native results are freed between two turns of the event loop, not within one.
  await setImmediate();
  return pdf;
};
