// Every route × every role × own or another unit, against what the server really offers.
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeFileStore } from '#adapters/file-store/fake.ts';
import type { Sha256 } from '#core/dossier/dossier.ts';
import { formatItemNumber } from '#core/numbering/item-number.ts';
import { postingSlip } from '#documents/samples/movements.ts';
import { receiptShort } from '#documents/samples/receipts.ts';
import { DOSSIER_STATES } from '#core/dossier/state.ts';
import { expectedEnding, type Ending, MATRIX } from '#testing/matrix/calls.ts';
import { matrixPeople, type MatrixPerson } from '#testing/matrix/people.ts';
import { HOOK_SECRET, INTEGRATOR_TOKEN, type MatrixRow, type Target } from '#testing/matrix/row.ts';
import { plantCarrier, plantShipment } from '#testing/carrier/planted-carriers.ts';
import { plantDelivery, plantRound } from '#testing/couriers/planted-round.ts';
import { plantMissing } from '#testing/custody-ledger.ts';
import { plantBags } from '#testing/planted-bags.ts';
import { plantComplaint } from '#testing/planted-complaints.ts';
import { plantCase, plantDevice, plantLease } from '#testing/planted-devices.ts';
import { plantDossier } from '#testing/planted-dossiers.ts';
import { type Answer, type Caller, servedWorld, type ServedWorld } from '#testing/served-world.ts';
import { hashShownOnce } from '../signing/shown-once.ts';

let world: ServedWorld;
let people: readonly MatrixPerson[];
let someone: Caller;
let planted = 1000;
const fileStore = fakeFileStore();

beforeAll(async () => {
  world = await servedWorld('kybac-2019', { parts: { fileStore } });
  people = await matrixPeople(world);
  someone = await world.signIn('postal-clerk.own');
  await plantCarrier(world.database.pool, 'thu');
  await world.database.pool.query("update motcua.carrier_account set hook_hash = $1, hook_issued_at = now() where carrier_id = 'thu'", [hashShownOnce(HOOK_SECRET)]);
  await world.database.pool.query(
    `insert into motcua.integrator (province_id, integrator_id, name, purpose, token_hash, issued_at, issued_by, issued_by_name, valid_to)
     values (42, $1, 'Kho thử', 'thử', $2, now(), $1, 'Quản trị', '2099-01-01')`, [randomUUID(), hashShownOnce(INTEGRATOR_TOKEN)]);
  await world.database.pool.query("insert into motcua.calendar_batch (province_id, calendar_id, version, state, opened_at) select province_id, calendar_id, version, 'left', now() from motcua.working_calendar");
}, 120_000);
afterAll(() => world.close());

/** A fresh one for every act: what one person did must not decide about the next. Whoever reads, or is to be refused, leaves it as it was. */
const targetFor = async (row: MatrixRow): Promise<Target> => {
  const { pool } = world.database;
  planted += 1;
  const state = row.state ?? 'in-process';
  const { dossierId, code } = await plantDossier(pool, {
    no: planted, agencyUnitId: 'huyen-ky-anh', procedureCode: '2.000528', state, sectionUnitId: 'ky-anh-tu-phap', stepNo: 1, stepRole: 'agency-officer',
  });
  const handOverId = randomUUID();
  if (state === 'outcome-sent') {
    await pool.query(
      `insert into motcua.hand_over (province_id, hand_over_id, direction, desk_id, agency_unit_id, record_number, sent_at, sent_by, sent_by_name)
       values (42, $1, 'to-desk', 'ky-bac', 'huyen-ky-anh', $2, now(), $1, 'Văn thư')`, [handOverId, `${planted}/BBGN`]);
    await pool.query('insert into motcua.hand_over_line (province_id, hand_over_id, dossier_id, paper_count) values (42, $1, $2, 1)', [handOverId, dossierId]);
  }
  const questionId = randomUUID();
  await pool.query(
    `insert into motcua.catalogue_question (province_id, question_id, procedure_code, version, kind, path, raw, asked_at)
     select 42, $1, procedure_code, version, 'outcome-missing', 'outcomes', 'x', now() from motcua.procedure_version where valid_to is null limit 1`, [questionId]);
  const colleagueId = people.find((person) => person.role === 'agency-officer' && person.place === 'own')?.accountId ?? '';
  const content = Buffer.from(`scan ${planted}`);
  const sha256 = createHash('sha256').update(content).digest('hex') as Sha256;
  await fileStore.put(sha256, content);
  await pool.query(
    `insert into motcua.stored_file (province_id, sha256, media_type, bytes, stored_at, stored_by) values (42, $1, 'image/png', $2, now(), $3)`,
    [sha256, content.length, questionId]);
  await pool.query(
    `insert into motcua.dossier_paper (province_id, dossier_id, line_no, item_id, name, form, count, shown_only, scans)
     values (42, $1, 1, 'giay', 'Giấy thử', 'original', 1, false, array[$2::text])`, [dossierId, sha256]);
  const [paperId, slipId, batchId] = [randomUUID(), randomUUID(), randomUUID()];
  await pool.query('update motcua.dossier set batch_id = $2 where dossier_id = $1', [dossierId, batchId]);
  await pool.query(
    `insert into motcua.issued_paper (province_id, paper_id, dossier_id, desk_id, kind, form_version, payload, issued_at, issued_by)
     values (42, $1, $2, 'ky-bac', 'intake-receipt', 'v2018', $3, '2019-11-18T07:00:00+07:00', $2)`, [paperId, dossierId, receiptShort]);
  await pool.query(
    `insert into motcua.issued_paper (province_id, paper_id, dossier_id, desk_id, kind, form_version, payload, issued_at, issued_by)
     values (42, $1, $2, 'ky-bac', 'posting-slip', 'v2016', $3, '2019-11-18T07:00:00+07:00', $2)`, [slipId, dossierId, postingSlip]);
  const [machine, spare] = [await plantDevice(pool), await plantDevice(pool)];
  const shipment = await plantShipment(pool, 'thu', dossierId, formatItemNumber('RR', planted));
  const courierId = people.find((person) => person.role === 'courier' && person.place === 'own')?.accountId ?? '';
  const round = await plantRound(pool, courierId, shipment.shipmentId);
  if (row.isDelivered) await plantDelivery(pool, courierId, shipment.shipmentId);
  const leaseId = await plantLease(pool, machine.deviceId, planted);
  return {
    dossierId, handOverId, questionId, colleagueId, sha256, paperId, slipId, batchId, code, custodyCaseId: row.lacksPaper ? await plantMissing(pool, dossierId) : '', ...(await plantBags(pool, planted)), complaintId: await plantComplaint(pool, dossierId, sha256),
    carrierId: 'thu', ...shipment, ...round, courierId, device: machine.header, deviceId: machine.deviceId, spareDeviceId: spare.deviceId, leaseId, caseId: await plantCase(pool, machine.deviceId),
  };
};

const send = async (person: MatrixPerson, name: string, row: MatrixRow, target: Target): Promise<Answer> => {
  const method = name.split(' ')[0] as 'GET' | 'POST' | 'PUT' | 'DELETE';
  const { url, body, headers } = row.call(target);
  return method === 'GET' ? person.caller.get(url, headers) : person.caller.send(method, url, body, headers);
};

/** These routes judge a secret: a wrong one is an answer of the matter, not of the person. */
const GUESSES = new Set(['POST /api/sign-in', 'POST /api/change-password', 'POST /api/desk/officer-presence']);
const WRONG_GUESSES = new Set(['wrong-credentials', 'wrong-current-password', 'wrong-pin']);

/** 'in' is whatever follows from the matter itself: done, refused by the facts, conflicting. */
const endingOf = (answer: Answer, name: string): Ending | string => {
  if (GUESSES.has(name) && WRONG_GUESSES.has(answer.json<{ code: string }>().code)) return 'in';
  if (answer.status === 403 || answer.status === 404) return answer.status;
  return answer.status >= 500 || answer.status === 401 || answer.status === 400 ? `${answer.status} ${answer.text}` : 'in';
};

it('has a row for every route that the server offers, and for none that it does not', () => {
  const offered = world.app.apiRoutes.map(({ method, url }) => `${method} ${url}`);
  expect(Object.keys(MATRIX).toSorted()).toEqual(offered.toSorted());
});

it('says of each route the same roles as the route itself', () => {
  for (const route of world.app.apiRoutes) {
    const row = MATRIX[`${route.method} ${route.url}`];
    const who = route.access === 'open' ? 'open' : (route.roles ?? 'all');
    expect([route.url, row?.who]).toEqual([route.url, who]);
  }
});

describe.each(Object.entries(MATRIX))('%s', (name, row) => {
  it('ends for each role, at home and elsewhere, as the table says', async () => {
    const found: Record<string, Ending | string> = {};
    const expected: Record<string, Ending> = {};
    const untouched = await targetFor(row);
    for (const person of people) {
      const key = `${person.role}, ${person.place}`;
      const ending = expectedEnding(row, person.role, person.place);
      const acts = ending === 'in' && !name.startsWith('GET ');
      expected[key] = ending;
      found[key] = endingOf(await send(person, name, row, acts ? await targetFor(row) : untouched), name);
    }
    expect(found).toEqual(expected);
  });

  it('is shut to whoever is not signed in, and to writes without their token', async () => {
    if (row.who === 'open') return;
    const method = name.split(' ')[0] as 'GET' | 'POST' | 'PUT' | 'DELETE';
    const { url, body } = row.call(await targetFor(row));
    const anybody = method === 'GET' ? await world.anybody.get(url) : await world.anybody.send(method, url, body);
    expect(anybody.status).toBe(401);
    if (method === 'GET') return;
    const forged = await world.anybody.send(method, url, body, { cookie: someone.cookie ?? '' });
    expect([forged.status, forged.json<{ code: string }>().code]).toEqual([403, 'csrf']);
  });
});

it('knows every state a dossier can be in', () => {
  for (const { state } of Object.values(MATRIX)) if (state) expect(DOSSIER_STATES).toContain(state);
});
