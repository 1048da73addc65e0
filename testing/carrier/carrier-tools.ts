// Carriers of a served world under test: simulators, accounts entered as an administrator does, servers that ask them.
import { ownNetwork } from '#adapters/carrier/own-network.ts';
import { viettel } from '#adapters/carrier/viettel.ts';
import { vnpost } from '#adapters/carrier/vnpost.ts';
import { momentFromEpoch } from '#core/kernel/moment.ts';
import { HA_TINH } from '#demo/worlds.ts';
import { askCarriers } from '#server/carriers/carrier-job.ts';
import { keepCarriersOpen } from '#server/carriers/open-carrier.ts';
import type { Secrets } from '#server/secrets.ts';
import type { Answer, Caller, ServedWorld } from '../served-world.ts';
import { carrierSettings } from './planted-carriers.ts';
import { FAULTS } from './simulated-house.ts';
import { type SimulatorSettings, type VnpostSimulator, VNPOST_CLIENT, startVnpostSimulator } from './vnpost-simulator.ts';

export const good = <T>(answer: Answer): T => {
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer.json<T>();
};

export const carrierTools = (world: ServedWorld, secrets: Secrets, administrator: Caller) => {
  const simulators: VnpostSimulator[] = [];
  let entered = 0;
  const deps = {
    pool: world.database.pool, world: { provinceId: HA_TINH, name: 'kybac-2019', title: '', isDemo: true }, secrets,
    clock: { businessNow: () => momentFromEpoch(world.realNow()), refresh: async () => undefined, stop: () => undefined },
  };
  return {
    deps,
    /** A server of its own, with its own token. */
    server: () => {
      const open = keepCarriersOpen(deps, { vnpost, viettel, ownNetwork });
      return () => askCarriers(deps, open);
    },
    simulate: async (settings: SimulatorSettings = {}): Promise<VnpostSimulator> => {
      const simulator = await startVnpostSimulator({ now: () => world.realNow() + 3_600_000, faults: FAULTS.filter((fault) => fault !== 'silent'), ...settings });
      simulators.push(simulator);
      return simulator;
    },
    enter: async (simulator: VnpostSimulator, more: Parameters<typeof carrierSettings>[0] = {}): Promise<string> => {
      entered += 1;
      const carrierId = `vnpost-${entered}`;
      good(await administrator.send('POST', `/api/admin/carriers/${carrierId}`, carrierSettings({
        kind: 'vnpost', url: simulator.url, customerCode: VNPOST_CLIENT.customerCode, key: VNPOST_CLIENT.key, secret: VNPOST_CLIENT.secret,
        thereAlreadyStatuses: ['409'], ...more,
      })));
      return carrierId;
    },
    mapCodes: async (carrierId: string, more: Readonly<Record<string, string>> = {}): Promise<void> => {
      const meanings = { 1: 'accepted', 2: 'in-transit', 3: 'out-for-delivery', 4: 'delivered', ...more };
      for (const [code, meaning] of Object.entries(meanings)) good(await administrator.send('POST', `/api/admin/carriers/${carrierId}/codes`, { code, meaning }));
    },
    close: () => Promise.all(simulators.map((simulator) => simulator.close())),
  };
};
export type CarrierTools = ReturnType<typeof carrierTools>;
