// Receiving over HTTP with everything a real reception does, against the bare statement in pgbench on the same server.
import { randomBytes, randomUUID } from 'node:crypto';
import { fakeFileStore } from '#adapters/file-store/fake.ts';
import { WORLD_FACTS } from '#demo/worlds.ts';
import { worldOf } from '#demo/world-of.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import type { ProvinceId } from '#core/organisation/organisation.ts';
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import { createPool, type Pool } from '#server/db/pool.ts';
import { RECEIVE_DOSSIER } from '#server/desk/receive-dossier/receive-dossier.sql.ts';
import { DEFAULT_HTTP_SETTINGS } from '#server/http/settings.ts';
import { createServer } from '#server/main.ts';
import { secretsFrom } from '#server/secrets.ts';
import { farmer, papersFor, receiveCommand } from '#testing/desk-commands.ts';
import { startProduct } from '../tools/running-server.ts';
import type { Figures } from './bench.ts';
import { type FreshPlace, measureFloor } from './floor.ts';
import { drive, round, type Timing } from './load.ts';
import { WORLD, withDatabases } from './own-world.ts';
import { type Person, signIn } from './person.ts';

const DESKS = ['ky-xuan', 'ky-anh', 'thanh-sen', 'song-tri', 'cam-xuyen', 'huong-khe', 'vu-quang', 'nghi-xuan'] as const;
const CLIENTS = 8;
const SECONDS = 8;
const ROUNDS = 3;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The places of a statement's values that are made anew for every dossier: those where two receptions of a desk differ in an identifier. */
const freshPlaces = (one: readonly unknown[], other: readonly unknown[]): readonly FreshPlace[] =>
  one.flatMap((value, i) => {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof first !== 'string' || !UUID.test(first) || JSON.stringify(value) === JSON.stringify(other[i])) return [];
    return [{ index: i + 1, array: Array.isArray(value) }];
  });

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Marriage-status certificates and the like: papers, a charge, decided at the commune, applicant need not wait. */
const chooseProcedure = (): ProcedureVersion => {
  const { procedures, transfers } = worldOf(WORLD);
  const found = procedures.find((procedure) =>
    procedure.fees.some((fee) => (fee.amount ?? 0) > 0) && !procedure.resolvedAtDesk && procedure.numberSource === 'ours' && procedure.slips === 'one-stop' &&
    (procedure.cases[0]?.checklist.length ?? 0) >= 2 &&
    DESKS.every((desk) => transfers.some((entry) => entry.deskId === desk && entry.procedureCode === procedure.code && entry.mode !== 'postal-service')));
  if (!found) throw new Error('no procedure of the demo fits the bench');
  return found;
};

const commandFor = (desk: string, procedure: ProcedureVersion) => {
  const papers = papersFor(procedure, procedure.cases[0]?.caseId ?? '');
  const first = papers[0];
  if (!first) throw new Error(`${procedure.code} asks for no papers`);
  // four lines, as a usual reception has
  const applicant = { ...farmer, identity: { kind: 'identity-card-2024' as const, number: '042185001234', issuedOn: '2025-03-01' as PlainDate, issuedBy: 'Bộ Công an' } };
  return receiveCommand(desk, procedure, { parties: { applicant }, papers: Array.from({ length: 4 }, (_, i) => papers[i] ?? { ...first, form: 'plain-copy' as const, count: i + 1 }) });
};

/** The statement's values for each desk, taken from a server in this process that receives one dossier there. */
const recordValues = async (pool: Pool, procedure: ProcedureVersion): Promise<{ readonly values: readonly (readonly unknown[])[]; readonly fresh: readonly FreshPlace[] }> => {
  const recorded: unknown[][] = [];
  const recorder = new Proxy(pool, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      if (key !== 'query') return typeof value === 'function' ? value.bind(target) : value;
      return (query: unknown, values?: unknown) => {
        if (typeof query === 'object' && query !== null && 'name' in query && query.name === 'receive-dossier' && 'values' in query) recorded.push(query.values as unknown[]);
        return target.query(query as string, values as unknown[]);
      };
    },
  });
  const app = await createServer({
    settings: { ...DEFAULT_HTTP_SETTINGS, logLevel: 'silent', rateLimits: 'lifted' },
    world: { provinceId: 42 as ProvinceId, name: WORLD, title: WORLD, isDemo: true }, pool: recorder, secrets: secretsFrom(randomBytes(32)), fileStore: fakeFileStore(),
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const values: (readonly unknown[])[] = [];
  const last: [readonly unknown[], readonly unknown[]] = [[], []];
  for (const desk of DESKS) {
    const person = await signIn(origin, `tiepnhan.${desk.replaceAll('-', '')}`, WORLD_FACTS[WORLD].password);
    for (let turn = 0; turn < 2; turn += 1) {
      const answer = await person.post('/api/desk/dossiers', commandFor(desk, procedure));
      if (answer.status !== 201) throw new Error(`the bench's dossier is refused: ${answer.text}`);
      last[turn] = recorded.at(-1) ?? [];
    }
    values.push(last[1]);
  }
  await app.close();
  return { values, fresh: freshPlaces(last[0], last[1]) };
};

const receiver = (people: readonly Person[], commands: readonly ReturnType<typeof commandFor>[], pick: (client: number, turn: number) => number) =>
  async (client: number, turn: number): Promise<boolean> => {
    const desk = pick(client, turn) % people.length;
    const answer = await people[desk]?.post('/api/desk/dossiers', { ...commands[desk], dossierId: randomUUID() });
    return answer?.status === 201;
  };

/** In turns, so that whatever else the machine does meets both alike. */
const measure = async (address: string, url: string): Promise<Figures> => {
  const procedure = chooseProcedure();
  const pool = createPool(url, 4);
  const { values, fresh } = await recordValues(pool, procedure);
  const people = await Promise.all(DESKS.map((desk) => signIn(address, `tiepnhan.${desk.replaceAll('-', '')}`, WORLD_FACTS[WORLD].password)));
  const commands = DESKS.map((desk) => commandFor(desk, procedure));
  // every transaction picks a desk: the same in both, so that the chains are met as often
  const spread = receiver(people, commands, (client, turn) => Math.floor(Math.abs(Math.sin(client * 7919 + turn) * 1e6)));
  const oneDesk = receiver(people.slice(0, 1), commands.slice(0, 1), () => 0);
  const floors: number[] = []; const ours: Timing[] = []; const oneFloors: number[] = []; const ones: Timing[] = [];
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    floors.push((await measureFloor(url, RECEIVE_DOSSIER, values, fresh, CLIENTS, SECONDS)).perSecond);
    ours.push(await drive(CLIENTS, SECONDS, spread));
    oneFloors.push((await measureFloor(url, RECEIVE_DOSSIER, values.slice(0, 1), fresh, CLIENTS, SECONDS)).perSecond);
    ones.push(await drive(CLIENTS, SECONDS, oneDesk));
  }
  await pool.end();
  return {
    floor_per_s: round(median(floors), 0), receive_per_s: round(median(ours.map((t) => t.perSecond)), 0),
    ratio_to_floor: round(median(ours.map((t, i) => t.perSecond / (floors[i] ?? 1)))),
    p50_ms: median(ours.map((t) => t.p50)), p99_ms: median(ours.map((t) => t.p99)),
    one_desk_floor_per_s: round(median(oneFloors), 0), one_desk_per_s: round(median(ones.map((t) => t.perSecond)), 0),
    one_desk_ratio_to_floor: round(median(ones.map((t, i) => t.perSecond / (oneFloors[i] ?? 1)))), one_desk_p99_ms: median(ones.map((t) => t.p99)),
    failures: ours.concat(ones).reduce((sum, t) => sum + t.failures, 0), clients: CLIENTS, rounds: ROUNDS, round_trips: 1,
  };
};

export const benchReceive = async (): Promise<Figures> => {
  const server = await startProduct({ env: { MOTCUA_RATE_LIMITS: 'lifted' } });
  try {
    return await withDatabases(server.dataFolder, (databases) => measure(server.hatinh, databases.urlOf(WORLD, 'motcua_app')));
  } finally {
    await server.stop();
  }
};
