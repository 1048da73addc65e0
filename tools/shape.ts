// npm run shape [-- --json]: how long files are, which folders lean on each other, what is left undone.
import { dirname, join, normalize } from 'node:path';
import { readSources } from './source-files.ts';

export type Shape = {
  readonly files: number; readonly median: number; readonly p90: number; readonly max: number;
  readonly cycles: number; readonly todo: number;
};

const ROOTS: Readonly<Record<string, string>> = {
  '#core/': 'src/core/', '#wire/': 'src/wire/', '#documents/': 'src/documents/', '#server/': 'src/server/',
  '#adapters/': 'src/adapters/', '#staff/': 'src/staff/', '#public/': 'src/public/', '#testing/': 'testing/', '#demo/': 'demo/',
};

const resolveImport = (from: string, target: string): string | undefined => {
  if (target.startsWith('.')) return normalize(join(dirname(from), target));
  for (const [alias, root] of Object.entries(ROOTS)) if (target.startsWith(alias)) return root + target.slice(alias.length);
  return undefined;
};

/** Pairs of folders that import each other at run time. */
const mutualFolderPairs = (files: readonly { path: string; text: string }[]): string[] => {
  const edges = new Set<string>();
  for (const { path, text } of files) {
    for (const match of text.matchAll(/^(?:import|export)\s+(?!type\b)[^'";]*?from\s+'([^']+)'/gm)) {
      const target = resolveImport(path, match[1] ?? '');
      if (target && dirname(target) !== dirname(path)) edges.add(`${dirname(path)} ${dirname(target)}`);
    }
  }
  return [...edges].filter((edge) => {
    const [a = '', b = ''] = edge.split(' ');
    return a < b && edges.has(`${b} ${a}`);
  });
};

const sources = readSources('src/*.ts', 'src/*.tsx', 'testing/*.ts', 'demo/*.ts', 'bench/*.ts', 'tools/*.ts', 'e2e/*.ts');
const product = sources.filter(({ path }) => path.startsWith('src/') && !/\.(test|spec|bench)\.tsx?$/.test(path));
const lengths = product.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 })).sort((a, b) => a.lines - b.lines);
const at = (share: number): number => lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))]?.lines ?? 0;
const pairs = mutualFolderPairs(product);
const shape: Shape = {
  files: lengths.length, median: at(0.5), p90: at(0.9), max: lengths.at(-1)?.lines ?? 0, cycles: pairs.length,
  todo: sources.filter(({ path }) => !/^tools\/(bans|shape)/.test(path)).reduce((n, { text }) => n + (text.match(/\b(?:TODO|FIXME)\b/g)?.length ?? 0), 0),
};

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(shape));
} else {
  console.log(`files ${shape.files}  median ${shape.median}  p90 ${shape.p90}  max ${shape.max}  mutual folders ${shape.cycles}  to do ${shape.todo}`);
  for (const { path, lines } of lengths.slice(-8).reverse()) console.log(`${String(lines).padStart(5)}  ${path}`);
  for (const pair of pairs) console.log(`mutual: ${pair}`);
}
