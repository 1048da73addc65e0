// A shipment carries one or more outcomes that lie at the desk to one receiver; what the citizen wished is another thing.
// No outcome is on two open shipments, and an order goes out only with the carrier's own codes for both places.
// @law QĐ 45/2016/QĐ-TTg Đ.8, Đ.10
import type { DossierState } from '../dossier/state.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import { type ReceiverField, type ShipmentReceiver, receiverErrors } from './receiver.ts';

/** The carrier's own codes; one that names communes too may leave the district out. */
export type CarrierPlace = { readonly place: string; readonly provinceCode: string; readonly districtCode: string; readonly wardCode?: string };

export type ShipmentFacts = {
  readonly dossiers: readonly {
    readonly dossierId: string; readonly code: string; readonly state: DossierState; readonly revision: number;
    /** Who is to get it. */
    readonly receiverKey: string;
    /** On an open shipment already. */
    readonly orderNumber?: string;
    /** A carrier is bringing it back, and nobody has counted it. */
    readonly isComingBack: boolean;
  }[];
  readonly carrier: { readonly isOpen: boolean; readonly senderPlace: string; readonly places: readonly CarrierPlace[] };
};

export type ShipmentCommand = {
  readonly dossiers: readonly { readonly dossierId: string; readonly revision: number }[];
  readonly receiver: ShipmentReceiver;
};

export type ShipmentRefused =
  | { readonly kind: 'carrier-closed' }
  | { readonly kind: 'place-unknown-to-carrier'; readonly place: string }
  | { readonly kind: 'outcome-not-at-desk'; readonly code: string }
  | { readonly kind: 'shipped-already'; readonly code: string; readonly orderNumber: string }
  | { readonly kind: 'outcome-to-count'; readonly code: string }
  | { readonly kind: 'dossier-changed' }
  | { readonly kind: 'receivers-differ'; readonly codes: readonly string[] }
  | { readonly kind: 'receiver-wrong'; readonly fields: readonly ReceiverField[] }
  /** The desk has no item number left in its ranges. */
  | { readonly kind: 'item-numbers-out' };

export type ShipmentDecided = { readonly from: CarrierPlace; readonly to: CarrierPlace };

export const orderShipment = (command: ShipmentCommand, { dossiers, carrier }: ShipmentFacts): Result<ShipmentDecided, ShipmentRefused> => {
  if (!carrier.isOpen) return refuse({ kind: 'carrier-closed' });
  for (const { dossierId, code, state, revision, orderNumber, isComingBack } of dossiers) {
    if (orderNumber !== undefined) return refuse({ kind: 'shipped-already', code, orderNumber });
    if (isComingBack) return refuse({ kind: 'outcome-to-count', code });
    if (state !== 'ready-to-return') return refuse({ kind: 'outcome-not-at-desk', code });
    if (command.dossiers.find((asked) => asked.dossierId === dossierId)?.revision !== revision) return refuse({ kind: 'dossier-changed' });
  }
  const [first, ...others] = dossiers;
  const differ = others.filter(({ receiverKey }) => receiverKey !== first?.receiverKey).map(({ code }) => code);
  if (differ.length > 0) return refuse({ kind: 'receivers-differ', codes: differ });
  const fields = receiverErrors(command.receiver);
  if (fields.length > 0) return refuse({ kind: 'receiver-wrong', fields });
  const placeOf = (name: string): CarrierPlace | undefined => carrier.places.find(({ place }) => place === name);
  const [from, to] = [placeOf(carrier.senderPlace), placeOf(command.receiver.place)];
  if (!from) return refuse({ kind: 'place-unknown-to-carrier', place: carrier.senderPlace });
  return to ? ok({ from, to }) : refuse({ kind: 'place-unknown-to-carrier', place: command.receiver.place });
};
