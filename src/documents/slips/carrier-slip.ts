// The record under which outcomes leave the desk with a carrier, and the label on each of them.
import { formatMoney } from '#core/kernel/format.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { Parties } from '#core/people/person.ts';
import type { HandOverRecordPayload } from '#documents/hand-over-record/payload.ts';
import { ownerOf } from '#documents/kit/party-line.ts';
import type { SlipPlace } from './desk-place.ts';
import { deskHead } from './slip-parts.ts';
import type { StandingActor } from './standing-actor.ts';

export type ShippedOut = {
  readonly code: string; readonly parties: Parties; readonly procedureName: string; readonly outcomeName?: string;
  /** The number on its label, or of its order. */
  readonly itemNumber: string;
  readonly collectOnDelivery: number;
};

export const shippedLines = (outcomes: readonly ShippedOut[]): HandOverRecordPayload['lines'] => outcomes.map(({ code, parties, procedureName, outcomeName, itemNumber, collectOnDelivery }) => ({
  code, postingNumber: itemNumber, ownerName: ownerOf(parties).fullName, procedureName, original: 1, certifiedCopy: 0, plainCopy: 0,
  ...(outcomeName !== undefined && { outcome: outcomeName }), ...(collectOnDelivery > 0 && { note: `Thu hộ ${formatMoney(collectOnDelivery)}` }),
}));

export const carrierSlip = (
  { place, actor, carrierName, outcomes, now, number }:
  { readonly place: SlipPlace; readonly actor: StandingActor; readonly carrierName: string; readonly outcomes: readonly ShippedOut[]; readonly now: Moment; readonly number: string },
): HandOverRecordPayload => ({
  kind: 'hand-over-record', version: 'v2016', direction: 'to-carrier', issuedAt: now, sentAt: now, head: deskHead(place), number,
  giver: { unitName: place.desk.name, address: place.desk.address, personName: actor.fullName, personTitle: actor.title },
  taker: { unitName: carrierName },
  lines: shippedLines(outcomes),
});
