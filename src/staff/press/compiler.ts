// The compiler of the counter's press: the server's version, templates, fonts and rule of setting, so the same
// paper is the same file but for the archive's PDF/A, which only the server can write.
import type { PaperData, PaperDocument, Reprint } from '#documents/kit/document.ts';
import { printableCodePoints } from '#documents/kit/code-points.ts';
import { setOnSheets } from '#documents/kit/setting.ts';

export type Glue = typeof import('@myriaddreamin/typst-ts-web-compiler');
export type Plates = { readonly module: WebAssembly.Module; readonly fonts: readonly Uint8Array[] };
export type SetPaper = { readonly pdf: Uint8Array<ArrayBuffer>; readonly pages: number };
export type CounterCompiler = (document: PaperDocument, reprint?: Reprint) => SetPaper;

type Compiled = { readonly result?: Uint8Array<ArrayBuffer>; readonly diagnostics?: unknown };
/** Full positions in the compiler's own words: only a fault's message holds them. */
const DIAGNOSTICS = 3;

/** The page tree is the file's first object. */
const countPages = (pdf: Uint8Array): number => {
  const count = /\/Type \/Pages\s+\/Count (\d+)/.exec(new TextDecoder('latin1').decode(pdf.subarray(0, 400)))?.[1];
  if (count === undefined) throw new Error('a PDF whose pages cannot be counted');
  return Number(count);
};

const TEMPLATE_FOLDER = '../../documents';
const templates = import.meta.glob<string>('../../documents/**/*.typ', { query: '?raw', import: 'default', eager: true });

export const openCompiler = async (glue: Glue, { module, fonts }: Plates): Promise<CounterCompiler> => {
  glue.initSync({ module });
  const builder = new glue.TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of fonts) await builder.add_raw_font(font);
  const compiler = await builder.build();
  for (const [path, text] of Object.entries(templates)) compiler.add_source(path.slice(TEMPLATE_FOLDER.length), text);
  const printable = printableCodePoints(fonts);
  const layOut = (template: string, data: PaperData): SetPaper => {
    const { result, diagnostics } = compiler.compile(`/${template}`, [['data', JSON.stringify(data)]], 'pdf', DIAGNOSTICS) as Compiled;
    if (result === undefined) throw new Error(`paper ${template} cannot be set: ${JSON.stringify(diagnostics)}`);
    return { pdf: result, pages: countPages(result) };
  };
  return (document, reprint) => setOnSheets(document, reprint, printable, (data) => layOut(document.template, data));
};
