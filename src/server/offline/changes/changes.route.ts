// The desk's dossiers as they are now, for a counter that was away: first all that are in hand, then what changed.
import { z } from 'zod';
import { type WallTime, addDays, dateOf, momentAt } from '#core/kernel/moment.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import { OFFLINE_POLICY } from '#core/offline/offline-policy.ts';
import { dossierView } from '#wire/dossier-view.wire.ts';
import { changesAnswer } from '#wire/offline.wire.ts';
import type { DeskDeps } from '../../desk/facts/desk-route.ts';
import { keepCalendar } from '../../dossier-view/calendar.ts';
import { findDossierRecord } from '../../dossier-view/dossier-view.sql.ts';
import { dossierViewOf } from '../../dossier-view/dossier-view.ts';
import { findReader } from '../../reading/reader.sql.ts';
import { type App, requireActor, staffOnly } from '../../http/route.ts';
import { requireDevice } from '../device/device.ts';
import { findDossiersAfter, findHeads, readChains } from './changes.sql.ts';
import { type Cursor, MOST_SIGNS, chainKey, keyed, readCursor, writeCursor } from './cursor.ts';

/** A view is some ten kilobytes: a page passes a weak line in seconds. */
const PAGE = 20;
/** Entries read of one chain at a time; one entry is about one dossier at most. */
const ENTRIES = 20;
/** A chain that was never read before began to matter since the last reading: so far back it is read. */
const MARGIN = 500;

export const changeRoutes = (scope: App, deps: DeskDeps): void => {
  const { pool, world: { provinceId }, clock } = deps;
  const calendarNow = keepCalendar(pool, provinceId);

  type Next = { readonly ids: readonly string[]; readonly cursor: Cursor; readonly more: boolean };

  const firstReading = async (deskId: DeskId, before: Cursor | undefined): Promise<Next> => {
    const chains = before?.chains ?? keyed(await findHeads(pool, provinceId, deskId));
    const closedSince = momentAt(addDays(dateOf(clock.businessNow()), -OFFLINE_POLICY.retentionDays), '00:00' as WallTime);
    const ids = await findDossiersAfter(pool, provinceId, deskId, before?.after, closedSince, PAGE);
    const last = ids.at(-1);
    // one more round even when nothing is left: then the changes since the beginning come
    return ids.length === PAGE && last !== undefined ? { ids, cursor: { chains, after: last }, more: true } : { ids, cursor: { chains }, more: true };
  };

  const changesSince = async (deskId: DeskId, { chains }: Cursor): Promise<Next> => {
    const heads = await findHeads(pool, provinceId, deskId);
    const known = Object.fromEntries(Object.entries(heads).map(([chain, seq]) => [chain, chains[chainKey(chain)] ?? Math.max(0, seq - MARGIN)]));
    const behind = Object.fromEntries(Object.entries(known).filter(([chain, seq]) => seq < (heads[chain] ?? 0)));
    const ids = new Set<string>();
    let more = false;
    for (const read of await readChains(pool, provinceId, deskId, behind, ENTRIES)) {
      if (ids.size >= PAGE) {
        more = true;
        break;
      }
      for (const id of read.dossierIds) ids.add(id);
      known[read.chain] = read.seq;
      more ||= read.isFull;
    }
    return { ids: [...ids], cursor: { chains: keyed(known) }, more };
  };

  scope.get('/api/desk/offline/changes', {
    config: { roles: ['postal-clerk', 'commune-officer'] },
    preHandler: staffOnly,
    schema: {
      summary: 'Hồ sơ của quầy thay đổi từ lần đồng bộ trước', querystring: z.object({ cursor: z.string().max(MOST_SIGNS).optional() }), response: { 200: changesAnswer },
    },
  }, async (request) => {
    const { deskId } = requireDevice(request);
    const now = clock.businessNow();
    const before = request.query.cursor === undefined ? undefined : readCursor(request.query.cursor);
    const next = before && before.after === undefined ? await changesSince(deskId, before) : await firstReading(deskId, before);
    const reader = await findReader(pool, provinceId, requireActor(request).accountId, dateOf(now));
    const calendar = await calendarNow();
    const changes = [];
    for (const id of next.ids) {
      const record = await findDossierRecord(pool, provinceId, reader, id, dateOf(now));
      if (!record) continue;
      // as GET /api/dossiers/:id answers: what the record has beyond the view stays here
      const view = dossierView.parse(dossierViewOf(record, reader, now, calendar));
      changes.push({ dossierId: view.dossierId, code: view.code, state: record.state, revision: view.revision, view });
    }
    return { changes, cursor: writeCursor(next.cursor), more: next.more };
  });
};
