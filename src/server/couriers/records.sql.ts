// Records between a desk and a courier: what the one gave, and what the other counted of it.
import type { PoolClient } from 'pg';
import type { OnRecord } from '#core/shipment/courier-round.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { AccountId, DeskId } from '#core/organisation/organisation.ts';
import type { ActContext } from '../acts/act.ts';

export type RecordItemRow = { readonly itemId: string; readonly kind: 'shipment' | 'recalled' | 'pickup'; readonly name: string };
export type NewRecord = {
  readonly recordId: string; readonly direction: 'to-courier' | 'to-desk'; readonly deskId: DeskId; readonly courierId: AccountId; readonly items: readonly RecordItemRow[];
};

export const insertRecord = async (db: PoolClient, { provinceId, now, accountId, accountName }: ActContext, made: NewRecord): Promise<void> => {
  await db.query({
    name: 'insert-courier-record',
    text: `with made as (
             insert into motcua.courier_record (province_id, record_id, direction, desk_id, courier_id, sent_at, sent_by, sent_by_name)
             values ($1, $2, $3, $4, $5, $6, $7, $8))
           insert into motcua.courier_record_item (province_id, record_id, item_id, kind, name)
           select $1, $2, i.* from unnest($9::uuid[], $10::text[], $11::text[]) as i`,
    values: [
      provinceId, made.recordId, made.direction, made.deskId, made.courierId, now, accountId, accountName,
      made.items.map(({ itemId }) => itemId), made.items.map(({ kind }) => kind), made.items.map(({ name }) => name),
    ],
  });
};

export type RecordTaker = { readonly kind: 'courier'; readonly courierId: AccountId } | { readonly kind: 'desk'; readonly deskId: DeskId };
export type LockedRecord = Omit<OnRecord, 'items'> & { readonly recordId: string; readonly deskId: DeskId; readonly courierId: AccountId; readonly courierName: string; readonly sentAt: Moment; readonly items: readonly RecordItemRow[] };

/** Undefined: no record that this one is to count. */
export const lockRecord = async (db: PoolClient, provinceId: number, recordId: string, taker: RecordTaker): Promise<LockedRecord | undefined> => {
  const own = taker.kind === 'courier' ? `r.direction = 'to-courier' and r.courier_id = $3::uuid` : `r.direction = 'to-desk' and r.desk_id = $3`;
  const { rows } = await db.query<Omit<LockedRecord, 'received'> & { readonly receivedAt: Moment | null; readonly receivedByName: string | null }>({
    name: `lock-courier-record-${taker.kind}`,
    text: `select r.record_id as "recordId", r.desk_id as "deskId", r.courier_id as "courierId", r.sent_at as "sentAt", r.sent_by as "givenBy",
             (select p.full_name from motcua.account p where p.province_id = $1 and p.account_id = r.courier_id) as "courierName",
             r.received_at as "receivedAt", r.received_by_name as "receivedByName",
             coalesce((select jsonb_agg(jsonb_build_object('itemId', i.item_id, 'kind', i.kind, 'name', i.name) order by i.name, i.item_id) from motcua.courier_record_item i
               where i.province_id = $1 and i.record_id = r.record_id), '[]') as items
           from motcua.courier_record r where r.province_id = $1 and r.record_id = $2 and ${own} for update of r`,
    values: [provinceId, recordId, taker.kind === 'courier' ? taker.courierId : taker.deskId],
  });
  const [row] = rows;
  if (!row) return undefined;
  const { receivedAt, receivedByName, ...record } = row;
  return { ...record, ...(receivedAt && { received: { at: receivedAt, byName: receivedByName ?? '' } }) };
};

export const saveCounted = async (
  db: PoolClient, { provinceId, now, accountId, accountName }: ActContext, recordId: string,
  counted: { readonly received: readonly string[]; readonly missing: readonly { readonly itemId: string; readonly note: string }[] },
): Promise<void> => {
  await db.query({
    name: 'save-courier-record-counted',
    text: `with taken as (
             update motcua.courier_record set received_at = $3, received_by = $4, received_by_name = $5 where province_id = $1 and record_id = $2)
           update motcua.courier_record_item i set result = n.result, note = n.note
           from unnest($6::uuid[], $7::text[], $8::text[]) as n (item_id, result, note)
           where i.province_id = $1 and i.record_id = $2 and i.item_id = n.item_id`,
    values: [
      provinceId, recordId, now, accountId, accountName,
      [...counted.received, ...counted.missing.map(({ itemId }) => itemId)],
      [...counted.received.map(() => 'received'), ...counted.missing.map(() => 'missing')],
      [...counted.received.map(() => null), ...counted.missing.map(({ note }) => note)],
    ],
  });
};
