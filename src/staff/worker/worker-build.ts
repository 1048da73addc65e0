// Builds the worker beside the app and writes into it which files there are. Own, small and of our names: see decision 27.
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import type { Held } from './held-files.ts';

const WORKER = 'service-worker.js';
const PLACE = 'HELD_FILES';
const OF_THE_PRESS = /\.(?:wasm|ttf)$|press-worker-/;

export type BuiltFile = { readonly name: string; readonly content: string | Uint8Array };

/** Names in assets/ bear their content, so the names and the page make the version. */
export const heldFiles = (files: readonly BuiltFile[], base: string): Held => {
  const assets = files.map(({ name }) => name).filter((name) => name.startsWith('assets/') && !name.endsWith('.map')).sort();
  const hash = createHash('sha256').update(assets.join('\n'));
  for (const { name, content } of files) if (name === 'index.html') hash.update(content);
  const addresses = (press: boolean): readonly string[] => assets.filter((name) => OF_THE_PRESS.test(name) === press).map((name) => base + name);
  return { version: hash.digest('hex').slice(0, 16), page: base, shell: addresses(false), press: addresses(true) };
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
        const files = Object.values(bundle).map((file) => ({ name: file.fileName, content: file.type === 'chunk' ? file.code : file.source }));
        worker.code = `const ${PLACE}=${JSON.stringify(heldFiles(files, base))};${worker.code}`;
      },
    },
  };
};
