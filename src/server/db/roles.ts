// The three roles, and a world's database, made from one privileged connection of any PostgreSQL >= 15.
import pg from 'pg';
import { operatorError } from '../faults/operator-error.ts';

export type RoleName = 'motcua_migrator' | 'motcua_app' | 'motcua_reporter';
export const ROLES: readonly RoleName[] = ['motcua_migrator', 'motcua_app', 'motcua_reporter'];

/** Undefined passwords: the socket's folder is the lock (embedded server). */
export type RolePasswords = Readonly<Record<RoleName, string>> | undefined;

const LOWEST_VERSION = 150_000;
const UNIQUE_OR_DUPLICATE = new Set(['42710', '23505', '42P04']);

const ignoreExisting = async (work: Promise<unknown>): Promise<void> => {
  try {
    await work;
  } catch (cause) {
    // another starter was quicker
    if (!UNIQUE_OR_DUPLICATE.has((cause as { code?: string }).code ?? '')) throw cause;
  }
};

const CHANGED_AT_ONCE = 'XX000';
const MOST_TRIES = 50;

/** Rows of PostgreSQL's own catalogue wait for nobody: of two who write one at once, one is told so and writes again. */
const untilAlone = async (work: () => Promise<unknown>): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    try {
      await work();
      return;
    } catch (cause) {
      if ((cause as { code?: string }).code !== CHANGED_AT_ONCE || tries === MOST_TRIES) throw cause;
    }
  }
};

const withClient = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const versionOf = async (client: pg.Client): Promise<number> => {
  const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
  const version = Number(rows[0]?.server_version_num);
  if (version < LOWEST_VERSION) throw operatorError(`Cần PostgreSQL 15 trở lên; máy chủ đang là ${version}.`);
  return version;
};

export const ensureRoles = (privilegedUrl: string, passwords: RolePasswords): Promise<void> =>
  withClient(privilegedUrl, async (client) => {
    await versionOf(client);
    for (const role of ROLES) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
      if (rowCount === 0) await ignoreExisting(client.query(`create role ${role} login`));
      if (passwords !== undefined) {
        await untilAlone(() => client.query(`alter role ${role} password ${pg.escapeLiteral(passwords[role])}`));
      }
    }
    // a privileged role that is no superuser must be a member before it may give a database away,
    // or end the sessions of one that it drops
    await untilAlone(() => client.query(`grant ${ROLES.join(', ')} to current_user`));
  });

/** Bytes order text: moments and codes sort as written, on every machine alike. */
const localeOf = (version: number): string =>
  version >= 170_000 ? `locale 'C' locale_provider builtin builtin_locale 'C.UTF-8'` : `locale 'C'`;

/** Returns true when the database was made now. */
export const ensureDatabase = (privilegedUrl: string, database: string): Promise<boolean> =>
  withClient(privilegedUrl, async (client) => {
    const version = await versionOf(client);
    const name = pg.escapeIdentifier(database);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (rowCount !== 0) return false;
    await ignoreExisting(
      client.query(
        `create database ${name} owner motcua_migrator template template0 encoding 'UTF8' ${localeOf(version)}`,
      ),
    );
    await untilAlone(() => client.query(`revoke all on database ${name} from public`));
    await untilAlone(() => client.query(`grant connect on database ${name} to motcua_app, motcua_reporter`));
    return true;
  });

export const dropDatabase = (privilegedUrl: string, database: string): Promise<void> =>
  withClient(privilegedUrl, async (client) => {
    await client.query(`drop database if exists ${pg.escapeIdentifier(database)} with (force)`);
  });

/** The draft takes the name at once; sessions of the old one are ended and connect again. */
export const replaceDatabase = (privilegedUrl: string, database: string, draft: string): Promise<void> =>
  withClient(privilegedUrl, async (client) => {
    await client.query(`drop database if exists ${pg.escapeIdentifier(database)} with (force)`);
    await client.query(`alter database ${pg.escapeIdentifier(draft)} rename to ${pg.escapeIdentifier(database)}`);
  });

export const databaseExists = (privilegedUrl: string, database: string): Promise<boolean> =>
  withClient(privilegedUrl, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    return rowCount !== 0;
  });
