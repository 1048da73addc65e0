import { addDays, dateOf, momentAt } from '#core/kernel/moment.ts';
import type { WallTime } from '#core/kernel/moment.ts';
import { parseMoment } from '#core/kernel/parse-date.ts';
import { INBOX_TABS } from '#wire/list-names.ts';
import { INBOX_COUNT_CAP, INBOX_PAGE, type InboxRow, officeInboxQuery, officeInboxView } from '#wire/office-inbox.wire.ts';
import { type App, type Deps, requireActor } from '../../http/route.ts';
import { OFFICE_ROLES } from '../agency/office-route.ts';
import { type OfficeReach, findOfficeReach } from '../agency/office-reach.sql.ts';
import { type InboxCursor, type InboxScope, countInbox, findInboxPage } from './inbox.sql.ts';

const BEGINNING: InboxCursor = { dueAt: '-infinity', dossierId: '00000000-0000-0000-0000-000000000000' };
const CURSOR = /^([^~]+)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** A cursor nobody made here begins at the beginning. */
export const readCursor = (text: string | undefined): InboxCursor => {
  const [, dueAt, dossierId] = CURSOR.exec(text ?? '') ?? [];
  const isMoment = dueAt === 'infinity' || (dueAt !== undefined && parseMoment(dueAt) === dueAt);
  return isMoment && dossierId !== undefined ? { dueAt, dossierId } : BEGINNING;
};
export const writeCursor = (row: Pick<InboxRow, 'dueAt' | 'dossierId'>): string => `${row.dueAt ?? 'infinity'}~${row.dossierId}`;

/** Whoever has a seat for the whole agency sees all of it; members of sections see their sections' and the unassigned. */
export const scopeOf = (reach: OfficeReach, accountId: InboxScope['accountId']): InboxScope => {
  const whole = reach.seats.some((seat) => seat.unitId === seat.rootUnitId);
  return {
    accountId, unitIds: reach.unitIds,
    sectionUnitIds: whole ? undefined : reach.seats.map((seat) => seat.unitId),
  };
};

export const inboxRoute = (app: App, deps: Deps): void => {
  app.get('/api/office/inbox', {
    config: { roles: OFFICE_ROLES },
    schema: { summary: 'Hồ sơ chờ xử lý của cơ quan', querystring: officeInboxQuery, response: { 200: officeInboxView } },
  }, async (request) => {
    const actor = requireActor(request);
    const { tab, after } = request.query;
    const { provinceId } = actor;
    const now = deps.clock.businessNow();
    const endOfToday = momentAt(addDays(dateOf(now), 1), '00:00' as WallTime);
    const scope = scopeOf(await findOfficeReach(deps.pool, provinceId, actor.accountId, now), actor.accountId);
    const [found, counts] = await Promise.all([
      findInboxPage(deps.pool, provinceId, tab, scope, now, endOfToday, readCursor(after), INBOX_PAGE + 1),
      countInbox(deps.pool, provinceId, scope, now, endOfToday, INBOX_TABS, INBOX_COUNT_CAP),
    ]);
    const rows = found.slice(0, INBOX_PAGE);
    const last = rows.at(-1);
    return {
      tab, now, rows: [...rows], next: found.length > INBOX_PAGE && last ? writeCursor(last) : null,
      counts: Object.fromEntries(INBOX_TABS.map((one) => [one, counts[one]])) as typeof counts,
    };
  });
};
