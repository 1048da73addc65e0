import type { Pool, PoolClient } from 'pg';
import type { Moment } from '#core/kernel/moment.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import type { ActContext } from '../../acts/act.ts';
import type { Device } from './device.ts';

const COLUMNS = `device_id as "deviceId", desk_id as "deskId", name, token_hash as "tokenHash", enrolled_at as "enrolledAt", revoked_at as "revokedAt",
  (extract(epoch from last_seen_at) * 1000)::float8 as "lastSeenAt"`;

export const findDevice = async (pool: Pool, provinceId: number, deviceId: string): Promise<Device | undefined> => {
  const { rows } = await pool.query<Device>({
    name: 'find-device', text: `select ${COLUMNS} from motcua.device where province_id = $1 and device_id = $2`, values: [provinceId, deviceId],
  });
  return rows[0];
};

/** Two who change the same device, or its numbers, come one after the other. */
export const lockDevice = async (db: PoolClient, provinceId: number, deviceId: string): Promise<Device | undefined> => {
  const { rows } = await db.query<Device>({
    name: 'lock-device', text: `select ${COLUMNS} from motcua.device where province_id = $1 and device_id = $2 for update`, values: [provinceId, deviceId],
  });
  return rows[0];
};

export const touchDevice = async (pool: Pool, provinceId: number, deviceId: string, now: number): Promise<void> => {
  await pool.query({
    name: 'touch-device', text: `update motcua.device set last_seen_at = to_timestamp($3::float8 / 1000) where province_id = $1 and device_id = $2`,
    values: [provinceId, deviceId, now],
  });
};

/** As the device says. */
export const savePending = async (pool: Pool, provinceId: number, deviceId: string, pending: number, oldest: Moment | undefined): Promise<void> => {
  await pool.query({
    name: 'save-pending', text: `update motcua.device set pending = $3, oldest_pending_at = $4 where province_id = $1 and device_id = $2`,
    values: [provinceId, deviceId, pending, oldest ?? null],
  });
};

export type EnrolmentCode = { readonly deskId: DeskId; readonly name: string };

export const insertEnrolmentCode = async (
  db: PoolClient, context: ActContext, codeHash: Buffer, { deskId, name }: EnrolmentCode, validUntil: Moment,
): Promise<void> => {
  await db.query({
    name: 'insert-enrolment-code',
    text: `insert into motcua.enrolment_code (province_id, code_hash, desk_id, name, made_by, made_by_name, valid_until) values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [context.provinceId, codeHash, deskId, name, context.accountId, context.accountName, validUntil],
  });
};

/** Not yet used, in time, and for a desk where this person stands. */
export const lockEnrolmentCode = async (
  db: PoolClient, provinceId: number, codeHash: Buffer, now: Moment, deskIds: readonly DeskId[],
): Promise<EnrolmentCode | undefined> => {
  const { rows } = await db.query<EnrolmentCode>({
    name: 'lock-enrolment-code',
    text: `select desk_id as "deskId", name from motcua.enrolment_code
           where province_id = $1 and code_hash = $2 and device_id is null and valid_until > $3 and desk_id = any($4::text[]) for update`,
    values: [provinceId, codeHash, now, deskIds],
  });
  return rows[0];
};

export const insertDevice = async (
  db: PoolClient, { provinceId, accountId, accountName, now }: ActContext, codeHash: Buffer,
  device: EnrolmentCode & { readonly deviceId: string; readonly description: string; readonly tokenHash: Buffer },
): Promise<void> => {
  await db.query({
    name: 'insert-device',
    text: `with used as (update motcua.enrolment_code set device_id = $3 where province_id = $1 and code_hash = $2)
           insert into motcua.device (province_id, device_id, desk_id, name, description, token_hash, enrolled_at, enrolled_by, enrolled_by_name)
           values ($1, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [provinceId, codeHash, device.deviceId, device.deskId, device.name, device.description, device.tokenHash, now, accountId, accountName],
  });
};

/** What it held is lost with it, until a person has judged what it still sends. */
export const saveRevoked = async (
  db: PoolClient, provinceId: number, deviceId: string, { at, byName, reason }: { readonly at: Moment; readonly byName: string; readonly reason: string },
): Promise<number> => {
  const { rowCount } = await db.query({
    name: 'save-revoked',
    text: `with revoked as (
             update motcua.device set revoked_at = $3, revoked_by_name = $4, revoked_reason = $5 where province_id = $1 and device_id = $2)
           update motcua.number_lease set state = 'lost', ended_at = $3 where province_id = $1 and device_id = $2 and state = 'open'`,
    values: [provinceId, deviceId, at, byName, reason],
  });
  return rowCount ?? 0;
};

export type DeskName = { readonly deskId: DeskId; readonly name: string };

export const findDeskInForce = async (db: PoolClient, provinceId: number, deskId: DeskId, now: Moment): Promise<DeskName | undefined> => {
  const { rows } = await db.query<DeskName>({
    name: 'find-desk-in-force',
    text: `select desk_id as "deskId", name from motcua.desk
           where province_id = $1 and desk_id = $2 and valid_from <= $3::timestamptz::date and (valid_to is null or valid_to > $3::timestamptz::date)`,
    values: [provinceId, deskId, now],
  });
  return rows[0];
};

