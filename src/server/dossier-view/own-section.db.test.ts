// Inside one agency: a dossier is read by the section that has it, by who leads and by who worked on it.
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeFileStore } from '#adapters/file-store/fake.ts';
import type { Sha256 } from '#core/dossier/dossier.ts';
import { receiptShort } from '#documents/samples/receipts.ts';
import { plantDossier } from '#testing/planted-dossiers.ts';
import { type ServedWorld, servedWorld } from '#testing/served-world.ts';

const content = Buffer.from('a scan of the Office');
const sha256 = createHash('sha256').update(content).digest('hex') as Sha256;
const draft = createHash('sha256').update('draft').digest('hex');
const fileStore = fakeFileStore();
const paperId = randomUUID();

let world: ServedWorld;
let dossierId: string;
let specialistId: string;
const sql = (text: string, values: readonly unknown[] = []) => world.database.pool.query(text, [...values]);

beforeAll(async () => {
  world = await servedWorld('kybac-2019', { parts: { fileStore } });
  const { rows } = await sql(`select account_id as id from motcua.account where login = 'chuyenvien.stp'`);
  specialistId = (rows as { id: string }[])[0]?.id ?? '';
  await fileStore.put(sha256, content);
  for (const one of [sha256, draft]) {
    await sql(`insert into motcua.stored_file (province_id, sha256, media_type, bytes, stored_at, stored_by) values (42, $1, 'image/png', $2, now(), $3)`, [one, content.length, paperId]);
  }
  // what the văn thư of the whole agency brought in is not thereby every section's
  await fileStore.put(draft as Sha256, content);
  await sql(`insert into motcua.file_upload (province_id, sha256, stored_by, unit_id, stored_at) values (42, $1, $2, 'so-tu-phap', now())`, [draft, paperId]);
  ({ dossierId } = await plantDossier(world.database.pool, {
    no: 8900, agencyUnitId: 'so-tu-phap', procedureCode: '2.000488', state: 'in-process', sectionUnitId: 'stp-van-phong', stepNo: 1, stepRole: 'agency-officer',
  }));
  await sql(`insert into motcua.dossier_paper (province_id, dossier_id, line_no, item_id, name, form, count, shown_only, scans)
    values (42, $1, 1, 'giay', 'Giấy thử', 'original', 1, false, array[$2::text])`, [dossierId, sha256]);
  await sql(`insert into motcua.dossier_step (province_id, dossier_id, line_no, step_no, step_id, name, role, unit_id, started_at, finished_at, result)
    values (42, $1, 1, 1, 'tham-dinh', 'Thẩm định', 'agency-officer', 'stp-hanh-chinh-tu-phap', '2019-11-18T08:00:00+07:00', '2019-11-18T09:00:00+07:00', 'sent-back')`, [dossierId]);
  await sql(`insert into motcua.issued_paper (province_id, paper_id, dossier_id, desk_id, kind, form_version, payload, issued_at, issued_by)
    values (42, $1, $2, 'ky-bac', 'intake-receipt', 'v2018', $3, '2019-11-18T07:00:00+07:00', $2)`, [paperId, dossierId, receiptShort]);
}, 120_000);
afterAll(() => world.close());

const doors = () => [
  `/api/dossiers/${dossierId}`, `/api/papers/${paperId}.pdf`, `/api/files/${sha256}`, `/api/office/dossiers/${dossierId}/work`, `/api/signing/dossiers/${dossierId}`,
];
const statuses = async (login: string): Promise<readonly number[]> => {
  const who = await world.signIn(login);
  return Promise.all(doors().map(async (door) => (await who.get(door)).status));
};
const SEES = [200, 200, 200, 200, 200];
const SEES_NOT = [404, 404, 404, 404, 404];

describe('a dossier of the Office, for a specialist of another section of the agency', () => {
  it('is not there: neither itself nor its papers, scans, process and signatures', async () => {
    expect(await statuses('chuyenvien.stp')).toEqual(SEES_NOT);
  });
  it('cannot be printed or assigned either', async () => {
    const who = await world.signIn('chuyenvien.stp');
    expect((await who.send('POST', `/api/office/dossiers/${dossierId}/control-slip`, {})).status).toBe(404);
    expect((await who.send('POST', `/api/office/dossiers/${dossierId}/assign`, { expectedRevision: 2, assigneeId: specialistId })).status).toBe(404);
  });
  it('nor is a file that the agency as a whole brought in and no dossier of hers names', async () => {
    expect((await (await world.signIn('chuyenvien.stp')).get(`/api/files/${draft}`)).status).toBe(404);
    expect((await (await world.signIn('vanthu.stp')).get(`/api/files/${draft}`)).status).toBe(200);
  });
  it.each([
    ['nobody’s section has it', { section: null, assignee: false, worked: false }],
    ['her own section has it', { section: 'stp-hanh-chinh-tu-phap', assignee: false, worked: false }],
    ['it is assigned to her', { section: 'stp-van-phong', assignee: true, worked: false }],
    ['she worked on a step of it', { section: 'stp-van-phong', assignee: false, worked: true }],
  ])('is there when %s', async (_when, { section, assignee, worked }) => {
    await sql('update motcua.dossier set section_unit_id = $2, assignee_id = $3 where dossier_id = $1', [dossierId, section, assignee ? specialistId : null]);
    await sql('update motcua.dossier_step set account_id = $2 where dossier_id = $1', [dossierId, worked ? specialistId : null]);
    expect(await statuses('chuyenvien.stp')).toEqual(SEES);
    await sql('update motcua.dossier_step set account_id = null where dossier_id = $1', [dossierId]);
    await sql(`update motcua.dossier set section_unit_id = 'stp-van-phong', assignee_id = null where dossier_id = $1`, [dossierId]);
  });
});

it.each(['phogiamdoc.stp', 'truongphong.stp', 'vanthu.stp'])('%s, who serves the whole agency, sees what any section has', async (login) => {
  expect(await statuses(login)).toEqual(SEES);
});
