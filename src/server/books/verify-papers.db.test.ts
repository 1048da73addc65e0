// Every numbered paper is given through its own act; then a number is lost, given twice, made up and used though left out.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TAKEN_BACK, WITHDRAWAL, certifyCommand, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { plantDossier } from '#testing/planted-dossiers.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';
import { verifySeries } from './verify-series.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const caseId = birth.cases[0]?.caseId ?? '';
const AGENCY = 'so-tu-phap';
const DESK_UNIT = 'xa-ky-bac';

let world: ServedWorld;
const sql = async <T>(text: string, values: readonly unknown[] = []): Promise<T[]> => (await world.database.migratorPool.query(text, [...values])).rows as T[];
const good = (answer: Answer): Answer => {
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer;
};
let planted = 8000;
const plant = async (more = {}): Promise<string> => {
  planted += 1;
  const { dossierId } = await plantDossier(world.database.pool, {
    no: planted, agencyUnitId: AGENCY, procedureCode: '2.000488', state: 'in-process', stepNo: 1, stepRole: 'agency-officer', dueAt: '2019-12-02T17:30:00+07:00', ...more,
  });
  // a planted code was given by no counter
  await sql('update motcua.dossier set code_is_provisional = true where dossier_id = $1', [dossierId]);
  return dossierId;
};
const at = async (who: Caller, id: string, path: string, body: object, revision = 2): Promise<Answer> =>
  good(await who.send('POST', `/api/office/dossiers/${id}/${path}`, { expectedRevision: revision, ...body }));
const keepPaper = (id: string) => sql(
  `insert into motcua.dossier_paper (province_id, dossier_id, line_no, round_no, item_id, name, form, count, shown_only, scans)
   values (42, $1, 1, 0, 'to-khai', 'Tờ khai', 'original', 1, false, '{}')`, [id]);

beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  const [specialist, head, signer, records, officer] = await Promise.all(
    ['chuyenvien.stp', 'truongphong.stp', 'phogiamdoc.stp', 'vanthu.stp', 'tuphap.kybac'].map((login) => world.signIn(login))) as [Caller, Caller, Caller, Caller, Caller];
  const guide = async (more: object) => good(await officer.send('POST', '/api/desk/guidance', {
    guidanceId: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, caseId, missing: [], ...more }));
  await guide({ personName: 'Lê Thị Hỏi' });
  await guide({ brought: [{ itemId: 'declaration', form: 'original', count: 1 }] });
  good(await officer.send('POST', '/api/desk/refusals', {
    refusalId: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, personName: 'Nguyễn Văn Bị', address: 'xã Kỳ Bắc',
    reason: 'Không có quyền yêu cầu.', ground: 'Điều 15 Luật Hộ tịch' }));
  good(await officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth)));
  good(await officer.send('POST', '/api/desk/certifications', certifyCommand('ky-bac', procedureIn('kybac-2019', '2.000815'), { receiptAsked: true })));

  await at(specialist, await plant(), 'ask-supplement', { items: [{ name: 'Sổ hộ khẩu', original: 0, certifiedCopy: 1, plainCopy: 0 }], reason: 'Thiếu' });
  const late = await plant();
  await at(specialist, late, 'prepare-apology', { reason: 'Chờ xác minh', newDue: '2019-12-05T16:30:00+07:00' });
  await at(signer, late, 'sign-apology', {}, 3);
  const refused = await plant();
  const PASS = { result: { kind: 'pass' } };
  await at(specialist, refused, 'complete-step', { result: { kind: 'pass', proposal: { kind: 'refuse', reason: 'Không đủ điều kiện', legalGround: 'Điều 49' } } });
  await at(head, refused, 'complete-step', PASS, 3);
  await at(signer, refused, 'refuse-resolution', { reason: 'Không đủ điều kiện', legalGround: 'Điều 49' }, 4);
  good(await records.send('POST', '/api/office/outcomes/send', { dossiers: [{ dossierId: refused, expectedRevision: 5 }] }));
  const stopped = await plant({ state: 'supplement-asked' });
  await sql(`insert into motcua.supplement_request (province_id, dossier_id, request_no, asked_at, asked_by, asked_by_name, items, reason, answer_by)
    values (42, $1, 1, '2019-11-01T07:00+07', $1, 'X', '[]', 'Thiếu', '2019-11-10T17:30+07')`, [stopped]);
  await at(head, stopped, 'stop', { reason: 'Quá hạn bổ sung', legalGround: 'Điều 19' });
  // withdrawn and given back at the agency; and withdrawn there, sent to the desk, given back at the desk
  const here = await plant();
  await keepPaper(here);
  await at(specialist, here, 'withdraw', { ...WITHDRAWAL, papersBack: { ...TAKEN_BACK, papers: [{ lineNo: 1, given: true }] } });
  const there = await plant();
  await keepPaper(there);
  await at(specialist, there, 'withdraw', WITHDRAWAL);
  await at(records, there, 'send-papers-back', {}, 3);
  world.wait(60);
  good(await officer.send('POST', `/api/desk/dossiers/${there}/accept-papers`, { deskId: 'ky-bac', revision: 4, papers: [{ lineNo: 1, result: 'received' }] }));
  good(await officer.send('POST', `/api/desk/dossiers/${there}/give-back-papers`, { deskId: 'ky-bac', revision: 5, papersBack: { ...TAKEN_BACK, papers: [{ lineNo: 1, given: true }] } }));
}, 120_000);
afterAll(() => world.close());

const SERIES = [
  `paper:apology-notice:${AGENCY}`, `paper:guidance-slip:${DESK_UNIT}`, `paper:hand-over-record:${AGENCY}`, `paper:intake-receipt:${DESK_UNIT}`,
  `paper:refusal-notice:${AGENCY}`, `paper:refusal-notice:${DESK_UNIT}`, `paper:stop-notice:${AGENCY}`, `paper:supplement-request:${AGENCY}`,
  `paper:supplement-request:${DESK_UNIT}`, `paper:withdrawal-note:${AGENCY}`, `paper:withdrawal-note:${DESK_UNIT}`,
];
const found = async () => (await verifySeries(world.database.pool, 42)).findings.map(({ series, text }) => [series, text.replace(/^.*?, 2019: /u, '')]);

it('each paper is found in the series it was numbered from, once', async () => {
  expect(await found()).toEqual([]);
  const counted = await sql<{ series: string }>(`select series from motcua.number_counter where series like 'paper:%' order by series collate "C"`);
  expect(counted.map(({ series }) => series)).toEqual(SERIES);
});

it('in each series a number that no paper bears is missed, until it is recorded as left out', async () => {
  await sql(`update motcua.number_counter set last_number = last_number + 1 where series like 'paper:%'`);
  const last = new Map((await sql<{ series: string; last: number }>(`select series, last_number as last from motcua.number_counter`)).map((row) => [row.series, row.last]));
  expect(await found()).toEqual(SERIES.map((series) => [series, `thiếu số ${last.get(series)}`]));
  await sql(`insert into motcua.number_gap select province_id, series, period, last_number, last_number, 'spoilt', 'thử', now(), 'thử' from motcua.number_counter where series like 'paper:%'`);
  expect(await found()).toEqual([]);
});

it('in each series a second paper with one number, one never given and one recorded as left out are named', async () => {
  const copy = (number: string) => sql(
    `insert into motcua.issued_paper (province_id, paper_id, dossier_id, desk_id, kind, form_version, number, payload, issued_at, issued_by)
     select distinct on (p.kind, u.side) p.province_id, gen_random_uuid(), p.dossier_id, p.desk_id, p.kind, p.form_version, ${number}, p.payload, p.issued_at, p.issued_by
     from motcua.issued_paper p, lateral (select coalesce(p.payload#>>'{head,agency}', '') as side) u
     where p.number ~ '^[0-9]+' and (p.kind <> 'hand-over-record' or p.dossier_id is not null) and p.kind <> 'control-slip' order by p.kind, u.side, p.paper_id`);
  await copy(`p.number`);
  const doubled = await found();
  expect(doubled.map(([series]) => series)).toEqual(SERIES);
  expect(doubled.every(([, text]) => /^số \d+ ghi 2 lần$/u.test(text ?? ''))).toBe(true);
  await copy(`'99/X'`);
  expect((await found()).filter(([, text]) => text === 'số 99 có trong sổ nhưng chưa từng được cấp').map(([series]) => series)).toEqual(SERIES);
  await sql(`insert into motcua.number_gap select distinct province_id, series, period, 1, 1, 'spoilt', 'thử', now(), 'thử' from motcua.number_counter where series like 'paper:%'`);
  expect((await found()).filter(([, text]) => text === 'số 1 đã ghi nhận là bỏ trống nhưng có trong sổ').map(([series]) => series)).toEqual(SERIES);
});
