// The day at the desk, from the dossiers that lie on this machine.
import { forwardBy } from '#core/deadline/forward-by.ts';
import { addWorkingDays } from '#core/deadline/working-time.ts';
import { cutoffOn } from '#core/dossier/desk-settings.ts';
import type { DossierState } from '#core/dossier/state.ts';
import { type Moment, dateOf, momentAt } from '#core/kernel/moment.ts';
import type { DeskTodayView } from '#wire/desk-today.wire.ts';
import type { DossierRow } from '#wire/dossier-parts.wire.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { Reference } from '../reference.ts';
import { listed } from './listed.ts';

const RUNNING: ReadonlySet<DossierState> = new Set(['received', 'handed-over', 'in-process', 'outcome-recorded', 'outcome-sent', 'refused-by-agency']);
const byDue = (a: DossierRow, b: DossierRow): number => ((a.dueAt ?? '9') + a.code < (b.dueAt ?? '9') + b.code ? -1 : 1);

type Record = DeskTodayView['incoming'][number];

/** Records not yet counted, with the dossiers on them that lie here. */
const openRecords = (views: readonly DossierView[], direction: 'to-agency' | 'to-desk', row: (view: DossierView) => DossierRow): readonly Record[] => {
  const records = new Map<string, Record>();
  for (const view of views) {
    for (const { handOverId, recordNumber, sentAt, sentByName, ...line } of view.handOvers) {
      if (line.direction !== direction || line.result !== undefined || line.receivedAt !== undefined) continue;
      const known = records.get(handOverId);
      const dossiers = [...(known?.dossiers ?? []), row(view)];
      records.set(handOverId, {
        handOverId, recordNumber, agencyUnitId: view.agencyUnitId, agencyName: view.agencyName, sentAt, sentByName,
        dossierCount: dossiers.length, openCount: dossiers.length, dossiers,
      });
    }
  }
  return [...records.values()].sort((a, b) => (a.sentAt < b.sentAt ? -1 : 1));
};

export const todayAt = (reference: Reference, views: readonly DossierView[], now: Moment): DeskTodayView => {
  const { calendar, place: { desk } } = reference;
  const date = dateOf(now);
  const nextWorkingDay = addWorkingDays(calendar, date, 1);
  const row = (view: DossierView): DossierRow => listed(view, reference, now);
  const open = views.filter((view) => view.closedAt === undefined);
  const inState = (state: DossierState): readonly DossierRow[] => open.filter((view) => view.state === state).map(row).sort(byDue);
  const received = inState('received');
  const dueBy = open.filter((view) => RUNNING.has(view.state) && view.due && dateOf(view.due.due) <= nextWorkingDay).map(row).sort(byDue);
  const mustGoToday = (receivedAt: Moment): boolean =>
    dateOf(forwardBy({ receivedAt, calendar, siteId: desk.siteId, cutoffTime: cutoffOn(dateOf(receivedAt)) })) <= date;
  const incoming = openRecords(open.filter((view) => view.state === 'outcome-sent'), 'to-desk', row);
  const count = (rows: readonly DossierRow[], is: (due: Moment) => boolean): number => rows.filter((one) => one.dueAt !== undefined && is(one.dueAt)).length;
  const asked = open.filter((view) => view.state === 'supplement-asked');
  return {
    now, deskId: desk.deskId, deskName: desk.name, nextWorkingDay, afterCutoff: now > momentAt(date, cutoffOn(date)),
    counts: {
      receivedToday: views.filter((view) => view.state !== 'filed-online' && dateOf(view.receivedAt) === date).length,
      returnedToday: views.filter((view) => view.state === 'returned' && view.closedAt !== undefined && dateOf(view.closedAt) === date).length,
      toGoOut: received.length, sent: inState('handed-over').length, incoming: inState('outcome-sent').length, readyToReturn: inState('ready-to-return').length,
      dueToday: count(dueBy, (due) => due >= now && dateOf(due) === date), dueSoon: count(dueBy, (due) => dateOf(due) > date),
      overdue: count(dueBy, (due) => due < now), supplements: asked.length, filedOnline: inState('filed-online').length,
    },
    filedOnline: inState('filed-online'), readyToReturn: inState('ready-to-return'), dueSoon: dueBy, incoming,
    sent: openRecords(open.filter((view) => view.state === 'handed-over'), 'to-agency', row).map(({ dossiers: _dossiers, ...record }) => record),
    toGoOut: [...new Map(received.map((one) => [one.agencyUnitId, one.agencyName]))].map(([agencyUnitId, agencyName]) => ({
      agencyUnitId, agencyName,
      dossiers: received.filter((one) => one.agencyUnitId === agencyUnitId).map((one) => ({ ...one, mustGoToday: mustGoToday(one.receivedAt) })),
    })),
    supplements: asked.flatMap((view) => {
      const request = view.supplementRequests.findLast((one) => one.answeredAt === undefined);
      return request ? [{ ...row(view), askedAt: request.askedAt, reason: request.reason, items: request.items.map((item) => item.name), answerBy: request.answerBy }] : [];
    }),
  };
};
