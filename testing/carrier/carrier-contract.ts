// What every carrier does, whoever it is: one suite for all of them.
import { describe, expect, it } from 'vitest';
import type { Carrier, CarrierOrder, CarrierParty, EventRead, ResultReady } from '#adapters/carrier/port.ts';
import { type Moment, momentFromEpoch, momentToEpoch } from '#core/kernel/moment.ts';

export type CarrierUnderTest = {
  readonly carrier: Carrier;
  /** The carrier writes an event. */
  readonly tell: (orderNumber: string, code: string, at: Moment) => Promise<void>;
  readonly countOrders: (orderNumber: string) => Promise<number>;
};

export const NOON = '2026-11-24T12:00:00+07:00' as Moment;
const after = (seconds: number): Moment => momentFromEpoch(momentToEpoch(NOON) + seconds * 1000);
const party = (name: string): CarrierParty => ({ name, phone: '0912000001', address: 'Thôn Thử', provinceCode: '48', districtCode: '4810' });
export const carrierOrder = (orderNumber: string, more: Partial<CarrierOrder> = {}): CarrierOrder => ({
  orderNumber, sender: party('Điểm Bưu điện - Văn hóa xã Kỳ Bắc'), receiver: party('Nguyễn Văn Thử'), description: 'Kết quả hồ sơ', collectOnDelivery: 0, ...more,
});
const READY: ResultReady = {
  dossierId: '0', procedureCode: '1.001193', procedureName: 'Đăng ký khai sinh', dossierCode: 'H27.18.60-261124-0001', fee: 0, ownerName: 'Nguyễn Văn Thử',
  applicantName: 'Nguyễn Văn Thử', identityNumber: '042080000001', address: 'Thôn Thử', receivedOn: '2026-11-24', postAddress: 'Kỳ Bắc',
};

export const readAll = async (carrier: Carrier, most: number, from?: string): Promise<{ readonly events: readonly EventRead[]; readonly cursor: string | undefined }> => {
  const events: EventRead[] = [];
  let cursor = from;
  for (;;) {
    const page = await carrier.events(cursor, most);
    if (!page.ok) throw new Error(page.refusal.kind);
    events.push(...page.value.events);
    if (page.value.cursor === undefined) return { events, cursor };
    cursor = page.value.cursor;
  }
};

export const carrierContract = (name: string, make: () => Promise<CarrierUnderTest>): void => {
  describe(name, () => {
    it('takes an order once, however often it comes', async () => {
      const { carrier, countOrders } = await make();
      expect((await carrier.order(carrierOrder('HD-1'))).ok).toBe(true);
      expect(await countOrders('HD-1')).toBe(1);
      const again = await carrier.order(carrierOrder('HD-1'));
      expect(again.ok ? 'taken' : again.refusal.kind).toMatch(/^(taken|already-there)$/);
      expect(await countOrders('HD-1')).toBe(1);
    });

    it('takes back what is not on the road, and says so of what it never had', async () => {
      const { carrier } = await make();
      const taken = await carrier.order(carrierOrder('HD-2'));
      const carrierNumber = taken.ok ? taken.value.carrierNumber : undefined;
      expect((await carrier.cancel('HD-2', carrierNumber)).ok).toBe(true);
      expect((await carrier.cancel('HD-2', carrierNumber)).ok).toBe(true);
      expect(await carrier.cancel('KHONG-CO')).toMatchObject({ ok: false, refusal: { kind: 'refused' } });
    });

    it('tells its events page by page, each once, and after the last one nothing until there is more', async () => {
      const { carrier, tell } = await make();
      expect(await carrier.events(undefined, 10)).toMatchObject({ ok: true, value: { events: [], cursor: undefined, more: false } });
      await carrier.order(carrierOrder('HD-3'));
      for (let i = 0; i < 5; i += 1) await tell('HD-3', String(i % 3 + 1), after(i * 60));
      const first = await carrier.events(undefined, 2);
      expect(first).toMatchObject({ ok: true, value: { more: true } });
      const { events, cursor } = await readAll(carrier, 2);
      expect(events.map(({ orderNumber, code, at }) => [orderNumber, code, at])).toEqual([0, 1, 2, 3, 4].map((i) => ['HD-3', String(i % 3 + 1), after(i * 60)]));
      expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(5);
      expect((await readAll(carrier, 2, cursor)).events).toEqual([]);
      await tell('HD-3', '3', after(600));
      expect((await readAll(carrier, 2, cursor)).events.map(({ at }) => at)).toEqual([after(600)]);
    });

    it('names a price in whole đồng, and hears that an outcome is ready', async () => {
      const { carrier } = await make();
      const place = { provinceCode: '48', districtCode: '4810' };
      const price = await carrier.price({ grams: 80, sender: place, receiver: place });
      expect(price.ok && Number.isSafeInteger(price.value.amount) && price.value.amount > 0).toBe(true);
      expect((await carrier.announceResult(READY)).ok).toBe(true);
    });
  });
};
