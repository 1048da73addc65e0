// What the simulated carrier remembers: orders by number, and the feed of its events in the order it wrote them, some of
// them doubled, late, of nobody or unreadable.
import { momentFromEpoch } from '#core/kernel/moment.ts';

export const SIMULATED_CODES = {
  '1': 'Nhận gửi', '2': 'Đang vận chuyển', '3': 'Bưu tá đi phát', '4': 'Phát thành công', '5': 'Phát không thành công', '6': 'Chuyển hoàn',
} as const;
/** Mapped by nobody before it comes. */
export const ODD_CODE = '77';

export type RepeatedNumber = 'same-order' | 'refused' | 'second-order';
export type HeldOrder = { readonly orderNumber: string; readonly itemCode: string; readonly takenAt: number; cancelled: boolean; steps: number };
export type Document = Readonly<Record<string, unknown>>;

export const makeState = (repeated: RepeatedNumber, now: () => number, isDisorderly: boolean, chance: () => number) => {
  const orders: HeldOrder[] = [];
  const feed: Document[] = [];
  const notices: Document[] = [];
  let lastId = 0;
  const nextId = (): string => {
    lastId += 1;
    return lastId.toString(16).padStart(24, '6500000000000000'.padEnd(24, '0'));
  };
  const write = (document: Document): void => { feed.push({ _id: { $oid: nextId() }, ...document }); };
  const eventOf = (orderNumber: string, code: string, at: number): Document => ({
    CustomerCode: 'MOTCUA', OrderNumber: orderNumber, EventTime: momentFromEpoch(at).slice(0, 19), POSID: '481000',
    ItemCode: orders.find((order) => order.orderNumber === orderNumber)?.itemCode ?? '', StatusCode: code,
    StatusMessage: SIMULATED_CODES[code as keyof typeof SIMULATED_CODES] ?? `Mã ${code}`, Notes: '',
  });

  const tell = (orderNumber: string, code: string, at = now()): void => {
    const event = eventOf(orderNumber, code, at);
    write(event);
    if (!isDisorderly) return;
    const luck = chance();
    if (luck < 0.15) feed.push(feed.at(-1) ?? event); // the same document once more
    else if (luck < 0.3) write(event); // the same event under another id
    else if (luck < 0.4) write(eventOf('KHONG-CO-DON-NAY', '2', at));
    else if (luck < 0.45) write({ ...event, EventTime: 'hôm qua', StatusMessage: 'Giờ không đọc được' });
    else if (luck < 0.5) feed.push({ OrderNumber: orderNumber });
    else if (luck < 0.6) write(eventOf(orderNumber, '2', at - 40 * 86_400_000)); // older than any order
    // what happened before is told after what came of it
    if (luck > 0.8) write(eventOf(orderNumber, '1', at - 1_000));
  };

  return {
    orders, feed, notices, tell,
    take: (orderNumber: string, itemCode: string): 'taken' | 'same' | 'refused' => {
      const isThere = orders.some((order) => order.orderNumber === orderNumber);
      if (isThere && repeated !== 'second-order') return repeated === 'refused' ? 'refused' : 'same';
      orders.push({ orderNumber, itemCode: itemCode || `EB${String(orders.length + 1).padStart(8, '0')}0VN`, takenAt: now(), cancelled: false, steps: 0 });
      return 'taken';
    },
    cancel: (orderNumber: string): 'cancelled' | 'unknown' | 'on-the-road' => {
      const found = orders.filter((order) => order.orderNumber === orderNumber);
      if (found.length === 0) return 'unknown';
      if (found.some(({ steps }) => steps > 1)) return 'on-the-road';
      for (const order of found) order.cancelled = true;
      return 'cancelled';
    },
    /** One step on the road for everything that is under way. */
    advance: (): void => {
      const road = ['1', '2', ODD_CODE, '3', '4'];
      for (const order of orders) {
        const code = order.cancelled ? undefined : road[order.steps];
        if (code === undefined) continue;
        order.steps += 1;
        tell(order.orderNumber, code);
      }
    },
  };
};
export type CarrierState = ReturnType<typeof makeState>;
