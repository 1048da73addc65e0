// What carriers said moves the ledger and, once delivered, closes the dossier: each word once, in one transaction with the
// mark that it was followed. A server that dies before leaves it to be followed by the next one.
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Thing } from '#core/custody/thing.ts';
import { type Holder, atDesk } from '#core/custody/thing.ts';
import { NO_CHANGE } from '#core/custody/change.ts';
import { settleBy } from '#core/custody/differences.ts';
import { type DossierClock, clockAtEnd } from '#core/dossier/kept-clock.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import { ok } from '#core/kernel/result.ts';
import { closesDossier, followCarrier } from '#core/shipment/follow-carrier.ts';
import type { ProvinceId } from '#core/organisation/organisation.ts';
import { type Act, type ActContext, NOBODY, fingerprintOf } from '../acts/act.ts';
import { perform } from '../acts/perform.ts';
import { loadDossierClock } from '../clock/dossier-clock.sql.ts';
import { custodyStamp } from '../custody/custody-stamp.ts';
import { findThings } from '../custody/things.sql.ts';
import { type DeskPlace, keepDeskFacts } from '../desk/facts/desk-facts.ts';
import { type UnpaidFee, findUnpaidFees, saveReturn } from '../desk/return-outcome/return-outcome.sql.ts';
import { messagesOf } from '../desk/save/desk-act.ts';
import { type LockedDossier, lockDeskDossiers } from '../desk/save/desk-dossier.sql.ts';
import { saveState } from '../desk/save/desk-save.sql.ts';
import { type Unfollowed, findUnfollowed, lockUnfollowed, markFollowed } from './follow-orders.sql.ts';

export const atCarrier = (carrierId: string): Holder => ({ kind: 'carrier', id: carrierId });

type Order = { readonly carrierId: string; readonly orderNumber: string };
type Closing = { readonly dossier: LockedDossier; readonly clock?: DossierClock; readonly unpaid: readonly UnpaidFee[] };
type Facts = { readonly order: Unfollowed; readonly place: DeskPlace; readonly things: readonly Thing[]; readonly closing: readonly Closing[]; readonly dossiers: readonly LockedDossier[] };

const followAct = (pool: Pool, provinceId: ProvinceId): Act<Order, Facts, true, never, Order> => {
  const facts = keepDeskFacts(pool, provinceId);
  return {
    name: 'follow-carrier',
    load: async (db, context, { carrierId, orderNumber }) => {
      const order = await lockUnfollowed(db, provinceId, carrierId, orderNumber);
      const place = order && await facts.place(order.deskId, dateOf(context.now), { db });
      if (!order || !place) return undefined;
      const dossiers = await lockDeskDossiers(db, provinceId, order.deskId, order.dossierIds);
      const closing: Closing[] = [];
      for (const dossier of dossiers) {
        // what the desk has counted is no longer the carrier's to speak of
        if (order.isCountedBack || !closesDossier(order.status, dossier.state)) continue;
        const clock = await loadDossierClock(db, provinceId, dossier.clock, place.calendar.compiled);
        closing.push({ dossier, clock, unpaid: await findUnpaidFees(db, provinceId, dossier.dossierId) });
      }
      return { order, place, dossiers, closing, things: await findThings(db, provinceId, order.dossierIds) };
    },
    decide: () => ok(true),
    save: async (db, context, { carrierId, orderNumber }, _decision, { order, place, things, closing, dossiers }) => {
      const { status, since, receiver, handOverId, shipmentId, isCountedBack, deskId, collectOnDelivery, carrierName } = order;
      const { now } = context;
      await markFollowed(db, provinceId, carrierId, orderNumber);
      const hands = { receiverId: NOBODY, receiverName: carrierName };
      const owed = closing.reduce((sum, { unpaid }) => sum + unpaid.reduce((of, { amount }) => of + amount, 0), 0);
      // collected at the door together with the postage, or not at all
      const isPaid = owed > 0 && collectOnDelivery >= owed;
      for (const { dossier, clock, unpaid } of closing) {
        await saveReturn(db, provinceId, dossier.dossierId, since, {
          revision: dossier.revision, receiver: { fullName: receiver.name, phone: receiver.phone, relation: 'self', identity: { kind: 'none', number: '', reason: `${carrierName} đối chiếu khi phát` } },
          receiptShown: false, recalledPapers: [], originalsReturned: false, collectedFeeLines: [],
        }, { hands, collectedFeeLines: isPaid ? unpaid.map(({ lineNo }) => lineNo) : [] });
        await saveState(db, provinceId, dossier.dossierId, { state: 'returned', clock: clockAtEnd(clock, 'returned', now), closedAt: now });
      }
      const isClosing = (dossier: LockedDossier): boolean => closing.some((one) => one.dossier === dossier);
      return {
        answer: { carrierId, orderNumber }, chain: `desk:${deskId}`,
        journal: dossiers.map((dossier) => ({
          act: isClosing(dossier) ? 'deliver-outcome' : 'follow-carrier', dossierId: dossier.dossierId,
          data: {
            code: dossier.code, carrierId, orderNumber, status, at: since,
            ...(isClosing(dossier) && { receiverId: hands.receiverId, receiverName: carrierName, receiverOfOutcome: receiver.name, moneyHeldBy: isPaid ? carrierId : undefined }),
          },
        })),
        outbox: closing.flatMap(({ dossier }) => messagesOf(dossier, 'returned', now, { kind: 'returned' })),
        custody: isCountedBack ? NO_CHANGE : followCarrier(status, {
          things, shipmentId, desk: atDesk(deskId), carrier: atCarrier(carrierId), recordId: handOverId ?? shipmentId, settleBy: settleBy(place.calendar.compiled, now),
        }, custodyStamp(context, since)),
      };
    },
  };
};

/** How many words were followed. */
export const followOrders = async (pool: Pool, provinceId: ProvinceId, carrier: { readonly carrierId: string; readonly name: string }, now: () => Moment): Promise<number> => {
  const numbers = await findUnfollowed(pool, provinceId, carrier.carrierId);
  if (numbers.length === 0) return 0;
  const act = followAct(pool, provinceId);
  for (const orderNumber of numbers) {
    const context: ActContext = {
      provinceId, accountId: NOBODY, accountName: carrier.name, commandId: randomUUID(), fingerprint: fingerprintOf(act.name, orderNumber, {}), now: now(),
    };
    await perform(pool, act, context, { carrierId: carrier.carrierId, orderNumber });
  }
  return numbers.length;
};
