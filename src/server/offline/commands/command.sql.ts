import type { Pool, PoolClient } from 'pg';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';
import type { NumberSeries } from '#core/numbering/series.ts';
import type { OfflineCommand } from '#wire/offline.wire.ts';

type Db = Pool | PoolClient;
export type Leased = OfflineCommand['leased'][number];

/** By the name that dossiers keep: 'hatinh@3'. */
export const findCalendarVersion = async (db: Db, provinceId: number, version: string): Promise<WorkingCalendar | undefined> => {
  const { rows } = await db.query<{ content: WorkingCalendar }>({
    name: 'find-calendar-content',
    text: `select content from motcua.working_calendar where province_id = $1 and calendar_id || '@' || version = $2`,
    values: [provinceId, version],
  });
  return rows[0]?.content;
};

/** Of the paper that was saved under the printed one's id. */
export const findFormVersion = async (db: PoolClient, provinceId: number, paperId: string): Promise<string | undefined> => {
  const { rows } = await db.query<{ version: string }>({
    name: 'find-form-version', text: `select form_version as version from motcua.issued_paper where province_id = $1 and paper_id = $2`, values: [provinceId, paperId],
  });
  return rows[0]?.version;
};

export type LeasedRow = NumberSeries & {
  readonly number: number;
  readonly leaseId: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly unusedFrom: number | null;
  /** The command that bears it. */
  readonly usedBy: string | null;
  readonly isGap: boolean;
};

/** What each number of an envelope is to this device: its lease, and who bears it already. */
export const findLeased = async (db: Db, provinceId: number, deviceId: string, leased: readonly Leased[]): Promise<readonly LeasedRow[]> => {
  const { rows } = await db.query<LeasedRow>({
    name: 'find-leased-numbers',
    text: `select n.series, n.period, n.number, n.lease_id as "leaseId", l.from_number as "from", l.to_number as "to", l.unused_from as "unusedFrom",
             u.command_id as "usedBy",
             exists (select from motcua.number_gap g where g.province_id = $1 and g.series = n.series and g.period = n.period
               and n.number between g.from_number and g.to_number) as "isGap"
           from unnest($3::uuid[], $4::text[], $5::text[], $6::integer[]) with ordinality as n (lease_id, series, period, number, no)
           left join motcua.number_lease l on l.province_id = $1 and l.lease_id = n.lease_id and l.device_id = $2 and l.series = n.series and l.period = n.period
           left join motcua.leased_number u on u.province_id = $1 and u.series = n.series and u.period = n.period and u.number = n.number
           order by n.no`,
    values: [provinceId, deviceId, leased.map((n) => n.leaseId), leased.map((n) => n.series), leased.map((n) => n.period), leased.map((n) => n.number)],
  });
  return rows;
};

/** The lease is held still until the number stands, so that it cannot be given back in between. */
export const insertLeasedNumbers = async (db: PoolClient, provinceId: number, commandId: string, leased: readonly Leased[]): Promise<void> => {
  if (leased.length === 0) return;
  await db.query({
    name: 'hold-leases', text: `select from motcua.number_lease where province_id = $1 and lease_id = any($2::uuid[]) order by lease_id for share`,
    values: [provinceId, leased.map((n) => n.leaseId)],
  });
  await db.query({
    name: 'insert-leased-numbers',
    text: `insert into motcua.leased_number (province_id, series, period, number, lease_id, command_id)
           select $1, n.series, n.period, n.number, n.lease_id, $2
           from unnest($3::uuid[], $4::text[], $5::text[], $6::integer[]) as n (lease_id, series, period, number)`,
    values: [provinceId, commandId, leased.map((n) => n.leaseId), leased.map((n) => n.series), leased.map((n) => n.period), leased.map((n) => n.number)],
  });
};

/** False: the code is another dossier's own. */
export const insertAlias = async (db: PoolClient, provinceId: number, code: string, dossierId: string, commandId: string, at: string): Promise<boolean> => {
  const { rowCount } = await db.query({
    name: 'insert-code-alias',
    text: `insert into motcua.dossier_code_alias (province_id, code, dossier_id, command_id, noted_at)
           select $1, $2, $3, $4, $5
           where not exists (select from motcua.dossier d where d.province_id = $1 and d.code = $2)
           on conflict do nothing`,
    values: [provinceId, code, dossierId, commandId, at],
  });
  return rowCount === 1;
};
