// The desk writes down from her paper what a courier did at a door, counts the money that she took there, and settles what her
// phone tells otherwise if it comes back.
import type { PoolClient } from 'pg';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import type { AnyCalendar } from '#core/deadline/working-time.ts';
import type { DeliveryRefused, FailedRefused, ShipmentDelivered, StopFacts } from '#core/shipment/deliver-shipment.ts';
import { ATTEMPT_POLICY, type NextStep } from '#core/shipment/next-attempt.ts';
import { type PaperFacts, type PaperProof, type PaperRefused, recordDelivery, recordFailure } from '#core/shipment/on-paper.ts';
import { type ReportRefused, settleReport } from '#core/shipment/told-again.ts';
import type { RecordDeliveryBody, RecordFailureBody, RecordedOnPaper, SettleReportBody } from '#wire/courier-paper.wire.ts';
import type { Act, ActContext } from '../acts/act.ts';
import type { DeskCall } from '../desk/facts/desk-route.ts';
import { type AttemptsBefore, findAttemptsBefore, findOwnFiles } from './attempts.sql.ts';
import { type Owed, loadOwed, owedBy } from './deliver.act.ts';
import { type Door, saveDelivered, saveFailed } from './door-saves.ts';
import { insertMoney } from './money.sql.ts';
import { type LockedReport, lockReport, saveReportSettled } from './reports.sql.ts';
import { type Carried, loadCarried } from './round-facts.ts';
import { findCourierName } from './shipments.sql.ts';

export type PaperCall<Body> = DeskCall & { readonly shipmentId: string; readonly body: Body };
type AnyBody = PaperProof & { readonly deskId: DeskCall['place']['desk']['deskId']; readonly at: Moment; readonly ground: string };
type Found = {
  readonly shipment: Carried; readonly before: AttemptsBefore; readonly stop: StopFacts; readonly courierName: string; readonly calendar: AnyCalendar; readonly paper: PaperFacts;
};

const load = async (db: PoolClient, { provinceId, accountId, now }: ActContext, { shipmentId, body, place }: PaperCall<AnyBody>): Promise<Found | undefined> => {
  const [shipment] = (await loadCarried(db, provinceId, { kind: 'desk', deskId: body.deskId }, [shipmentId])) ?? [];
  // in nobody's round: no courier can have told anything of it
  if (!shipment?.stop) return undefined;
  const { orderNumber, orderedAt, stop, takenAt } = shipment;
  const before = await findAttemptsBefore(db, provinceId, shipmentId);
  const isPaperHere = body.paper !== undefined && (await findOwnFiles(db, provinceId, accountId, [body.paper])).length > 0;
  return {
    shipment, before, calendar: place.calendar.compiled, courierName: await findCourierName(db, provinceId, stop.courierId),
    // it is a courier's act: she says it, and the desk only writes it down
    stop: { order: { orderNumber, orderedAt }, stop, roles: ['courier'], late: { at: body.at, arrivedAt: now }, ...(takenAt && { since: takenAt }) },
    paper: { courierId: stop.courierId, recordedBy: accountId, isPaperHere, ...(before.lastAt && { lastTriedAt: before.lastAt }) },
  };
};

const doorOf = ({ now, accountId, accountName }: ActContext, { body }: PaperCall<AnyBody>, { courierName, paper }: Found): Door => ({
  courierId: paper.courierId, courierName, at: body.at < now ? body.at : now,
  onPaper: { by: accountId, byName: accountName, ground: body.ground, paper: body.paper, noPaper: body.noPaper, toldAt: now },
});

export const recordDeliveryAct: Act<PaperCall<RecordDeliveryBody>, Found & Owed, ShipmentDelivered, DeliveryRefused | PaperRefused, RecordedOnPaper> = {
  name: 'record-delivery',
  load: async (db, context, call) => {
    const found = await load(db, context, call);
    return found && { ...found, ...await loadOwed(db, context.provinceId, found.shipment, found.calendar) };
  },
  decide: ({ body }, facts) => recordDelivery(body, { ...facts.stop, ...facts.paper, ...owedBy(facts.shipment, facts) }),
  save: async (db, context, call, decision, facts) => {
    const { deskId, moneyId, amountCounted, countedNote } = call.body;
    const door = doorOf(context, call, facts);
    const saved = await saveDelivered(db, context, door, call.body, decision, facts);
    await insertMoney(db, context, {
      moveId: moneyId, from: { kind: 'courier', id: door.courierId }, to: { kind: 'desk', id: deskId }, deskId, amount: amountCounted, note: countedNote,
      counted: { at: context.now, by: context.accountId, byName: context.accountName },
    });
    return { ...saved, answer: { ...saved.answer, amountCounted } };
  },
};

export const recordFailureAct: Act<PaperCall<RecordFailureBody>, Found, NextStep, FailedRefused | PaperRefused, RecordedOnPaper> = {
  name: 'record-failure',
  load,
  decide: ({ body }, { stop, paper, before, shipment, calendar }) => recordFailure(body, {
    ...stop, ...paper, on: dateOf(body.at), countedOn: before.countedOn, policy: { ...ATTEMPT_POLICY, ...shipment.policy }, calendar,
  }),
  save: async (db, context, call, next, facts) => {
    const saved = await saveFailed(db, context, doorOf(context, call, facts), call.body, next, facts);
    return { ...saved, answer: { ...saved.answer, amountCounted: 0 } };
  },
};

export type SettleCall = DeskCall & { readonly attemptId: string; readonly body: SettleReportBody };
export const settleReportAct: Act<SettleCall, LockedReport, true, ReportRefused, { readonly attemptId: string; readonly at: Moment }> = {
  name: 'settle-report',
  load: (db, { provinceId }, { attemptId, body: { deskId } }) => lockReport(db, provinceId, attemptId, deskId),
  decide: (_call, report, { accountId }) => settleReport(report, accountId),
  save: async (db, context, { attemptId, body: { deskId, word } }, _decision, { shipmentId, orderNumber }) => {
    await saveReportSettled(db, context, attemptId, word);
    return { answer: { attemptId, at: context.now }, chain: `desk:${deskId}`, outbox: [], journal: [{ act: 'settle-report', data: { attemptId, shipmentId, orderNumber, note: word } }] };
  },
};
