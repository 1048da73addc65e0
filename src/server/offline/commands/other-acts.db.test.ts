// Every act a counter may do without a line goes through its own decision and save; and what the calendar, the turn of
// the year or the counter's own basis changes is told.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { momentFromEpoch } from '#core/kernel/moment.ts';
import { OFFLINE_ACTS, type OfflineAct } from '#core/offline/offline-act.ts';
import { TAKEN_BACK, WITHDRAWAL, farmer, papersFor, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { type Counter, offlineCounter } from '#testing/offline-counter.ts';
import { plantDossier } from '#testing/planted-dossiers.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { verifySeries } from '../../books/verify-series.ts';

const birth = procedureIn('kybac-2019', '1.001193');
let world: ServedWorld;
let clerk: Caller;
let counter: Counter;
let no = 500;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  clerk = await world.signIn('buudien.kybac');
  counter = await offlineCounter(world, clerk, await world.signIn('quantri'));
}, 120_000);
afterAll(() => world.close());

const plant = async (state: string): Promise<string> => {
  no += 1;
  return (await plantDossier(world.database.pool, { no, agencyUnitId: 'xa-ky-bac', procedureCode: birth.code, state })).dossierId;
};
const taken = <A>(answer: Answer): { answer: A; cases: string[] } => {
  expect([answer.status, answer.text.slice(0, 300)]).toEqual([200, expect.any(String)]);
  return answer.json<{ answer: A; cases: string[] }>();
};
const act = (name: OfflineAct, body: object, more: Record<string, unknown> = {}) => counter.send(counter.envelope(name, body, more));
const onDesk = { deskId: 'ky-bac', revision: 2 };
const of = (series: string, period: string) => counter.take(`${series}:xa-ky-bac`, period);
const reasons = async (commandId: string) =>
  (await world.database.pool.query<{ reason: string }>('select reason from motcua.offline_case where command_id = $1 order by reason', [commandId])).rows.map(({ reason }) => reason);
const reception = (period: string, more: Record<string, unknown> = {}) => {
  const command = receiveCommand('ky-bac', birth);
  const leased = [of('dossier', period), of('paper:intake-receipt', period === '191118' ? '2019' : `20${period.slice(0, 2)}`)];
  return { dossierId: command.dossierId, envelope: counter.envelope('receive-dossier', command, { dossierId: command.dossierId, leased, printed: { paperId: randomUUID() }, ...more }) };
};

it('a clock that lost some minutes between two acts on one dossier holds up neither', async () => {
  world.wait(600);
  const { dossierId, envelope } = reception('191118');
  taken(await counter.send(envelope));
  const madeAt = momentFromEpoch(world.realNow() - 180_000);
  const { cases } = taken(await act('cancel-entry', { deskId: 'ky-bac', revision: 1, reason: 'Nhập nhầm' }, { dossierId, madeAt }));
  expect(cases).toEqual([]);
  expect((await clerk.get(`/api/dossiers/${dossierId}`)).json<DossierView>().state).toBe('cancelled');
});

it('a corrected receipt keeps the id it was printed with and the number the counter held', async () => {
  const { dossierId, envelope } = reception('191118');
  taken(await counter.send(envelope));
  const paperId = randomUUID();
  const number = of('paper:intake-receipt', '2019');
  const { answer, cases } = taken<DossierReceivedAnswer>(await act('supersede-receipt', {
    deskId: 'ky-bac', revision: 1, reason: 'Ghi nhầm tên', procedureCode: birth.code, procedureVersion: birth.version, caseId: birth.cases[0]?.caseId,
    parties: { applicant: { ...farmer, fullName: 'Nguyễn Văn Đúng' } }, answers: receiveCommand('ky-bac', birth).answers, papers: papersFor(birth, birth.cases[0]?.caseId ?? ''), fees: [],
  }, { dossierId, leased: [number], printed: { paperId } }));
  expect([answer.paperId, answer.revision, cases]).toEqual([paperId, 2, []]);
  const { rows } = await world.database.pool.query('select number from motcua.issued_paper where paper_id = $1', [paperId]);
  expect(rows).toEqual([{ number: String(number.number).padStart(4, '0') }]);
});

const asked = async (): Promise<string> => {
  const dossierId = await plant('supplement-asked');
  await world.database.pool.query(
    `insert into motcua.supplement_request (province_id, dossier_id, request_no, asked_at, asked_by, asked_by_name, reason, items)
     values (42, $1, 1, '2019-11-18T07:10:00+07:00', $1, 'Người thử', 'Thiếu', '[{"name":"Giấy thử","original":1,"certifiedCopy":0,"plainCopy":0}]')`, [dossierId]);
  return dossierId;
};
const brought = { ...onDesk, papers: [{ itemId: 'khac', name: 'Giấy thử', form: 'original', count: 1 }] };

it('a supplement is received, and its clock goes on from when it was brought', async () => {
  const dossierId = await asked();
  const { answer } = taken<{ state: string; at: string }>(await act('receive-supplement', brought, { dossierId }));
  expect(answer).toMatchObject({ state: 'in-process', at: counter.now() });
});

it('of a supplement that the server had taken when the line broke, another moment told at the counter is a case, once', async () => {
  const dossierId = await asked();
  const own = counter.envelope('receive-supplement', brought, { dossierId });
  const done = await clerk.send('POST', `/api/desk/dossiers/${dossierId}/receive-supplement`, { ...brought, confirmation: { by: 'pin', accountId: counter.officer.accountId, pin: '246810' } }, { 'idempotency-key': own.commandId });
  expect([done.status, done.text]).toEqual([200, expect.any(String)]);
  const due = done.json<{ due: { due: string } }>().due.due;
  const told = (moment: string) => counter.send(counter.proven({ ...own, afterUnsettled: true, printed: { due: moment } }));
  expect(taken<{ due: { due: string } }>(await told(due)).cases).toEqual([]);
  for (let times = 0; times < 2; times += 1) {
    const { answer, cases } = taken<{ due: { due: string } }>(await told('2019-11-29T17:30:00+07:00'));
    expect([answer.due.due, cases.length]).toEqual([due, 1]);
  }
  expect(await reasons(own.commandId)).toEqual(['performed-before']);
});

it('outcomes that were announced are counted and returned', async () => {
  const dossierId = await plant('outcome-sent');
  const handOverId = randomUUID();
  await world.database.pool.query(
    `insert into motcua.hand_over (province_id, hand_over_id, direction, desk_id, agency_unit_id, record_number, sent_at, sent_by, sent_by_name)
     values (42, $1, 'to-desk', 'ky-bac', 'xa-ky-bac', '900/BBGN', now(), $1, 'Văn thư')`, [handOverId]);
  await world.database.pool.query('insert into motcua.hand_over_line (province_id, hand_over_id, dossier_id, paper_count) values (42, $1, $2, 1)', [handOverId, dossierId]);
  taken(await act('accept-outcome', { deskId: 'ky-bac', received: [dossierId] }, { handOverId }));
  const { answer } = taken<{ state: string }>(await act('return-outcome', {
    deskId: 'ky-bac', revision: 3, receiver: { fullName: farmer.fullName, identity: farmer.identity, relation: 'self' }, receiptShown: true, recalledPapers: [], originalsReturned: true,
  }, { dossierId }));
  expect(answer.state).toBe('returned');
});

it('a dossier is withdrawn with a note that bears the counter’s number', async () => {
  const { dossierId, envelope } = reception('191118');
  taken(await counter.send(envelope));
  const paperId = randomUUID();
  const { answer, cases } = taken<{ state: string; paperId: string }>(await act('withdraw-dossier', { deskId: 'ky-bac', revision: 1, ...WITHDRAWAL, papersBack: TAKEN_BACK },
    { dossierId, leased: [of('paper:withdrawal-note', '2019')], printed: { paperId } }));
  expect([answer.state, answer.paperId, cases]).toEqual(['withdrawn', paperId, []]);
});

it('papers that are not here are not given, in the core’s own words', async () => {
  const refused = await act('give-back-papers', { ...onDesk, papersBack: TAKEN_BACK }, { dossierId: await plant('in-process') });
  expect([refused.status, refused.json<{ code: string }>().code]).toEqual([409, 'act-not-possible']);
});

it('no act is on the list without a way to take it', async () => {
  for (const name of OFFLINE_ACTS) {
    const answer = await act(name, { x: 1 }, { dossierId: randomUUID(), handOverId: randomUUID() });
    expect([name, answer.status, answer.json<{ code: string }>().code]).toEqual([name, 422, 'body-unreadable']);
  }
});

it('a holiday declared meanwhile leaves the printed due moment, and is told', async () => {
  const { rows } = await world.database.pool.query<{ calendar: string }>("select calendar_id || '@' || version as calendar from motcua.working_calendar order by version desc limit 1");
  const { dossierId, envelope } = reception('191118', { basis: { calendar: rows[0]?.calendar } });
  const before = (await counter.send(reception('191118', { basis: { calendar: rows[0]?.calendar } }).envelope)).json<{ answer: DossierReceivedAnswer; cases: string[] }>();
  expect(before.cases).toEqual([]);
  await world.database.migratorPool.query(
    `insert into motcua.working_calendar select (jsonb_populate_record(null::motcua.working_calendar, to_jsonb(c) || jsonb_build_object('version', c.version + 1,
       'content', c.content || jsonb_build_object('version', c.version + 1, 'days', c.content->'days' || jsonb_build_array(
         jsonb_build_object('date', '2019-11-19', 'kind', 'holiday', 'name', 'Nghỉ đột xuất', 'status', 'announced', 'source', 'QĐ thử')))))).*
     from motcua.working_calendar c order by c.version desc limit 1`);
  world.wait(6);
  const after = taken<DossierReceivedAnswer>(await counter.send(envelope));
  expect(await reasons(envelope.commandId)).toEqual(['calendar-changed']);
  expect(after.answer.due?.due).toBe(before.answer.due?.due);
  expect((await clerk.get(`/api/dossiers/${dossierId}`)).json<DossierView>().due?.calendarVersion).toBe(rows[0]?.calendar);
});

it('what was received on the last day of the year and arrives in the next stands in the next year’s register', async () => {
  world.wait(43 * 86_400);
  clerk = await world.signIn('buudien.kybac');
  counter = await offlineCounter(world, clerk, await world.signIn('quantri'));
  expect(counter.now()).toMatch(/^2019-12-31/);
  const command = receiveCommand('ky-bac', birth);
  const leased = [of('dossier', '191231'), of('paper:intake-receipt', '2019')];
  const envelope = counter.envelope('receive-dossier', command, { dossierId: command.dossierId, leased, printed: { paperId: randomUUID() } });
  world.wait(2 * 86_400);
  clerk = await world.signIn('buudien.kybac');
  const { answer } = taken<DossierReceivedAnswer>(await counter.send(envelope, clerk));
  expect([answer.code, answer.receivedAt.slice(0, 10)]).toEqual([expect.stringMatching(/-191231-\d{4}$/), '2019-12-31']);
  expect(await reasons(envelope.commandId)).toEqual(['register-of-next-year']);
  const { rows } = await world.database.pool.query('select year, number from motcua.register_entry where dossier_id = $1', [command.dossierId]);
  expect(rows).toEqual([{ year: 2020, number: 1 }]);
  // what was planted above stands in series of its own days
  expect((await verifySeries(world.database.pool, 42)).findings.filter(({ period }) => period === '191231' || period === '2020')).toEqual([]);
});
