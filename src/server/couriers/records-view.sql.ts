// Records between desks and couriers as both sides read them: what nobody has counted yet, then the last ones.
import type { Pool } from 'pg';
import type { AccountId, DeskId } from '#core/organisation/organisation.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { CourierRecord, RecordItem } from '#wire/courier-parts.wire.ts';

type Nulls<T> = { readonly [K in keyof T]: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K] };
type Row = Omit<Nulls<CourierRecord>, 'items'> & { readonly items: readonly Nulls<RecordItem>[] };

const RECORDS = `
  select r.record_id as "recordId", r.direction, r.desk_id as "deskId", k.short_name as "deskName", r.courier_id as "courierId", p.full_name as "courierName",
    r.sent_at as "sentAt", r.sent_by_name as "sentByName",
    (select i.number from motcua.issued_paper i where i.province_id = $1 and i.paper_id = r.record_id) as "recordNumber", r.received_at as "receivedAt", r.received_by_name as "receivedByName",
    coalesce(m.amount, 0) as amount, m.counted as "amountCounted", coalesce(m.counted_note, m.note) as "amountNote",
    coalesce((select jsonb_agg(jsonb_build_object('itemId', i.item_id, 'kind', i.kind, 'name', i.name, 'itemNumber', s.item_number, 'result', i.result, 'note', i.note) order by i.name, i.item_id)
      from motcua.courier_record_item i left join motcua.shipment s on s.province_id = $1 and s.shipment_id = i.item_id
      where i.province_id = $1 and i.record_id = r.record_id), '[]') as items
  from motcua.courier_record r
  join motcua.desk k on k.province_id = $1 and k.desk_id = r.desk_id
  join motcua.account p on p.province_id = $1 and p.account_id = r.courier_id
  left join motcua.collected_money m on m.province_id = $1 and m.move_id = r.record_id and m.to_kind = 'desk'`;

const present = <T extends object>(row: Nulls<T>): T => Object.fromEntries(Object.entries(row).filter(([key, value]) => value !== null || key === 'itemNumber')) as T;
const recordOf = ({ items, ...row }: Row): CourierRecord => ({ ...present<Omit<CourierRecord, 'items'>>(row), items: items.map((item) => present<RecordItem>(item)) });

const LAST_COUNTED = 20;

/** Of one courier: not yet counted by the other side. */
export const findOpenRecords = async (pool: Pool, provinceId: number, courierId: AccountId): Promise<readonly CourierRecord[]> => {
  const { rows } = await pool.query<Row>({
    name: 'find-open-courier-records', text: `${RECORDS} where r.province_id = $1 and r.courier_id = $2 and r.received_at is null order by r.sent_at, r.record_id`, values: [provinceId, courierId],
  });
  return rows.map(recordOf);
};

export const findDeskRecords = async (pool: Pool, provinceId: number, deskId: DeskId, since: Moment): Promise<readonly CourierRecord[]> => {
  const { rows } = await pool.query<Row>({
    name: 'find-desk-courier-records',
    text: `${RECORDS} where r.province_id = $1 and r.desk_id = $2 and (r.received_at is null or r.received_at >= $3) order by r.received_at is not null, r.sent_at desc, r.record_id limit ${LAST_COUNTED} + 100`,
    values: [provinceId, deskId, since],
  });
  return rows.map(recordOf);
};
