import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { packageUnderTest } from '#testing/package-under-test.ts';
import { startEmbedded, type Embedded } from './embedded.ts';
import { openHome } from './home.ts';
import { findNative, prepareNative } from './native.ts';
import { isAlive, postmasterOf } from './processes.ts';

const root = mkdtempSync(join(tmpdir(), `motcua-test-${process.pid}-`));
const amRoot = process.getuid?.() === 0;
const opened: Embedded[] = [];
const children: ChildProcess[] = [];

const start = async (folder: string): Promise<Embedded> => {
  const server = await startEmbedded({ folder, packageName: packageUnderTest(), sync: false });
  opened.push(server);
  return server;
};
const close = async (server: Embedded): Promise<void> => {
  opened.splice(opened.indexOf(server), 1);
  await server.close();
};
const ask = async (server: Embedded, sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: server.superuserUrl() });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
};
const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
};

beforeAll(() => chmodSync(root, 0o755));
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const server of opened.splice(0)) await server.close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('where and as whom', () => {
  test('it speaks UTF-8, sorts by bytes, and listens on no network', async () => {
    const server = await start(join(root, 'plain'));
    expect(await ask(server, 'show server_encoding')).toEqual(['UTF8']);
    expect(await ask(server, 'show listen_addresses')).toEqual(['']);
    expect(await ask(server, 'show data_checksums')).toEqual(['on']);
    expect(await ask(server, 'select datcollate from pg_database where datname = current_database()')).toEqual(['C']);
    expect(statSync(server.socket).mode & 0o077).toBe(0);
  });

  test('started by root it runs as another user, otherwise as oneself', async () => {
    const server = await start(join(root, 'plain'));
    const uid = statSync(`/proc/${server.pid()}`).uid;
    expect(uid === 0).toBe(false);
    expect(uid === process.getuid?.() || amRoot).toBe(true);
  });

  test('a project where no other user may look (such as /root) starts too, and finds its data again', async () => {
    const hidden = join(root, 'hidden');
    mkdirSync(hidden, { mode: 0o700 });
    const first = await start(join(hidden, 'project'));
    const { dataFolder } = first;
    await ask(first, 'create table kept ()');
    await close(first);
    chmodSync(hidden, 0o755);
    const second = await start(join(hidden, 'project'));
    expect(second.dataFolder).toBe(dataFolder);
    expect(await ask(second, 'select count(*)::int from kept')).toEqual([0]);
    await close(second);
    if (!dataFolder.startsWith(root)) rmSync(join(dataFolder, '..'), { recursive: true });
  });

  test('a path too long for a socket gets a short one', async () => {
    const server = await start(join(root, 'x'.repeat(60), 'y'.repeat(60)));
    expect(server.socket.length).toBeLessThan(60);
    expect(await ask(server, 'select 1')).toEqual([1]);
    await close(server);
    rmSync(server.socket, { recursive: true });
  });

  test('an install whose scripts were blocked gets its library links, in place or in a copy', async () => {
    const original = findNative(packageUnderTest());
    const folder = join(root, 'blocked', 'native');
    cpSync(original.folder, folder, { recursive: true, verbatimSymlinks: true });
    const links = (JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')) as { target: string }[]).map(
      (link) => join(folder, '..', link.target),
    );
    const withoutLinks = (): void => links.forEach((link) => rmSync(link, { force: true }));
    withoutLinks();
    const { user } = openHome(join(root, 'blocked', 'data'), original.major);
    expect(prepareNative({ ...original, folder }, join(root, 'blocked', 'home'), user).folder).toBe(folder);
    expect(links.every((link) => statSync(link).isFile())).toBe(true);
    // under /root: the user that root lends it cannot get there
    chmodSync(join(root, 'blocked', 'native'), 0o700);
    withoutLinks();
    const prepared = prepareNative({ ...original, folder }, join(root, 'blocked', 'home'), user);
    expect(prepared.folder === folder).toBe(!amRoot);
    expect(statSync(join(prepared.folder, 'lib', 'libpq.so.5')).isFile()).toBe(true);
  });

  test('a set-up that was killed half-way is begun again', async () => {
    const folder = join(root, 'half');
    const home = openHome(folder, findNative(packageUnderTest()).major);
    mkdirSync(`${home.data}.new-1/base`, { recursive: true });
    expect(await ask(await start(folder), 'select 1')).toEqual([1]);
  });
});

describe('several users of one server', () => {
  test('two starting at once share it, and the last to leave stops it', async () => {
    const folder = join(root, 'shared');
    const [one, two] = await Promise.all([start(folder), start(folder)]);
    expect([one.how, two.how].toSorted()).toEqual(['adopted', 'started']);
    const pid = one.pid() ?? 0;
    await close(one);
    expect(await ask(two, 'select 1')).toEqual([1]);
    await close(two);
    expect(isAlive(pid)).toBe(false);
  });

  test('a copied project never joins the server of the original', async () => {
    const server = await start(join(root, 'shared'));
    cpSync(join(root, 'shared'), join(root, 'copied'), { recursive: true, filter: (path) => !path.includes('.s.PGSQL') });
    if (amRoot) {
      const { user } = openHome(join(root, 'copied'), server.major);
      spawn('chown', ['-R', `${user?.uid}:${user?.gid}`, join(root, 'copied')]);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const copy = await start(join(root, 'copied'));
    expect(copy.how).toBe('started');
    const pid = copy.pid() ?? 0;
    expect(pid).not.toBe(server.pid());
    await close(copy);
    expect(isAlive(pid)).toBe(false);
    expect(await ask(server, 'select 1')).toEqual([1]);
  });
});

describe('what a kill leaves behind', () => {
  test('a pid file that names a living stranger does not keep it from starting', async () => {
    const folder = join(root, 'stale');
    const server = await start(folder);
    await close(server);
    writeFileSync(join(server.dataFolder, 'postmaster.pid'), `1\n${server.dataFolder}\n0\n5432\n${server.socket}\n\n`);
    writeFileSync(join(server.socket, '.s.PGSQL.5432.lock'), `1\n`);
    expect((await start(folder)).how).toBe('started');
  });

  const launch = (folder: string) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, '../../../../testing/row-writer.ts'), folder, packageUnderTest() ?? ''], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    const acknowledged: string[] = [];
    let ready = '';
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('ready')) ready = line;
      if (line.startsWith('row')) acknowledged.push(line.slice(4));
    });
    return { child, acknowledged, how: () => ready.split(' ')[1] };
  };

  test.each([
    ['the server', true, false],
    ['the parent', false, true],
    ['both', true, true],
    ['the server, again', true, false],
    ['both, again', true, true],
  ])('kill -9 of %s loses no acknowledged row', async (name, killServer, killParent) => {
    const folder = join(root, name.replaceAll(/\W+/g, '-'));
    const writer = launch(folder);
    await until(() => writer.acknowledged.length > 100);
    const data = openHome(folder, findNative(packageUnderTest()).major).data;
    const postmaster = postmasterOf(data);
    if (killParent) writer.child.kill('SIGKILL');
    if (killServer && postmaster.kind === 'running') process.kill(postmaster.pid, 'SIGKILL');
    if (!killParent) {
      // the parent lives, so its server comes back by itself
      await until(() => {
        const now = postmasterOf(data);
        return now.kind === 'running' && postmaster.kind === 'running' && now.pid !== postmaster.pid;
      });
      const before = writer.acknowledged.length;
      await until(() => writer.acknowledged.length > before + 100);
      writer.child.kill('SIGKILL');
    }
    await until(() => writer.child.signalCode !== null);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const server = await start(folder);
    expect(server.how).toBe(killParent && killServer ? 'started' : 'adopted');
    const kept = new Set(await ask(server, 'select id from entry'));
    expect(writer.acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    const pid = server.pid() ?? 0;
    await close(server);
    expect(isAlive(pid)).toBe(false);
  });
});
