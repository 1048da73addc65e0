// The counter's press runs on a thread of its own. It is opened with the plates of the press before it,
// or gets them over the network (once: immutable addresses) and hands them back for the next one.
import * as glue from '@myriaddreamin/typst-ts-web-compiler';
import compilerUrl from '@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm?url';
import regular from '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf?url';
import italic from '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf?url';
import bold from '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf?url';
import boldItalic from '@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf?url';
import type { PaperSize, Reprint } from '#documents/kit/document.ts';
import { documentFor, type PaperPayload } from '#documents/papers.ts';
import { type CounterCompiler, openCompiler, type Plates } from './compiler.ts';

export type Order =
  | { readonly kind: 'open'; readonly plates?: Plates }
  | { readonly kind: 'set'; readonly no: number; readonly payload: PaperPayload; readonly size?: PaperSize; readonly reprint?: Reprint };
export type Answer =
  | { readonly kind: 'opened'; readonly plates: Plates }
  | { readonly kind: 'closed'; readonly message: string }
  | { readonly kind: 'paper'; readonly no: number; readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'fault'; readonly no: number; readonly message: string };

const fetched = async (url: string): Promise<Response> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
};

const fetchPlates = async (): Promise<Plates> => {
  const [module, ...fonts] = await Promise.all([
    WebAssembly.compileStreaming(fetched(compilerUrl)),
    ...[regular, italic, bold, boldItalic].map(async (url) => new Uint8Array(await (await fetched(url)).arrayBuffer())),
  ]);
  return { module, fonts };
};

const answer = (said: Answer): void => postMessage(said);
const wordsOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

let compiler: Promise<CounterCompiler> | undefined;
const open = async (given: Plates | undefined): Promise<CounterCompiler> => {
  const plates = given ?? (await fetchPlates());
  const opened = await openCompiler(glue, plates);
  answer({ kind: 'opened', plates });
  return opened;
};

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  if (data.kind === 'open') {
    compiler = open(data.plates);
    compiler.catch((fault: unknown) => answer({ kind: 'closed', message: wordsOf(fault) }));
    return;
  }
  const { no, payload, size, reprint } = data;
  const set = async (): Promise<Answer> => {
    const { pdf } = (await compiler)?.(documentFor(payload, size), reprint) ?? {};
    return pdf === undefined ? { kind: 'fault', no, message: 'the press is not open' } : { kind: 'paper', no, pdf };
  };
  void set().catch((fault: unknown): Answer => ({ kind: 'fault', no, message: wordsOf(fault) })).then(answer);
});
