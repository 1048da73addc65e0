// Guidance, a refusal of reception and certified copies that the server did not take: put right under their numbers and time.
import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { type Machine, counterMachine } from '#testing/counter-machine.ts';
import { procedureIn } from '#testing/desk-commands.ts';
import { storedOf } from '#testing/view-at-counter.ts';
import type { CopiesCertifiedAnswer } from '#wire/certify-copies.wire.ts';
import { offlineCommand } from '#wire/offline.wire.ts';
import { listQueue } from '../alone/queue-ways.ts';
import { parkedAct } from '../alone/parked-act.ts';
import { findPaper, openQueued } from './store.ts';
import type { Reply } from './transport.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const copies = procedureIn('kybac-2019', '2.000815');
const parked: Reply = {
  status: 422, headers: {},
  body: { type: '/loi/act-not-possible', title: 'Chưa nhận', status: 422, detail: 'Vì thế.', traceId: '', code: 'act-not-possible', refusal: { kind: 'act-not-possible', caseId: 'c', caseKind: 'refused' } },
};
let machine: Machine | undefined;
afterEach(() => machine?.close());

/** Done, printed, refused; an hour later it is put right. */
const refused = async (path: string, body: Readonly<Record<string, unknown>>) => {
  const replies = [parked];
  machine = await counterMachine({ transport: async (sent) => (sent.path.endsWith('/commands') ? replies.shift() : undefined) });
  const [at, counter, key] = [machine, machine.counter(), randomUUID()];
  const stored = storedOf(counter);
  const leases = async (): Promise<readonly string[]> => (await stored.db.leases.toArray()).filter(({ next, from }) => next !== from).map(({ series, next }) => `${series} ${next}`).toSorted();
  const commandOf = async (commandId: string) => {
    const row = await stored.db.outbox.where('commandId').equals(commandId).first();
    if (!row) throw new Error('nothing queued');
    return offlineCommand.parse((await openQueued(stored, row)).command);
  };
  const done = await counter.act({ path, body, key });
  if (!done.ok) throw new Error(done.refusal.detail);
  await counter.sync.poke();
  at.wait(3600);
  const correct = async (changed: object) => {
    const again = randomUUID();
    const said = await counter.act({ path, body: { ...body, ...changed }, key: again, corrects: key });
    if (!said.ok) throw new Error(said.refusal.detail);
    return { answer: said.value.answer, command: await commandOf(again) };
  };
  return { stored, key, answer: done.value.answer, first: await commandOf(key), taken: await leases(), leases, correct };
};

const GUIDANCE = ['/api/desk/guidance', {
  guidanceId: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, caseId: birth.cases[0]?.caseId, personName: 'Lê Thị Thử',
  missing: [{ name: 'Giấy chứng sinh', original: 1, certifiedCopy: 0, plainCopy: 0 }, { name: 'Giấy đăng ký kết hôn', original: 0, certifiedCopy: 1, plainCopy: 0 }],
}] as const;
const REFUSAL = ['/api/desk/refusals', {
  refusalId: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, personName: 'Lê Thị Thử', reason: 'Không đúng thẩm quyền', ground: 'Điều 17 Nghị định 61/2018/NĐ-CP',
}] as const;
const certification = (more: object = {}) => ['/api/desk/certifications', {
  dossierId: randomUUID(), deskId: 'ky-bac', procedureCode: copies.code, procedureVersion: copies.version, requester: { fullName: 'Lê Thị Thử' },
  lines: [{ paperName: 'Sổ hộ khẩu', pages: 2, copies: 1 }, { paperName: 'Bằng tốt nghiệp', pages: 1, copies: 2 }], resolvedNow: true, collected: true, ...more,
}] as const;

it.each([['guidance', GUIDANCE], ['a refusal of reception', REFUSAL], ['copies with a receipt', certification({ receiptAsked: true })]])('%s: sent again unchanged it keeps its time, its numbers and its paper', async (_what, [path, body]) => {
  const { stored, key, first, taken, leases, correct } = await refused(path, body);
  expect(await listQueue(stored)).toMatchObject([{ commandId: key, mayCorrect: true }]);
  expect(await parkedAct(stored, key)).toMatchObject({ printed: true, before: { act: first.act, madeAt: first.madeAt, body: { deskId: 'ky-bac' } } });
  const { command } = await correct({});
  expect([command.madeAt, command.leased, command.printed, command.corrects?.commandId]).toEqual([first.madeAt, first.leased, first.printed, key]);
  expect(await leases()).toEqual(taken);
  expect(await findPaper(stored, first.printed?.paperId ?? '')).toBeDefined();
});

it.each([
  ['guidance', GUIDANCE, { missing: GUIDANCE[1].missing.slice(0, 1) }], ['a refusal of reception', REFUSAL, { reason: 'Nơi cư trú thuộc xã khác' }],
  ['copies with a receipt', certification({ receiptAsked: true }), { requester: { fullName: 'Lê Thị Đúng' } }],
])('%s that says otherwise: another paper of the same number says which it replaces, and the first is not printed again', async (_what, [path, body], changed) => {
  const { stored, first, correct } = await refused(path, body);
  const before = await findPaper(stored, first.printed?.paperId ?? '');
  const { command } = await correct(changed);
  expect([command.leased, command.printed?.paperId === first.printed?.paperId]).toEqual([first.leased, false]);
  const anew = await findPaper(stored, command.printed?.paperId ?? '');
  expect([anew?.number, anew?.payload['supersedes']]).toEqual([before?.number, command.printed?.supersedes]);
  expect(command.printed?.supersedes).toMatchObject({ number: before?.number, issuedAt: first.madeAt });
  expect(await findPaper(stored, first.printed?.paperId ?? '')).toBeUndefined();
});

it('copies for which no receipt was asked print none, and are not said to have', async () => {
  const { stored, key, answer, correct } = await refused(...certification());
  expect((await parkedAct(stored, key))?.printed).toBe(false);
  const again = await correct({ requester: { fullName: 'Lê Thị Đúng' } });
  const numbers = ({ code, lines }: CopiesCertifiedAnswer): unknown => [code, lines.map(({ number, book }) => [number, book])];
  expect(numbers(again.answer as CopiesCertifiedAnswer)).toEqual(numbers(answer as CopiesCertifiedAnswer));
});

it('a receipt no longer asked for takes its number with it as one that nothing bears; a kind more takes the next', async () => {
  const { stored, first, correct } = await refused(...certification({ receiptAsked: true }));
  const [book, , , paper] = first.leased;
  const { command } = await correct({ receiptAsked: false, lines: [...certification()[1].lines, { paperName: 'Học bạ', pages: 1, copies: 1 }] });
  expect(command.leased.filter(({ series }) => series === book?.series).map(({ number }) => number)).toEqual([101, 102, 103]);
  expect(command.leased.at(-1)).toEqual(paper);
  expect(await findPaper(stored, first.printed?.paperId ?? '')).toBeUndefined();
});
