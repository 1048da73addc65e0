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
  /** Its connections end, and it stays. */
  readonly leave: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const IN_USE = '55006';

type Run = (sql: string) => Promise<pg.QueryResult>;

export const asSuperuser = async (work: (run: Run) => Promise<void>): Promise<void> => {
  const client = new pg.Client({ connectionString: socketUrl(inject('socket'), 'postgres', 'postgres') });
  await client.connect();
  try {
    await work(async (sql) => {
      for (let tries = 0; ; tries++) {
        try {
          return await client.query(sql);
        } catch (cause) {
          // the template is being cloned by another worker's connection for a moment
          if ((cause as { code?: string }).code !== IN_USE || tries === 50) throw cause;
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      }
    });
  } finally {
    await client.end();
  }
};

export const testDatabase = async (template = TEMPLATE): Promise<TestDatabase> => {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await asSuperuser(async (run) => {
    await run(`create database ${name} template ${template} owner motcua_migrator`);
    await run(`revoke all on database ${name} from public`);
    await run(`grant connect on database ${name} to motcua_app, motcua_reporter`);
  });
  const url = (role: RoleName | 'postgres'): string => socketUrl(inject('socket'), role, name);
  const pool = createPool(url('motcua_app'));
  const migratorPool = createPool(url('motcua_migrator'), 2);
  const leave = async (): Promise<void> => void (await Promise.all([pool.end(), migratorPool.end()]));
  return {
    pool,
    migratorPool,
    name,
    url,
    leave,
    close: async () => {
      await leave();
      await asSuperuser(async (run) => void (await run(`drop database if exists ${name} with (force)`)));
    },
  };
};
