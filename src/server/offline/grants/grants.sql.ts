import type { Pool, PoolClient } from 'pg';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { AccountId, DeskId, Role } from '#core/organisation/organisation.ts';

export type Grant = {
  readonly grantId: string;
  readonly deviceId: string;
  readonly accountId: AccountId;
  readonly madeAt: Moment;
  readonly validUntil: Moment;
};

export const insertGrant = async (db: PoolClient, provinceId: number, grant: Grant): Promise<void> => {
  await db.query({
    name: 'insert-offline-grant',
    text: `insert into motcua.offline_grant (province_id, grant_id, device_id, account_id, made_at, valid_until) values ($1, $2, $3, $4, $5, $6)`,
    values: [provinceId, grant.grantId, grant.deviceId, grant.accountId, grant.madeAt, grant.validUntil],
  });
};

export const findGrants = async (pool: Pool, provinceId: number, ids: readonly string[]): Promise<readonly Grant[]> => {
  const { rows } = await pool.query<Grant>({
    name: 'find-offline-grants',
    text: `select grant_id as "grantId", device_id as "deviceId", account_id as "accountId", made_at as "madeAt", valid_until as "validUntil"
           from motcua.offline_grant where province_id = $1 and grant_id = any($2::uuid[])`,
    values: [provinceId, ids],
  });
  return rows;
};

export type PersonThen = {
  readonly accountId: AccountId;
  readonly fullName: string;
  readonly title: string;
  readonly isDisabled: boolean;
  /** At the desk, that day. */
  readonly roles: readonly Role[];
};

export const findPeopleThen = async (
  pool: Pool, provinceId: number, deskId: DeskId, ids: readonly string[], day: PlainDate,
): Promise<readonly PersonThen[]> => {
  const { rows } = await pool.query<PersonThen>({
    name: 'find-people-then',
    text: `select a.account_id as "accountId", a.full_name as "fullName", a.title, a.disabled_at is not null as "isDisabled",
             array(select distinct g.role from motcua.assignment g
               where g.province_id = $1 and g.account_id = a.account_id and g.desk_id = $2
                 and g.valid_from <= $4 and (g.valid_to is null or g.valid_to > $4)) as roles
           from motcua.account a where a.province_id = $1 and a.account_id = any($3::uuid[])`,
    values: [provinceId, deskId, ids, day],
  });
  return rows;
};
