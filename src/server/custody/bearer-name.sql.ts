import type { PoolClient } from 'pg';
import type { Holder } from '#core/custody/thing.ts';

/** Of a carrier by its account, of a courier by her own name. */
export const findBearerName = async (db: PoolClient, provinceId: number, { kind, id }: Holder): Promise<string> => {
  const { rows } = await db.query<{ name: string }>({
    name: 'find-bearer-name',
    text: `select a.full_name as name from motcua.account a where $2 = 'courier' and a.province_id = $1 and a.account_id::text = $3
           union all select c.name from motcua.carrier_account c where $2 = 'carrier' and c.province_id = $1 and c.carrier_id = $3`,
    values: [provinceId, kind, id],
  });
  return rows[0]?.name ?? '';
};
