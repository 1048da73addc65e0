import { expect, test } from 'vitest';
import { heldFiles } from './worker-build.ts';

const files = (page: string, script: string) => [
  { name: 'index.html', content: page }, { name: `assets/${script}`, content: '' }, { name: `assets/${script}.map`, content: '' },
  { name: 'assets/press-worker-9z.js', content: '' }, { name: 'assets/shrink-pdf-worker-6w.js', content: '' }, { name: 'assets/compiler_bg-8y.wasm', content: '' }, { name: 'assets/Tinos-7x.ttf', content: '' }, { name: 'icon-192.png', content: '' },
];

test('screens are held at once, the press apart, and nothing that is no file of a screen', () => {
  expect(heldFiles(files('<p>', 'index-1a.js'), '/lam-viec/')).toMatchObject({
    page: '/lam-viec/', shell: ['/lam-viec/assets/index-1a.js'],
    press: ['/lam-viec/assets/Tinos-7x.ttf', '/lam-viec/assets/compiler_bg-8y.wasm', '/lam-viec/assets/press-worker-9z.js', '/lam-viec/assets/shrink-pdf-worker-6w.js'],
  });
});

test('what a counter opens first is told with all it needs, each once and without what the page asks for itself', () => {
  const script = (name: string, of: string, needs: readonly string[]) => ({ name: `assets/${name}.js`, content: '', of: [`/home/src/staff/${of}`], needs: needs.map((one) => `assets/${one}`) });
  const built = [
    { name: 'index.html', content: '<script src="/lam-viec/assets/index.js"></script>' },
    script('index', 'main.tsx', ['moment.js']), script('open-counter', 'alone/open-counter.ts', ['index.js', 'seal.js']), script('seal', 'offline/seal.ts', ['bytes.js']),
    script('bytes', 'offline/bytes.ts', ['seal.js']), script('vault', 'alone/vault.screen.tsx', ['seal.js', 'alone.css']), script('today', 'counter/today/today.screen.tsx', ['table.js']),
  ];
  expect(heldFiles(built, '/lam-viec/').early).toEqual(['alone.css', 'bytes.js', 'open-counter.js', 'seal.js', 'vault.js'].map((name) => `/lam-viec/assets/${name}`));
});

test('another file or another page is another version, the same build is the same', () => {
  const version = (page: string, script: string) => heldFiles(files(page, script), '/lam-viec/').version;
  expect(version('<p>', 'index-1a.js')).toBe(version('<p>', 'index-1a.js'));
  expect(new Set([version('<p>', 'index-1a.js'), version('<b>', 'index-1a.js'), version('<p>', 'index-2b.js')]).size).toBe(3);
});
