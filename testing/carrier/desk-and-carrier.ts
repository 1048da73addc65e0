// A desk that sends outcomes home, and its carrier behind a simulator that says whatever a test wants it to say.
import { randomBytes, randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { happened, standing } from '../custody-ledger.ts';
import { type Planted } from '../planted-dossiers.ts';
import { type Answer, type Caller, type ServedWorld, servedWorld } from '../served-world.ts';
import { secretsFrom } from '#server/secrets.ts';
import type { ShipmentOrdered, ShipmentView, ShipmentsView } from '#wire/shipments.wire.ts';
import { type CarrierTools, carrierTools, good } from './carrier-tools.ts';
import { RECEIVER, plantOutcomeToSend } from './planted-carriers.ts';
import type { VnpostSimulator } from './vnpost-simulator.ts';

export const MEANINGS = { 5: 'attempt-failed', 6: 'returning', 7: 'returned', 8: 'lost', 9: 'cancelled' } as const;

export type DeskAndCarrier = {
  readonly world: ServedWorld; readonly tools: CarrierTools; readonly clerk: Caller; readonly simulator: VnpostSimulator; readonly carrierId: string;
  /** One round of the server that asks this carrier. */
  readonly ask: () => Promise<void>;
  readonly plant: () => Promise<Planted>;
  readonly where: (planted: Planted) => Promise<readonly string[]>;
  readonly events: (planted: Planted) => Promise<readonly string[]>;
  readonly one: <T>(text: string, values: readonly unknown[]) => Promise<T | undefined>;
  readonly stateOf: (planted: Planted) => Promise<string | undefined>;
  readonly view: () => Promise<ShipmentsView>;
  readonly shown: (shipmentId: string) => Promise<ShipmentView>;
  readonly order: (dossiers: readonly Planted[], more?: object) => Promise<Answer>;
  /** Taken by the carrier. */
  readonly ordered: (...dossiers: readonly Planted[]) => Promise<ShipmentOrdered>;
  readonly handOver: (shipmentIds: readonly string[], handOverId?: string) => Promise<Answer>;
  readonly handedOver: (...dossiers: readonly Planted[]) => Promise<ShipmentOrdered>;
  readonly tells: (orderNumber: string, ...codes: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
};

export const refusalOf = (answer: Answer): string => (answer.status >= 400 ? answer.json<{ code: string }>().code : `${answer.status}`);

export const deskAndCarrier = async (): Promise<DeskAndCarrier> => {
  const secrets = secretsFrom(randomBytes(32));
  const world = await servedWorld('kybac-2019', { parts: { secrets } });
  const administrator = await world.signIn('quantri');
  const clerk = await world.signIn('buudien.kybac');
  const tools = carrierTools(world, secrets, administrator);
  const simulator = await tools.simulate();
  const carrierId = await tools.enter(simulator, { name: 'VNPost Kỳ Anh' });
  await tools.mapCodes(carrierId, MEANINGS);
  const ask = tools.server();
  let no = 6_000;
  let minutes = 0;
  const one = async <T>(text: string, values: readonly unknown[]): Promise<T | undefined> => (await world.database.migratorPool.query(text, [...values])).rows[0] as T | undefined;
  const view = async (): Promise<ShipmentsView> => good(await clerk.get('/api/desk/shipments'));
  const order = (dossiers: readonly Planted[], more: object = {}): Promise<Answer> => clerk.send('POST', '/api/desk/shipments', {
    shipmentId: randomUUID(), deskId: 'ky-bac', carrierId, dossiers: dossiers.map(({ dossierId }) => ({ dossierId, revision: 2 })), receiver: RECEIVER,
    collectOnDelivery: 0, withItemNumber: false, ...more,
  });
  const ordered = async (...dossiers: readonly Planted[]): Promise<ShipmentOrdered> => {
    const made = good<ShipmentOrdered>(await order(dossiers));
    await ask();
    return made;
  };
  const handOver = (shipmentIds: readonly string[], handOverId: string = randomUUID()): Promise<Answer> =>
    clerk.send('POST', '/api/desk/shipments/hand-over', { handOverId, deskId: 'ky-bac', carrierId, shipmentIds });
  return {
    world, tools, clerk, simulator, carrierId, ask, one, view, order, ordered, handOver,
    plant: () => plantOutcomeToSend(world.database.pool, { no: (no += 1), agencyUnitId: 'huyen-ky-anh', procedureCode: '2.000528' }),
    where: ({ dossierId }) => standing(world.database.pool, dossierId),
    events: ({ dossierId }) => happened(world.database.pool, dossierId),
    stateOf: async ({ dossierId }) => (await one<{ state: string }>('select state from motcua.dossier where dossier_id = $1', [dossierId]))?.state,
    shown: async (shipmentId) => (await view()).shipments.find((row) => row.shipmentId === shipmentId) ?? expect.fail(shipmentId),
    handedOver: async (...dossiers) => {
      const made = await ordered(...dossiers);
      good(await handOver([made.shipmentId]));
      return made;
    },
    tells: async (orderNumber, ...codes) => {
      for (const code of codes) simulator.state.tell(orderNumber, code, world.realNow() + (minutes += 1) * 60_000);
      await ask();
    },
    close: async () => {
      await tools.close();
      await world.close();
    },
  };
};
