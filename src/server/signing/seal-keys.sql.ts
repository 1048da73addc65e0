import type { Pool } from 'pg';
import type { Moment } from '#core/kernel/moment.ts';

export type SealKeyRow = {
  readonly keyId: string;
  readonly publicKey: Buffer;
  readonly secret: Buffer;
  readonly validFrom: Moment;
  readonly revokedAt: Moment | null;
};

/** The oldest first. */
export const loadSealKeys = async (pool: Pool, provinceId: number): Promise<readonly SealKeyRow[]> => {
  const { rows } = await pool.query<SealKeyRow>({
    name: 'load-seal-keys',
    text: `select key_id as "keyId", public_key as "publicKey", secret, valid_from as "validFrom", revoked_at as "revokedAt"
           from motcua.seal_key where province_id = $1 order by valid_from, key_id`,
    values: [provinceId],
  });
  return rows;
};

export const insertSealKey = async (
  pool: Pool, provinceId: number, key: Pick<SealKeyRow, 'keyId' | 'publicKey' | 'secret' | 'validFrom'>, only?: 'as-the-first',
): Promise<void> => {
  await pool.query(
    `insert into motcua.seal_key (province_id, key_id, public_key, secret, valid_from, made_at)
     select $1, $2, $3, $4, $5, now() where $6::boolean or not exists (select from motcua.seal_key where province_id = $1)`,
    [provinceId, key.keyId, key.publicKey, key.secret, key.validFrom, only === undefined],
  );
};

/** False: there is no such key, or it is revoked already. */
export const revokeSealKey = async (pool: Pool, provinceId: number, keyId: string, at: Moment): Promise<boolean> => {
  const { rowCount } = await pool.query(
    'update motcua.seal_key set revoked_at = $3 where province_id = $1 and key_id = $2 and revoked_at is null',
    [provinceId, keyId, at],
  );
  return rowCount === 1;
};

export const loadDeskNames = async (pool: Pool, provinceId: number): Promise<readonly { readonly id: string; readonly name: string }[]> => {
  const { rows } = await pool.query<{ id: string; name: string }>({
    name: 'load-desk-names',
    text: 'select desk_id as id, name from motcua.desk where province_id = $1 order by desk_id',
    values: [provinceId],
  });
  return rows;
};
