// A courier's first round: outcomes at Kỳ Xuân's desk that are wished at home, ordered with the post's own couriers and put into
// her round of the day. What follows is left for its people to do.
import type { ClientBase } from 'pg';
import type { CarrierOrder } from '#adapters/carrier/port.ts';
import { COURIER_CODES } from '#core/shipment/courier-codes.ts';
import { type Moment, dateOf, momentFromEpoch, momentToEpoch } from '#core/kernel/moment.ts';
import { accountIdOf } from '../accounts.ts';
import { uuidOf } from '../identifiers.ts';
import { insertRows } from '../rows.ts';
import { HA_TINH, type World } from '../worlds.ts';

const DESK = 'ky-xuan';
const COURIER = 'buuta.kyxuan';
const CLERK = 'buudien.kyxuan';
const CARRIER = 'buu-ta-ky-xuan';
const PLACE = 'xã Kỳ Xuân';
const HOW_MANY = 4;
const CODES = { provinceCode: '42', districtCode: '18766' } as const;

type Waiting = { readonly dossierId: string; readonly code: string; readonly name: string; readonly phone: string; readonly address: string };

/** The newest ones, to whom nobody has been invited. */
const findWaiting = async (client: ClientBase): Promise<readonly Waiting[]> => (await client.query<Waiting>(
  `select d.dossier_id as "dossierId", d.code, d.parties->'applicant'->>'fullName' as name, d.parties->'applicant'->>'phone' as phone,
     concat_ws(', ', nullif(d.parties->'applicant'->'address'->>'line', ''), d.parties->'applicant'->'address'->>'communeName') as address
   from motcua.dossier d
   where d.province_id = $1 and d.desk_id = $2 and d.state = 'ready-to-return' and d.parties->'applicant'->>'phone' ~ '^0[0-9]{9}$'
     and not exists (select from motcua.invitation i where i.province_id = $1 and i.dossier_id = d.dossier_id)
     and exists (select from motcua.custody_thing t where t.province_id = $1 and t.dossier_id = d.dossier_id and t.kind = 'outcome' and t.holder_kind = 'desk')
   order by d.due_at desc, d.code desc limit ${HOW_MANY}`, [HA_TINH, DESK])).rows;

export const loadCourierRound = async (client: ClientBase, world: World): Promise<void> => {
  if (world.name !== 'hatinh-2026') return;
  const desk = world.desks.find(({ deskId }) => deskId === DESK);
  const clerk = world.staff.find(({ login }) => login === CLERK);
  if (!desk || !clerk) throw new Error(`nobody at desk ${DESK}`);
  const at: Moment = momentFromEpoch(momentToEpoch(world.startsAt) - 15 * 60_000);
  const by = accountIdOf(world.name, CLERK);
  const of = { province_id: HA_TINH };
  await insertRows(client, 'carrier_account', [{
    ...of, carrier_id: CARRIER, kind: 'own-network', name: 'Bưu tá Kỳ Xuân', repeated_orders: 'same-order', is_open: true, revision: 1, failures_in_row: 0, unreadable_count: 0,
    settings: { senderPlace: PLACE, places: [{ place: PLACE, ...CODES }], tariff: [{ upToGrams: 500, amount: 26_000 }], url: '', customerCode: '', paths: {}, doneStatuses: [], thereAlreadyStatuses: [], trustedCertificates: '' },
    changed_at: at, changed_by: by, changed_by_name: clerk.fullName,
  }]);
  await insertRows(client, 'carrier_code', [...COURIER_CODES].map(([code, meaning]) => ({ ...of, carrier_id: CARRIER, code, meaning, mapped_at: at, mapped_by: by, mapped_by_name: clerk.fullName })));
  const orders = (await findWaiting(client)).map((waiting, index) => {
    const orderNumber = `MC26-${String(index + 1).padStart(6, '0')}`;
    const receiver = { name: waiting.name, phone: waiting.phone, address: waiting.address, place: PLACE };
    const collectOnDelivery = index % 2 === 0 ? 26_000 : 0;
    const body: CarrierOrder = {
      orderNumber, collectOnDelivery, description: `Kết quả hồ sơ ${waiting.code}`,
      sender: { name: desk.name, phone: desk.phone, address: desk.address, ...CODES }, receiver: { name: receiver.name, phone: receiver.phone, address: receiver.address, ...CODES },
    };
    return { ...waiting, shipmentId: uuidOf(`${world.name}/shipment/${waiting.dossierId}`), orderNumber, receiver, collectOnDelivery, body, placeNo: index + 1 };
  });
  const each = <T extends object>(row: (order: (typeof orders)[number]) => T) => orders.map((order) => ({ ...of, ...row(order) }));
  await insertRows(client, 'number_counter', [{ ...of, series: 'carrier-order', period: '2026', last_number: orders.length }]);
  await insertRows(client, 'shipment', each(({ shipmentId, receiver, collectOnDelivery }) => ({
    shipment_id: shipmentId, desk_id: DESK, receiver, collect_on_delivery: collectOnDelivery, item_number: null, made_at: at, made_by: by, made_by_name: clerk.fullName,
  })));
  await insertRows(client, 'shipment_dossier', each(({ shipmentId, dossierId }) => ({ shipment_id: shipmentId, dossier_id: dossierId })));
  await insertRows(client, 'carrier_order', each(({ shipmentId, orderNumber, body }) => ({
    carrier_id: CARRIER, order_number: orderNumber, shipment_id: shipmentId, body, state: 'confirmed', sendings: 1, ordered_at: at,
  })));
  await insertRows(client, 'courier_order', each(({ orderNumber, body }) => ({ carrier_id: CARRIER, order_number: orderNumber, body, taken_at: at })));
  await insertRows(client, 'courier_stop', each(({ shipmentId, placeNo }) => ({
    shipment_id: shipmentId, courier_id: accountIdOf(world.name, COURIER), day: dateOf(world.startsAt), place_no: placeNo, state: 'planned',
  })));
  for (const { dossierId, receiver } of orders) {
    await client.query('update motcua.dossier set return_wish = $3 where province_id = $1 and dossier_id = $2',
      [HA_TINH, dossierId, JSON.stringify({ kind: 'home-delivery', address: receiver.address, phone: receiver.phone })]);
  }
};
