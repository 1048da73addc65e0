// What an attempt at a door changes, whoever tells it: the courier's own phone, or the desk from her paper.
import type { PoolClient } from 'pg';
import { type CustodyChange, both } from '#core/custody/change.ts';
import { withCourier } from '#core/custody/courier-moves.ts';
import { outcomeReturned } from '#core/custody/dossier-things.ts';
import { type DossierClock, clockAtEnd } from '#core/dossier/kept-clock.ts';
import { signingNote } from '#core/dossier/signing.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import type { AccountId } from '#core/organisation/organisation.ts';
import { ABOUT_REASON } from '#core/shipment/attempt-reasons.ts';
import type { ShipmentDelivered } from '#core/shipment/deliver-shipment.ts';
import type { NextStep } from '#core/shipment/next-attempt.ts';
import type { AttemptTaken, DeliverBody, FailBody } from '#wire/courier.wire.ts';
import { NEXT_WORDS } from '#wire/courier-words.ts';
import type { ActContext, JournalEntry, OutboxMessage } from '../acts/act.ts';
import { custodyStamp } from '../custody/custody-stamp.ts';
import { saveReturn } from '../desk/return-outcome/return-outcome.sql.ts';
import { messagesOf } from '../desk/save/desk-act.ts';
import { saveState } from '../desk/save/desk-save.sql.ts';
import { citizenMessage } from '../notices/citizen-notice.ts';
import { type AttemptsBefore, type RecordedFromPaper, insertAttempt } from './attempts.sql.ts';
import { insertMoney } from './money.sql.ts';
import { type Carried, journalOf, tellCarrier } from './round-facts.ts';
import { saveStops } from './shipments.sql.ts';

/** Whose hands it was in at the door, and when; and who wrote it down where her phone did not tell it. */
export type Door = { readonly courierId: AccountId; readonly courierName: string; readonly at: Moment; readonly onPaper?: RecordedFromPaper };
export type AtDoor = { readonly shipment: Carried; readonly before: Pick<AttemptsBefore, 'count' | 'undoneAt'> };
export type DoorSaved = { readonly answer: AttemptTaken; readonly chain: `desk:${string}`; readonly journal: readonly JournalEntry[]; readonly outbox: readonly OutboxMessage[] };

/** Whenever it happened, what is told in place of a delivery that was taken back comes after that in the carrier's feed: else its last word would be that it is out. */
const toldAt = (at: Moment, { undoneAt }: AtDoor['before']): Moment => (undoneAt !== null && undoneAt > at ? undoneAt : at);

const paperNote = ({ onPaper, courierName }: Door): { readonly paper?: string | undefined; readonly note?: string } =>
  (onPaper ? { paper: onPaper.paper, note: `Ghi từ giấy của bưu tá ${courierName}: ${onPaper.ground}` } : {});

type DeliveredTold = Omit<DeliverBody, 'at'>;

export const saveDelivered = async (
  db: PoolClient, context: ActContext, door: Door, told: DeliveredTold, { due, feeLines }: ShipmentDelivered,
  { shipment, before, clocks }: AtDoor & { readonly clocks: ReadonlyMap<string, DossierClock | undefined> },
): Promise<DoorSaved & { readonly custody: CustodyChange }> => {
  const { provinceId } = context;
  const { courierId, courierName, at } = door;
  const { shipmentId, deskId, dossiers, things } = shipment;
  const hands = { receiverId: courierId, receiverName: courierName };
  const attemptNo = before.count + 1;
  const recalledOf = (dossierId: string) => told.recalledPapers.filter((paper) => paper.dossierId === dossierId).map(({ dossierId: _of, ...paper }) => paper);
  for (const { dossierId, revision } of dossiers) {
    await saveReturn(db, provinceId, dossierId, at,
      { ...told, signature: told.signature ?? door.onPaper?.paper, revision, recalledPapers: recalledOf(dossierId), originalsReturned: false, collectedFeeLines: [] }, { hands, collectedFeeLines: feeLines.get(dossierId) ?? [] });
    await saveState(db, provinceId, dossierId, { state: 'returned', clock: clockAtEnd(clocks.get(dossierId), 'returned', at), closedAt: at });
  }
  const { attemptId, receiver, receiptShown, lostReceiptNote, signing, place, signature, photo, amountCollected, amountNote, note } = told;
  await insertAttempt(db, provinceId, door, {
    attemptId, shipmentId, attemptNo, proof: { receiver, receiptShown, lostReceiptNote, signing, place, recalledPapers: told.recalledPapers }, note, signature, photo,
    amounts: { due, collected: amountCollected, note: amountNote },
  });
  await insertMoney(db, { ...context, now: at }, {
    moveId: attemptId, from: { kind: 'receiver', id: shipmentId }, to: { kind: 'courier', id: courierId }, deskId, amount: amountCollected, note: amountNote,
    counted: { at, by: courierId, byName: courierName },
  });
  await saveStops(db, provinceId, [{ shipmentId, courierId, day: shipment.stop?.day ?? dateOf(at), state: 'delivered', takenAt: shipment.takenAt, endedAt: at }]);
  await tellCarrier(db, context, shipment, 'delivered', toldAt(at, before), '', note);
  const stamp = custodyStamp(context, at);
  return {
    answer: { shipmentId, attemptId, attemptNo, at, state: 'delivered' }, chain: `desk:${deskId}`,
    journal: dossiers.map(({ dossierId, code }) => ({
      act: 'deliver-outcome', dossierId,
      data: {
        code, ...hands, shipmentId, attemptId, receiverOfOutcome: receiver.fullName, relation: receiver.relation, identityKind: receiver.identity.kind, receiptShown, lostReceiptNote,
        recalledPapers: recalledOf(dossierId), ...signingNote(signing), collectedFeeLines: feeLines.get(dossierId), amountCollected, ...paperNote(door),
      },
    })),
    outbox: dossiers.flatMap((dossier) => messagesOf(dossier, 'returned', at, { kind: 'returned' })),
    custody: both(...dossiers.map(({ dossierId, agencyUnitId }) => outcomeReturned(things.filter((thing) => thing.dossierId === dossierId), {
      desk: withCourier(courierId), agencyUnitId, dossierId, originals: [], recalled: recalledOf(dossierId).filter(({ collected }) => collected).map(({ name }) => name),
    }, stamp))),
  };
};

export const saveFailed = async (
  db: PoolClient, context: ActContext, door: Door, { attemptId, reason, note, photo, place }: Omit<FailBody, 'at' | 'askedFor'>, next: NextStep, { shipment, before }: AtDoor,
): Promise<DoorSaved> => {
  const { provinceId } = context;
  const { courierId, at } = door;
  const { shipmentId } = shipment;
  const { counts, words } = ABOUT_REASON[reason];
  const attemptNo = before.count + 1;
  await insertAttempt(db, provinceId, door, { attemptId, shipmentId, attemptNo, failed: { reason, counts, next }, proof: { place }, note, photo });
  await saveStops(db, provinceId, [{
    shipmentId, courierId, day: next.kind === 'again' ? next.on : shipment.stop?.day ?? dateOf(at), state: 'with-courier', takenAt: shipment.takenAt, next: next.kind,
  }]);
  await tellCarrier(db, context, shipment, `failed:${reason}`, toldAt(at, before), '', note);
  if (next.kind === 'return') await tellCarrier(db, context, shipment, 'turned-back', toldAt(at, before), '');
  const said = paperNote(door);
  return {
    answer: { shipmentId, attemptId, attemptNo, at, state: 'with-courier', next: next.kind, ...(next.kind === 'again' && { againOn: next.on }) },
    chain: `desk:${shipment.deskId}`,
    outbox: shipment.dossiers.map((dossier) => citizenMessage(dossier, at, { kind: 'not-delivered', ...(next.kind === 'again' && { again: next.on }) })),
    journal: journalOf('fail-attempt', [shipment], {
      attemptId, attemptNo, reason, next: next.kind, ...said, note: [`Lần ${attemptNo}: ${words}. ${NEXT_WORDS[next.kind]}.`, said.note].filter((part) => part !== undefined).join(' '),
    }),
  };
};
