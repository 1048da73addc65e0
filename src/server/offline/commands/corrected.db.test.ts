// What the law refused comes again as it was put right: same time, code and numbers, another key.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { IntakeReceiptPayload } from '#documents/intake-receipt/payload.ts';
import { papersFor, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { type Counter, type Envelope, offlineCounter } from '#testing/offline-counter.ts';
import { servedWorld, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';

const birth = procedureIn('kybac-2019', '1.001193');
type Kept = { code: string; refusal: { caseKind: string } };
type Grant = Counter['clerk'];

let world: ServedWorld;
let clerk: Caller;
let admin: Caller;
let counter: Counter;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  [clerk, admin] = [await world.signIn('buudien.kybac'), await world.signIn('quantri')];
  counter = await offlineCounter(world, clerk, admin, 200);
  world.wait(600);
}, 120_000);
afterAll(() => world.close());

/** Printed, and refused: a paper is missing that the counter thought was not asked for. */
const refused = async () => {
  const command = receiveCommand('ky-bac', birth, { papers: [] });
  const leased = [counter.take('dossier:xa-ky-bac', '191118'), counter.take('paper:intake-receipt:xa-ky-bac', '2019')];
  const code = `000.22.36.H27-191118-${String(leased[0]?.number).padStart(4, '0')}`;
  const envelope = counter.envelope('receive-dossier', command, { dossierId: command.dossierId, leased, printed: { code, paperId: randomUUID() } });
  const answer = await counter.send(envelope);
  expect([answer.status, answer.json<Kept>().refusal.caseKind]).toEqual([422, 'refused']);
  return { envelope, code };
};
/** An hour later, by whoever is granted then. */
const putRight = async (first: Envelope, more: Record<string, unknown> = {}, body: object = {}): Promise<Envelope> => {
  world.wait(3600);
  const { rows } = await world.database.pool.query<{ id: string }>("select account_id as id from motcua.account where login = 'tuphap.kybac'");
  const granted = async (asked: object): Promise<Grant> => (await clerk.send('POST', '/api/desk/offline/grants', asked, counter.header)).json<Grant>();
  const [by, officer] = [await granted({}), await granted({ officer: { accountId: rows[0]?.id, pin: '246810' } })];
  const whole = { papers: papersFor(birth, birth.cases[0]?.caseId ?? ''), ...body };
  return counter.proven({
    ...first, commandId: randomUUID(), machineAt: counter.now(), body: { ...(first['body'] as object), ...whole }, corrects: { commandId: first.commandId, at: counter.now() }, ...more,
  }, { by, officer });
};
const caseOf = async (commandId: string): Promise<unknown> =>
  (await world.database.pool.query("select kind, reason, settled_how as how from motcua.offline_case where command_id = $1 and kind <> 'correction'", [commandId])).rows[0];

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
