// The world's business clock: real time plus an offset kept in the database, so that every process tells the same.
import type { Pool } from 'pg';
import { type Moment, momentFromEpoch } from '#core/kernel/moment.ts';
import type { ProvinceId } from '#core/organisation/organisation.ts';
import { findClockOffset } from './clock.sql.ts';

export type BusinessClock = {
  readonly businessNow: () => Moment;
  /** Reads the offset again at once (after `clock set`). */
  readonly refresh: () => Promise<void>;
  readonly stop: () => void;
};

const REFRESH_MILLISECONDS = 3_000;

export const startClock = async (
  pool: Pool, provinceId: ProvinceId, realNow: () => number = Date.now,
): Promise<BusinessClock> => {
  let offsetSeconds = await findClockOffset(pool, provinceId);
  const refresh = async (): Promise<void> => {
    offsetSeconds = await findClockOffset(pool, provinceId);
  };
  // a database that is away for a moment does not stop the clock: the last offset stays
  const timer = setInterval(() => void refresh().catch(() => undefined), REFRESH_MILLISECONDS);
  timer.unref();
  return {
    businessNow: () => momentFromEpoch(realNow() + offsetSeconds * 1000),
    refresh,
    stop: () => clearInterval(timer),
  };
};
