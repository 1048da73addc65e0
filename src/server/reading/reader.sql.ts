// What a person may read: the dossiers of the desks where they receive, and of the agencies where they work;
// inside an agency those of the own section, as the agency's inbox shows them.
import type { Pool } from 'pg';
import type { PlainDate } from '#core/kernel/moment.ts';
import type { AccountId, DeskId, Role, UnitId } from '#core/organisation/organisation.ts';

export type AgencyScope = {
  readonly accountId: AccountId;
  /** Agencies, with the sections that belong to them. */
  readonly unitIds: readonly UnitId[];
  /** Of these everything: the agencies served as a whole, and the own sections. */
  readonly wholeUnitIds: readonly UnitId[];
};

/** Of the dossier `d`: whoever sits for the whole agency reads all of it, a member of a section what is its, nobody's yet, or was worked on oneself. */
export const readableInAgency = (unitIds: string, wholeUnitIds: string, accountId: string): string => `(
  d.agency_unit_id = any(${unitIds}::text[]) and (
    d.agency_unit_id = any(${wholeUnitIds}::text[]) or d.section_unit_id is null or d.section_unit_id = any(${wholeUnitIds}::text[])
    or d.assignee_id = ${accountId}::uuid or exists (
      select from motcua.dossier_step w where w.province_id = $1 and w.dossier_id = d.dossier_id and w.account_id = ${accountId}::uuid)))`;

export type Reader = AgencyScope & {
  readonly deskIds: readonly DeskId[];
  readonly seats: readonly { readonly role: Role; readonly deskId: DeskId | null; readonly reached: readonly UnitId[] }[];
};

type SeatRow = Reader['seats'][number] & { readonly whole: readonly UnitId[] };

const OFFICE: readonly Role[] = ['agency-officer', 'section-head', 'signing-leader', 'records-clerk'];

export const findReader = async (pool: Pool, provinceId: number, accountId: AccountId, today: PlainDate): Promise<Reader> => {
  const { rows } = await pool.query<SeatRow>({
    name: 'find-reader',
    text: `select a.role, a.desk_id as "deskId",
             case when a.role = any($4::text[]) then array(
               select a.unit_id
               union select case when u.kind = 'section' then u.parent_unit_id else u.unit_id end
               union select s.unit_id from motcua.unit s where s.province_id = $1 and s.parent_unit_id = a.unit_id and s.kind = 'section')
             else '{}' end as reached,
             case when a.role <> all($4::text[]) then '{}' when u.kind = 'section' then array[a.unit_id] else array(
               select a.unit_id
               union select s.unit_id from motcua.unit s where s.province_id = $1 and s.parent_unit_id = a.unit_id and s.kind = 'section')
             end as whole
           from motcua.assignment a
           join motcua.unit u on u.province_id = $1 and u.unit_id = a.unit_id
           where a.province_id = $1 and a.account_id = $2 and a.valid_from <= $3 and (a.valid_to is null or a.valid_to > $3)
             and (a.role = any($4::text[]) or (a.role in ('postal-clerk', 'commune-officer') and a.desk_id is not null))`,
    values: [provinceId, accountId, today, OFFICE],
  });
  return {
    accountId,
    seats: rows,
    deskIds: [...new Set(rows.flatMap((row) => (row.deskId !== null && !OFFICE.includes(row.role) ? [row.deskId] : [])))],
    unitIds: [...new Set(rows.flatMap((row) => row.reached))],
    wholeUnitIds: [...new Set(rows.flatMap((row) => row.whole))],
  };
};
