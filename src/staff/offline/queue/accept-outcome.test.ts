// A bag counted without a line: against the record that was announced, piece by piece, once.
import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { type Machine, counterMachine } from '#testing/counter-machine.ts';
import { parties } from '#testing/desk-commands.ts';
import { keptBy, lastCommand, putView, saidOf, viewAt, withView } from '#testing/view-at-counter.ts';
import { outcomeAcceptedAnswer } from '#wire/accept-outcome.wire.ts';
import { deskTodayView } from '#wire/desk-today.wire.ts';
import { dossierView, type DossierView } from '#wire/dossier-view.wire.ts';
import { offlineCommand } from '#wire/offline.wire.ts';
import { offlineAsk } from '../answers/ask.ts';
import type { Counter } from '../counter/counter.ts';
import type { Outcome } from '../queue-act.ts';

const AT = '2019-11-18T07:30:00+07:00';
const BAG = randomUUID();
let machine: Machine | undefined;
afterEach(() => machine?.close());

const onRecord = (handOverId: string, more = {}): DossierView['handOvers'][number] =>
  ({ handOverId, direction: 'to-desk', recordNumber: '12/BBGN', fromName: 'UBND', toName: 'Quầy', paperCount: 1, sentAt: AT as never, sentByName: 'Văn thư', ...more });
const sent = (before: DossierView, handOverId = BAG): Partial<DossierView> =>
  ({ state: 'outcome-sent', handOvers: [...before.handOvers, onRecord(randomUUID(), { direction: 'to-agency', result: 'received' }), onRecord(handOverId)] });
const withBag = async (count: number, options: Parameters<typeof counterMachine>[0] = { roles: ['postal-clerk'] }): Promise<{ counter: Counter; views: readonly DossierView[] }> => {
  machine = await counterMachine(options);
  const counter = machine.counter();
  const views: DossierView[] = [];
  for (let n = 0; n < count; n += 1) views.push(await withView(counter, sent));
  return { counter, views };
};
const idsOf = (views: readonly DossierView[]): readonly string[] => views.map((view) => view.dossierId);
const count = (counter: Counter, received: readonly string[], rejected: readonly object[] = [], bag = BAG): Promise<Outcome> =>
  counter.act({ path: `/api/desk/incoming/${bag}/accept`, key: randomUUID(), body: { deskId: 'ky-bac', received, rejected } });
const todayOf = async (counter: Counter) => {
  const said = await offlineAsk(counter, '/api/desk/today');
  return deskTodayView.parse(said.ok ? said.value : undefined);
};

it('what is in the bag may be handed out, what is not counts as still at the agency, and the record is complete', async () => {
  const { counter, views } = await withBag(3);
  const [first, second, third] = idsOf(views) as [string, string, string];
  expect((await todayOf(counter)).incoming).toMatchObject([{ handOverId: BAG, dossierCount: 3 }]);
  const said = outcomeAcceptedAnswer.parse(saidOf(await count(counter, [first, second], [{ dossierId: third, note: 'không có trong túi' }])));
  expect(said).toMatchObject({ handOverId: BAG, at: AT, received: [{ dossierId: first }, { dossierId: second }], rejected: [{ dossierId: third }], open: 0 });
  expect(dossierView.parse(await viewAt(counter, first))).toMatchObject({ state: 'ready-to-return', revision: 7 });
  expect((await viewAt(counter, first)).handOvers.at(-1)).toMatchObject({ result: 'received', receivedAt: AT, receivedByName: 'Nguyễn Thị Sen' });
  expect(await viewAt(counter, third)).toMatchObject({ state: 'outcome-recorded', handOvers: [{ result: 'received' }, { result: 'rejected', note: 'không có trong túi' }] });
  const command = await lastCommand(counter);
  expect(offlineCommand.parse(command)).toEqual(command);
  expect(command).toMatchObject({ act: 'accept-outcome', handOverId: BAG, leased: [], body: { received: [first, second] } });
  expect([command.dossierId, command.printed, await keptBy(counter)]).toEqual([undefined, undefined, [1, 0]]);
  const today = await todayOf(counter);
  expect([today.incoming, today.readyToReturn.map((row) => row.dossierId).toSorted()]).toEqual([[], [first, second].toSorted()]);
});

it('one that was refused by the agency goes back as refused; a part may be counted first', async () => {
  const { counter, views } = await withBag(2);
  const [first, second] = idsOf(views) as [string, string];
  const refusal = { outcomeNo: 1, kind: 'refusal', name: 'Thông báo', number: '1', issuedAt: AT, signedByName: 'a', signingPrefix: '', signingTitle: 'b', issuedByName: 'c', hasPaper: true };
  await putView(counter, { ...await viewAt(counter, second), outcomes: [refusal as never] });
  expect(saidOf(await count(counter, [first]))).toMatchObject({ open: 1 });
  expect((await viewAt(counter, first)).handOvers.at(-1)?.receivedAt).toBe(undefined);
  expect(saidOf(await count(counter, [], [{ dossierId: second, note: 'thiếu' }]))).toMatchObject({ open: 0 });
  expect((await viewAt(counter, second)).state).toBe('refused-by-agency');
});

it('handed out right after, both acts wait in their order', async () => {
  const { counter, views } = await withBag(1, {});
  const [first] = idsOf(views) as [string];
  expect(saidOf(await count(counter, [first]))).toMatchObject({ open: 0 });
  const { fullName, identity } = parties.applicant;
  const handed = await counter.act({
    path: `/api/desk/dossiers/${first}/return-outcome`, key: randomUUID(),
    body: { deskId: 'ky-bac', revision: 7, receiver: { fullName, identity, relation: 'self' }, receiptShown: true, recalledPapers: [], originalsReturned: true },
  });
  expect(saidOf(handed)).toMatchObject({ state: 'returned', revision: 8 });
  expect((await counter.db.outbox.orderBy('seq').toArray()).map(({ act, dossierIds }) => [act, dossierIds])).toEqual([['accept-outcome', [first]], ['return-outcome', [first]]]);
});

it('counted twice, nothing counted, another record’s, or a record of another desk: nothing is kept', async () => {
  const { counter, views } = await withBag(1);
  const [first] = idsOf(views) as [string];
  const stranger = await withView(counter, (before) => sent(before, randomUUID()));
  const away = await withView(counter, (before) => ({ ...sent(before), deskId: 'ky-phong' as DossierView['deskId'] }));
  expect([
    saidOf(await count(counter, [])), saidOf(await count(counter, [first, first])), saidOf(await count(counter, [first, stranger.dossierId])),
    saidOf(await count(counter, [away.dossierId])), saidOf(await count(counter, [first], [], randomUUID())), await keptBy(counter),
  ]).toEqual(['nothing-counted', 'counted-twice', 'not-on-record', 'not-on-record', 'not-at-hand', [0, 0]]);
  expect(saidOf(await count(counter, [first]))).toMatchObject({ open: 0 });
  expect(saidOf(await count(counter, [first]))).toBe('not-on-record');
});
