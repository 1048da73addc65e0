// Every few seconds, for each carrier that is open: what waits is sent, what it told is read and followed. Trouble with one carrier stays
// with that carrier and is written where the administrator sees it.
import type { Carrier } from '#adapters/carrier/port.ts';
import { announceResults } from './announce-results.ts';
import { type CarrierRow, listCarriers, noteContact } from './account.sql.ts';
import { type CarrierDeps, type OpenCarrier } from './open-carrier.ts';
import { followOrders } from './follow-orders.ts';
import { readFeed } from './read-feed.ts';
import { sendOrders } from './send-orders.ts';

const askOne = async ({ pool, world: { provinceId }, clock }: CarrierDeps, { carrierId, kind, name, repeatedOrders, settings }: CarrierRow, carrier: Carrier): Promise<void> => {
  const sent = await sendOrders({ pool, provinceId, carrierId, carrier, repeated: repeatedOrders });
  const untold = settings.hearsOfResults ? await announceResults(pool, provinceId, carrier) : undefined;
  const read = await readFeed({ pool, provinceId, carrierId, carrier, now: clock.businessNow });
  // the post's own couriers write the ledger by their acts
  if (kind !== 'own-network') await followOrders(pool, provinceId, { carrierId, name }, clock.businessNow);
  await noteContact(pool, provinceId, carrierId, sent?.trouble ?? untold ?? (read.ok ? undefined : read.refusal.kind));
};

/** The first fault is thrown when all have been asked. */
export const askCarriers = async (deps: CarrierDeps, open: OpenCarrier): Promise<void> => {
  const faults: unknown[] = [];
  for (const row of await listCarriers(deps.pool, deps.world.provinceId)) {
    if (!row.isOpen) continue;
    try {
      await askOne(deps, row, open(row));
    } catch (fault) {
      faults.push(fault);
      await noteContact(deps.pool, deps.world.provinceId, row.carrierId, 'fault');
    }
  }
  if (faults.length > 0) throw faults[0];
};
