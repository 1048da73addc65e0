// Whose hands collected money is in. A sum that was given and not yet counted is between the two and in neither's hands.
import type { Pool, PoolClient } from 'pg';
import type { Moment } from '#core/kernel/moment.ts';
import type { AccountId, DeskId } from '#core/organisation/organisation.ts';
import type { ActContext } from '../acts/act.ts';

export type MoneyMove = {
  readonly moveId: string; readonly from: { readonly kind: 'receiver' | 'courier' | 'desk'; readonly id: string };
  readonly to: { readonly kind: 'courier' | 'desk' | 'post' | 'receiver'; readonly id: string };
  readonly deskId: DeskId; readonly amount: number; readonly note?: string | undefined;
  /** Counted in the same moment: at a door both stand there. */
  readonly counted?: { readonly at: Moment; readonly by: AccountId; readonly byName: string };
};

export const insertMoney = async (db: PoolClient, { provinceId, now }: ActContext, { moveId, from, to, deskId, amount, note, counted }: MoneyMove): Promise<void> => {
  if (amount === 0) return;
  await db.query({
    name: 'insert-collected-money',
    text: `insert into motcua.collected_money (province_id, move_id, from_kind, from_id, to_kind, to_id, desk_id, amount, note, sent_at, counted, counted_at, counted_by, counted_by_name)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    values: [
      provinceId, moveId, from.kind, from.id, to.kind, to.id, deskId, amount, note ?? null, now, counted ? amount : null, counted?.at ?? null, counted?.by ?? null, counted?.byName ?? null,
    ],
  });
};

// over years more goes through one pair of hands than an integer holds
const HELD = `(
  coalesce((select sum(m.counted) from motcua.collected_money m where m.province_id = $1 and m.to_kind = 'courier' and m.to_id = $2::text and m.desk_id = $3), 0)
  - coalesce((select sum(coalesce(m.counted, m.amount)) from motcua.collected_money m where m.province_id = $1 and m.from_kind = 'courier' and m.from_id = $2::text and m.desk_id = $3), 0))::float8`;

/** What the courier has for this desk; two hand-ins at once wait for each other. */
export const lockHeldMoney = async (db: PoolClient, provinceId: number, courierId: AccountId, deskId: DeskId): Promise<number> => {
  await db.query({
    name: 'lock-collected-money',
    text: `select from motcua.collected_money where province_id = $1 and desk_id = $3
             and (to_kind = 'courier' and to_id = $2::text or from_kind = 'courier' and from_id = $2::text) order by move_id for update`,
    values: [provinceId, courierId, deskId],
  });
  const { rows } = await db.query<{ held: number }>({ name: 'find-held-money', text: `select ${HELD} as held`, values: [provinceId, courierId, deskId] });
  return rows[0]?.held ?? 0;
};

/** The sum that went with a record; nought where none did. What was taken at a door is none, whatever number it bears. */
export const findMoneyOn = async (db: PoolClient, provinceId: number, recordId: string): Promise<number> => {
  const { rows } = await db.query<{ amount: number }>({
    name: 'find-money-on-record', text: `select amount from motcua.collected_money where province_id = $1 and move_id = $2 and to_kind = 'desk' for update`, values: [provinceId, recordId],
  });
  return rows[0]?.amount ?? 0;
};

export const saveMoneyCounted = async (db: PoolClient, { provinceId, now, accountId, accountName }: ActContext, recordId: string, counted: number, note: string | undefined): Promise<void> => {
  await db.query({
    name: 'save-money-counted',
    text: `update motcua.collected_money set counted = $3, counted_note = $4, counted_at = $5, counted_by = $6, counted_by_name = $7 where province_id = $1 and move_id = $2 and to_kind = 'desk'`,
    values: [provinceId, recordId, counted, note ?? null, now, accountId, accountName],
  });
};

export type HeldFor = { readonly deskId: DeskId; readonly deskName: string; readonly courierId: AccountId; readonly courierName: string; readonly held: number };

/** By courier and desk, of one courier or of one desk. */
export const findMoneyHeld = async (pool: Pool, provinceId: number, of: { readonly courierId?: AccountId; readonly deskId?: DeskId }): Promise<readonly HeldFor[]> => {
  const { rows } = await pool.query<HeldFor>({
    name: 'find-money-held',
    text: `select m.desk_id as "deskId", k.short_name as "deskName", m.courier_id as "courierId", a.full_name as "courierName", sum(m.amount)::float8 as held
           from (
             select desk_id, to_id as courier_id, counted as amount from motcua.collected_money
             where province_id = $1 and to_kind = 'courier' and ($2::text is null or to_id = $2) and ($3::text is null or desk_id = $3)
             union all
             select desk_id, from_id, -coalesce(counted, amount) from motcua.collected_money
             where province_id = $1 and from_kind = 'courier' and ($2::text is null or from_id = $2) and ($3::text is null or desk_id = $3)) m
           join motcua.desk k on k.province_id = $1 and k.desk_id = m.desk_id join motcua.account a on a.province_id = $1 and a.account_id::text = m.courier_id
           group by m.desk_id, k.short_name, m.courier_id, a.full_name having sum(m.amount) <> 0 order by 1, 3`,
    values: [provinceId, of.courierId ?? null, of.deskId ?? null],
  });
  return rows;
};

/** Counted at this desk, and neither paid on to the post nor given back. */
export const findMoneyAt = async (db: Pool | PoolClient, provinceId: number, deskId: DeskId): Promise<number> => {
  const { rows } = await db.query<{ held: number }>({
    name: 'find-money-at-desk',
    text: `select coalesce(sum(case when to_kind = 'desk' then coalesce(counted, 0) else -coalesce(counted, amount) end), 0)::float8 as held from motcua.collected_money
           where province_id = $1 and (to_kind = 'desk' and to_id = $2 or from_kind = 'desk' and from_id = $2)`,
    values: [provinceId, deskId],
  });
  return rows[0]?.held ?? 0;
};
