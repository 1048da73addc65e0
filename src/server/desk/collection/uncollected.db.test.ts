// An outcome that nobody fetches, on a real database: two invitations on their days, then the way back with a record.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PlainDate, momentAt, momentToEpoch, type WallTime } from '#core/kernel/moment.ts';
import { findUnexplained, happened, standing } from '#testing/custody-ledger.ts';
import { farmer, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { type Caller, type ServedWorld, servedWorld } from '#testing/served-world.ts';
import type { UncollectedView } from '#wire/collection.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';

const record = procedureIn('kybac-2019', '2.000488');
const AGENCY = 'so-tu-phap';
const LOGINS = { officer: 'tuphap.kybac', clerk: 'buudien.kybac', specialist: 'chuyenvien.stp', head: 'truongphong.stp', signer: 'phogiamdoc.stp', records: 'vanthu.stp' } as const;

let world: ServedWorld;
const people = {} as Record<keyof typeof LOGINS, Caller>;
const signInAll = async (): Promise<void> => {
  for (const [who, login] of Object.entries(LOGINS)) people[who as keyof typeof LOGINS] = await world.signIn(login);
};
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  await signInAll();
}, 240_000);
afterAll(() => world.close());

/** Sessions do not last over days. */
const goTo = async (day: string): Promise<void> => {
  world.wait((momentToEpoch(momentAt(day as PlainDate, '08:00' as WallTime)) - world.realNow()) / 1000);
  await signInAll();
};
const sql = async <T extends object>(text: string, ...values: readonly unknown[]): Promise<readonly T[]> => (await world.database.pool.query<T>(text, [...values])).rows;
const revisionOf = async (dossierId: string): Promise<number> => (await sql<{ revision: number }>('select revision from motcua.dossier where dossier_id = $1', dossierId))[0]?.revision ?? 0;
const post = async <T>(who: Caller, url: string, body: object): Promise<T> => {
  const answer = await who.send('POST', url, body);
  if (answer.status >= 300) throw new Error(`${url}: ${answer.status} ${answer.text}`);
  return answer.json<T>();
};
const office = async (who: Caller, dossierId: string, path: string, body: object = {}) => post(who, `/api/office/dossiers/${dossierId}/${path}`, { expectedRevision: await revisionOf(dossierId), ...body });
const atDesk = async (dossierId: string, path: string) => people.clerk.send('POST', `/api/desk/dossiers/${dossierId}/${path}`, { deskId: 'ky-bac', revision: await revisionOf(dossierId) });
const sent = async (dossierId: string): Promise<void> => {
  const { handOverId } = await post<{ handOverId: string }>(people.records, '/api/office/outcomes/send', { dossiers: [{ dossierId, expectedRevision: await revisionOf(dossierId) }] });
  await post(people.officer, `/api/desk/incoming/${handOverId}/accept`, { deskId: 'ky-bac', received: [dossierId] });
};
const ready = async (): Promise<string> => {
  const { dossierId } = await post<DossierReceivedAnswer>(people.officer, '/api/desk/dossiers', receiveCommand('ky-bac', record));
  await post(people.officer, '/api/desk/hand-overs', { handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: AGENCY, dossiers: [{ dossierId, revision: await revisionOf(dossierId), paperCount: 3 }] });
  await post(people.specialist, '/api/office/hand-overs/accept', { dossierIds: [dossierId] });
  await office(people.specialist, dossierId, 'complete-step', { result: { kind: 'pass', proposal: { kind: 'grant' } } });
  await office(people.head, dossierId, 'complete-step', { result: { kind: 'pass' } });
  await office(people.signer, dossierId, 'complete-step', { result: { kind: 'pass' } });
  await office(people.records, dossierId, 'record-outcome', { name: 'Phiếu lý lịch tư pháp số 1', symbol: 'PLLTP', hasPaper: true, sealed: true });
  await sent(dossierId);
  return dossierId;
};
const listed = async (dossierId: string, who = people.clerk) =>
  (await who.get('/api/desk/uncollected?deskId=ky-bac')).json<UncollectedView>().rows.find((row) => row.dossierId === dossierId);
const outcomeOf = async (dossierId: string) => (await standing(world.database.pool, dossierId)).filter((line) => line.startsWith('outcome'));
const noticesOf = async (dossierId: string) => (await sql<{ kind: string }>(
  `select payload->>'kind' as kind from motcua.outbox where dossier_id = $1 and topic = 'citizen-notice' order by payload->>'at', outbox_id`, dossierId)).map(({ kind }) => kind);

it('is invited to twice, goes back with a record, is signed for, and can be sent to the desk again', async () => {
  const dossierId = await ready();
  const first = await listed(dossierId);
  const dueOn = (await sql<{ day: string }>(`select (due_at at time zone 'Asia/Ho_Chi_Minh')::date::text as day from motcua.dossier where dossier_id = $1`, dossierId))[0]?.day;
  expect([dueOn, first?.step, first?.isDue, first?.invitedOn]).toEqual(['2019-12-02', { kind: 'invite', round: 1, from: '2019-12-03' }, false, []]);
  expect((await atDesk(dossierId, 'invite-to-collect')).json()).toMatchObject({ code: 'invitation-too-early', detail: expect.stringContaining('03/12/2019') as string });

  await goTo('2019-12-03');
  expect((await listed(dossierId))?.isDue).toBe(true);
  const invited = (await atDesk(dossierId, 'invite-to-collect')).json<{ paperId: string; state: string }>();
  expect(invited.state).toBe('ready-to-return');
  const again = await atDesk(dossierId, 'invite-to-collect');
  expect(again.json()).toMatchObject({ code: 'invitation-too-early' });
  expect((await atDesk(dossierId, 'send-outcome-back')).json()).toMatchObject({ code: 'not-invited-twice' });
  const [paper] = await sql<{ kind: string; number: string; payload: object }>('select kind, number, payload from motcua.issued_paper where paper_id = $1', invited.paperId);
  expect(paper).toMatchObject({
    kind: 'invitation', number: '01/GM',
    payload: { round: 1, number: '01/GM', earlierInvitations: [], invited: { name: farmer.fullName }, outcomeName: expect.stringMatching(/^Phiếu lý lịch tư pháp số 1 số /u) as string, procedureName: record.name },
  });

  await goTo('2019-12-05');
  expect(await listed(dossierId)).toMatchObject({ invitedOn: ['2019-12-03'], step: { kind: 'invite', round: 2, from: '2019-12-05' }, isDue: true });
  const second = (await atDesk(dossierId, 'invite-to-collect')).json<{ paperId: string }>();
  const [last] = await sql<{ payload: object }>('select payload from motcua.issued_paper where paper_id = $1', second.paperId);
  expect(last?.payload).toMatchObject({ round: 2, earlierInvitations: ['2019-12-03'], until: '2019-12-09', afterwards: 'kết quả được chuyển lại Sở Tư pháp tỉnh Hà Tĩnh' });
  expect((await atDesk(dossierId, 'invite-to-collect')).json()).toMatchObject({ code: 'invited-twice' });
  expect((await atDesk(dossierId, 'send-outcome-back')).json()).toMatchObject({ code: 'send-back-too-early' });

  await goTo('2019-12-10');
  expect((await listed(dossierId))?.step).toEqual({ kind: 'send-back', from: '2019-12-10' });
  const before = await revisionOf(dossierId);
  const back = (await atDesk(dossierId, 'send-outcome-back')).json<{ paperId: string; state: string; revision: number }>();
  expect([back.state, back.revision]).toEqual(['uncollected', before + 1]);
  expect(await outcomeOf(dossierId)).toEqual(['outcome 1 transit']);
  expect(await listed(dossierId)).toBeUndefined();
  const [recorded] = await sql<{ payload: object }>('select payload from motcua.issued_paper where paper_id = $1', back.paperId);
  expect(recorded?.payload).toMatchObject({ kind: 'hand-over-record', direction: 'to-agency', remarks: 'Chuyển hoàn kết quả không có người đến nhận; đã mời ngày 03/12/2019 và ngày 05/12/2019.' });
  expect(await noticesOf(dossierId)).toEqual(expect.arrayContaining(['ready-to-return', 'invited-to-collect', 'outcome-sent-back']));

  // the agency sees it, signs once, and sends it again when somebody asks
  const inbox = (await people.records.get('/api/office/inbox?tab=came-back')).json<{ rows: readonly { dossierId: string; state: string }[]; counts: object }>();
  expect(inbox).toMatchObject({ rows: [{ dossierId, state: 'uncollected' }], counts: { 'came-back': 1, 'to-send': 0, overdue: 0 } });
  expect((await people.records.get(`/api/office/dossiers/${dossierId}/work`)).json()).toMatchObject({ outcomeComesBack: true });
  await office(people.records, dossierId, 'accept-outcome-back');
  expect(await outcomeOf(dossierId)).toEqual([`outcome 1 agency ${AGENCY}`]);
  expect((await people.records.get(`/api/office/dossiers/${dossierId}/work`)).json()).toMatchObject({ outcomeComesBack: false });
  expect((await people.records.send('POST', `/api/office/dossiers/${dossierId}/accept-outcome-back`, { expectedRevision: await revisionOf(dossierId) })).json()).toMatchObject({ code: 'outcome-back-already' });

  await sent(dossierId);
  // a stay of its own: what was said of the first counts no more
  expect(await listed(dossierId)).toMatchObject({ invitedOn: [], step: { kind: 'invite', round: 1, from: '2019-12-11' } });
  expect((await happened(world.database.pool, dossierId)).find((line) => line.startsWith('outcome'))).toBe('outcome: came sent received sent received sent received');
  expect(await findUnexplained(world.database.pool)).toEqual([]);
});

it('one day brings one invitation, however often it is asked for', async () => {
  await goTo('2019-12-11');
  const dossierId = await ready();
  await world.database.pool.query(`update motcua.dossier set due_at = '2019-12-11T10:00:00+07:00' where dossier_id = $1`, [dossierId]);
  await goTo('2019-12-12');
  const key = { 'idempotency-key': randomUUID() };
  const body = { deskId: 'ky-bac', revision: await revisionOf(dossierId) };
  const answers = [];
  for (let turn = 0; turn < 2; turn += 1) answers.push((await people.clerk.send('POST', `/api/desk/dossiers/${dossierId}/invite-to-collect`, body, key)).json<{ paperId: string }>().paperId);
  expect(new Set(answers).size).toBe(1);
  expect(await sql('select round_no as round, invited_on::text as day from motcua.invitation where dossier_id = $1', dossierId)).toEqual([{ round: 1, day: '2019-12-12' }]);
});

it('what was sent back and did not come is looked for: nobody has it, and both sides have the case', async () => {
  const dossierId = await ready();
  await world.database.pool.query(`update motcua.dossier set due_at = '2019-12-12T10:00:00+07:00' where dossier_id = $1`, [dossierId]);
  for (const [day, act] of [['2019-12-13', 'invite-to-collect'], ['2019-12-17', 'invite-to-collect'], ['2019-12-20', 'send-outcome-back']] as const) {
    await goTo(day);
    expect((await atDesk(dossierId, act)).status).toBeLessThan(300);
  }
  await office(people.records, dossierId, 'accept-outcome-back', { missing: 'Không có trong bì' });
  expect([await outcomeOf(dossierId), await sql('select kind, sent, arrived, note from motcua.custody_case where dossier_id = $1', dossierId)])
    .toEqual([['outcome 1 unaccounted'], [{ kind: 'short', sent: 1, arrived: 0, note: 'Không có trong bì' }]]);
  expect((await people.records.send('POST', `/api/office/dossiers/${dossierId}/accept-outcome-back`, { expectedRevision: await revisionOf(dossierId), missing: 'x' })).json()).toMatchObject({ code: 'outcome-back-already' });
  // found after all, it is sent as anything else, and its case is over
  await sent(dossierId);
  expect([await outcomeOf(dossierId), await sql('select settled_how as how from motcua.custody_case where dossier_id = $1', dossierId)]).toEqual([['outcome 1 desk ky-bac'], [{ how: 'found' }]]);
  expect(await findUnexplained(world.database.pool)).toEqual([]);
});

it('what a courier is to bring home is in no list, and nobody is invited to it', async () => {
  const dossierId = await ready();
  await world.database.pool.query(`update motcua.dossier set return_wish = '{"kind":"home-delivery","address":"thôn Hợp Tiến","phone":"0912345678"}' where dossier_id = $1`, [dossierId]);
  expect(await listed(dossierId)).toBeUndefined();
  expect((await atDesk(dossierId, 'invite-to-collect')).json()).toMatchObject({ code: 'outcome-being-delivered' });
});
