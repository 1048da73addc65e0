import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { certifyCommand, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { type Machine, OFFICER_ID, PIN, SIGNER, counterMachine } from '#testing/counter-machine.ts';
import { canonicalJson } from '#core/kernel/canonical-json.ts';
import { proofText, provenPart } from '#core/offline/offline-act.ts';
import { type CopiesCertifiedAnswer, copiesCertifiedAnswer } from '#wire/certify-copies.wire.ts';
import { offlineCommand } from '#wire/offline.wire.ts';
import { type DossierReceivedAnswer, dossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { dossierView } from '#wire/dossier-view.wire.ts';
import { fromBase64Url, proverOf, sha256Hex, utf8 } from './bytes.ts';
import type { Counter } from './counter/counter.ts';
import { numbersLeft } from './lease-hand.ts';
import type { Outcome } from './queue-act.ts';
import { type Stored, findDossier, findPaper, keepScan, openQueued } from './store.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const copies = procedureIn('kybac-2019', '2.000815');
let machine: Machine | undefined;
afterEach(() => {
  machine?.close();
  machine = undefined;
});

const at = async (...options: Parameters<typeof counterMachine>): Promise<Counter> => {
  machine = await counterMachine(...options);
  return machine.counter();
};
const storedOf = (counter: Counter): Stored => counter.stored() as Stored;
const receive = (counter: Counter, more = {}, key: string = randomUUID()): Promise<Outcome> =>
  counter.act({ path: '/api/desk/dossiers', body: receiveCommand('ky-bac', birth, more), key });
const answerOf = <T>(outcome: Outcome): T => {
  if (!outcome.ok) throw new Error(`${outcome.refusal.code}: ${outcome.refusal.detail}`);
  return outcome.value.answer as T;
};
const refusalOf = (outcome: Outcome): string => (outcome.ok ? 'done' : outcome.refusal.code);
const leftOf = async (counter: Counter, series: string): Promise<number> => (await numbersLeft(counter.db)).find((one) => one.series === series)?.left ?? 0;

it('a reception without a line answers what the server would, with the number that was held', async () => {
  const counter = await at();
  const answer = answerOf<DossierReceivedAnswer>(await receive(counter));
  expect(dossierReceivedAnswer.parse(answer)).toMatchObject({ code: '000.22.36.H27-191118-0101', state: 'received', paperKind: 'intake-receipt', due: { due: '2019-11-18T17:30:00+07:00' } });
  expect((await findPaper(storedOf(counter), answer.paperId))?.payload).toMatchObject({
    kind: 'intake-receipt', number: '0101', dueAt: '2019-11-18T17:30:00+07:00', tracking: { code: answer.code, url: `https://motcua.example.vn/q/${answer.code}` },
  });
  expect(dossierView.parse(await findDossier(storedOf(counter), answer.dossierId))).toMatchObject({ code: answer.code, state: 'received', revision: 1 });
  await counter.refresh();
  expect(counter.state.get()).toMatchObject({ pending: 1, oldestMadeAt: '2019-11-18T07:30:00+07:00' });
});

it('the command that waits carries proof, numbers and what was printed, and no PIN', async () => {
  const counter = await at({ roles: ['postal-clerk'] });
  const outcome = await receive(counter, { confirmation: { by: 'pin', accountId: OFFICER_ID, pin: PIN } });
  const answer = answerOf<DossierReceivedAnswer>(outcome);
  const [row] = await counter.db.outbox.toArray();
  const { command } = await openQueued(storedOf(counter), row as NonNullable<typeof row>);
  expect(offlineCommand.parse(command)).toEqual(command);
  expect(JSON.stringify(command)).not.toContain(PIN);
  expect(command).toMatchObject({
    act: 'receive-dossier', dossierId: answer.dossierId, madeAt: '2019-11-18T07:30:00+07:00', printed: { code: answer.code, paperId: answer.paperId },
    leased: [{ series: 'dossier:xa-ky-bac', period: '191118', number: 101 }, { series: 'paper:intake-receipt:xa-ky-bac', period: '2019', number: 101 }],
    basis: { calendar: 'hatinh@1', procedure: `1.001193@${birth.version}` },
  });
  const text = proofText(command, await sha256Hex(utf8(canonicalJson(provenPart(command)))));
  const proof = await (await proverOf(fromBase64Url('B'.repeat(43))))(text);
  expect([command.by.proof, command.officer?.proof]).toEqual([proof, proof]);
  expect(answer.hands).toMatchObject({ receiverName: 'Trần Văn Trúc', assistantName: 'Nguyễn Thị Sen' });
});

it('nothing of a person lies readable in the store', async () => {
  const counter = await at();
  answerOf(await receive(counter));
  const tables = await Promise.all(counter.db.tables.map((table) => table.toArray()));
  const written = JSON.stringify(tables, (_key, value: unknown) => (value instanceof Uint8Array ? new TextDecoder().decode(value) : value));
  expect(written).not.toMatch(/Nguyễn Văn Thử|183000001|0912000001/);
});

it('the same command again is answered as before and takes no number; the same key with another body is refused', async () => {
  const counter = await at();
  const key = randomUUID();
  const body = receiveCommand('ky-bac', birth);
  const first = await counter.act({ path: '/api/desk/dossiers', body, key });
  expect(answerOf(await counter.act({ path: '/api/desk/dossiers', body, key }))).toEqual(answerOf(first));
  expect(refusalOf(await receive(counter, {}, key))).toBe('key-reused');
  expect([await leftOf(counter, 'dossier:xa-ky-bac'), await counter.db.outbox.count()]).toEqual([19, 1]);
});

it('a refusal takes no number and keeps nothing', async () => {
  const counter = await at({ roles: ['postal-clerk'] });
  expect([
    refusalOf(await receive(counter)),
    refusalOf(await receive(counter, { confirmation: { by: 'pin', accountId: OFFICER_ID, pin: '000000' } })),
    refusalOf(await receive(counter, { procedureVersion: 99 })),
    refusalOf(await receive(counter, { confirmation: { by: 'present-officer' } })),
    refusalOf(await counter.act({ path: '/api/desk/dossiers', body: { deskId: 'ky-bac' }, key: randomUUID() })),
  ]).toEqual(['confirmation-needed', 'pin-wrong', 'confirmation-needed', 'officer-not-present', 'fields-unreadable']);
  expect([await leftOf(counter, 'dossier:xa-ky-bac'), await counter.db.outbox.count(), await counter.db.dossiers.count()]).toEqual([20, 0, 0]);
});

it('when the numbers have run out it says so, and what was received before stays', async () => {
  const counter = await at({ numbers: 2 });
  answerOf(await receive(counter));
  answerOf(await receive(counter));
  expect(refusalOf(await receive(counter))).toBe('lease-run-out');
  expect(await counter.db.outbox.count()).toBe(2);
});

it('two tabs at the same moment never take one number', async () => {
  const counter = await at();
  const codes = (await Promise.all(Array.from({ length: 5 }, () => receive(counter)))).map((outcome) => answerOf<DossierReceivedAnswer>(outcome).code);
  expect(new Set(codes).size).toBe(5);
});

it('a tab that is killed loses nothing', async () => {
  await at();
  const answer = answerOf<DossierReceivedAnswer>(await receive((machine as Machine).counter()));
  await machine?.killTab();
  const counter = (machine as Machine).counter();
  expect(await findDossier(storedOf(counter), answer.dossierId)).toMatchObject({ code: answer.code });
  expect(answerOf<DossierReceivedAnswer>(await receive(counter)).code).toMatch(/-0102$/);
});

it('a scan that does not lie here is missing', async () => {
  const counter = await at();
  const page = utf8('%PDF-1.7 một trang');
  const sha256 = await sha256Hex(page);
  const papers = receiveCommand('ky-bac', birth).papers.map((paper) => ({ ...paper, scans: [sha256] })) as never;
  expect(refusalOf(await receive(counter, { papers }))).toBe('scans-missing');
  await keepScan(storedOf(counter), { sha256, mediaType: 'application/pdf', storedAt: '2019-11-18T07:30:00+07:00' }, page);
  expect(refusalOf(await receive(counter, { papers }))).toBe('done');
});

it('copies are certified with numbers of the book that follow each other', async () => {
  const counter = await at();
  const outcome = await counter.act({ path: '/api/desk/certifications', body: certifyCommand('ky-bac', copies), key: randomUUID() });
  const answer = copiesCertifiedAnswer.parse(answerOf<CopiesCertifiedAnswer>(outcome));
  expect(answer.lines.map(({ number, book }) => [number, book])).toEqual([[101, '01/2019-SCT/BS'], [102, '01/2019-SCT/BS']]);
  expect([answer.state, answer.paperId]).toEqual(['resolved-at-desk', undefined]);
  const appointment = answerOf<CopiesCertifiedAnswer>(await counter.act({
    path: '/api/desk/certifications', body: certifyCommand('ky-bac', copies, { resolvedNow: false }), key: randomUUID(),
  }));
  expect(appointment.lines.map(({ number }) => number)).toEqual([undefined, undefined]);
  expect((await findPaper(storedOf(counter), appointment.paperId ?? ''))?.payload.kind).toBe('intake-receipt');
});

it('who signed copies is one of the leaders that the counter knows', async () => {
  const counter = await at();
  const sent = (signerId: string) => counter.act({ path: '/api/desk/certifications', body: certifyCommand('ky-bac', copies, { signerId: signerId as never }), key: randomUUID() });
  expect(refusalOf(await sent(randomUUID()))).toBe('signer-unknown');
  expect(answerOf<CopiesCertifiedAnswer>(await sent(SIGNER.accountId)).lines.map(({ number }) => number)).toEqual([101, 102]);
});

it('the book is named by the volume in which its numbers stand, in the answer and in the dossier', async () => {
  const counter = await at({ volume: 2 });
  const answer = answerOf<CopiesCertifiedAnswer>(await counter.act({ path: '/api/desk/certifications', body: certifyCommand('ky-bac', copies), key: randomUUID() }));
  expect(answer.lines.map(({ number, book }) => [number, book])).toEqual([[101, '02/2019-SCT/BS'], [102, '02/2019-SCT/BS']]);
  const view = dossierView.parse(await findDossier(storedOf(counter), answer.dossierId));
  expect(view.certifications.map(({ number, book }) => [number, book])).toEqual([[101, '02/2019-SCT/BS'], [102, '02/2019-SCT/BS']]);
  const [row] = await counter.db.outbox.toArray();
  expect(offlineCommand.parse((await openQueued(storedOf(counter), row as NonNullable<typeof row>)).command).leased).toHaveLength(3);
});

it('what the counter cannot do by itself says so, and a locked machine asks to be opened', async () => {
  const counter = await at();
  expect(refusalOf(await counter.act({ path: '/api/office/dossiers/x/complete-step', body: {}, key: randomUUID() }))).toBe('not-without-a-line');
  await counter.lock();
  expect(refusalOf(await receive(counter))).toBe('vault-locked');
});

it('whoever was granted four days ago receives nothing by herself any more', async () => {
  const counter = await at();
  machine?.wait(4 * 24 * 3600);
  expect(refusalOf(await receive(counter))).toBe('grant-over');
});

it('dossiers received here are forwarded with their record, and an entry made by mistake is cancelled', async () => {
  const counter = await at();
  const first = answerOf<DossierReceivedAnswer>(await receive(counter));
  const second = answerOf<DossierReceivedAnswer>(await receive(counter));
  const handOverId = randomUUID();
  const forwarded = await counter.act({
    path: '/api/desk/hand-overs', key: randomUUID(),
    body: { handOverId, deskId: 'ky-bac', agencyUnitId: 'xa-ky-bac', dossiers: [{ dossierId: first.dossierId, revision: 1, paperCount: 2 }] },
  });
  expect(answerOf(forwarded)).toMatchObject({ recordNumber: '101/BBGN', dossiers: [{ code: first.code, revision: 2 }] });
  expect((await findPaper(storedOf(counter), handOverId))?.payload).toMatchObject({ kind: 'hand-over-record', lines: [{ code: first.code }] });
  const cancel = (dossierId: string, revision: number): Promise<Outcome> =>
    counter.act({ path: `/api/desk/dossiers/${dossierId}/cancel-entry`, body: { deskId: 'ky-bac', revision, reason: 'Nhập nhầm' }, key: randomUUID() });
  expect([refusalOf(await cancel(first.dossierId, 2)), refusalOf(await cancel(second.dossierId, 1))]).toEqual(['act-not-possible', 'done']);
  expect(await findDossier(storedOf(counter), second.dossierId)).toMatchObject({ state: 'cancelled', revision: 2 });
});

it('guidance and a refusal print their papers with held numbers', async () => {
  const counter = await at();
  const guidance = answerOf<{ paperId: string; number: string }>(await counter.act({
    path: '/api/desk/guidance', key: randomUUID(),
    body: { guidanceId: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, missing: [] },
  }));
  const refused = answerOf<{ paperId: string; number: string }>(await counter.act({
    path: '/api/desk/refusals', key: randomUUID(),
    body: {
      refusalId: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, personName: 'Nguyễn Văn Thử',
      reason: 'Không thuộc thẩm quyền', ground: 'Điều 13 Luật Hộ tịch',
    },
  }));
  expect([guidance.number, refused.number]).toEqual(['101/HD', '101/TCHS']);
  expect([(await findPaper(storedOf(counter), guidance.paperId))?.payload.kind, (await findPaper(storedOf(counter), refused.paperId))?.payload.kind])
    .toEqual(['guidance-slip', 'refusal-notice']);
});

it('what builds on an act that waits names it, also where a tab of the release before wrote the dossier', async () => {
  const counter = await at();
  const stored = storedOf(counter);
  const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()];
  const { dossierId } = answerOf<DossierReceivedAnswer>(await receive(counter, {}, first));
  const correct = async (key: string, revision: number) => counter.act({
    path: `/api/desk/dossiers/${dossierId}/supersede-receipt`, key, body: {
      ...receiveCommand('ky-bac', birth), deskId: 'ky-bac', revision, reason: 'Ghi nhầm', procedureCode: birth.code, procedureVersion: birth.version, caseId: birth.cases[0]?.caseId,
    },
  });
  const followsOf = async (key: string) => {
    const row = await counter.db.outbox.where('commandId').equals(key).first();
    return row && (await openQueued(stored, row)).command.follows;
  };
  expect([refusalOf(await correct(second, 1)), await followsOf(first), await followsOf(second)]).toEqual(['done', undefined, [first]]);
  await counter.db.dossiers.toCollection().modify((row: { madeBy?: string }) => { delete row.madeBy; });
  expect([refusalOf(await correct(third, 2)), await followsOf(third)]).toEqual(['done', [second]]);
  // as the server says it, it builds on nothing of this machine
  await counter.sync.poke();
  const fourth = randomUUID();
  await counter.db.outbox.toCollection().modify((row: { state: string }) => { row.state = 'done'; });
  await counter.db.dossiers.toCollection().modify((row: { madeBy?: string }) => { delete row.madeBy; });
  expect([refusalOf(await correct(fourth, 3)), await followsOf(fourth)]).toEqual(['done', undefined]);
});
