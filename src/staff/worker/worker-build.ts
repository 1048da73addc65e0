// Builds the worker beside the app and writes into it which files there are. Own, small and of our names: see decision 27.
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import type { Held } from './held-files.ts';

const WORKER = 'service-worker.js';
const PLACE = 'HELD_FILES';
/** Large, and not needed at once: also what takes scanned PDF files apart (207 kB over the line), which a phone never does. */
const OF_THE_PRESS = /\.(?:wasm|ttf)$|press-worker-|shrink-pdf-worker-/;

/** A counter at its cold start: what opens its store, and the door before it. */
const EARLY = /\/src\/staff\/alone\/(?:open-counter\.ts|vault\.screen\.tsx)$/;

export type BuiltFile = {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Of a script: the modules in it, and what it needs before it can run. */
  readonly of?: readonly string[];
  readonly needs?: readonly string[];
};

/** Each once, without what the page asks for itself. */
const earlyFiles = (files: readonly BuiltFile[]): readonly string[] => {
  const page = files.find(({ name }) => name === 'index.html')?.content.toString() ?? '';
  const needsOf = new Map(files.map(({ name, needs = [] }) => [name, needs]));
  const found = new Set<string>();
  const add = (name: string): void => {
    if (found.has(name) || page.includes(name)) return;
    found.add(name);
    for (const next of needsOf.get(name) ?? []) add(next);
  };
  for (const { name, of: modules = [] } of files) if (modules.some((one) => EARLY.test(one))) add(name);
  return [...found].sort();
};

/** Names in assets/ bear their content, so the names and the page make the version. */
export const heldFiles = (files: readonly BuiltFile[], base: string): Held => {
  const assets = files.map(({ name }) => name).filter((name) => name.startsWith('assets/') && !name.endsWith('.map')).sort();
  const hash = createHash('sha256').update(assets.join('\n'));
  for (const { name, content } of files) if (name === 'index.html') hash.update(content);
  const addresses = (press: boolean): readonly string[] => assets.filter((name) => OF_THE_PRESS.test(name) === press).map((name) => base + name);
  return { version: hash.digest('hex').slice(0, 16), page: base, shell: addresses(false), press: addresses(true), early: earlyFiles(files).map((name) => base + name) };
};

export const serviceWorker = (): Plugin => {
  let base = '/';
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => { base = config.base; },
    buildStart() {
      this.emitFile({ type: 'chunk', id: new URL('service-worker.ts', import.meta.url).pathname, fileName: WORKER });
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[WORKER];
        if (worker?.type !== 'chunk' || worker.imports.length > 0 || !worker.code.includes(PLACE)) throw new Error('the service worker is not one file with a place for the list');
        const files = Object.values(bundle).map((file): BuiltFile => (file.type === 'chunk'
          ? { name: file.fileName, content: file.code, of: file.moduleIds, needs: [...file.imports, ...(file.viteMetadata?.importedCss ?? [])] }
          : { name: file.fileName, content: file.source }));
        worker.code = `const ${PLACE}=${JSON.stringify(heldFiles(files, base))};${worker.code}`;
      },
    },
  };
};
