import type { Pool } from 'pg';
import type { AccountId, UnitId } from '#core/organisation/organisation.ts';
import { type Holder, type NewService, insertCredential, insertService } from './signing.sql.ts';

/** False: there is a service of that name already. */
export const addService = async (pool: Pool, provinceId: number, service: NewService): Promise<boolean> => {
  const { rows } = await pool.query('select from motcua.signing_service where province_id = $1 and service_id = $2', [provinceId, service.serviceId]);
  if (rows.length > 0) return false;
  await insertService(pool, provinceId, service);
  return true;
};

export const findHolder = async (pool: Pool, provinceId: number, named: { readonly login: string } | { readonly unit: string }): Promise<Holder | undefined> => {
  if ('login' in named) {
    const { rows } = await pool.query<{ accountId: AccountId }>('select account_id as "accountId" from motcua.account where province_id = $1 and login = $2', [provinceId, named.login]);
    return rows[0];
  }
  const { rows } = await pool.query<{ unitId: UnitId }>('select unit_id as "unitId" from motcua.unit where province_id = $1 and unit_id = $2', [provinceId, named.unit]);
  return rows[0];
};

/** The one before is closed, not forgotten; false: there is no such open service. */
export const assignCredential = async (pool: Pool, provinceId: number, holder: Holder, serviceId: string, credentialId: string): Promise<boolean> => {
  const { rows } = await pool.query('select from motcua.signing_service where province_id = $1 and service_id = $2 and closed_at is null', [provinceId, serviceId]);
  if (rows.length === 0) return false;
  await pool.query(
    'update motcua.signing_credential set closed_at = now() where province_id = $1 and closed_at is null and (account_id = $2 or unit_id = $3)',
    [provinceId, 'accountId' in holder ? holder.accountId : null, 'unitId' in holder ? holder.unitId : null],
  );
  await insertCredential(pool, provinceId, holder, { serviceId, credentialId });
  return true;
};

export type CredentialLine = { readonly serviceId: string; readonly kind: string; readonly credentialId: string | null; readonly holder: string | null };

export const listCredentials = async (pool: Pool, provinceId: number): Promise<readonly CredentialLine[]> => {
  const { rows } = await pool.query<CredentialLine>(
    `select s.service_id as "serviceId", s.kind, c.credential_id as "credentialId", coalesce(a.login, c.unit_id) as holder
     from motcua.signing_service s
     left join motcua.signing_credential c on c.province_id = $1 and c.service_id = s.service_id and c.closed_at is null
     left join motcua.account a on a.province_id = $1 and a.account_id = c.account_id
     where s.province_id = $1 and s.closed_at is null order by 1, 4`, [provinceId]);
  return rows;
};
