// What went wrong on the way: listed for both sides, looked at whole. Another's case is not there.
import type { Pool, PoolClient } from 'pg';
import { isLapsed } from '#core/custody/liability.ts';
import { leastCompensation, payBy } from '#core/custody/compensation.ts';
import { dateOf, type Moment } from '#core/kernel/moment.ts';
import type { CaseThing, CompensationRow, CustodyCase, CustodyCaseView, OwnReissueTask, ReissueTaskRow } from '#wire/custody-cases.wire.ts';
import { type CustodyScope, placesOf, readable, readerOf } from '../custody/held.sql.ts';
import { findPostalRules } from '../custody/transit.sql.ts';

const MOST_LISTED = 200;

/** Whose case it is; of the agency's those whose dossier the person may see. Needs the dossier joined as `d`, or nothing. */
export const ofSide = (scope: CustodyScope, places: string, first: number): string =>
  `c.${scope.side === 'desk' ? 'desk_id' : 'agency_unit_id'} = any(${places}::text[]) and (c.dossier_id is null or ${readable(scope, first)})`;

type Nullable<T> = { readonly [K in keyof T]: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K] };
const present = <T extends object>(row: T): { [K in keyof T]: Exclude<T[K], null> } =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as { [K in keyof T]: Exclude<T[K], null> };

const OWNER = `coalesce(d.parties->'owner'->>'fullName', d.parties->'applicant'->>'fullName')`;
const ROW = `c.case_id as "caseId", c.kind, c.sent, c.arrived, c.note, c.opened_at as "openedAt", c.opened_by_name as "openedByName", c.settle_by::text as "settleBy",
  c.record_id as "recordId", (select i.number from motcua.issued_paper i where i.province_id = $1 and i.paper_id = c.record_id) as "recordNumber",
  case when d.dossier_id is not null then jsonb_build_object('dossierId', d.dossier_id, 'code', d.code, 'procedureName', d.procedure_name, 'ownerName', ${OWNER}, 'state', d.state) end as dossier,
  k.short_name as "deskName", u.short_name as "agencyName",
  jsonb_strip_nulls(jsonb_build_object('thingId', t.thing_id, 'kind', t.kind, 'name', t.name, 'roundNo', t.round_no, 'count', t.count, 'label', t.label)) as thing,
  case when p.pickup_id is not null then jsonb_build_object('personName', p.person->>'name', 'phone', p.person->>'phone', 'address', p.person->>'address', 'procedureName', p.procedure_name, 'slipNumber', p.slip_number) end as pickup,
  case when s.shipment_id is not null then jsonb_build_object('number', coalesce(s.item_number, o.order_number), 'carrierName', a.name) end as shipment,
  t.holder_kind as "holderKind", c.liability, c.minute_number as "minuteNumber",
  (select count(*) from motcua.custody_reissue r where r.province_id = $1 and r.case_id = c.case_id and r.done_at is null and r.withdrawn_at is null)::int as "openTasks",
  (select coalesce(sum(p.amount), 0) from motcua.custody_compensation p where p.province_id = $1 and p.case_id = c.case_id and p.paid_at is null and p.withdrawn_at is null)::float8 as unpaid`;
const FROM = `motcua.custody_case c
  left join motcua.dossier d on d.province_id = $1 and d.dossier_id = c.dossier_id
  join motcua.custody_thing t on t.province_id = $1 and t.thing_id = c.thing_id
  join motcua.desk k on k.province_id = $1 and k.desk_id = c.desk_id
  left join motcua.unit u on u.province_id = $1 and u.unit_id = c.agency_unit_id
  left join motcua.pickup p on p.province_id = $1 and p.pickup_id = c.thing_id
  left join motcua.shipment s on s.province_id = $1 and s.shipment_id = c.shipment_id
  left join motcua.carrier_order o on o.province_id = $1 and o.shipment_id = c.shipment_id
  left join motcua.carrier_account a on a.province_id = $1 and a.carrier_id = o.carrier_id`;

/** The most urgent first. */
export const findCases = async (pool: Pool, provinceId: number, scope: CustodyScope): Promise<readonly CustodyCase[]> => {
  const { rows } = await pool.query<Nullable<CustodyCase>>({
    name: `find-custody-cases-of-${scope.side}`,
    text: `select ${ROW} from ${FROM} where c.province_id = $1 and c.settled_at is null and ${ofSide(scope, '$2', 4)} order by c.settle_by, c.opened_at, c.case_id limit $3`,
    values: [provinceId, placesOf(scope), MOST_LISTED, ...readerOf(scope)],
  });
  return rows.map(present);
};

const TASK = `r.task_no as "taskNo", r.thing_id as "thingId", r.what, r.by_side as "bySide", r.due::text as due, r.asked_at as "askedAt", r.asked_by_name as "askedByName",
  r.done_at as "doneAt", r.done_by_name as "doneByName", r.done_note as "doneNote", r.withdrawn_at as "withdrawnAt"`;

/** What this side has to issue anew, the most urgent first. */
export const findOwnTasks = async (pool: Pool, provinceId: number, scope: CustodyScope): Promise<readonly OwnReissueTask[]> => {
  const { rows } = await pool.query<Nullable<OwnReissueTask>>({
    name: `find-own-reissue-tasks-${scope.side}`,
    text: `select ${TASK}, c.case_id as "caseId", c.minute_number as "minuteNumber",
             (select o.code from motcua.custody_thing t join motcua.dossier o on o.province_id = $1 and o.dossier_id = t.dossier_id where t.province_id = $1 and t.thing_id = r.thing_id) as code
           from motcua.custody_reissue r
           join motcua.custody_case c on c.province_id = $1 and c.case_id = r.case_id
           left join motcua.dossier d on d.province_id = $1 and d.dossier_id = c.dossier_id
           where r.province_id = $1 and r.by_side = '${scope.side}' and r.done_at is null and r.withdrawn_at is null and c.settled_at is null and ${ofSide(scope, '$2', 4)}
           order by r.due, r.case_id, r.task_no limit $3`,
    values: [provinceId, placesOf(scope), MOST_LISTED, ...readerOf(scope)],
  });
  return rows.map(present);
};

export const findTasks = async (db: Pool | PoolClient, provinceId: number, caseId: string): Promise<readonly ReissueTaskRow[]> => {
  const { rows } = await db.query<Nullable<ReissueTaskRow>>({
    name: 'find-reissue-tasks', text: `select ${TASK} from motcua.custody_reissue r where r.province_id = $1 and r.case_id = $2 order by r.task_no`, values: [provinceId, caseId],
  });
  return rows.map(present);
};

export type OwedRow = Omit<CompensationRow, 'isLapsed'> & { readonly dossierId?: string };
export const findCompensation = async (db: Pool | PoolClient, provinceId: number, caseId: string): Promise<readonly OwedRow[]> => {
  const { rows } = await db.query<Nullable<OwedRow>>({
    name: 'find-compensation',
    text: `select p.line_no as "lineNo", p.kind, d.code, p.item_number as "itemNumber", p.postage::float8 as postage, p.amount::float8 as amount, p.dossier_id as "dossierId", p.pay_by::text as "payBy",
             p.paid_at as "paidAt", p.paid_by_name as "paidByName", p.receipt_number as "receiptNumber", p.withdrawn_at as "withdrawnAt"
           from motcua.custody_compensation p left join motcua.dossier d on d.province_id = $1 and d.dossier_id = p.dossier_id
           where p.province_id = $1 and p.case_id = $2 order by p.line_no`,
    values: [provinceId, caseId],
  });
  return rows.map(present);
};

type ThingOfCase = Omit<CaseThing, 'least'>;
/** What the case is about: the things in the lost bag, or the one thing itself; with the proof of posting of each dossier. */
export const findThingsOfCase = async (db: Pool | PoolClient, provinceId: number, caseId: string): Promise<readonly ThingOfCase[]> => {
  const { rows } = await db.query<Nullable<ThingOfCase>>({
    name: 'find-things-of-case',
    text: `select t.thing_id as "thingId", t.kind, t.name, t.round_no as "roundNo", t.count, t.holder_kind as "holderKind", d.dossier_id as "dossierId", coalesce(d.code, p.slip_number) as code, coalesce(${OWNER}, p.person->>'name') as "ownerName",
             coalesce(p.slip_number, w.number, s.payload->>'itemNumber') as "itemNumber",
             case when p.pickup_id is not null or w.number is not null then one.postage else (s.payload->>'postage')::float8 end as postage
           from (select l.thing_id, null::float8 as postage, null::uuid as shipment_id from motcua.custody_case_content l where l.province_id = $1 and l.case_id = $2
                 union select c.thing_id, c.postage::float8, c.shipment_id from motcua.custody_case c where c.province_id = $1 and c.case_id = $2) one
           join motcua.custody_thing t on t.province_id = $1 and t.thing_id = one.thing_id
           left join motcua.dossier d on d.province_id = $1 and d.dossier_id = t.dossier_id
           left join motcua.pickup p on p.province_id = $1 and p.pickup_id = t.thing_id
           left join lateral (
             select coalesce(h.item_number, o.order_number) as number from motcua.shipment h join motcua.carrier_order o on o.province_id = $1 and o.shipment_id = h.shipment_id
             where h.province_id = $1 and h.shipment_id = one.shipment_id limit 1) w on true
           left join lateral (
             select i.payload from motcua.issued_paper i
             where i.province_id = $1 and i.dossier_id = d.dossier_id and i.kind = 'posting-slip' and i.superseded_at is null limit 1) s on true
           where t.kind <> 'bag' and (t.kind <> 'envelope' or t.dossier_id is null) order by d.code, t.kind, t.thing_id`,
    values: [provinceId, caseId],
  });
  return rows.map(present);
};

export type MinuteRow = {
  readonly paperId: string; readonly number: string; readonly at: Moment; readonly liability: 'post' | 'agency' | 'nobody'; readonly ground: string; readonly byName: string;
  readonly replaces?: string; readonly replacedBecause?: string;
};
/** The one that holds first, then those that it replaced. */
const findMinutes = async (pool: Pool, provinceId: number, caseId: string): Promise<readonly MinuteRow[]> => {
  const { rows } = await pool.query<Nullable<MinuteRow>>({
    name: 'find-minutes-of-case',
    text: `select minute_id as "paperId", number, made_at as at, liability, ground, made_by_name as "byName", replaces, replaced_because as "replacedBecause"
           from motcua.custody_minute where province_id = $1 and case_id = $2 order by minute_no desc`,
    values: [provinceId, caseId],
  });
  return rows.map(present);
};

type CaseRow = Nullable<CustodyCase> & {
  readonly settledAt: Moment | null; readonly settledByName: string; readonly settledHow: NonNullable<CustodyCaseView['settled']>['how'];
  readonly costBearer: NonNullable<NonNullable<CustodyCaseView['settled']>['costBearer']> | null; readonly settledNote: string;
};

export const findCase = async (pool: Pool, provinceId: number, scope: CustodyScope, caseId: string, now: Moment): Promise<CustodyCaseView | undefined> => {
  const { rows: [row] } = await pool.query<CaseRow>({
    name: `find-custody-case-of-${scope.side}`,
    text: `select ${ROW}, c.settled_at as "settledAt", c.settled_by_name as "settledByName",
             c.settled_how as "settledHow", c.cost_bearer as "costBearer", c.settled_note as "settledNote"
           from ${FROM} where c.province_id = $1 and c.case_id = $3 and ${ofSide(scope, '$2', 4)}`,
    values: [provinceId, placesOf(scope), caseId, ...readerOf(scope)],
  });
  if (!row) return undefined;
  const { settledAt, settledByName, settledHow, costBearer, settledNote, ...rest } = row;
  const [minute, ...earlier] = await findMinutes(pool, provinceId, caseId);
  const [rules, things, tasks, owed] = [await findPostalRules(pool, provinceId), await findThingsOfCase(pool, provinceId, caseId), await findTasks(pool, provinceId, caseId), await findCompensation(pool, provinceId, caseId)];
  const one = present(rest);
  return {
    now, payBy: payBy(rules, dateOf(now)), case: one, tasks, ...(one.thing.kind === 'bag' ? { bagId: one.thing.thingId } : {}),
    things: things.map((thing) => ({ ...thing, least: leastCompensation(one.kind, thing.postage ?? 0, rules, dateOf(now)) })),
    compensation: owed.map((line) => ({
      ...line, isLapsed: isLapsed({ kind: line.kind, ...(line.receiptNumber !== undefined && { paid: { receiptNumber: line.receiptNumber } }), caseFound: settledAt !== null && settledHow === 'found' }),
    })),
    ...(minute && { minute }), earlier,
    ...(settledAt !== null && { settled: { at: settledAt, byName: settledByName, how: settledHow, note: settledNote, ...(costBearer !== null && { costBearer }) } }),
  };
};
