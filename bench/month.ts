// npm run simulate:month -- [--things 60000] [--seed 1] [--json]: a month of the province through the decisions and the
// saving of the ledger, one thing in twenty an exception, reconciled to the last piece. The last line counts; what is not
// explained is listed before it, and the program ends with 1.
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadWorld } from '#demo/load-world.ts';
import { HA_TINH } from '#demo/worlds.ts';
import { readConfiguration } from '#server/config.ts';
import { databaseNameOf, openDatabases } from '#server/db/databases.ts';
import { createPool } from '#server/db/pool.ts';
import { openWorld } from '#server/startup/open-world.ts';
import { simulateMonth } from '#testing/month/month.ts';
import { ownDataFolder, WORLD } from './own-world.ts';

const { values } = parseArgs({ options: { things: { type: 'string', default: '60000' }, seed: { type: 'string', default: '1' }, json: { type: 'boolean', default: false } } });
const [things, seed] = [Number(values.things), Number(values.seed)];
if (!Number.isSafeInteger(things) || things < 1 || !Number.isSafeInteger(seed)) {
  console.error('--things and --seed are whole numbers.');
  process.exit(2);
}
const MOST_LISTED = 50;
const say = (line: string): void => void process.stdout.write(values.json ? '' : `${line}\n`);

const dataFolder = ownDataFolder('month');
const { secrets } = readConfiguration({ MOTCUA_DATA_DIR: dataFolder });
const databases = await openDatabases(secrets.database, dataFolder, randomBytes(32));
const { pool } = await openWorld(databases, WORLD, (empty) => loadWorld(empty, WORLD, undefined, { sample: false }), () => undefined);
let unexplained = 0;
try {
  if (!databases.embedded) throw new Error('a month is played on a database of its own');
  const owner = createPool(databases.embedded.superuserUrl(databaseNameOf(WORLD)), 1);
  // nothing of it is kept: the disk is not waited for
  await owner.query('alter system set fsync = off');
  await owner.query('select pg_reload_conf()');
  await owner.end();
  const month = await simulateMonth(pool, HA_TINH, { things, seed });
  for (const [what, times] of [...month.seen].toSorted(([a], [b]) => a.localeCompare(b))) say(`${what.padEnd(24)} ${times}`);
  for (const kind of ['desk', 'agency', 'courier']) {
    const own = month.accounts.filter(({ place }) => place.startsWith(`${kind} `));
    const sum = (what: 'sent' | 'received' | 'refused' | 'explained' | 'onTheWay' | 'held'): number => own.reduce((total, account) => total + account[what], 0);
    say(`${own.length} × ${kind}: sent ${sum('sent')} = received ${sum('received')} + refused ${sum('refused')} + explained ${sum('explained')} + on the way ${sum('onTheWay')}; held ${sum('held')}`);
  }
  for (const line of month.unexplained.slice(0, MOST_LISTED)) console.error(line);
  unexplained = month.unexplained.length;
  console.log(JSON.stringify({ things: month.things, events: month.events, exceptions: month.exceptions, cases: month.cases, unexplained }));
} finally {
  await pool.end();
  await databases.close();
  rmSync(dataFolder, { recursive: true, force: true });
}
process.exit(unexplained === 0 ? 0 : 1);
