// The desk's dossiers for a counter that was away: all in hand first, then every change once, by whomever it was made.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import { plantDevice } from '#testing/planted-devices.ts';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { servedWorld, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { changesAnswer } from '#wire/offline.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';

type Changes = z.output<typeof changesAnswer>;
const birth = procedureIn('kybac-2019', '1.001193');

let world: ServedWorld;
let clerk: Caller;
let officer: Caller;
let device: Record<string, string>;
const received: string[] = [];
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  [clerk, officer] = [await world.signIn('buudien.kybac'), await world.signIn('tuphap.kybac')];
  device = { 'x-device': (await plantDevice(world.database.pool)).header };
  for (let i = 0; i < 23; i += 1) received.push(await receive());
}, 120_000);
afterAll(() => world.close());

const receive = async (): Promise<string> =>
  (await officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth))).json<DossierReceivedAnswer>().dossierId;
const pull = async (cursor?: string): Promise<Changes> => {
  const answer = await clerk.get(`/api/desk/offline/changes${cursor === undefined ? '' : `?cursor=${cursor}`}`, device);
  expect([answer.status, answer.text.slice(0, 300)]).toEqual([200, expect.any(String)]);
  return answer.json<Changes>();
};
/** Until nothing more is to be had. */
const pullAll = async (from?: string): Promise<{ changes: Changes['changes']; cursor: string }> => {
  const changes: Changes['changes'][number][] = [];
  for (let cursor = from; ;) {
    const page = await pull(cursor);
    changes.push(...page.changes);
    cursor = page.cursor;
    if (!page.more) return { changes, cursor };
  }
};
const cancel = (dossierId: string | undefined) => officer.send('POST', `/api/desk/dossiers/${dossierId}/cancel-entry`, { deskId: 'ky-bac', revision: 1, reason: 'Nhập nhầm' });

it('at first every dossier in hand comes, page after page, with the view of the desk', async () => {
  const first = await pull();
  expect([first.changes.length, first.more]).toEqual([20, true]);
  const { changes } = await pullAll();
  expect(new Set(changes.map(({ dossierId }) => dossierId))).toEqual(new Set(received));
  const one = changes.find(({ dossierId }) => dossierId === received[0]);
  expect(one?.view).toEqual((await clerk.get(`/api/dossiers/${received[0]}`)).json());
});

it('afterwards only what changed comes, and nothing twice', async () => {
  const { cursor } = await pullAll();
  expect((await pull(cursor)).changes).toEqual([]);
  await cancel(received[1]);
  const next = await pull(cursor);
  expect(next.changes.map(({ dossierId, state, revision }) => [dossierId, state, revision])).toEqual([[received[1], 'cancelled', 2]]);
  expect(await pull(next.cursor)).toMatchObject({ changes: [], more: false });
});

it('what changes while the first pages are read comes again with the changes', async () => {
  const first = await pull();
  const [changed] = first.changes.filter(({ state }) => state === 'received');
  await cancel(changed?.dossierId);
  const { changes } = await pullAll(first.cursor);
  expect(changes.filter(({ dossierId }) => dossierId === changed?.dossierId).map(({ state }) => state)).toContain('cancelled');
});

it('an act that commits late, behind others that began after it, is not passed by', async () => {
  const { cursor } = await pullAll();
  const slow = await world.database.pool.connect();
  // an act under way: it began, and has not reached its chain yet
  await slow.query('begin');
  const { rows } = await slow.query<{ id: string }>("select dossier_id as id from motcua.dossier where state = 'received' limit 1 for update");
  const id = rows[0]?.id ?? '';
  const quick = await receive();
  const meanwhile = await pullAll(cursor);
  expect(meanwhile.changes.map(({ dossierId }) => dossierId)).toEqual([quick]);
  // it takes its number of the chain only now, after the other
  await slow.query("update motcua.dossier set revision = revision + 1 where province_id = 42 and dossier_id = $1", [id]);
  await slow.query(
    `with head as (update motcua.journal_head set seq = seq + 1 where province_id = 42 and chain_id = 'desk:ky-bac' returning seq)
     insert into motcua.journal (province_id, chain_id, seq, act, dossier_id, at, recorded_at, body, prev_hash, hash)
     select 42, 'desk:ky-bac', seq, 'test', $1, '2019-11-18T07:30:00+07:00', now(), '{"data":{}}', '\\x00', '\\x01' from head`, [id]);
  const before = await pullAll(meanwhile.cursor);
  await slow.query('commit');
  slow.release();
  expect(before.changes).toEqual([]);
  expect((await pullAll(before.cursor)).changes.map(({ dossierId }) => dossierId)).toEqual([id]);
});

it('what an agency does comes too, and what happens at another desk does not', async () => {
  const { cursor } = await pullAll();
  const [mine] = (await pullAll()).changes.filter(({ state }) => state === 'received');
  await world.database.pool.query(
    `insert into motcua.journal_head (province_id, chain_id, seq, prev_hash, hash) values (42, 'unit:xa-ky-bac', 0, '\\x00', '\\x00') on conflict do nothing`);
  const append = async (dossierId: string | undefined) => world.database.pool.query(
    `with head as (update motcua.journal_head set seq = seq + 1 where province_id = 42 and chain_id = 'unit:xa-ky-bac' returning seq)
     insert into motcua.journal (province_id, chain_id, seq, act, dossier_id, at, recorded_at, body, prev_hash, hash)
     select 42, 'unit:xa-ky-bac', seq, 'test', $1, '2019-11-18T07:30:00+07:00', now(), '{"data":{}}', '\\x00', '\\x01' from head`, [dossierId]);
  await append(mine?.dossierId);
  const other = await world.signIn('tuphap.kyphong');
  const elsewhere = (await other.send('POST', '/api/desk/dossiers', receiveCommand('ky-phong', birth))).json<DossierReceivedAnswer>().dossierId;
  await append(elsewhere);
  expect((await pullAll(cursor)).changes.map(({ dossierId }) => dossierId)).toEqual([mine?.dossierId]);
});

it('a cursor that is none of ours begins anew', async () => {
  expect((await pull('khong-phai')).changes.length).toBe(20);
});
