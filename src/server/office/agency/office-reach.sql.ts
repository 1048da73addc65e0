// Where a person works inside agencies: the seats, and the units whose dossiers they may see.
import type { Pool, PoolClient } from 'pg';
import type { OfficeActor, PlacedSeat } from '#core/dossier/office-work.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import type { AccountId, UnitId } from '#core/organisation/organisation.ts';
import type { AgencyScope } from '../../reading/reader.sql.ts';

type SeatRow = {
  readonly role: PlacedSeat['role'];
  readonly unitId: UnitId;
  readonly rootUnitId: UnitId;
  readonly assignmentNo: number;
  readonly prefix: NonNullable<PlacedSeat['signingCapacity']>['prefix'] | null;
  readonly title: string | null;
};

/** Everything outside its scope is not there. */
export type OfficeReach = AgencyScope & {
  readonly seats: readonly PlacedSeat[];
  readonly rootUnitIds: readonly UnitId[];
};

const seatOf = (row: SeatRow): PlacedSeat => ({
  role: row.role, unitId: row.unitId, rootUnitId: row.rootUnitId, assignmentNo: row.assignmentNo,
  ...(row.title === null ? {} : { signingCapacity: { prefix: row.prefix ?? '', title: row.title } }),
});

export const findOfficeReach = async (
  db: Pool | PoolClient, provinceId: number, accountId: AccountId, now: Moment,
): Promise<OfficeReach> => {
  const { rows } = await db.query<SeatRow & { readonly reached: readonly UnitId[] }>({
    name: 'find-office-reach',
    text: `
      select a.role, a.unit_id as "unitId", r.root as "rootUnitId", a.assignment_no as "assignmentNo",
        a.signing_prefix as prefix, a.signing_title as title,
        array(
          select a.unit_id union select r.root
          union
          select s.unit_id from motcua.unit s
          where s.province_id = $1 and s.parent_unit_id = a.unit_id and s.kind = 'section'
        ) as reached
      from motcua.assignment a
      join motcua.unit u on u.province_id = $1 and u.unit_id = a.unit_id
      cross join lateral (select case when u.kind = 'section' then u.parent_unit_id else u.unit_id end as root) r
      where a.province_id = $1 and a.account_id = $2
        and a.role in ('agency-officer', 'section-head', 'signing-leader', 'records-clerk')
        and a.valid_from <= $3::date and (a.valid_to is null or a.valid_to > $3::date)
      order by a.assignment_no`,
    values: [provinceId, accountId, dateOf(now)],
  });
  return {
    accountId,
    seats: rows.map(seatOf),
    unitIds: [...new Set(rows.flatMap((row) => row.reached))],
    wholeUnitIds: [...new Set(rows.flatMap((row) => (row.unitId === row.rootUnitId ? row.reached : [row.unitId])))],
    rootUnitIds: [...new Set(rows.map((row) => row.rootUnitId))],
  };
};

export type ColleagueRow = {
  readonly accountId: AccountId;
  readonly fullName: string;
  readonly title: string;
  readonly openCount: number;
  readonly seats: readonly (SeatRow & { readonly unitName: string })[];
};

/** Everyone with an office role in these agencies and their sections. */
export const findColleagues = async (
  db: Pool | PoolClient, provinceId: number, rootUnitIds: readonly UnitId[], now: Moment, cap: number,
): Promise<readonly ColleagueRow[]> => {
  const { rows } = await db.query<ColleagueRow>({
    name: 'find-colleagues',
    text: `
      select c.account_id as "accountId", c.full_name as "fullName", c.title, g.seats,
        (select count(*) from (
          select 1 from motcua.dossier d
          where d.province_id = $1 and d.assignee_id = c.account_id and d.closed_at is null
            and d.state in ('in-process', 'supplement-asked', 'awaiting-financial-duty')
          limit $4) held)::int as "openCount"
      from motcua.account c
      join lateral (
        select jsonb_agg(jsonb_build_object(
            'role', a.role, 'unitId', a.unit_id, 'unitName', u.short_name, 'assignmentNo', a.assignment_no,
            'rootUnitId', case when u.kind = 'section' then u.parent_unit_id else u.unit_id end,
            'prefix', a.signing_prefix, 'title', a.signing_title) order by a.assignment_no) as seats
        from motcua.assignment a
        join motcua.unit u on u.province_id = $1 and u.unit_id = a.unit_id
        where a.province_id = $1 and a.account_id = c.account_id
          and a.role in ('agency-officer', 'section-head', 'signing-leader', 'records-clerk')
          and (u.unit_id = any($2::text[]) or (u.kind = 'section' and u.parent_unit_id = any($2::text[])))
          and a.valid_from <= $3::date and (a.valid_to is null or a.valid_to > $3::date)
      ) g on g.seats is not null
      where c.province_id = $1 and c.disabled_at is null
        and c.account_id in (
          select a.account_id from motcua.assignment a
          join motcua.unit u on u.province_id = $1 and u.unit_id = a.unit_id
          where a.province_id = $1 and (u.unit_id = any($2::text[]) or (u.kind = 'section' and u.parent_unit_id = any($2::text[]))))
      order by c.full_name, c.account_id`,
    values: [provinceId, rootUnitIds, dateOf(now), cap + 1],
  });
  return rows;
};

/** A colleague as the core sees one, for a named dossier's agency; undefined when not of these agencies. */
export const findColleague = async (
  db: PoolClient, provinceId: number, rootUnitIds: readonly UnitId[], accountId: AccountId, now: Moment,
): Promise<(OfficeActor & { readonly placed: readonly PlacedSeat[] }) | undefined> => {
  const row = (await findColleagues(db, provinceId, rootUnitIds, now, 0)).find((one) => one.accountId === accountId);
  if (!row) return undefined;
  const placed = row.seats.map(seatOf);
  return { accountId, name: row.fullName, seats: placed, placed };
};
