// Starts the product as `npm start` does, with its own data folder and ports, and stops it again.
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type RunningServer = {
  readonly kybac: string;
  readonly hatinh: string;
  readonly dataFolder: string;
  readonly process: ChildProcess;
  readonly stop: () => Promise<void>;
};

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
};

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

export const startProduct = async (options: { env?: Record<string, string>; dataFolder?: string; seconds?: number } = {}): Promise<RunningServer> => {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'motcua-run-'));
  // a private folder would send the database's own user elsewhere, to stay behind after the run
  if (options.dataFolder === undefined) chmodSync(dataFolder, 0o755);
  const [a, b] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, ['src/server/start.ts'], {
    env: { ...process.env, MOTCUA_DATA_DIR: dataFolder, MOTCUA_WORLDS: `kybac-2019:${a},hatinh-2026:${b}`, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  const ended = new Promise<void>((resolve) => { child.on('exit', () => resolve()); });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await Promise.race([ended, pause(15_000).then(() => child.kill('SIGKILL'))]);
    if (options.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true });
  };
  const kybac = `http://localhost:${a}`;
  const hatinh = `http://localhost:${b}`;
  const until = performance.now() + (options.seconds ?? 240) * 1000;
  while (!((await answers(`${kybac}/`)) && (await answers(`${hatinh}/`)))) {
    if (child.exitCode !== null || performance.now() > until) {
      await stop();
      throw new Error(`the product did not start:\n${printed.join('')}`);
    }
    await pause(200);
  }
  return { kybac, hatinh, dataFolder, process: child, stop };
};
