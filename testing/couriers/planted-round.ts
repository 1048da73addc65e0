// Stops of a courier's round laid straight into the tables, and the outcome that lies at the desk.
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';

const AT = '2019-11-18T07:00:00+07:00';

/** A paper outcome at the desk, as if its bag had just been counted. */
export const plantOutcome = async (pool: Pool, dossierId: string, deskId = 'ky-bac'): Promise<string> => {
  const thingId = randomUUID();
  await pool.query(
    `insert into motcua.custody_thing (province_id, thing_id, kind, dossier_id, name, count, holder_kind, holder_id, since, last_event_no)
     values (42, $1, 'outcome', $2, 'Quyết định số 05/QĐ-UBND', 1, 'desk', $3, $4, 1)`, [thingId, dossierId, deskId, AT]);
  await pool.query(
    `insert into motcua.custody_event (province_id, thing_id, event_no, kind, to_kind, to_id, count, at, recorded_at, by_account, by_name)
     values (42, $1, 1, 'came', 'desk', $2, 1, $3, now(), $1, 'Người thử')`, [thingId, deskId, AT]);
  return thingId;
};

export type PlantedRound = { readonly givenRecordId: string; readonly handInRecordId: string; readonly pickupId: string; readonly remittanceId: string };

/** Of this courier: the shipment with her, a record that she, and one that the desk has not counted, and a pick-up of hers. */
export const plantRound = async (pool: Pool, courierId: string, shipmentId: string): Promise<PlantedRound> => {
  const [givenRecordId, handInRecordId, pickupId, remittanceId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await pool.query(
    `insert into motcua.courier_order (province_id, carrier_id, order_number, body, taken_at)
     select province_id, carrier_id, order_number, body, $2 from motcua.carrier_order where shipment_id = $1`, [shipmentId, AT]);
  await pool.query(
    `insert into motcua.courier_stop (province_id, shipment_id, courier_id, day, place_no, state, taken_at) values (42, $1, $2, '2019-11-18', 1, 'with-courier', $3)`, [shipmentId, courierId, AT]);
  await pool.query(
    `insert into motcua.courier_record (province_id, record_id, direction, desk_id, courier_id, sent_at, sent_by, sent_by_name)
     select 42, r.id, r.direction, 'ky-bac', $3, $4, r.id, 'Người thử' from (values ($1::uuid, 'to-courier'), ($2::uuid, 'to-desk')) as r (id, direction)`,
    [givenRecordId, handInRecordId, courierId, AT]);
  await pool.query(
    `insert into motcua.pickup (province_id, pickup_id, desk_id, courier_id, day, state, procedure_code, procedure_name, checklist, person, made_at, made_by, made_by_name)
     values (42, $1, 'ky-bac', $2, '2019-11-18', 'planned', '1.001193', 'Khai sinh', '[]', '{"name":"Nguyễn Văn Thử","phone":"0912000001","address":"thôn Phương Giai"}', $3, $1, 'Người thử')`, [pickupId, courierId, AT]);
  await pool.query(
    `with paid as (
       insert into motcua.collected_money (province_id, move_id, from_kind, from_id, to_kind, to_id, desk_id, amount, sent_at, counted, counted_at)
       values (42, $1, 'desk', 'ky-bac', 'post', 'buu-dien-huyen-ky-anh', 'ky-bac', 8000, $2, null, null), (42, $3, 'courier', 'x', 'desk', 'ky-bac', 'ky-bac', 8000, $2, 8000, $2))
     insert into motcua.remittance (province_id, remittance_id, desk_id, unit_id, number, way, paid_on, sent_by, sent_by_name)
     values (42, $1, 'ky-bac', 'buu-dien-huyen-ky-anh', '00/BKNT', 'cash', '2019-11-18', $1, 'Người thử')`, [remittanceId, AT, randomUUID()]);
  return { givenRecordId, handInRecordId, pickupId, remittanceId };
};

/** Her word that she delivered it; and her phone's other word, under the shipment's own id. */
export const plantDelivery = async (pool: Pool, courierId: string, shipmentId: string): Promise<void> => {
  const attemptId = randomUUID();
  await pool.query(
    `insert into motcua.courier_attempt (province_id, attempt_id, shipment_id, attempt_no, courier_id, courier_name, at, recorded_at, outcome, counts, proof)
     values (42, $1, $2, 1, $3, 'Bưu tá thử', $4, $4, 'delivered', false, '{}')`, [attemptId, shipmentId, courierId, AT]);
  await pool.query(
    `insert into motcua.courier_report (province_id, attempt_id, paper_attempt_id, shipment_id, desk_id, courier_id, courier_name, at, arrived_at, outcome, told, differs)
     values (42, $2, $1, $2, 'ky-bac', $3, 'Bưu tá thử', $4, $4, 'failed', '{"at":"${AT}","reason":"absent"}', '{outcome}')`, [attemptId, shipmentId, courierId, AT]);
};
