// A dossier taken back without a line, and papers that came back from the agency given into somebody's hands.
import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { keptOf } from '#core/dossier/way-back.ts';
import { type Machine, counterMachine } from '#testing/counter-machine.ts';
import { COUNTED, TAKEN_BACK, WITHDRAWAL } from '#testing/desk-commands.ts';
import { CONFIRMED, keptBy, lastCommand, saidOf, storedOf, viewAt, withView } from '#testing/view-at-counter.ts';
import { dossierChanged } from '#wire/dossier-parts.wire.ts';
import { dossierView, type DossierView } from '#wire/dossier-view.wire.ts';
import { papersToGiveView } from '#wire/give-back-papers.wire.ts';
import { offlineCommand } from '#wire/offline.wire.ts';
import { offlineAsk } from '../answers/ask.ts';
import type { Counter } from '../counter/counter.ts';
import type { Outcome } from '../queue-act.ts';
import { findPaper } from '../store.ts';
import { retain } from '../sync/retention.ts';

const AT = '2019-11-18T07:30:00+07:00';
const NOW = '2019-11-18T07:40:00+07:00';
let machine: Machine | undefined;
afterEach(() => machine?.close());

const withDossier = async (more: Partial<DossierView> | ((before: DossierView) => Partial<DossierView>) = {}, options: Parameters<typeof counterMachine>[0] = {}): Promise<{ counter: Counter; view: DossierView }> => {
  machine = await counterMachine(options);
  const counter = machine.counter();
  const view = await withView(counter, more);
  machine.wait(600);
  return { counter, view };
};
const act = (counter: Counter, { dossierId, revision }: DossierView, path: string, body: object): Promise<Outcome> =>
  counter.act({ path: `/api/desk/dossiers/${dossierId}/${path}`, key: randomUUID(), body: { deskId: 'ky-bac', revision, ...body } });
const withdraw = (counter: Counter, view: DossierView, more = {}): Promise<Outcome> => act(counter, view, 'withdraw', { ...WITHDRAWAL, papersBack: TAKEN_BACK, ...more });
const giveBack = (counter: Counter, view: DossierView, papersBack: object = TAKEN_BACK): Promise<Outcome> => act(counter, view, 'give-back-papers', { papersBack });
const payloadOf = async (counter: Counter, paperId: string | undefined) => (await findPaper(storedOf(counter), paperId ?? ''))?.payload;

it('what lies at the desk is counted into the applicant’s hands at once, under a held number, and the clock has ended', async () => {
  const { counter, view } = await withDossier();
  expect(saidOf(await withdraw(counter, view, { papersBack: undefined }))).toBe('papers-not-given-back');
  const said = dossierChanged.parse(saidOf(await withdraw(counter, view, { feeNote: 'Không hoàn lệ phí' })));
  expect(said).toMatchObject({ state: 'withdrawn', status: { no: 7 }, revision: 7, at: NOW });
  expect(await payloadOf(counter, said.paperId)).toMatchObject({
    kind: 'withdrawal-note', number: '101', issuedAt: NOW, askedAt: NOW, reason: WITHDRAWAL.reason, feeNote: 'Không hoàn lệ phí', tracking: { code: view.code },
    receiver: { name: view.parties.applicant.fullName, relation: 'người nộp hồ sơ' },
  });
  expect(dossierView.parse(await viewAt(counter, view.dossierId))).toMatchObject({
    state: 'withdrawn', closedAt: NOW, due: { state: 'stopped', closedBy: 'withdrawn', closedAt: NOW }, clock: { events: [{ kind: 'withdrawn', at: NOW }] },
    papersBack: { cause: 'withdrawn', since: NOW, reason: WITHDRAWAL.reason, askerName: view.parties.applicant.fullName, place: 'given-back', givenAt: NOW, receiverName: view.parties.applicant.fullName },
  });
  const command = await lastCommand(counter);
  expect(offlineCommand.parse(command)).toEqual(command);
  expect(command).toMatchObject({ act: 'withdraw-dossier', leased: [{ series: 'paper:withdrawal-note:xa-ky-bac', number: 101 }], printed: { paperId: said.paperId } });
});

it('what the agency holds comes back by record: no paper, no number, its steps and its bag are closed', async () => {
  const { counter, view } = await withDossier({
    state: 'in-process', steps: [{ lineNo: 1, stepId: 's', name: 'Thụ lý', role: 'agency-officer', unitId: 'xa-ky-bac' as never, unitName: 'UBND', startedAt: AT as never }],
    handOvers: [{ handOverId: 'h', direction: 'to-agency', recordNumber: '01/BBGN', fromName: 'a', toName: 'b', paperCount: 1, sentAt: AT as never, sentByName: 'c' }],
  });
  expect(saidOf(await withdraw(counter, view))).toBe('papers-at-agency');
  expect(saidOf(await withdraw(counter, view, { papersBack: undefined }))).toMatchObject({ state: 'withdrawn' });
  expect((await viewAt(counter, view.dossierId))).toMatchObject({
    papersBack: { place: 'agency' }, steps: [{ finishedAt: NOW, note: 'Công dân rút hồ sơ' }], handOvers: [{ result: 'rejected', note: 'Công dân rút hồ sơ' }],
  });
  expect([(await lastCommand(counter)).leased, await keptBy(counter)]).toEqual([[], [1, 0]]);
});

it('is the officer’s act: the clerk has it confirmed', async () => {
  const { counter, view } = await withDossier({}, { roles: ['postal-clerk'] });
  expect(saidOf(await withdraw(counter, view))).toBe('confirmation-needed');
  expect(saidOf(await withdraw(counter, view, { confirmation: CONFIRMED }))).toMatchObject({ state: 'withdrawn' });
});

const ended = (place: 'agency' | 'on-the-way' | 'at-desk' | 'given-back', more = {}): Partial<DossierView> => ({
  state: 'withdrawn', closedAt: AT as never,
  papersBack: { cause: 'withdrawn', since: AT as never, reason: 'Đổi ý', place, sentAt: AT as never, recordNumber: '09/BBGN', ...more },
});

it('papers that came back are given as they were counted, and what never came is said on the note', async () => {
  const { counter, view } = await withDossier((before) => ended('at-desk', {
    differences: [{ lineNo: 1, name: before.papers[0]?.name ?? '', result: 'short', sent: before.papers[0]?.count ?? 1, arrived: 0, note: 'không có trong bì' }],
  }));
  const listed = await offlineAsk(counter, '/api/desk/papers-back');
  expect(listed.ok && papersToGiveView.parse(listed.value).rows).toMatchObject([{ dossierId: view.dossierId, code: view.code, cause: 'withdrawn', recordNumber: '09/BBGN', counted: true }]);
  const said = dossierChanged.parse(saidOf(await giveBack(counter, view)));
  const payload = await payloadOf(counter, said.paperId);
  expect(payload).toMatchObject({ kind: 'withdrawal-note', askedAt: AT, reason: 'Đổi ý', papersKept: [{ note: 'Thiếu khi cơ quan chuyển trả: không có trong bì' }] });
  expect(payload?.['papersBack']).toHaveLength(keptOf(view.papers).length - 1);
  expect((await viewAt(counter, view.dossierId)).papersBack).toMatchObject({ place: 'given-back', givenAt: NOW, givenByName: 'Nguyễn Thị Sen', recordNumber: '09/BBGN' });
  expect((await lastCommand(counter)).printed).toEqual({ paperId: said.paperId, formVersion: 'v1' });
  expect(saidOf(await giveBack(counter, { ...view, revision: 7 }))).toBe('papers-already-back');
});

const count = (counter: Counter, view: DossierView, papers: object): Promise<Outcome> => act(counter, view, 'accept-papers', { papers });

it('what came back is counted against its record, and what came is given at once, as it was counted', async () => {
  const { counter, view } = await withDossier(ended('on-the-way'));
  const shown = await offlineAsk(counter, `/api/dossiers/${view.dossierId}`);
  expect(shown.ok && dossierView.parse(shown.value).allowedActs.map((one) => one.act)).toEqual(['accept-papers-back']);
  const lines = COUNTED.map((line) => (line.lineNo === 1 ? { lineNo: 1, result: 'damaged', note: 'rách góc' } : line));
  expect(dossierChanged.parse(saidOf(await count(counter, view, lines)))).toMatchObject({ state: 'withdrawn', revision: 7, at: NOW });
  const command = await lastCommand(counter);
  expect(offlineCommand.parse(command)).toEqual(command);
  expect(command).toMatchObject({ act: 'accept-papers-back', dossierId: view.dossierId, leased: [], body: { revision: 6 } });
  const counted = await viewAt(counter, view.dossierId);
  expect(dossierView.parse(counted).papersBack).toMatchObject({
    place: 'at-desk', recordNumber: '09/BBGN', arrivedAt: NOW, arrivedByName: 'Nguyễn Thị Sen', differences: [{ lineNo: 1, result: 'damaged', note: 'rách góc' }],
  });
  expect(dossierChanged.parse(saidOf(await giveBack(counter, counted)))).toMatchObject({ revision: 8 });
});

it('where nothing came the agency still owes it, and there is nothing to give', async () => {
  const { counter, view } = await withDossier(ended('on-the-way'));
  const lines = COUNTED.map(({ lineNo }) => ({ lineNo, result: 'short', arrived: 0, note: 'bì rỗng' }));
  expect(saidOf(await count(counter, view, lines))).toMatchObject({ state: 'withdrawn', revision: 7 });
  expect(saidOf(await giveBack(counter, { ...view, revision: 7 }))).toBe('papers-at-agency');
});

it.each([['agency', 'papers-at-agency'], ['at-desk', 'papers-counted-already'], ['given-back', 'papers-already-back']] as const)('papers %s are not counted', async (place, code) => {
  const { counter, view } = await withDossier(ended(place));
  expect([saidOf(await count(counter, view, COUNTED)), await keptBy(counter)]).toEqual([code, [0, 0]]);
});

it('a paper that is not counted is named', async () => {
  const { counter, view } = await withDossier(ended('on-the-way'));
  expect(saidOf(await count(counter, view, []))).toBe('papers-not-counted');
});

it.each([['agency', 'papers-at-agency'], ['on-the-way', 'papers-to-be-counted'], ['given-back', 'papers-already-back']] as const)('papers %s are not given', async (place, code) => {
  const { counter, view } = await withDossier(ended(place));
  expect([saidOf(await giveBack(counter, view)), await keptBy(counter)]).toEqual([code, [0, 0]]);
  const shown = await offlineAsk(counter, `/api/dossiers/${view.dossierId}`);
  expect(shown.ok && dossierView.parse(shown.value).allowedActs.map((one) => one.act)).not.toContain('give-back-papers');
});

it('a dossier whose papers are not given back yet does not leave with the retention', async () => {
  const { counter, view } = await withDossier(ended('at-desk'));
  await retain(counter.db, '2020-11-18T07:30:00+07:00' as never, 0, 30);
  expect((await viewAt(counter, view.dossierId)).state).toBe('withdrawn');
  expect(saidOf(await giveBack(counter, view))).toMatchObject({ state: 'withdrawn' });
  await counter.db.outbox.clear();
  await retain(counter.db, '2020-11-18T07:30:00+07:00' as never, 0, 30);
  expect(await counter.db.dossiers.count()).toBe(0);
});
