// A world with carriers behind simulators of their own, of which one is open in a test, and a desk that sends with them.
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { secretsFrom } from '#server/secrets.ts';
import type { CarrierView, CarriersView } from '#wire/carriers.wire.ts';
import type { ShipmentOrdered } from '#wire/shipments.wire.ts';
import { type Planted, plantDossier } from '../planted-dossiers.ts';
import { type Answer, type Caller, type ServedWorld, servedWorld } from '../served-world.ts';
import { type CarrierTools, carrierTools, good } from './carrier-tools.ts';
import { RECEIVER } from './planted-carriers.ts';
import type { VnpostSimulator } from './vnpost-simulator.ts';

export const heldBy = (simulator: VnpostSimulator): readonly string[] => simulator.state.orders.map(({ orderNumber }) => orderNumber).toSorted();

export const carrierWorld = () => {
  const secrets = secretsFrom(randomBytes(32));
  const people = {} as { administrator: Caller; officer: Caller };
  let opened: { readonly world: ServedWorld; readonly tools: CarrierTools } | undefined;
  const both = () => {
    if (!opened) throw new Error('the world is not served yet');
    return opened;
  };
  const [world, tools] = [() => both().world, () => both().tools];
  beforeAll(async () => {
    const served = await servedWorld('kybac-2019', { parts: { secrets } });
    [people.administrator, people.officer] = await Promise.all([served.signIn('quantri'), served.signIn('tuphap.kybac')]);
    opened = { world: served, tools: carrierTools(served, secrets, people.administrator) };
  }, 120_000);
  afterAll(async () => {
    await tools().close();
    await world().close();
  });
  beforeEach(async () => { await world().database.pool.query('update motcua.carrier_account set is_open = false'); });

  const sql = async <T>(text: string, values: readonly unknown[] = []): Promise<T[]> => (await world().database.migratorPool.query(text, [...values])).rows as T[];
  let planted = 5000;
  const plant = (more = {}): Promise<Planted> =>
    plantDossier(world().database.pool, { no: (planted += 1), agencyUnitId: 'huyen-ky-anh', procedureCode: '2.000528', state: 'ready-to-return', ...more });
  const ship = async (carrierId: string, more: object = {}): Promise<Answer> => people.officer.send('POST', '/api/desk/shipments', {
    shipmentId: randomUUID(), deskId: 'ky-bac', carrierId, dossiers: [{ dossierId: (await plant()).dossierId, revision: 2 }], receiver: RECEIVER,
    collectOnDelivery: 0, withItemNumber: false, ...more,
  });
  const ordersOf = (carrierId: string) => sql<{ orderNumber: string; state: string; status: string | null; problem: string | null; message: string | null }>(
    `select order_number as "orderNumber", state, status, problem, message from motcua.carrier_order where carrier_id = $1 order by order_number`, [carrierId]);
  return {
    world, people, sql, plant, ship, ordersOf,
    deps: () => tools().deps,
    server: () => tools().server(),
    simulate: (...settings: Parameters<CarrierTools['simulate']>) => tools().simulate(...settings),
    enter: (...asked: Parameters<CarrierTools['enter']>) => tools().enter(...asked),
    mapCodes: (...asked: Parameters<CarrierTools['mapCodes']>) => tools().mapCodes(...asked),
    /** Every pause in the outbox is over. */
    pausesOver: () => sql('update motcua.outbox set next_attempt_at = now() where done_at is null'),
    shipMany: async (carrierId: string, howMany: number): Promise<readonly string[]> => {
      const numbers: string[] = [];
      for (let i = 0; i < howMany; i += 1) numbers.push(good<ShipmentOrdered>(await ship(carrierId)).orderNumber);
      return numbers;
    },
    statesOf: async (carrierId: string): Promise<readonly string[]> => [...new Set((await ordersOf(carrierId)).map(({ state }) => state))].toSorted(),
    lookAt: async (carrierId: string): Promise<CarrierView> => {
      const found = good<CarriersView>(await people.administrator.get('/api/admin/carriers')).carriers.find((one) => one.carrierId === carrierId);
      return found ?? expect.fail(carrierId);
    },
  };
};
