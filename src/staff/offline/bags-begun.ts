// Bags being filled at this machine, one for each agency: which dossiers were scanned, in their order. Numbers and ids
// alone, so that they stand here unsealed; nobody else knows of them until the bag is handed over.
import type { ThingId } from '#core/custody/thing.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { UnitId } from '#core/organisation/organisation.ts';
import type { CounterDb } from './counter-db.ts';

export type BagBegun = {
  readonly bagId: ThingId; readonly handOverId: string; readonly agencyUnitId: UnitId; readonly placeName: string; readonly openedAt: Moment;
  readonly dossierIds: readonly string[];
};
export type BagsBegun = {
  readonly list: () => Promise<readonly BagBegun[]>;
  /** The one that is being filled for this agency, or a new one. */
  readonly begin: (place: Pick<BagBegun, 'agencyUnitId' | 'placeName'>, now: Moment) => Promise<BagBegun>;
  /** Two tabs may scan at once: what the other put in stays. Undefined: it was handed over or emptied. */
  readonly putIn: (agencyUnitId: string, dossierId: string) => Promise<BagBegun | undefined>;
  readonly takeOut: (agencyUnitId: string, dossierId: string) => Promise<BagBegun | undefined>;
  readonly drop: (agencyUnitId: string) => Promise<void>;
};

const PREFIX = 'bag-begun ';

export const bagsBegun = (db: CounterDb, newId: () => string): BagsBegun => {
  const find = async (agencyUnitId: string): Promise<BagBegun | undefined> => (await db.meta.get(PREFIX + agencyUnitId))?.value as BagBegun | undefined;
  const put = (bag: BagBegun): Promise<unknown> => db.meta.put({ key: PREFIX + bag.agencyUnitId, value: bag });
  const change = (agencyUnitId: string, to: (dossierIds: readonly string[]) => readonly string[]): Promise<BagBegun | undefined> =>
    db.transaction('rw', db.meta, async () => {
      const bag = await find(agencyUnitId);
      const changed = bag && { ...bag, dossierIds: to(bag.dossierIds) };
      if (changed) await put(changed);
      return changed;
    });
  return {
    list: async () => (await db.meta.where('key').startsWith(PREFIX).toArray()).map(({ value }) => value as BagBegun),
    begin: (place, now) => db.transaction('rw', db.meta, async () => {
      const known = await find(place.agencyUnitId);
      const bag = known ?? { bagId: newId() as ThingId, handOverId: newId(), agencyUnitId: place.agencyUnitId, placeName: place.placeName, openedAt: now, dossierIds: [] };
      if (!known) await put(bag);
      return bag;
    }),
    putIn: (agencyUnitId, dossierId) => change(agencyUnitId, (ids) => (ids.includes(dossierId) ? ids : [...ids, dossierId])),
    takeOut: (agencyUnitId, dossierId) => change(agencyUnitId, (ids) => ids.filter((id) => id !== dossierId)),
    drop: (agencyUnitId) => db.meta.delete(PREFIX + agencyUnitId),
  };
};
