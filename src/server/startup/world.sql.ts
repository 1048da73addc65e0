import type { Pool } from 'pg';

export type WorldRow = { readonly provinceId: number; readonly name: string; readonly title: string; readonly isDemo: boolean };

export const findWorld = async (pool: Pool): Promise<WorldRow | undefined> => {
  const { rows } = await pool.query<WorldRow>(
    'select province_id as "provinceId", name, title, is_demo as "isDemo" from motcua.world',
  );
  return rows[0];
};
