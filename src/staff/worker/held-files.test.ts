import { expect, test } from 'vitest';
import { asksEarly, belongsTo, outdated, wayOf } from './held-files.ts';

const SCOPE = 'https://motcua.example/lam-viec/';
const asked = (path: string, mode = 'cors', method = 'GET') => wayOf({ url: `https://motcua.example${path}`, method, mode }, SCOPE);

test('the worker answers pages and files of the staff app and nothing else', () => {
  expect(asked('/lam-viec/tiep-nhan/1.001193', 'navigate')).toBe('page');
  expect(asked('/lam-viec/assets/index-1a2b.js')).toBe('file');
  expect(asked('/lam-viec/manifest.webmanifest')).toBe('network');
});

test('what is asked of the server always goes to the server', () => {
  for (const path of ['/api/me', '/api/desk/offline/reference', '/tra-cuu']) expect(asked(path)).toBe('network');
  expect(asked('/lam-viec/tiep-nhan', 'navigate', 'POST')).toBe('network');
  expect(wayOf({ url: 'https://elsewhere.example/lam-viec/assets/x.js', method: 'GET', mode: 'cors' }, SCOPE)).toBe('network');
});

test('a page of another build is not held beside these files', () => {
  const held = { shell: ['/lam-viec/assets/index-1.js', '/lam-viec/assets/index-1.css'] };
  const page = (build: number) => `<link href="/lam-viec/assets/index-1.css"><script type="module" src="/lam-viec/assets/index-${build}.js"></script><a href="/tra-cuu">`;
  expect(belongsTo(page(1), held)).toBe(true);
  expect(belongsTo(page(2), held)).toBe(false);
});

test('a counter’s page asks for what it opens first before anything has run, each file as what it is', () => {
  expect(asksEarly('<head><title>x</title></head><body>', ['/lam-viec/assets/a.js', '/lam-viec/assets/b.css'])).toBe(
    '<head><title>x</title><link rel="modulepreload" crossorigin href="/lam-viec/assets/a.js"><link rel="preload" as="style" href="/lam-viec/assets/b.css"></head><body>',
  );
});

test('the version before stays for the tabs that are open, older ones go', () => {
  expect(outdated(['motcua-shell-a', 'other', 'motcua-shell-b', 'motcua-press', 'motcua-shell-c'])).toEqual(['motcua-shell-a']);
  expect(outdated(['motcua-shell-a', 'motcua-shell-b'])).toEqual([]);
});
