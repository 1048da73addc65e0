// One case, locked with its bag and its dossiers in the order in which every act locks them, and what its acts write.
import type { PoolClient } from 'pg';
import type { CaseKind } from '#core/custody/change.ts';
import type { Compensation } from '#core/custody/compensation.ts';
import type { Liability, MakeMinute, ReissueAsked } from '#core/custody/liability.ts';
import type { SettleCase } from '#core/custody/settle-case.ts';
import { type Holder, type ThingId, atAgency, atDesk } from '#core/custody/thing.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { DossierState } from '#core/dossier/state.ts';
import type { DeskId, UnitId } from '#core/organisation/organisation.ts';
import type { ActContext, ChainId } from '../acts/act.ts';
import { lockDossiers } from '../bags/bag-content.sql.ts';
import { type CustodyScope, placesOf, readerOf } from '../custody/held.sql.ts';
import { ofSide } from './cases.sql.ts';

export type LockedCase = {
  readonly thingId: ThingId; readonly dossierId: string | null; readonly code: string | null; readonly kind: CaseKind; readonly note: string; readonly openedAt: Moment;
  readonly recordId: string | null; readonly recordNumber: string | null; readonly bagLabel: string | null;
  readonly deskId: DeskId; readonly agencyUnitId: UnitId | null; readonly agencyRootUnitId: UnitId | null; readonly dossierState: DossierState | null; readonly shipmentId: string | null;
  /** Collected at home: whose it is. */
  readonly pickup: { readonly name: string; readonly address: string } | null;
  readonly liability: Liability; readonly minuteNumber: string | null;
  readonly settledAt: Moment | null; readonly settledByName: string | null; readonly settledHow: SettleCase['how'] | null;
  /** Of the lost bag. */
  readonly content: readonly ThingId[];
  readonly openTasks: number; readonly unpaid: number;
};

export const lockCase = async (db: PoolClient, provinceId: number, caseId: string, scope: CustodyScope): Promise<LockedCase | undefined> => {
  await db.query({
    name: 'lock-bag-of-case',
    text: 'select 1 from motcua.bag where province_id = $1 and bag_id = (select c.thing_id from motcua.custody_case c where c.province_id = $1 and c.case_id = $2) for update', values: [provinceId, caseId],
  });
  const { rows: dossiers } = await db.query<{ id: string }>({
    name: 'find-dossiers-of-case',
    text: `select t.dossier_id as id from motcua.custody_thing t where t.province_id = $1 and t.dossier_id is not null and (
             t.thing_id in (select l.thing_id from motcua.custody_case_content l where l.province_id = $1 and l.case_id = $2)
             or t.thing_id = (select c.thing_id from motcua.custody_case c where c.province_id = $1 and c.case_id = $2))`,
    values: [provinceId, caseId],
  });
  await lockDossiers(db, provinceId, dossiers.map(({ id }) => id));
  // before it is read: a statement that waits counts tasks and sums as they stood when it began
  await db.query({ name: 'lock-custody-case', text: 'select from motcua.custody_case where province_id = $1 and case_id = $2 for update', values: [provinceId, caseId] });
  const { rows: [row] } = await db.query<LockedCase>({
    name: `find-locked-case-of-${scope.side}`,
    text: `select c.thing_id as "thingId", c.dossier_id as "dossierId", d.code, c.kind, c.note, c.opened_at as "openedAt", c.record_id as "recordId",
        (select i.number from motcua.issued_paper i where i.province_id = $1 and i.paper_id = c.record_id) as "recordNumber",
        (select b.label from motcua.bag b where b.province_id = $1 and b.bag_id = c.thing_id) as "bagLabel", c.desk_id as "deskId", c.agency_unit_id as "agencyUnitId",
        case when u.kind = 'section' then u.parent_unit_id else u.unit_id end as "agencyRootUnitId", c.liability, c.minute_number as "minuteNumber",
        d.state as "dossierState", c.shipment_id as "shipmentId", (select p.person from motcua.pickup p where p.province_id = $1 and p.pickup_id = c.thing_id) as pickup,
        c.settled_at as "settledAt", c.settled_by_name as "settledByName", c.settled_how as "settledHow",
        array(select l.thing_id from motcua.custody_case_content l where l.province_id = $1 and l.case_id = c.case_id order by l.thing_id) as content,
        (select count(*) from motcua.custody_reissue r where r.province_id = $1 and r.case_id = c.case_id and r.done_at is null and r.withdrawn_at is null)::int as "openTasks",
        (select coalesce(sum(p.amount), 0) from motcua.custody_compensation p where p.province_id = $1 and p.case_id = c.case_id and p.paid_at is null and p.withdrawn_at is null)::float8 as unpaid
      from motcua.custody_case c
      left join motcua.dossier d on d.province_id = $1 and d.dossier_id = c.dossier_id
      left join motcua.unit u on u.province_id = $1 and u.unit_id = c.agency_unit_id
      where c.province_id = $1 and c.case_id = $3 and ${ofSide(scope, '$2', 4)}`,
    values: [provinceId, placesOf(scope), caseId, ...readerOf(scope)],
  });
  return row;
};

/** Whoever acts, as the ledger knows them; the agency's own cases have one. */
export const sideOf = (scope: CustodyScope, { deskId, agencyUnitId }: LockedCase): Holder => (scope.side === 'desk' || agencyUnitId === null ? atDesk(deskId) : atAgency(agencyUnitId));
/** What its person had, or was to have, is theirs again as soon as it is there. */
export const isForPerson = ({ dossierState }: LockedCase): boolean => dossierState === 'returned';

export const settledOf = ({ settledAt, settledByName }: LockedCase): { readonly settled?: { readonly by: string; readonly at: Moment } } =>
  (settledAt === null ? {} : { settled: { by: settledByName ?? '', at: settledAt } });

export const chainOfCase = (scope: CustodyScope, { deskId, agencyRootUnitId }: LockedCase): ChainId => (scope.side === 'desk' ? `desk:${deskId}` : `unit:${agencyRootUnitId}`);

export const saveSettled = async (
  db: PoolClient, { provinceId, now, accountId, accountName }: ActContext, caseId: string, { how, costBearer, note }: SettleCase,
): Promise<void> => {
  await db.query({
    name: 'settle-custody-case',
    text: `update motcua.custody_case set settled_at = $3, settled_by = $4, settled_by_name = $5, settled_how = $6, cost_bearer = $7, settled_note = $8
           where province_id = $1 and case_id = $2`,
    values: [provinceId, caseId, now, accountId, accountName, how, costBearer ?? null, note],
  });
};

export type MinuteSaved = {
  readonly caseId: string; readonly minuteId: string; readonly number: string; readonly command: Pick<MakeMinute, 'liability' | 'ground' | 'replacedBecause' | 'postage'>;
  readonly tasks: readonly ReissueAsked[]; readonly compensation: Compensation;
};

/** The minute before holds no more, nor what it asked for and was neither done nor paid. */
const withdrawMinute = async (db: PoolClient, provinceId: number, caseId: string, now: Moment): Promise<void> => {
  await db.query({
    name: 'withdraw-minute',
    text: `with tasks as (update motcua.custody_reissue set withdrawn_at = $3 where province_id = $1 and case_id = $2 and done_at is null and withdrawn_at is null),
             owed as (update motcua.custody_compensation set withdrawn_at = $3 where province_id = $1 and case_id = $2 and paid_at is null and withdrawn_at is null)
           update motcua.issued_paper i set superseded_at = $3 from motcua.custody_case c
           where c.province_id = $1 and c.case_id = $2 and i.province_id = $1 and i.paper_id = c.minute_id and i.superseded_at is null`,
    values: [provinceId, caseId, now],
  });
};

export const saveMinute = async (db: PoolClient, { provinceId, now, accountName }: ActContext, { caseId, minuteId, number, command, tasks, compensation }: MinuteSaved): Promise<void> => {
  await db.query({
    name: 'insert-liability-minute',
    text: `insert into motcua.custody_minute (province_id, case_id, minute_no, minute_id, number, liability, ground, replaces, replaced_because, made_at, made_by_name)
           select $1, $2, 1 + (select count(*) from motcua.custody_minute m where m.province_id = $1 and m.case_id = $2), $3, $4, $5, $6, c.minute_number, $7, $8, $9
           from motcua.custody_case c where c.province_id = $1 and c.case_id = $2`,
    values: [provinceId, caseId, minuteId, number, command.liability, command.ground, command.replacedBecause ?? null, now, accountName],
  });
  if (command.replacedBecause !== undefined) await withdrawMinute(db, provinceId, caseId, now);
  await db.query({
    name: 'save-liability',
    text: 'update motcua.custody_case set liability = $3, liability_ground = $4, minute_id = $5, minute_number = $6, minute_at = $7, postage = coalesce($8, postage) where province_id = $1 and case_id = $2',
    values: [provinceId, caseId, command.liability, command.ground, minuteId, number, now, command.postage ?? null],
  });
  await db.query({
    name: 'insert-reissue-tasks',
    text: `insert into motcua.custody_reissue (province_id, case_id, task_no, thing_id, what, by_side, due, asked_at, asked_by_name)
           select $1, $2, t.no + (select coalesce(max(b.task_no), 0) from motcua.custody_reissue b where b.province_id = $1 and b.case_id = $2), t.thing_id, t.what, t.by_side, t.due, $3, $4 from unnest($5::uuid[], $6::text[], $7::text[], $8::date[]) with ordinality as t (thing_id, what, by_side, due, no)`,
    values: [provinceId, caseId, now, accountName, tasks.map(({ thingId }) => thingId), tasks.map(({ what }) => what), tasks.map(({ bySide }) => bySide), tasks.map(({ due }) => due)],
  });
  const { lines, payBy, rulesVersion } = compensation;
  await db.query({
    name: 'insert-compensation',
    text: `insert into motcua.custody_compensation (province_id, case_id, line_no, kind, dossier_id, item_number, postage, amount, pay_by, rules_version)
           select $1, $2, l.no + (select coalesce(max(b.line_no), 0) from motcua.custody_compensation b where b.province_id = $1 and b.case_id = $2), l.kind, l.dossier_id, l.item_number, l.postage, l.amount, $3, $4
           from unnest($5::text[], $6::uuid[], $7::text[], $8::bigint[], $9::bigint[]) with ordinality as l (kind, dossier_id, item_number, postage, amount, no)`,
    values: [
      provinceId, caseId, payBy, rulesVersion, lines.map(({ kind }) => kind), lines.map(({ dossierId }) => dossierId ?? null), lines.map(({ itemNumber }) => itemNumber ?? null),
      lines.map(({ postage }) => postage ?? null), lines.map(({ amount }) => amount),
    ],
  });
};

export const saveReissueDone = async (db: PoolClient, { provinceId, now, accountId, accountName }: ActContext, caseId: string, taskNo: number, note: string): Promise<void> => {
  await db.query({
    name: 'save-reissue-done', text: 'update motcua.custody_reissue set done_at = $4, done_by = $5, done_by_name = $6, done_note = $7 where province_id = $1 and case_id = $2 and task_no = $3',
    values: [provinceId, caseId, taskNo, now, accountId, accountName, note],
  });
};

export const savePaid = async (db: PoolClient, { provinceId, now, accountId, accountName }: ActContext, caseId: string, lineNo: number, receiptNumber: string): Promise<void> => {
  await db.query({
    name: 'save-compensation-paid', text: 'update motcua.custody_compensation set paid_at = $4, paid_by = $5, paid_by_name = $6, receipt_number = $7 where province_id = $1 and case_id = $2 and line_no = $3',
    values: [provinceId, caseId, lineNo, now, accountId, accountName, receiptNumber],
  });
};
