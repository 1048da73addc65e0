// The supervisor of the PostgreSQL that comes with the product (docs/decisions: our own, small, safe to kill).
import { openHome, PORT } from './home.ts';
import { initialise, SUPERUSER } from './initialise.ts';
import { returnLease, takeLease, withLock } from './lease.ts';
import { findNative, prepareNative } from './native.ts';
import { postmasterOf } from './processes.ts';
import { ensureRunning, stopServer } from './server.ts';

export type EmbeddedOptions = {
  /** the project's data folder; the server lives in `postgres` below it, or where its user can get */
  readonly folder: string;
  readonly packageName?: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** false only in tests: initdb does not wait for the disk */
  readonly sync?: boolean;
};

export type Embedded = {
  readonly how: 'adopted' | 'started';
  readonly major: number;
  readonly dataFolder: string;
  readonly socket: string;
  readonly pid: () => number | undefined;
  readonly url: (user: string, database: string) => string;
  readonly superuserUrl: (database?: string) => string;
  /** leaves; the server stops when nobody else alive uses it */
  readonly close: () => Promise<void>;
};

const WATCH_MS = 250;

/** The host in the query wins over localhost, which only keeps the URL well formed. */
export const socketUrl = (socket: string, user: string, database: string): string =>
  `postgresql://${encodeURIComponent(user)}@localhost/${encodeURIComponent(database)}?host=${encodeURIComponent(socket)}&port=${PORT}`;

export const startEmbedded = async (options: EmbeddedOptions): Promise<Embedded> => {
  const found = findNative(options.packageName);
  const home = openHome(options.folder, found.major);
  const settings = options.settings ?? {};
  const native = await withLock(home.run, async () => {
    const ready = prepareNative(found, home.folder, home.user);
    initialise(ready, home, options.sync ?? true);
    return ready;
  });
  const { how, lease } = await withLock(home.run, async () => ({
    how: await ensureRunning(native, home, settings),
    lease: takeLease(home.run),
  }));

  let closing = false;
  let reviving: Promise<unknown> = Promise.resolve();
  let busy = false;
  // someone may kill -9 the server under us: it comes back, recovered, while we live
  const watch = setInterval(() => {
    if (busy || closing || postmasterOf(home.data).kind === 'running') return;
    busy = true;
    reviving = withLock(home.run, () => (closing ? Promise.resolve('adopted') : ensureRunning(native, home, settings)))
      .catch(() => undefined)
      .finally(() => (busy = false));
  }, WATCH_MS);
  watch.unref();

  return {
    how,
    major: native.major,
    dataFolder: home.data,
    socket: home.socket,
    pid: () => {
      const postmaster = postmasterOf(home.data);
      return postmaster.kind === 'running' ? postmaster.pid : undefined;
    },
    url: (user, database) => socketUrl(home.socket, user, database),
    superuserUrl: (database = 'postgres') => socketUrl(home.socket, SUPERUSER, database),
    close: async () => {
      if (closing) return;
      closing = true;
      clearInterval(watch);
      await reviving;
      await withLock(home.run, async () => {
        if (!returnLease(home.run, lease).othersRemain) await stopServer(home);
      });
    },
  };
};
