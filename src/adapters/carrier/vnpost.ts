// Vietnam Post's interface as public code of systems that talk to it shows it; never tried against the real one. Its tracking
// feed is read with a cursor. Paths, the answers that mean "done" and "there already" differ by contract: they are settings.
import { z } from 'zod';
import { type Result, ok, refuse } from '#core/kernel/result.ts';
import { type Question, askOverTls } from '../over-tls/ask.ts';
import { type Token, JUDGING, askWithToken, noAnswer } from './ask-with-token.ts';
import { carrierTime } from './carrier-time.ts';
import type { Carrier, CarrierOrder, CarrierRefused, EventRead } from './port.ts';

export const VNPOST_PATHS = {
  token: 'token', order: 'order', cancel: 'order/cancel', events: 'tracking', price: 'price', resultReady: 'result-ready',
} as const;
export type VnpostPaths = { readonly [name in keyof typeof VNPOST_PATHS]: string };

export type VnpostSettings = {
  readonly url: string;
  readonly customerCode: string;
  readonly key: string;
  readonly secret: string;
  readonly paths?: Partial<VnpostPaths>;
  readonly doneStatuses?: readonly string[];
  readonly thereAlreadyStatuses?: readonly string[];
  readonly trustedCertificates?: string;
  readonly timeoutMilliseconds?: number;
  readonly now?: () => number;
};

const TIMEOUT = 20_000;
/** A token is not used in its last moments. */
const SPARE_MILLISECONDS = 30_000;
/** The first page ever is asked for with this. */
const BEFORE_ALL = '0'.repeat(24);

const text = z.union([z.string(), z.number()]).transform(String);
const maybeText = text.nullish().transform((value) => value ?? '');
/** What is no text is no reason to lose the event. */
const anyText = z.unknown().optional().transform((value) => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''));
const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });
const doneAnswer = z.object({ Status: text, Message: maybeText });
const priceAnswer = z.object({ content: z.object({ price: z.coerce.number().nonnegative() }) });
const pageAnswer = z.object({ _total_pages: z.coerce.number().int().nonnegative(), _embedded: z.object({ 'rh:doc': z.array(z.unknown()) }) });
const eventDocument = z.looseObject({
  _id: z.object({ $oid: z.string().regex(/^[0-9a-f]{24}$/) }), CustomerCode: anyText, OrderNumber: anyText, EventTime: z.unknown().optional(), StatusCode: anyText,
  StatusMessage: anyText, POSID: anyText, ItemCode: anyText, Notes: anyText,
});

const orderBody = (customerCode: string, { sender, receiver, ...order }: CarrierOrder): object => ({
  CustomerCode: customerCode, OrderNumber: order.orderNumber, ItemCode: order.itemNumber ?? '', CODAmount: order.collectOnDelivery,
  SenderProvince: sender.provinceCode, SenderDistrict: sender.districtCode, SenderAddress: sender.address, SenderName: sender.name,
  SenderEmail: sender.email ?? '', SenderTel: sender.phone, SenderDesc: order.noteToCarrier ?? '', Description: order.description,
  ReceiverName: receiver.name, ReceiverAddress: receiver.address, ReceiverTel: receiver.phone, ReceiverProvince: receiver.provinceCode,
  ReceiverDistrict: receiver.districtCode, ReceiverEmail: receiver.email ?? '',
});

const eventOf = (found: z.output<typeof eventDocument>): EventRead => ({
  eventId: found._id.$oid, orderNumber: found.OrderNumber, at: carrierTime(found.EventTime), code: found.StatusCode,
  message: found.StatusMessage, place: found.POSID, itemNumber: found.ItemCode, notes: found.Notes, raw: found,
});

export const vnpost = (settings: VnpostSettings): Carrier => {
  const ask = askOverTls({ ...settings, timeoutMilliseconds: settings.timeoutMilliseconds ?? TIMEOUT });
  const paths = { ...VNPOST_PATHS, ...settings.paths };
  const now = settings.now ?? Date.now;
  const done = settings.doneStatuses ?? ['100'];
  const thereAlready = settings.thereAlreadyStatuses ?? [];
  const fetchToken = async (): Promise<Result<Token, CarrierRefused>> => {
    const basic = Buffer.from(`${settings.key}:${settings.secret}`).toString('base64');
    const answer = await ask({
      method: 'POST', path: paths.token, authorization: `Basic ${basic}`,
      body: { type: 'application/x-www-form-urlencoded', text: 'grant_type=client_credentials' },
    });
    if (answer.ok && [400, 401, 403].includes(answer.value.status)) return refuse({ kind: 'credentials-refused' });
    const parsed = answer.ok && answer.value.status === 200 ? tokenAnswer.safeParse(answer.value.body) : undefined;
    if (!parsed?.success) return refuse({ kind: 'not-reached' });
    return ok({ text: parsed.data.access_token, until: now() + parsed.data.expires_in * 1000 - SPARE_MILLISECONDS });
  };
  const askSignedIn = askWithToken({
    ask, now, fetchToken, bear: (question, token) => ({ ...question, authorization: `Bearer ${token}` }), isTokenGone: ({ status }) => status === 401,
  });

  const readAnswer = async <T>(question: Question, schema: z.ZodType<T>): Promise<Result<T, CarrierRefused>> => {
    const answer = await askSignedIn(question);
    if (!answer.ok) return answer;
    const { status, body } = answer.value;
    if (JUDGING.has(status)) return refuse(thereAlready.includes(`HTTP ${status}`) ? { kind: 'already-there' } : { kind: 'refused', message: `HTTP ${status}` });
    if (status >= 400 && status < 500 && status !== 408) return refuse({ kind: 'not-reached' });
    const parsed = status === 200 ? schema.safeParse(body) : undefined;
    return parsed?.success ? ok(parsed.data) : noAnswer(status === 200 ? 'unreadable' : `HTTP ${status}`);
  };
  const readDone = async (question: Question): Promise<Result<{ readonly message: string }, CarrierRefused>> => {
    const answer = await readAnswer(question, doneAnswer);
    if (!answer.ok) return answer;
    const { Status: status, Message: message } = answer.value;
    if (done.includes(status)) return ok({ message });
    return refuse(thereAlready.includes(status) ? { kind: 'already-there' } : { kind: 'refused', message: `${message} (${status})`.trim() });
  };
  const post = (path: string, body: object): Question => ({ method: 'POST', path, body: { type: 'application/json', text: JSON.stringify(body) } });
  const get = (path: string, query: Readonly<Record<string, string>>): Question => ({ method: 'GET', path: `${path}?${new URLSearchParams(query)}` });

  return {
    order: (order) => readDone(post(paths.order, orderBody(settings.customerCode, order))),
    cancel: (orderNumber) => readDone(get(paths.cancel, { CustomerCode: settings.customerCode, OrderNumber: orderNumber })),
    events: async (cursor, most) => {
      const page = await readAnswer(get(paths.events, { pagesize: String(most), lastId: cursor ?? BEFORE_ALL }), pageAnswer);
      if (!page.ok) return page;
      const documents = page.value._embedded['rh:doc'].map((found) => eventDocument.safeParse(found));
      const read = documents.flatMap((found) => (found.success ? [found.data] : []));
      // one access may be told of several customers' orders
      const events = read.filter(({ CustomerCode: whose }) => whose === '' || whose === settings.customerCode).map(eventOf);
      // a document that comes again bears its old id: the cursor never goes back to it
      const greatest = read.map(({ _id }) => _id.$oid).toSorted().at(-1);
      return ok({
        events, cursor: greatest === undefined || (cursor !== undefined && greatest <= cursor) ? undefined : greatest,
        more: page.value._total_pages > 1, unreadable: documents.length - read.length,
      });
    },
    price: async ({ grams, sender, receiver }) => {
      const place = ({ provinceCode, districtCode }: typeof sender): object => ({ provCode: provinceCode, distCode: districtCode });
      const answer = await readAnswer(post(paths.price, { weight: grams, mainSrv: 'HCC', isreturn: 1, sender: place(sender), receiver: place(receiver) }), priceAnswer);
      return answer.ok ? ok({ amount: Math.round(answer.value.content.price) }) : answer;
    },
    announceResult: (ready) => readDone(post(paths.resultReady, {
      dossierId: ready.dossierId, MaThuTuc: ready.procedureCode, TenThuTuc: ready.procedureName, MaHoSo: ready.dossierCode, LePhi: ready.fee,
      ChuHoSo: ready.ownerName, NguoiNop: ready.applicantName, CMT: ready.identityNumber, DiaChi: ready.address,
      NgayTiepNhan: ready.receivedOn, DiaChiBC: ready.postAddress,
    })),
  };
};
