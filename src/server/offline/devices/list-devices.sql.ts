import type { Pool } from 'pg';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { DeskId } from '#core/organisation/organisation.ts';

export type DeviceRow = {
  readonly deviceId: string;
  readonly deskId: DeskId;
  readonly deskName: string;
  readonly name: string;
  readonly description: string;
  readonly enrolledAt: Moment;
  readonly enrolledBy: string;
  readonly lastSeenAt: Moment | null;
  readonly pending: number;
  readonly oldestPendingAt: Moment | null;
  readonly numbersHeld: number;
  readonly openCases: number;
  readonly revokedAt: Moment | null;
  readonly revokedReason: string | null;
};

/** Newest first; a number counts as held until a command bears it or it is recorded as left out. */
export const listDevices = async (pool: Pool, provinceId: number, offsetSeconds: number): Promise<readonly DeviceRow[]> => {
  const { rows } = await pool.query<DeviceRow>({
    name: 'list-devices',
    // counted once for all machines: counted machine by machine, some thousands of them took longer than a statement may
    text: `with used as (
             select lease_id, count(*) as numbers from motcua.leased_number where province_id = $1 group by lease_id
           ), held as (
             select l.device_id, sum(coalesce(l.unused_from, l.to_number + 1) - l.from_number - coalesce(u.numbers, 0))::int as numbers
             from motcua.number_lease l left join used u on u.lease_id = l.lease_id where l.province_id = $1 group by l.device_id
           ), waiting as (
             select device_id, count(*)::int as cases from motcua.offline_case where province_id = $1 and settled_at is null group by device_id
           )
           select v.device_id as "deviceId", v.desk_id as "deskId", d.name as "deskName", v.name, v.description, v.enrolled_at as "enrolledAt",
             v.enrolled_by_name as "enrolledBy", v.last_seen_at + make_interval(secs => $2::float8) as "lastSeenAt", v.pending, v.oldest_pending_at as "oldestPendingAt",
             case when v.numbers_closed_at is not null then 0 else coalesce(h.numbers, 0) end as "numbersHeld", coalesce(w.cases, 0) as "openCases",
             v.revoked_at as "revokedAt", v.revoked_reason as "revokedReason"
           from motcua.device v join motcua.desk d on d.province_id = $1 and d.desk_id = v.desk_id
           left join held h on h.device_id = v.device_id left join waiting w on w.device_id = v.device_id
           where v.province_id = $1 order by v.enrolled_at desc, v.device_id`,
    values: [provinceId, offsetSeconds],
  });
  return rows;
};

export const listDesksInForce = async (pool: Pool, provinceId: number, today: PlainDate): Promise<readonly { readonly deskId: DeskId; readonly name: string }[]> => {
  const { rows } = await pool.query<{ deskId: DeskId; name: string }>({
    name: 'list-desks-in-force',
    text: `select desk_id as "deskId", name from motcua.desk
           where province_id = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2) order by name`,
    values: [provinceId, today],
  });
  return rows;
};
