// The staff app: one page under /lam-viec/, split by route, nothing inlined (strict CSP).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { compilerAlias, patchedCompiler } from './src/staff/press/compiler-patch.ts';
import { serviceWorker } from './src/staff/worker/worker-build.ts';

const assets = new URL('dist/staff/assets/', import.meta.url).pathname;

/** Compressed once here, so that the server only sends. */
const compressed = (): Plugin => ({
  name: 'compressed-beside',
  apply: 'build',
  closeBundle() {
    for (const name of readdirSync(assets)) {
      const content = readFileSync(join(assets, name));
      // the press (28 MB) at a middling strength: 17 s and 8.8 MB; two steps more would cost 160 s for 0.8 MB
      if (/\.(?:wasm|ttf)$/.test(name)) {
        writeFileSync(join(assets, `${name}.br`), brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 24 } }));
      }
      if (!/\.(?:js|css|svg)$/.test(name)) continue;
      writeFileSync(join(assets, `${name}.gz`), gzipSync(content, { level: 9 }));
      writeFileSync(join(assets, `${name}.br`), brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    }
  },
});

export default defineConfig({
  root: 'src/staff',
  base: '/lam-viec/',
  publicDir: 'installed',
  plugins: [react(), serviceWorker(), compressed()],
  resolve: { alias: [compilerAlias] },
  worker: { format: 'es', plugins: () => [patchedCompiler()] },
  build: {
    outDir: '../../dist/staff',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // the table of what each lazy screen imports would weigh more than all their first lines: the worker keeps every file beforehand anyway
    modulePreload: { polyfill: false, resolveDependencies: (_, dependencies, { hostType }) => (hostType === 'js' ? dependencies.filter((one) => one.endsWith('.css')) : dependencies) },
    target: 'baseline-widely-available',
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': { target: process.env['MOTCUA_API'] ?? 'http://localhost:8080', changeOrigin: false } } },
});
