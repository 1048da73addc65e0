import { randomUUIDv7 } from 'node:crypto';
import type { Pool } from 'pg';
import type { WarningStep } from '#core/warning/standing-warnings.ts';
import type { WarningSql } from './warnings.sql.ts';

export type ToTell = Pick<WarningSql, 'kind' | 'fallsAt' | 'dossierId' | 'code' | 'inChargeId'> & { readonly step: WarningStep };

/** What was told before is left out; the mark and the message are written together or not at all. */
export const queueWarnings = async (pool: Pool, provinceId: number, now: string, warnings: readonly ToTell[]): Promise<number> => {
  if (warnings.length === 0) return 0;
  const { rowCount } = await pool.query({
    name: 'queue-warnings',
    text: `with warning as (
             select * from unnest($3::uuid[], $4::text[], $5::text[], $6::timestamptz[], $7::uuid[], $8::text[], $9::uuid[])
               as w (dossier_id, kind, step, falls_at, account_id, code, outbox_id)
           ), marked as (
             insert into motcua.warning_sent (province_id, dossier_id, kind, step, falls_at, account_id, sent_at)
             select $1, dossier_id, kind, step, falls_at, account_id, $2 from warning
             on conflict do nothing
             returning dossier_id, kind, step, falls_at
           )
           insert into motcua.outbox (province_id, outbox_id, topic, dossier_id, payload, created_at, next_attempt_at)
           select $1, w.outbox_id, 'staff-warning', w.dossier_id, jsonb_build_object(
             'accountId', w.account_id, 'code', w.code, 'kind', w.kind, 'step', w.step, 'fallsAt', w.falls_at, 'at', $2::timestamptz), now(), now()
           from warning w join marked using (dossier_id, kind, step, falls_at)`,
    values: [
      provinceId, now, warnings.map((w) => w.dossierId), warnings.map((w) => w.kind), warnings.map((w) => w.step),
      warnings.map((w) => w.fallsAt), warnings.map((w) => w.inChargeId), warnings.map((w) => w.code), warnings.map(() => randomUUIDv7()),
    ],
  });
  return rowCount ?? 0;
};

export type WarnedPlace = { readonly holder: `desk:${string}` | `unit:${string}`; readonly places: readonly string[]; readonly siteId: string };

/** Desks by themselves, agencies with their sections. */
export const findWarnedPlaces = async (pool: Pool, provinceId: number, today: string): Promise<readonly WarnedPlace[]> => {
  const { rows } = await pool.query<WarnedPlace>({
    name: 'find-warned-places',
    text: `select 'desk:' || d.desk_id as holder, array[d.desk_id] as places, d.site_id as "siteId" from motcua.desk d
           where d.province_id = $1 and d.valid_from <= $2::date and (d.valid_to is null or d.valid_to > $2::date)
           union all
           select 'unit:' || root.unit_id, array(
             select root.unit_id union all
             select s.unit_id from motcua.unit s where s.province_id = $1 and s.parent_unit_id = root.unit_id and s.kind = 'section'), root.unit_id
           from (
             select distinct case when u.kind = 'section' then u.parent_unit_id else u.unit_id end as unit_id
             from motcua.transfer_register t join motcua.unit u on u.province_id = t.province_id and u.unit_id = t.agency_unit_id
             where t.province_id = $1) root
           order by 1`,
    values: [provinceId, today],
  });
  return rows;
};
