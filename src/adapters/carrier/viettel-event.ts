// A message that Viettel Post pushed, as an event. It bears no number of its own: the inbox gives it one, in the order of
// arrival. The misspelt name of the place is theirs.
import { z } from 'zod';
import { carrierTime } from './carrier-time.ts';
import type { EventRead } from './port.ts';

export type InboxMessage = {
  readonly messageId: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Ours, found by the carrier's number; where the message does not bear it. */
  readonly orderNumber: string | null;
};

const text = z.unknown().optional().transform((value) => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''));
const message = z.object({
  ORDER_NUMBER: text, ORDER_REFERENCE: text, ORDER_STATUSDATE: z.unknown().optional(), ORDER_STATUS: text, STATUS_NAME: text, LOCATION_CURRENTLY: text, LOCALION_CURRENTLY: text, NOTE: text,
});

/** Undefined: it is no event at all. */
export const eventOfMessage = ({ messageId, body, orderNumber }: InboxMessage): EventRead | undefined => {
  const read = message.parse(body);
  const ours = read.ORDER_REFERENCE || (orderNumber ?? '');
  if (read.ORDER_STATUS === '' || (ours === '' && read.ORDER_NUMBER === '')) return undefined;
  return {
    eventId: messageId, orderNumber: ours || read.ORDER_NUMBER, at: carrierTime(read.ORDER_STATUSDATE), code: read.ORDER_STATUS, message: read.STATUS_NAME,
    place: read.LOCATION_CURRENTLY || read.LOCALION_CURRENTLY, itemNumber: read.ORDER_NUMBER, notes: read.NOTE, raw: body,
  };
};
