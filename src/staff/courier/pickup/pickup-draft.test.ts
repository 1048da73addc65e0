import { expect, test } from 'vitest';
import type { Moment } from '#core/kernel/moment.ts';
import { collectBody, type PickupView } from '#wire/pickup.wire.ts';
import { allOf, asked, counted, missingIn, newPickup, papersIn, pickupToDo, slipError, toCollectBody } from './pickup-draft.ts';

const item = (itemId: string, more: object = {}): PickupView['checklist'][number] => ({ itemId, name: `Giấy ${itemId}`, required: true, original: 0, certifiedCopy: 0, plainCopy: 0, ...more });
const LIST = [item('a', { original: 1, plainCopy: 2 }), item('b', { certifiedCopy: 1 }), item('c', { original: 1, shownOnly: true }), item('d', { original: 1, required: false })];
const [first = item('x')] = LIST;

test('the list says what is missing, without what is only shown or not required', () => {
  expect(missingIn(newPickup(), LIST)).toEqual(['Giấy a', 'Giấy b']);
  expect(missingIn(allOf(newPickup(), first), LIST)).toEqual(['Giấy b']);
  expect(LIST.map((one) => asked(one).length)).toEqual([2, 1, 0, 1]);
});

test('pieces are counted form by form, never below nought; what is not on the list goes along', () => {
  const draft = { ...counted(counted(allOf(newPickup(), first), first, 'plain-copy', 3), first, 'original', -1), others: [{ name: ' Đơn trình bày ', count: 1 }, { name: '', count: 1 }] };
  expect(papersIn(draft, LIST)).toEqual([{ itemId: 'a', name: 'Giấy a', form: 'plain-copy', count: 3 }, { name: 'Đơn trình bày', form: 'original', count: 1 }]);
});

test('a slip’s number is checked by its digit', () => {
  expect(slipError('rr 473124829 vn')).toBeUndefined();
  expect(slipError('RR473124828VN')).toContain('chữ số kiểm tra');
});

test('what is still to do is said, and what is sent is what the server takes', () => {
  expect(pickupToDo(newPickup(), LIST, false)).toEqual(['đếm giấy tờ nhận', 'ghi số phiếu gửi', 'niêm phong trước mặt người gửi', 'người gửi ký']);
  const draft = { ...allOf(newPickup(), first), slip: 'rr473124829vn', sealed: true };
  expect(pickupToDo(draft, LIST, true)).toEqual([]);
  const body = toCollectBody(draft, LIST, { signature: 'a'.repeat(64) }, '2019-11-20T09:00:00+07:00' as Moment);
  expect([collectBody.safeParse(body).error, body.slipNumber]).toEqual([undefined, 'RR473124829VN']);
});
