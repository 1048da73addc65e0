// npm run soak:offline -- --runs 20 [--seed 1] [--json]: the model of a counter without a line against a real server
// process that is killed by SIGKILL, between acts and in the middle of one. The last line counts.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { openContext } from '#server/cli/context.ts';
import type { Reply, Sent } from '#staff/offline/transport.ts';
import { newBook } from '#testing/counter-model.ts';
import { counterDay } from '#testing/counter-steps.ts';
import { type Findings, type ServerUnderTest, findingsOf, openBench, settleAll } from '#testing/model-bench.ts';
import { freePort } from './running-server.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '20' }, seed: { type: 'string' }, json: { type: 'boolean', default: false } } });
const RUNS = Number(values.runs);
const SEED = Number(values.seed ?? Date.now() % 1_000_000);
const KILLS_IN_MIDST = 0.02;
const WORLD = 'kybac-2019';
const say = (line: string): void => void process.stdout.write(values.json ? '' : `${line}\n`);

const dataFolder = mkdtempSync(join(tmpdir(), 'motcua-soak-'));
// the database's own user lives below it, so that all of it goes with the folder
chmodSync(dataFolder, 0o755);
const port = await freePort();
const base = `http://localhost:${port}`;
const variables = { ...process.env, MOTCUA_DATA_DIR: dataFolder, MOTCUA_WORLDS: `${WORLD}:${port}`, MOTCUA_RATE_LIMITS: 'lifted' };

let child: ChildProcess | undefined;
const ended = (): Promise<void> => new Promise((resolve) => {
  if (!child || child.exitCode !== null || child.signalCode !== null) resolve();
  else child.once('exit', () => resolve());
});
const isUp = (): Promise<boolean> => fetch(base).then((response) => response.ok, () => false);
const start = async (): Promise<void> => {
  const printed: string[] = [];
  child = spawn(process.execPath, ['src/server/start.ts'], { env: variables, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => printed.push(part.toString()));
  while (!(await isUp())) {
    if (child.exitCode !== null) throw new Error(`the product did not start:\n${printed.join('')}`);
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
};
const killAndStart = async (): Promise<void> => {
  child?.kill('SIGKILL');
  await ended();
  await start();
};

type Session = { readonly cookie: string; readonly csrf: string };
const call = async (session: Session | undefined, { method, path, headers, json, bytes }: Sent): Promise<Reply> => {
  const response = await fetch(base + path, {
    method, ...(bytes ? { body: bytes } : json === undefined ? {} : { body: JSON.stringify(json) }),
    headers: {
      'idempotency-key': crypto.randomUUID(), ...(session ? { cookie: session.cookie, 'x-csrf-token': session.csrf } : {}), ...headers,
      ...(bytes ? { 'content-type': 'application/octet-stream' } : json === undefined ? {} : { 'content-type': 'application/json' }),
    },
  });
  const text = await response.text();
  return {
    status: response.status, body: text === '' ? undefined : JSON.parse(text) as unknown,
    headers: { etag: response.headers.get('etag') ?? undefined, 'retry-after': response.headers.get('retry-after') ?? undefined },
  };
};
const post = (path: string, json: object): Sent => ({ method: 'POST', path, json, headers: {} });
const signIn = async (login: string): Promise<Session> => {
  const response = await fetch(`${base}/api/sign-in`, {
    method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }, body: JSON.stringify({ login, password: 'motcua-demo-2019' }),
  });
  const { csrfToken } = (await response.json()) as { csrfToken: string };
  return { cookie: String(response.headers.get('set-cookie')).split(';')[0] ?? '', csrf: csrfToken };
};

/** One run after the other: the chance of a kill in the midst is the seed's too. */
const chance = ((state: number) => (): number => {
  state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return state / 4_294_967_296;
})(SEED);

const soak = async (): Promise<Findings> => {
  await start();
  const context = openContext(() => undefined, variables);
  const { pool } = await context.world(WORLD);
  const [clerk, admin] = [await signIn('buudien.kybac'), await signIn('quantri')];
  const me = (await call(clerk, { method: 'GET', path: '/api/me', headers: {} })).body as { account: ServerUnderTest['clerk']; desk: { officers: { accountId: string }[] } };
  const server: ServerUnderTest = {
    reach: async (sent) => {
      const answer = call(clerk, sent).catch(() => undefined);
      if (chance() > KILLS_IN_MIDST) return answer;
      await killAndStart();
      return answer;
    },
    kill: killAndStart, asAdmin: (path, body) => call(admin, post(path, body)), clerk: me.account, officerId: me.desk.officers[0]?.accountId ?? '',
    realNow: Date.now, rows: async <T extends object>(sql: string, given: readonly unknown[]) => (await pool.query<T>(sql, [...given])).rows,
  };
  const sum = { commands: 0, lost: [] as string[], doubled: [] as string[], parked: [] as string[], differing: [] as string[] };
  try {
    for (const [index, steps] of fc.sample(counterDay(), { numRuns: RUNS, seed: SEED }).entries()) {
      const run = `run ${index + 1} of ${RUNS}, seed ${SEED}`;
      const book = newBook();
      try {
        const bench = await openBench(server);
        await fc.asyncModelRun(() => ({ model: book, real: bench }), steps);
        await settleAll(book, bench);
        const found = await findingsOf(book, bench, server);
        bench.close();
        sum.commands += found.commands;
        for (const kind of ['lost', 'doubled', 'parked', 'differing'] as const) sum[kind].push(...found[kind].map((what) => `${run}, ${kind}: ${what}`));
        say(`${run}: ${book.steps} steps, ${found.commands} commands`);
      } catch (error) {
        throw new Error(`${run}, after ${book.steps} steps: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    }
  } finally {
    await context.close();
  }
  return sum;
};

try {
  say(`seed ${SEED}`);
  const { commands, lost, doubled, parked, differing } = await soak();
  for (const line of [...lost, ...doubled, ...parked, ...differing]) process.stderr.write(`${line}\n`);
  process.stdout.write(`${JSON.stringify({ runs: RUNS, commands, lost: lost.length, doubled: doubled.length, parked: parked.length })}\n`);
  if (lost.length + doubled.length + parked.length + differing.length > 0) process.exitCode = 1;
} finally {
  child?.kill('SIGTERM');
  await ended();
  rmSync(dataFolder, { recursive: true, force: true });
}
