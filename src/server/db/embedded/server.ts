// One server process: started, found again after anyone was killed, stopped cleanly.
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { operatorError } from '../../faults/operator-error.ts';
import { PORT, type Home } from './home.ts';
import { cleanEnvironment, SUPERUSER } from './initialise.ts';
import type { Native } from './native.ts';
import { isAlive, postmasterOf, processesIn } from './processes.ts';

const START_LIMIT_MS = 90_000;
const ORPHAN_PATIENCE_MS = 10_000;
const STOP_LIMIT_MS = 30_000;
const LOG_LIMIT_BYTES = 10_000_000;

type Answer = 'ours' | 'other' | 'not-yet' | 'silent';

/** Only a real connect counts: a pid file, a socket file or a live pid may all be leftovers. */
export const ask = async (home: Home): Promise<Answer> => {
  const client = new pg.Client({
    host: home.socket,
    port: PORT,
    user: SUPERUSER,
    database: 'postgres',
    connectionTimeoutMillis: 5000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return realpathSync(rows[0]?.data_directory ?? '/') === realpathSync(home.data) ? 'ours' : 'other';
  } catch (cause) {
    // 57P03: starting, recovering or shutting down
    return (cause as { code?: string }).code === '57P03' ? 'not-yet' : 'silent';
  } finally {
    await client.end().catch(() => undefined);
  }
};

const clearLeftover = async (home: Home): Promise<void> => {
  const patience = Date.now() + ORPHAN_PATIENCE_MS;
  for (let orphans = processesIn(home.data); orphans.length > 0; orphans = processesIn(home.data)) {
    // their postmaster is gone, so only crash recovery can follow: ending them loses nothing
    if (Date.now() > patience) for (const pid of orphans) process.kill(pid, 'SIGKILL');
    await sleep(50);
  }
  // with no process left in the folder the interlock has done its work; a zombie or a reused pid would block for ever
  for (const file of [join(home.data, 'postmaster.pid'), join(home.socket, `.s.PGSQL.${PORT}.lock`)]) rmSync(file, { force: true });
};

const launch = (native: Native, home: Home, settings: Readonly<Record<string, string>>): (() => boolean) => {
  const log = join(home.run, 'server.log');
  const full = (statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES;
  const out = openSync(log, full ? 'w' : 'a', 0o600);
  const all: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: home.socket,
    unix_socket_permissions: '0700',
    port: String(PORT),
    max_connections: '120',
    ...settings,
  };
  const child = spawn(
    join(native.folder, 'bin', 'postgres'),
    ['-D', home.data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // a group of its own: Ctrl+C at the terminal reaches us, and we stop it after our last request
    { cwd: '/', env: cleanEnvironment(), detached: true, stdio: ['ignore', out, out], uid: home.user?.uid, gid: home.user?.gid },
  );
  closeSync(out);
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  child.unref();
  return () => ended;
};

const lastWords = (home: Home): string =>
  readFileSync(join(home.run, 'server.log'), 'utf8').trimEnd().split('\n').slice(-5).join('\n');

/** After this a connect has succeeded; says whether it was already running. */
export const ensureRunning = async (
  native: Native,
  home: Home,
  settings: Readonly<Record<string, string>>,
): Promise<'adopted' | 'started'> => {
  const end = Date.now() + START_LIMIT_MS;
  let hasEnded: (() => boolean) | undefined;
  let failures = 0;
  while (Date.now() < end) {
    const answer = await ask(home);
    if (answer === 'ours') return hasEnded === undefined ? 'adopted' : 'started';
    if (answer === 'other') throw operatorError(`Ổ cắm ${home.socket} đang thuộc về một PostgreSQL khác.`);
    const quiet = answer === 'silent' && postmasterOf(home.data).kind !== 'running';
    if (quiet && (hasEnded === undefined || hasEnded())) {
      if (hasEnded !== undefined && ++failures === 5) break;
      await clearLeftover(home);
      if (hasEnded !== undefined) await sleep(200 * failures);
      hasEnded = launch(native, home, settings);
    }
    await sleep(15);
  }
  throw operatorError(`PostgreSQL đi kèm không khởi động được:\n${lastWords(home)}`);
};

export const stopServer = async (home: Home): Promise<void> => {
  const postmaster = postmasterOf(home.data);
  if (postmaster.kind !== 'running') return;
  // SIGINT is PostgreSQL's fast shutdown: sessions end, everything is checkpointed
  process.kill(postmaster.pid, 'SIGINT');
  const end = Date.now() + STOP_LIMIT_MS;
  for (let asked = false; isAlive(postmaster.pid); await sleep(15)) {
    if (Date.now() < end || asked) continue;
    asked = true;
    process.kill(postmaster.pid, 'SIGQUIT');
  }
};
