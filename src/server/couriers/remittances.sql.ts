// Sums counted at a desk, and the slips under which they go on to the post.
import type { Pool, PoolClient } from 'pg';
import type { HeldSum } from '#core/shipment/remittance.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { AccountId, DeskId, UnitId } from '#core/organisation/organisation.ts';
import { type DeskMoneyView, MOST_UNCOUNTED, type RemitBody, type RemittanceView } from '#wire/remittance.wire.ts';
import type { ActContext } from '../acts/act.ts';

export type SumFound = DeskMoneyView['sums'][number];

/** As many as one slip is made of: the others follow on the next. */
const MOST_SUMS = 200;

/** What a courier brought and the desk counted, what the post counted less of a slip, what the desk gave back: each until it stands on a slip. */
const SUMS = `
  select f.*, f.at from (
    select m.move_id as "sumId", 'hand-in' as kind, m.counted as amount, m.counted_at as at, p.full_name as name
    from motcua.collected_money m join motcua.account p on p.province_id = $1 and p.account_id::text = m.from_id
    where m.province_id = $1 and m.to_kind = 'desk' and m.to_id = $2 and m.counted > 0
    union all
    select m.move_id, 'short', m.amount - m.counted, m.counted_at, r.number
    from motcua.collected_money m join motcua.remittance r on r.province_id = $1 and r.remittance_id = m.move_id
    where m.province_id = $1 and m.from_kind = 'desk' and m.from_id = $2 and m.counted < m.amount
    union all
    select m.move_id, 'given-back', -m.amount, m.sent_at, coalesce(s.receiver->>'name', '')
    from motcua.collected_money m left join motcua.shipment s on s.province_id = $1 and s.shipment_id::text = m.to_id
    where m.province_id = $1 and m.from_kind = 'desk' and m.from_id = $2 and m.to_kind = 'receiver') f
  where not exists (select from motcua.remittance_sum g where g.province_id = $1 and g.move_id = f."sumId")
  order by f.at, f."sumId" limit ${MOST_SUMS}`;

export const findSums = async (db: Pool | PoolClient, provinceId: number, deskId: DeskId): Promise<readonly SumFound[]> =>
  (await db.query<SumFound>({ name: 'find-sums-at-desk', text: SUMS, values: [provinceId, deskId] })).rows;

/** What the desk holds is of sums that stand on no slip, so whoever takes of it waits here for whoever takes at once; what years brought is left alone. */
export const lockDeskMoney = async (db: PoolClient, provinceId: number, deskId: DeskId): Promise<void> => {
  await db.query({
    name: 'lock-desk-money',
    text: `select from motcua.collected_money m where m.province_id = $1 and (m.to_kind = 'desk' and m.to_id = $2 or m.from_kind = 'desk' and m.from_id = $2)
             and not exists (select from motcua.remittance_sum g where g.province_id = $1 and g.move_id = m.move_id) order by m.move_id for update`,
    values: [provinceId, deskId],
  });
};

export const insertRemittance = async (
  db: PoolClient, { provinceId, accountId, accountName }: ActContext, { remittanceId, deskId, way, reference, paidOn, note }: RemitBody, made: { readonly unitId: UnitId; readonly number: string; readonly sums: readonly HeldSum[] },
): Promise<void> => {
  await db.query({
    name: 'insert-remittance',
    text: `insert into motcua.remittance (province_id, remittance_id, desk_id, unit_id, number, way, reference, paid_on, note, sent_by, sent_by_name)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    values: [provinceId, remittanceId, deskId, made.unitId, made.number, way, reference ?? null, paidOn, note ?? null, accountId, accountName],
  });
  await db.query({
    name: 'insert-remittance-sums',
    text: `insert into motcua.remittance_sum (province_id, move_id, remittance_id, amount) select $1, s.move_id, $2, s.amount from unnest($3::uuid[], $4::int[]) as s (move_id, amount)`,
    values: [provinceId, remittanceId, made.sums.map(({ sumId }) => sumId), made.sums.map(({ amount }) => amount)],
  });
};

export type LockedRemittance = {
  readonly remittanceId: string; readonly deskId: DeskId; readonly number: string; readonly amount: number; readonly sentBy: AccountId;
  readonly received?: { readonly at: Moment; readonly byName: string };
};

/** Undefined: none of these desks paid it. */
export const lockRemittance = async (db: PoolClient, provinceId: number, remittanceId: string, deskIds: readonly DeskId[]): Promise<LockedRemittance | undefined> => {
  const { rows } = await db.query<Omit<LockedRemittance, 'received'> & { readonly receivedAt: Moment | null; readonly receivedByName: string | null }>({
    name: 'lock-remittance',
    text: `select r.remittance_id as "remittanceId", r.desk_id as "deskId", r.number, m.amount, r.sent_by as "sentBy", m.counted_at as "receivedAt", m.counted_by_name as "receivedByName"
           from motcua.remittance r join motcua.collected_money m on m.province_id = $1 and m.move_id = r.remittance_id
           where r.province_id = $1 and r.remittance_id = $2 and r.desk_id = any($3::text[]) for update of m`,
    values: [provinceId, remittanceId, deskIds],
  });
  const [row] = rows;
  if (!row) return undefined;
  const { receivedAt, receivedByName, ...found } = row;
  return { ...found, ...(receivedAt && { received: { at: receivedAt, byName: receivedByName ?? '' } }) };
};

export const saveRemittanceCounted = async (
  db: PoolClient, { provinceId, now, accountId, accountName }: ActContext, remittanceId: string, { counted, note, receiptNumber }: { readonly counted: number; readonly note?: string | undefined; readonly receiptNumber: string },
): Promise<void> => {
  await db.query({
    name: 'save-remittance-counted',
    text: `with counted as (
             update motcua.collected_money set counted = $3, counted_note = $4, counted_at = $5, counted_by = $6, counted_by_name = $7 where province_id = $1 and move_id = $2 and to_kind = 'post')
           update motcua.remittance set receipt_number = $8 where province_id = $1 and remittance_id = $2`,
    values: [provinceId, remittanceId, counted, note ?? null, now, accountId, accountName, receiptNumber],
  });
};

type Nulls<T> = { readonly [K in keyof T]: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K] };
const LAST_COUNTED = 20;

/** Of these desks: what the post has not counted, longest waiting first, then the last ones. */
export const findRemittances = async (pool: Pool, provinceId: number, deskIds: readonly DeskId[]): Promise<Pick<DeskMoneyView, 'remittances' | 'moreUncounted'>> => {
  const { rows } = await pool.query<Nulls<RemittanceView>>({
    name: 'find-remittances',
    text: `select r.remittance_id as "remittanceId", r.desk_id as "deskId", k.short_name as "deskName", u.short_name as "unitName", r.number, m.amount, r.way, r.reference, r.paid_on::text as "paidOn", r.note,
             (select count(*) from motcua.remittance_sum s where s.province_id = $1 and s.remittance_id = r.remittance_id)::int as sums, m.sent_at as "sentAt", r.sent_by_name as "sentByName",
             m.counted, m.counted_note as "countedNote", m.counted_at as "countedAt", m.counted_by_name as "countedByName", r.receipt_number as "receiptNumber"
           from motcua.remittance r join motcua.collected_money m on m.province_id = $1 and m.move_id = r.remittance_id
           join motcua.desk k on k.province_id = $1 and k.desk_id = r.desk_id join motcua.unit u on u.province_id = $1 and u.unit_id = r.unit_id
           where r.province_id = $1 and r.desk_id = any($2::text[])
           order by m.counted_at is not null, case when m.counted_at is null then m.sent_at end, m.sent_at desc, r.remittance_id limit ${MOST_UNCOUNTED + LAST_COUNTED + 1}`,
    values: [provinceId, deskIds],
  });
  const all = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as RemittanceView);
  const uncounted = all.filter(({ countedAt }) => countedAt === undefined);
  return { remittances: [...uncounted.slice(0, MOST_UNCOUNTED), ...all.slice(uncounted.length).slice(0, LAST_COUNTED)], moreUncounted: uncounted.length > MOST_UNCOUNTED };
};

export type DeskHoldings = { readonly deskId: DeskId; readonly deskName: string; readonly held: number; readonly onTheWay: number };

export const findDeskHoldings = async (pool: Pool, provinceId: number, deskIds: readonly DeskId[]): Promise<readonly DeskHoldings[]> => {
  const { rows } = await pool.query<DeskHoldings>({
    name: 'find-desk-holdings',
    text: `select k.desk_id as "deskId", k.short_name as "deskName",
             (coalesce((select sum(m.counted) from motcua.collected_money m where m.province_id = $1 and m.to_kind = 'desk' and m.to_id = k.desk_id), 0)
             - coalesce((select sum(coalesce(m.counted, m.amount)) from motcua.collected_money m where m.province_id = $1 and m.from_kind = 'desk' and m.from_id = k.desk_id), 0))::float8 as held,
             coalesce((select sum(m.amount) from motcua.collected_money m where m.province_id = $1 and m.from_kind = 'desk' and m.from_id = k.desk_id and m.counted_at is null), 0)::float8 as "onTheWay"
           from motcua.desk k where k.province_id = $1 and k.desk_id = any($2::text[]) order by k.short_name, k.desk_id`,
    values: [provinceId, deskIds],
  });
  return rows;
};
