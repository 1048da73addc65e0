import { expect, test } from 'vitest';
import type { Moment } from '#core/kernel/moment.ts';
import { deliverBody, type RoundStop } from '#wire/courier.wire.ts';
import { newSigning } from '../../counter/signing-draft.ts';
import { checkDelivery } from './check-delivery.ts';
import { amountOf, chosen, type DeliverDraft, deliveryToDo, newDelivery, toDeliverBody } from './deliver-draft.ts';

const DOSSIER = '00000000-0000-7000-8000-0000000000d1';
const SIGNATURE = 'a'.repeat(64);
const AT = '2019-11-20T09:00:00+07:00' as Moment;
const stop = {
  shipmentId: '00000000-0000-7000-8000-0000000000a1', orderNumber: 'MC19-000001', orderedAt: '2019-11-19T08:00:00+07:00', since: '2019-11-20T07:00:00+07:00', state: 'with-courier', day: '2019-11-20',
  amountDue: 120_000, collectOnDelivery: 120_000, countedOn: [], dossiers: [{ dossierId: DOSSIER, code: '000', state: 'ready-to-return', ownerName: 'Nguyễn Thị Con', procedureName: 'Khai sinh' }],
  giving: [{
    dossierId: DOSSIER, applicant: { fullName: 'Nguyễn Văn Ba', identity: { kind: 'old-identity-card', number: '183000111' } },
    owner: { fullName: 'Nguyễn Thị Con', identity: { kind: 'none', number: '' } }, unpaid: [{ lineNo: 1, name: 'Lệ phí', amount: 20_000 }], outcomeNames: [],
  }],
} as unknown as RoundStop;
const made = { attemptId: '00000000-0000-7000-8000-0000000000b1', at: AT };
const ready = (change: Partial<DeliverDraft> = {}): DeliverDraft => {
  const draft = newDelivery(stop);
  return { ...draft, who: { ...draft.who, checked: true }, counted: true, ...change };
};
const proofs = { signature: SIGNATURE };
const files = [{ sha256: SIGNATURE, mediaType: 'image/png', bytes: 9_000 }];
const check = (draft: DeliverDraft) => checkDelivery(toDeliverBody(draft, proofs, made), stop, 'c' as never, files, AT);

test('what is still to do is said one by one, and nothing is left when all is done', () => {
  expect(deliveryToDo(newDelivery(stop), {}, stop)).toEqual(['đối chiếu giấy tờ tùy thân', 'đếm và xác nhận số tiền', 'người nhận ký vào khung']);
  expect(deliveryToDo(ready(), proofs, stop)).toEqual([]);
});

test('another sum needs its reason, and no number is no sum', () => {
  expect(deliveryToDo(ready({ amount: '100.000' }), proofs, stop)).toEqual(['ghi lý do số tiền khác 120.000 đồng']);
  expect(deliveryToDo(ready({ amount: 'một trăm' }), proofs, stop)).toEqual(['ghi số tiền đã thu']);
  expect([amountOf('120.000'), amountOf('120 000'), amountOf('-5'), amountOf('')]).toEqual([120_000, 120_000, undefined, undefined]);
});

test('who cannot write gives a fingerprint on paper, read aloud and photographed', () => {
  const finger = ready({ way: 'fingerprint', who: { ...ready().who, signing: newSigning() } });
  expect(deliveryToDo(finger, {}, stop)).toEqual(['đọc lại nội dung cho người điểm chỉ nghe', 'chụp giấy đã điểm chỉ']);
});

test('a paper to be recalled is counted or its absence explained', () => {
  const paper = { dossierId: DOSSIER as never, name: 'Giấy khai sinh cũ', collected: false, note: '' };
  expect(deliveryToDo(ready({ recalled: [paper] }), proofs, stop)).toEqual(['ghi lý do chưa thu hồi được']);
  expect(toDeliverBody(ready({ recalled: [{ ...paper, collected: true }] }), proofs, made).recalledPapers).toEqual([{ dossierId: DOSSIER, name: 'Giấy khai sinh cũ', collected: true }]);
});

test('what is sent is what the server takes, and the same core agrees at the door', () => {
  expect(deliverBody.safeParse(toDeliverBody(ready(), { ...proofs, place: { latitude: 18.1, longitude: 106.2, accuracyMetres: 12 } }, made)).error).toBeUndefined();
  expect(check(ready())).toEqual({ ok: true });
});

test('family without the receipt needs a written authorisation: said at the door in words', () => {
  const family = chosen(ready(), stop, 'family');
  const who = { ...family.who, fullName: 'Nguyễn Thị Em', number: '183000222', checked: true, receiptShown: false, lostReceiptNote: 'Mất giấy hẹn' };
  expect(deliveryToDo({ ...family, who }, proofs, stop)).toEqual(['ghi văn bản ủy quyền']);
  expect(check({ ...family, who: { ...who, authorisationBy: 'UBND xã' } })).toEqual({ ok: true });
});

test('less than the state’s fees is refused at the door, whatever the reason', () => {
  expect(check(ready({ amount: '10.000', amountNote: 'Thiếu tiền' }))).toMatchObject({ ok: false, text: expect.stringContaining('10.000 đồng') });
});
