// npm start: set-up, migrate, demo data on an empty database, build, serve; stopped cleanly by a signal.
import { join } from 'node:path';
import { localDiskFileStore } from '#adapters/file-store/local-disk.ts';
import { demoSignIns, loadWorld } from '#demo/load-world.ts';
import { WORLD_FACTS, WORLD_NAMES, type WorldName } from '#demo/worlds.ts';
import type { ProvinceId } from '#core/organisation/organisation.ts';
import { readConfiguration, type WorldPort } from './config.ts';
import { openDatabases, type Databases } from './db/databases.ts';
import { createServer } from './main.ts';
import { isOperatorError, operatorError } from './faults/operator-error.ts';
import { secretsFrom } from './secrets.ts';
import { buildStaffApp } from './startup/staff-build.ts';
import { greeting, type ServedWorld } from './startup/greeting.ts';
import { KEY_FOLDER, publishKeys } from './signing/publish-keys.ts';
import { masterKeyOf } from './master-key.ts';
import { requireNode } from './startup/node-version.ts';
import { openWorld, type LoadDemo, type Report } from './startup/open-world.ts';
import { createCommandOf, createWaitingServer, whenWorldMade } from './startup/waiting-world.ts';
import type { WorldRow } from './startup/world.sql.ts';
import { requireFreePorts } from './startup/ports.ts';

type Close = () => Promise<unknown>;
type Running = { readonly closers: Close[]; stopping: boolean; started: Promise<void> };

const say: Report = (line) => process.stdout.write(`${line}\n`);

const isDemoWorld = (name: string): name is WorldName => (WORLD_NAMES as readonly string[]).includes(name);

const loadDemo: LoadDemo = async (pool, world, report) => {
  if (!isDemoWorld(world)) throw operatorError(`Không có dữ liệu mẫu cho ${world}; có: ${WORLD_NAMES.join(', ')}.`);
  await loadWorld(pool, world, report);
};

/** Last opened, first closed: no request loses its database. */
const closeAll = async (running: Running): Promise<void> => {
  for (const close of running.closers.splice(0).reverse()) await close();
};

const stopOnSignal = (running: Running): void => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (running.stopping) process.exit(1);
      running.stopping = true;
      say('Đang dừng …');
      // half a start is finished up to its next step, so that nothing it opened is left behind
      running.started
        .catch(() => undefined)
        .then(() => closeAll(running))
        .then(
          () => process.exit(0),
          () => process.exit(1),
        );
    });
  }
};

const demoPart = (name: string): Pick<ServedWorld, 'password' | 'pin' | 'signIns'> =>
  isDemoWorld(name) ? { password: WORLD_FACTS[name].password, pin: WORLD_FACTS[name].pin, signIns: demoSignIns(name) } : { signIns: [] };

const start = async (running: Running): Promise<void> => {
  const began = performance.now();
  requireNode();
  const configuration = readConfiguration();
  const { config, secrets } = configuration;
  await requireFreePorts(config.host, config.worlds);
  const masterKey = await masterKeyOf(configuration);
  const building = buildStaffApp(say);
  const databases = await openDatabases(secrets.database, config.dataFolder, masterKey);
  running.closers.push(() => databases.close());

  const serve = async (world: WorldPort, open: Databases): Promise<ServedWorld> => {
    const { pool, row } = await openWorld(open, world.name, config.demoData ? loadDemo : undefined, say);
    running.closers.push(() => pool.end());
    await building;
    const secretsOfWorld = secretsFrom(masterKey);
    const listening = { host: config.host, port: world.port };
    const serveRow = async (found: WorldRow): Promise<void> => {
      const app = await createServer({
        settings: config.http,
        world: { ...found, provinceId: found.provinceId as ProvinceId },
        pool,
        secrets: secretsOfWorld,
        fileStore: localDiskFileStore(join(config.dataFolder, 'files', world.name)),
      });
      running.closers.push(() => app.close());
      await publishKeys({ pool, world: found, secrets: secretsOfWorld, realNow: Date.now }, join(config.dataFolder, KEY_FOLDER), world.name);
      await app.listen(listening);
    };
    const shownHost = ['0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host;
    const address = `http://${shownHost}:${world.port}`;
    if (row) {
      await serveRow(row);
      return { title: row.title, address, ...demoPart(row.name) };
    }
    const waiting = await createWaitingServer({ settings: config.http, name: world.name, pool, secrets: secretsOfWorld });
    const stopWaiting = whenWorldMade(pool, async (made) => {
      await waiting.close();
      await serveRow(made);
      say(`${made.title}: ${address}/lam-viec/`);
    });
    running.closers.push(async () => {
      stopWaiting();
      await waiting.close();
    });
    await waiting.listen(listening);
    return { title: `${world.name}: chưa có dữ liệu. Chạy: ${createCommandOf(world.name)}`, address, signIns: [] };
  };

  const served: ServedWorld[] = [];
  for (const world of config.worlds) {
    if (!running.stopping) served.push(await serve(world, databases));
  }
  if (!running.stopping) say(greeting(served, (performance.now() - began) / 1000));
};

const running: Running = { closers: [], stopping: false, started: Promise.resolve() };
stopOnSignal(running);
try {
  running.started = start(running);
  await running.started;
} catch (cause) {
  await closeAll(running);
  process.stderr.write(`${isOperatorError(cause) ? cause.message : cause instanceof Error ? cause.stack : String(cause)}\n`);
  process.exitCode = 1;
}
