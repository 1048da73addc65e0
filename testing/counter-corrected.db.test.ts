// A receipt corrected at a counter without a line: the paper that was printed is the paper the server keeps.
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { verifySeries } from '#server/books/verify-series.ts';
import { findPaper } from '#staff/offline/store.ts';
import { dossierView } from '#wire/dossier-view.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { counterDesk } from './counter-desk.ts';
import { answersTo, farmer, papersFor, procedureIn, receiveCommand } from './desk-commands.ts';
import { type Bench, settle } from './model-bench.ts';
import { saidOf, storedOf, viewAt } from './view-at-counter.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const extract = procedureIn('kybac-2019', '2.000635');
const desk = counterDesk();

const confirmed = ({ officer: { accountId, pin } }: Bench) => ({ confirmation: { by: 'pin', accountId, pin } });
const caseId = extract.cases[0]?.caseId ?? '';
const correction = (revision: number) => ({
  deskId: 'ky-bac', revision, reason: 'Ghi nhầm thủ tục', procedureCode: extract.code, procedureVersion: extract.version, caseId,
  parties: { applicant: farmer }, answers: answersTo(extract.eForm), papers: papersFor(extract, caseId), fees: [{ feeId: 'copy', quantity: 2, collected: true }],
});
const correct = async (at: Bench, dossierId: string, key: string): Promise<DossierReceivedAnswer> => {
  const { revision } = await viewAt(at.counter(), dossierId);
  return saidOf(await at.counter().act({
    path: `/api/desk/dossiers/${dossierId}/supersede-receipt`, key, body: { ...correction(revision), ...confirmed(at) },
  })) as DossierReceivedAnswer;
};
/** At another machine of the desk, with a line. */
const forward = async (dossierId: string, revision = 1): Promise<void> => {
  expect((await desk.officer.send('POST', '/api/desk/hand-overs', {
    handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'xa-ky-bac', dossiers: [{ dossierId, revision, paperCount: 1 }],
  })).status).toBe(201);
};
type Saved = { readonly payload: Record<string, unknown>; readonly number: string };
const savedPaper = async (paperId: string): Promise<Saved | undefined> =>
  (await desk.server.rows<Saved>('select payload, number from motcua.issued_paper where province_id = 42 and paper_id = $1', [paperId]))[0];
const casesOf = async (key: string): Promise<readonly string[]> =>
  (await desk.server.rows<{ reason: string }>('select reason from motcua.offline_case where province_id = 42 and command_id = $1 order by reason', [key])).map(({ reason }) => reason);

it('of a dossier that the server had: payload, number, due moment and money are the same on both sides', async () => {
  const received = (await desk.officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth, { largePrint: true }))).json<DossierReceivedAnswer>();
  const at = await desk.alone();
  const key = randomUUID();
  const said = await correct(at, received.dossierId, key);
  const printed = await findPaper(storedOf(at.counter()), said.paperId);
  const mine = dossierView.parse(await viewAt(at.counter(), received.dossierId));
  desk.world.wait(60);
  await settle(at);
  expect(await savedPaper(said.paperId)).toEqual({ number: printed?.number, payload: JSON.parse(JSON.stringify(printed?.payload)) });
  expect(printed?.payload).toMatchObject({ largePrint: true, register: { book: '01/2019', order: '01' }, supersedes: { reason: 'Ghi nhầm thủ tục' } });
  const theirs = await viewAt(at.counter(), received.dossierId);
  expect([theirs.now, theirs.revision]).not.toEqual([mine.now, 1]);
  for (const part of ['revision', 'state', 'mode', 'parties', 'procedure', 'caseId', 'caseName', 'agencyUnitId', 'receivedAt', 'hands', 'fees', 'totalFee', 'papers', 'due', 'clock', 'receipt', 'register'] as const) {
    expect([part, theirs[part]]).toEqual([part, mine[part]]);
  }
  expect(await casesOf(key)).toEqual([]);
});

it('received and corrected while the line was cut: both arrive in their order, and the dossier has one receipt in force', async () => {
  const at = await desk.alone();
  // of the dossiers laid at the desk for the counter, whose numbers nobody gave
  const { findings } = await verifySeries(desk.world.database.pool, 42);
  const body = receiveCommand('ky-bac', birth, confirmed(at) as never);
  const first = saidOf(await at.counter().act({ path: '/api/desk/dossiers', body, key: randomUUID() })) as DossierReceivedAnswer;
  desk.world.wait(60);
  const key = randomUUID();
  const said = await correct(at, body.dossierId, key);
  desk.world.wait(60);
  await settle(at);
  const view = await viewAt(at.counter(), body.dossierId);
  expect(view).toMatchObject({ code: first.code, revision: 2, procedure: { code: extract.code }, totalFee: 16_000, receipt: { paperId: said.paperId }, due: { due: said.due?.due } });
  expect(view.issuedPapers.map(({ paperId, supersededAt }) => [paperId, supersededAt === undefined])).toEqual([[first.paperId, false], [said.paperId, true]]);
  // the order number was given when the reception reached the server: the papers printed before do not bear it
  expect((await savedPaper(said.paperId))?.payload['register']).toEqual((await savedPaper(first.paperId))?.payload['register']);
  expect(await casesOf(key)).toEqual([]);
  expect((await verifySeries(desk.world.database.pool, 42)).findings).toEqual(findings);
});

it('where the agency took it over meanwhile, the printed receipt is kept whole for a person', async () => {
  const received = (await desk.officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth))).json<DossierReceivedAnswer>();
  const at = await desk.alone();
  const key = randomUUID();
  await correct(at, received.dossierId, key);
  await forward(received.dossierId);
  desk.world.wait(60);
  await settle(at);
  expect(await casesOf(key)).toEqual(['changed-meanwhile']);
  const row = await at.counter().db.outbox.where('commandId').equals(key).first();
  expect([row?.state, row?.refusal?.atOffice]).toEqual(['refused', true]);
});

it('a correction of the same receipt from another machine says who changed the dossier, not that something of it was kept', async () => {
  const received = (await desk.officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth))).json<DossierReceivedAnswer>();
  const quicker = await desk.alone();
  const later = await desk.alone();
  const [first, second] = [randomUUID(), randomUUID()];
  await correct(quicker, received.dossierId, first);
  await correct(later, received.dossierId, second);
  await forward(received.dossierId);
  desk.world.wait(60);
  await settle(quicker);
  quicker.close();
  await settle(later);
  expect([await casesOf(first), await casesOf(second)]).toEqual([['changed-meanwhile'], ['changed-meanwhile']]);
  const row = await later.counter().db.outbox.where('commandId').equals(second).first();
  expect(row?.refusal?.text).toMatch(/vừa được .+ thực hiện “Chuyển hồ sơ” lúc/);
});

it('at a counter whose clock lags a receipt is corrected that the server had issued a moment later, before the answer was lost', async () => {
  const at = await desk.alone();
  const body = receiveCommand('ky-bac', birth, confirmed(at) as never);
  const key = randomUUID();
  // it lost eight minutes, and stands at what the server said last
  at.jump(-480_000);
  at.line.isUp = true;
  at.line.faults = ['answer-lost'];
  await at.counter().parts.transport({ method: 'POST', path: '/api/desk/dossiers', json: body, headers: { 'idempotency-key': key } });
  at.line.isUp = false;
  saidOf(await at.counter().act({ path: '/api/desk/dossiers', body, key, afterUnsettled: true }));
  const corrected = randomUUID();
  const said = await correct(at, body.dossierId, corrected);
  await settle(at);
  // the code was given twice and both lead to it; nothing is refused
  expect(await casesOf(corrected)).toEqual(['code-differs']);
  expect(await viewAt(at.counter(), body.dossierId)).toMatchObject({ revision: 2, totalFee: 16_000, receipt: { paperId: said.paperId } });
});
