// What a desk or an agency holds, by index: each place is one range in order of time, and a page stops at its limit.
import type { Pool } from 'pg';
import type { DeskId } from '#core/organisation/organisation.ts';
import type { CustodyList, HeldRow } from '#wire/custody.wire.ts';
import { type AgencyScope, readableInAgency } from '../reading/reader.sql.ts';

/** Desks, or what a person may see of the agencies where they work. */
export type CustodyScope =
  | { readonly side: 'desk'; readonly places: readonly DeskId[] }
  | { readonly side: 'agency'; readonly reach: AgencyScope };

/** Places first, then whatever the side needs beside them. */
export const placesOf = (scope: CustodyScope): readonly string[] => (scope.side === 'desk' ? scope.places : scope.reach.unitIds);
export const readerOf = (scope: CustodyScope): readonly unknown[] => (scope.side === 'desk' ? [] : [scope.reach.wholeUnitIds, scope.reach.accountId]);
/** Of the dossier `d`; `first`: the number of the first of the reader’s values. Of a desk everything is seen by whoever works there. */
export const readable = ({ side }: CustodyScope, first: number): string => (side === 'desk' ? 'true' : readableInAgency('$2', `$${first}`, `$${first + 1}`));

/** Of the thing `t` at `place`: whoever sees all of a place needs no dossier read, and then the index alone is. */
const seen = (scope: CustodyScope, first: number): string => (scope.side === 'desk' ? 't.dossier_id is not null' : `t.dossier_id is not null and (place.id = any($${first}::text[]) or exists (
  select from motcua.dossier d where d.province_id = $1 and d.dossier_id = t.dossier_id and ${readable(scope, first)}))`);

export type HeldCursor = { readonly since: string; readonly thingId: string };
export const FROM_THE_BEGINNING: HeldCursor = { since: '-infinity', thingId: '00000000-0000-0000-0000-000000000000' };

/** Literal, so that each list is planned for its own index. */
const RANGE: Readonly<Record<CustodyList, (side: 'desk' | 'agency') => string>> = {
  held: (side) => `t.holder_kind = '${side}' and t.holder_id = place.id`,
  coming: (side) => `t.holder_kind = 'transit' and t.bound_kind = '${side}' and t.bound_id = place.id`,
  sent: (side) => `t.holder_kind = 'transit' and t.sender_kind = '${side}' and t.sender_id = place.id`,
};

const OTHER: Readonly<Record<CustodyList, string>> = { held: 'null', coming: 'sender', sent: 'bound' };

/** The name of one side of a way. */
const nameOf = (side: string): string => `case t.${side}_kind
  when 'desk' then (select k.short_name from motcua.desk k where k.province_id = $1 and k.desk_id = t.${side}_id)
  when 'agency' then (select u.short_name from motcua.unit u where u.province_id = $1 and u.unit_id = t.${side}_id)
  when 'carrier' then (select c.name from motcua.carrier_account c where c.province_id = $1 and c.carrier_id = t.${side}_id)
  when 'courier' then (select a.full_name from motcua.account a where a.province_id = $1 and a.account_id::text = t.${side}_id) end`;

type Nulls<T> = { readonly [K in keyof T]: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K] };

export const heldStatement = (scope: CustodyScope, list: CustodyList): string => `
  with page as (
    select one.* from unnest($2::text[]) as place (id) cross join lateral (
      select t.thing_id, t.since from motcua.custody_thing t
      where t.province_id = $1 and ${RANGE[list](scope.side)} and (t.since, t.thing_id) > ($3::timestamptz, $4::uuid) and ${seen(scope, 6)}
      order by t.since, t.thing_id limit $5) one
    order by one.since, one.thing_id limit $5)
  select t.thing_id as "thingId", t.kind, t.name, t.round_no as "roundNo", t.count, t.since, d.dossier_id as "dossierId", d.code,
    d.procedure_name as "procedureName", coalesce(d.parties->'owner'->>'fullName', d.parties->'applicant'->>'fullName') as "ownerName", d.state,
    ${OTHER[list] === 'null' ? 'null' : nameOf(OTHER[list])} as "otherName",
    case when t.holder_kind = 'transit' then t.holder_id end as "recordId",
    case when t.holder_kind = 'transit' then (select i.number from motcua.issued_paper i where i.province_id = $1 and i.paper_id = t.holder_id::uuid) end as "recordNumber",
    case when t.holder_kind = 'transit' then (select h.transit_due::text from motcua.hand_over h where h.province_id = $1 and h.hand_over_id = t.holder_id::uuid) end as "transitDue",
    (select b.label from motcua.custody_thing b where b.province_id = $1 and b.thing_id = t.inside_id) as "insideLabel",
    exists (select from motcua.custody_case c where c.province_id = $1 and c.thing_id = t.thing_id and c.settled_at is null) as "hasCase",
    t.holder_kind = 'transit'
      and exists (select from motcua.issued_paper i where i.province_id = $1 and i.dossier_id = t.dossier_id and i.kind = 'posting-slip' and i.superseded_at is null)
      and not exists (select from motcua.custody_case c where c.province_id = $1 and c.dossier_id = t.dossier_id and c.kind = 'late' and c.record_id = t.holder_id::uuid)
      -- papers that follow their dossier were posted under no slip of their own
      and not exists (select from motcua.hand_over_line l where l.province_id = $1 and l.hand_over_id = t.holder_id::uuid and l.dossier_id = t.dossier_id and l.follows) as claimable
  from page join motcua.custody_thing t on t.province_id = $1 and t.thing_id = page.thing_id
  join motcua.dossier d on d.province_id = $1 and d.dossier_id = t.dossier_id
  order by page.since, page.thing_id`;

export const heldValues = (provinceId: number, scope: CustodyScope, after: HeldCursor, limit: number): unknown[] =>
  [provinceId, placesOf(scope), after.since, after.thingId, limit, ...readerOf(scope)];

export const findHeld = async (pool: Pool, provinceId: number, list: CustodyList, scope: CustodyScope, after: HeldCursor, limit: number): Promise<readonly Nulls<HeldRow>[]> => {
  const { rows } = await pool.query<Nulls<HeldRow>>({
    name: `find-${list}-by-${scope.side}`, text: heldStatement(scope, list), values: heldValues(provinceId, scope, after, limit),
  });
  return rows;
};

export type CustodyCounts = { readonly held: number; readonly coming: number; readonly sent: number; readonly cases: number };

/** Up to the cap, so that a full archive of work is not counted to its end. */
export const countStatement = (scope: CustodyScope): string => {
  const counted = (list: CustodyList): string => `(select count(*) from (
    select 1 from unnest($2::text[]) as place (id)
    join motcua.custody_thing t on t.province_id = $1 and ${RANGE[list](scope.side)} and ${seen(scope, 4)} limit $3) counted)::int`;
  return `select ${counted('held')} as held, ${counted('coming')} as coming, ${counted('sent')} as sent,
      (select count(*) from (
        select 1 from motcua.custody_case c left join motcua.dossier d on d.province_id = c.province_id and d.dossier_id = c.dossier_id
        where c.province_id = $1 and c.settled_at is null and c.${scope.side === 'desk' ? 'desk_id' : 'agency_unit_id'} = any($2::text[]) and (c.dossier_id is null or ${readable(scope, 4)}) limit $3) counted)::int as cases`;
};
export const countValues = (provinceId: number, scope: CustodyScope, cap: number): unknown[] => [provinceId, placesOf(scope), cap, ...readerOf(scope)];

export const countHeld = async (pool: Pool, provinceId: number, scope: CustodyScope, cap: number): Promise<CustodyCounts> => {
  const { rows } = await pool.query<CustodyCounts>({ name: `count-custody-of-${scope.side}`, text: countStatement(scope), values: countValues(provinceId, scope, cap) });
  const [row] = rows;
  if (!row) throw new Error('no counts');
  return row;
};
