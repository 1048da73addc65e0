// What lies at the desks, what is on its way between them and their agencies, what is lost: each list within the desks given.
import type { Pool } from 'pg';
import type { DossierId } from '#core/dossier/dossier.ts';
import type { DossierState } from '#core/dossier/state.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import { type Flow, type LostBag, MOST_SUPERVISED, type OnTheWay, STOCK_CAP, type SupervisedCase, type SupervisedDesk, type SupervisedDossier, type SupervisedRecord } from '#wire/supervision.wire.ts';
import type { PaperRow } from '../desk/papers/papers.sql.ts';

type Nullable<T> = { readonly [K in keyof T]: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K] };
const present = <T extends object>(row: T): { [K in keyof T]: Exclude<T[K], null> } =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as { [K in keyof T]: Exclude<T[K], null> };

/** Of a unit: its own place, or that of the nearest above it. */
const positionOf = (unit: string): string => `(
  with recursive above as (
    select u.parent_unit_id, u.latitude, u.longitude, u.position_is_approximate, 0 as height from motcua.unit u where u.province_id = $1 and u.unit_id = ${unit}
    union all
    select u.parent_unit_id, u.latitude, u.longitude, u.position_is_approximate, a.height + 1 from above a
    join motcua.unit u on u.province_id = $1 and u.unit_id = a.parent_unit_id where a.height < 8)
  select jsonb_build_object('latitude', latitude, 'longitude', longitude, 'isApproximate', position_is_approximate) from above where latitude is not null order by height limit 1)`;

export const findDesks = async (pool: Pool, provinceId: number, deskIds: readonly DeskId[], today: PlainDate): Promise<readonly SupervisedDesk[]> => {
  const { rows } = await pool.query<Nullable<SupervisedDesk>>({
    name: 'find-desks-looked-over',
    text: `select k.desk_id as "deskId", k.short_name as name, ${positionOf('k.commune_unit_id')} as position, s.held, o.since as "oldestSince", coalesce(w.lines, 0) as "onTheWay", coalesce(w.late, 0) as late,
             c.open as "openCases", c.overdue as "casesOverdue"
           from motcua.desk k
           cross join lateral (select count(*)::int as held from (
             select from motcua.custody_thing t where t.province_id = $1 and t.holder_kind = 'desk' and t.holder_id = k.desk_id and t.dossier_id is not null limit ${STOCK_CAP + 1}) l) s
           left join lateral (
             select t.since from motcua.custody_thing t where t.province_id = $1 and t.holder_kind = 'desk' and t.holder_id = k.desk_id and t.dossier_id is not null
             order by t.since, t.thing_id limit 1) o on true
           left join (
             select h.desk_id, count(*)::int as lines, (count(*) filter (where h.transit_due < $3))::int as late from motcua.hand_over h
             join motcua.hand_over_line l on l.province_id = $1 and l.hand_over_id = h.hand_over_id and l.result is null
             where h.province_id = $1 and h.received_at is null and h.desk_id = any($2::text[]) group by h.desk_id) w on w.desk_id = k.desk_id
           cross join lateral (
             select count(*)::int as open, (count(*) filter (where c.settle_by < $3))::int as overdue from motcua.custody_case c
             where c.province_id = $1 and c.desk_id = k.desk_id and c.settled_at is null) c
           where k.province_id = $1 and k.desk_id = any($2::text[]) order by k.short_name`,
    values: [provinceId, deskIds, today],
  });
  return rows.map((row) => present(row));
};

export const findFlows = async (pool: Pool, provinceId: number, deskIds: readonly DeskId[], today: PlainDate): Promise<readonly Flow[]> => {
  const { rows } = await pool.query<Nullable<Flow>>({
    name: 'find-supervised-flows',
    text: `select f.desk_id as "deskId", f.agency_unit_id as "agencyUnitId", u.short_name as "agencyName", ${positionOf('f.agency_unit_id')} as position, f."toAgency", f."toDesk", f.late
           from (
             select h.desk_id, h.agency_unit_id, (count(*) filter (where h.direction = 'to-agency'))::int as "toAgency", (count(*) filter (where h.direction = 'to-desk'))::int as "toDesk",
               (count(*) filter (where h.transit_due < $3))::int as late
             from motcua.hand_over h join motcua.hand_over_line l on l.province_id = $1 and l.hand_over_id = h.hand_over_id and l.result is null
             where h.province_id = $1 and h.received_at is null and h.desk_id = any($2::text[]) group by h.desk_id, h.agency_unit_id) f
           join motcua.unit u on u.province_id = $1 and u.unit_id = f.agency_unit_id order by f.late desc, f."toAgency" + f."toDesk" desc, f.desk_id, f.agency_unit_id`,
    values: [provinceId, deskIds, today],
  });
  return rows.map((row) => present(row));
};

const WAY = `h.hand_over_id as "handOverId", h.direction, h.record_number as "recordNumber", h.sent_at as "sentAt", h.transit_due::text as "transitDue",
  coalesce(h.received_at is null and h.transit_due < $3, false) as "isLate", k.desk_id as "deskId", k.short_name as "deskName", u.unit_id as "agencyUnitId", u.short_name as "agencyName",
  b.bag_id as "bagId", b.label as "bagLabel", c.claimable, c."lateCases"`;
const FROM_WAY = `motcua.hand_over h
  join motcua.desk k on k.province_id = $1 and k.desk_id = h.desk_id
  join motcua.unit u on u.province_id = $1 and u.unit_id = h.agency_unit_id
  left join motcua.bag b on b.province_id = $1 and b.hand_over_id = h.hand_over_id
  cross join lateral (
    select count(*) filter (where p.posted and not p.claimed)::int as claimable, count(*) filter (where p.claimed)::int as "lateCases" from (
      select exists (select from motcua.issued_paper i where i.province_id = $1 and i.dossier_id = l.dossier_id and i.kind = 'posting-slip' and i.superseded_at is null) as posted,
        exists (select from motcua.custody_case c where c.province_id = $1 and c.dossier_id = l.dossier_id and c.kind = 'late' and c.record_id = h.hand_over_id) as claimed
      from motcua.hand_over_line l where l.province_id = $1 and l.hand_over_id = h.hand_over_id and not l.follows and h.transit_due < coalesce((h.received_at at time zone 'Asia/Ho_Chi_Minh')::date, $3::date)) p) c`;

/** The longest overdue first; what has no window last. */
export const findOnTheWay = async (pool: Pool, provinceId: number, deskIds: readonly DeskId[], today: PlainDate): Promise<readonly OnTheWay[]> => {
  const { rows } = await pool.query<Nullable<OnTheWay>>({
    name: 'find-on-the-way',
    text: `select ${WAY}, (select count(*) from motcua.hand_over_line l where l.province_id = $1 and l.hand_over_id = h.hand_over_id and l.result is null)::int as "dossierCount"
           from ${FROM_WAY} where h.province_id = $1 and h.received_at is null and b.lost_at is null and h.desk_id = any($2::text[])
             and exists (select from motcua.hand_over_line l where l.province_id = $1 and l.hand_over_id = h.hand_over_id and l.result is null)
           order by h.transit_due nulls last, h.sent_at, h.hand_over_id limit ${MOST_SUPERVISED}`,
    values: [provinceId, deskIds, today],
  });
  return rows.map((row) => present(row));
};

export const findRecord = async (pool: Pool, provinceId: number, deskIds: readonly DeskId[], today: PlainDate, handOverId: string): Promise<Omit<SupervisedRecord, 'now'> | undefined> => {
  const { rows: [row] } = await pool.query<Nullable<SupervisedRecord['record']>>({
    name: 'find-supervised-record',
    text: `select ${WAY}, h.received_at as "receivedAt", b.seal_number as "sealNumber", b.lost_at as "lostAt", b.lost_by_name as "lostByName", b.given_up_at is not null as "givenUp",
             (select count(*) from motcua.hand_over_line l where l.province_id = $1 and l.hand_over_id = h.hand_over_id)::int as "dossierCount"
           from ${FROM_WAY} where h.province_id = $1 and h.hand_over_id = $4 and h.desk_id = any($2::text[])`,
    values: [provinceId, deskIds, today, handOverId],
  });
  if (!row) return undefined;
  const { rows: lines } = await pool.query<SupervisedRecord['lines'][number]>({
    name: 'find-supervised-lines',
    text: `select d.dossier_id as "dossierId", d.code, l.paper_count::int as pieces from motcua.hand_over_line l
           join motcua.dossier d on d.province_id = $1 and d.dossier_id = l.dossier_id where l.province_id = $1 and l.hand_over_id = $2 order by d.code`,
    values: [provinceId, handOverId],
  });
  return { record: present(row), lines };
};

export const findLostBags = async (pool: Pool, provinceId: number, deskIds: readonly DeskId[]): Promise<readonly LostBag[]> => {
  const { rows } = await pool.query<Nullable<LostBag>>({
    name: 'find-lost-bags',
    text: `select b.bag_id as "bagId", b.label, b.direction, k.desk_id as "deskId", k.short_name as "deskName", u.short_name as "agencyName", t.since,
             case when b.lost_at is not null then b.hand_over_id end as "handOverId", b.lost_by_name as "lostByName",
             (select count(distinct i.dossier_id) from motcua.custody_thing i where i.province_id = $1 and i.inside_id = b.bag_id)::int as "dossierCount"
           from motcua.custody_thing t join motcua.bag b on b.province_id = $1 and b.bag_id = t.thing_id and b.desk_id = any($2::text[])
           join motcua.desk k on k.province_id = $1 and k.desk_id = b.desk_id join motcua.unit u on u.province_id = $1 and u.unit_id = b.agency_unit_id
           where t.province_id = $1 and t.holder_kind = 'unaccounted' and t.holder_id = '' and t.kind = 'bag' order by t.since limit ${MOST_SUPERVISED}`,
    values: [provinceId, deskIds],
  });
  return rows.map((row) => present(row));
};

export const findCases = async (pool: Pool, provinceId: number, deskIds: readonly DeskId[], today: PlainDate): Promise<readonly SupervisedCase[]> => {
  const { rows } = await pool.query<Nullable<SupervisedCase>>({
    name: 'find-supervised-cases',
    text: `select c.case_id as "caseId", c.kind, d.dossier_id as "dossierId", d.code, b.label as "bagLabel", p.slip_number as "pickupLabel", k.short_name as "deskName", u.short_name as "agencyName", c.sent, c.arrived, c.note,
             c.opened_at as "openedAt", c.settle_by::text as "settleBy", c.settle_by < $3 as "isOverdue"
           from motcua.custody_case c left join motcua.dossier d on d.province_id = $1 and d.dossier_id = c.dossier_id
           left join motcua.bag b on b.province_id = $1 and b.bag_id = c.thing_id
           left join motcua.pickup p on p.province_id = $1 and p.pickup_id = c.thing_id
           join motcua.desk k on k.province_id = $1 and k.desk_id = c.desk_id left join motcua.unit u on u.province_id = $1 and u.unit_id = c.agency_unit_id
           where c.province_id = $1 and c.settled_at is null and c.desk_id = any($2::text[]) order by c.settle_by, c.opened_at, c.case_id limit ${MOST_SUPERVISED}`,
    values: [provinceId, deskIds, today],
  });
  return rows.map((row) => present(row));
};

export const findSupervisedDossier = async (pool: Pool, provinceId: number, deskIds: readonly DeskId[], dossierId: string) => {
  const { rows: [row] } = await pool.query<{ readonly dossierId: DossierId; readonly code: string; readonly state: DossierState; readonly deskName: string; readonly agencyName: string; readonly slips: SupervisedDossier['slips'] }>({
    name: 'find-supervised-dossier',
    text: `select d.dossier_id as "dossierId", d.code, d.state, k.short_name as "deskName", u.short_name as "agencyName",
             array(select jsonb_build_object('paperId', i.paper_id, 'number', i.payload->>'itemNumber') from motcua.issued_paper i
               where i.province_id = $1 and i.dossier_id = d.dossier_id and i.kind = 'posting-slip' and i.superseded_at is null order by i.issued_at) as slips
           from motcua.dossier d
           join motcua.desk k on k.province_id = $1 and k.desk_id = d.desk_id join motcua.unit u on u.province_id = $1 and u.unit_id = d.agency_unit_id
           where d.province_id = $1 and d.dossier_id = $3 and d.desk_id = any($2::text[])`,
    values: [provinceId, deskIds, dossierId],
  });
  return row;
};

/** The post's own papers of these desks, as they were issued: its slips, and the records that things went under. */
export const findPostPaper = async (pool: Pool, provinceId: number, deskIds: readonly DeskId[], paperId: string): Promise<Omit<PaperRow, 'spent'> | undefined> => {
  const { rows: [row] } = await pool.query<Omit<PaperRow, 'spent'>>({
    name: 'find-post-paper',
    text: `select i.paper_id as "paperId", i.desk_id as "deskId", i.payload, i.print_count as "printCount",
             (select max(j.at) from motcua.journal j where j.province_id = $1 and j.dossier_id = i.dossier_id and j.act = 'reprint-paper' and i.print_count > 1) as "lastPrintedAt"
           from motcua.issued_paper i where i.province_id = $1 and i.paper_id = $3 and i.kind in ('posting-slip', 'hand-over-record') and i.desk_id = any($2::text[])`,
    values: [provinceId, deskIds, paperId],
  });
  return row;
};

/** The desk of a bag, or of a record: what another supervisor answers for is not there. */
export const findDeskOf = async (pool: Pool, provinceId: number, deskIds: readonly DeskId[], of: { readonly bagId: string } | { readonly handOverId: string }): Promise<DeskId | undefined> => {
  const [table, column, value] = 'bagId' in of ? ['bag', 'bag_id', of.bagId] : ['hand_over', 'hand_over_id', of.handOverId];
  const { rows: [row] } = await pool.query<{ deskId: DeskId }>({
    name: `find-supervised-desk-of-${table}`,
    text: `select o.desk_id as "deskId" from motcua.${table} o where o.province_id = $1 and o.${column} = $3 and o.desk_id = any($2::text[])`, values: [provinceId, deskIds, value],
  });
  return row?.deskId;
};
