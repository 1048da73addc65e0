import type { Pool, PoolClient } from 'pg';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { NumberSeries } from '#core/numbering/series.ts';
import type { HeldKind } from '#core/offline/plan-leases.ts';
import type { DeskId } from '#core/organisation/organisation.ts';

type Db = Pool | PoolClient;

export type LeaseRow = NumberSeries & {
  readonly leaseId: string;
  readonly from: number;
  readonly to: number;
  /** The highest number a command has come in with. */
  readonly lastUsed?: number;
  /** Of a book that was opened. A volume is not closed while a number of it is held: all of the lease stand in one. */
  readonly volume?: number;
};

export const findOpenLeases = async (db: Db, provinceId: number, deviceId: string): Promise<readonly LeaseRow[]> => {
  const { rows } = await db.query<Omit<LeaseRow, 'lastUsed' | 'volume'> & { readonly lastUsed: number | null; readonly volume: number | null }>({
    name: 'find-open-leases',
    text: `select l.lease_id as "leaseId", l.series, l.period, l.from_number as "from", l.to_number as "to",
             (select max(n.number) from motcua.leased_number n where n.province_id = $1 and n.lease_id = l.lease_id) as "lastUsed",
             (select max(b.volume) from motcua.register_book b
              where b.province_id = $1 and b.series = l.series and b.period = l.period and b.first_number <= l.from_number) as volume
           from motcua.number_lease l where l.province_id = $1 and l.device_id = $2 and l.state = 'open'
           order by l.series, l.period, l.from_number`,
    values: [provinceId, deviceId],
  });
  return rows.map(({ lastUsed, volume, ...lease }) => ({ ...lease, ...(lastUsed === null ? {} : { lastUsed }), ...(volume === null ? {} : { volume }) }));
};

/** What the busiest day since then used at this desk, by kind of number. */
export const findBusiestDay = async (db: Db, provinceId: number, deskId: DeskId, since: PlainDate): Promise<Partial<Record<HeldKind, number>>> => {
  const { rows } = await db.query<{ kind: HeldKind; most: number }>({
    name: 'find-busiest-day',
    text: `select kind, max(n)::int as most from (
             select case when code_is_provisional then 'provisional' else 'dossier' end as kind, recorded_at::date as day, count(*) as n from motcua.dossier
             where province_id = $1 and desk_id = $2 and received_at >= $3::date group by 1, 2
             union all
             select 'certification', c.certified_at::date, count(*) from motcua.certification_entry c
             join motcua.dossier d on d.province_id = $1 and d.dossier_id = c.dossier_id
             where c.province_id = $1 and d.desk_id = $2 and c.certified_at >= $3::date group by 2
             union all
             select 'bag-label', b.opened_at::date, count(*) from motcua.bag b
             where b.province_id = $1 and b.desk_id = $2 and b.direction = 'to-agency' and b.opened_at >= $3::date group by 2
             union all
             select p.kind, p.issued_at::date, count(*) from motcua.issued_paper p
             where p.province_id = $1 and p.desk_id = $2 and p.issued_at >= $3::date group by 1, 2) used group by kind`,
    values: [provinceId, deskId, since],
  });
  return Object.fromEntries(rows.map(({ kind, most }) => [kind, most]));
};

/** Some procedure received here bears another system's number. */
export const givesProvisional = async (db: Db, provinceId: number, deskId: DeskId, today: PlainDate): Promise<boolean> => {
  const { rowCount } = await db.query({
    name: 'gives-provisional',
    text: `select from motcua.transfer_register t join motcua.procedure_version v on v.province_id = $1 and v.procedure_code = t.procedure_code
           where t.province_id = $1 and t.desk_id = $2 and t.valid_from <= $3 and (t.valid_to is null or t.valid_to > $3)
             and v.valid_from <= $3 and (v.valid_to is null or v.valid_to > $3) and v.content->>'numberSource' = 'theirs' limit 1`,
    values: [provinceId, deskId, today],
  });
  return rowCount !== 0;
};

/** The counter moves past them; a series that was closed with its book gives none. Returns the last. */
export const takeRange = async (db: PoolClient, provinceId: number, { series, period }: NumberSeries, howMany: number): Promise<number | undefined> => {
  const { rows } = await db.query<{ last: number }>({
    name: 'take-range',
    text: `insert into motcua.number_counter as c (province_id, series, period, last_number) values ($1, $2, $3, $4)
           on conflict (province_id, series, period) do update set last_number = c.last_number + $4 where c.closed_at is null
           returning last_number as last`,
    values: [provinceId, series, period, howMany],
  });
  return rows[0]?.last;
};

export type NewLease = Omit<LeaseRow, 'lastUsed' | 'volume'>;

export const insertLease = async (db: PoolClient, provinceId: number, deviceId: string, lease: NewLease, at: Moment): Promise<void> => {
  await db.query({
    name: 'insert-number-lease',
    text: `insert into motcua.number_lease (province_id, lease_id, device_id, series, period, from_number, to_number, given_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [provinceId, lease.leaseId, deviceId, lease.series, lease.period, lease.from, lease.to, at],
  });
};

export const endLease = async (db: PoolClient, provinceId: number, leaseId: string, unusedFrom: number, at: Moment): Promise<void> => {
  await db.query({
    name: 'end-number-lease',
    text: `update motcua.number_lease set state = 'returned', unused_from = $3, ended_at = $4 where province_id = $1 and lease_id = $2`,
    values: [provinceId, leaseId, unusedFrom, at],
  });
};
