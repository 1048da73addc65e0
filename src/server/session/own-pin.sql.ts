import type { Pool } from 'pg';
import type { AccountId } from '#core/organisation/organisation.ts';

export const findPinHash = async (pool: Pool, provinceId: number, accountId: AccountId): Promise<string | null> => {
  const { rows } = await pool.query<{ pinHash: string | null }>({
    name: 'find-own-pin', text: `select pin_hash as "pinHash" from motcua.account where province_id = $1 and account_id = $2 and disabled_at is null`,
    values: [provinceId, accountId],
  });
  return rows[0]?.pinHash ?? null;
};
