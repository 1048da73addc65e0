// GET /api/desk/today: what waits to go out, what is under way, what came back, what is due, in one view.
import { z } from 'zod';
import { dossierRow } from './dossier-parts.wire.ts';
import { count, moment, plainDate } from './fields.ts';
import { deskId, unitId } from './procedure.wire.ts';

const handOverRow = z.object({
  handOverId: z.string(), recordNumber: z.string(), agencyUnitId: unitId, agencyName: z.string(),
  sentAt: moment, sentByName: z.string(), dossierCount: z.int(), openCount: z.int(),
});

export const deskTodayView = z.object({
  now: moment,
  deskId,
  deskName: z.string(),
  /** From 15:00: what is received now may go first thing on `nextWorkingDay`. */
  afterCutoff: z.boolean(),
  nextWorkingDay: plainDate,
  counts: z.object({
    receivedToday: count(1_000_000), returnedToday: count(1_000_000), toGoOut: count(1_000_000), sent: count(1_000_000),
    incoming: count(1_000_000), readyToReturn: count(1_000_000), dueToday: count(1_000_000), dueSoon: count(1_000_000),
    overdue: count(1_000_000), supplements: count(1_000_000), filedOnline: count(1_000_000),
  }),
  /** Filed on the portal, waiting to be received here. */
  filedOnline: z.array(dossierRow).readonly(),
  /** Received, still here: one group per agency, ready for one record. `mustGoToday`: received before 15:00. */
  toGoOut: z.array(z.object({
    agencyUnitId: unitId, agencyName: z.string(),
    dossiers: z.array(z.object({ ...dossierRow.shape, mustGoToday: z.boolean() })).readonly(),
  })).readonly(),
  /** Sent and not yet taken over by the agency. */
  sent: z.array(handOverRow).readonly(),
  /** Outcomes on the way back: count and accept. */
  incoming: z.array(z.object({ ...handOverRow.shape, dossiers: z.array(dossierRow).readonly() })).readonly(),
  readyToReturn: z.array(dossierRow).readonly(),
  /** Open dossiers of this desk, overdue first, then due today, then the next working day. */
  dueSoon: z.array(dossierRow).readonly(),
  supplements: z.array(z.object({
    ...dossierRow.shape, askedAt: moment, reason: z.string(), items: z.array(z.string()).readonly(), answerBy: moment.optional(),
    /** Sent online to the agency, which has not looked at it: nobody need be called. */
    answerSentAt: moment.optional(),
  })).readonly(),
});
export type DeskTodayView = z.output<typeof deskTodayView>;
