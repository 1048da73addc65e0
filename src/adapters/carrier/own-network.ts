// The post's own couriers: their book stands in our own database, kept by whoever gives it here. An order that comes again is
// the same order; what couriers write there is read with a cursor like any other carrier's.
import { type Result, ok, refuse } from '#core/kernel/result.ts';
import type { Carrier, CarrierOrder, CarrierRefused, EventPage } from './port.ts';

export type TariffStep = { readonly upToGrams: number; readonly amount: number };

export type CourierBook = {
  /** False: it stands there already. */
  readonly takeOrder: (order: CarrierOrder) => Promise<boolean>;
  readonly cancelOrder: (orderNumber: string) => Promise<'cancelled' | 'unknown' | 'on-the-road'>;
  readonly eventsAfter: (cursor: string | undefined, most: number) => Promise<Pick<EventPage, 'events' | 'more'>>;
};

const CANCEL_REFUSED = { unknown: 'Không có đơn này', 'on-the-road': 'Bưu tá đã nhận, không hủy được nữa' } as const;

/** A book that cannot be written leaves open what was done. */
const asked = async <T>(work: () => Promise<Result<T, CarrierRefused>>): Promise<Result<T, CarrierRefused>> => {
  try {
    return await work();
  } catch (fault) {
    return refuse({ kind: 'no-answer', what: fault instanceof Error ? fault.name : 'fault' });
  }
};

export const ownNetwork = (book: CourierBook, tariff: readonly TariffStep[]): Carrier => ({
  order: (order) => asked(async () => ok({ message: (await book.takeOrder(order)) ? 'Đã nhận đơn' : 'Đơn đã có từ trước' })),
  cancel: (orderNumber) => asked(async () => {
    const done = await book.cancelOrder(orderNumber);
    return done === 'cancelled' ? ok({ message: 'Đã hủy đơn' }) : refuse({ kind: 'refused', message: CANCEL_REFUSED[done] });
  }),
  events: (cursor, most) => asked(async () => {
    const { events, more } = await book.eventsAfter(cursor, most);
    return ok({ events, more, cursor: events.at(-1)?.eventId, unreadable: 0 });
  }),
  price: async ({ grams }) => {
    const step = tariff.toSorted((a, b) => a.upToGrams - b.upToGrams).find(({ upToGrams }) => grams <= upToGrams);
    return step ? ok({ amount: step.amount }) : refuse({ kind: 'refused', message: 'Bảng cước chưa có mức cho khối lượng này' });
  },
  // the desk that sends couriers out sees in the same system what is ready
  announceResult: async () => ok({ message: 'Bưu cục xem kết quả sẵn sàng trên hệ thống này' }),
});
