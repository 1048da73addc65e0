import type { Pool, PoolClient } from 'pg';
import type { Moment } from '#core/kernel/moment.ts';
import { USUAL_WARNINGS, type WarningSettings } from '#core/warning/warning-settings.ts';
import type { ActContext } from '../acts/act.ts';
import type { WarningSettingsView } from '#wire/warnings.wire.ts';

export type Holder = `desk:${string}` | `unit:${string}`;

const COLUMNS = `w.first_days as "firstDays", w.second_days as "secondDays", w.last_minutes as "lastMinutes", w.uncollected_days as "uncollectedDays"`;

/** The first of these holders that has a setting of its own, else the usual one. */
export const findWarningSettings = async (pool: Pool, provinceId: number, holders: readonly Holder[]): Promise<WarningSettings> => {
  const { rows } = await pool.query<WarningSettings>({
    name: 'find-warning-settings',
    text: `select ${COLUMNS} from motcua.warning_setting w
           where w.province_id = $1 and w.holder = any($2::text[]) order by array_position($2::text[], w.holder) limit 1`,
    values: [provinceId, holders],
  });
  return rows[0] ?? USUAL_WARNINGS;
};

type HolderRow = {
  readonly holder: Holder; readonly name: string; readonly kind: 'desk' | 'unit'; readonly changedAt: Moment | null;
} & { readonly [K in keyof WarningSettings]: WarningSettings[K] | null };

/** Desks that receive, and agencies that something is received for. */
const HOLDERS = `
  select 'desk:' || d.desk_id as holder, d.name, 'desk' as kind, 1 as place from motcua.desk d where d.province_id = $1
  union
  select 'unit:' || u.unit_id, u.name, 'unit', 2
  from motcua.transfer_register t
  join motcua.unit a on a.province_id = t.province_id and a.unit_id = t.agency_unit_id
  join motcua.unit u on u.province_id = a.province_id and u.unit_id = case when a.kind = 'section' then a.parent_unit_id else a.unit_id end
  where t.province_id = $1`;

export const listWarningSettings = async (pool: Pool, provinceId: number): Promise<WarningSettingsView['holders']> => {
  const { rows } = await pool.query<HolderRow>({
    name: 'list-warning-settings',
    text: `select h.holder, h.name, h.kind, w.changed_at as "changedAt", ${COLUMNS}
           from (${HOLDERS}) h left join motcua.warning_setting w on w.province_id = $1 and w.holder = h.holder
           order by h.place, h.name limit 2000`,
    values: [provinceId],
  });
  return rows.map(({ holder, name, kind, changedAt, firstDays, secondDays, lastMinutes, uncollectedDays }) => ({
    holder, name, kind,
    ...(firstDays !== null && secondDays !== null && lastMinutes !== null && uncollectedDays !== null && changedAt !== null
      ? { settings: { firstDays, secondDays, lastMinutes, uncollectedDays }, changedAt } : {}),
  }));
};

export const holderIsThere = async (db: PoolClient, provinceId: number, holder: string): Promise<boolean> => {
  const { rowCount } = await db.query({
    name: 'warning-holder-is-there', text: `select 1 from (${HOLDERS}) h where h.holder = $2`, values: [provinceId, holder],
  });
  return rowCount !== 0;
};

export const saveWarningSettings = async (db: PoolClient, context: ActContext, holder: string, settings: WarningSettings): Promise<void> => {
  await db.query({
    name: 'save-warning-settings',
    text: `insert into motcua.warning_setting (province_id, holder, first_days, second_days, last_minutes, uncollected_days, changed_at, changed_by)
           values ($1, $2, $3, $4, $5, $6, $7, $8)
           on conflict (province_id, holder) do update set first_days = $3, second_days = $4, last_minutes = $5, uncollected_days = $6,
             changed_at = $7, changed_by = $8`,
    values: [
      context.provinceId, holder, settings.firstDays, settings.secondDays, settings.lastMinutes, settings.uncollectedDays,
      context.now, context.accountId,
    ],
  });
};
