import type { Pool } from 'pg';
import type { DeskId } from '#core/organisation/organisation.ts';

/** Stored whole, and known at this desk. */
export const isAtDesk = async (pool: Pool, provinceId: number, deskId: DeskId, sha256: string): Promise<boolean> => {
  const { rowCount } = await pool.query({
    name: 'is-file-at-desk', text: `select from motcua.file_upload where province_id = $1 and sha256 = $2 and desk_id = $3 limit 1`, values: [provinceId, sha256, deskId],
  });
  return rowCount === 1;
};

export const countPieces = async (pool: Pool, provinceId: number, deviceId: string, sha256: string): Promise<number> => {
  const { rows } = await pool.query<{ bytes: number }>({
    name: 'count-file-pieces',
    text: `select coalesce(max(at_byte + octet_length(content)), 0)::int as bytes from motcua.file_piece where province_id = $1 and device_id = $2 and sha256 = $3`,
    values: [provinceId, deviceId, sha256],
  });
  return rows[0]?.bytes ?? 0;
};

/** Only where the file goes on: two tabs that send the same piece leave one, and no piece leaves a hole. */
export const insertPiece = async (pool: Pool, provinceId: number, deviceId: string, sha256: string, atByte: number, content: Buffer): Promise<void> => {
  await pool.query({
    name: 'insert-file-piece',
    text: `insert into motcua.file_piece (province_id, device_id, sha256, at_byte, content, stored_at)
           select $1, $2, $3, $4::integer, $5, now()
           where $4::integer = (select coalesce(max(at_byte + octet_length(content)), 0) from motcua.file_piece where province_id = $1 and device_id = $2 and sha256 = $3)
           on conflict do nothing`,
    values: [provinceId, deviceId, sha256, atByte, content],
  });
};

export const readPieces = async (pool: Pool, provinceId: number, deviceId: string, sha256: string): Promise<Buffer> => {
  const { rows } = await pool.query<{ content: Buffer }>({
    name: 'read-file-pieces',
    text: `select content from motcua.file_piece where province_id = $1 and device_id = $2 and sha256 = $3 order by at_byte`,
    values: [provinceId, deviceId, sha256],
  });
  return Buffer.concat(rows.map(({ content }) => content));
};

export const dropPieces = async (pool: Pool, provinceId: number, deviceId: string, sha256: string): Promise<void> => {
  await pool.query({
    name: 'drop-file-pieces', text: `delete from motcua.file_piece where province_id = $1 and device_id = $2 and sha256 = $3`, values: [provinceId, deviceId, sha256],
  });
};

/** What a device has under way altogether: unfinished files must not fill the database. */
export const countUnderWay = async (pool: Pool, provinceId: number, deviceId: string): Promise<number> => {
  const { rows } = await pool.query<{ bytes: number }>({
    name: 'count-bytes-under-way',
    text: `select coalesce(sum(octet_length(content)), 0)::float8 as bytes from motcua.file_piece where province_id = $1 and device_id = $2`,
    values: [provinceId, deviceId],
  });
  return rows[0]?.bytes ?? 0;
};

/** Begun and never finished: the counter begins anew if it still has it. */
export const dropOldPieces = async (pool: Pool, provinceId: number, days: number): Promise<void> => {
  await pool.query({
    name: 'drop-old-pieces', text: `delete from motcua.file_piece where province_id = $1 and stored_at < now() - make_interval(days => $2::int)`, values: [provinceId, days],
  });
};
