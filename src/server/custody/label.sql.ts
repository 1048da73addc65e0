import type { PoolClient } from 'pg';

/** A label is on one thing only, until that is no more; what bears the same number again goes without. */
export const isLabelFree = async (db: PoolClient, provinceId: number, label: string): Promise<boolean> => {
  const { rowCount } = await db.query({ name: 'is-label-free', text: 'select from motcua.custody_thing where province_id = $1 and label = $2 and holder_kind <> \'destroyed\'', values: [provinceId, label] });
  return rowCount === 0;
};
