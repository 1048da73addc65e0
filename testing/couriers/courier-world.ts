// A desk, its courier and the feed of their own house on a real database: what the stories of a round begin with.
import { randomBytes, randomUUID } from 'node:crypto';
import { ownNetwork } from '#adapters/carrier/own-network.ts';
import { viettel } from '#adapters/carrier/viettel.ts';
import { vnpost } from '#adapters/carrier/vnpost.ts';
import { type Moment, momentFromEpoch } from '#core/kernel/moment.ts';
import { secretsFrom } from '#server/secrets.ts';
import { askCarriers } from '#server/carriers/carrier-job.ts';
import { keepCarriersOpen } from '#server/carriers/open-carrier.ts';
import { HA_TINH } from '#demo/worlds.ts';
import type { GivenToCourier } from '#wire/courier-desk.wire.ts';
import type { CourierRound, RoundStop } from '#wire/courier.wire.ts';
import type { ShipmentOrdered } from '#wire/shipments.wire.ts';
import { RECEIVER, carrierSettings } from '../carrier/planted-carriers.ts';
import { plantDossier } from '../planted-dossiers.ts';
import { type Answer, type Caller, type ServedWorld, servedWorld } from '../served-world.ts';
import { plantOutcome } from './planted-round.ts';

export const DESK = 'ky-bac';
export const CARRIER = 'buu-ta';
export const IDENTITY = { kind: 'old-identity-card', number: '183000001' } as const;
/** The person whose dossiers are planted. */
export const HIMSELF = { fullName: 'Nguyễn Văn Thử', identity: IDENTITY, relation: 'self' } as const;

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export const good = <T>(answer: Answer): T => {
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer.json<T>();
};
export const refusalOf = (answer: Answer): string => (answer.status >= 400 && answer.status < 500 ? answer.json<{ code: string }>().code : `${answer.status}`);

export type CourierWorld = Awaited<ReturnType<typeof courierWorld>>;

export const courierWorld = async () => {
  const secrets = secretsFrom(randomBytes(32));
  const world: ServedWorld = await servedWorld('kybac-2019', { parts: { secrets } });
  const { pool } = world.database;
  const sql = async <T extends object>(text: string, ...values: readonly unknown[]): Promise<readonly T[]> => (await pool.query<T>(text, [...values])).rows;
  const courierId = (await sql<{ id: string }>(`select account_id as id from motcua.account where login = 'buuta.kyanh'`))[0]?.id ?? '';
  // another of the same post office
  await world.database.migratorPool.query(
    `with made as (insert into motcua.account (province_id, account_id, login, full_name, title, password_hash, must_change_password)
       select province_id, $1, 'buuta2.kyanh', 'Hồ Văn Mây', title, password_hash, false from motcua.account where login = 'buuta.kyanh')
     insert into motcua.assignment (province_id, account_id, assignment_no, role, unit_id, valid_from) values (42, $1, 1, 'courier', 'buu-dien-huyen-ky-anh', '2019-01-01')`, [randomUUID()]);
  const people = {} as Record<'officer' | 'clerk' | 'courier' | 'colleague' | 'supervisor' | 'neighbour' | 'admin', Caller>;
  const signInAll = async (): Promise<void> => {
    const logins = { officer: 'tuphap.kybac', clerk: 'buudien.kybac', courier: 'buuta.kyanh', colleague: 'buuta2.kyanh', supervisor: 'giamsat.buudien', neighbour: 'buudien.kyphong', admin: 'quantri' };
    for (const [who, login] of Object.entries(logins)) people[who as keyof typeof people] = await world.signIn(login);
  };
  await signInAll();
  good(await people.admin.send('POST', `/api/admin/carriers/${CARRIER}`, carrierSettings()));
  const now = (): Moment => momentFromEpoch(world.realNow());
  const deps = {
    pool, world: { provinceId: HA_TINH, name: 'kybac-2019', title: '', isDemo: true }, secrets,
    clock: { businessNow: now, refresh: async () => undefined, stop: () => undefined },
  };
  const open = keepCarriersOpen(deps, { vnpost, viettel, ownNetwork });
  let no = 7_000;

  /** As the job does every few seconds. */
  const feed = (): Promise<void> => askCarriers(deps, open);
  const ready = async (): Promise<string> => {
    no += 1;
    const { dossierId } = await plantDossier(pool, { no, agencyUnitId: 'huyen-ky-anh', procedureCode: '2.000528', state: 'ready-to-return' });
    await plantOutcome(pool, dossierId);
    return dossierId;
  };
  const ordered = async (dossierIds: readonly string[], collectOnDelivery = 0): Promise<ShipmentOrdered> => {
    const made = good<ShipmentOrdered>(await people.officer.send('POST', '/api/desk/shipments', {
      shipmentId: randomUUID(), deskId: DESK, carrierId: CARRIER, dossiers: dossierIds.map((dossierId) => ({ dossierId, revision: 2 })), receiver: RECEIVER, collectOnDelivery, withItemNumber: false,
    }));
    await feed();
    return made;
  };
  const give = (shipmentIds: readonly string[], more: object = {}, who = people.clerk): Promise<Answer> =>
    who.send('POST', '/api/desk/courier-records', { recordId: randomUUID(), deskId: DESK, courierId, day: now().slice(0, 10), shipmentIds, ...more });
  const take = (recordId: string, received: readonly string[], more: object = {}, who = people.courier): Promise<Answer> =>
    who.send('POST', `/api/courier/records/${recordId}/take`, { at: now(), received, missing: [], ...more });
  const round = async (who = people.courier, day = ''): Promise<CourierRound> => good<CourierRound>(await who.get(`/api/courier/round${day === '' ? '' : `?day=${day}`}`));

  return {
    world, sql, people, signInAll, courierId, now, feed, ready, ordered, give, take, round,
    /** Ordered, given by the desk and taken by her. */
    carried: async (dossierIds: readonly string[], collectOnDelivery = 0): Promise<string> => {
      const { shipmentId } = await ordered(dossierIds, collectOnDelivery);
      const { recordId } = good<GivenToCourier>(await give([shipmentId]));
      good(await take(recordId, [shipmentId]));
      return shipmentId;
    },
    stopOf: async (shipmentId: string, who = people.courier): Promise<RoundStop | undefined> => (await round(who)).stops.find((stop) => stop.shipmentId === shipmentId),
    /** Sends a picture as the phone does, and answers its hash. */
    picture: async (who = people.courier, bytes = 400): Promise<string> => {
      const boundary = 'x-boundary-x';
      const body = Buffer.concat([
        Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n`), PNG, randomBytes(bytes), Buffer.from(`\r\n--${boundary}--\r\n`),
      ]);
      return good<{ sha256: string }>(await who.send('POST', '/api/files', body, { 'content-type': `multipart/form-data; boundary=${boundary}` })).sha256;
    },
    statusOf: async (shipmentId: string): Promise<string | null> => {
      await feed();
      return (await sql<{ status: string | null }>('select status from motcua.carrier_order where shipment_id = $1', shipmentId))[0]?.status ?? null;
    },
    stateOf: async (dossierId: string): Promise<string | undefined> => (await sql<{ state: string }>('select state from motcua.dossier where dossier_id = $1', dossierId))[0]?.state,
  };
};
