// A carrier that speaks as Viettel Post does, as a program of its own: two tokens, errors inside answers that are well by HTTP,
// numbers of its own, and no question after what happened: it pushes that, to whoever is set, until it is acknowledged.
import { randomUUID } from 'node:crypto';
import { type Answer, type Asked, type HouseSettings, type SimulatedHouse, openHouse, seeded, text } from './simulated-house.ts';
import { type RepeatedReference, type ViettelState, makeViettelState } from './viettel-state.ts';

export const VIETTEL_CLIENT = { key: 'motcua', secret: 'mo-phong' } as const;
/** What the client is told of the answers, as an administrator enters it. */
export const VIETTEL_THERE_ALREADY = ['đã tồn tại'];

/** True: acknowledged. */
export type Push = (message: { readonly DATA: object; readonly TOKEN: string }) => Promise<boolean>;

export type ViettelSettings = HouseSettings & {
  readonly seed?: number;
  readonly repeated?: RepeatedReference;
  readonly isDisorderly?: boolean;
  readonly now?: () => number;
};

export type ViettelSimulator = Omit<SimulatedHouse, 'faultShare'> & {
  readonly state: ViettelState;
  readonly pushTo: (push: Push, secret: string) => void;
  /** Everything that waits, once; some of it as if no answer had come, by the share of faults. */
  readonly pushAll: () => Promise<void>;
};

const MOST_BYTES = 150;
const said = (data: unknown, message = 'OK'): Answer => [200, { status: 200, error: false, message, data }];
const wrong = (status: number, message: string): Answer => [200, { status, error: true, message, data: null }];
const isPlace = (body: Asked['body'], side: string): boolean =>
  typeof body[`${side}_PROVINCE`] === 'number' && (typeof body[`${side}_WARD`] === 'number' || typeof body[`${side}_DISTRICT`] === 'number');

const takeOrder = (state: ViettelState, body: Asked['body']): Answer => {
  const reference = text(body['ORDER_NUMBER']);
  const missing = ['ORDER_NUMBER', 'SENDER_FULLNAME', 'SENDER_PHONE', 'SENDER_ADDRESS', 'RECEIVER_FULLNAME', 'RECEIVER_PHONE', 'RECEIVER_ADDRESS', 'ORDER_SERVICE'].find((name) => text(body[name]) === '');
  if (missing) return wrong(204, `${missing} is required`);
  if (!isPlace(body, 'SENDER') || !isPlace(body, 'RECEIVER')) return wrong(204, 'Địa chỉ không hợp lệ');
  if (Object.values(body).some((value) => Buffer.byteLength(text(value)) > MOST_BYTES)) return wrong(204, 'Quá độ dài cho phép');
  const taken = state.take(reference, body);
  return taken === 'there-already' ? wrong(204, `Mã đơn hàng ${reference} đã tồn tại`) : said({ ORDER_NUMBER: taken.number, MONEY_TOTAL: 26_000, EXCHANGE_WEIGHT: 0 });
};

const serve = (state: ViettelState, { path, body }: Asked): Answer => {
  switch (path) {
    case '/v2/order/createOrder': return takeOrder(state, body);
    case '/v2/order/UpdateOrder': {
      const cancelled = body['TYPE'] === 4 ? state.cancel(text(body['ORDER_NUMBER'])) : 'unknown';
      return cancelled === 'cancelled' ? said(null, 'Đã hủy') : wrong(204, cancelled === 'unknown' ? 'Không tìm thấy vận đơn' : 'Bưu tá đã nhận, không hủy được nữa');
    }
    case '/v2/order/getPrice': return isPlace(body, 'SENDER') && isPlace(body, 'RECEIVER') ? said({ MONEY_TOTAL: Number(body['PRODUCT_WEIGHT']) > 100 ? 31_500 : 26_000 }) : wrong(204, 'Price does not apply to this itinerary!');
    default: return [404, { status: 404, error: true, message: 'Not found', data: null }];
  }
};

export const startViettelSimulator = async (settings: ViettelSettings = {}): Promise<ViettelSimulator> => {
  const { now = Date.now } = settings;
  const chance = seeded(settings.seed ?? 1);
  const state = makeViettelState(settings.repeated ?? 'refused', now, settings.isDisorderly ?? false, chance);
  const [briefly, owners] = [new Set<string>(), new Set<string>()];
  let hook: { readonly push: Push; readonly secret: string } | undefined;

  const signIn = ({ path, headers, body }: Asked): Answer | undefined => {
    if (path !== '/v2/user/Login' && path !== '/v2/user/ownerconnect') return undefined;
    if (body['USERNAME'] !== VIETTEL_CLIENT.key || body['PASSWORD'] !== VIETTEL_CLIENT.secret) return wrong(202, 'Invalid owner account or password!');
    const isOwner = path.endsWith('ownerconnect');
    if (isOwner && !briefly.has(text(headers['token']))) return wrong(202, 'Token invalid');
    const token = randomUUID();
    (isOwner ? owners : briefly).add(token);
    return said({ userId: 1, token, partner: 1, phone: '0912000000', expired: 0, encrypted: null, source: 5 });
  };
  const house = await openHouse({
    signIn,
    isSignedIn: ({ headers }) => owners.has(text(headers['token'])),
    notSignedIn: wrong(202, 'Token invalid or expired'),
    forgetTokens: () => owners.clear(),
    serve: (asked) => serve(state, asked),
    control: (path, body) => {
      if (path === '/mo-phong/tien') state.advance();
      else if (path === '/mo-phong/su-kien') state.tell(text(body['orderNumber']), text(body['code']));
      else if (path !== '/mo-phong/loi') return undefined;
      return [200, { orders: state.orders, events: state.told.length, waiting: state.waiting(), faultShare: house.faultShare() }];
    },
  }, settings, chance);

  return {
    ...house, state,
    pushTo: (push, secret) => { hook = { push, secret }; },
    pushAll: async () => {
      if (!hook) return;
      for (const one of state.takeAll()) {
        const isLost = chance() < house.faultShare();
        // lost on the way there, or its answer on the way back
        const isThere = isLost && chance() < 0.5 ? false : await hook.push({ DATA: one.data, TOKEN: hook.secret });
        if (!isThere || isLost) state.comesBack(one);
      }
    },
  };
};
