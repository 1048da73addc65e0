// A fresh, migrated database for one test file, cloned from the run's template.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { socketUrl } from '#server/db/embedded/embedded.ts';
import { createPool, type Pool } from '#server/db/pool.ts';
import type { RoleName } from '#server/db/roles.ts';
import { TEMPLATE } from './template.ts';

export type TestDatabase = {
  /** as motcua_app, the role the server runs as */
  readonly pool: Pool;
  readonly migratorPool: Pool;
  readonly name: string;
  readonly url: (role: RoleName | 'postgres') => string;
  readonly close: () => Promise<void>;
};

const IN_USE = '55006';

const asSuperuser = async (sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: socketUrl(inject('socket'), 'postgres', 'postgres') });
  await client.connect();
  try {
    for (let tries = 0; ; tries++) {
      try {
        await client.query(sql);
        return;
      } catch (cause) {
        // the template is being cloned by another worker's connection for a moment
        if ((cause as { code?: string }).code !== IN_USE || tries === 50) throw cause;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  } finally {
    await client.end();
  }
};

export const testDatabase = async (): Promise<TestDatabase> => {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await asSuperuser(`create database ${name} template ${TEMPLATE} owner motcua_migrator`);
  await asSuperuser(`revoke all on database ${name} from public`);
  await asSuperuser(`grant connect on database ${name} to motcua_app, motcua_reporter`);
  const url = (role: RoleName | 'postgres'): string => socketUrl(inject('socket'), role, name);
  const pool = createPool(url('motcua_app'));
  const migratorPool = createPool(url('motcua_migrator'), 2);
  return {
    pool,
    migratorPool,
    name,
    url,
    close: async () => {
      await Promise.all([pool.end(), migratorPool.end()]);
      await asSuperuser(`drop database if exists ${name} with (force)`);
    },
  };
};
