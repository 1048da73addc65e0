// What /proc says about processes: a pid alone proves nothing after a kill -9, a zombie or a reboot.
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

type Stat = { readonly state: string; readonly startedAt: string };

const readStat = (pid: number): Stat | undefined => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // the name in brackets may hold spaces, so fields are counted from its closing one
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', startedAt: fields[19] ?? '' };
  } catch {
    return undefined;
  }
};

export const isAlive = (pid: number): boolean => {
  const stat = readStat(pid);
  return stat !== undefined && stat.state !== 'Z' && stat.state !== 'X';
};

/** Pid with its start time: the same text never names two processes of one boot. */
export const identityOf = (pid: number): string => `${pid}-${readStat(pid)?.startedAt ?? 'gone'}`;

export const isSameProcess = (identity: string): boolean => {
  const pid = Number(identity.split('-')[0]);
  return isAlive(pid) && identityOf(pid) === identity;
};

const worksIn = (pid: number, folder: string): boolean => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
};

/** Every PostgreSQL process of this data folder: each keeps it as its working folder. */
export const processesIn = (data: string): readonly number[] => {
  const folder = realpathSync(data);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => worksIn(pid, folder) && isAlive(pid));
};

export type Postmaster =
  | { readonly kind: 'absent' }
  | { readonly kind: 'running'; readonly pid: number }
  | { readonly kind: 'leftover'; readonly pid: number };

/** The pid file believed only as far as /proc confirms it. */
export const postmasterOf = (data: string): Postmaster => {
  let pid: number;
  try {
    pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return { kind: 'absent' };
  }
  const running = isAlive(pid) && worksIn(pid, realpathSync(data));
  return running ? { kind: 'running', pid } : { kind: 'leftover', pid };
};
