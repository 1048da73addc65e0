// Orders on their way out of the outbox: taken by one server at a time, for a while, then written down as the carrier answered.
import type { Pool } from 'pg';
import type { CarrierOrder } from '#adapters/carrier/port.ts';
import type { OrderState } from '#core/shipment/send-order.ts';

export type CarrierTopic = 'carrier-order' | 'carrier-cancel';
export type ClaimedMessage = {
  readonly outboxId: string;
  readonly topic: CarrierTopic;
  readonly attempts: number;
  readonly orderNumber: string;
  readonly body: CarrierOrder;
  /** The carrier's own, as it answered or as its events name it. */
  readonly carrierNumber: string | null;
  /** Before this sending. */
  readonly state: OrderState;
};

/** Longer than any question to a carrier takes: who took a message and died keeps it no longer. */
const HELD_SECONDS = 180;

export const claimMessages = async (pool: Pool, provinceId: number, carrierId: string, most: number): Promise<readonly ClaimedMessage[]> => {
  const { rows } = await pool.query<ClaimedMessage>({
    name: 'claim-carrier-messages',
    text: `with due as (
             select o.outbox_id, o.topic, k.order_number, k.body, k.state, k.carrier_number
             from motcua.outbox o
             join motcua.carrier_order k on k.province_id = $1 and k.carrier_id = $2 and k.order_number = o.payload->>'orderNumber'
             where o.province_id = $1 and o.done_at is null and o.next_attempt_at <= now() and o.topic in ('carrier-order', 'carrier-cancel')
               and o.payload->>'carrierId' = $2
             order by o.next_attempt_at, o.outbox_id limit $3 for update of o, k skip locked),
           held as (
             update motcua.outbox o set attempts = o.attempts + 1, next_attempt_at = now() + make_interval(secs => $4)
             from due where o.province_id = $1 and o.outbox_id = due.outbox_id returning o.outbox_id, o.attempts),
           marked as (
             update motcua.carrier_order k set state = 'sending', sendings = k.sendings + 1
             from due where k.province_id = $1 and k.carrier_id = $2 and k.order_number = due.order_number and due.topic = 'carrier-order' and due.state = 'waiting')
           select due.outbox_id as "outboxId", due.topic, held.attempts, due.order_number as "orderNumber", due.body, due.state,
             coalesce(due.carrier_number, (
               select e.item_number from motcua.carrier_event e where e.province_id = $1 and e.carrier_id = $2 and e.order_number = due.order_number
                 and e.refused is null and e.item_number <> '' order by e.at desc limit 1)) as "carrierNumber"
           from due join held using (outbox_id) order by due.outbox_id`,
    values: [provinceId, carrierId, most, HELD_SECONDS],
  });
  return rows;
};

export type SendingEnded = {
  readonly outboxId: string;
  readonly orderNumber: string;
  /** Undefined: the order stays as it is. */
  readonly state: OrderState | undefined;
  /** Only an order in one of these is moved: meanwhile the feed may have said more. */
  readonly from: readonly OrderState[];
  readonly problem?: string;
  readonly message?: string;
  readonly carrierNumber?: string;
  /** Undefined: nothing is left to do. */
  readonly againAfterSeconds: number | undefined;
  readonly error?: string;
};

export const endSending = async (pool: Pool, provinceId: number, carrierId: string, ended: SendingEnded): Promise<void> => {
  await pool.query({
    name: 'end-carrier-sending',
    text: `with moved as (
             update motcua.carrier_order set state = case when state = any($5::text[]) then coalesce($4, state) else state end,
               problem = case when state = any($5::text[]) then $6 else problem end, message = case when state = any($5::text[]) then coalesce($7, message) else message end,
               -- whatever its feed said meanwhile: messages may bear this number alone
               carrier_number = coalesce($11, carrier_number)
             where province_id = $1 and carrier_id = $2 and order_number = $3 and (state = any($5::text[]) or $11::text is not null))
           update motcua.outbox set last_error = $10, done_at = case when $9::int is null then now() end,
             next_attempt_at = case when $9::int is null then next_attempt_at else now() + make_interval(secs => $9::int) end
           where province_id = $1 and outbox_id = $8`,
    values: [
      provinceId, carrierId, ended.orderNumber, ended.state ?? null, ended.from, ended.problem ?? null, ended.message ?? null, ended.outboxId,
      ended.againAfterSeconds ?? null, ended.error ?? null, ended.carrierNumber ?? null,
    ],
  });
};
