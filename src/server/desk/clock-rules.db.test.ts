// When time runs, from when, and what stops it: the hours of the law on the real server.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Moment, momentToEpoch } from '#core/kernel/moment.ts';
import { WITHDRAWAL, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { servedWorld, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { DeskTodayView } from '#wire/desk-today.wire.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const record = procedureIn('kybac-2019', '2.000488');
const posting = { itemNumber: 'RH000000017VN', postage: 33_000, sealNumber: 'NP-1' };

let world: ServedWorld;
let officer: Caller;
let clerk: Caller;
let specialist: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  await people();
}, 120_000);
afterAll(() => world.close());

const people = async (): Promise<void> => {
  [officer, clerk, specialist] = await Promise.all(['tuphap.kybac', 'buudien.kybac', 'chuyenvien.stp'].map((login) => world.signIn(login))) as [Caller, Caller, Caller];
};
/** Time goes forward only; nobody stays signed in so long. */
const goTo = async (moment: string): Promise<void> => {
  world.wait((momentToEpoch(`${moment}+07:00` as Moment) - world.realNow()) / 1000);
  await people();
};
const receive = async (procedure = birth, more = {}, caller = officer): Promise<DossierReceivedAnswer> => {
  const answer = await caller.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', procedure, more));
  expect(answer.status, answer.text).toBe(201);
  return answer.json<DossierReceivedAnswer>();
};
const viewOf = async (dossierId: string): Promise<DossierView> => (await officer.get(`/api/dossiers/${dossierId}`)).json<DossierView>();
const forward = (agencyUnitId: string, ...dossiers: readonly DossierReceivedAnswer[]) => clerk.send('POST', '/api/desk/hand-overs', {
  handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId, dossiers: dossiers.map(({ dossierId, revision }) => ({ dossierId, revision, paperCount: 1 })),
});
const work = (dossierId: string, path: string, body: object) => specialist.send('POST', `/api/office/dossiers/${dossierId}/${path}`, body);

it('with the public post the clerk receives alone and no clock runs: it starts when the agency signs for the bag', async () => {
  const sent = await receive(record, { channel: 'post', regime: 'public-post', posting }, clerk);
  expect(sent).toMatchObject({ paperKind: 'posting-slip', hands: { receiverName: 'Nguyễn Thị Sen' } });
  expect([sent.due, (await viewOf(sent.dossierId)).due, (await viewOf(sent.dossierId)).timeliness]).toEqual([undefined, undefined, 'no-due-date']);
  const atOnce = await receive(record);
  expect(atOnce.due?.due).toBe('2019-12-02T17:30:00+07:00'); // ten working days from Monday 18/11
  await goTo('2019-11-19T08:00:00');
  expect((await forward('so-tu-phap', sent, atOnce)).status).toBe(201);
  expect((await viewOf(sent.dossierId)).due).toBeUndefined();
  await goTo('2019-11-20T09:00:00');
  await specialist.send('POST', '/api/office/hand-overs/accept', { dossierIds: [sent.dossierId, atOnce.dossierId] });
  expect([(await viewOf(sent.dossierId)).due?.due, (await viewOf(atOnce.dossierId)).due?.due]).toEqual(['2019-12-04T17:30:00+07:00', '2019-12-02T17:30:00+07:00']);
});

describe('what is asked for', () => {
  let asked: DossierReceivedAnswer;
  it('stops the clock, and once it is there the limit is counted again from zero', async () => {
    asked = await receive(record);
    await forward('so-tu-phap', asked);
    await specialist.send('POST', '/api/office/hand-overs/accept', { dossierIds: [asked.dossierId] });
    const before = (await viewOf(asked.dossierId)).due?.due;
    await work(asked.dossierId, 'ask-supplement', { expectedRevision: 3, reason: 'Thiếu', items: [{ name: 'Giấy', original: 1, certifiedCopy: 0, plainCopy: 0 }] });
    expect(await viewOf(asked.dossierId)).toMatchObject({
      timeliness: 'in-time', status: { no: 5 }, due: { state: 'paused', ground: 'chờ bổ sung giấy tờ', pausedSince: '2019-11-20T09:00:00+07:00', supplementRequests: 1 },
    });
    await goTo('2019-11-25T10:00:00');
    const answer = await officer.send('POST', `/api/desk/dossiers/${asked.dossierId}/receive-supplement`, { deskId: 'ky-bac', revision: 4, papers: [{ itemId: 'khac', name: 'Giấy', form: 'original', count: 1 }] });
    expect([before, answer.json<{ due: { due: string } }>().due.due]).toEqual(['2019-12-04T17:30:00+07:00', '2019-12-09T17:30:00+07:00']);
    expect(await viewOf(asked.dossierId)).toMatchObject({ due: { state: 'restarted', secondRequest: false, due: '2019-12-09T17:30:00+07:00' } });
  });

  it('in money only pauses it: the days of waiting are added', async () => {
    await work(asked.dossierId, 'ask-financial-duty', { expectedRevision: 5, notice: 'Thông báo nộp tiền' });
    await goTo('2019-11-28T10:00:00');
    const settled = await work(asked.dossierId, 'settle-financial-duty', { expectedRevision: 6, proof: 'Giấy nộp tiền', paidOn: '2019-11-27' });
    expect(settled.json()).toMatchObject({ dueAt: '2019-12-12T17:30:00+07:00' });
  });
});

describe('three in the afternoon', () => {
  it('is the same day, a second later the next: for what is due and for when it must go', async () => {
    await goTo('2019-11-28T15:00:00');
    const inTime = await receive();
    await goTo('2019-11-28T15:00:01');
    const late = await receive();
    expect([inTime.due?.due, inTime.forwardBy]).toEqual(['2019-11-28T17:30:00+07:00', '2019-11-28T17:30:00+07:00']);
    expect([late.due?.due, late.forwardBy]).toEqual(['2019-11-29T17:30:00+07:00', '2019-11-29T07:30:00+07:00']);
    expect((await forward('xa-ky-bac', late)).json()).toMatchObject({ mayGoUntil: '2019-11-29' });
    expect((await clerk.get('/api/desk/today')).json<DeskTodayView>().afterCutoff).toBe(true);
  });

  it('no longer counts what comes after the desk is shut: it came with the next session', async () => {
    await goTo('2019-11-28T19:00:00');
    expect((await receive()).due).toMatchObject({ countsFrom: '2019-11-29T07:30:00+07:00', due: '2019-11-29T17:30:00+07:00' });
    await goTo('2019-11-30T09:00:00'); // a Saturday
    expect((await receive()).due).toMatchObject({ countsFrom: '2019-12-02T07:30:00+07:00', due: '2019-12-02T17:30:00+07:00' });
  });
});

it('a number belongs to the day on which the citizen came, and begins anew each day', async () => {
  await goTo('2019-12-02T23:59:59');
  const last = await receive();
  world.wait(1);
  const first = await receive();
  expect([last.code.slice(-11), first.code.slice(-11)]).toEqual(['191202-0001', '191203-0001']);
});

it('the hour of a corrected receipt is one that has been, on a day when the desk received', async () => {
  await goTo('2019-12-03T09:00:00');
  const { dossierId } = await receive();
  const command = receiveCommand('ky-bac', birth);
  const correct = async (receivedAt: string) => (await officer.send('POST', `/api/desk/dossiers/${dossierId}/supersede-receipt`, {
    deskId: 'ky-bac', revision: 1, reason: 'Ghi nhầm giờ', receivedAt, procedureCode: birth.code, procedureVersion: birth.version, caseId: command.caseId,
    parties: command.parties, answers: command.answers, papers: command.papers, fees: [],
  })).json<{ code: string; fieldErrors?: object }>();
  expect(await correct('2019-12-03T09:00:01+07:00')).toMatchObject({ code: 'received-in-future' });
  expect(await correct('2018-01-02T09:00:00+07:00')).toMatchObject({ code: 'not-received-here' });
  for (const never of ['2019-11-31T08:00:00+07:00', '2019-12-02T24:00:00+07:00', '2019-12-02T08:00:00Z', '2019-12-02T08:00+07:00']) expect(await correct(never)).toMatchObject({ code: 'invalid-fields' });
});

it('a dossier that is withdrawn on its way is struck from the record, which waits for it no longer', async () => {
  const [gone, stays] = [await receive(), await receive()];
  await forward('xa-ky-bac', gone, stays);
  await officer.send('POST', `/api/desk/dossiers/${gone.dossierId}/withdraw`, { deskId: 'ky-bac', revision: 2, ...WITHDRAWAL });
  const sent = async () => (await clerk.get('/api/desk/today')).json<DeskTodayView>().sent.at(-1);
  expect(await sent()).toMatchObject({ dossierCount: 2, openCount: 1 });
  await (await world.signIn('vanthu.kybac')).send('POST', '/api/office/hand-overs/accept', { dossierIds: [stays.dossierId] });
  const [line] = (await viewOf(gone.dossierId)).handOvers;
  expect(line).toMatchObject({ result: 'rejected', note: 'Công dân rút hồ sơ', receivedByName: (await viewOf(stays.dossierId)).handOvers[0]?.receivedByName });
});

it('a paper printed again long after is logged, with who, when and why', async () => {
  const { paperId, dossierId } = await receive();
  await clerk.get(`/api/papers/${paperId}.pdf`);
  await goTo('2019-12-20T09:00:00');
  expect((await clerk.send('POST', `/api/papers/${paperId}/reprint`, { reason: 'Người dân làm mất' })).json()).toMatchObject({ printCount: 2 });
  expect((await viewOf(dossierId)).journal.at(-1)).toMatchObject({ act: 'reprint-paper', at: '2019-12-20T09:00:00+07:00', accountName: 'Nguyễn Thị Sen', note: 'Người dân làm mất' });
});
