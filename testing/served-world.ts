// One demo world on a real database behind the real server, called without a network.
import { randomBytes, randomUUID } from 'node:crypto';
import { fakeFileStore } from '#adapters/file-store/fake.ts';
import { momentToEpoch } from '#core/kernel/moment.ts';
import type { App } from '#server/http/route.ts';
import { DEFAULT_HTTP_SETTINGS, type HttpSettings } from '#server/http/settings.ts';
import { createServer, type ServerParts } from '#server/main.ts';
import { secretsFrom } from '#server/secrets.ts';
import { HA_TINH, WORLD_FACTS, type WorldName } from '#demo/worlds.ts';
import type { TestDatabase } from './database.ts';
import { worldDatabase } from './world-database.ts';

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** The JSON body, as the test expects it to be. */
  readonly json: <T = Record<string, unknown>>() => T;
};

export type Caller = {
  readonly get: (url: string, headers?: Record<string, string>) => Promise<Answer>;
  readonly send: (
    method: 'POST' | 'DELETE' | 'PUT', url: string, body?: unknown, headers?: Record<string, string>,
  ) => Promise<Answer>;
  readonly cookie: string | undefined;
};

export type ServedWorld = {
  readonly app: App;
  readonly database: TestDatabase;
  readonly anybody: Caller;
  /** A demo person signed in; each write gets an Idempotency-Key of its own unless it brings one. */
  readonly signIn: (login: string, password?: string) => Promise<Caller>;
  /** Real time goes on; business time goes with it. */
  readonly wait: (seconds: number) => void;
  readonly realNow: () => number;
  /** Closed and begun anew on the same database: nothing of its memory stays. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Options = {
  readonly settings?: Partial<HttpSettings>;
  readonly parts?: Partial<ServerParts>;
};

export const servedWorld = async (name: WorldName, options: Options = {}): Promise<ServedWorld> => {
  // tests make the dossiers they speak of
  const database = await worldDatabase(name, { sample: false });
  const facts = WORLD_FACTS[name];
  // the business clock stands at the world's start, to the second
  let now = momentToEpoch(facts.startsAt);
  await database.migratorPool.query('update motcua.world set clock_offset_seconds = 0');
  const realNow = (): number => now;
  const parts: ServerParts = {
    settings: { ...DEFAULT_HTTP_SETTINGS, logLevel: 'silent', rateLimits: 'lifted', ...options.settings },
    world: { provinceId: HA_TINH, name, title: facts.title, isDemo: true },
    pool: database.pool,
    secrets: secretsFrom(randomBytes(32)),
    fileStore: fakeFileStore(),
    realNow,
    // a minute of the machine's own time passes in a slow test: what is warned of then would stand among what the test did
    jobs: () => ({ stop: () => Promise.resolve() }),
    ...options.parts,
  };
  const start = async (): Promise<App> => {
    const started = await createServer(parts);
    await started.ready();
    return started;
  };
  let app = await start();

  const callerOf = (cookie?: string, csrf?: string): Caller => {
    const call = async (method: 'GET' | 'POST' | 'DELETE' | 'PUT', url: string, headers: Record<string, string>, body?: unknown): Promise<Answer> => {
      const response = await app.inject({
        method, url, headers: { ...(cookie ? { cookie } : {}), ...headers },
        ...(body === undefined ? {} : { payload: body as object | string | Buffer }),
      });
      return { status: response.statusCode, headers: response.headers, text: response.body, json: <T>() => response.json() as T };
    };
    return {
      cookie,
      get: (url, headers = {}) => call('GET', url, headers),
      send: (method, url, body, headers = {}) =>
        call(method, url, { ...(csrf ? { 'x-csrf-token': csrf } : {}), 'idempotency-key': randomUUID(), ...headers }, body),
    };
  };

  return {
    get app() { return app; },
    database,
    restart: async () => {
      await app.close();
      app = await start();
    },
    anybody: callerOf(),
    signIn: async (login, password = facts.password) => {
      const answer = await callerOf().send('POST', '/api/sign-in', { login, password });
      if (answer.status !== 200) throw new Error(`${login} cannot sign in: ${answer.text}`);
      const cookie = String(answer.headers['set-cookie']).split(';')[0];
      return callerOf(cookie, answer.json<{ csrfToken: string }>().csrfToken);
    },
    wait: (seconds) => {
      now += seconds * 1000;
    },
    realNow,
    close: async () => {
      await app.close();
      await database.close();
    },
  };
};
