// Acts that no dossier bears come again as they were put right: same time and numbers, another key, the first settled.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { paperSeries } from '#core/numbering/series.ts';
import type { UnitId } from '#core/organisation/organisation.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import { procedureIn } from '#testing/desk-commands.ts';
import { type Counter, type Envelope, offlineCounter } from '#testing/offline-counter.ts';
import { type Caller, type ServedWorld, servedWorld } from '#testing/served-world.ts';
import type { CopiesCertifiedAnswer } from '#wire/certify-copies.wire.ts';

type Kept = { readonly code: string };
type Taken<Answer> = { readonly answer: Answer; readonly cases: readonly string[] };
const birth = procedureIn('kybac-2019', '1.001193');
const copies = procedureIn('kybac-2019', '2.000815');
let world: ServedWorld;
let counter: Counter;
let clerk: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  clerk = await world.signIn('buudien.kybac');
  counter = await offlineCounter(world, clerk, await world.signIn('quantri'));
  world.wait(600);
}, 240_000);
afterAll(() => world.close());

const numberOf = (paper: Parameters<typeof paperSeries>[0]) => {
  const { series, period } = paperSeries(paper, 'xa-ky-bac' as UnitId, '2019-11-18' as PlainDate);
  return counter.take(series, period);
};
const notTaken = async (envelope: Envelope, why: string): Promise<void> => {
  const { status, json } = await counter.send(envelope).then((answer) => ({ status: answer.status, json: answer.json<Kept>() }));
  expect([status, json.code]).toEqual([422, why]);
};
/** As nobody beside the clerk had confirmed it. */
const unconfirmed = (...asked: Parameters<Counter['envelope']>): Envelope => {
  const { officer: _officer, ...envelope } = counter.envelope(...asked);
  return counter.proven(envelope as Envelope, { officer: undefined });
};
/** An hour later. */
const again = (first: Envelope, changed: object, more: object = {}): Envelope => {
  world.wait(3600);
  return counter.proven({
    ...first, commandId: randomUUID(), machineAt: counter.now(), body: { ...(first['body'] as object), ...changed }, corrects: { commandId: first.commandId, at: counter.now() }, ...more,
  });
};
const settledOf = async (commandId: string) =>
  (await world.database.pool.query("select settled_how as how from motcua.offline_case where command_id = $1 and kind = 'refused'", [commandId])).rows;
const paperOf = async (paperId: string) =>
  (await world.database.pool.query<{ number: string; payload: Record<string, unknown> }>('select number, payload from motcua.issued_paper where paper_id = $1', [paperId])).rows[0];

it('guidance is given at its own time and under its own number, and its paper says which it replaces', async () => {
  const body = { guidanceId: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, personName: 'Lê Thị Thử', missing: [], brought: [] };
  const first = counter.envelope('give-guidance', body, { leased: [numberOf('supplement-request')], printed: { paperId: randomUUID() } });
  await notTaken(first, 'nothing-missing');
  // whoever judges it finds the copy in the binder by this
  const { cases: open } = (await clerk.get('/api/desk/offline/cases', counter.header)).json<{ cases: readonly { commandId: string }[] }>();
  expect(open.find(({ commandId }) => commandId === first.commandId)).toMatchObject({ personName: 'Lê Thị Thử', doneBy: 'Nguyễn Thị Sen', paperNumber: first.leased[0]?.number });
  const supersedes = { number: '05/HDHS', issuedAt: first['madeAt'], reason: 'nội dung được sửa' };
  const paperId = randomUUID();
  const sent = again(first, { missing: [{ name: 'Giấy chứng sinh', original: 1, certifiedCopy: 0, plainCopy: 0 }] }, { printed: { paperId, supersedes } });
  const { answer, cases } = (await counter.send(sent)).json<Taken<{ at: string; number: string }>>();
  expect([answer.at, Number.parseInt(answer.number, 10), cases]).toEqual([first['madeAt'], first.leased[0]?.number, []]);
  expect((await paperOf(paperId))?.payload).toMatchObject({ kind: 'supplement-request', supersedes });
  expect(await settledOf(first.commandId)).toEqual([{ how: 'corrected' }]);
});

it('a refusal of reception that no officer had confirmed is taken with her word', async () => {
  const body = { refusalId: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, personName: 'Lê Thị Thử', reason: 'Không đúng thẩm quyền', ground: 'Điều 17 Nghị định 61/2018/NĐ-CP' };
  const first = unconfirmed('refuse-reception', body, { leased: [numberOf('refusal-notice')], printed: { paperId: randomUUID() } });
  await notTaken(first, 'confirmation-needed');
  const sent = again(first, { reason: 'Nơi cư trú thuộc xã khác' });
  expect((await counter.send(sent)).json<Taken<{ at: string }>>().answer.at).toBe(first['madeAt']);
  expect(await settledOf(first.commandId)).toEqual([{ how: 'corrected' }]);
  const { rows } = await world.database.pool.query('select missing from motcua.guidance where guidance_id = $1', [body.refusalId]);
  expect(JSON.stringify(rows)).toContain('Nơi cư trú thuộc xã khác');
});

it('copies are certified under the numbers that stand on them; a number that nothing bears any more is a gap with its reason', async () => {
  const book = counter.leases().find(({ series }) => series.startsWith('certification:SCT/BS:'));
  const series = [book?.series ?? '', book?.period ?? ''] as const;
  const leased = [counter.take(...series), counter.take(...series), counter.take('dossier:xa-ky-bac', '191118'), numberOf('intake-receipt')];
  const body = {
    dossierId: randomUUID(), deskId: 'ky-bac', procedureCode: copies.code, procedureVersion: copies.version, requester: { fullName: 'Lê Thị Thử' }, resolvedNow: true, receiptAsked: true, collected: true,
    lines: [{ paperName: 'Sổ hộ khẩu', pages: 2, copies: 1 }, { paperName: 'Bằng tốt nghiệp', pages: 1, copies: 2 }],
  };
  const first = unconfirmed('certify-copies', body, { dossierId: body.dossierId, leased, printed: { paperId: randomUUID() } });
  await notTaken(first, 'confirmation-needed');
  const { answer, cases } = (await counter.send(again(first, { receiptAsked: false }))).json<Taken<CopiesCertifiedAnswer>>();
  expect([answer.at, answer.lines.map(({ number }) => number), cases.length]).toEqual([first['madeAt'], leased.slice(0, 2).map(({ number }) => number), 1]);
  const { rows } = await world.database.pool.query('select reason from motcua.number_gap where series = $1 and from_number = $2', [leased[3]?.series, leased[3]?.number]);
  expect(rows).toEqual([{ reason: 'spoilt' }]);
  expect(await settledOf(first.commandId)).toEqual([{ how: 'corrected' }]);
});
