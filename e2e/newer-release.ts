// A release after the one that was built: the same screens under other names, and a counter's store with one table more.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const BUILT = new URL('../dist/staff/', import.meta.url).pathname;
const ASSETS = `${BUILT}assets/`;
const PAGES = ['index.html', 'service-worker.js'].map((name) => BUILT + name);
const STORE = /(\w+)\.version\(2\)\.stores\(\{typed:[^}]*\}\)/;

/** As IndexedDB counts, ten to each of ours. */
export const NEWER_STORE = 30;

/** Beside the files of the release before, as a server that was updated has them; answers how all of it is taken away. */
export const putUpNewerRelease = (): (() => void) => {
  const scripts = readdirSync(ASSETS).filter((name) => name.endsWith('.js'));
  const newName = new Map(scripts.map((name) => [name, name.replace(/\.js$/, 'n.js')]));
  const renamed = (text: string): string => text.replaceAll(/[\w.-]+\.js/g, (name) => newName.get(name) ?? name);
  let stores = 0;
  for (const [old, name] of newName) {
    const text = renamed(readFileSync(ASSETS + old, 'utf8')).replace(STORE, (said: string, db: string) => {
      stores += 1;
      return `${said},${db}.version(3).stores({later:"&key"})`;
    });
    writeFileSync(ASSETS + name, text);
  }
  if (stores !== 1) throw new Error(`the counter's store was found ${stores} times in the build`);
  const before = PAGES.map((path) => [path, readFileSync(path, 'utf8')] as const);
  for (const [path, text] of before) writeFileSync(path, renamed(text).replace(/"version":"[0-9a-f]{16}"/, `"version":"${'f'.repeat(16)}"`));
  return () => {
    for (const [path, text] of before) writeFileSync(path, text);
    for (const name of newName.values()) rmSync(ASSETS + name);
  };
};
