// A count is closed: its record is issued, what was not found is lost with a case, what lies here against the ledger is
// found or taken over; all of it in one transaction, once the place's last count is known.
import { settleBy } from '#core/custody/differences.ts';
import { type LastCount, type StockClosed, type StockCountRefused, type StockLine, type StockThing, closeStockCount, isCollected } from '#core/custody/stock-count.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { formatPaperNumber, paperSeries } from '#core/numbering/series.ts';
import { type CloseStockBody, type StockCountClosed } from '#wire/stock.wire.ts';
import type { Act, ActContext } from '../acts/act.ts';
import { savePickups } from '../couriers/pickups.sql.ts';
import { custodyStamp } from '../custody/custody-stamp.ts';
import { takeNumber } from '../desk/save/desk-save.sql.ts';
import { stockPaper } from './stock-paper.ts';
import type { StockSite } from './stock-site.ts';
import { findCounted, findHolderNames, insertCount, lockCounted, lockStockPlace } from './stock.sql.ts';

export type CloseStockCall = { readonly site: StockSite; readonly title: string; readonly body: CloseStockBody };
type Facts = { readonly last: LastCount | undefined; readonly held: readonly StockThing[]; readonly elsewhere: readonly StockThing[]; readonly holderNames: ReadonlyMap<string, string> };

const ACTS: Readonly<Record<StockLine['result'], string>> = {
  found: 'found-in-stock', short: 'short-in-stock', missing: 'not-in-stock', unexpected: 'found-in-stock', 'left-meanwhile': 'found-in-stock',
};

const settledBy = ({ site }: CloseStockCall, { now }: ActContext) => settleBy(site.calendar, now);

export const closeStockAct: Act<CloseStockCall, Facts, StockClosed, StockCountRefused, StockCountClosed> = {
  name: 'close-stock-count',
  load: async (db, { provinceId }, { site, body }) => {
    const last = await lockStockPlace(db, provinceId, site.holder);
    const moved = [...body.missing.map(({ thingId }) => thingId), ...body.short.map(({ thingId }) => thingId), ...body.unexpected];
    await lockCounted(db, provinceId, moved);
    const things = await findCounted(db, provinceId, site.holder, [...body.found, ...moved]);
    return { last, ...things, holderNames: await findHolderNames(db, provinceId, body.unexpected) };
  },
  decide: (call, { last, held, elsewhere }, context) => closeStockCount(call.body, {
    place: call.site.holder, last, held, elsewhere, cases: { stamp: custodyStamp(context), settleBy: settledBy(call, context) },
  }),
  save: async (db, context, call, closed, { holderNames }) => {
    const { site, title, body } = call;
    const { now, accountName } = context;
    const number = formatPaperNumber('stock-count-record', await takeNumber(db, context, paperSeries('stock-count-record', site.seriesUnitId, dateOf(now))));
    const until = settledBy(call, context);
    const payload = stockPaper(closed, { site, body, number, now, holderNames, settleBy: until, countedBy: { name: accountName, ...(title !== '' && { title }) } });
    await insertCount(db, context, { countId: body.countId, holder: site.holder, deskId: site.deskId, number, startedAt: body.startedAt, strays: body.strays.length, payload, lines: closed.lines });
    for (const { thing, note } of closed.lines.filter(({ result, thing: one }) => result === 'missing' && isCollected(one))) {
      await savePickups(db, context.provinceId, [thing.thingId], { state: 'lost', note, closedAt: now });
    }
    const differing = closed.lines.filter(({ result, thing }) => (result === 'missing' || result === 'short' || result === 'unexpected') && thing.dossierId !== undefined);
    return {
      answer: {
        countId: body.countId, number, paperId: body.countId, closedAt: now, settleBy: until,
        lines: closed.lines.map(({ thing, result }) => ({ thingId: thing.thingId, result })),
      },
      chain: site.chain,
      journal: [
        { act: 'close-stock-count', data: { number, place: site.holder.id, found: closed.lines.filter(({ result }) => result === 'found').length, differences: differing.length, strays: body.strays.length } },
        ...differing.map(({ thing, result, note, pieces }) => ({
          act: ACTS[result], dossierId: thing.dossierId,
          data: { code: thing.code, note: [`Biên bản kiểm kê ${number}${pieces === undefined ? '' : `, có ${pieces}/${thing.count} bản`}`, note].filter(Boolean).join(': ') },
        })),
      ],
      outbox: [], custody: closed.change,
    };
  },
};
