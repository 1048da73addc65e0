// The same core decides here as at the server, so that what would be refused is known at the door.
import type { FieldError } from '#core/kernel/field-error.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { AccountId } from '#core/organisation/organisation.ts';
import { deliverShipment, type ProofFile } from '#core/shipment/deliver-shipment.ts';
import type { DeliverBody, RoundStop } from '#wire/courier.wire.ts';
import { courierRefusalText } from '#wire/refusals/courier.ts';
import { fieldErrorText } from '#wire/refusals/field-texts.ts';

export type DeliveryChecked = { readonly ok: true } | { readonly ok: false; readonly text: string; readonly errors: Readonly<Record<string, string>> };

const messages = (errors: readonly FieldError[]): Readonly<Record<string, string>> => Object.fromEntries(errors.map((error) => [error.path, fieldErrorText(error)]));

export const checkDelivery = (body: DeliverBody, stop: RoundStop, courierId: AccountId, files: readonly ProofFile[], now: Moment): DeliveryChecked => {
  const { orderNumber, orderedAt, state, day, since, collectOnDelivery } = stop;
  const decided = deliverShipment(body, {
    order: { orderNumber, orderedAt }, stop: { state, courierId, day }, ...(since && { since }), roles: ['courier'], late: { at: body.at, arrivedAt: now }, collectOnDelivery, files,
    dossiers: stop.dossiers.flatMap(({ dossierId, code, state: stands }) => stop.giving.filter((one) => one.dossierId === dossierId)
      .map(({ applicant, owner, unpaid }) => ({ dossierId, code, state: stands, parties: { applicant, ...(owner && { owner }) }, unpaid }))),
  });
  if (decided.ok) return { ok: true };
  const { refusal } = decided;
  return { ok: false, text: courierRefusalText(refusal).detail, errors: refusal.kind === 'fields-invalid' ? messages(refusal.errors) : {} };
};
