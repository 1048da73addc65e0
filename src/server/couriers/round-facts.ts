// What the acts of a round have in common: the shipments with what lies in them, and their words to the carrier's feed.
import type { PoolClient } from 'pg';
import { carriedFrom } from '#core/custody/courier-moves.ts';
import { isOutcome } from '#core/custody/dossier-things.ts';
import { type Holder, type Thing, atDesk } from '#core/custody/thing.ts';
import type { DossierId } from '#core/dossier/dossier.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { CourierCode } from '#core/shipment/courier-codes.ts';
import type { RoundShipment } from '#core/shipment/courier-round.ts';
import type { ShippedOut } from '#documents/slips/carrier-slip.ts';
import { courierCodeWords } from '#wire/courier-words.ts';
import type { ActContext, JournalEntry } from '../acts/act.ts';
import { writeCourierEvent } from '../carriers/courier-book.sql.ts';
import { findThings } from '../custody/things.sql.ts';
import { type LockedDossier, lockDeskDossiers } from '../desk/save/desk-dossier.sql.ts';
import { type LockedShipment, type ShipmentScope, lockShipments } from './shipments.sql.ts';

export type Carried = LockedShipment & { readonly dossiers: readonly LockedDossier[]; readonly things: readonly Thing[] };

/** Undefined: one of them is not there for whoever asks. */
export const loadCarried = async (db: PoolClient, provinceId: number, scope: ShipmentScope, asked: readonly string[]): Promise<readonly Carried[] | undefined> => {
  const ids = [...new Set(asked)];
  const locked = ids.length === 0 ? [] : await lockShipments(db, provinceId, scope, ids);
  if (locked.length < ids.length) return undefined;
  const carried: Carried[] = [];
  for (const [deskId, own] of Map.groupBy(locked, (shipment) => shipment.deskId)) {
    const dossierIds: readonly DossierId[] = own.flatMap((shipment) => shipment.dossierIds);
    const dossiers = await lockDeskDossiers(db, provinceId, deskId, dossierIds);
    const things = await findThings(db, provinceId, dossierIds);
    for (const shipment of own) {
      carried.push({
        ...shipment, dossiers: dossiers.filter(({ dossierId }) => shipment.dossierIds.includes(dossierId)),
        things: things.filter(({ dossierId }) => shipment.dossierIds.some((id) => id === dossierId)),
      });
    }
  }
  return carried;
};

export const asPlanned = (shipment: Carried): RoundShipment => ({ ...shipment, lyingHere: carriedFrom(shipment.things, atDesk(shipment.deskId)).length });

/** As its item stands on a record. */
export const nameOfItem = ({ itemNumber, orderNumber, receiverName }: LockedShipment): string => `${itemNumber ?? orderNumber} · ${receiverName}`;

/** The same word as from any other house, in the act's own transaction. */
export const tellCarrier = async (
  db: PoolClient, context: ActContext, { carrierId, orderNumber }: Pick<Carried, 'carrierId' | 'orderNumber'>, code: CourierCode, at: Moment, place: string, notes = '',
): Promise<void> => {
  const told = await writeCourierEvent(db, context.provinceId, carrierId, { orderNumber, code, message: courierCodeWords(code), place, notes, at, byAccount: context.accountId });
  if (told === undefined) throw new Error(`order ${orderNumber} is not in the couriers' book`);
};

/** As they stand on a printed record: what is to be collected stands once, however many dossiers there are. */
export const shippedOut = ({ dossiers, things, itemNumber, orderNumber, collectOnDelivery }: Carried): readonly ShippedOut[] => dossiers.map((dossier, index) => ({
  ...dossier, outcomeName: things.find((thing) => thing.dossierId === dossier.dossierId && isOutcome(thing))?.name, itemNumber: itemNumber ?? orderNumber,
  collectOnDelivery: index === 0 ? collectOnDelivery : 0,
}));

export const journalOf = (act: string, shipments: readonly Carried[], data: Readonly<Record<string, unknown>>): readonly JournalEntry[] =>
  shipments.flatMap(({ shipmentId, orderNumber, dossiers }) => dossiers.map(({ dossierId, code }) => ({ act, dossierId, data: { code, shipmentId, orderNumber, ...data } })));

export const heldHere = (shipments: readonly Carried[], holder: Holder): readonly Thing[] => shipments.flatMap(({ things }) => carriedFrom(things, holder));
