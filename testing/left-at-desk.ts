// What an agency left with the desk before a counter loses its line: papers asked for, an outcome in a bag,
// papers of what ended without one; and what a machine of another desk holds.
import { randomUUID } from 'node:crypto';
import { plantDevice, plantLease, plantedSeries } from './planted-devices.ts';
import { papersFor, procedureIn } from './desk-commands.ts';
import { plantDossier } from './planted-dossiers.ts';

const birth = procedureIn('kybac-2019', '1.001193');
type Ask = (sql: string, values: readonly unknown[]) => Promise<unknown>;
export type Others = { readonly leaseId: string; readonly series: string; readonly period: string; readonly number: number };
export type Left = { readonly asked: string; readonly bag: string; readonly incoming: string; readonly ended: string };

/** Far from the numbers that are given out in a run: machines hold hundreds, and twenty runs come after one another. */
let no = 7_000_000;

/** Withdrawn long ago; its papers are on their way back, or lie at the desk. */
export const plantPapersBack = async (db: { readonly query: Ask }, dossierNo: number, place: 'on-the-way' | 'at-desk'): Promise<string> => {
  const { dossierId } = await plantDossier(db, { no: dossierNo, agencyUnitId: 'xa-ky-bac', procedureCode: birth.code, state: 'withdrawn' });
  await db.query(`update motcua.dossier set papers_at = $2, closed_at = '2019-01-18T08:00:00+07:00' where province_id = 42 and dossier_id = $1`, [dossierId, place]);
  for (const [index, { itemId, form }] of papersFor(birth, birth.cases[0]?.caseId ?? '').entries()) {
    await db.query(
      `insert into motcua.dossier_paper (province_id, dossier_id, line_no, round_no, item_id, name, form, count, shown_only, scans) values (42, $1, $2, 0, $3, $4, $5, 2, false, '{}')`,
      [dossierId, index + 1, itemId, `Giấy ${index + 1}`, form]);
  }
  await db.query(
    `insert into motcua.papers_back (province_id, dossier_id, cause, since, reason, sent_at, sent_by_name, record_number)
     values (42, $1, 'withdrawn', '2019-01-18T08:00:00+07:00', 'Đổi ý', '2019-01-19T08:00:00+07:00', 'Văn thư', '09/BBGN')`, [dossierId]);
  return dossierId;
};

export const leaveAtDesk = async (ask: Ask): Promise<Left> => {
  const plant = async (state: string): Promise<string> => {
    no += 1;
    return (await plantDossier({ query: ask }, { no, agencyUnitId: 'xa-ky-bac', procedureCode: birth.code, state })).dossierId;
  };
  const [asked, incoming, bag] = [await plant('supplement-asked'), await plant('outcome-sent'), randomUUID()];
  await ask(
    `insert into motcua.supplement_request (province_id, dossier_id, request_no, asked_at, asked_by, asked_by_name, reason, items)
     values (42, $1, 1, '2019-11-18T07:10:00+07:00', $1, 'Người thử', 'Thiếu', '[{"name":"Giấy thử","original":1,"certifiedCopy":0,"plainCopy":0}]')`, [asked]);
  await ask(
    `insert into motcua.hand_over (province_id, hand_over_id, direction, desk_id, agency_unit_id, record_number, sent_at, sent_by, sent_by_name)
     values (42, $1, 'to-desk', 'ky-bac', 'xa-ky-bac', $2, '2019-11-18T07:20:00+07:00', $1, 'Văn thư')`, [bag, `${no}/BBGN`]);
  await ask('insert into motcua.hand_over_line (province_id, hand_over_id, dossier_id, paper_count) values (42, $1, $2, 1)', [bag, incoming]);
  no += 1;
  return { asked, bag, incoming, ended: await plantPapersBack({ query: ask }, no, 'on-the-way') };
};

export const heldByOthers = async (ask: Ask): Promise<Others> => {
  no += 1;
  const { deviceId } = await plantDevice({ query: ask }, 'ky-phong');
  return { leaseId: await plantLease({ query: ask }, deviceId, no), series: plantedSeries(no), period: '2019', number: 2 };
};
