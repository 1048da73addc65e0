// The desk's half of a hand-over: from now on what the shipments carry is between the desk and the courier.
import { sentTo } from '#core/custody/dossier-things.ts';
import { withCourier } from '#core/custody/courier-moves.ts';
import { atDesk } from '#core/custody/thing.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { type Result, refuse } from '#core/kernel/result.ts';
import { type CourierRefused, mayPlan } from '#core/shipment/courier-round.ts';
import { givenToCourierSlip } from '#documents/slips/courier-slip.ts';
import type { GiveToCourierBody, GivenToCourier } from '#wire/courier-desk.wire.ts';
import type { Act } from '../acts/act.ts';
import { custodyStamp } from '../custody/custody-stamp.ts';
import type { DeskCall } from '../desk/facts/desk-route.ts';
import { issueCourierRecord } from './courier-paper.ts';
import { insertRecord } from './records.sql.ts';
import { type Carried, asPlanned, heldHere, journalOf, loadCarried, nameOfItem, shippedOut, tellCarrier } from './round-facts.ts';
import { findCouriersOf, saveStops } from './shipments.sql.ts';

export type GiveCall = DeskCall & { readonly body: GiveToCourierBody };
type Facts = { readonly shipments: readonly Carried[]; readonly courierName: string };

const decide = ({ body, actor }: GiveCall, { shipments }: Facts, { now }: { readonly now: DeskCall['context']['now'] }): Result<true, CourierRefused> => {
  if (body.courierId === actor.accountId) return refuse({ kind: 'both-sides' });
  if (body.day < dateOf(now)) return refuse({ kind: 'day-passed', day: body.day });
  return mayPlan(shipments.map(asPlanned), ['planned', 'at-desk']);
};

export const giveToCourierAct: Act<GiveCall, Facts, true, CourierRefused, GivenToCourier> = {
  name: 'give-to-courier',
  load: async (db, { provinceId, now }, { body }) => {
    const courier = (await findCouriersOf(db, provinceId, [body.deskId], dateOf(now))).find(({ courierId }) => courierId === body.courierId);
    const shipments = courier && await loadCarried(db, provinceId, { kind: 'desk', deskId: body.deskId }, body.shipmentIds);
    return shipments && { shipments, courierName: courier.name };
  },
  decide,
  save: async (db, context, { body, place, actor }, _decision, { shipments, courierName }) => {
    const { provinceId, now } = context;
    const { recordId, deskId, courierId, day } = body;
    await insertRecord(db, context, {
      recordId, direction: 'to-courier', deskId, courierId, items: shipments.map((one) => ({ itemId: one.shipmentId, kind: 'shipment', name: nameOfItem(one) })),
    });
    await issueCourierRecord(db, context, recordId, place.desk, (number) => givenToCourierSlip({ place, actor, courierName, now, number, outcomes: shipments.flatMap(shippedOut) }));
    await saveStops(db, provinceId, shipments.map(({ shipmentId }) => ({ shipmentId, courierId, day, state: 'given' })));
    for (const shipment of shipments) await tellCarrier(db, context, shipment, 'given', now, place.desk.shortName);
    return {
      answer: { recordId, at: now, items: shipments.length }, chain: `desk:${deskId}`, outbox: [],
      journal: journalOf('give-to-courier', shipments, { recordId, courierId, courierName, note: `Bưu tá ${courierName}` }),
      custody: sentTo(heldHere(shipments, atDesk(deskId)), atDesk(deskId), withCourier(courierId), recordId, custodyStamp(context)),
    };
  },
};
