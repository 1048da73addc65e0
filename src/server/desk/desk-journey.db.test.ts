// A dossier goes all the way and by its side roads, each act as its own person, on one database.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TAKEN_BACK, WITHDRAWAL, farmer, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { servedWorld, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { DeskTodayView } from '#wire/desk-today.wire.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { Problem } from '#wire/problem.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { secretsFrom } from '../secrets.ts';
import { verifyJournal } from '../journal/verify.ts';

const PIN = '246810';
const birth = procedureIn('kybac-2019', '1.001193');
const correction = procedureIn('kybac-2019', '1.004859');
const secrets = secretsFrom(Buffer.alloc(32, 3));

let world: ServedWorld;
const people = {} as Record<'clerk' | 'officer' | 'chairman' | 'records' | 'neighbour', Caller>;
beforeAll(async () => {
  world = await servedWorld('kybac-2019', { parts: { secrets } });
  people.clerk = await world.signIn('buudien.kybac');
  people.officer = await world.signIn('tuphap.kybac');
  people.chairman = await world.signIn('chutich.kybac');
  people.records = await world.signIn('vanthu.kybac');
  people.neighbour = await world.signIn('tuphap.kyphong');
  await people.clerk.send('POST', '/api/desk/officer-presence', { login: 'tuphap.kybac', pin: PIN });
}, 120_000);
afterAll(() => world.close());

const viewOf = async (dossierId: string, who: Caller = people.officer): Promise<DossierView> => (await who.get(`/api/dossiers/${dossierId}`)).json<DossierView>();
const post = async <T>(who: Caller, url: string, body: object, expected = 200): Promise<T> => {
  const answer = await who.send('POST', url, body);
  if (answer.status !== expected) throw new Error(`${url}: ${answer.status} ${answer.text}`);
  return answer.json<T>();
};
const refusalOf = async (who: Caller, url: string, body: object): Promise<string> => {
  const answer = await who.send('POST', url, body);
  return answer.status < 300 ? 'done' : answer.json<Problem>().code;
};
const confirmed = { confirmation: { by: 'present-officer' as const } };
const receive = (more: Parameters<typeof receiveCommand>[2] = {}, procedure = birth): Promise<DossierReceivedAnswer> =>
  post(people.clerk, '/api/desk/dossiers', receiveCommand('ky-bac', procedure, { ...confirmed, ...more }), 201);
const forward = (dossierId: string, revision = 1): Promise<{ paperId: string; recordNumber: string }> =>
  post(people.clerk, '/api/desk/hand-overs', { handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'xa-ky-bac', dossiers: [{ dossierId, revision, paperCount: 2 }] }, 201);
const deskAct = (path: string, dossierId: string, body: object, who: Caller = people.clerk, expected = 200): Promise<{ state: string; revision: number; paperId?: string }> =>
  post(who, `/api/desk/dossiers/${dossierId}/${path}`, { deskId: 'ky-bac', ...body }, expected);
const office = (who: Caller, path: string, dossierId: string, body: object): Promise<{ state: string; revision: number }> =>
  post(who, `/api/office/dossiers/${dossierId}/${path}`, body);

const accepted = async (): Promise<{ dossierId: string; revision: number }> => {
  const { dossierId } = await receive();
  await forward(dossierId);
  await post(people.officer, '/api/office/hand-overs/accept', { dossierIds: [dossierId] });
  return { dossierId, revision: (await viewOf(dossierId)).revision };
};
const issued = async (): Promise<string> => {
  const { dossierId, revision } = await accepted();
  const passed = await office(people.officer, 'complete-step', dossierId, { expectedRevision: revision, result: { kind: 'pass', proposal: { kind: 'grant' } } });
  const signed = await office(people.chairman, 'complete-step', dossierId, { expectedRevision: passed.revision, result: { kind: 'pass' } });
  const recorded = await office(people.records, 'record-outcome', dossierId, { expectedRevision: signed.revision, name: 'Giấy khai sinh', symbol: 'GKS', hasPaper: true, sealed: true });
  await post(people.records, '/api/office/outcomes/send', { dossiers: [{ dossierId, expectedRevision: recorded.revision }] });
  return dossierId;
};
const incomingOf = async (dossierId: string): Promise<string> => {
  const today = (await people.clerk.get('/api/desk/today')).json<DeskTodayView>();
  return today.incoming.find((record) => record.dossiers.some((dossier) => dossier.dossierId === dossierId))?.handOverId ?? '';
};
const ready = async (): Promise<{ dossierId: string; revision: number }> => {
  const dossierId = await issued();
  await post(people.clerk, `/api/desk/incoming/${await incomingOf(dossierId)}/accept`, { deskId: 'ky-bac', received: [dossierId] });
  return { dossierId, revision: (await viewOf(dossierId)).revision };
};
const herself = { fullName: farmer.fullName, identity: farmer.identity, relation: 'self' as const };
const taking = { ...confirmed, receiver: herself, receiptShown: true, recalledPapers: [], originalsReturned: true };

describe('who receives', () => {
  it('the clerk prepares, the officer confirms by one key: he is the receiver, she the assistant', async () => {
    const { hands, dossierId } = await receive();
    expect(hands).toMatchObject({ receiverName: 'Trần Văn Trúc', assistantName: 'Nguyễn Thị Sen' });
    expect((await viewOf(dossierId)).journal[0]?.accountName).toBe('Trần Văn Trúc (hỗ trợ: Nguyễn Thị Sen)');
  });
  it('without the confirmation there is no dossier', async () => {
    const command = receiveCommand('ky-bac', birth);
    expect(await refusalOf(people.clerk, '/api/desk/dossiers', command)).toBe('confirmation-needed');
    expect((await people.officer.get(`/api/dossiers/${command.dossierId}`)).status).toBe(404);
  });
  it('a PIN on the spot confirms too, and stands nowhere: not in the journal, not in the stored command', async () => {
    const command = receiveCommand('ky-bac', birth);
    const me = (await people.clerk.get('/api/me')).json<{ desk: { officers: { accountId: string; fullName: string }[] } }>();
    const accountId = me.desk.officers.find((each) => each.fullName === 'Phan Thị Mai Lan')?.accountId ?? '';
    const wrong = { ...command, confirmation: { by: 'pin' as const, accountId, pin: '000000' } };
    expect(await refusalOf(people.clerk, '/api/desk/dossiers', wrong)).toBe('pin-wrong');
    const right = await post<DossierReceivedAnswer>(people.clerk, '/api/desk/dossiers', { ...command, confirmation: { by: 'pin', accountId, pin: PIN } }, 201);
    expect(right.hands.receiverName).toBe('Phan Thị Mai Lan');
    const { rows } = await world.database.pool.query<{ n: number }>(
      `select count(*)::int as n from motcua.journal where body like '%${PIN}%'`);
    expect(rows[0]?.n).toBe(0);
  });
  it('an officer of the next commune confirms nothing here', async () => {
    const { accountId } = (await people.neighbour.get('/api/me')).json<{ account: { accountId: string } }>().account;
    const command = receiveCommand('ky-bac', birth, { confirmation: { by: 'pin', accountId, pin: PIN } });
    expect(await refusalOf(people.clerk, '/api/desk/dossiers', command)).toBe('pin-wrong');
  });
});

describe('the whole way', () => {
  it('received, handed over, decided, signed, numbered, sent back, counted, returned', async () => {
    const { dossierId, revision } = await ready();
    const done = await deskAct('return-outcome', dossierId, { ...taking, revision, recalledPapers: [{ name: 'Giấy chứng sinh cũ', collected: true }] });
    expect(done).toMatchObject({ state: 'returned' });
    const view = await viewOf(dossierId);
    expect(view).toMatchObject({
      status: { no: 10, label: 'Đã trả kết quả' }, timeliness: 'finished', allowedActs: [],
      returned: { byName: 'Trần Văn Trúc', assistantName: 'Nguyễn Thị Sen', receiptShown: true, receiver: { relation: 'self' } },
      outcomes: [{ kind: 'outcome', name: 'Giấy khai sinh' }],
    });
    expect(view.handOvers.map((each) => [each.direction, each.result])).toEqual([['to-agency', 'received'], ['to-desk', 'received']]);
    expect(view.journal.map((each) => each.act)).toEqual([
      'receive-dossier', 'forward-dossiers', 'accept-hand-over', 'complete-step', 'complete-step', 'record-outcome', 'send-outcome', 'accept-outcome', 'return-outcome',
    ]);
    expect(view.closedAt).toBeDefined();
  });
  it('the record of a hand-over prints', async () => {
    const { dossierId } = await receive();
    const { paperId, recordNumber } = await forward(dossierId);
    expect(recordNumber).toMatch(/^\d{2,}\/BBGN$/);
    expect((await people.clerk.get(`/api/papers/${paperId}.pdf`)).text.startsWith('%PDF-')).toBe(true);
  });
  it('an outcome that was not in the bag goes back to the agency with the reason', async () => {
    const dossierId = await issued();
    const handOverId = await incomingOf(dossierId);
    const answer = await post<{ rejected: object[]; open: number }>(people.clerk, `/api/desk/incoming/${handOverId}/accept`, {
      deskId: 'ky-bac', received: [], rejected: [{ dossierId, note: 'Không có trong túi' }],
    });
    expect(answer).toMatchObject({ rejected: [{ dossierId }], open: 0 });
    const view = await viewOf(dossierId);
    expect(view.state).toBe('outcome-recorded');
    expect(view.handOvers.at(-1)).toMatchObject({ result: 'rejected', note: 'Không có trong túi' });
  });
});

describe('a supplement', () => {
  it('is received at the desk: the clock is counted again, the step goes on in the same hands', async () => {
    const { dossierId, revision } = await accepted();
    const asked = await office(people.officer, 'ask-supplement', dossierId, {
      expectedRevision: revision, reason: 'Thiếu giấy tờ', items: [{ name: 'Bản cam đoan', original: 1, certifiedCopy: 0, plainCopy: 0 }],
    });
    const today = (await people.clerk.get('/api/desk/today')).json<DeskTodayView>();
    expect(today.supplements.find((each) => each.dossierId === dossierId)).toMatchObject({ items: ['Bản cam đoan'], reason: 'Thiếu giấy tờ' });
    world.wait(86_400);
    people.clerk = await world.signIn('buudien.kybac');
    people.officer = await world.signIn('tuphap.kybac');
    people.chairman = await world.signIn('chutich.kybac');
    people.records = await world.signIn('vanthu.kybac');
    await people.clerk.send('POST', '/api/desk/officer-presence', { login: 'tuphap.kybac', pin: PIN });
    const done = await deskAct('receive-supplement', dossierId, {
      ...confirmed, revision: asked.revision, papers: [{ itemId: 'cam-doan', name: 'Bản cam đoan', form: 'original', count: 1 }],
    });
    expect(done.state).toBe('in-process');
    const view = await viewOf(dossierId);
    expect(view.due?.due.slice(0, 10)).toBe('2019-11-19');
    expect(view.due?.explanation.map((line) => line.rule)).toContain('restarted');
    expect(view.papers.at(-1)).toMatchObject({ name: 'Bản cam đoan', roundNo: 1 });
    expect(view.supplementRequests[0]?.answeredAt).toBeDefined();
    expect(view.steps.map((step) => [step.result, step.finishedAt === undefined])).toEqual([['supplement-asked', false], [undefined, true]]);
    const passed = await office(people.officer, 'complete-step', dossierId, { expectedRevision: view.revision, result: { kind: 'pass', proposal: { kind: 'grant' } } });
    expect(passed.state).toBe('in-process');
  });
});

describe('what went wrong', () => {
  it('a wrong procedure is corrected by a new receipt that names the old one; the code stays', async () => {
    const before = await receive();
    const command = receiveCommand('ky-bac', correction);
    const { dossierId: _id, deskId: _desk, channel: _channel, regime: _regime, setCount: _set, returnWish: _wish, ...content } = command;
    const after = await deskAct('supersede-receipt', before.dossierId, { ...content, ...confirmed, revision: 1, reason: 'Chọn nhầm thủ tục' });
    expect(after).toMatchObject({ code: before.code, state: 'received' });
    const view = await viewOf(before.dossierId);
    expect(view).toMatchObject({ procedure: { code: '1.004859' }, code: before.code });
    expect(view.due?.due).not.toBe(before.due?.due);
    expect(view.issuedPapers.map((paper) => [paper.paperId, paper.supersededAt !== undefined])).toEqual([[before.paperId, true], [after.paperId, false]]);
    expect((await people.clerk.get(`/api/papers/${before.paperId}.pdf`)).status).toBe(200);
    expect(view.papers.length).toBe(command.papers.length);
  });
  it('an entry made by mistake is cancelled by the officer; its number stays used', async () => {
    const { dossierId, code } = await receive();
    expect(await refusalOf(people.clerk, `/api/desk/dossiers/${dossierId}/cancel-entry`, { deskId: 'ky-bac', revision: 1, reason: 'Nhập sai' })).toBe('confirmation-needed');
    await deskAct('cancel-entry', dossierId, { revision: 1, reason: 'Nhập sai' }, people.officer);
    expect(await viewOf(dossierId)).toMatchObject({ state: 'cancelled', code, timeliness: 'finished' });
    const next = await receive();
    expect(Number(next.code.slice(-4))).toBe(Number(code.slice(-4)) + 1);
  });
  it('a dossier is withdrawn when the papers are given back', async () => {
    const { dossierId } = await receive();
    const url = `/api/desk/dossiers/${dossierId}/withdraw`;
    expect(await refusalOf(people.officer, url, { deskId: 'ky-bac', revision: 1, ...WITHDRAWAL })).toBe('papers-not-given-back');
    await deskAct('withdraw', dossierId, { revision: 1, ...WITHDRAWAL, papersBack: TAKEN_BACK }, people.officer);
    expect(await viewOf(dossierId)).toMatchObject({ state: 'withdrawn', status: { no: 7 } });
  });
  it('withdrawn from the agency, nobody there has a step left to do', async () => {
    const { dossierId, revision } = await accepted();
    await deskAct('withdraw', dossierId, { revision, ...WITHDRAWAL }, people.officer);
    const view = await viewOf(dossierId);
    expect(view.steps.map((step) => [step.finishedAt !== undefined, step.note])).toEqual([[true, 'Công dân rút hồ sơ']]);
  });
  it('whoever comes second is told what changed', async () => {
    const { dossierId } = await receive();
    await forward(dossierId);
    expect(await refusalOf(people.officer, `/api/desk/dossiers/${dossierId}/cancel-entry`, { deskId: 'ky-bac', revision: 1, reason: 'Nhập sai' })).toBe('changed-meanwhile');
    expect(await refusalOf(people.officer, `/api/desk/dossiers/${dossierId}/cancel-entry`, { deskId: 'ky-bac', revision: 2, reason: 'Nhập sai' })).toBe('act-not-possible');
  });
  it('one record holds dossiers of one agency that lie at this desk: all of them or none', async () => {
    const [one, two] = [await receive(), await receive()];
    await forward(one.dossierId);
    const both = [{ dossierId: one.dossierId, revision: 2, paperCount: 1 }, { dossierId: two.dossierId, revision: 1, paperCount: 1 }];
    const body = { handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'xa-ky-bac', dossiers: both };
    expect(await refusalOf(people.clerk, '/api/desk/hand-overs', body)).toBe('not-forwardable');
    expect(await refusalOf(people.clerk, '/api/desk/hand-overs', { ...body, agencyUnitId: 'so-tu-phap', dossiers: [both[1]] })).toBe('not-forwardable');
    expect((await viewOf(two.dossierId)).state).toBe('received');
    expect(await refusalOf(people.clerk, '/api/desk/hand-overs', { ...body, dossiers: [...both, { dossierId: randomUUID(), revision: 1, paperCount: 1 }] })).toBe('not-found');
  });
  it('the same record under another key is told apart', async () => {
    const { dossierId } = await receive();
    const guidance = { guidanceId: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, missing: [] };
    await post(people.clerk, '/api/desk/guidance', guidance, 201);
    expect(await refusalOf(people.clerk, '/api/desk/guidance', guidance)).toBe('already-recorded');
    expect(await refusalOf(people.clerk, '/api/desk/dossiers', receiveCommand('ky-bac', birth, { ...confirmed, dossierId }))).toBe('act-not-possible');
  });
});

describe('a crowd', () => {
  it('more acts at once than there are connections, all on facts just forgotten: each is done', async () => {
    const received = await Promise.all(Array.from({ length: 16 }, () => receive()));
    const { dossierId: _id, deskId: _desk, channel: _channel, regime: _regime, setCount: _set, returnWish: _wish, ...content } = receiveCommand('ky-bac', birth);
    const done = await Promise.all(received.flatMap(({ dossierId }) => [
      deskAct('supersede-receipt', dossierId, { ...content, ...confirmed, revision: 1, reason: 'Ghi nhầm' }),
      post<{ state?: string }>(people.clerk, '/api/desk/guidance', { guidanceId: randomUUID(), deskId: 'ky-bac', procedureCode: correction.code, procedureVersion: correction.version, missing: [] }, 201),
    ]));
    expect(done.length).toBe(32);
  }, 12_000);
  it('one act sent ten times at once is done once and answers ten times', async () => {
    const { dossierId } = await receive();
    const key = { 'idempotency-key': randomUUID() };
    const cancels = await Promise.all(Array.from({ length: 10 }, () =>
      people.officer.send('POST', `/api/desk/dossiers/${dossierId}/cancel-entry`, { deskId: 'ky-bac', revision: 1, reason: 'x' }, key)));
    expect(cancels.map((answer) => answer.status)).toEqual(Array.from({ length: 10 }, () => 200));
    const guidance = { guidanceId: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, missing: [] };
    const once = { 'idempotency-key': randomUUID() };
    const told = await Promise.all(Array.from({ length: 10 }, () => people.clerk.send('POST', '/api/desk/guidance', guidance, once)));
    expect(new Set(told.map((answer) => answer.text)).size).toBe(1);
    expect(told[0]?.status).toBe(201);
  });
});

describe('the return', () => {
  it.each([
    ['somebody else who says she is the applicant', { receiver: { ...herself, fullName: 'Lê Thị Khác', identity: { ...farmer.identity, number: '183999999' } } }, 'receiver-is-not-party'],
    ['one who receives for another without authorisation', { receiver: { ...herself, relation: 'authorised' } }, 'authorisation-needed'],
    ['family without the receipt', { receiver: { ...herself, relation: 'family' }, receiptShown: false, lostReceiptNote: 'Mất' }, 'authorisation-needed'],
    ['a lost receipt without its note', { receiptShown: false }, 'lost-receipt-note-needed'],
    ['papers to be recalled that are not there', { recalledPapers: [{ name: 'Giấy cũ', collected: false }] }, 'recalled-papers-missing'],
    ['an identity number that cannot be one', { receiver: { ...herself, identity: { kind: 'citizen-card', number: '123' } } }, 'fields-invalid'],
    ['a signature that nobody stored', { signature: 'a'.repeat(64) }, 'scans-missing'],
  ])('is refused to %s', async (_who, more, code) => {
    const { dossierId, revision } = await ready();
    expect(await refusalOf(people.clerk, `/api/desk/dossiers/${dossierId}/return-outcome`, { deskId: 'ky-bac', revision, ...taking, ...more })).toBe(code);
    expect((await viewOf(dossierId)).state).toBe('ready-to-return');
  });
  it('by the clerk alone waits for the officer, until the site leaves it to her', async () => {
    const { dossierId, revision } = await ready();
    const alone = { deskId: 'ky-bac', revision, ...taking, confirmation: undefined };
    expect(await refusalOf(people.clerk, `/api/desk/dossiers/${dossierId}/return-outcome`, alone)).toBe('confirmation-needed');
    expect((await viewOf(dossierId, people.clerk)).allowedActs.find(({ act }) => act === 'return-outcome')?.needsConfirmation).toBe(true);
  });
  it('goes on identity papers when the receipt is lost, with a note that stays', async () => {
    const { dossierId, revision } = await ready();
    await deskAct('return-outcome', dossierId, { ...taking, revision, receiptShown: false, lostReceiptNote: 'Mất giấy hẹn, đối chiếu CMND' });
    expect((await viewOf(dossierId)).returned).toMatchObject({ receiptShown: false, lostReceiptNote: 'Mất giấy hẹn, đối chiếu CMND' });
  });
});

it('every chain of the journal is whole after all this', async () => {
  const report = await verifyJournal(world.database.pool, 42, secrets.checkpointKey);
  expect(report.findings).toEqual([]);
  expect(report.entries).toBeGreaterThan(60);
});
