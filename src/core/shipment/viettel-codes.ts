// Viettel Post's status codes whose meaning its documentation leaves in no doubt; they are entered with the carrier and may be
// changed there. What it leaves in doubt (a request to turn back, to deliver again, to destroy) is for an administrator to say.
import type { CodeMeaning } from './shipment-status.ts';

export const VIETTEL_CODES: ReadonlyMap<string, CodeMeaning> = new Map<string, CodeMeaning>([
  ['101', 'cancelled'], ['103', 'informs'], ['104', 'informs'], ['107', 'cancelled'],
  ['200', 'accepted'], ['201', 'cancelled'], ['202', 'informs'], ['300', 'in-transit'], ['400', 'in-transit'],
  ['500', 'out-for-delivery'], ['501', 'delivered'], ['504', 'returned'],
  ['506', 'attempt-failed'], ['507', 'attempt-failed'], ['509', 'in-transit'], ['515', 'returning'],
]);
