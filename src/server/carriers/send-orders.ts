// What waits in the outbox for one carrier, order by order. The carrier is asked outside any transaction; what it says is
// written down only where the order still stands as it was.
import type { Pool } from 'pg';
import type { Carrier, CarrierRefused } from '#adapters/carrier/port.ts';
import type { Result } from '#core/kernel/result.ts';
import { type OrderAnswer, type RepeatedOrder, afterSending, nextSending, pauseAfter } from '#core/shipment/send-order.ts';
import { type ClaimedMessage, claimMessages, endSending } from './sending.sql.ts';

const MOST_AT_ONCE = 50;

export type Sender = { readonly pool: Pool; readonly provinceId: number; readonly carrierId: string; readonly carrier: Carrier; readonly repeated: RepeatedOrder };
/** Undefined: the carrier answered. */
export type Trouble = CarrierRefused['kind'] | undefined;

const isTrouble = ({ kind }: CarrierRefused): boolean => kind === 'not-reached' || kind === 'no-answer' || kind === 'credentials-refused';

const answerOf = (answer: Result<{ readonly message: string }, CarrierRefused>): OrderAnswer => {
  if (answer.ok) return { kind: 'taken' };
  switch (answer.refusal.kind) {
    case 'already-there': return { kind: 'already-there' };
    case 'refused': return { kind: 'refused', message: answer.refusal.message };
    case 'no-answer': return { kind: 'no-answer' };
    case 'not-reached': case 'credentials-refused': return { kind: 'not-sent' };
  }
};
const errorOf = (answer: Result<unknown, CarrierRefused>): { readonly error?: string } =>
  answer.ok ? {} : { error: answer.refusal.kind === 'no-answer' ? `no-answer: ${answer.refusal.what}` : answer.refusal.kind };

const sendOrder = async ({ pool, provinceId, carrierId, carrier, repeated }: Sender, message: ClaimedMessage): Promise<Trouble> => {
  const { outboxId, orderNumber, body, state, attempts } = message;
  const next = nextSending(state, repeated);
  if (next !== 'send') {
    await endSending(pool, provinceId, carrierId, {
      outboxId, orderNumber, state: next === 'wait-for-word' ? 'unclear' : undefined, from: ['sending'], againAfterSeconds: undefined,
    });
    return undefined;
  }
  const answer = await carrier.order(body);
  const after = afterSending(answerOf(answer), state !== 'waiting', repeated);
  await endSending(pool, provinceId, carrierId, {
    outboxId, orderNumber, state: after.state, from: ['waiting', 'sending', 'unclear'], ...errorOf(answer),
    ...(after.problem ? { problem: after.problem.kind } : {}),
    ...(after.problem?.kind === 'carrier-refused' ? { message: after.problem.message } : answer.ok ? answer.value : {}),
    againAfterSeconds: after.again ? pauseAfter(attempts) : undefined,
  });
  return answer.ok || !isTrouble(answer.refusal) ? undefined : answer.refusal.kind;
};

/** To take back twice is to take back: it is asked until there is an answer. */
const sendCancel = async ({ pool, provinceId, carrierId, carrier }: Sender, { outboxId, orderNumber, carrierNumber, state, attempts }: ClaimedMessage): Promise<Trouble> => {
  const from = ['cancelling'] as const;
  if (state !== 'cancelling') {
    await endSending(pool, provinceId, carrierId, { outboxId, orderNumber, state: undefined, from, againAfterSeconds: undefined });
    return undefined;
  }
  const answer = await carrier.cancel(orderNumber, carrierNumber ?? undefined);
  if (answer.ok) {
    await endSending(pool, provinceId, carrierId, { outboxId, orderNumber, state: 'cancelled', from, message: answer.value.message, againAfterSeconds: undefined });
    return undefined;
  }
  const trouble = isTrouble(answer.refusal);
  await endSending(pool, provinceId, carrierId, {
    outboxId, orderNumber, from, ...errorOf(answer),
    ...(trouble ? { state: undefined, againAfterSeconds: pauseAfter(attempts) }
      : { state: 'confirmed', problem: 'cancel-refused', againAfterSeconds: undefined, ...(answer.refusal.kind === 'refused' ? { message: answer.refusal.message } : {}) }),
  });
  return trouble ? answer.refusal.kind : undefined;
};

/** Undefined when nothing waited. */
export const sendOrders = async (sender: Sender): Promise<{ readonly sent: number; readonly trouble: Trouble } | undefined> => {
  const messages = await claimMessages(sender.pool, sender.provinceId, sender.carrierId, MOST_AT_ONCE);
  let trouble: Trouble;
  for (const message of messages) {
    trouble = (message.topic === 'carrier-order' ? await sendOrder(sender, message) : await sendCancel(sender, message)) ?? trouble;
  }
  return messages.length === 0 ? undefined : { sent: messages.length, trouble };
};
