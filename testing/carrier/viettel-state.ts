// What the simulated Viettel Post remembers: orders by our number and by the one it gave them, and the messages that it still
// has to push, some of them doubled, late, of nobody or unreadable. What it pushed in vain it pushes again, five times.
export const VIETTEL_STATUSES: Readonly<Record<string, string>> = {
  '103': 'Điều phối bưu cục lấy hàng', '107': 'Đối tác yêu cầu hủy', '200': 'Lấy hàng thành công', '300': 'Khai thác đi', '400': 'Khai thác đến',
  '500': 'Giao bưu tá đi phát', '501': 'Thành công - Phát thành công', '504': 'Thành công - Chuyển trả người gửi', '505': 'Yêu cầu chuyển hoàn', '506': 'Phát thất bại',
};
const ROAD = ['200', '300', '400', '500', '501'];
const TRIES = 5;
const HANDED_OVER = 200;

export type ViettelOrder = { readonly reference: string; readonly number: string; readonly body: Readonly<Record<string, unknown>>; steps: number; status: number };
export type Pushing = { readonly data: Readonly<Record<string, unknown>>; tries: number };
export type RepeatedReference = 'refused' | 'second-order';

const two = (value: number): string => String(value).padStart(2, '0');
/** dd/MM/yyyy HH:mm:ss of Vietnam. */
const written = (epoch: number): string => {
  const at = new Date(epoch + 7 * 3_600_000);
  return `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`;
};

export const makeViettelState = (repeated: RepeatedReference, now: () => number, isDisorderly: boolean, chance: () => number) => {
  const orders: ViettelOrder[] = [];
  /** All that happened, as it would be told once. */
  const told: Readonly<Record<string, unknown>>[] = [];
  let queue: Pushing[] = [];
  const push = (data: Readonly<Record<string, unknown>>): void => { queue.push({ data, tries: 0 }); };

  const dataOf = (reference: string, code: string, at: number): Readonly<Record<string, unknown>> => {
    const order = orders.find((one) => one.reference === reference);
    return {
      ORDER_NUMBER: order?.number ?? `VTP-${reference}`, ORDER_REFERENCE: reference, ORDER_STATUSDATE: written(at), ORDER_STATUS: Number(code),
      STATUS_NAME: VIETTEL_STATUSES[code] ?? `Mã ${code}`, LOCALION_CURRENTLY: 'HTH, Bưu cục Kỳ Anh', NOTE: '', MONEY_COLLECTION: 0,
      RECEIVER_FULLNAME: 'Nguyễn Văn Thử', EMPLOYEE_NAME: 'Bưu tá mô phỏng', EMPLOYEE_PHONE: '0912999999',
    };
  };
  const tell = (reference: string, code: string, at = now()): void => {
    const data = dataOf(reference, code, at);
    told.push(data);
    push(data);
    const order = orders.find((one) => one.reference === reference);
    if (order) order.status = Number(code);
    if (!isDisorderly) return;
    const luck = chance();
    if (luck < 0.2) push(data); // once more
    else if (luck < 0.3) push({ ...data, NOTE: 'Gửi lại' }); // the same in other words
    else if (luck < 0.4) push(dataOf('KHONG-CO-DON-NAY', '300', at));
    else if (luck < 0.45) push({ ...data, ORDER_STATUSDATE: 'hôm qua' });
    else if (luck < 0.5) push({ ORDER_NUMBER: 'X' });
    else if (luck < 0.6) push(dataOf(reference, '300', at - 40 * 86_400_000)); // older than any order
    // what happened before is told after what came of it
    if (luck > 0.7) queue = queue.toReversed();
  };

  return {
    orders, told, tell,
    waiting: () => queue.length,
    /** Taken out to be pushed; what is not acknowledged comes back, until it has been tried too often. */
    takeAll: (): readonly Pushing[] => {
      const taken = queue;
      queue = [];
      return taken;
    },
    comesBack: (one: Pushing): void => {
      one.tries += 1;
      if (one.tries < TRIES) queue.push(one);
    },
    take: (reference: string, body: Readonly<Record<string, unknown>>): ViettelOrder | 'there-already' => {
      if (repeated === 'refused' && orders.some((order) => order.reference === reference)) return 'there-already';
      const order = { reference, number: String(18_000_000_000 + orders.length + 1), body, steps: 0, status: 100 };
      orders.push(order);
      return order;
    },
    cancel: (number: string): 'cancelled' | 'unknown' | 'on-the-road' => {
      const found = orders.find((order) => order.number === number);
      if (!found) return 'unknown';
      if (found.status >= HANDED_OVER) return 'on-the-road';
      found.status = 107;
      return 'cancelled';
    },
    /** One step on the road for everything that is under way. */
    advance: (): void => {
      for (const order of orders) {
        const code = order.status === 107 ? undefined : ROAD[order.steps];
        if (code === undefined) continue;
        order.steps += 1;
        tell(order.reference, code);
      }
    },
  };
};
export type ViettelState = ReturnType<typeof makeViettelState>;
