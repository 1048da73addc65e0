import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { counterMachine, type Machine } from '#testing/counter-machine.ts';
import { farmer, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { receiveDossierCommand } from '#wire/receive-dossier.wire.ts';
import { offlineCommand } from '#wire/offline.wire.ts';
import { openQueued, type Stored } from './store.ts';
import type { Reply } from './transport.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const parked: Reply = {
  status: 422, headers: {},
  body: { type: '/loi/booklet-number-used', title: 'Đã dùng', status: 422, detail: 'Số đã dùng.', traceId: '', code: 'booklet-number-used', fieldErrors: [{ path: 'lateEntry.bookletNumber', message: 'Đã dùng.' }], refusal: { kind: 'booklet-number-used', caseId: 'c' } },
};
let machine: Machine | undefined;
afterEach(() => machine?.close());

/** Received and printed here, and refused by the server. */
const refused = async () => {
  const replies: Reply[] = [parked];
  machine = await counterMachine({ transport: async ({ path }) => (path.endsWith('/commands') ? replies.shift() : undefined) });
  const at = machine;
  const counter = at.counter();
  const body = receiveCommand('ky-bac', birth);
  const key = randomUUID();
  const done = await counter.act({ path: '/api/desk/dossiers', body, key });
  if (!done.ok) throw new Error(done.refusal.detail);
  await counter.sync.poke();
  const stored = counter.stored() as Stored;
  const leases = async (): Promise<readonly number[]> => (await stored.db.leases.toArray()).map((lease) => lease.next);
  const before = await leases();
  // the citizen has gone; the grant is of this morning, the correction of an hour later
  at.wait(3600);
  const correct = async (changed: object, corrects = key) => {
    const again = randomUUID();
    const outcome = await counter.act({ path: '/api/desk/dossiers', body: { ...body, ...changed }, key: again, corrects });
    if (!outcome.ok) return { refusal: outcome.refusal.code };
    const row = await stored.db.outbox.where('commandId').equals(again).first();
    if (!row) throw new Error('nothing queued');
    return { answer: outcome.value.answer as DossierReceivedAnswer, command: offlineCommand.parse((await openQueued(stored, row)).command) };
  };
  const row = await stored.db.outbox.where('commandId').equals(key).first();
  if (!row) throw new Error('nothing parked');
  return { counter, stored, key, body, first: done.value.answer as DossierReceivedAnswer, parkedRow: row, command: (await openQueued(stored, row)).command, correct, leases, before };
};

it('the fields that the server named stay with what is parked', async () => {
  const { parkedRow } = await refused();
  expect([parkedRow.state, parkedRow.refusal?.fieldErrors]).toEqual(['refused', [{ path: 'lateEntry.bookletNumber', message: 'Đã dùng.' }]]);
});

it('put right where nothing printed differs: same time, code, numbers and paper, another key; no number is taken', async () => {
  const { stored, key, first, command, correct, leases, before } = await refused();
  const was = receiveDossierCommand.parse(command.body).answers;
  const [name] = Object.entries(was).find(([, value]) => value === 'Nội dung thử') ?? [''];
  const answers = { ...was, [name]: 'Nội dung khác' };
  const { answer, command: again } = await correct({ answers });
  expect([answer?.code, answer?.paperId, answer?.receivedAt]).toEqual([first.code, first.paperId, first.receivedAt]);
  expect([again?.madeAt, again?.leased, again?.printed]).toEqual([command.madeAt, command.leased, command.printed]);
  expect(again?.corrects).toEqual({ commandId: key, at: '2019-11-18T08:30:00+07:00' });
  expect(again?.commandId).not.toBe(key);
  expect(await leases()).toEqual(before);
  expect(await stored.db.papers.get(first.paperId)).toBeDefined();
  // what was just queued is tried at once; without an answer it waits again
  await expect.poll(async () => (await stored.db.outbox.toArray()).map((row) => row.state)).toEqual(['done', 'queued']);
});

it('put right where the receipt says otherwise: a new receipt of the same number says which it replaces, and the old one is not printed again', async () => {
  const { stored, first, command, correct, counter } = await refused();
  const { answer, command: again } = await correct({ parties: { applicant: { ...farmer, fullName: 'Nguyễn Văn Đúng' } } });
  expect(answer?.code).toBe(first.code);
  expect(answer?.paperId).not.toBe(first.paperId);
  expect([again?.leased, again?.printed?.supersedes?.issuedAt]).toEqual([command.leased, command.madeAt]);
  const paper = await counter.db.papers.get(answer?.paperId ?? '');
  expect([paper?.kind, await stored.db.papers.get(first.paperId)]).toEqual(['intake-receipt', undefined]);
});

it('what was sent again, left to the office or put right already is not put right again', async () => {
  const { correct, key } = await refused();
  expect((await correct({ setCount: 2 })).refusal).toBeUndefined();
  expect((await correct({ setCount: 3 }, key)).refusal).toBe('not-parked');
});

it('where it cannot be written, it stays parked as it was', async () => {
  const { stored, correct, parkedRow } = await refused();
  const full = new DOMException('full', 'QuotaExceededError');
  stored.db.outbox.hook('creating', () => { throw full; });
  await expect(correct({ setCount: 2 })).rejects.toThrow();
  expect((await stored.db.outbox.toArray()).map(({ commandId, state }) => [commandId, state])).toEqual([[parkedRow.commandId, 'refused']]);
});

it('of another dossier it puts nothing right', async () => {
  const { stored, correct } = await refused();
  expect((await correct({ dossierId: randomUUID() })).refusal).toBe('not-parked');
  expect((await stored.db.outbox.toArray()).map(({ state }) => state)).toEqual(['refused']);
});

it('what the core refuses here stays parked as it was, with its paper', async () => {
  const { stored, first, correct, parkedRow } = await refused();
  expect((await correct({ papers: [] })).refusal).toBe('papers-missing');
  expect((await stored.db.outbox.toArray()).map(({ commandId, state }) => [commandId, state])).toEqual([[parkedRow.commandId, 'refused']]);
  expect(await stored.db.papers.get(first.paperId)).toBeDefined();
});
