// Where an embedded server lives: its data, its private socket folder, and who runs it.
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { operatorError } from '../../faults/operator-error.ts';
import { mayEnter } from './reach.ts';
import { chooseRunUser, type RunUser } from './run-user.ts';

export type Home = {
  readonly folder: string;
  /** PGDATA, one per major */
  readonly data: string;
  /** locks, leases and the server's log */
  readonly run: string;
  readonly socket: string;
  readonly user: RunUser | undefined;
};

export const PORT = 5432;
/** sun_path holds 108 bytes with its closing zero; a longer one is fatal to PostgreSQL. */
const SOCKET_LIMIT = 107;
const ROOT_HOMES = '/var/lib/motcua';

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

type Note = { readonly for: string; readonly home: string };

const readNote = (file: string): Note | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Note;
  } catch {
    return undefined;
  }
};

/**
 * Under the wanted folder when the server's user can get there, else under /var/lib/motcua.
 * The choice is noted, so that a later change of rights never shows an empty database;
 * a note copied along with the project is another project's and is not followed.
 */
const chooseFolder = (wanted: string, user: RunUser | undefined): string => {
  const file = join(wanted, 'postgres.json');
  const note = readNote(file);
  if (note !== undefined && note.for === wanted) return note.home;
  mkdirSync(wanted, { recursive: true, mode: 0o755 });
  const home = mayEnter(wanted, user) ? join(wanted, 'postgres') : join(ROOT_HOMES, shortHash(wanted));
  writeFileSync(file, `${JSON.stringify({ for: wanted, home } satisfies Note, null, 2)}\n`);
  return home;
};

const ownFolder = (path: string, user: RunUser | undefined): void => {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const stat = lstatSync(path);
  const owner = user?.uid ?? process.getuid?.();
  // someone else's folder or a link planted in a public place is never used
  if (!stat.isDirectory() || (stat.uid !== owner && process.getuid?.() !== 0) || (stat.uid !== owner && stat.uid !== 0)) {
    throw operatorError(`Thư mục ${path} không thuộc người dùng chạy PostgreSQL.`);
  }
  if (user !== undefined) chownSync(path, user.uid, user.gid);
  chmodSync(path, 0o700);
};

export const openHome = (wantedFolder: string, major: number): Home => {
  const wanted = resolve(wantedFolder);
  const noted = readNote(join(wanted, 'postgres.json'));
  const before = noted?.for === wanted ? noted.home : join(wanted, 'postgres');
  const user = chooseRunUser(join(before, `data-${major}`));
  const folder = chooseFolder(wanted, user);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const run = join(folder, 'run');
  ownFolder(run, user);
  const near = Buffer.byteLength(`${run}/.s.PGSQL.${PORT}.lock`) <= SOCKET_LIMIT;
  const socket = near ? run : join(tmpdir(), `motcua-${shortHash(folder)}`);
  ownFolder(socket, user);
  return { folder, data: join(folder, `data-${major}`), run, socket, user };
};
