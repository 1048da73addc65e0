import type { Pool } from 'pg';

export const findClockOffset = async (pool: Pool, provinceId: number): Promise<number> => {
  const { rows } = await pool.query<{ offset: number }>({
    name: 'find-clock-offset',
    text: 'select clock_offset_seconds::float8 as offset from motcua.world where province_id = $1',
    values: [provinceId],
  });
  return rows[0]?.offset ?? 0;
};
