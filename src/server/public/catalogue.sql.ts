import type { Pool } from 'pg';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import type { ProcedureCode, ProcedureVersion } from '#core/procedure/procedure.ts';

export type CatalogueRow = {
  readonly code: ProcedureCode;
  readonly name: string;
  readonly field: string;
  readonly everydayNames: readonly string[];
  readonly atDesk: boolean;
};

export const loadCatalogue = async (pool: Pool, provinceId: number, today: PlainDate): Promise<readonly CatalogueRow[]> => {
  const { rows } = await pool.query<CatalogueRow>({
    name: 'load-public-catalogue',
    text: `
      select p.procedure_code as code, p.name, p.field, p.content->'everydayNames' as "everydayNames",
        exists (
          select 1 from motcua.transfer_register t
          join motcua.desk k on k.province_id = $1 and k.desk_id = t.desk_id and k.valid_from <= $2 and (k.valid_to is null or k.valid_to > $2)
          where t.province_id = $1 and t.procedure_code = p.procedure_code
            and t.valid_from <= $2 and (t.valid_to is null or t.valid_to > $2)) as "atDesk"
      from motcua.procedure_version p
      where p.province_id = $1 and p.valid_from <= $2 and (p.valid_to is null or p.valid_to > $2)
      order by p.field collate "vi-x-icu", p.name collate "vi-x-icu"`,
    values: [provinceId, today],
  });
  return rows;
};

export const findProcedure = async (
  pool: Pool, provinceId: number, code: string, today: PlainDate,
): Promise<ProcedureVersion | undefined> => {
  const { rows } = await pool.query<{ content: ProcedureVersion }>({
    name: 'find-public-procedure',
    text: `select content from motcua.procedure_version
           where province_id = $1 and procedure_code = $2 and valid_from <= $3 and (valid_to is null or valid_to > $3)
           order by version desc limit 1`,
    values: [provinceId, code, today],
  });
  return rows[0]?.content;
};

export type DeskRow = {
  readonly deskId: DeskId;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly siteId: string;
};

export const loadDesks = async (pool: Pool, provinceId: number, today: PlainDate): Promise<readonly DeskRow[]> => {
  const { rows } = await pool.query<DeskRow>({
    name: 'load-public-desks',
    text: `select desk_id as "deskId", name, address, phone, site_id as "siteId" from motcua.desk
           where province_id = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)
           order by name collate "vi-x-icu"`,
    values: [provinceId, today],
  });
  return rows;
};

/** Which desks take this procedure today, and who decides there. */
export const loadPlaces = async (
  pool: Pool, provinceId: number, code: string, today: PlainDate,
): Promise<readonly { readonly deskId: DeskId; readonly agencyName: string }[]> => {
  const { rows } = await pool.query<{ deskId: DeskId; agencyName: string }>({
    name: 'load-public-places',
    text: `select t.desk_id as "deskId", u.name as "agencyName"
           from motcua.transfer_register t
           join motcua.unit u on u.province_id = $1 and u.unit_id = t.agency_unit_id
           where t.province_id = $1 and t.procedure_code = $2 and t.valid_from <= $3 and (t.valid_to is null or t.valid_to > $3)
           order by t.desk_id`,
    values: [provinceId, code, today],
  });
  return rows;
};

export const findCalendar = async (pool: Pool, provinceId: number): Promise<WorkingCalendar | undefined> => {
  const { rows } = await pool.query<{ content: WorkingCalendar }>({
    name: 'find-public-calendar',
    text: 'select content from motcua.working_calendar where province_id = $1 order by version desc, calendar_id limit 1',
    values: [provinceId],
  });
  return rows[0]?.content;
};

export const findProvinceName = async (pool: Pool, provinceId: number): Promise<string | undefined> => {
  const { rows } = await pool.query<{ name: string }>({
    name: 'find-province-name',
    text: `select name from motcua.unit where province_id = $1 and kind = 'province' order by unit_id limit 1`,
    values: [provinceId],
  });
  return rows[0]?.name;
};
