// What the post's own couriers tell of an order, in codes of ours. They go through the same feed as any other house's, so
// a shipment's status is found in one way only; what they mean is entered with the carrier and may be changed there.
import { ATTEMPT_REASONS, type AttemptReason } from './attempt-reasons.ts';
import type { CodeMeaning } from './shipment-status.ts';

export type CourierCode = 'given' | 'out' | 'delivered' | `failed:${AttemptReason}` | 'turned-back' | 'back-at-desk' | 'returned' | 'lost';

const failed = (reason: AttemptReason): CourierCode => `failed:${reason}`;

export const COURIER_CODES: ReadonlyMap<CourierCode, CodeMeaning> = new Map<CourierCode, CodeMeaning>([
  ['given', 'accepted'], ['out', 'out-for-delivery'], ['delivered', 'delivered'],
  ...ATTEMPT_REASONS.map((reason) => [failed(reason), 'attempt-failed'] as const),
  // still to be brought, on another day or otherwise: where it stands does not change
  ['turned-back', 'returning'], ['back-at-desk', 'informs'], ['returned', 'returned'], ['lost', 'lost'],
]);
