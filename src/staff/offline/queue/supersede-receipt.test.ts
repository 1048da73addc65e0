// A receipt corrected without a line: of a dossier received here a minute ago, and of one that the server knows.
import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { type Machine, counterMachine } from '#testing/counter-machine.ts';
import { answersTo, farmer, papersFor, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { CONFIRMED, keptBy, lastCommand, saidOf, storedOf, viewAt, withView } from '#testing/view-at-counter.ts';
import { dossierView, type DossierView } from '#wire/dossier-view.wire.ts';
import { offlineCommand } from '#wire/offline.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { supersedeReceiptAnswer } from '#wire/supersede-receipt.wire.ts';
import { sha256Hex, utf8 } from '../bytes.ts';
import type { Counter } from '../counter/counter.ts';
import type { Outcome } from '../queue-act.ts';
import { findPaper, keepScan } from '../store.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const AT = '2019-11-18T07:30:00+07:00';
const NOW = '2019-11-18T07:40:00+07:00';
const RIGHT = { applicant: { ...farmer, fullName: 'Nguyễn Văn Đúng' } };
let machine: Machine | undefined;
afterEach(() => machine?.close());

const content = (procedure = birth, more = {}) => {
  const caseId = procedure.cases[0]?.caseId ?? '';
  return {
    deskId: 'ky-bac', reason: 'Ghi nhầm họ tên', procedureCode: procedure.code, procedureVersion: procedure.version, caseId, parties: RIGHT,
    answers: answersTo(procedure.eForm), papers: papersFor(procedure, caseId), fees: [], ...more,
  };
};
const correct = (counter: Counter, { dossierId, revision }: Pick<DossierView, 'dossierId' | 'revision'>, more = {}, key: string = randomUUID()): Promise<Outcome> =>
  counter.act({ path: `/api/desk/dossiers/${dossierId}/supersede-receipt`, key, body: { revision, ...content(birth, more) } });
const counterAt = async (options: Parameters<typeof counterMachine>[0] = {}): Promise<Counter> => {
  machine = await counterMachine(options);
  return machine.counter();
};
const receive = async (counter: Counter, more = {}): Promise<DossierReceivedAnswer> => {
  const done = await counter.act({ path: '/api/desk/dossiers', body: receiveCommand('ky-bac', birth, { confirmation: CONFIRMED, ...more } as never), key: randomUUID() });
  machine?.wait(600);
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.answer as DossierReceivedAnswer;
};

it('received here a moment ago and not yet sent: code stays, the new paper names the old one, and both acts wait in order', async () => {
  const counter = await counterAt();
  const before = await receive(counter, { largePrint: true });
  const said = supersedeReceiptAnswer.parse(saidOf(await correct(counter, before)));
  expect(said).toMatchObject({ code: before.code, state: 'received', revision: 2, receivedAt: AT, paperKind: 'intake-receipt', due: { due: before.due?.due } });
  expect(said.paperId).not.toBe(before.paperId);
  expect((await findPaper(storedOf(counter), said.paperId))?.payload).toMatchObject({
    kind: 'intake-receipt', number: '0102', issuedAt: NOW, receivedAt: AT, largePrint: true, tracking: { code: before.code }, applicant: { name: 'Nguyễn Văn Đúng' },
    supersedes: { number: '0101', issuedAt: AT, reason: 'Ghi nhầm họ tên' },
  });
  const view = dossierView.parse(await viewAt(counter, before.dossierId));
  expect(view).toMatchObject({ parties: { applicant: { fullName: 'Nguyễn Văn Đúng' } }, receivedAt: AT, receipt: { paperId: said.paperId, number: '0102', issuedAt: NOW, largePrint: true } });
  expect(view.issuedPapers.map(({ paperId, supersededAt, supersedesPaperId }) => [paperId, supersededAt, supersedesPaperId]))
    .toEqual([[before.paperId, NOW, undefined], [said.paperId, undefined, before.paperId]]);
  const command = await lastCommand(counter);
  expect(offlineCommand.parse(command)).toEqual(command);
  expect(command).toMatchObject({
    act: 'supersede-receipt', dossierId: before.dossierId, leased: [{ series: 'paper:intake-receipt:xa-ky-bac', number: 102 }],
    printed: { code: before.code, paperId: said.paperId, due: before.due?.due, totalFee: 0 }, basis: { procedure: `${birth.code}@${birth.version}` },
  });
  expect((await counter.db.outbox.orderBy('seq').toArray()).map(({ act, dossierIds }) => [act, dossierIds])).toEqual([
    ['receive-dossier', [before.dossierId]], ['supersede-receipt', [before.dossierId]],
  ]);
  // and once more: it names the one that is in force
  const again = saidOf(await correct(counter, said)) as DossierReceivedAnswer;
  expect((await findPaper(storedOf(counter), again.paperId))?.payload).toMatchObject({ supersedes: { number: '0102', issuedAt: NOW } });
});

it('of a dossier that the server knows, book and order number stand on the new paper, and money taken before stays taken when it was', async () => {
  const counter = await counterAt();
  const extract = procedureIn('kybac-2019', '2.000635');
  const paid = { feeId: 'copy', kind: 'fee', name: 'Lệ phí', quantity: 1, unitAmount: 8_000, amount: 8_000, collected: true, collectedAt: AT, payeeUnitId: 'xa-ky-bac', payeeName: 'UBND xã Kỳ Bắc', lineNo: 1 };
  const view = await withView(counter, {
    state: 'handed-over', fees: [paid] as never, register: { period: '2019', number: 7, volume: 2 }, receipt: { paperId: randomUUID(), number: '0033', issuedAt: AT as never },
  });
  machine?.wait(600);
  const said = supersedeReceiptAnswer.parse(saidOf(await correct(counter, view, { ...content(extract), fees: [{ feeId: 'copy', quantity: 2, collected: true }] })));
  expect(said.state).toBe('handed-over');
  expect((await findPaper(storedOf(counter), said.paperId))?.payload).toMatchObject({
    procedureName: extract.name, register: { book: '02/2019', order: '07' }, supersedes: { number: '0033', issuedAt: AT },
  });
  const now = await viewAt(counter, view.dossierId);
  expect([now.procedure.code, now.caseId, now.totalFee]).toEqual([extract.code, extract.cases[0]?.caseId, 16_000]);
  expect(now.fees.map(({ collectedAt }) => collectedAt)).toEqual([AT]);
});

it('scans that lie in the dossier need not lie here; a new one does', async () => {
  const counter = await counterAt();
  const theirs = 'a'.repeat(64) as never;
  const view = await withView(counter, (before) => ({ papers: before.papers.map((paper, index) => (index === 0 ? { ...paper, scans: [theirs] } : paper)) }));
  const page = utf8('%PDF-1.7 trang mới');
  const mine = await sha256Hex(page);
  const papers = papersFor(birth, birth.cases[0]?.caseId ?? '').map((paper, index) => (index === 0 ? { ...paper, scans: [theirs, mine] } : paper));
  expect([saidOf(await correct(counter, view, { papers })), await keptBy(counter)]).toEqual(['scans-missing', [0, 0]]);
  await keepScan(storedOf(counter), { sha256: mine, mediaType: 'application/pdf', storedAt: AT }, page);
  expect(saidOf(await correct(counter, view, { papers }))).toMatchObject({ state: 'received' });
  expect((await counter.db.outbox.toArray()).map((row) => row.scans)).toEqual([[mine]]);
});

it.each(['in-process', 'cancelled', 'ready-to-return'] as const)('of what is %s no receipt is corrected', async (state) => {
  const counter = await counterAt();
  const view = await withView(counter, { state });
  expect([saidOf(await correct(counter, view)), await keptBy(counter)]).toEqual(['act-not-possible', [0, 0]]);
});

it('without numbers, without the officer, or with a view of an older release there is none', async () => {
  const alone = await counterAt({ roles: ['postal-clerk'] });
  expect(saidOf(await correct(alone, await receive(alone)))).toBe('confirmation-needed');
  alone.close();
  const counter = await counterAt({ numbers: 1 });
  const view = await withView(counter, {});
  expect(saidOf(await correct(counter, view))).toBe('lease-run-out');
  counter.close();
  const old = await counterAt();
  expect(saidOf(await correct(old, await withView(old, { clock: undefined })))).toBe('not-at-hand');
});
