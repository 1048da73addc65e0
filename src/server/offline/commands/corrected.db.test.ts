// What the law refused comes again as it was put right: same time, code and numbers, another key.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { IntakeReceiptPayload } from '#documents/intake-receipt/payload.ts';
import { type Counter, type Envelope, offlineCounter } from '#testing/offline-counter.ts';
import { type RefusedReceptions, refusedReceptions } from '#testing/refused-reception.ts';
import { servedWorld, type Caller, type ServedWorld } from '#testing/served-world.ts';
import { NOT_ACCEPTED_BEFORE } from '#wire/refusals/not-accepted-before.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';

type Kept = { code: string; refusal: { caseKind: string } };

let world: ServedWorld;
let clerk: Caller;
let admin: Caller;
let counter: Counter;
let { refused, putRight, caseOf } = {} as RefusedReceptions;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  [clerk, admin] = [await world.signIn('buudien.kybac'), await world.signIn('quantri')];
  counter = await offlineCounter(world, clerk, admin, 200);
  world.wait(600);
  ({ refused, putRight, caseOf } = refusedReceptions(world, clerk, counter));
}, 120_000);
afterAll(() => world.close());

it('it is taken with the code and at the hour that were printed, though its people were granted anew since, and its case is settled', async () => {
  const { envelope, code } = await refused();
  const again = await putRight(envelope);
  const taken = await counter.send(again);
  const { answer, cases } = taken.json<{ answer: DossierReceivedAnswer; cases: string[] }>();
  expect([taken.status, answer.code, answer.receivedAt, cases]).toEqual([200, code, envelope['madeAt'], []]);
  expect(await caseOf(envelope.commandId)).toEqual({ kind: 'refused', reason: 'papers-missing', how: 'corrected' });
  expect((await counter.send(again)).json()).toMatchObject({ replayed: true });
  // the first, sent again, is what became of it
  expect((await counter.send(envelope)).status).toBe(422);
  const { rows } = await world.database.pool.query("select body::jsonb->'data'->'offline'->'corrects'->>'commandId' as of from motcua.journal where dossier_id = $1 and act = 'receive-dossier'", [answer.dossierId]);
  expect(rows).toEqual([{ of: envelope.commandId }]);
});

it('a receipt that says otherwise says at the office too which one it replaces', async () => {
  const { envelope } = await refused();
  const supersedes = { number: '0102', issuedAt: envelope['madeAt'], reason: 'nội dung được sửa' };
  const again = await putRight(envelope, { printed: { ...(envelope['printed'] as object), paperId: randomUUID(), supersedes } });
  const { answer } = (await counter.send(again)).json<{ answer: DossierReceivedAnswer }>();
  const { rows } = await world.database.pool.query<{ payload: IntakeReceiptPayload }>('select payload from motcua.issued_paper where paper_id = $1', [answer.paperId]);
  expect(rows[0]?.payload.supersedes).toEqual(supersedes);
});

it('refused once more, the newer one is the one to look at', async () => {
  const { envelope } = await refused();
  const again = await putRight(envelope, {}, { papers: [] });
  expect((await counter.send(again)).json<Kept>().code).toBe('papers-missing');
  expect([await caseOf(envelope.commandId), await caseOf(again.commandId)]).toEqual([
    { kind: 'refused', reason: 'papers-missing', how: 'corrected' }, { kind: 'refused', reason: 'papers-missing', how: null },
  ]);
  expect((await counter.send(await putRight(again))).status).toBe(200);
});

it('refused for what was not there yet, it is taken once that is there', async () => {
  const [first, before] = [await refused(), await refused()];
  const again = await putRight(first.envelope, { follows: [before.envelope.commandId] });
  expect((await counter.send(again)).json<Kept>().code).toBe(NOT_ACCEPTED_BEFORE);
  expect(await caseOf(first.envelope.commandId)).toMatchObject({ how: 'corrected' });
  expect((await counter.send(await putRight(before.envelope))).status).toBe(200);
  const taken = await counter.send(again);
  expect([taken.status, taken.json<{ answer?: DossierReceivedAnswer }>().answer?.code]).toEqual([200, first.code]);
});

it.each<[string, (again: Envelope, first: Envelope) => Record<string, unknown>]>([
  ['of nothing that lies here', (again) => ({ ...again, corrects: { ...(again['corrects'] as object), commandId: randomUUID() } })],
  ['at another time than the first', (again) => ({ ...again, madeAt: counter.now() })],
  ['of another dossier', (again) => ({ ...again, dossierId: randomUUID() })],
])('%s, it is kept for an officer, and what it names stays open', async (_what, change) => {
  const { envelope } = await refused();
  const changed = change(await putRight(envelope), envelope) as Envelope;
  const kept = await counter.send(counter.proven(changed));
  expect([kept.status, kept.json<Kept>().code]).toEqual([422, 'corrects-unknown']);
  expect(await caseOf(envelope.commandId)).toMatchObject({ how: null });
});

it('what a person settled is not put right behind her back', async () => {
  const { envelope } = await refused();
  const { cases } = (await clerk.get('/api/desk/offline/cases', counter.header)).json<{ cases: { caseId: string; commandId: string }[] }>();
  const { caseId } = cases.find((one) => one.commandId === envelope.commandId) ?? { caseId: '' };
  expect((await clerk.send('POST', `/api/desk/offline/cases/${caseId}/settle`, { how: 'set-aside', note: 'Giấy đã thu lại' }, counter.header)).status).toBe(200);
  expect((await counter.send(await putRight(envelope))).json<Kept>().code).toBe('corrects-unknown');
});

it('what a person sets aside while it is being put right is put right by nobody', async () => {
  const { envelope, dossierId } = await refused();
  const again = await putRight(envelope);
  const person = await world.database.pool.connect();
  try {
    await person.query('begin');
    await person.query(
      `update motcua.offline_case set settled_at = opened_at, settled_by = sent_by, settled_by_name = 'Cán bộ', settled_how = 'set-aside', resolution = 'Giấy đã thu lại' where province_id = 42 and command_id = $1`, [envelope.commandId]);
    const sent = counter.send(again);
    await expect.poll(async () => (await world.database.pool.query("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).rowCount, { timeout: 60_000 }).toBe(1);
    await person.query('commit');
    expect((await sent).json<Kept>().code).toBe('corrects-unknown');
  } finally {
    person.release();
  }
  expect((await world.database.pool.query('select from motcua.dossier where dossier_id = $1', [dossierId])).rowCount).toBe(0);
  expect(await caseOf(envelope.commandId)).toMatchObject({ how: 'set-aside' });
}, 120_000);
