// Can another user reach a path? Asked before anything is started as that user.
import { chmodSync, lstatSync, readdirSync, statSync, type Stats } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { RunUser } from './run-user.ts';

const allows = (stat: Stats, user: RunUser, bits: number): boolean => {
  const shift = stat.uid === user.uid ? 6 : stat.gid === user.gid ? 3 : 0;
  return ((stat.mode >> shift) & bits) === bits;
};

const SEARCH = 1;
const READ = 4;

/** Every folder above may be passed through by the user. */
export const mayEnter = (folder: string, user: RunUser | undefined): boolean => {
  if (user === undefined) return true;
  for (let at = resolve(folder); ; at = dirname(at)) {
    const stat = statSync(at, { throwIfNoEntry: false });
    if (stat !== undefined && !allows(stat, user, SEARCH)) return false;
    if (at === dirname(at)) return true;
  }
};

export const mayUse = (file: string, user: RunUser | undefined, run: boolean): boolean => {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return false;
  const bits = READ | (run ? SEARCH : 0);
  if (user === undefined) return (stat.mode & 0o111) !== 0 || !run;
  return allows(stat, user, bits) && mayEnter(dirname(file), user);
};

/** What an install under a strict umask lacks: everyone reads, what ran still runs. */
export const chmodReadable = (folder: string): void => {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) chmodReadable(path);
    else if (entry.isFile()) chmodSync(path, lstatSync(path).mode & 0o100 || folder.endsWith('bin') ? 0o755 : 0o644);
  }
};
