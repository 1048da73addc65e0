// A count that goes on: kept where everything typed is kept, so that it survives reload and power cut.
import { z } from 'zod';
import { THING_KINDS, HOLDER_KINDS, type ThingId } from '#core/custody/thing.ts';
import { id, moment } from '#wire/fields.ts';
import { drawerOf } from '../kept/drawer-at-hand.ts';
import type { StockDraft } from './count-stock.ts';

const thingId = id<ThingId>();
const shape = z.object({
  countId: z.string(), place: z.string(), startedAt: moment, after: z.string().optional(), found: z.array(thingId), missing: z.record(z.string(), z.string()),
  // a count begun before pieces were counted has none
  short: z.record(z.string(), z.object({ pieces: z.int(), note: z.string() })).default({}),
  unexpected: z.array(z.object({ thingId, kind: z.enum(THING_KINDS), name: z.string().optional(), roundNo: z.int().optional(), count: z.int(), code: z.string(), holder: z.enum(HOLDER_KINDS), holderName: z.string().optional() })),
  strays: z.array(z.string()),
}) satisfies z.ZodType<StockDraft>;

export type DraftKey = { readonly world: string; readonly owner: string; readonly place: string };
const rowId = ({ owner, place }: DraftKey): string => `stock ${owner} ${place}`;

// in the order of the keys: a count that is closed is never written again by a save on its way
let last: Promise<unknown> = Promise.resolve();
const inTurn = (work: () => Promise<unknown>): void => { last = last.then(work).catch(() => undefined); };

export const keepStock = (key: DraftKey, draft: StockDraft): void => {
  const [row, savedAt] = [rowId(key), Date.now()];
  inTurn(() => drawerOf(key.world).put({ kind: 'list', id: row, group: row, savedAt, content: { batchId: row, owner: row, savedAt, draft } }));
};
export const dropStock = (key: DraftKey): void => inTurn(() => drawerOf(key.world).remove('list', rowId(key)));
export const findStockDraft = async (key: DraftKey): Promise<StockDraft | undefined> => {
  await last;
  const row = await drawerOf(key.world).find('list', rowId(key));
  return z.object({ draft: shape }).safeParse(row?.content).data?.draft;
};
