// What the ledger has at a place, what it has elsewhere of the place's own, and the counts of the place.
import type { Pool, PoolClient } from 'pg';
import type { LastCount, StockClosed, StockThing } from '#core/custody/stock-count.ts';
import type { Holder } from '#core/custody/thing.ts';
import type { DeskId, UnitId } from '#core/organisation/organisation.ts';
import type { PaperPayload } from '#documents/papers.ts';
import { MOST_IN_STOCK, type ClosedCount } from '#wire/stock.wire.ts';
import type { ActContext } from '../acts/act.ts';
import { THING_COLUMNS, type ThingRow, thingOf } from '../custody/things.sql.ts';

export type StockUnit = { readonly unitId: UnitId; readonly name: string; readonly rootUnitId: UnitId; readonly rootName: string; readonly superiorName: string | null; readonly holds: boolean };

/** Units served as a whole; those that hold something first. */
export const findStockUnits = async (pool: Pool, provinceId: number, unitIds: readonly UnitId[]): Promise<readonly StockUnit[]> => {
  const { rows } = await pool.query<StockUnit>({
    name: 'find-stock-units',
    text: `select u.unit_id as "unitId", u.name, r.unit_id as "rootUnitId", r.name as "rootName", s.name as "superiorName", h.holds
           from motcua.unit u
           left join motcua.unit s on s.province_id = $1 and s.unit_id = u.parent_unit_id
           join motcua.unit r on r.province_id = $1 and r.unit_id = case when u.kind = 'section' then u.parent_unit_id else u.unit_id end
           cross join lateral (select exists (
             select from motcua.custody_thing t where t.province_id = $1 and t.holder_kind = 'agency' and t.holder_id = u.unit_id) as holds) h
           where u.province_id = $1 and u.unit_id = any($2::text[]) order by h.holds desc, u.kind = 'section', u.name`,
    values: [provinceId, unitIds],
  });
  return rows;
};

/** Whose things a place may speak of: its own dossiers, bags and pick-ups. */
const ofPlace = (holder: string, place: string): string => `case ${holder} when 'desk' then coalesce(d.desk_id, b.desk_id, p.desk_id) = ${place} else d.agency_unit_id = ${place} or b.agency_unit_id = ${place} end`;
const FROM = `motcua.custody_thing t
  left join motcua.dossier d on d.province_id = t.province_id and d.dossier_id = t.dossier_id
  left join motcua.bag b on b.province_id = t.province_id and b.bag_id = t.thing_id
  left join motcua.pickup p on p.province_id = t.province_id and p.pickup_id = t.thing_id`;
const CODE = 'coalesce(d.code, t.label) as code';

const HOLDER_NAME = `coalesce(
  (select k.short_name from motcua.desk k where t.holder_kind = 'desk' and k.province_id = $1 and k.desk_id = t.holder_id),
  (select u.short_name from motcua.unit u where t.holder_kind in ('agency', 'archive') and u.province_id = $1 and u.unit_id = t.holder_id))`;

type StockThingRow = ThingRow & { readonly code: string };
const stockThingOf = ({ code, ...row }: StockThingRow): StockThing => ({ ...thingOf(row), code });

export type HeldStock = StockThing & {
  readonly procedureName: string | null; readonly ownerName: string | null; readonly postingNumber: string | null; readonly insideLabel: string | null;
};

/** One more than may be counted at once, to be told so. */
export const findStock = async (pool: Pool, provinceId: number, { kind, id }: Holder): Promise<readonly HeldStock[]> => {
  const { rows } = await pool.query<StockThingRow & Omit<HeldStock, keyof StockThing>>({
    name: 'find-stock',
    text: `select ${THING_COLUMNS}, ${CODE}, d.procedure_name as "procedureName", coalesce(d.parties->'owner'->>'fullName', d.parties->'applicant'->>'fullName') as "ownerName",
             (select i.payload->>'itemNumber' from motcua.issued_paper i
              where i.province_id = $1 and i.dossier_id = t.dossier_id and i.kind = 'posting-slip' and i.superseded_at is null limit 1) as "postingNumber",
             (select o.label from motcua.custody_thing o where o.province_id = $1 and o.thing_id = t.inside_id) as "insideLabel"
           from ${FROM} where t.province_id = $1 and t.holder_kind = $2 and t.holder_id = $3 order by t.since, t.thing_id limit ${MOST_IN_STOCK + 1}`,
    values: [provinceId, kind, id],
  });
  return rows.map(({ procedureName, ownerName, postingNumber, insideLabel, ...row }) => ({ ...stockThingOf(row), procedureName, ownerName, postingNumber, insideLabel }));
};

/** As an act sees them: what is here, and of the named ones what is elsewhere. */
export const findCounted = async (db: PoolClient, provinceId: number, { kind, id }: Holder, thingIds: readonly string[]) => {
  const { rows } = await db.query<StockThingRow & { readonly here: boolean }>({
    name: 'find-counted',
    text: `select ${THING_COLUMNS}, ${CODE}, t.holder_kind = $2 and t.holder_id = $3 as here
           from ${FROM} where t.province_id = $1 and (t.holder_kind = $2 and t.holder_id = $3 or t.thing_id = any($4::uuid[]) and ${ofPlace('$2', '$3')})
           order by t.since, t.thing_id`,
    values: [provinceId, kind, id, thingIds],
  });
  const things = rows.map(({ here, ...row }) => ({ here, thing: stockThingOf(row) }));
  return { held: things.filter(({ here }) => here).map(({ thing }) => thing), elsewhere: things.filter(({ here }) => !here).map(({ thing }) => thing) };
};

export type Standing = StockThing & { readonly holderName: string | null };
/** Everything there is of what was scanned, wherever it stands. */
export const findScannedThings = async (
  pool: Pool, provinceId: number, { kind, id }: Holder, scanned: { readonly code?: string | undefined; readonly item?: string | undefined; readonly label?: string | undefined },
): Promise<readonly Standing[]> => {
  const { rows } = await pool.query<StockThingRow & { readonly holderName: string | null }>({
    name: 'find-scanned-things',
    text: `select ${THING_COLUMNS}, ${CODE}, ${HOLDER_NAME} as "holderName"
           from ${FROM}
           where t.province_id = $1 and ${ofPlace('$2', '$3')} and (t.label = coalesce($6, $5) and t.holder_kind <> 'destroyed' or t.dossier_id in (
             select f.dossier_id from motcua.dossier f where f.province_id = $1 and f.code = $4
             union all
             select l.dossier_id from motcua.shipment s join motcua.shipment_dossier l on l.province_id = $1 and l.shipment_id = s.shipment_id
             where s.province_id = $1 and s.item_number = $5
             union all
             select i.dossier_id from motcua.issued_paper i join motcua.pickup c on c.province_id = $1 and c.dossier_id = i.dossier_id and c.slip_number = $5
             where i.province_id = $1 and i.kind = 'posting-slip' and i.superseded_at is null and i.payload->>'itemNumber' = $5))
           order by t.since, t.thing_id`,
    values: [provinceId, kind, id, scanned.code ?? null, scanned.item ?? null, scanned.label ?? null],
  });
  return rows.map(({ holderName, ...row }) => ({ ...stockThingOf(row), holderName }));
};

/** Where the ledger had what turns up here, by name. */
export const findHolderNames = async (db: PoolClient, provinceId: number, thingIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await db.query<{ readonly thingId: string; readonly name: string | null }>({
    name: 'find-stock-holder-names', text: `select t.thing_id as "thingId", ${HOLDER_NAME} as name from motcua.custody_thing t where t.province_id = $1 and t.thing_id = any($2::uuid[])`, values: [provinceId, thingIds],
  });
  return new Map(rows.flatMap(({ thingId, name }) => (name === null ? [] : [[thingId, name] as const])));
};

export const findCounts = async (pool: Pool, provinceId: number, { kind, id }: Holder): Promise<readonly ClosedCount[]> => {
  const { rows } = await pool.query<ClosedCount>({
    name: 'find-stock-counts',
    text: `select count_id as "countId", number, closed_at as "closedAt", closed_by_name as "byName", found, short, missing, unexpected, strays
           from motcua.stock_count where province_id = $1 and place_kind = $2 and place_id = $3 order by closed_at desc, number desc limit 10`,
    values: [provinceId, kind, id],
  });
  return rows;
};

/** Two who close at once: the second waits here, and finds the first one's count. */
export const lockStockPlace = async (db: PoolClient, provinceId: number, { kind, id }: Holder): Promise<LastCount | undefined> => {
  await db.query({
    name: 'keep-stock-place', text: 'insert into motcua.stock_place (province_id, place_kind, place_id) values ($1, $2, $3) on conflict do nothing', values: [provinceId, kind, id],
  });
  const { rows: [place] } = await db.query<{ last: string | null }>({
    name: 'lock-stock-place',
    text: 'select last_count_id as last from motcua.stock_place where province_id = $1 and place_kind = $2 and place_id = $3 for update',
    values: [provinceId, kind, id],
  });
  const { rows: [last] } = await db.query<LastCount>({
    name: 'get-last-stock-count',
    text: `select count_id as "countId", number, closed_by_name as "byName", closed_at as "closedAt" from motcua.stock_count where province_id = $1 and count_id = $2`,
    values: [provinceId, place?.last ?? null],
  });
  return last;
};

/** Dossiers first, as every act locks them, then bags and pick-ups: nobody moves what is lost or taken over meanwhile. */
export const lockCounted = async (db: PoolClient, provinceId: number, thingIds: readonly string[]): Promise<void> => {
  await db.query({
    name: 'lock-counted-dossiers',
    text: `select 1 from motcua.dossier d where d.province_id = $1 and d.dossier_id in (
             select t.dossier_id from motcua.custody_thing t where t.province_id = $1 and (t.thing_id = any($2::uuid[]) or t.inside_id = any($2::uuid[])))
           order by d.dossier_id for update`,
    values: [provinceId, thingIds],
  });
  await db.query({ name: 'lock-counted-bags', text: 'select 1 from motcua.bag where province_id = $1 and bag_id = any($2::uuid[]) order by bag_id for update', values: [provinceId, thingIds] });
  await db.query({ name: 'lock-counted-pickups', text: 'select 1 from motcua.pickup where province_id = $1 and pickup_id = any($2::uuid[]) order by pickup_id for update', values: [provinceId, thingIds] });
};

export type CountToSave = {
  readonly countId: string; readonly holder: Holder; readonly deskId: DeskId | undefined; readonly number: string; readonly startedAt: string; readonly strays: number; readonly payload: PaperPayload;
  readonly lines: StockClosed['lines'];
};
export const insertCount = async (db: PoolClient, { provinceId, now, accountId, accountName }: ActContext, count: CountToSave): Promise<void> => {
  const of = (result: StockClosed['lines'][number]['result']): number => count.lines.filter((line) => line.result === result).length;
  const { kind, id } = count.holder;
  await db.query({
    name: 'insert-stock-count',
    text: `insert into motcua.stock_count (province_id, count_id, place_kind, place_id, number, started_at, closed_at, closed_by, closed_by_name, found, missing, unexpected, strays, short)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    values: [provinceId, count.countId, kind, id, count.number, count.startedAt, now, accountId, accountName, of('found'), of('missing'), of('unexpected'), count.strays, of('short')],
  });
  await db.query({
    name: 'insert-stock-count-lines',
    text: `insert into motcua.stock_count_line (province_id, count_id, thing_id, result, note, pieces)
           select $1, $2, l.thing_id, l.result, l.note, l.pieces from unnest($3::uuid[], $4::text[], $5::text[], $6::int[]) as l (thing_id, result, note, pieces)`,
    values: [provinceId, count.countId, count.lines.map(({ thing }) => thing.thingId), count.lines.map(({ result }) => result), count.lines.map(({ note }) => note ?? null), count.lines.map(({ pieces }) => pieces ?? null)],
  });
  await db.query({
    name: 'save-last-stock-count', text: 'update motcua.stock_place set last_count_id = $4 where province_id = $1 and place_kind = $2 and place_id = $3', values: [provinceId, kind, id, count.countId],
  });
  await db.query({
    name: 'insert-stock-paper',
    text: `insert into motcua.issued_paper (province_id, paper_id, desk_id, kind, form_version, number, payload, issued_at, issued_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [provinceId, count.countId, count.deskId ?? null, count.payload.kind, count.payload.version, count.number, JSON.stringify(count.payload), now, accountId],
  });
};
