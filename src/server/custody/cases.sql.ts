// What both sides counted differently: listed for both, and settled once.
import type { Pool, PoolClient } from 'pg';
import type { SettleCase } from '#core/custody/settle-case.ts';
import type { ThingId } from '#core/custody/thing.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { DeskId, UnitId } from '#core/organisation/organisation.ts';
import type { CustodyCase } from '#wire/custody.wire.ts';
import type { ActContext } from '../acts/act.ts';
import { type CustodyScope, placesOf, readable, readerOf } from './held.sql.ts';

const MOST_LISTED = 200;

/** Whose case it is; of the agency's those whose dossier the person may see. */
const ofSide = (scope: CustodyScope): string => `c.${scope.side === 'desk' ? 'desk_id' : 'agency_unit_id'} = any($2::text[]) and ${readable(scope, 4)}`;

type Row = Omit<CustodyCase, 'thing' | 'recordId' | 'recordNumber'> & {
  readonly recordId: string | null; readonly recordNumber: string | null;
  readonly thingId: string; readonly thingKind: CustodyCase['thing']['kind']; readonly thingName: string | null; readonly roundNo: number | null; readonly count: number;
};

/** The most urgent first. */
export const findCases = async (pool: Pool, provinceId: number, scope: CustodyScope): Promise<readonly CustodyCase[]> => {
  const { rows } = await pool.query<Row>({
    name: `find-custody-cases-of-${scope.side}`,
    text: `select c.case_id as "caseId", c.kind, c.sent, c.arrived, c.note, c.opened_at as "openedAt", c.opened_by_name as "openedByName", c.settle_by::text as "settleBy",
        c.record_id as "recordId", (select i.number from motcua.issued_paper i where i.province_id = $1 and i.paper_id = c.record_id) as "recordNumber",
        d.dossier_id as "dossierId", d.code, d.procedure_name as "procedureName",
        coalesce(d.parties->'owner'->>'fullName', d.parties->'applicant'->>'fullName') as "ownerName", d.state, k.short_name as "deskName", u.short_name as "agencyName",
        t.thing_id as "thingId", t.kind as "thingKind", t.name as "thingName", t.round_no as "roundNo", t.count, t.holder_kind = 'unaccounted' as "isMissing"
      from motcua.custody_case c
      join motcua.dossier d on d.province_id = $1 and d.dossier_id = c.dossier_id
      join motcua.custody_thing t on t.province_id = $1 and t.thing_id = c.thing_id
      join motcua.desk k on k.province_id = $1 and k.desk_id = c.desk_id
      join motcua.unit u on u.province_id = $1 and u.unit_id = c.agency_unit_id
      where c.province_id = $1 and c.settled_at is null and ${ofSide(scope)}
      order by c.settle_by, c.opened_at, c.case_id limit $3`,
    values: [provinceId, placesOf(scope), MOST_LISTED, ...readerOf(scope)],
  });
  return rows.map(({ thingId, thingKind, thingName, roundNo, count, recordId, recordNumber, ...row }) => ({
    ...row, recordId: recordId ?? undefined, recordNumber: recordNumber ?? undefined,
    thing: { thingId, kind: thingKind, name: thingName ?? undefined, roundNo: roundNo ?? undefined, count },
  }));
};

export type LockedCase = {
  readonly thingId: ThingId; readonly dossierId: string; readonly code: string; readonly kind: string;
  readonly deskId: DeskId; readonly agencyUnitId: UnitId; readonly agencyRootUnitId: UnitId;
  readonly settledAt: Moment | null; readonly settledByName: string | null;
};

/** Locked with its dossier, as the acts lock it: nobody moves the thing meanwhile. Another's case is not there. */
export const lockCase = async (db: PoolClient, provinceId: number, caseId: string, scope: CustodyScope): Promise<LockedCase | undefined> => {
  const { rows } = await db.query<LockedCase>({
    name: `lock-custody-case-of-${scope.side}`,
    text: `select c.thing_id as "thingId", c.dossier_id as "dossierId", d.code, c.kind, c.desk_id as "deskId", c.agency_unit_id as "agencyUnitId",
        case when u.kind = 'section' then u.parent_unit_id else u.unit_id end as "agencyRootUnitId", c.settled_at as "settledAt", c.settled_by_name as "settledByName"
      from motcua.custody_case c
      join motcua.dossier d on d.province_id = $1 and d.dossier_id = c.dossier_id
      join motcua.unit u on u.province_id = $1 and u.unit_id = c.agency_unit_id
      where c.province_id = $1 and c.case_id = $3 and ${ofSide(scope)}
      for update of d, c`,
    values: [provinceId, placesOf(scope), caseId, ...readerOf(scope)],
  });
  return rows[0];
};

export const saveSettled = async (db: PoolClient, { provinceId, now, accountId, accountName }: ActContext, caseId: string, { how, costBearer, note }: SettleCase): Promise<void> => {
  await db.query({
    name: 'settle-custody-case',
    text: `update motcua.custody_case set settled_at = $3, settled_by = $4, settled_by_name = $5, settled_how = $6, cost_bearer = $7, settled_note = $8
           where province_id = $1 and case_id = $2`,
    values: [provinceId, caseId, now, accountId, accountName, how, costBearer ?? null, note],
  });
};
