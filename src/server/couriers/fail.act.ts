// Not delivered: it stays with her; the reason says what follows, and the carrier's feed hears it.
import { dateOf } from '#core/kernel/moment.ts';
import { type AnyCalendar } from '#core/deadline/working-time.ts';
import { refuse } from '#core/kernel/result.ts';
import { type DeliveryRefused, type ProofFile, type StopFacts, failAttempt } from '#core/shipment/deliver-shipment.ts';
import { ATTEMPT_POLICY, type NextStep } from '#core/shipment/next-attempt.ts';
import type { AttemptTaken, FailBody } from '#wire/courier.wire.ts';
import type { Act } from '../acts/act.ts';
import type { DeskFacts } from '../desk/facts/desk-facts.ts';
import { type AttemptsBefore, findAttemptsBefore, findOwnFiles } from './attempts.sql.ts';
import { type AtDoorCall, stopFactsOf } from './deliver.act.ts';
import { saveFailed } from './door-saves.ts';
import { type Carried, loadCarried } from './round-facts.ts';

type Facts = { readonly shipment: Carried; readonly stop: StopFacts; readonly before: AttemptsBefore; readonly files: readonly ProofFile[]; readonly calendar: AnyCalendar };
type Refused = DeliveryRefused | { readonly kind: 'reason-note-missing'; readonly reason: FailBody['reason'] };

export const failAct = (facts: DeskFacts): Act<AtDoorCall<FailBody>, Facts, NextStep, Refused, AttemptTaken> => ({
  name: 'fail-attempt',
  load: async (db, { provinceId, accountId, now }, call) => {
    const { shipmentId, body } = call;
    const [shipment] = (await loadCarried(db, provinceId, { kind: 'courier', courierId: accountId }, [shipmentId])) ?? [];
    const stop = shipment && stopFactsOf(call, shipment);
    const place = shipment && await facts.place(shipment.deskId, dateOf(now), { db });
    if (!stop || !place) return undefined;
    const files = body.photo === undefined ? [] : await findOwnFiles(db, provinceId, accountId, [body.photo]);
    return { shipment, stop, files, calendar: place.calendar.compiled, before: await findAttemptsBefore(db, provinceId, shipmentId) };
  },
  decide: ({ body }, { shipment, stop, before, files, calendar }, { now }) => {
    if (body.photo !== undefined && files.length === 0) return refuse({ kind: 'scans-missing', scans: [body.photo] });
    return failAttempt(body, { ...stop, on: dateOf(now), countedOn: before.countedOn, policy: { ...ATTEMPT_POLICY, ...shipment.policy }, calendar });
  },
  save: (db, context, { body }, next, { shipment, before }) =>
    saveFailed(db, context, { courierId: context.accountId, courierName: context.accountName, at: context.now }, body, next, { shipment, before }),
});
