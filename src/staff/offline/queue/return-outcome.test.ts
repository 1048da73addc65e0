// An outcome handed out without a line: only what has arrived at this desk, decided by the core, kept whole or not at all.
import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { type Machine, counterMachine } from '#testing/counter-machine.ts';
import { parties } from '#testing/desk-commands.ts';
import { CONFIRMED, keptBy, saidOf, storedOf, withView } from '#testing/view-at-counter.ts';
import { type DossierView, dossierView } from '#wire/dossier-view.wire.ts';
import { offlineCommand } from '#wire/offline.wire.ts';
import { sha256Hex, utf8 } from '../bytes.ts';
import type { Counter } from '../counter/counter.ts';
import type { Outcome } from '../queue-act.ts';
import { findDossier, findPaper, keepScan, openQueued } from '../store.ts';

const AT = '2019-11-18T07:30:00+07:00';
const unpaid = {
  lineNo: 1, feeId: 'le-phi', kind: 'fee', name: 'Lệ phí hộ tịch', quantity: 1, unitAmount: 8_000, amount: 8_000, collected: false,
  payeeUnitId: 'xa-ky-bac', payeeName: 'UBND xã Kỳ Bắc',
} as unknown as DossierView['fees'][number];
const { fullName, identity } = parties.applicant;
let machine: Machine | undefined;
afterEach(() => machine?.close());

const withOutcome = async (more: Partial<DossierView> = {}, options: Parameters<typeof counterMachine>[0] = {}): Promise<{ counter: Counter; view: DossierView }> => {
  machine = await counterMachine(options);
  const counter = machine.counter();
  return { counter, view: await withView(counter, { state: 'ready-to-return', ...more }) };
};
const hand = (counter: Counter, { dossierId, revision }: DossierView, more = {}, key: string = randomUUID()): Promise<Outcome> =>
  counter.act({
    path: `/api/desk/dossiers/${dossierId}/return-outcome`, key,
    body: {
      deskId: 'ky-bac', revision, receiver: { fullName, identity, relation: 'self' }, receiptShown: true, recalledPapers: [], originalsReturned: true, ...more,
    },
  });

it('what has arrived is handed out: the dossier says to whom, and the command waits in the outbox', async () => {
  const { counter, view } = await withOutcome();
  const key = randomUUID();
  expect(saidOf(await hand(counter, view, {}, key))).toMatchObject({ dossierId: view.dossierId, code: view.code, state: 'returned', revision: 7, at: AT });
  expect(dossierView.parse(await findDossier(storedOf(counter), view.dossierId))).toMatchObject({
    state: 'returned', revision: 7, closedAt: AT,
    returned: { at: AT, byName: 'Nguyễn Thị Sen', receiver: { fullName, relation: 'self' }, receiptShown: true, originalsReturned: true },
  });
  const [row] = await counter.db.outbox.toArray();
  expect(row).toMatchObject({ commandId: key, act: 'return-outcome', state: 'queued', dossierIds: [view.dossierId], scans: [] });
  const { command } = await openQueued(storedOf(counter), row as NonNullable<typeof row>);
  expect(offlineCommand.parse(command)).toEqual(command);
  expect(command).toMatchObject({ act: 'return-outcome', dossierId: view.dossierId, madeAt: AT, leased: [], body: { revision: 6, receiver: { fullName } } });
  // the receipt was handed in and the receiver signs: no paper
  expect([command.printed, await keptBy(counter)]).toEqual([undefined, [1, 0]]);
});

it('asked again it is answered as before; another return finds the dossier changed', async () => {
  const { counter, view } = await withOutcome();
  const key = randomUUID();
  const first = saidOf(await hand(counter, view, {}, key));
  expect(saidOf(await hand(counter, view, {}, key))).toEqual(first);
  expect([saidOf(await hand(counter, view)), saidOf(await hand(counter, { ...view, revision: 7 }))]).toEqual(['changed-meanwhile', 'act-not-possible']);
  expect(await keptBy(counter)).toEqual([1, 0]);
});

it.each(['in-process', 'outcome-sent', 'handed-over', 'returned'] as const)('what is %s is not handed out', async (state) => {
  const { counter, view } = await withOutcome({ state });
  expect([saidOf(await hand(counter, view)), await keptBy(counter)]).toEqual(['act-not-possible', [0, 0]]);
});

it('what this machine does not know, or what lies at another desk, is not at hand', async () => {
  const { counter, view } = await withOutcome({ deskId: 'ky-phong' as DossierView['deskId'] });
  expect([saidOf(await hand(counter, view)), saidOf(await hand(counter, { ...view, dossierId: randomUUID() as DossierView['dossierId'] }))]).toEqual(['not-at-hand', 'not-at-hand']);
  expect([await keptBy(counter), (await findDossier(storedOf(counter), view.dossierId))?.state]).toEqual([[0, 0], 'ready-to-return']);
});

it('for a lost receipt a note is printed, and the paper kept here is the one the command names', async () => {
  const { counter, view } = await withOutcome();
  expect(saidOf(await hand(counter, view, { receiptShown: false }))).toBe('lost-receipt-note-needed');
  const said = saidOf(await hand(counter, view, { receiptShown: false, lostReceiptNote: 'Mất giấy hẹn, đã đối chiếu thẻ' })) as { paperId: string };
  expect((await findPaper(storedOf(counter), said.paperId))?.payload).toMatchObject({
    kind: 'return-note', issuedAt: AT, returnedAt: AT, code: view.code, procedureName: view.procedure.name,
    receiver: { name: fullName, relation: 'người nộp hoặc chủ hồ sơ' }, lostReceiptNote: 'Mất giấy hẹn, đã đối chiếu thẻ',
  });
  const [row] = await counter.db.outbox.toArray();
  expect((await openQueued(storedOf(counter), row as NonNullable<typeof row>)).command.printed).toEqual({ paperId: said.paperId, formVersion: 'v1' });
  expect((await findDossier(storedOf(counter), view.dossierId))?.issuedPapers.at(-1)).toMatchObject({ paperId: said.paperId, kind: 'return-note' });
});

it('what is unpaid is asked for first, and then stands as paid', async () => {
  const { counter, view } = await withOutcome({ fees: [unpaid] });
  expect([saidOf(await hand(counter, view)), await keptBy(counter)]).toEqual(['fees-unpaid', [0, 0]]);
  expect(saidOf(await hand(counter, view, { collectedFeeLines: [1] }))).toMatchObject({ state: 'returned' });
  expect((await findDossier(storedOf(counter), view.dossierId))?.fees).toEqual([{ ...unpaid, collected: true, collectedAt: AT }]);
});

it('somebody else brings a written authorisation, whose scan lies here and goes with the command', async () => {
  const { counter, view } = await withOutcome();
  const other = { fullName: 'Lê Thị Minh Họa', identity: { ...identity, number: '183000002' } };
  const page = utf8('%PDF-1.7 giấy ủy quyền');
  const scan = await sha256Hex(page);
  const authorised = { receiver: { ...other, relation: 'authorised', authorisation: { number: '12', scan } } };
  expect([
    saidOf(await hand(counter, view, { receiver: { ...other, relation: 'self' } })), saidOf(await hand(counter, view, { receiver: { ...other, relation: 'authorised' } })),
    saidOf(await hand(counter, view, authorised)), await keptBy(counter),
  ]).toEqual(['receiver-is-not-party', 'authorisation-needed', 'scans-missing', [0, 0]]);
  await keepScan(storedOf(counter), { sha256: scan, mediaType: 'application/pdf', storedAt: AT }, page);
  expect(saidOf(await hand(counter, view, authorised))).toMatchObject({ state: 'returned' });
  expect((await counter.db.outbox.toArray()).map((row) => row.scans)).toEqual([[scan]]);
});

it('the clerk hands out what the officer beside her confirms', async () => {
  const { counter, view } = await withOutcome({ mode: 'support' }, { roles: ['postal-clerk'] });
  expect(saidOf(await hand(counter, view))).toBe('confirmation-needed');
  expect(saidOf(await hand(counter, view, { confirmation: CONFIRMED }))).toMatchObject({ state: 'returned' });
  expect((await findDossier(storedOf(counter), view.dossierId))?.returned).toMatchObject({ byName: 'Trần Văn Trúc', assistantName: 'Nguyễn Thị Sen' });
});

it('two tabs at the same moment hand it out once', async () => {
  const { counter, view } = await withOutcome();
  const lost = { receiptShown: false, lostReceiptNote: 'Mất giấy hẹn' };
  const said = (await Promise.all([hand(counter, view, lost), hand(counter, view, lost)])).map((outcome) => (outcome.ok ? 'done' : outcome.refusal.code));
  expect([said.toSorted(), await keptBy(counter)]).toEqual([['changed-meanwhile', 'done'], [1, 1]]);
});

it('where the command cannot be kept, neither the dossier nor the paper is', async () => {
  const { counter, view } = await withOutcome();
  const full = (): never => { throw new Error('the disk is full'); };
  counter.db.outbox.hook('creating', full);
  await expect(hand(counter, view, { receiptShown: false, lostReceiptNote: 'Mất giấy hẹn' })).rejects.toThrow('the disk is full');
  counter.db.outbox.hook('creating').unsubscribe(full);
  expect([await keptBy(counter), (await findDossier(storedOf(counter), view.dossierId))?.state]).toEqual([[0, 0], 'ready-to-return']);
  expect(saidOf(await hand(counter, view))).toMatchObject({ state: 'returned', revision: 7 });
});
