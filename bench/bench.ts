// npm run bench -- NAME [--json]: one bench, one object of figures; without a name all of them, and bench/results.md.
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { benchDue } from './due.ts';
import { benchHold } from './hold.ts';
import { benchOffline } from './offline.ts';
import { benchPages } from './pages.ts';
import { benchPapers } from './papers.ts';
import { benchRead } from './read.ts';
import { benchReceive } from './receive.ts';
import { benchRecheck } from './recheck.ts';
import { benchScans } from './scans.ts';
import { benchSearch } from './search.ts';
import { benchStart } from './start.ts';

export type Figures = Readonly<Record<string, number | string>>;

const BENCHES: Readonly<Record<string, () => Promise<Figures>>> = {
  receive: benchReceive, read: benchRead, hold: benchHold, pages: benchPages, search: benchSearch, start: benchStart, papers: benchPapers, due: benchDue, recheck: benchRecheck, offline: benchOffline, scans: benchScans,
};

const json = process.argv.includes('--json');
const name = process.argv.slice(2).find((arg) => !arg.startsWith('-'));

const table = (all: Readonly<Record<string, Figures>>): string => [
  '# Results', '', `Machine: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, shared and noisy; ratios are of one run. ${new Date().toISOString().slice(0, 10)}.`, '',
  ...Object.entries(all).flatMap(([bench, figures]) => [`## ${bench}`, '', '| figure | value |', '|---|---|', ...Object.entries(figures).map(([key, value]) => `| ${key} | ${value} |`), '']),
].join('\n');

const print = (figures: Figures): void => {
  if (json) console.log(JSON.stringify(figures));
  else for (const [key, value] of Object.entries(figures)) console.log(`${key.padEnd(34)} ${value}`);
};

if (name === undefined) {
  const all: Record<string, Figures> = {};
  for (const [bench, run] of Object.entries(BENCHES)) {
    if (!json) console.log(`\n${bench}`);
    all[bench] = await run();
    if (!json) print(all[bench]);
  }
  writeFileSync('bench/results.md', table(all));
  if (json) console.log(JSON.stringify(all));
} else {
  const run = BENCHES[name];
  if (!run) {
    console.error(`There is no bench “${name}”; there are: ${Object.keys(BENCHES).join(', ')}.`);
    process.exit(2);
  }
  print(await run());
}
process.exit(0);
