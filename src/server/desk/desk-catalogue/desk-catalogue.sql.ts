import type { Pool } from 'pg';
import type { DeskId } from '#core/organisation/organisation.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { ProcedureVersion, TransferEntry } from '#core/procedure/procedure.ts';

export type CatalogueRow = TransferEntry & { readonly procedure: ProcedureVersion; readonly agencyName: string; readonly useCount: number };

/** Every line of the register in force at this desk, with the version in force and how often it was used since. */
export const findCatalogue = async (
  pool: Pool, provinceId: number, deskId: DeskId, today: PlainDate, usedSince: Moment,
): Promise<readonly CatalogueRow[]> => {
  const { rows } = await pool.query<CatalogueRow & { versionFrom: PlainDate; versionTo: PlainDate | null }>({
    name: 'find-desk-catalogue',
    text: `with used as (
             select procedure_code, count(*)::int as n from motcua.dossier
             where province_id = $1 and desk_id = $2 and received_at >= $4 group by procedure_code)
           select t.desk_id as "deskId", t.procedure_code as "procedureCode", t.agency_unit_id as "agencyUnitId", t.mode,
             t.valid_from as "validFrom", t.valid_to as "validTo", t.decision, t.delegation,
             v.content as procedure, v.valid_from as "versionFrom", v.valid_to as "versionTo", u.name as "agencyName", coalesce(c.n, 0) as "useCount"
           from motcua.transfer_register t
           join motcua.unit u on u.province_id = $1 and u.unit_id = t.agency_unit_id
           join lateral (
             select p.content, p.valid_from, p.valid_to from motcua.procedure_version p
             where p.province_id = $1 and p.procedure_code = t.procedure_code
               and p.valid_from <= $3 and (p.valid_to is null or p.valid_to > $3)
             order by p.version desc limit 1) v on true
           left join used c on c.procedure_code = t.procedure_code
           where t.province_id = $1 and t.desk_id = $2 and t.valid_from <= $3 and (t.valid_to is null or t.valid_to > $3)
           order by "useCount" desc, t.procedure_code`,
    values: [provinceId, deskId, today, usedSince],
  });
  return rows.map(({ versionFrom, versionTo, ...row }) => ({
    ...row, validTo: row.validTo ?? undefined, delegation: row.delegation ?? undefined,
    procedure: { ...row.procedure, validFrom: versionFrom, validTo: versionTo ?? undefined },
  }));
};
