// Messages that wait in the outbox: counted by topic, and let go where nobody fetches them and they are too old to be told.
import type { Pool } from 'pg';
import type { Moment } from '#core/kernel/moment.ts';
import { MESSAGE_KEPT_DAYS } from '#wire/outbox.wire.ts';

type WaitingTopic = { readonly topic: string; readonly waiting: number; readonly oldestAt: Moment };

export const countWaiting = async (pool: Pool, provinceId: number): Promise<readonly WaitingTopic[]> => {
  const { rows } = await pool.query<WaitingTopic>({
    name: 'count-waiting-messages',
    text: `select o.topic, count(*)::int as waiting, to_char(min(o.created_at) at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI:SS"+07:00"') as "oldestAt"
           from motcua.outbox o where o.province_id = $1 and o.done_at is null group by o.topic order by o.topic`,
    values: [provinceId],
  });
  return rows;
};

/** Not all at once: what a long time has gathered goes over several sweeps. */
const MOST_DROPPED = 20_000;

/** Real time: it is about the disk, not about the office. What has a day of its own in the law stands in the journal, not here. */
export const dropUnfetched = async (pool: Pool, provinceId: number): Promise<number> => {
  const { rowCount } = await pool.query({
    name: 'drop-unfetched-messages',
    text: `delete from motcua.outbox where province_id = $1 and outbox_id in (
             select o.outbox_id from motcua.outbox o join jsonb_each_text($2::jsonb) as k (topic, days) on k.topic = o.topic
             where o.province_id = $1 and o.done_at is null and o.created_at < now() - make_interval(days => k.days::int) limit $3)`,
    values: [provinceId, JSON.stringify(MESSAGE_KEPT_DAYS), MOST_DROPPED],
  });
  return rowCount ?? 0;
};
