// Starts one throw-away PostgreSQL for the run and migrates the template that every test file clones.
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { isAlive, processesIn } from '#server/db/embedded/processes.ts';
import { startEmbedded } from '#server/db/embedded/embedded.ts';
import { migrate } from '#server/db/migrate.ts';
import { ensureDatabase, ensureRoles } from '#server/db/roles.ts';
import { packageUnderTest } from './package-under-test.ts';
import { TEMPLATE } from './template.ts';

const PREFIX = 'motcua-test-';

/** What a killed run left behind: its server first, then its folder. */
const sweep = (): void => {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const pid = Number(name.slice(PREFIX.length).split('-')[0]);
    if (!Number.isInteger(pid) || isAlive(pid)) continue;
    const folder = join(tmpdir(), name, 'postgres');
    try {
      for (const data of readdirSync(folder).filter((entry) => entry.startsWith('data-'))) {
        for (const orphan of processesIn(join(folder, data))) process.kill(orphan, 'SIGKILL');
      }
    } catch {
      // it never got as far as a server
    }
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
};

export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  sweep();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // as root the server runs as another user, who must get in
  chmodSync(folder, 0o755);
  const server = await startEmbedded({
    folder,
    packageName: packageUnderTest(),
    sync: false,
    // nothing here outlives the run; kill -9 tests start servers of their own with the disk's guarantees
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '4GB', autovacuum: 'off' },
  });
  await ensureRoles(server.superuserUrl(), undefined);
  await ensureDatabase(server.superuserUrl(), TEMPLATE);
  await migrate(server.url('motcua_migrator', TEMPLATE));
  project.provide('socket', server.socket);
  project.provide('major', server.major);
  return async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
};
