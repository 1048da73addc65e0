// A counter asks what became of what waits for a person; and what puts an act right is of the same record as the act.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OFFLINE_ACTS } from '#core/offline/offline-act.ts';
import { quarantineText } from '#wire/refusals/offline.ts';
import { type Counter, type Envelope, offlineCounter } from '#testing/offline-counter.ts';
import { plantDevice } from '#testing/planted-devices.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';

let world: ServedWorld;
let clerk: Caller;
let officer: Caller;
let counter: Counter;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  [clerk, officer] = [await world.signIn('buudien.kybac'), await world.signIn('tuphap.kybac')];
  counter = await offlineCounter(world, clerk, await world.signIn('quantri'));
  world.wait(600);
}, 120_000);
afterAll(() => world.close());

type Kept = { code: string; refusal: { caseId: string; caseKind: string } };
const keptOf = (answer: Answer): Kept['refusal'] & { code: string } => ({ ...answer.json<Kept>().refusal, code: answer.json<Kept>().code });
/** A record that is not on its way to this desk. */
const counting = (handOverId: string, more: Record<string, unknown> = {}): Envelope =>
  counter.envelope('accept-outcome', { deskId: 'ky-bac', received: [randomUUID()] }, { handOverId, ...more });
const judged = async (commands: readonly string[], who = clerk, header = counter.header) =>
  (await who.get(`/api/desk/offline/judged?commands=${commands.join()}`, header)).json<{ judged: unknown }>().judged;
const settle = (caseId: string, how: string) =>
  officer.send('POST', `/api/desk/offline/cases/${caseId}/settle`, { how, note: 'Đã đối chiếu giấy người dân đang giữ' }, counter.header);

it('what is settled is told with how, what is open or unknown is not', async () => {
  const [settled, open] = [counting(randomUUID()), counting(randomUUID())];
  const { caseId, caseKind } = keptOf(await counter.send(settled));
  await counter.send(open);
  expect(caseKind).toBe('refused');
  const asked = [settled.commandId, open.commandId, randomUUID()];
  expect(await judged(asked)).toEqual([]);
  expect((await settle(caseId, 'set-aside')).status).toBe(200);
  expect(await judged(asked)).toEqual([{ commandId: settled.commandId, how: 'set-aside' }]);
});

it.each(OFFLINE_ACTS)('%s that nobody can read is kept with what that act asks for, and leaves the counter once an officer has settled it', async (act) => {
  const envelope = counter.envelope(act, { deskId: 'ky-bac' }, { dossierId: randomUUID(), handOverId: randomUUID() });
  const { caseId, code } = keptOf(await counter.send(envelope));
  expect(code).toBe('body-unreadable');
  const { cases } = (await clerk.get('/api/desk/offline/cases', counter.header)).json<{ cases: readonly { caseId: string; text: string }[] }>();
  expect(cases.find((one) => one.caseId === caseId)?.text).toBe(quarantineText('body-unreadable', act));
  const byClerk = await clerk.send('POST', `/api/desk/offline/cases/${caseId}/settle`, { how: 'corrected', note: 'Đã làm lại' }, counter.header);
  expect(byClerk.json<{ code: string }>().code).toBe('case-needs-officer');
  const asTaken = await settle(caseId, 'taken');
  expect(asTaken.json<{ code: string }>().code).toBe('case-not-taken');
  expect((await settle(caseId, 'corrected')).status).toBe(200);
  expect(await judged([envelope.commandId])).toEqual([{ commandId: envelope.commandId, how: 'corrected' }]);
});

it('to a machine of another desk it is as if it were not there', async () => {
  const envelope = counting(randomUUID());
  expect((await settle(keptOf(await counter.send(envelope)).caseId, 'corrected')).status).toBe(200);
  const other = { 'x-device': (await plantDevice(world.database.migratorPool, 'ky-phong')).header };
  expect(await judged([envelope.commandId], await world.signIn('buudien.kyphong'), other)).toEqual([]);
  expect(await judged([envelope.commandId])).toHaveLength(1);
});

it('what is no list of commands is turned away', async () => {
  for (const commands of [['x'], [''], Array.from({ length: 51 }, () => randomUUID())]) {
    expect((await clerk.get(`/api/desk/offline/judged?commands=${commands.join()}`, counter.header)).status).toBe(400);
  }
});

it('an act on a record is put right on that record, and on no other', async () => {
  const first = counting(randomUUID());
  expect(keptOf(await counter.send(first)).caseKind).toBe('refused');
  const again = (handOverId: unknown) => counter.proven({ ...first, commandId: randomUUID(), handOverId, corrects: { commandId: first.commandId, at: counter.now() } });
  expect(keptOf(await counter.send(again(randomUUID()))).code).toBe('corrects-unknown');
  // of the same record it is judged anew, and the first is settled by it
  const newer = again(first['handOverId']);
  expect(keptOf(await counter.send(newer)).caseKind).toBe('refused');
  expect(await judged([first.commandId, newer.commandId])).toEqual([{ commandId: first.commandId, how: 'corrected' }]);
});
