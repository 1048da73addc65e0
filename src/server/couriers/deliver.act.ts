// Delivered: the outcome of each dossier is the citizen's and its dossier closed, by the same core as at the desk; old papers
// and money that she took are hers to hand in; and the carrier's feed hears of it. All of it in one transaction.
import { both } from '#core/custody/change.ts';
import { withCourier } from '#core/custody/courier-moves.ts';
import { outcomeReturned } from '#core/custody/dossier-things.ts';
import { type DossierClock, clockAtEnd } from '#core/dossier/kept-clock.ts';
import { signingNote } from '#core/dossier/signing.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { type DeliveryRefused, type ProofFile, type ShipmentDelivered, type StopFacts, deliverShipment } from '#core/shipment/deliver-shipment.ts';
import type { AttemptTaken, DeliverBody } from '#wire/courier.wire.ts';
import type { Act } from '../acts/act.ts';
import { loadDossierClock } from '../clock/dossier-clock.sql.ts';
import { custodyStamp } from '../custody/custody-stamp.ts';
import type { DeskFacts } from '../desk/facts/desk-facts.ts';
import { type UnpaidFee, findUnpaidFees, saveReturn } from '../desk/return-outcome/return-outcome.sql.ts';
import { messagesOf } from '../desk/save/desk-act.ts';
import { saveState } from '../desk/save/desk-save.sql.ts';
import { findAttemptsBefore, findOwnFiles, insertAttempt } from './attempts.sql.ts';
import type { CourierCall } from './courier-call.ts';
import { insertMoney } from './money.sql.ts';
import { type Carried, loadCarried, tellCarrier } from './round-facts.ts';
import { saveStops } from './shipments.sql.ts';

export type AtDoorCall<Body> = CourierCall<Body> & { readonly shipmentId: string };
export type AtDoor = { readonly shipment: Carried; readonly attemptNo: number };

/** What decides whether anything can have happened there at all; undefined: not in her round. */
export const stopFactsOf = ({ body, roles, arrivedAt }: AtDoorCall<{ readonly at: StopFacts['late']['at'] }>, { orderNumber, orderedAt, stop, takenAt }: Carried): StopFacts | undefined =>
  stop && { order: { orderNumber, orderedAt }, stop, roles, late: { at: body.at, arrivedAt }, ...(takenAt && { since: takenAt }) };

type Facts = AtDoor & {
  readonly stop: StopFacts; readonly files: readonly ProofFile[]; readonly unpaid: ReadonlyMap<string, readonly UnpaidFee[]>; readonly clocks: ReadonlyMap<string, DossierClock | undefined>;
};

export const deliverAct = (facts: DeskFacts): Act<AtDoorCall<DeliverBody>, Facts, ShipmentDelivered, DeliveryRefused, AttemptTaken> => ({
  name: 'deliver-outcome',
  load: async (db, { provinceId, accountId, now }, call) => {
    const { body, shipmentId } = call;
    const [shipment] = (await loadCarried(db, provinceId, { kind: 'courier', courierId: accountId }, [shipmentId])) ?? [];
    const stop = shipment && stopFactsOf(call, shipment);
    const place = shipment && await facts.place(shipment.deskId, dateOf(now), { db });
    if (!stop || !place) return undefined;
    const unpaid = new Map<string, readonly UnpaidFee[]>();
    const clocks = new Map<string, DossierClock | undefined>();
    for (const { dossierId, clock } of shipment.dossiers) {
      unpaid.set(dossierId, await findUnpaidFees(db, provinceId, dossierId));
      clocks.set(dossierId, await loadDossierClock(db, provinceId, clock, place.calendar.compiled));
    }
    const named = [body.signature, body.photo, body.receiver.authorisation?.scan].filter((file) => file !== undefined);
    const files = await findOwnFiles(db, provinceId, accountId, named);
    return { shipment, stop, files, unpaid, clocks, attemptNo: (await findAttemptsBefore(db, provinceId, shipmentId)).count + 1 };
  },
  decide: ({ body }, { shipment, stop, files, unpaid }) => deliverShipment(body, {
    ...stop, files, collectOnDelivery: shipment.collectOnDelivery, dossiers: shipment.dossiers.map((dossier) => ({ ...dossier, unpaid: unpaid.get(dossier.dossierId) ?? [] })),
  }),
  save: async (db, context, { body }, { due, feeLines }, { shipment, attemptNo, clocks }) => {
    const { provinceId, accountId, accountName, now } = context;
    const { shipmentId, deskId, dossiers, things } = shipment;
    const hands = { receiverId: accountId, receiverName: accountName };
    const recalledOf = (dossierId: string) => body.recalledPapers.filter((paper) => paper.dossierId === dossierId).map(({ dossierId: _of, ...paper }) => paper);
    for (const { dossierId, revision } of dossiers) {
      await saveReturn(db, provinceId, dossierId, now,
        { ...body, revision, recalledPapers: recalledOf(dossierId), originalsReturned: false, collectedFeeLines: [] }, { hands, collectedFeeLines: feeLines.get(dossierId) ?? [] });
      await saveState(db, provinceId, dossierId, { state: 'returned', clock: clockAtEnd(clocks.get(dossierId), 'returned', now), closedAt: now });
    }
    const { attemptId, receiver, receiptShown, lostReceiptNote, signing, place, signature, photo, amountCollected, amountNote, note } = body;
    await insertAttempt(db, context, {
      attemptId, shipmentId, attemptNo, at: now, proof: { receiver, receiptShown, lostReceiptNote, signing, place }, note, signature, photo,
      amounts: { due, collected: amountCollected, note: amountNote },
    });
    await insertMoney(db, context, {
      moveId: attemptId, from: { kind: 'receiver', id: shipmentId }, to: { kind: 'courier', id: accountId }, deskId, amount: amountCollected, note: amountNote,
      counted: { at: now, by: accountId, byName: accountName },
    });
    await saveStops(db, provinceId, [{ shipmentId, courierId: accountId, day: shipment.stop?.day ?? dateOf(now), state: 'delivered', takenAt: shipment.takenAt, endedAt: now }]);
    await tellCarrier(db, context, shipment, 'delivered', now, '', note);
    const stamp = custodyStamp(context);
    return {
      answer: { shipmentId, attemptId, attemptNo, at: now, state: 'delivered' }, chain: `desk:${deskId}`,
      journal: dossiers.map(({ dossierId, code }) => ({
        act: 'deliver-outcome', dossierId,
        data: {
          code, ...hands, shipmentId, attemptId, receiverOfOutcome: receiver.fullName, relation: receiver.relation, identityKind: receiver.identity.kind, receiptShown, lostReceiptNote,
          recalledPapers: recalledOf(dossierId), ...signingNote(signing), collectedFeeLines: feeLines.get(dossierId), amountCollected,
        },
      })),
      outbox: dossiers.flatMap((dossier) => messagesOf(dossier, 'returned', now, { kind: 'returned' })),
      custody: both(...dossiers.map(({ dossierId, agencyUnitId }) => outcomeReturned(things.filter((thing) => thing.dossierId === dossierId), {
        desk: withCourier(accountId), agencyUnitId, dossierId, originals: [], recalled: recalledOf(dossierId).filter(({ collected }) => collected).map(({ name }) => name),
      }, stamp))),
    };
  },
});
