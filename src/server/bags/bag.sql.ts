// One bag, locked for its act, and what its acts write. What is not of this side's is not there.
import type { PoolClient } from 'pg';
import type { Bag, BagDirection } from '#core/custody/bag.ts';
import type { Thing } from '#core/custody/thing.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { AccountId, DeskId, UnitId } from '#core/organisation/organisation.ts';
import type { AgencyScope } from '../reading/reader.sql.ts';
import type { ActContext } from '../acts/act.ts';
import { THING_COLUMNS, type ThingRow, thingOf } from '../custody/things.sql.ts';

export type BagScope =
  | { readonly side: 'desk'; readonly deskId: DeskId }
  | { readonly side: 'agency'; readonly reach: AgencyScope };
export type BagEnd = 'giver' | 'taker';
const DIRECTIONS = ['to-agency', 'to-desk'] as const;

export const directionAt = (scope: BagScope, end: BagEnd): BagDirection => ((scope.side === 'desk') === (end === 'giver') ? 'to-agency' : 'to-desk');
export const placesOf = (scope: BagScope): readonly string[] => (scope.side === 'desk' ? [scope.deskId] : scope.reach.unitIds);
/** Of `b`, whose places are the parameter. */
export const ofSide = (scope: BagScope, places: string): string => (scope.side === 'desk' ? `b.desk_id = any(${places}::text[])` : `b.agency_unit_id = any(${places}::text[])`);

type Row = Pick<Bag, 'bagId' | 'label' | 'direction' | 'deskId' | 'agencyUnitId'> & {
  readonly closedAt: Moment | null; readonly handOverId: string | null; readonly sentAt: Moment | null; readonly sentBy: AccountId | null; readonly signedBy: AccountId | null;
  readonly receivedAt: Moment | null; readonly receivedByName: string | null; readonly agencyRootUnitId: UnitId; readonly transitDue: PlainDate | null;
  readonly lostAt: Moment | null; readonly lostByName: string | null; readonly givenUp: boolean;
};
export type LockedBag = { readonly bag: Bag; readonly handOverId?: string; readonly agencyRootUnitId: UnitId; readonly transitDue?: PlainDate };

/** Locked first, then read: whoever waited for the lock sees the record that the other one wrote. */
export const lockBag = async (db: PoolClient, provinceId: number, bagId: string, scope: BagScope, end: BagEnd | 'either'): Promise<LockedBag | undefined> => {
  await db.query({
    name: `lock-bag-${scope.side}`, text: `select from motcua.bag b where b.province_id = $1 and b.bag_id = $2 and ${ofSide(scope, '$3')} for update`,
    values: [provinceId, bagId, placesOf(scope)],
  });
  const { rows: [row] } = await db.query<Row>({
    name: `find-locked-bag-${scope.side}`,
    text: `select b.bag_id as "bagId", b.label, b.direction, b.desk_id as "deskId", b.agency_unit_id as "agencyUnitId", b.closed_at as "closedAt",
             b.hand_over_id as "handOverId", h.sent_at as "sentAt", h.sent_by as "sentBy",
             (select i.issued_by from motcua.issued_paper i where i.province_id = $1 and i.paper_id = h.hand_over_id) as "signedBy",
             b.received_at as "receivedAt", b.received_by_name as "receivedByName", h.transit_due::text as "transitDue",
             b.lost_at as "lostAt", b.lost_by_name as "lostByName", b.given_up_at is not null as "givenUp",
             case when u.kind = 'section' then u.parent_unit_id else u.unit_id end as "agencyRootUnitId"
           from motcua.bag b join motcua.unit u on u.province_id = $1 and u.unit_id = b.agency_unit_id
           left join motcua.hand_over h on h.province_id = $1 and h.hand_over_id = b.hand_over_id
           where b.province_id = $1 and b.bag_id = $2 and b.direction = any($4::text[]) and ${ofSide(scope, '$3')}`,
    values: [provinceId, bagId, placesOf(scope), end === 'either' ? DIRECTIONS : [directionAt(scope, end)]],
  });
  if (!row) return undefined;
  const { closedAt, handOverId, sentAt, sentBy, signedBy, receivedAt, receivedByName, agencyRootUnitId, transitDue, lostAt, lostByName, givenUp, ...bag } = row;
  return {
    agencyRootUnitId, ...(handOverId !== null && { handOverId }), ...(transitDue !== null && { transitDue }),
    bag: {
      ...bag, givenBy: [sentBy, signedBy].flatMap((one) => (one === null ? [] : [one])), ...(closedAt !== null && { closedAt }), ...(sentAt !== null && { sentAt }),
      ...(lostAt !== null && { lost: { at: lostAt, byName: lostByName ?? '', givenUp } }),
      ...(receivedAt !== null && { received: { at: receivedAt, byName: receivedByName ?? '' } }),
    },
  };
};

/** The bag itself as the ledger has it. */
export const getBagThing = async (db: PoolClient, provinceId: number, bagId: string): Promise<Thing> => {
  const { rows: [row] } = await db.query<ThingRow>({
    name: 'get-bag-thing', text: `select ${THING_COLUMNS} from motcua.custody_thing t where t.province_id = $1 and t.thing_id = $2`, values: [provinceId, bagId],
  });
  if (!row) throw new Error(`bag ${bagId} is not in the ledger`);
  return thingOf(row);
};

export const countPacked = async (db: PoolClient, provinceId: number, bagId: string): Promise<number> => {
  const { rows: [row] } = await db.query<{ n: number }>({
    name: 'count-packed', text: 'select count(distinct dossier_id)::int as n from motcua.custody_thing where province_id = $1 and inside_id = $2', values: [provinceId, bagId],
  });
  return row?.n ?? 0;
};

export const insertBag = async (db: PoolClient, { provinceId, now, accountId, accountName }: ActContext, bag: Bag, openedAt = now): Promise<void> => {
  await db.query({
    name: 'insert-bag',
    text: `insert into motcua.bag (province_id, bag_id, label, direction, desk_id, agency_unit_id, opened_at, opened_by, opened_by_name)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [provinceId, bag.bagId, bag.label, bag.direction, bag.deskId, bag.agencyUnitId, openedAt, accountId, accountName],
  });
};

/** Since when the desk has a machine that works without a line. */
export const findFirstMachine = async (db: PoolClient, provinceId: number, deskId: DeskId): Promise<Moment | undefined> => {
  const { rows: [row] } = await db.query<{ since: Moment | null }>({
    name: 'find-first-machine', text: 'select min(enrolled_at) as since from motcua.device where province_id = $1 and desk_id = $2', values: [provinceId, deskId],
  });
  return row?.since ?? undefined;
};

/** Without a number its seal was cut again. */
export const saveSeal = async (db: PoolClient, { provinceId, now, accountName }: ActContext, bagId: string, sealNumber?: string): Promise<void> => {
  await db.query({
    name: 'save-seal',
    text: `update motcua.bag set closed_at = case when $3::text is not null then $4::timestamptz end, closed_by_name = case when $3::text is not null then $5 end, seal_number = $3
           where province_id = $1 and bag_id = $2`,
    values: [provinceId, bagId, sealNumber ?? null, now, accountName],
  });
};

export const saveBagSent = async (db: PoolClient, provinceId: number, bagId: string, handOverId: string): Promise<void> => {
  await db.query({ name: 'save-bag-sent', text: 'update motcua.bag set hand_over_id = $3 where province_id = $1 and bag_id = $2', values: [provinceId, bagId, handOverId] });
};

export const saveBagReceived = async (
  db: PoolClient, { provinceId, now, accountId, accountName }: ActContext, bagId: string, seal: { readonly sealBroken: boolean; readonly sealNote?: string | undefined },
): Promise<void> => {
  await db.query({
    name: 'save-bag-received',
    text: `update motcua.bag set received_at = $3, received_by = $4, received_by_name = $5, seal_broken = $6, seal_note = $7 where province_id = $1 and bag_id = $2`,
    values: [provinceId, bagId, now, accountId, accountName, seal.sealBroken, seal.sealNote ?? null],
  });
};

/** Without a name it was found again. */
export const saveBagLost = async (db: PoolClient, { provinceId, now }: ActContext, bagId: string, byName?: string): Promise<void> => {
  await db.query({
    name: 'save-bag-lost',
    text: 'update motcua.bag set lost_at = case when $3::text is not null then $4::timestamptz end, lost_by_name = $3 where province_id = $1 and bag_id = $2',
    values: [provinceId, bagId, byName ?? null, now],
  });
};

/** All that still lies in it, wherever it is: envelopes first, then what lies in them. */
export const findContent = async (db: PoolClient, provinceId: number, bagId: string): Promise<readonly Thing[]> => {
  const { rows } = await db.query<ThingRow>({
    name: 'find-bag-content',
    text: `select ${THING_COLUMNS} from motcua.custody_thing t where t.province_id = $1 and (t.inside_id = $2 or t.inside_id in (
             select e.thing_id from motcua.custody_thing e where e.province_id = $1 and e.inside_id = $2)) order by t.kind <> 'envelope', t.thing_id`,
    values: [provinceId, bagId],
  });
  return rows.map(thingOf);
};
