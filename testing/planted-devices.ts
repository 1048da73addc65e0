// Machines of a desk put straight into the tables, with the token their header carries.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';

type Database = { readonly query: (sql: string, values: readonly unknown[]) => Promise<unknown> };
export type PlantedDevice = { readonly deviceId: string; readonly header: string };

export const plantDevice = async (pool: Database, deskId = 'ky-bac'): Promise<PlantedDevice> => {
  const [deviceId, token] = [randomUUID(), randomBytes(32).toString('base64url')];
  await pool.query(
    `insert into motcua.device (province_id, device_id, desk_id, name, description, token_hash, enrolled_at, enrolled_by, enrolled_by_name)
     values (42, $1, $2, 'Máy quầy', 'Máy thử', $3, '2019-11-18T07:00:00+07:00', $1, 'Người thử')`,
    [deviceId, deskId, createHash('sha256').update(token).digest()]);
  return { deviceId, header: `${deviceId}.${token}` };
};

/** An act that was taken and differs: anybody of the desk may settle it. */
export const plantCase = async (pool: Pool, deviceId: string): Promise<string> => {
  const caseId = randomUUID();
  await pool.query(
    `insert into motcua.offline_case (province_id, case_id, kind, reason, detail, act, command_id, desk_id, device_id, made_at, opened_at, sent_by, envelope)
     values (42, $1, 'correction', 'fee-differs', 'Thử.', 'receive-dossier', $1, 'ky-bac', $2, '2019-11-18T07:00:00+07:00', '2019-11-18T07:00:00+07:00', $1, '{}')`, [caseId, deviceId]);
  return caseId;
};

export const plantedSeries = (no: number): string => `paper:planted:${no}`;
/** Of a series that nothing else counts with. */
export const plantLease = async (pool: Database, deviceId: string, no: number): Promise<string> => {
  const leaseId = randomUUID();
  await pool.query(
    `insert into motcua.number_lease (province_id, lease_id, device_id, series, period, from_number, to_number, given_at)
     values (42, $1, $2, $3, '2019', 1, 3, '2019-11-18T07:00:00+07:00')`, [leaseId, deviceId, plantedSeries(no)]);
  return leaseId;
};
