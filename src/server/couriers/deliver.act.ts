// Delivered: the outcome of each dossier is the citizen's and its dossier closed, by the same core as at the desk; old papers
// and money that she took are hers to hand in; and the carrier's feed hears of it. All of it in one transaction.
import type { DossierClock } from '#core/dossier/kept-clock.ts';
import type { PoolClient } from 'pg';
import type { AnyCalendar } from '#core/deadline/working-time.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { type DeliveryRefused, type ProofFile, type ShipmentDelivered, type StopFacts, deliverShipment } from '#core/shipment/deliver-shipment.ts';
import type { AttemptTaken, DeliverBody } from '#wire/courier.wire.ts';
import type { Act } from '../acts/act.ts';
import { loadDossierClock } from '../clock/dossier-clock.sql.ts';
import type { DeskFacts } from '../desk/facts/desk-facts.ts';
import { type UnpaidFee, findUnpaidFees } from '../desk/return-outcome/return-outcome.sql.ts';
import { findAttemptsBefore, findOwnFiles } from './attempts.sql.ts';
import type { CourierCall } from './courier-call.ts';
import { type AtDoor, saveDelivered } from './door-saves.ts';
import { type Carried, loadCarried } from './round-facts.ts';

export type AtDoorCall<Body> = CourierCall<Body> & { readonly shipmentId: string };

/** What decides whether anything can have happened there at all; undefined: not in her round. */
export const stopFactsOf = ({ body, roles, arrivedAt }: AtDoorCall<{ readonly at: StopFacts['late']['at'] }>, { orderNumber, orderedAt, stop, takenAt }: Carried): StopFacts | undefined =>
  stop && { order: { orderNumber, orderedAt }, stop, roles, late: { at: body.at, arrivedAt }, ...(takenAt && { since: takenAt }) };

export type Owed = { readonly unpaid: ReadonlyMap<string, readonly UnpaidFee[]>; readonly clocks: ReadonlyMap<string, DossierClock | undefined> };

/** Of each of its dossiers: the fees still due, and the clock that ends with it. */
export const loadOwed = async (db: PoolClient, provinceId: number, { dossiers }: Carried, calendar: AnyCalendar): Promise<Owed> => {
  const unpaid = new Map<string, readonly UnpaidFee[]>();
  const clocks = new Map<string, DossierClock | undefined>();
  for (const { dossierId, clock } of dossiers) {
    unpaid.set(dossierId, await findUnpaidFees(db, provinceId, dossierId));
    clocks.set(dossierId, await loadDossierClock(db, provinceId, clock, calendar));
  }
  return { unpaid, clocks };
};

export const owedBy = (shipment: Carried, { unpaid }: Owed) =>
  ({ collectOnDelivery: shipment.collectOnDelivery, dossiers: shipment.dossiers.map((dossier) => ({ ...dossier, unpaid: unpaid.get(dossier.dossierId) ?? [] })) });

type Facts = AtDoor & Owed & { readonly stop: StopFacts; readonly files: readonly ProofFile[] };

export const deliverAct = (facts: DeskFacts): Act<AtDoorCall<DeliverBody>, Facts, ShipmentDelivered, DeliveryRefused, AttemptTaken> => ({
  name: 'deliver-outcome',
  load: async (db, { provinceId, accountId, now }, call) => {
    const { body, shipmentId } = call;
    const [shipment] = (await loadCarried(db, provinceId, { kind: 'courier', courierId: accountId }, [shipmentId])) ?? [];
    const stop = shipment && stopFactsOf(call, shipment);
    const place = shipment && await facts.place(shipment.deskId, dateOf(now), { db });
    if (!stop || !place) return undefined;
    const named = [body.signature, body.photo, body.receiver.authorisation?.scan].filter((file) => file !== undefined);
    const files = await findOwnFiles(db, provinceId, accountId, named);
    return { shipment, stop, files, ...await loadOwed(db, provinceId, shipment, place.calendar.compiled), before: await findAttemptsBefore(db, provinceId, shipmentId) };
  },
  decide: ({ body }, { stop, files, shipment, ...owed }) => deliverShipment(body, { ...stop, files, ...owedBy(shipment, owed) }),
  save: (db, context, { body }, decision, facts) =>
    saveDelivered(db, context, { courierId: context.accountId, courierName: context.accountName, at: context.now }, body, decision, facts),
});
