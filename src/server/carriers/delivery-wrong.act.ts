// The desk writes down what the receiver of a delivered shipment says went wrong with it.
import type { PoolClient } from 'pg';
import type { CustodyChange } from '#core/custody/change.ts';
import { type DeliveredThing, type DeliveryWrongRefused, deliveryWrong } from '#core/custody/delivery-wrong.ts';
import { settleBy } from '#core/custody/differences.ts';
import { isOutcome } from '#core/custody/dossier-things.ts';
import type { DeliveryWrongBody, DeliveryWrongSaid } from '#wire/shipments.wire.ts';
import type { Act } from '../acts/act.ts';
import { custodyStamp } from '../custody/custody-stamp.ts';
import { findEvents, findThings } from '../custody/things.sql.ts';
import type { DeskCall } from '../desk/facts/desk-route.ts';
import { type LockedDossier, lockDeskDossiers } from '../desk/save/desk-dossier.sql.ts';
import { findLastSentIn, findWithOpenCase, lockOrderOfShipment, lockShipments } from './shipments.sql.ts';

export type DeliveryWrongCall = DeskCall & { readonly shipmentId: string; readonly body: DeliveryWrongBody };
type Facts = { readonly orderNumber: string; readonly dossiers: readonly LockedDossier[]; readonly delivered: readonly DeliveredThing[] };

const findDelivered = async (db: PoolClient, provinceId: number, shipmentId: string, dossiers: readonly LockedDossier[]): Promise<readonly DeliveredThing[]> => {
  const outcomes = (await findThings(db, provinceId, dossiers.map(({ dossierId }) => dossierId))).filter(isOutcome);
  const alive = outcomes.filter(({ holder }) => holder.kind !== 'destroyed');
  // of a dossier whose every outcome was given up the last word is that one
  const things = [...alive, ...outcomes.filter(({ dossierId }) => !alive.some((one) => one.dossierId === dossierId))];
  const ids = things.map(({ thingId }) => thingId);
  const [events, open] = [await findEvents(db, provinceId, ids), await findWithOpenCase(db, provinceId, ids)];
  const brought = await findLastSentIn(db, provinceId, shipmentId, dossiers.map(({ dossierId }) => dossierId));
  return things.map((thing) => ({
    thing, code: dossiers.find(({ dossierId }) => dossierId === thing.dossierId)?.code ?? '', events: events.filter(({ thingId }) => thingId === thing.thingId), isOpen: open.includes(thing.thingId),
    isLastSent: brought.some((id) => id === thing.dossierId),
  }));
};

export const deliveryWrongAct: Act<DeliveryWrongCall, Facts, CustodyChange, DeliveryWrongRefused, DeliveryWrongSaid> = {
  name: 'delivery-wrong',
  load: async (db, { provinceId }, { shipmentId, body: { deskId, dossierIds } }) => {
    const order = await lockOrderOfShipment(db, provinceId, deskId, shipmentId);
    const [shipment] = order ? await lockShipments(db, provinceId, { deskId, carrierId: order.carrierId, shipmentIds: [shipmentId] }) : [];
    if (!shipment || dossierIds.some((id) => !shipment.dossierIds.includes(id))) return undefined;
    const dossiers = await lockDeskDossiers(db, provinceId, deskId, dossierIds);
    return { orderNumber: shipment.orderNumber, dossiers, delivered: await findDelivered(db, provinceId, shipmentId, dossiers) };
  },
  decide: ({ shipmentId, body: { kind, note }, place }, { delivered }, context) =>
    deliveryWrong(kind, note, delivered, { stamp: custodyStamp(context), settleBy: settleBy(place.calendar.compiled, context.now), shipmentId }),
  save: (_db, _context, { shipmentId, body: { deskId, kind, note } }, change, { orderNumber, dossiers }) => Promise.resolve({
    answer: { caseIds: change.opened.map(({ caseId }) => caseId) }, chain: `desk:${deskId}`, outbox: [], custody: change,
    journal: dossiers.map(({ dossierId, code }) => ({ act: 'delivery-wrong', dossierId, data: { code, shipmentId, orderNumber, kind, note } })),
  }),
};
