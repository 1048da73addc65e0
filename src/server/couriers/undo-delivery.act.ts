// The counter-entry of a delivery: stop, outcome, dossier and money as they were before it, and all that was written kept.
import { dateOf } from '#core/kernel/moment.ts';
import type { CustodyEvent } from '#core/custody/thing.ts';
import { type DeliveryUndone, type UndoRefused, outcomesTakenBack, undoDelivery } from '#core/shipment/undo-delivery.ts';
import type { UndoDeliveryBody, Undone } from '#wire/courier-desk.wire.ts';
import type { Act } from '../acts/act.ts';
import { findWithOpenCase } from '../carriers/shipments.sql.ts';
import { custodyStamp } from '../custody/custody-stamp.ts';
import { findEvents } from '../custody/things.sql.ts';
import type { DeskCall } from '../desk/facts/desk-route.ts';
import { messagesOf } from '../desk/save/desk-act.ts';
import { saveState } from '../desk/save/desk-save.sql.ts';
import { findMoneyAt, insertMoney, lockHeldMoney } from './money.sql.ts';
import { lockDeskMoney } from './remittances.sql.ts';
import { type Carried, journalOf, loadCarried, tellCarrier } from './round-facts.ts';
import { saveStops } from './shipments.sql.ts';
import { type DeliveryFound, findDelivery, insertUndone, saveReturnUndone } from './undone.sql.ts';

export type UndoCall = DeskCall & { readonly shipmentId: string; readonly body: UndoDeliveryBody };
type Facts = { readonly shipment: Carried; readonly delivery: DeliveryFound; readonly events: readonly CustodyEvent[]; readonly withOpenCase: readonly string[]; readonly heldByCourier: number; readonly heldAtDesk: number };

export const undoDeliveryAct: Act<UndoCall, Facts, DeliveryUndone, UndoRefused, Undone> = {
  name: 'undo-delivery',
  load: async (db, { provinceId }, { shipmentId, body: { deskId } }) => {
    const [shipment] = (await loadCarried(db, provinceId, { kind: 'desk', deskId }, [shipmentId])) ?? [];
    const delivery = shipment && await findDelivery(db, provinceId, shipmentId);
    if (!delivery) return undefined;
    const heldByCourier = await lockHeldMoney(db, provinceId, delivery.courierId, deskId);
    await lockDeskMoney(db, provinceId, deskId);
    const thingIds = shipment.things.map(({ thingId }) => thingId);
    return { shipment, delivery, events: await findEvents(db, provinceId, thingIds), withOpenCase: await findWithOpenCase(db, provinceId, thingIds), heldByCourier, heldAtDesk: await findMoneyAt(db, provinceId, deskId) };
  },
  decide: ({ actor, place }, { shipment, delivery, ...more }) => undoDelivery({ ...shipment, ...delivery, ...more, actor, how: place.desk.officerConfirmation }),
  save: async (db, context, { shipmentId, body, place }, decision, { shipment, delivery, events }) => {
    const { provinceId, now } = context;
    const { undoneId, deskId, ground } = body;
    const { courierId, attemptId, collected } = delivery;
    const { dossiers, things, takenAt } = shipment;
    for (const { dossierId } of dossiers) {
      await saveReturnUndone(db, provinceId, dossierId, now);
      await saveState(db, provinceId, dossierId, { state: 'ready-to-return' });
    }
    await insertUndone(db, provinceId, delivery, { shipmentId, undoneId, at: now, ground, ...decision });
    if (decision.moneyFrom) {
      await insertMoney(db, context, {
        moveId: undoneId, from: { kind: decision.moneyFrom, id: decision.moneyFrom === 'desk' ? deskId : courierId }, to: { kind: 'receiver', id: shipmentId }, deskId, amount: collected, note: ground,
        counted: { at: now, by: decision.hands.receiverId, byName: decision.hands.receiverName },
      });
    }
    await saveStops(db, provinceId, [{ shipmentId, courierId, day: dateOf(now), state: 'with-courier', takenAt }]);
    await tellCarrier(db, context, shipment, 'out', now, place.desk.shortName, ground);
    return {
      answer: { shipmentId, at: now, state: 'with-courier', amount: decision.moneyFrom ? collected : 0, ...(decision.moneyFrom && { moneyFrom: decision.moneyFrom }) },
      chain: `desk:${deskId}`,
      journal: journalOf('undo-delivery', [shipment], { attemptId, undoneId, ground, ...decision.hands, amount: collected, moneyFrom: decision.moneyFrom, note: ground }),
      outbox: dossiers.flatMap((dossier) => messagesOf(dossier, 'ready-to-return', now, { kind: 'delivery-undone' })),
      custody: outcomesTakenBack(things, events, courierId, ground, custodyStamp(context)),
    };
  },
};
