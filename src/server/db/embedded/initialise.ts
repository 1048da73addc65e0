// Makes an empty data folder: UTF-8, byte order everywhere, whatever the machine's own language.
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { operatorError } from '../../faults/operator-error.ts';
import type { Home } from './home.ts';
import type { Native } from './native.ts';

export const SUPERUSER = 'postgres';

/** The builtin provider came with 17; before it only plain C is there on every machine. */
const localeOf = (major: number): readonly string[] =>
  major >= 17 ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : ['--locale=C'];

/** No locale or library path of the caller's may leak in. */
export const cleanEnvironment = (): NodeJS.ProcessEnv => ({ PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' });

export const initialise = (native: Native, home: Home, sync: boolean): void => {
  if (existsSync(join(home.data, 'PG_VERSION'))) return;
  const parent = dirname(home.data);
  for (const name of readdirSync(parent)) {
    // what a killed set-up left half done
    if (name.startsWith(`${basename(home.data)}.new-`)) rmSync(join(parent, name), { recursive: true, force: true });
  }
  const fresh = `${home.data}.new-${process.pid}`;
  mkdirSync(fresh, { mode: 0o700 });
  chmodSync(fresh, 0o700);
  if (home.user !== undefined) chownSync(fresh, home.user.uid, home.user.gid);
  const done = spawnSync(
    join(native.folder, 'bin', 'initdb'),
    [
      `--pgdata=${fresh}`,
      `--username=${SUPERUSER}`,
      '--encoding=UTF8',
      '--auth=trust',
      '--data-checksums',
      '--no-instructions',
      ...localeOf(native.major),
      ...(sync ? [] : ['--no-sync']),
    ],
    { cwd: '/', env: cleanEnvironment(), encoding: 'utf8', uid: home.user?.uid, gid: home.user?.gid },
  );
  if (done.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw operatorError(
      `Không khởi tạo được PostgreSQL đi kèm trong ${home.data}: ${done.error?.message ?? done.stderr.trim()}`,
    );
  }
  renameSync(fresh, home.data);
};
