// npm run soak:day -- --runs 20 [--json]: the day of forty dossiers in a real browser, again and again, with small scans
// and a fast line; the machine's clock runs ahead and behind by turns. The last line counts.
import { parseArgs } from 'node:util';
import { workDay } from './day.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '20' }, json: { type: 'boolean', default: false } } });
const RUNS = Number(values.runs);
const AHEAD = 9;
const BEHIND = -30;
const say = (line: string): void => void process.stdout.write(values.json ? '' : `${line}\n`);

const sum = { runs: RUNS, commands: 0, lost: 0, doubled: 0, parked: 0 };
let differing = 0;
for (let run = 1; run <= RUNS; run += 1) {
  const day = await workDay({ dossiers: 40, scansEach: 3, sheets: false, driftMinutes: run % 2 === 0 ? BEHIND : AHEAD, say: (line) => say(`run ${run} of ${RUNS}: ${line}`) });
  const { wrong } = day;
  for (const line of [...wrong.lost, ...wrong.doubled, ...wrong.differing]) process.stderr.write(`run ${run}: ${line}\n`);
  sum.commands += day.alone.printed.length;
  sum.lost += wrong.lost.length;
  sum.doubled += wrong.doubled.length;
  sum.parked += wrong.parked;
  differing += wrong.differing.length;
}
process.stdout.write(`${JSON.stringify(sum)}\n`);
process.exit(sum.lost + sum.doubled + sum.parked + differing > 0 ? 1 : 0);
