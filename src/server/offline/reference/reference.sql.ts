import type { Pool } from 'pg';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { AccountId, Assignment, DeskId } from '#core/organisation/organisation.ts';

export type StaffPerson = {
  readonly accountId: AccountId; readonly login: string; readonly fullName: string; readonly title: string;
  readonly assignments: readonly (Assignment & { readonly unitName: string })[];
};

/** Whoever serves the desk today or will, with what they are there. */
export const findStaff = async (pool: Pool, provinceId: number, deskId: DeskId, today: PlainDate): Promise<readonly StaffPerson[]> => {
  const { rows } = await pool.query<StaffPerson>({
    name: 'find-desk-staff',
    text: `select a.account_id as "accountId", a.login, a.full_name as "fullName", a.title,
             jsonb_agg(jsonb_strip_nulls(jsonb_build_object('role', g.role, 'unitId', g.unit_id, 'unitName', u.name, 'deskId', g.desk_id,
               'validFrom', g.valid_from, 'validTo', g.valid_to)) order by g.assignment_no) as assignments
           from motcua.account a
           join motcua.assignment g on g.province_id = $1 and g.account_id = a.account_id
           join motcua.unit u on u.province_id = $1 and u.unit_id = g.unit_id
           where a.province_id = $1 and a.disabled_at is null and g.desk_id = $2 and (g.valid_to is null or g.valid_to > $3)
           group by a.account_id, a.login, a.full_name, a.title order by a.login`,
    values: [provinceId, deskId, today],
  });
  return rows;
};

export const findUseCounts = async (pool: Pool, provinceId: number, deskId: DeskId, since: Moment): Promise<Readonly<Record<string, number>>> => {
  const { rows } = await pool.query<{ code: string; n: number }>({
    name: 'find-use-counts',
    text: `select procedure_code as code, count(*)::int as n from motcua.dossier
           where province_id = $1 and desk_id = $2 and received_at >= $3 group by 1 order by 1`,
    values: [provinceId, deskId, since],
  });
  return Object.fromEntries(rows.map(({ code, n }) => [code, n]));
};

/** Calendars that open dossiers of the desk keep, other than the one in force: by them a clock that waits goes on. */
export const findKeptCalendars = async (pool: Pool, provinceId: number, deskId: DeskId, inForce: string): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ version: string }>({
    name: 'find-kept-calendars',
    text: `select distinct d.calendar_version as version from motcua.dossier d
           join motcua.working_calendar c on c.province_id = $1 and c.calendar_id || '@' || c.version = d.calendar_version
           where d.province_id = $1 and d.desk_id = $2 and d.closed_at is null and d.clock is not null and d.calendar_version <> $3 order by 1`,
    values: [provinceId, deskId, inForce],
  });
  return rows.map(({ version }) => version);
};

export type VersionMark = { readonly code: string; readonly marks: string };

/** For each procedure of the desk a text that changes with any version of it, without reading what stands in them. */
export const markProcedures = async (pool: Pool, provinceId: number, deskId: DeskId, since: PlainDate): Promise<readonly VersionMark[]> => {
  const { rows } = await pool.query<VersionMark>({
    name: 'mark-desk-procedures',
    text: `select p.procedure_code as code,
             string_agg(concat_ws(' ', p.version, encode(p.content_hash, 'hex'), p.valid_from, coalesce(p.valid_to::text, '-')), ',' order by p.version) as marks
           from motcua.procedure_version p
           where p.province_id = $1 and (p.valid_to is null or p.valid_to > $3)
             and exists (select from motcua.transfer_register t
               where t.province_id = $1 and t.desk_id = $2 and t.procedure_code = p.procedure_code and (t.valid_to is null or t.valid_to > $3))
           group by p.procedure_code order by p.procedure_code`,
    values: [provinceId, deskId, since],
  });
  return rows;
};
