// What builds on an act of the same counter names it: where that was not accepted it is never matched by its revision to
// what somebody else made of the dossier.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NOT_ACCEPTED_BEFORE } from '#wire/refusals/not-accepted-before.ts';
import { type Counter, type Envelope, offlineCounter } from '#testing/offline-counter.ts';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { type RefusedReceptions, refusedReceptions } from '#testing/refused-reception.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const { parties, answers, papers } = receiveCommand('ky-bac', birth);
const CONTENT = { parties, answers, papers, fees: [] };
type Kept = { code: string; detail: string; refusal: { caseId: string; caseKind: string } };

let world: ServedWorld;
let clerk: Caller;
let officer: Caller;
let counter: Counter;
let { refused, putRight, caseOf } = {} as RefusedReceptions;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  [clerk, officer] = [await world.signIn('buudien.kybac'), await world.signIn('tuphap.kybac')];
  counter = await offlineCounter(world, clerk, await world.signIn('quantri'), 200);
  world.wait(600);
  ({ refused, putRight, caseOf } = refusedReceptions(world, clerk, counter));
}, 120_000);
afterAll(() => world.close());

const cancelling = (dossierId: string, revision: number, more: Record<string, unknown> = {}): Envelope =>
  counter.envelope('cancel-entry', { deskId: 'ky-bac', revision, reason: 'Nhập nhầm' }, { dossierId, ...more });
const said = (answer: Answer): readonly unknown[] => [answer.status, answer.status === 200 ? 'taken' : answer.json<Kept>().code];
const stateOf = async (dossierId: string): Promise<unknown> =>
  (await world.database.pool.query<{ state: string }>('select state from motcua.dossier where dossier_id = $1', [dossierId])).rows[0]?.state;
const settle = (who: Caller, caseId: string, how: string) =>
  who.send('POST', `/api/desk/offline/cases/${caseId}/settle`, { how, note: 'Đã đối chiếu giấy người dân đang giữ' }, counter.header);
const receivedAtServer = async (): Promise<string> =>
  (await officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth))).json<DossierReceivedAnswer>().dossierId;
/** The counter corrects nothing that stands: refused. Meanwhile somebody else makes the same revision of it. */
const refusedThenChanged = async () => {
  const dossierId = await receivedAtServer();
  const first = counter.envelope('supersede-receipt', {
    deskId: 'ky-bac', revision: 1, reason: 'Ghi nhầm', procedureCode: birth.code, procedureVersion: birth.version, caseId: birth.cases[0]?.caseId,
    ...CONTENT, papers: [],
  }, { dossierId, leased: [counter.take('paper:intake-receipt:xa-ky-bac', '2019')], printed: { paperId: randomUUID() } });
  const answer = await counter.send(first);
  expect([answer.status, answer.json<Kept>().code]).toEqual([422, 'papers-missing']);
  const changed = await officer.send('POST', `/api/desk/dossiers/${dossierId}/supersede-receipt`, {
    deskId: 'ky-bac', revision: 1, reason: 'Ghi nhầm tên', procedureCode: birth.code, procedureVersion: birth.version, caseId: birth.cases[0]?.caseId,
    ...CONTENT,
  });
  expect([changed.status, changed.text.slice(0, 200)]).toEqual([200, expect.any(String)]);
  return { dossierId, first, caseId: answer.json<Kept>().refusal.caseId };
};

it('what follows a refused act does not take somebody else’s change of the same revision for it', async () => {
  const { dossierId, first } = await refusedThenChanged();
  const next = cancelling(dossierId, 2, { follows: [first.commandId] });
  const answer = await counter.send(next);
  expect([...said(answer), answer.json<Kept>().refusal.caseKind]).toEqual([422, NOT_ACCEPTED_BEFORE, 'refused']);
  expect(answer.json<Kept>().detail).toMatch(/^Việc này làm tiếp một việc trước .+\.$/u);
  expect(await stateOf(dossierId)).toBe('received');
});

it('of an older release, which names nothing, it goes through as ever', async () => {
  const { dossierId } = await refusedThenChanged();
  expect(said(await counter.send(cancelling(dossierId, 2)))).toEqual([200, 'taken']);
});

it('what follows an act that was taken is taken, once', async () => {
  const command = receiveCommand('ky-bac', birth);
  const leased = [counter.take('dossier:xa-ky-bac', '191118'), counter.take('paper:intake-receipt:xa-ky-bac', '2019')];
  const first = counter.envelope('receive-dossier', command, { dossierId: command.dossierId, leased, printed: { paperId: randomUUID() } });
  const next = cancelling(command.dossierId, 1, { follows: [first.commandId] });
  // out of turn it waits for what comes before it
  expect(said(await counter.send(next))).toEqual([422, NOT_ACCEPTED_BEFORE]);
  expect(said(await counter.send(first))).toEqual([200, 'taken']);
  expect(said(await counter.send(next))).toEqual([200, 'taken']);
  expect((await counter.send(next)).json()).toMatchObject({ replayed: true });
  expect(await caseOf(next.commandId)).toMatchObject({ how: 'taken' });
});

it('of a bag each act that is named must have been accepted', async () => {
  const [sound, changed] = [await receivedAtServer(), await refusedThenChanged()];
  const bag = counter.envelope('forward-dossiers', {
    handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'xa-ky-bac',
    dossiers: [{ dossierId: sound, revision: 1, paperCount: 1 }, { dossierId: changed.dossierId, revision: 2, paperCount: 1 }],
  }, { follows: [changed.first.commandId], leased: [counter.take('paper:hand-over-record:xa-ky-bac', '2019')] });
  expect(said(await counter.send(bag))).toEqual([422, NOT_ACCEPTED_BEFORE]);
  expect(await stateOf(sound)).toBe('received');
});

it.each<[string, (envelope: Envelope, taken: string) => Envelope]>([
  ['taken away', ({ follows: _follows, ...envelope }) => envelope],
  ['exchanged for one that was accepted', (envelope, taken) => ({ ...envelope, follows: [taken] })],
  ['added to', (envelope, taken) => ({ ...envelope, follows: [...(envelope['follows'] as string[]), taken] })],
])('the name of what it follows, %s after its maker proved it, is a forgery', async (_what, forge) => {
  const { dossierId, first } = await refusedThenChanged();
  const taken = cancelling(await receivedAtServer(), 1);
  expect(said(await counter.send(taken))).toEqual([200, 'taken']);
  const next = cancelling(dossierId, 2, { follows: [first.commandId] });
  expect(said(await counter.send(forge(next, taken.commandId)))).toEqual([422, 'proof-wrong']);
  expect(await stateOf(dossierId)).toBe('received');
});

it('a person takes it only when what it builds on has been judged', async () => {
  const { dossierId, first, caseId } = await refusedThenChanged();
  const next = cancelling(dossierId, 2, { follows: [first.commandId] });
  const kept = (await counter.send(next)).json<Kept>().refusal.caseId;
  const early = await settle(officer, kept, 'taken');
  expect([early.status, early.json<Kept>().code, early.json<Kept>().detail.includes('xử lý việc trước')]).toEqual([422, 'case-not-taken', true]);
  expect((await settle(clerk, caseId, 'set-aside')).status).toBe(200);
  // whoever may have sent it does not say that it stands without that
  expect((await settle(clerk, kept, 'taken')).json<Kept>().code).toBe('case-needs-officer');
  expect((await settle(officer, kept, 'taken')).status).toBe(200);
  expect(await stateOf(dossierId)).toBe('cancelled');
});

it('an act put right stands for its first form, also when it had to be put right twice', async () => {
  const { envelope, dossierId } = await refused();
  const next = cancelling(dossierId, 1, { follows: [envelope.commandId] });
  expect(said(await counter.send(next))).toEqual([422, NOT_ACCEPTED_BEFORE]);
  const again = await putRight(envelope, {}, { papers: [] });
  expect(said(await counter.send(again))).toEqual([422, 'papers-missing']);
  expect(said(await counter.send(next))).toEqual([422, NOT_ACCEPTED_BEFORE]);
  expect(said(await counter.send(await putRight(again)))).toEqual([200, 'taken']);
  expect(said(await counter.send(next))).toEqual([200, 'taken']);
  expect(await stateOf(dossierId)).toBe('cancelled');
});
