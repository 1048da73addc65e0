// A product of the test's own, to be killed and started again on the same data and address.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openContext } from '#server/cli/context.ts';
import { createPool } from '#server/db/pool.ts';
import { freePort } from '../tools/running-server.ts';
import type { World } from './people.ts';

export type OwnServer = {
  readonly world: World;
  readonly start: () => Promise<void>;
  /** kill -9: nothing is said, nothing is closed. */
  readonly kill: () => Promise<void>;
  /** Connections are taken and nothing is answered, as over a line that is dead and does not say so. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  readonly killDatabase: () => void;
  /** The administrator's command line on this data; answers what it printed as JSON. */
  readonly motcua: (...args: readonly string[]) => Promise<unknown>;
  /** By the owner of the database, as whoever restored it would have left it. */
  readonly sql: (text: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

const answers = async (url: string): Promise<boolean> => fetch(url).then((response) => response.ok, () => false);

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-own-'));
  // the database's own user lives below it, so that all of it goes with the folder
  chmodSync(folder, 0o755);
  return folder;
};

const productIn = (dataFolder: string, base: string) => {
  let child: ChildProcess | undefined;
  const ended = (): Promise<void> => new Promise((resolve) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  return {
    start: async (): Promise<void> => {
      const printed: string[] = [];
      child = spawn(process.execPath, ['src/server/start.ts'], {
        env: { ...process.env, MOTCUA_DATA_DIR: dataFolder, MOTCUA_WORLDS: `kybac-2019:${new URL(base).port}` },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => printed.push(part.toString()));
      while (!(await answers(base))) {
        if (child.exitCode !== null) throw new Error(`the product did not start:\n${printed.join('')}`);
        await new Promise((resolve) => { setTimeout(resolve, 100); });
      }
    },
    end: async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
      child?.kill(signal);
      // a frozen one hears it once it goes on
      child?.kill('SIGCONT');
      await ended();
    },
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
  };
};

const addressOfOwn = async (): Promise<string> => `http://localhost:${await freePort()}`;

let prepared: Promise<string> | undefined;
/** Set up and filled once for all stories, and stopped: each has a copy. */
const prepare = async (): Promise<string> => {
  const folder = newFolder();
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const product = productIn(folder, await addressOfOwn());
  await product.start();
  await product.end('SIGTERM');
  return folder;
};

export const ownServer = async (): Promise<OwnServer> => {
  prepared ??= prepare();
  const dataFolder = newFolder();
  // with the owners it has: the database's files are another user's
  await promisify(execFile)('cp', ['-a', `${await prepared}/.`, dataFolder]);
  const base = await addressOfOwn();
  const product = productIn(dataFolder, base);
  return {
    world: { base, password: 'motcua-demo-2019' },
    start: product.start,
    kill: () => product.end('SIGKILL'),
    freeze: product.freeze,
    thaw: product.thaw,
    killDatabase: () => {
      const [pid] = readFileSync(join(dataFolder, 'postgres', 'data-18', 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 'SIGKILL');
    },
    motcua: async (...args) => {
      const { stdout } = await promisify(execFile)(process.execPath, ['src/server/cli/motcua.ts', ...args, '--json'], { env: { ...process.env, MOTCUA_DATA_DIR: dataFolder } });
      return JSON.parse(stdout) as unknown;
    },
    sql: async (text) => {
      const context = openContext(() => undefined, { ...process.env, MOTCUA_DATA_DIR: dataFolder });
      const pool = createPool((await context.databases()).urlOf('kybac-2019', 'motcua_migrator'), 1);
      await pool.query(text);
      await pool.end();
      await context.close();
    },
    stop: async () => {
      await product.end('SIGTERM');
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
};
