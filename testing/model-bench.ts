// The model on its feet: a counter enrolled at a real server, its store, its line; and what must hold at the end.
import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import type { Counter, CounterParts } from '#staff/offline/counter/counter.ts';
import { openCounter } from '#staff/offline/counter/counter.ts';
import { enrol, grant } from '#staff/offline/counter/enrolment.ts';
import { leaveDesk } from '#staff/offline/counter/leave-desk.ts';
import { CLOCK } from '#staff/offline/meta-keys.ts';
import type { Reply, Sent } from '#staff/offline/transport.ts';
import { openByPassphrase } from '#staff/offline/vault.ts';
import { FEW_ROUNDS, PASSPHRASE, PIN } from './counter-machine.ts';
import { type Book, type Real, acts, faultyTransport, newLine, sendNow } from './counter-model.ts';
import { putAllRight, waitsForClerk } from './counter-refused.ts';
import { heldByOthers, leaveAtDesk } from './left-at-desk.ts';
import { asReleasedBefore } from './stored-data/as-released-before.ts';

/** A server that can be reached, killed and asked; in this process or in another. */
export type ServerUnderTest = {
  readonly reach: (sent: Sent) => Promise<Reply | undefined>;
  readonly kill: () => Promise<void>;
  readonly asAdmin: (path: string, body: object) => Promise<Reply>;
  readonly clerk: { readonly accountId: string; readonly fullName: string };
  readonly officerId: string;
  readonly realNow: () => number;
  readonly rows: <T extends object>(sql: string, values: readonly unknown[]) => Promise<readonly T[]>;
};

export type Bench = Real & { readonly close: () => void };

const MOST_ROUNDS = 20;

const codeIn = (reply: Reply): string => (reply.body as { readonly code: string }).code;

const untilAnswered = async (what: string, ask: () => Promise<string | { readonly ok: boolean; readonly refusal?: { readonly code: string } }>): Promise<void> => {
  let said: unknown;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const answer = await ask();
    if (typeof answer !== 'string' && answer.ok) return;
    said = answer;
  }
  throw new Error(`not ${what}: ${JSON.stringify(said)}`);
};

const MOST_AHEAD = 9 * 60_000;
const DAY = 86_400_000;

export const openBench = async (server: ServerUnderTest): Promise<Bench> => {
  const line = newLine();
  let skew = 0;
  const parts: CounterParts = {
    world: `model-${randomUUID()}`, transport: faultyTransport(line, server.reach), whenIdle: async () => undefined, timer: () => () => undefined,
    oneTab: async (work) => (line.sends ? work() : undefined),
    ports: { machineNow: () => server.realNow() + skew, steadyNow: server.realNow, newId: randomUUID, random: () => 0.5 },
  };
  let counter: Counter = openCounter(parts);
  const officer = { accountId: server.officerId, pin: PIN };
  const left = await leaveAtDesk(server.rows);
  const others = await heldByOthers(server.rows);
  const becomesCounter = async (): Promise<void> => {
    const code = codeIn(await server.asAdmin('/api/admin/devices/codes', { deskId: 'ky-bac', name: 'Máy quầy thử' }));
    // a server that is killed meanwhile is asked again
    await untilAnswered('enrolled', () => enrol(counter, { code, description: 'Máy thử' }, server.clerk, PASSPHRASE, FEW_ROUNDS));
    await untilAnswered('granted', () => grant(counter));
    await untilAnswered('granted beside her', () => grant(counter, officer, FEW_ROUNDS));
    for (let round = 0; round < MOST_ROUNDS && counter.state.get().lastSyncAt === undefined; round += 1) {
      await sendNow({ counter: () => counter, line });
      await counter.refresh();
    }
    if (!(await counter.reference())) throw new Error(`nothing fetched: ${JSON.stringify(counter.state.get())}`);
  };
  await becomesCounter();
  const offset = async (): Promise<number> => Number((await counter.db.meta.get(CLOCK))?.value);
  const right = await offset();
  const killTab = async (meanwhile: () => Promise<void> = async () => undefined): Promise<void> => {
    counter.close();
    await meanwhile();
    counter = openCounter(parts);
    const opened = await openByPassphrase(counter.db, server.clerk.accountId, PASSPHRASE);
    if (opened.kind === 'open') await counter.open(opened.vault);
    else if (await counter.db.people.count() > 0) throw new Error(opened.kind);
  };
  return {
    counter: () => counter, line, officer, left, others, clerkId: server.clerk.accountId, elsewhere: server.reach,
    killTab: () => killTab(),
    upgrade: async () => {
      const stored = counter.stored();
      await killTab(stored && await asReleasedBefore(stored, parts.world));
    },
    killServer: server.kill,
    revoke: async () => {
      await server.asAdmin(`/api/admin/devices/${(await counter.device())?.deviceId}/revoke`, { reason: 'Máy bị mất' });
    },
    giveBack: async () => {
      line.sends = true;
      const { kind } = await leaveDesk(counter);
      line.sends = false;
      if (kind !== 'left') return false;
      line.faults = [];
      counter.close();
      counter = openCounter(parts);
      await becomesCounter();
      return true;
    },
    isRevokedThere: async () => {
      const own = await counter.device();
      return (await server.rows('select from motcua.device where province_id = 42 and device_id = $1 and revoked_at is not null', [own?.deviceId])).length > 0;
    },
    jump: (milliseconds) => { skew += milliseconds; },
    setRight: () => { skew = 0; },
    // ahead of the server's, or by a clock that is days off
    isTimeDoubtful: async () => Math.abs(skew) > DAY || skew + await offset() - right > MOST_AHEAD,
    close: () => counter.close(),
  };
};

/** The line stays: everything must reach the server, or be kept there for a person. */
export const settle = async (bench: Bench): Promise<void> => {
  bench.line.isUp = true;
  bench.line.faults = [];
  // an act is answered before it is counted
  await bench.counter().refresh();
  for (let round = 0; round < MOST_ROUNDS && bench.counter().state.get().pending > 0; round += 1) {
    await sendNow(bench);
    await bench.counter().refresh();
  }
};

/** What the law refused is put right by the clerk, and comes in. */
export const settleAll = async (book: Book, bench: Bench): Promise<void> => {
  await settle(bench);
  bench.setRight();
  for (let round = 0; round < MOST_ROUNDS && waitsForClerk(book); round += 1) {
    await sendNow(bench);
    book.doubtful = book.revoked || await bench.isTimeDoubtful();
    await putAllRight(book, bench);
    await settle(bench);
  }
};

export type Findings = { readonly commands: number; readonly lost: readonly string[]; readonly doubled: readonly string[]; readonly parked: readonly string[]; readonly differing: readonly string[] };

type Found = { readonly dossierId: string; readonly code: string; readonly state: string; readonly fee: number };

/** `parked`: kept or held back although nothing was doubtful. */
export const findingsOf = async (book: Book, bench: Bench, server: ServerUnderTest): Promise<Findings> => {
  const outbox = await bench.counter().db.outbox.toArray();
  const rowOf = (commandId: string) => outbox.find((row) => row.commandId === commandId);
  const lost: string[] = [];
  const doubled: string[] = [];
  const differing: string[] = [];
  const all = acts(book);
  const kept = new Set((await server.rows<{ id: string }>(
    'select command_id as id from motcua.offline_case where province_id = 42 and command_id = any($1::uuid[])', [all.map((one) => one.commandId)])).map((row) => row.id));
  const standing = (commandId: string): string => {
    const row = rowOf(commandId);
    return `${row?.act} ${commandId} made at ${row?.madeAt}, ${row?.state} after ${row?.attempts} attempts, ${JSON.stringify(row?.refusal ?? bench.counter().state.get())}`;
  };
  const isTaken = (commandId: string): boolean => book.broughtIn.has(commandId) || rowOf(commandId)?.state === 'done';
  // a machine that was revoked and has brought everything keeps nothing: the server alone is asked then
  const hasForgotten = book.revoked && outbox.length === 0;
  const parked = hasForgotten ? [] : all.filter((one) => !one.doubtful && !isTaken(one.commandId)).map((one) => standing(one.commandId));
  const codes = new Set<string>();
  for (const one of book.printed) {
    if (codes.has(one.code)) doubled.push(`printed twice: ${one.code}`);
    codes.add(one.code);
    const rows = await server.rows<Found>(
      `select d.dossier_id as "dossierId", d.code, d.state, (select coalesce(sum(f.amount), 0)::int from motcua.dossier_fee f where f.province_id = 42 and f.dossier_id = d.dossier_id) as fee
       from motcua.dossier d where d.province_id = 42 and (d.code = $1 or d.dossier_id = $2
         or d.dossier_id in (select a.dossier_id from motcua.dossier_code_alias a where a.province_id = 42 and a.code = $1))`, [one.code, one.dossierId]);
    const isHere = hasForgotten ? rows.length > 0 : isTaken(one.commandId);
    if (rows.length > 1) doubled.push(`${one.code}: ${rows.length} dossiers`);
    if (rows.length === 0 && (isHere || !kept.has(one.commandId))) lost.push(one.code);
    const [row] = rows;
    if (!row || !isHere) continue;
    if (row.dossierId !== one.dossierId) differing.push(`${one.code} is another dossier`);
    if (row.fee !== one.fee && !(one.isCorrected && one.unsure)) differing.push(`${one.code}: ${one.fee} đồng here, ${row.fee} there`);
    if (!one.unsure && row.state !== one.state) differing.push(`${one.code}: ${one.state} here, ${row.state} there`);
  }
  const performed = await server.rows<{ id: string; n: number; number: string | null }>(
    `select command_id as id, count(*)::int as n, min(coalesce(answer->>'label', answer->>'number')) as number
     from motcua.command where province_id = 42 and command_id = any($1::uuid[]) group by 1`, [all.map((one) => one.commandId)]);
  const believed = await server.rows<{ id: string }>(
    `select command_id as id from motcua.command where province_id = 42 and command_id = any($1::uuid[])
     union all select dossier_id from motcua.dossier where province_id = 42 and dossier_id = any($2::uuid[])`,
    [book.forged.map((one) => one.commandId), book.forged.map((one) => one.dossierId)]);
  for (const { id } of believed) doubled.push(`forged and done: ${id}`);
  const numbers = new Set<string>();
  for (const { commandId, number } of book.moved) {
    if (number === undefined) continue;
    if (numbers.has(number)) doubled.push(`printed twice: ${number}`);
    numbers.add(number);
    const there = performed.find(({ id }) => id === commandId)?.number;
    if (there && there !== number) differing.push(`${number} here, ${there} there`);
  }
  for (const { id, n } of performed) if (n > 1) doubled.push(`command ${id} done ${n} times`);
  const done = new Set(performed.map((row) => row.id));
  for (const one of book.moved) if (!done.has(one.commandId) && !kept.has(one.commandId)) lost.push(`act ${one.commandId}`);
  return { commands: all.length, lost, doubled, parked, differing };
};
