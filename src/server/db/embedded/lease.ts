// Several processes may use one embedded server (the app, the command line): the last to leave stops it.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { operatorError } from '../../faults/operator-error.ts';
import { identityOf, isSameProcess } from './processes.ts';

const LOCK_WAIT_MS = 120_000;

const me = (): string => identityOf(process.pid);

const tryLock = (file: string): boolean => {
  try {
    writeFileSync(file, me(), { flag: 'wx' });
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
  }
  let holder: string;
  try {
    holder = readFileSync(file, 'utf8');
  } catch {
    return false;
  }
  // an empty one is being written right now
  if (holder !== '' && !isSameProcess(holder)) rmSync(file, { force: true });
  return false;
};

/** Starting, stopping and making the data folder happen one process at a time. */
export const withLock = async <T>(run: string, work: () => Promise<T>): Promise<T> => {
  const file = join(run, 'lock');
  const end = Date.now() + LOCK_WAIT_MS;
  while (!tryLock(file)) {
    if (Date.now() > end) throw operatorError(`Một tiến trình khác đang giữ khóa ${file} quá lâu.`);
    await sleep(25);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
};

const leasesIn = (run: string): string => join(run, 'leases');

export const takeLease = (run: string): string => {
  mkdirSync(leasesIn(run), { recursive: true });
  const lease = `${me()}.${Math.random().toString(36).slice(2)}`;
  writeFileSync(join(leasesIn(run), lease), run);
  return lease;
};

/** A lease copied along with a project is about another server: its text names the place it was taken for. */
const isHeld = (run: string, name: string): boolean =>
  isSameProcess(name.split('.')[0] ?? '') && readFileSync(join(leasesIn(run), name), 'utf8') === run;

const heldLeases = (run: string): readonly string[] => {
  mkdirSync(leasesIn(run), { recursive: true });
  return readdirSync(leasesIn(run)).filter((name) => {
    if (isHeld(run, name)) return true;
    rmSync(join(leasesIn(run), name), { force: true });
    return false;
  });
};

export const hasLeases = (run: string): boolean => heldLeases(run).length > 0;

/** Gives the lease back and says whether anyone alive still holds one. */
export const returnLease = (run: string, lease: string): { readonly othersRemain: boolean } => {
  rmSync(join(leasesIn(run), lease), { force: true });
  return { othersRemain: hasLeases(run) };
};
