// A carrier that speaks as Vietnam Post does, as a program of its own, with its own orders and a feed of events.
import { randomUUID } from 'node:crypto';
import { type Answer, type Asked, type HouseSettings, type SimulatedHouse, openHouse, seeded, text } from './simulated-house.ts';
import { type CarrierState, type RepeatedNumber, makeState } from './vnpost-state.ts';

export const VNPOST_CLIENT = { key: 'motcua', secret: 'mo-phong', customerCode: 'MOTCUA' } as const;

export type SimulatorSettings = HouseSettings & {
  readonly seed?: number;
  readonly repeated?: RepeatedNumber;
  /** Events doubled, late, of nobody or unreadable. */
  readonly isDisorderly?: boolean;
  readonly tokenSeconds?: number;
  readonly now?: () => number;
};

export type VnpostSimulator = Omit<SimulatedHouse, 'faultShare'> & { readonly state: CarrierState };

const done = (message: string): Answer => [200, { Status: '100', Message: message }];
const not = (status: string, message: string): Answer => [200, { Status: status, Message: message }];

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
  const { now = Date.now } = settings;
  const chance = seeded(settings.seed ?? 1);
  const state = makeState(settings.repeated ?? 'same-order', now, settings.isDisorderly ?? false, chance);
  const tokens = new Map<string, number>();

  const signIn = ({ path, headers, body }: Asked): Answer | undefined => {
    if (path !== '/token') return undefined;
    const known = headers.authorization === `Basic ${Buffer.from(`${VNPOST_CLIENT.key}:${VNPOST_CLIENT.secret}`).toString('base64')}`;
    if (!known || body['grant_type'] !== 'client_credentials') return [401, { error: 'invalid_client' }];
    const token = randomUUID();
    tokens.set(token, now() + (settings.tokenSeconds ?? 3_600) * 1000);
    return [200, { access_token: token, token_type: 'Bearer', expires_in: settings.tokenSeconds ?? 3_600 }];
  };
  const house = await openHouse({
    signIn,
    isSignedIn: ({ headers }) => (tokens.get((headers.authorization ?? '').replace(/^Bearer /, '')) ?? 0) > now(),
    notSignedIn: [401, { error: 'invalid_token' }],
    forgetTokens: () => tokens.clear(),
    serve: (asked) => serve(state, asked),
    control: (path, body) => {
      if (path === '/mo-phong/tien') state.advance();
      else if (path === '/mo-phong/su-kien') state.tell(text(body['orderNumber']), text(body['code']));
      else if (path !== '/mo-phong/loi') return undefined;
      return [200, { orders: state.orders, events: state.feed.length, faultShare: house.faultShare() }];
    },
  }, settings, chance);
  return { ...house, state };
};
