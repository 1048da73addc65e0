// One database for each world, wherever PostgreSQL runs: embedded, privileged URL, or one URL for each role.
import { createHmac } from 'node:crypto';
import { operatorError } from '../faults/operator-error.ts';
import { startEmbedded, type Embedded } from './embedded/embedded.ts';
import { databaseExists, dropDatabase, replaceDatabase, ensureDatabase, ensureRoles, type RoleName, type RolePasswords } from './roles.ts';

/** `{world}` in a URL stands for the world's database name. */
export type DatabaseAccess =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'privileged'; readonly url: string }
  | { readonly kind: 'separate'; readonly app: string; readonly migrator: string; readonly reporter: string };

export type Databases = {
  readonly urlOf: (world: string, role: RoleName) => string;
  /** Makes the world's database where it may; says whether it is new. */
  readonly ensure: (world: string) => Promise<boolean>;
  readonly exists: (world: string) => Promise<boolean>;
  readonly drop: (world: string) => Promise<void>;
  /** The draft's database takes the world's name; the old one is gone. */
  readonly replace: (world: string, draft: string) => Promise<void>;
  readonly embedded: Embedded | undefined;
  readonly close: () => Promise<void>;
};

export const databaseNameOf = (world: string): string => `motcua_${world.replaceAll('-', '_')}`;

/** From the master key, so that every server of one installation knows them and none is stored. */
const passwordsFrom = (masterKey: Buffer): NonNullable<RolePasswords> => {
  const of = (role: RoleName): string => createHmac('sha256', masterKey).update(`motcua role ${role}`).digest('base64url');
  return { motcua_migrator: of('motcua_migrator'), motcua_app: of('motcua_app'), motcua_reporter: of('motcua_reporter') };
};

const withUser = (url: string, user: string, password: string, database: string): string => {
  // libpq allows an empty host before ?host=/socket, URL does not
  const parsed = new URL(url.replace(/^([a-z]+:\/\/(?:[^/@]*@)?)\//, '$1localhost/'));
  parsed.username = user;
  parsed.password = password;
  parsed.pathname = `/${database}`;
  return parsed.toString();
};

const openEmbedded = async (dataFolder: string): Promise<Databases> => {
  const embedded = await startEmbedded({ folder: dataFolder });
  const root = embedded.superuserUrl();
  await ensureRoles(root, undefined);
  return {
    urlOf: (world, role) => embedded.url(role, databaseNameOf(world)),
    ensure: (world) => ensureDatabase(root, databaseNameOf(world)),
    exists: (world) => databaseExists(root, databaseNameOf(world)),
    drop: (world) => dropDatabase(root, databaseNameOf(world)),
    replace: (world, draft) => replaceDatabase(root, databaseNameOf(world), databaseNameOf(draft)),
    embedded,
    close: () => embedded.close(),
  };
};

const openPrivileged = async (url: string, masterKey: Buffer): Promise<Databases> => {
  const passwords = passwordsFrom(masterKey);
  await ensureRoles(url, passwords);
  return {
    urlOf: (world, role) => withUser(url, role, passwords[role], databaseNameOf(world)),
    ensure: (world) => ensureDatabase(url, databaseNameOf(world)),
    exists: (world) => databaseExists(url, databaseNameOf(world)),
    drop: (world) => dropDatabase(url, databaseNameOf(world)),
    replace: (world, draft) => replaceDatabase(url, databaseNameOf(world), databaseNameOf(draft)),
    embedded: undefined,
    close: () => Promise.resolve(),
  };
};

const notOurs = (): Promise<never> =>
  Promise.reject(operatorError('Cơ sở dữ liệu này do quản trị viên máy chủ tạo: chương trình không có quyền xóa.'));

const openSeparate = (access: Extract<DatabaseAccess, { kind: 'separate' }>): Databases => {
  const urls = { motcua_app: access.app, motcua_migrator: access.migrator, motcua_reporter: access.reporter };
  return {
    urlOf: (world, role) => urls[role].replaceAll('{world}', world.replaceAll('-', '_')),
    ensure: () => Promise.resolve(false),
    exists: () => Promise.resolve(true),
    drop: notOurs,
    replace: notOurs,
    embedded: undefined,
    close: () => Promise.resolve(),
  };
};

export const openDatabases = (access: DatabaseAccess, dataFolder: string, masterKey: Buffer): Promise<Databases> => {
  if (access.kind === 'embedded') return openEmbedded(dataFolder);
  if (access.kind === 'privileged') return openPrivileged(access.url, masterKey);
  return Promise.resolve(openSeparate(access));
};
