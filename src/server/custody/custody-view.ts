// One page of a list of things, as the screens get it.
import type { Pool } from 'pg';
import { parseMoment } from '#core/kernel/parse-date.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { CUSTODY_COUNT_CAP, CUSTODY_PAGE, type CustodyList, type CustodyView } from '#wire/custody.wire.ts';
import { type CustodyScope, FROM_THE_BEGINNING, type HeldCursor, countHeld, findHeld } from './held.sql.ts';

const CURSOR = /^([^~]+)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** A cursor nobody made here begins at the beginning. */
const readCursor = (text: string | undefined): HeldCursor => {
  const [, since, thingId] = CURSOR.exec(text ?? '') ?? [];
  return since !== undefined && thingId !== undefined && parseMoment(since) === since ? { since, thingId } : FROM_THE_BEGINNING;
};

export const custodyViewOf = async (
  pool: Pool, provinceId: number, scope: CustodyScope, asked: { readonly list: CustodyList; readonly after?: string }, now: Moment,
): Promise<CustodyView> => {
  const [found, counts] = await Promise.all([
    findHeld(pool, provinceId, asked.list, scope, readCursor(asked.after), CUSTODY_PAGE + 1), countHeld(pool, provinceId, scope, CUSTODY_COUNT_CAP + 1),
  ]);
  const rows = found.slice(0, CUSTODY_PAGE);
  const last = rows.at(-1);
  return {
    now, counts,
    rows: rows.map((row) => ({
      ...row, name: row.name ?? undefined, roundNo: row.roundNo ?? undefined, otherName: row.otherName ?? undefined,
      recordId: row.recordId ?? undefined, recordNumber: row.recordNumber ?? undefined, insideLabel: row.insideLabel ?? undefined, transitDue: row.transitDue ?? undefined,
    })),
    next: found.length > CUSTODY_PAGE && last ? `${last.since}~${last.thingId}` : null,
  };
};
