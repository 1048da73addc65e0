// A carrier that speaks as Vietnam Post does, as a program of its own: its own orders and events, latency, and faults by a
// seed, so that a run that failed can be had again. Under /mo-phong/ it is told what happens and how ill it behaves.
import { randomUUID } from 'node:crypto';
import { createServer as createPlainServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type CarrierState, type RepeatedNumber, makeState } from './vnpost-state.ts';

export const VNPOST_CLIENT = { key: 'motcua', secret: 'mo-phong', customerCode: 'MOTCUA' } as const;

/** What befalls a call: before it is done, after it is done, or for ever. */
export const FAULTS = ['error-before', 'error-after', 'cut-before', 'cut-after', 'nonsense', 'token-gone', 'silent'] as const;
export type Fault = (typeof FAULTS)[number];

export type SimulatorSettings = {
  readonly port?: number;
  readonly latencyMilliseconds?: number;
  /** Share of calls that something befalls. */
  readonly faultShare?: number;
  readonly faults?: readonly Fault[];
  readonly seed?: number;
  readonly repeated?: RepeatedNumber;
  /** Events doubled, late, of nobody or unreadable. */
  readonly isDisorderly?: boolean;
  readonly tokenSeconds?: number;
  readonly now?: () => number;
  readonly tls?: { readonly key: string; readonly cert: string };
};

export type VnpostSimulator = {
  readonly url: string;
  readonly state: CarrierState;
  /** The next call meets this, whatever the share. */
  readonly befall: (fault: Fault) => void;
  readonly setFaultShare: (share: number) => void;
  readonly calls: () => Readonly<Record<string, number>>;
  readonly close: () => Promise<void>;
};

type Answer = readonly [status: number, body: unknown];
type Asked = { readonly path: string; readonly query: URLSearchParams; readonly body: Readonly<Record<string, unknown>>; readonly authorization: string };

const MOST_BYTES = 65_536;
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const done = (message: string): Answer => [200, { Status: '100', Message: message }];
const not = (status: string, message: string): Answer => [200, { Status: status, Message: message }];

/** mulberry32 */
export const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = Math.trunc(state + 0x6d2b79f5);
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const readAsked = async (request: IncomingMessage): Promise<Asked> => {
  let content = '';
  for await (const part of request) content = (content + String(part)).slice(0, MOST_BYTES);
  const url = new URL(request.url ?? '/', 'http://localhost');
  let body: unknown;
  try {
    body = request.headers['content-type'] === 'application/json' ? JSON.parse(content) : Object.fromEntries(new URLSearchParams(content));
  } catch {
    body = {};
  }
  return {
    path: url.pathname, query: url.searchParams, authorization: request.headers.authorization ?? '',
    body: typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {},
  };
};

const pageOf = (feed: CarrierState['feed'], query: URLSearchParams): Answer => {
  const size = Math.max(1, Number(query.get('pagesize') ?? 0));
  const lastId = query.get('lastId') ?? '';
  // after the first place in the feed that lies behind this id: what was written since comes again in the order it was written
  const idOf = (document: Readonly<Record<string, unknown>> | undefined): string => text((document?.['_id'] as { readonly $oid?: string } | undefined)?.$oid);
  const after = feed.findLastIndex((document) => idOf(document) !== '' && idOf(document) <= lastId) + 1;
  const documents = feed.slice(after, after + size);
  return [200, { _size: size, _total_pages: Math.ceil((feed.length - after) / size), _returned: documents.length, _embedded: { 'rh:doc': documents } }];
};

const serve = (state: CarrierState, { path, query, body }: Asked): Answer => {
  switch (path) {
    case '/order': {
      const orderNumber = text(body['OrderNumber']);
      if (orderNumber === '' || text(body['ReceiverName']) === '' || text(body['CustomerCode']) !== VNPOST_CLIENT.customerCode) return not('102', 'Thiếu thông tin đơn');
      if (text(body['ReceiverProvince']) === '' || text(body['ReceiverDistrict']) === '') return not('103', 'Sai mã tỉnh, huyện');
      const taken = state.take(orderNumber, text(body['ItemCode']));
      return taken === 'refused' ? not('409', 'Số đơn hàng đã tồn tại') : done('Thành công');
    }
    case '/order/cancel': {
      const cancelled = state.cancel(query.get('OrderNumber') ?? '');
      return cancelled === 'cancelled' ? done('Đã hủy') : cancelled === 'unknown' ? not('404', 'Không có đơn này') : not('405', 'Bưu tá đã nhận, không hủy được nữa');
    }
    case '/tracking': return pageOf(state.feed, query);
    case '/price': return [200, { content: { price: Number(body['weight']) > 100 ? 31_500 : 26_000 } }];
    case '/result-ready':
      state.notices.push(body);
      return done('Đã ghi nhận');
    default: return [404, { error: 'not_found' }];
  }
};

export const startVnpostSimulator = async (settings: SimulatorSettings = {}): Promise<VnpostSimulator> => {
  const { port = 0, latencyMilliseconds = 0, faults = FAULTS, now = Date.now, tls } = settings;
  const chance = seeded(settings.seed ?? 1);
  const state = makeState(settings.repeated ?? 'same-order', now, settings.isDisorderly ?? false, chance);
  const calls: Record<string, number> = {};
  const tokens = new Map<string, number>();
  let share = settings.faultShare ?? 0;
  let next: Fault | undefined;

  const faultNow = (): Fault | undefined => {
    const told = next;
    next = undefined;
    return told ?? (chance() < share ? faults[Math.floor(chance() * faults.length)] : undefined);
  };
  const isSignedIn = ({ authorization }: Asked): boolean => (tokens.get(authorization.replace(/^Bearer /, '')) ?? 0) > now();
  const signIn = ({ authorization, body }: Asked): Answer => {
    const known = authorization === `Basic ${Buffer.from(`${VNPOST_CLIENT.key}:${VNPOST_CLIENT.secret}`).toString('base64')}`;
    if (!known || body['grant_type'] !== 'client_credentials') return [401, { error: 'invalid_client' }];
    const token = randomUUID();
    tokens.set(token, now() + (settings.tokenSeconds ?? 3_600) * 1000);
    return [200, { access_token: token, token_type: 'Bearer', expires_in: settings.tokenSeconds ?? 3_600 }];
  };
  const control = ({ path, body }: Asked): Answer => {
    if (path === '/mo-phong/tien') state.advance();
    else if (path === '/mo-phong/su-kien') state.tell(text(body['orderNumber']), text(body['code']));
    else if (path === '/mo-phong/loi') share = Number(body['share'] ?? 0);
    else return [404, {}];
    return [200, { orders: state.orders, events: state.feed.length, faultShare: share }];
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = await readAsked(request);
    const send = ([status, body]: Answer): void => { response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)); };
    if (asked.path.startsWith('/mo-phong/')) return send(control(asked));
    calls[asked.path] = (calls[asked.path] ?? 0) + 1;
    if (latencyMilliseconds > 0) await pause(latencyMilliseconds);
    const fault = faultNow();
    if (fault === 'silent') return undefined;
    if (fault === 'error-before') return send([503, { error: 'unavailable' }]);
    if (fault === 'cut-before') return void response.destroy();
    if (asked.path === '/token') return send(fault === 'nonsense' ? [200, {}] : signIn(asked));
    if (fault === 'token-gone') tokens.clear();
    if (!isSignedIn(asked)) return send([401, { error: 'invalid_token' }]);
    const served = serve(state, asked);
    if (fault === 'error-after') return send([500, { error: 'server_error' }]);
    if (fault === 'cut-after') return void response.destroy();
    if (fault === 'nonsense') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Hệ thống bận</html>');
    return send(served);
  };
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch(() => response.destroy());
  };
  const server: Server = tls ? createTlsServer(tls, listener) : createPlainServer(listener);
  await new Promise<void>((resolve) => { server.listen(port, 'localhost', resolve); });
  return {
    url: `${tls ? 'https' : 'http'}://localhost:${(server.address() as AddressInfo).port}`,
    state, befall: (fault) => { next = fault; }, setFaultShare: (value) => { share = value; }, calls: () => ({ ...calls }),
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
};
