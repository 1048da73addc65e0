// Not delivered: it stays with her; the reason says what follows, and the carrier's feed hears it.
import { dateOf } from '#core/kernel/moment.ts';
import { type AnyCalendar } from '#core/deadline/working-time.ts';
import { refuse } from '#core/kernel/result.ts';
import { ABOUT_REASON } from '#core/shipment/attempt-reasons.ts';
import { type DeliveryRefused, type ProofFile, type StopFacts, failAttempt } from '#core/shipment/deliver-shipment.ts';
import { ATTEMPT_POLICY, type NextStep } from '#core/shipment/next-attempt.ts';
import type { AttemptTaken, FailBody } from '#wire/courier.wire.ts';
import { NEXT_WORDS } from '#wire/courier-words.ts';
import type { Act } from '../acts/act.ts';
import type { DeskFacts } from '../desk/facts/desk-facts.ts';
import { type AttemptsBefore, findAttemptsBefore, findOwnFiles, insertAttempt } from './attempts.sql.ts';
import { citizenMessage } from '../notices/citizen-notice.ts';
import { type AtDoorCall, stopFactsOf } from './deliver.act.ts';
import { type Carried, journalOf, loadCarried, tellCarrier } from './round-facts.ts';
import { saveStops } from './shipments.sql.ts';

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
  save: async (db, context, { shipmentId, body }, next, { shipment, before }) => {
    const { provinceId, accountId, now } = context;
    const { attemptId, reason, note, photo, place } = body;
    const { counts, words } = ABOUT_REASON[reason];
    const attemptNo = before.count + 1;
    await insertAttempt(db, context, { attemptId, shipmentId, attemptNo, at: now, failed: { reason, counts, next }, proof: { place }, note, photo });
    await saveStops(db, provinceId, [{
      shipmentId, courierId: accountId, day: next.kind === 'again' ? next.on : shipment.stop?.day ?? dateOf(now), state: 'with-courier', takenAt: shipment.takenAt, next: next.kind,
    }]);
    await tellCarrier(db, context, shipment, `failed:${reason}`, now, '', note);
    if (next.kind === 'return') await tellCarrier(db, context, shipment, 'turned-back', now, '');
    return {
      answer: { shipmentId, attemptId, attemptNo, at: now, state: 'with-courier', next: next.kind, ...(next.kind === 'again' && { againOn: next.on }) },
      chain: `desk:${shipment.deskId}`,
      outbox: shipment.dossiers.map((dossier) => citizenMessage(dossier, now, { kind: 'not-delivered', ...(next.kind === 'again' && { again: next.on }) })),
      journal: journalOf('fail-attempt', [shipment], { attemptId, attemptNo, reason, next: next.kind, note: `Lần ${attemptNo}: ${words}. ${NEXT_WORDS[next.kind]}.` }),
    };
  },
});
