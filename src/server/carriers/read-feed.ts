// A carrier's feed, page after page from where it was read to. The cursor and what it stands behind are saved together, so
// that nothing is read from zero again and nothing is passed over.
import type { Pool, PoolClient } from 'pg';
import type { Carrier, CarrierRefused, EventPage } from '#adapters/carrier/port.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { foldCarrierEvents, judgeEvent } from '#core/shipment/carrier-events.ts';
import { type Result, ok, refuse } from '#core/kernel/result.ts';
import { inTransaction } from '../acts/perform.ts';
import { findCarrier, findMeanings } from './account.sql.ts';
import { type EventHeard, findEventsOf, findOrphans, insertEvents, learnNumbers, lockCursor, lockOrders, moveCursor, saveStandings } from './feed.sql.ts';

const PAGE = 100;
const MOST_PAGES = 50;

export type FeedReader = { readonly pool: Pool; readonly provinceId: number; readonly carrierId: string; readonly carrier: Carrier; readonly now: () => Moment };

/** Their status anew, from all that the carrier said of them. */
export const refold = async (db: PoolClient, provinceId: number, carrierId: string, numbers: readonly string[], heard: boolean): Promise<void> => {
  if (numbers.length === 0) return;
  const meanings = await findMeanings(db, provinceId, carrierId);
  const events = await findEventsOf(db, provinceId, carrierId, numbers);
  await saveStandings(db, provinceId, carrierId, numbers.map((number) => [number, foldCarrierEvents(events.get(number) ?? [], meanings)] as const), heard);
};

/** Those that count move their orders, and name them as the carrier does. */
const keepEvents = async (db: PoolClient, { provinceId, carrierId }: FeedReader, events: readonly EventHeard[]): Promise<void> => {
  const orders = new Map((await lockOrders(db, provinceId, carrierId, [...new Set(events.map(({ orderNumber }) => orderNumber))])).map((order) => [order.orderNumber, order] as const));
  const judged = events.map((event) => {
    const verdict = judgeEvent(event, orders.get(event.orderNumber));
    return { ...event, refused: verdict.ok ? undefined : verdict.refusal.kind };
  });
  const heard = await insertEvents(db, provinceId, carrierId, judged);
  await learnNumbers(db, provinceId, carrierId, heard);
  await refold(db, provinceId, carrierId, heard, true);
};

/** What was told before the order's number was known is judged anew once it is; each once, whoever else does it at the same time. */
const adoptOrphans = async (reader: FeedReader): Promise<void> => {
  const { pool, provinceId, carrierId } = reader;
  const orphans = await findOrphans(pool, provinceId, carrierId);
  if (orphans.length === 0) return;
  await inTransaction(pool, async (db) => {
    await keepEvents(db, reader, orphans);
    return { commit: true, value: undefined };
  });
};

const keepPage = async (reader: FeedReader, cursor: string | null, page: EventPage & { readonly cursor: string }): Promise<boolean> =>
  inTransaction(reader.pool, async (db) => {
    const { provinceId, carrierId } = reader;
    if (!(await lockCursor(db, provinceId, carrierId, cursor))) return { commit: false, value: false };
    const receivedAt = reader.now();
    await keepEvents(db, reader, page.events.map((event) => ({ ...event, receivedAt })));
    await moveCursor(db, provinceId, carrierId, page.cursor, page.unreadable);
    return { commit: true, value: true };
  });

export const readFeed = async (reader: FeedReader): Promise<Result<{ readonly events: number }, CarrierRefused>> => {
  let events = 0;
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const cursor = (await findCarrier(reader.pool, reader.provinceId, reader.carrierId))?.cursor ?? null;
    const page = await reader.carrier.events(cursor ?? undefined, PAGE);
    if (!page.ok) return page;
    if (page.value.cursor === undefined) {
      // behind what cannot be read there may be more: somebody must look
      if (page.value.unreadable > 0) return refuse({ kind: 'no-answer', what: 'unreadable' });
      break;
    }
    if (!(await keepPage(reader, cursor, { ...page.value, cursor: page.value.cursor }))) break;
    events += page.value.events.length;
    if (!page.value.more) break;
  }
  await adoptOrphans(reader);
  return ok({ events });
};
