// What /api/me adds to the actor: names of units and the desk with its officers.
import type { Pool } from 'pg';
import type { PlainDate } from '#core/kernel/moment.ts';
import type { DeskId, UnitId } from '#core/organisation/organisation.ts';
import type { MeDesk } from '#wire/session.wire.ts';

export const findUnitNames = async (
  pool: Pool, provinceId: number, unitIds: readonly UnitId[],
): Promise<ReadonlyMap<UnitId, string>> => {
  const { rows } = await pool.query<{ unitId: UnitId; name: string }>({
    name: 'find-unit-names',
    text: 'select unit_id as "unitId", name from motcua.unit where province_id = $1 and unit_id = any($2)',
    values: [provinceId, unitIds],
  });
  return new Map(rows.map((row) => [row.unitId, row.name]));
};

export const findDeskOfPerson = async (
  pool: Pool, provinceId: number, deskId: DeskId, today: PlainDate,
): Promise<MeDesk | undefined> => {
  const { rows } = await pool.query<MeDesk>({
    name: 'find-desk-of-person',
    text: `
      select d.desk_id as "deskId", d.name, d.short_name as "shortName", d.address, d.phone,
        d.post_office_unit_id as "postOfficeUnitId", d.commune_unit_id as "communeUnitId", c.name as "communeName",
        d.receiving_unit_id as "receivingUnitId", d.site_id as "siteId", d.officer_confirmation as "officerConfirmation", d.support_return as "supportReturn",
        coalesce((
          select jsonb_agg(jsonb_build_object('accountId', a.account_id, 'fullName', a.full_name, 'title', a.title) order by a.login)
          from motcua.account a
          where a.province_id = $1 and a.disabled_at is null and a.pin_hash is not null
            and exists (
              select 1 from motcua.assignment g
              where g.province_id = $1 and g.account_id = a.account_id and g.desk_id = $2 and g.role = 'commune-officer'
                and g.valid_from <= $3 and (g.valid_to is null or g.valid_to > $3))
        ), '[]'::jsonb) as officers
      from motcua.desk d
      join motcua.unit c on c.province_id = $1 and c.unit_id = d.commune_unit_id
      where d.province_id = $1 and d.desk_id = $2`,
    values: [provinceId, deskId, today],
  });
  return rows[0];
};
