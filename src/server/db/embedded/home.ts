// Where an embedded server lives: its data, its private socket folder, and who runs it.
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, linkSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** A fresh clone at an old path is a new project, so a home outside it never has the same name twice. */
const newHome = (wanted: string, user: RunUser | undefined): string =>
  mayEnter(wanted, user) ? join(wanted, 'postgres') : join(ROOT_HOMES, `${shortHash(wanted)}-${randomBytes(4).toString('hex')}`);

/**
 * Under the wanted folder when the server's user can get there, else under /var/lib/motcua.
 * The choice is noted, so that a later change of rights never shows an empty database;
 * a note copied along with the project is another project's and is not followed.
 */
const chooseFolder = (wanted: string, user: RunUser | undefined): string => {
  const file = join(wanted, 'postgres.json');
  const note = readNote(file);
  if (note?.for === wanted) return note.home;
  mkdirSync(wanted, { recursive: true, mode: 0o755 });
  if (note !== undefined) rmSync(file, { force: true });
  const home = newHome(wanted, user);
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify({ for: wanted, home } satisfies Note, null, 2)}\n`);
  try {
    // whole or not at all, and the first of two starters decides
    linkSync(draft, file);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
  } finally {
    rmSync(draft, { force: true });
  }
  return readNote(file)?.home ?? home;
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
