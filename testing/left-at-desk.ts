// What an agency left with the desk before a counter loses its line: papers asked for, and an outcome in a bag; and what a
// machine of another desk holds.
import { randomUUID } from 'node:crypto';
import { plantDevice, plantLease, plantedSeries } from './planted-devices.ts';
import { plantDossier } from './planted-dossiers.ts';

type Ask = (sql: string, values: readonly unknown[]) => Promise<unknown>;
export type Others = { readonly leaseId: string; readonly series: string; readonly period: string; readonly number: number };
export type Left = { readonly asked: string; readonly bag: string; readonly incoming: string };

/** Far from the numbers that are given out in a run. */
let no = 5_000;

export const leaveAtDesk = async (ask: Ask): Promise<Left> => {
  const plant = async (state: string): Promise<string> => {
    no += 1;
    return (await plantDossier({ query: ask }, { no, agencyUnitId: 'xa-ky-bac', procedureCode: '1.001193', state })).dossierId;
  };
  const [asked, incoming, bag] = [await plant('supplement-asked'), await plant('outcome-sent'), randomUUID()];
  await ask(
    `insert into motcua.supplement_request (province_id, dossier_id, request_no, asked_at, asked_by, asked_by_name, reason, items)
     values (42, $1, 1, '2019-11-18T07:10:00+07:00', $1, 'Người thử', 'Thiếu', '[{"name":"Giấy thử","original":1,"certifiedCopy":0,"plainCopy":0}]')`, [asked]);
  await ask(
    `insert into motcua.hand_over (province_id, hand_over_id, direction, desk_id, agency_unit_id, record_number, sent_at, sent_by, sent_by_name)
     values (42, $1, 'to-desk', 'ky-bac', 'xa-ky-bac', $2, '2019-11-18T07:20:00+07:00', $1, 'Văn thư')`, [bag, `${no}/BBGN`]);
  await ask('insert into motcua.hand_over_line (province_id, hand_over_id, dossier_id, paper_count) values (42, $1, $2, 1)', [bag, incoming]);
  return { asked, bag, incoming };
};

export const heldByOthers = async (ask: Ask): Promise<Others> => {
  no += 1;
  const { deviceId } = await plantDevice({ query: ask }, 'ky-phong');
  return { leaseId: await plantLease({ query: ask }, deviceId, no), series: plantedSeries(no), period: '2019', number: 2 };
};
