// The staff app: one page under /lam-viec/, split by route, nothing inlined (strict CSP).
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'src/staff',
  base: '/lam-viec/',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: '../../dist/staff',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'baseline-widely-available',
    cssCodeSplit: true,
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': process.env['MOTCUA_API'] ?? 'http://localhost:8080' } },
});
