import type { Pool } from 'pg';
import type { GuessPolicy } from './guess-limit.ts';

/** Counts one guess unless the subject is locked: the row lock makes guesses at once wait for each other. */
export const countGuess = async (
  pool: Pool, provinceId: number, subjectHash: Buffer, now: number, policy: GuessPolicy,
): Promise<{ readonly lockedUntil?: number }> => {
  const counted = await pool.query({
    name: 'count-guess',
    text: `
      insert into motcua.guess_limit as g (province_id, subject_hash, failures, last_failed_at, locked_until)
      values ($1, $2, 1, to_timestamp($3::float8 / 1000), null)
      on conflict (province_id, subject_hash) do update set
        failures = case when g.last_failed_at < excluded.last_failed_at - make_interval(secs => $7) then 1 else g.failures + 1 end,
        last_failed_at = excluded.last_failed_at,
        locked_until = case
          when g.last_failed_at < excluded.last_failed_at - make_interval(secs => $7) or g.failures + 1 < $4 then null
          else excluded.last_failed_at + make_interval(secs => least($6::float8, $5::float8 * 2 ^ least(g.failures + 1 - $4, 20)))
        end
      where g.locked_until is null or g.locked_until <= excluded.last_failed_at
      returning failures`,
    values: [provinceId, subjectHash, now, policy.free, policy.firstLockSeconds, policy.longestLockSeconds, policy.forgetSeconds],
  });
  if (counted.rowCount === 1) return {};
  const { rows } = await pool.query<{ until: number }>({
    name: 'find-guess-lock',
    text: `select (extract(epoch from locked_until) * 1000)::float8 as until
           from motcua.guess_limit where province_id = $1 and subject_hash = $2`,
    values: [provinceId, subjectHash],
  });
  return { lockedUntil: rows[0]?.until ?? now };
};

export const clearGuesses = async (pool: Pool, provinceId: number, subjectHash: Buffer): Promise<void> => {
  await pool.query({
    name: 'clear-guesses',
    text: 'delete from motcua.guess_limit where province_id = $1 and subject_hash = $2',
    values: [provinceId, subjectHash],
  });
};

export const findLatestLock = async (
  pool: Pool, provinceId: number, subjectHashes: readonly Buffer[],
): Promise<number | undefined> => {
  const { rows } = await pool.query<{ until: number | null }>({
    name: 'find-latest-lock',
    text: `select (extract(epoch from max(locked_until)) * 1000)::float8 as until
           from motcua.guess_limit where province_id = $1 and subject_hash = any($2)`,
    values: [provinceId, subjectHashes],
  });
  return rows[0]?.until ?? undefined;
};

export const forgetOldGuesses = async (pool: Pool, provinceId: number, before: number): Promise<void> => {
  await pool.query({
    name: 'forget-old-guesses',
    text: 'delete from motcua.guess_limit where province_id = $1 and last_failed_at < to_timestamp($2::float8 / 1000)',
    values: [provinceId, before],
  });
};
