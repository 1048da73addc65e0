import { expect, it } from 'vitest';
import type { Moment } from '#core/kernel/moment.ts';
import type { DossierId } from '#core/dossier/dossier.ts';
import { groupReady, newOrder, orderBody, orderErrors } from './order-draft.ts';

const outcome = (id: string, more: object = {}) => ({
  dossierId: id as DossierId, code: `H27-${id}`, revision: 2, procedureName: 'Thủ tục', since: '2019-11-18T08:00:00+07:00' as Moment, toPay: 8_000,
  receiverKey: '183000001', receiverName: 'Nguyễn Văn Thử', phone: '0912000001', address: 'thôn Hợp Tiến, xã Kỳ Bắc', ...more,
});
const carrier = { carrierId: 'vnpost', name: 'VNPost', places: ['xã Kỳ Bắc', 'xã Kỳ Phong'] };
const group = () => groupReady([outcome('1'), outcome('2')])[0] ?? expect.fail();

it('outcomes of one person at one address are one shipment, everybody else’s another', () => {
  const groups = groupReady([outcome('1'), outcome('2'), outcome('3', { receiverKey: '9' }), outcome('4', { address: 'thôn khác' })]);
  expect(groups.map(({ outcomes }) => outcomes.map(({ dossierId }) => dossierId))).toEqual([['1', '2'], ['3'], ['4']]);
});

it('an order begins with what the citizen wished: place found in the address, fees added up, the only carrier', () => {
  const draft = newOrder(group(), [carrier], 12);
  expect(draft).toMatchObject({ carrierId: 'vnpost', place: 'xã Kỳ Bắc', collect: '16000', withItemNumber: true });
  expect(orderErrors(draft)).toEqual({});
  expect(orderBody(draft, group(), 's', 'ky-bac')).toMatchObject({ collectOnDelivery: 16_000, dossiers: [{ dossierId: '1', revision: 2 }, { dossierId: '2', revision: 2 }] });
  expect(newOrder(group(), [carrier, { ...carrier, carrierId: 'khac' }], 0)).toMatchObject({ carrierId: '', place: '', withItemNumber: false });
});

it('an address that is only the commune, and a telephone nobody can call, are told at their fields', () => {
  const draft = newOrder(group(), [carrier], 12);
  expect(Object.keys(orderErrors({ ...draft, address: 'Xã Kỳ Bắc', phone: '12', chosen: new Set() }))).toEqual(['receiver.phone', 'receiver.address', 'dossiers']);
});
