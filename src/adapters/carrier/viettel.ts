// Viettel Post's partner interface, version 2, as its public documentation tells it; never tried against the real one. It
// gives every order a number of its own, asks for the token in a header of its own, and says of an error inside an answer
// that is well by HTTP. What happens it only pushes: the messages are kept in our inbox and read from there as any feed is.
import { z } from 'zod';
import { type Result, ok, refuse } from '#core/kernel/result.ts';
import { type OutsideAnswer, type Question, askOverTls } from '../over-tls/ask.ts';
import { type Token, JUDGING, askWithToken, noAnswer } from './ask-with-token.ts';
import type { Carrier, CarrierRefused } from './port.ts';
import { type InboxMessage, eventOfMessage } from './viettel-event.ts';
import { orderBody, priceBody } from './viettel-order.ts';

export const VIETTEL_PATHS = {
  token: 'v2/user/Login', ownerToken: 'v2/user/ownerconnect', order: 'v2/order/createOrder', cancel: 'v2/order/UpdateOrder', price: 'v2/order/getPrice',
} as const;

export type CarrierInbox = {
  readonly messagesAfter: (cursor: string | undefined, most: number) => Promise<{ readonly messages: readonly InboxMessage[]; readonly more: boolean }>;
};

export type ViettelSettings = {
  readonly url: string;
  /** The store house that letters are fetched from; empty: the account's own. */
  readonly customerCode: string;
  readonly key: string;
  readonly secret: string;
  readonly service?: string;
  readonly parcelGrams?: number;
  readonly paths?: Partial<Record<keyof typeof VIETTEL_PATHS, string>>;
  /** The status of its answer, or words that stand in its message. */
  readonly thereAlreadyStatuses?: readonly string[];
  readonly trustedCertificates?: string;
  readonly timeoutMilliseconds?: number;
  readonly now?: () => number;
};

const TIMEOUT = 20_000;
/** The documentation says a year of the long one; nothing of ours rests on it that long. */
const TOKEN_MILLISECONDS = 12 * 3_600_000;
/** TYPE of UpdateOrder. */
const CANCEL = 4;
const TOKEN_GONE = /header token|token invalid|invalid owner account/i;
/** Its own word for an error of which it does not know what it left behind. */
const NOT_KNOWN = /system error/i;

const said = z.union([z.string(), z.array(z.unknown()).transform((parts) => parts.map(String).join('; '))]).nullish().transform((text) => text ?? '');
const envelope = z.object({ status: z.coerce.number().optional(), error: z.boolean(), message: said, data: z.unknown() });
type Envelope = z.output<typeof envelope>;
const tokenData = z.object({ token: z.string().min(1) });
const orderData = z.object({ ORDER_NUMBER: z.union([z.string().min(1), z.number()]).transform(String) });
const priceData = z.object({ MONEY_TOTAL: z.coerce.number().nonnegative() });
const anything = z.unknown();

const isTokenGone = ({ status, body }: OutsideAnswer): boolean => {
  const read = envelope.safeParse(body);
  return status === 401 || (read.success && read.data.error && TOKEN_GONE.test(read.data.message));
};

const refusalOf = ({ status, message }: Envelope, thereAlready: readonly string[]): CarrierRefused => {
  if (NOT_KNOWN.test(message)) return { kind: 'no-answer', what: message };
  const isThere = thereAlready.some((word) => word === String(status) || message.toLowerCase().includes(word.toLowerCase()));
  return isThere ? { kind: 'already-there' } : { kind: 'refused', message: status === undefined ? message : `${message} (${status})`.trim() };
};

export const viettel = (settings: ViettelSettings, inbox: CarrierInbox): Carrier => {
  const ask = askOverTls({ ...settings, timeoutMilliseconds: settings.timeoutMilliseconds ?? TIMEOUT });
  const paths = { ...VIETTEL_PATHS, ...settings.paths };
  const now = settings.now ?? Date.now;
  const post = (path: string, body: object): Question => ({ method: 'POST', path, body: { type: 'application/json;charset=UTF-8', text: JSON.stringify(body) } });
  const bear = (question: Question, token: string): Question => ({ ...question, headers: { token } });

  const askForToken = async (question: Question): Promise<Result<string, CarrierRefused>> => {
    const answer = await ask(question);
    if (answer.ok && [400, 401, 403].includes(answer.value.status)) return refuse({ kind: 'credentials-refused' });
    const read = answer.ok && answer.value.status === 200 ? envelope.safeParse(answer.value.body) : undefined;
    if (!read?.success) return refuse({ kind: 'not-reached' });
    if (read.data.error) return refuse(NOT_KNOWN.test(read.data.message) ? { kind: 'not-reached' } : { kind: 'credentials-refused' });
    const data = tokenData.safeParse(read.data.data);
    return data.success ? ok(data.data.token) : refuse({ kind: 'not-reached' });
  };
  /** A token for a moment buys the long one. */
  const fetchToken = async (): Promise<Result<Token, CarrierRefused>> => {
    const who = { USERNAME: settings.key, PASSWORD: settings.secret };
    const first = await askForToken(post(paths.token, who));
    if (!first.ok) return first;
    const own = await askForToken(bear(post(paths.ownerToken, who), first.value));
    return own.ok ? ok({ text: own.value, until: now() + TOKEN_MILLISECONDS }) : own;
  };
  const askSignedIn = askWithToken({ ask, now, fetchToken, bear, isTokenGone });

  const readAnswer = async <T>(question: Question, schema: z.ZodType<T>): Promise<Result<{ readonly data: T; readonly message: string }, CarrierRefused>> => {
    const answer = await askSignedIn(question);
    if (!answer.ok) return answer;
    const { status, body } = answer.value;
    const read = envelope.safeParse(body);
    const refused = read.success && read.data.error ? refusalOf(read.data, settings.thereAlreadyStatuses ?? []) : undefined;
    if (refused && (status === 200 || JUDGING.has(status))) return refuse(refused);
    if (JUDGING.has(status)) return refuse({ kind: 'refused', message: `HTTP ${status}` });
    if (status >= 400 && status < 500 && status !== 408) return refuse({ kind: 'not-reached' });
    const data = status === 200 && read.success ? schema.safeParse(read.data.data) : undefined;
    return data?.success && read.success ? ok({ data: data.data, message: read.data.message }) : noAnswer(status === 200 ? 'unreadable' : `HTTP ${status}`);
  };

  return {
    order: async (order) => {
      const body = orderBody(settings, order);
      if (!body.ok) return body;
      const answer = await readAnswer(post(paths.order, body.value), orderData);
      return answer.ok ? ok({ message: answer.value.message, carrierNumber: answer.value.data.ORDER_NUMBER }) : answer;
    },
    cancel: async (orderNumber, carrierNumber) => {
      // it knows no order by our number
      if (carrierNumber === undefined) return refuse({ kind: 'refused', message: 'Viettel Post chưa báo số hiệu bưu gửi của đơn này; gọi bưu cục Viettel Post để hủy' });
      const answer = await readAnswer(post(paths.cancel, { TYPE: CANCEL, ORDER_NUMBER: carrierNumber, NOTE: `Hủy đơn ${orderNumber}` }), anything);
      return answer.ok ? ok({ message: answer.value.message }) : answer;
    },
    events: async (cursor, most) => {
      const { messages, more } = await inbox.messagesAfter(cursor, most);
      const read = messages.map(eventOfMessage);
      const events = read.filter((event) => event !== undefined);
      return ok({ events, more, cursor: messages.at(-1)?.messageId, unreadable: read.length - events.length });
    },
    price: async (asked) => {
      const answer = await readAnswer(post(paths.price, priceBody(settings, asked)), priceData);
      return answer.ok ? ok({ amount: Math.round(answer.value.data.MONEY_TOTAL) }) : answer;
    },
    announceResult: async () => ok({ message: 'Viettel Post không có kênh nhận tin kết quả đã sẵn sàng' }),
  };
};
