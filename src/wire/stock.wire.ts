// Stock counts, the same words at a desk and at an agency: what the ledger has there now, what a scanned code is that it
// does not have there, and the count that is closed.
import { z } from 'zod';
import { STOCK_RESULTS } from '#core/custody/stock-count.ts';
import { HOLDER_KINDS, THING_KINDS, type ThingId } from '#core/custody/thing.ts';
import { id, line, maybeLine, moment, plainDate, slug } from './fields.ts';

/** More than this at one place is not counted at once. */
export const MOST_IN_STOCK = 5_000;

const thingId = id<ThingId>();
const thingIs = { thingId, kind: z.enum(THING_KINDS), name: z.string().optional(), roundNo: z.int().optional(), count: z.int(), code: z.string() };

const stockRow = z.object({
  ...thingIs, since: moment,
  dossierId: z.string().optional(), procedureName: z.string().optional(), ownerName: z.string().optional(),
  /** Of its posting slip. */
  postingNumber: z.string().optional(),
  /** The bag it lies in, by its label: it is counted with that bag. */
  insideLabel: z.string().optional(),
});
export type StockRow = z.output<typeof stockRow>;

const closedCount = z.object({
  countId: z.string(), number: z.string(), closedAt: moment, byName: z.string(), found: z.int(), short: z.int(), missing: z.int(), unexpected: z.int(), strays: z.int(),
});
export type ClosedCount = z.output<typeof closedCount>;

export const stockQuery = z.object({ place: slug().optional() });
export const stockView = z.object({
  now: moment,
  place: z.object({ id: z.string(), name: z.string() }),
  /** Where this person may count. */
  places: z.array(z.object({ id: z.string(), name: z.string() })).readonly(),
  rows: z.array(stockRow).readonly(),
  /** The last ones, newest first. */
  counts: z.array(closedCount).readonly(),
});
export type StockView = z.output<typeof stockView>;

/** GET …/stock/thing: what was scanned, of this place's own dossiers and bags. */
export const stockThingQuery = z.object({ place: slug().optional(), scanned: line(300) });
const standing = z.object({ ...thingIs, holder: z.enum(HOLDER_KINDS), holderName: z.string().optional(), bars: z.enum(['stock-to-sign-for', 'stock-given-out', 'here']).optional() });
export type StockStanding = z.output<typeof standing>;
export const stockThings = z.object({ code: z.string(), things: z.array(standing).readonly() });
export type StockThings = z.output<typeof stockThings>;

/** POST …/stock/counts */
export const closeStockBody = z.strictObject({
  countId: id(), place: slug(), startedAt: moment, after: id().optional(),
  found: z.array(thingId).max(MOST_IN_STOCK),
  missing: z.array(z.strictObject({ thingId, note: line(300) })).max(MOST_IN_STOCK),
  /** There, with so many of its pieces. */
  short: z.array(z.strictObject({ thingId, pieces: z.int().min(1).max(9_999), note: line(300) })).max(MOST_IN_STOCK).default([]),
  unexpected: z.array(thingId).max(500),
  strays: z.array(z.strictObject({ scanned: line(300), note: maybeLine(300).optional() })).max(200),
  witnessName: line(120).optional(),
});
export type CloseStockBody = z.output<typeof closeStockBody>;
export const stockCountClosed = z.object({
  countId: z.string(), number: z.string(), paperId: z.string(), closedAt: moment, settleBy: plainDate,
  lines: z.array(z.object({ thingId: z.string(), result: z.enum(STOCK_RESULTS) })).readonly(),
});
export type StockCountClosed = z.output<typeof stockCountClosed>;
