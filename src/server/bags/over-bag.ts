// What somebody found in a bag beside its record: the dossier that its code or slip names, as far as this side may see it.
import type { PoolClient } from 'pg';
import type { Bag } from '#core/custody/bag.ts';
import type { OverFacts } from '#core/custody/over.ts';
import { readScanned } from '#core/custody/scanned-dossier.ts';
import type { ReceiveBagBody } from '#wire/bags.wire.ts';
import { findThings } from '../custody/things.sql.ts';
import { type OnRecord, lockScanned } from './bag-content.sql.ts';
import type { BagCall } from './fill-bag.act.ts';

/** What goes this way. */
const COMES = { 'to-agency': ['papers', 'paper'], 'to-desk': ['outcome'] } as const;

export const findOver = async (
  db: PoolClient, provinceId: number, { scope, body: { over } }: BagCall<ReceiveBagBody>,
  { bag, recordId, uncounted }: { readonly bag: Bag; readonly recordId: string; readonly uncounted: readonly OnRecord[] },
): Promise<readonly OverFacts[]> => {
  const found: OverFacts[] = [];
  for (const { scanned } of over) {
    const read = scanned === undefined ? undefined : readScanned(scanned);
    const dossier = read?.ok ? await lockScanned(db, provinceId, scope, read.value) : undefined;
    const kinds: readonly string[] = COMES[bag.direction];
    found.push({
      bag, recordId,
      ...(dossier && { dossier: {
        dossierId: dossier.dossierId, code: dossier.code, isOnRecord: uncounted.some(({ dossierId }) => dossierId === dossier.dossierId),
        things: (await findThings(db, provinceId, [dossier.dossierId])).filter(({ kind }) => kinds.includes(kind)),
      } }),
    });
  }
  return found;
};
