// Programs of other houses. Their scope stands in the query that finds a dossier: what lies outside it is not found.
import type { Pool, PoolClient } from 'pg';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { UnitId } from '#core/organisation/organisation.ts';
import type { ActContext } from '../acts/act.ts';
import { ownCode } from '../reading/code-alias.ts';

export type Integrator = { readonly integratorId: string; readonly name: string; readonly unitId: string | null };

/** Good on this day. */
export const findIntegrator = async (pool: Pool, provinceId: number, tokenHash: Buffer, today: PlainDate): Promise<Integrator | undefined> => {
  const { rows } = await pool.query<Integrator>({
    name: 'find-integrator',
    text: `select integrator_id as "integratorId", name, unit_id as "unitId" from motcua.integrator
           where province_id = $1 and token_hash = $2 and revoked_at is null and valid_to > $3::date`,
    values: [provinceId, tokenHash, today],
  });
  return rows[0];
};

/** To the minute: a busy program does not write its row at each call. */
export const touchIntegrator = async (db: PoolClient, provinceId: number, integratorId: string, now: number): Promise<void> => {
  await db.query({
    name: 'touch-integrator',
    text: `update motcua.integrator set last_used_at = to_timestamp($3::float8 / 1000)
           where province_id = $1 and integrator_id = $2 and (last_used_at is null or last_used_at < to_timestamp($3::float8 / 1000) - interval '1 minute')`,
    values: [provinceId, integratorId, now],
  });
};

/** Of the whole province, or decided or received by the unit or one below it. */
export const findDossierInScope = async (db: PoolClient, provinceId: number, code: string, unitId: string | null): Promise<string | undefined> => {
  const { rows } = await db.query<{ id: string }>({
    name: 'find-dossier-in-scope',
    text: `with recursive below as (
             select u.unit_id from motcua.unit u where u.province_id = $1 and u.unit_id = $3
             union select u.unit_id from motcua.unit u join below b on u.parent_unit_id = b.unit_id where u.province_id = $1)
           select d.dossier_id as id from motcua.dossier d
           join motcua.desk k on k.province_id = $1 and k.desk_id = d.desk_id
           where d.province_id = $1 and d.code = ${ownCode('$2')}
             and ($3::text is null or d.agency_unit_id in (select unit_id from below) or k.post_office_unit_id in (select unit_id from below)
               or k.commune_unit_id in (select unit_id from below))`,
    values: [provinceId, code, unitId],
  });
  return rows[0]?.id;
};

export const isUnitInForce = async (db: PoolClient, provinceId: number, unitId: UnitId, today: PlainDate): Promise<boolean> => {
  const { rowCount } = await db.query({
    name: 'is-unit-in-force',
    text: 'select from motcua.unit where province_id = $1 and unit_id = $2 and valid_from <= $3::date and (valid_to is null or valid_to > $3::date)',
    values: [provinceId, unitId, today],
  });
  return rowCount === 1;
};

export type NewIntegrator = { readonly integratorId: string; readonly name: string; readonly purpose: string; readonly unitId: UnitId | null; readonly tokenHash: Buffer; readonly lastDay: PlainDate };

export const insertIntegrator = async (db: PoolClient, { provinceId, now, accountId, accountName }: ActContext, made: NewIntegrator): Promise<void> => {
  await db.query({
    name: 'insert-integrator',
    text: `insert into motcua.integrator (province_id, integrator_id, name, purpose, unit_id, token_hash, issued_at, issued_by, issued_by_name, valid_to)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::date + 1)`,
    values: [provinceId, made.integratorId, made.name, made.purpose, made.unitId, made.tokenHash, now, accountId, accountName, made.lastDay],
  });
};

export type LockedIntegrator = { readonly name: string; readonly isRevoked: boolean };

export const lockIntegrator = async (db: PoolClient, provinceId: number, integratorId: string): Promise<LockedIntegrator | undefined> => {
  const { rows } = await db.query<LockedIntegrator>({
    name: 'lock-integrator',
    text: 'select name, revoked_at is not null as "isRevoked" from motcua.integrator where province_id = $1 and integrator_id = $2 for update', values: [provinceId, integratorId],
  });
  return rows[0];
};

export const saveIntegratorRevoked = async (db: PoolClient, { provinceId, now, accountName }: ActContext, integratorId: string, reason: string): Promise<void> => {
  await db.query({
    name: 'save-integrator-revoked',
    text: 'update motcua.integrator set revoked_at = $3, revoked_by_name = $4, revoked_reason = $5 where province_id = $1 and integrator_id = $2',
    values: [provinceId, integratorId, now, accountName, reason],
  });
};

export type IntegratorRow = {
  readonly integratorId: string; readonly name: string; readonly purpose: string; readonly unitName: string | null; readonly issuedAt: Moment; readonly issuedByName: string;
  readonly lastDay: PlainDate; readonly isEnded: boolean; readonly lastUsedAt: Moment | null; readonly revokedAt: Moment | null; readonly revokedByName: string | null; readonly revokedReason: string | null;
};

/** `clockOffset`: business time stands so many seconds from real time, in which the last use is kept. */
export const listIntegrators = async (pool: Pool, provinceId: number, today: PlainDate, clockOffset: number): Promise<readonly IntegratorRow[]> => {
  const { rows } = await pool.query<IntegratorRow>({
    name: 'list-integrators',
    text: `select i.integrator_id as "integratorId", i.name, i.purpose, u.name as "unitName", i.issued_at as "issuedAt", i.issued_by_name as "issuedByName",
             i.valid_to - 1 as "lastDay", i.valid_to <= $2::date as "isEnded", i.last_used_at + make_interval(secs => $3) as "lastUsedAt",
             i.revoked_at as "revokedAt", i.revoked_by_name as "revokedByName", i.revoked_reason as "revokedReason"
           from motcua.integrator i left join motcua.unit u on u.province_id = $1 and u.unit_id = i.unit_id
           where i.province_id = $1 order by i.revoked_at is not null, i.issued_at desc, i.integrator_id`,
    values: [provinceId, today, clockOffset],
  });
  return rows;
};

export const listUnitsInForce = async (pool: Pool, provinceId: number, today: PlainDate): Promise<readonly { readonly unitId: UnitId; readonly name: string }[]> => {
  const { rows } = await pool.query<{ unitId: UnitId; name: string }>({
    name: 'list-units-in-force',
    text: `select unit_id as "unitId", name from motcua.unit
           where province_id = $1 and kind <> 'section' and valid_from <= $2::date and (valid_to is null or valid_to > $2::date) order by name, unit_id`,
    values: [provinceId, today],
  });
  return rows;
};
