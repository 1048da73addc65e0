// Deliveries and what taking one back writes: the return no longer stands, its fees are open again, and the counter-entry is kept.
import type { PoolClient } from 'pg';
import type { Moment } from '#core/kernel/moment.ts';
import type { DossierId } from '#core/dossier/dossier.ts';
import type { AccountId } from '#core/organisation/organisation.ts';
import type { DeliveryUndone } from '#core/shipment/undo-delivery.ts';

export type DeliveryFound = { readonly attemptId: string; readonly courierId: AccountId; readonly at: Moment; readonly collected: number };

/** The delivery that stands. */
export const findDelivery = async (db: PoolClient, provinceId: number, shipmentId: string): Promise<DeliveryFound | undefined> => {
  const { rows } = await db.query<DeliveryFound>({
    name: 'find-delivery',
    text: `select t.attempt_id as "attemptId", t.courier_id as "courierId", t.at, t.amount_collected as collected from motcua.courier_attempt t
           where t.province_id = $1 and t.shipment_id = $2 and t.outcome = 'delivered'
             and not exists (select from motcua.delivery_undone u where u.province_id = $1 and u.attempt_id = t.attempt_id)`,
    values: [provinceId, shipmentId],
  });
  return rows[0];
};

export const saveReturnUndone = async (db: PoolClient, provinceId: number, dossierId: DossierId, at: Moment): Promise<void> => {
  await db.query({
    name: 'save-return-undone',
    text: `with undone as (
             update motcua.outcome_return set undone_at = $3 where province_id = $1 and dossier_id = $2 and undone_at is null returning returned_at)
           update motcua.dossier_fee f set collected_at = null from undone u where f.province_id = $1 and f.dossier_id = $2 and f.collected_at = u.returned_at`,
    values: [provinceId, dossierId, at],
  });
};

export const insertUndone = async (
  db: PoolClient, provinceId: number, { attemptId, collected }: DeliveryFound,
  made: { readonly shipmentId: string; readonly undoneId: string; readonly at: Moment; readonly ground: string } & DeliveryUndone,
): Promise<void> => {
  const { shipmentId, undoneId, at, ground, hands, moneyFrom } = made;
  await db.query({
    name: 'insert-delivery-undone',
    text: `insert into motcua.delivery_undone (province_id, attempt_id, shipment_id, undone_id, at, ground, by_account, by_name, asked_by_name, amount, money_from)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    values: [provinceId, attemptId, shipmentId, undoneId, at, ground, hands.receiverId, hands.receiverName, hands.assistantName ?? null, moneyFrom ? collected : 0, moneyFrom ?? null],
  });
};
