// The day at the desk: lists of what lies here, what is under way, and how many.
import type { Pool } from 'pg';
import type { Moment } from '#core/kernel/moment.ts';
import type { DeskId, UnitId } from '#core/organisation/organisation.ts';
import type { ListedRow } from '#wire/answers/dossier-row.ts';
import type { DeskTodayView } from '#wire/desk-today.wire.ts';
import { ROW_COLUMNS } from '../../dossier-view/dossier-row.sql.ts';

const MOST_LISTED = 300;

type Which = 'filed-online' | 'received' | 'ready-to-return';

export const findInState = async (pool: Pool, provinceId: number, deskId: DeskId, state: Which): Promise<readonly ListedRow[]> => {
  const { rows } = await pool.query<ListedRow>({
    name: 'find-desk-dossiers-in-state',
    text: `select ${ROW_COLUMNS} from motcua.dossier d
           where d.province_id = $1 and d.desk_id = $2 and d.state = $3 and d.closed_at is null
           order by d.due_at, d.code limit ${MOST_LISTED}`,
    values: [provinceId, deskId, state],
  });
  return rows;
};

/** Whose time runs and ends by then: at the desk, on the way, or at the agency. */
const RUNNING = `('received', 'handed-over', 'in-process', 'outcome-recorded', 'outcome-sent', 'refused-by-agency')`;

export const findDueBy = async (pool: Pool, provinceId: number, deskId: DeskId, by: Moment): Promise<readonly ListedRow[]> => {
  const { rows } = await pool.query<ListedRow>({
    name: 'find-desk-due-by',
    text: `select ${ROW_COLUMNS} from motcua.dossier d
           where d.province_id = $1 and d.desk_id = $2 and d.state in ${RUNNING} and d.closed_at is null and d.due_at <= $3
           order by d.due_at, d.code limit ${MOST_LISTED}`,
    values: [provinceId, deskId, by],
  });
  return rows;
};

export type AskedRow = ListedRow & {
  readonly askedAt: Moment;
  readonly reason: string;
  readonly items: readonly { readonly name: string }[];
  readonly answerBy: Moment | null;
  readonly answerSentAt: Moment | null;
};

export const findAsked = async (pool: Pool, provinceId: number, deskId: DeskId): Promise<readonly AskedRow[]> => {
  const { rows } = await pool.query<AskedRow>({
    name: 'find-desk-supplements',
    text: `select ${ROW_COLUMNS}, r.asked_at as "askedAt", r.reason, r.items, r.answer_by as "answerBy", (
             select w.sent_at from motcua.supplement_answer w
             where w.province_id = $1 and w.dossier_id = d.dossier_id and w.request_no = r.request_no and w.decision is null) as "answerSentAt"
           from motcua.dossier d
           join lateral (
             select s.* from motcua.supplement_request s
             where s.province_id = $1 and s.dossier_id = d.dossier_id and s.answered_at is null order by s.request_no desc limit 1) r on true
           where d.province_id = $1 and d.desk_id = $2 and d.state = 'supplement-asked' and d.closed_at is null
           order by r.answer_by nulls last, d.code limit ${MOST_LISTED}`,
    values: [provinceId, deskId],
  });
  return rows;
};

export type HandOverRow = {
  readonly handOverId: string;
  readonly direction: 'to-agency' | 'to-desk';
  readonly recordNumber: string;
  readonly agencyUnitId: UnitId;
  readonly agencyName: string;
  readonly sentAt: Moment;
  readonly sentByName: string;
  readonly dossierCount: number;
  readonly openCount: number;
};

export const findOpenHandOvers = async (pool: Pool, provinceId: number, deskId: DeskId): Promise<readonly HandOverRow[]> => {
  const { rows } = await pool.query<HandOverRow>({
    name: 'find-open-hand-overs',
    text: `select h.hand_over_id as "handOverId", h.direction, h.record_number as "recordNumber", h.agency_unit_id as "agencyUnitId",
             u.name as "agencyName", h.sent_at as "sentAt", h.sent_by_name as "sentByName",
             count(*)::int as "dossierCount", count(*) filter (where l.result is null)::int as "openCount"
           from motcua.hand_over h
           join motcua.hand_over_line l on l.province_id = $1 and l.hand_over_id = h.hand_over_id
           join motcua.unit u on u.province_id = $1 and u.unit_id = h.agency_unit_id
           where h.province_id = $1 and h.desk_id = $2 and h.received_at is null
           group by h.province_id, h.hand_over_id, u.name
           having count(*) filter (where l.result is null) > 0
           order by h.sent_at limit ${MOST_LISTED}`,
    values: [provinceId, deskId],
  });
  return rows;
};

export const findOnRecords = async (
  pool: Pool, provinceId: number, deskId: DeskId, handOverIds: readonly string[],
): Promise<readonly (ListedRow & { readonly handOverId: string })[]> => {
  if (handOverIds.length === 0) return [];
  const { rows } = await pool.query<ListedRow & { handOverId: string }>({
    name: 'find-dossiers-on-records',
    text: `select ${ROW_COLUMNS}, l.hand_over_id as "handOverId"
           from motcua.hand_over_line l
           join motcua.dossier d on d.province_id = $1 and d.dossier_id = l.dossier_id
           where l.province_id = $1 and l.hand_over_id = any($3::uuid[]) and l.result is null and d.desk_id = $2
           order by d.code`,
    values: [provinceId, deskId, handOverIds],
  });
  return rows;
};

export type DayCounts = DeskTodayView['counts'];

export const countDay = async (
  pool: Pool, provinceId: number, deskId: DeskId, day: { readonly from: Moment; readonly to: Moment; readonly now: Moment; readonly nextDayEnd: Moment },
): Promise<DayCounts> => {
  const { rows } = await pool.query<DayCounts>({
    name: 'count-desk-day',
    text: `with open as (
             select d.state, d.due_at, d.due_at is not null and d.state in ${RUNNING} as runs from motcua.dossier d
             where d.province_id = $1 and d.desk_id = $2 and d.closed_at is null
           )
           select
             (select count(*) from motcua.dossier d where d.province_id = $1 and d.desk_id = $2 and d.received_at >= $3 and d.received_at < $4
               and d.state <> 'filed-online')::int as "receivedToday",
             (select count(*) from motcua.dossier d where d.province_id = $1 and d.desk_id = $2 and d.state = 'returned'
               and d.closed_at >= $3 and d.closed_at < $4)::int as "returnedToday",
             count(*) filter (where state = 'received')::int as "toGoOut",
             count(*) filter (where state = 'handed-over')::int as sent,
             count(*) filter (where state = 'outcome-sent')::int as incoming,
             count(*) filter (where state = 'ready-to-return')::int as "readyToReturn",
             count(*) filter (where runs and due_at >= $5 and due_at < $4)::int as "dueToday",
             count(*) filter (where runs and due_at >= $4 and due_at <= $6)::int as "dueSoon",
             count(*) filter (where runs and due_at < $5)::int as overdue,
             count(*) filter (where state = 'supplement-asked')::int as supplements,
             count(*) filter (where state = 'filed-online')::int as "filedOnline"
           from open`,
    values: [provinceId, deskId, day.from, day.to, day.now, day.nextDayEnd],
  });
  const counts = rows[0];
  if (!counts) throw new Error('no counts');
  return counts;
};
