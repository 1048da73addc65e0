import { expect, it } from 'vitest';
import { EVENT_REFUSALS } from '#core/shipment/carrier-events.ts';
import { ORDER_STATES } from '#core/shipment/send-order.ts';
import {
  carrierRefusalText, eventRefusalWords, itemNumberWords, itemRangeWords, rangeEnds, shipmentRefusalText, shipmentWords,
} from './carriers.ts';

const isSaid = (text: string): void => {
  expect(text).toBe(text.normalize('NFC'));
  expect(text).toMatch(/^\p{Lu}.+\.$/u);
  expect(text).not.toMatch(/undefined|NaN|\[object/u);
};

it.each([
  { kind: 'carrier-closed' }, { kind: 'place-unknown-to-carrier', place: 'xã Kỳ Bắc' }, { kind: 'outcome-not-at-desk', code: 'H27-1' },
  { kind: 'shipped-already', code: 'H27-1', orderNumber: 'MC26-000001' }, { kind: 'dossier-changed' }, { kind: 'item-numbers-out' },
  { kind: 'order-unclear' }, { kind: 'order-ended' }, { kind: 'receivers-differ', codes: ['H27-2'] }, { kind: 'receiver-wrong', fields: ['phone', 'address'] },
  { kind: 'handed-over-to-carrier' }, { kind: 'courier-takes-it', orderNumber: 'MC26-000001' }, { kind: 'order-not-confirmed', orderNumber: 'MC26-000001' },
  { kind: 'not-delivered', code: 'H27-1' }, { kind: 'delivery-case-open', code: 'H27-1' },
  { kind: 'outcome-to-count', code: 'H27-1' }, { kind: 'not-coming-back', orderNumber: 'MC26-000001' }, { kind: 'count-back-note', orderNumber: 'MC26-000001' }, { kind: 'counted-back-twice' },
  { kind: 'handed-over-before', orderNumber: 'MC26-000001' }, { kind: 'outcome-not-here', code: 'H27-1' },
] as const)('a shipment refused for $kind says what is wrong and what to do', (refusal) => isSaid(shipmentRefusalText(refusal)));

it.each(['carrier-changed', 'carrier-kind-fixed', 'carrier-secret-missing', 'carrier-is-asked', 'order-not-unclear'] as const)(
  '%s is told to the administrator', (kind) => isSaid(carrierRefusalText({ kind })));

it.each(EVENT_REFUSALS)('an event that is %s is told with what to do', (kind) => isSaid(eventRefusalWords({ kind })));

it('a number with a wrong digit is told which one, and what it should be', () => {
  isSaid(itemNumberWords({ kind: 'item-number-length', length: 12 }));
  expect(itemNumberWords({ kind: 'item-number-character', position: 10, found: 'O', needed: 'digit' })).toBe('Ký tự thứ 10 là “O”, chỗ đó phải là chữ số. Xem lại trên nhãn.');
  expect(itemNumberWords({ kind: 'item-number-check-digit', found: '8', expected: '9' }))
    .toBe('Có chữ số nhập sai: chữ số kiểm tra (ký tự thứ 11) phải là 9, đang là 8. So lại từng chữ số với nhãn.');
});

it('a range that is refused names its field, and the range it meets', () => {
  for (const refusal of [{ kind: 'range-prefix' }, { kind: 'range-upside-down' }] as const) isSaid(itemRangeWords(refusal).detail);
  expect(itemRangeWords({ kind: 'range-overlaps', deskName: 'Điểm Kỳ Bắc', from: 100, to: 199 })).toMatchObject({
    detail: 'Trùng với dải từ 00000100 đến 00000199 đã cấp cho Điểm Kỳ Bắc.', fieldErrors: [{ path: 'from' }],
  });
  expect(rangeEnds({ prefix: 'RR', from: 47_312_482, to: 47_312_483 })).toEqual({ first: 'RR473124829VN', last: 'RR473124832VN' });
});

it('where a shipment is, is the carrier’s word, as it came where nobody mapped it', () => {
  const row = { state: 'confirmed', status: null, message: null, unmapped: null } as const;
  expect(shipmentWords({ ...row, unmapped: { code: '77', message: 'Đến bưu cục' } })).toBe('Đến bưu cục (mã 77)');
  expect(shipmentWords({ ...row, unmapped: { code: '77', message: '' } })).toBe('Không có lời giải thích (mã 77)');
  expect(shipmentWords({ ...row, status: 'delivered' })).toBe('Đã phát');
  expect(shipmentWords({ ...row, state: 'refused', message: 'Sai mã huyện' })).toBe('Đơn vị chuyển phát không nhận đơn: Sai mã huyện');
  expect(shipmentWords({ ...row, status: 'returned', countedBackAs: 'damaged' })).toBe('Đã về quầy, hư hỏng');
  for (const state of ORDER_STATES) expect(shipmentWords({ ...row, state })).toMatch(/^\p{Lu}/u);
});
