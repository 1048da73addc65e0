// The province's time-stamp authority: one at a time, none until it is set.
import type { Pool } from 'pg';
import type { TimeStampSettings } from '#adapters/time-stamp/port.ts';

export const findTimeStampService = async (pool: Pool, provinceId: number): Promise<TimeStampSettings | undefined> => {
  const { rows } = await pool.query<{ url: string; trusted: string | null }>({
    name: 'find-time-stamp-service',
    text: 'select url, trusted_certificates as trusted from motcua.time_stamp_service where province_id = $1 and closed_at is null',
    values: [provinceId],
  });
  const [row] = rows;
  return row && { url: row.url, ...(row.trusted === null ? {} : { trustedCertificates: row.trusted }) };
};

/** The one before is closed, not forgotten; without a next one signatures bear no time stamp. */
export const setTimeStampService = async (pool: Pool, provinceId: number, next: TimeStampSettings | undefined): Promise<void> => {
  await pool.query('update motcua.time_stamp_service set closed_at = now() where province_id = $1 and closed_at is null', [provinceId]);
  if (!next) return;
  await pool.query(
    `insert into motcua.time_stamp_service (province_id, service_no, url, trusted_certificates, opened_at)
     select $1, coalesce(max(service_no), 0) + 1, $2, $3, now() from motcua.time_stamp_service where province_id = $1`,
    [provinceId, next.url, next.trustedCertificates ?? null]);
};
