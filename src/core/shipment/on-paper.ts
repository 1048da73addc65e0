// A courier whose phone is lost or dead tells at the desk, from her own paper, what she did at a door: she says it, somebody
// of the desk writes it down. What decides is what decides on her phone; for her signature on glass stands the signed
// paper, or why there is none, and the money that she took is counted there and then.
// @law QĐ 45/2016/QĐ-TTg Đ.9, Đ.10
import type { Moment } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { AccountId } from '../organisation/organisation.ts';
import { type CourierRefused, mayDiffer } from './courier-round.ts';
import { type Delivery, type DeliveryFacts, type DeliveryRefused, type Failed, type FailedFacts, type FailedRefused, type ShipmentDelivered, failAttempt, mayDeliver } from './deliver-shipment.ts';
import type { NextStep } from './next-attempt.ts';

/** One of the two. */
export type PaperProof = { readonly paper?: string; readonly noPaper?: string };
export type PaperFacts = {
  readonly courierId: AccountId;
  readonly recordedBy: AccountId;
  /** The paper was sent here by whoever records. */
  readonly isPaperHere: boolean;
  /** The last that is known to have been tried. */
  readonly lastTriedAt?: Moment;
};

export type PaperRefused =
  | Extract<CourierRefused, { readonly kind: 'both-sides' }>
  | { readonly kind: 'paper-missing' }
  | { readonly kind: 'scans-missing'; readonly scans: readonly string[] }
  | { readonly kind: 'attempt-told'; readonly at: Moment };

export const mayRecord = ({ paper, noPaper }: PaperProof, at: Moment, facts: PaperFacts): Result<true, PaperRefused> => {
  if (facts.recordedBy === facts.courierId) return refuse({ kind: 'both-sides' });
  if (paper !== undefined && !facts.isPaperHere) return refuse({ kind: 'scans-missing', scans: [paper] });
  if ((paper === undefined) === ((noPaper ?? '') === '')) return refuse({ kind: 'paper-missing' });
  return facts.lastTriedAt !== undefined && at <= facts.lastTriedAt ? refuse({ kind: 'attempt-told', at: facts.lastTriedAt }) : ok(true);
};

export type DeliveryOnPaper = Omit<Delivery, 'signature' | 'photo'> & PaperProof & { readonly amountCounted: number; readonly countedNote?: string };

export const recordDelivery = (command: DeliveryOnPaper, facts: Omit<DeliveryFacts, 'files'> & PaperFacts): Result<ShipmentDelivered, DeliveryRefused | PaperRefused> => {
  const may = mayRecord(command, facts.late.at, facts);
  if (!may.ok) return may;
  const delivered = mayDeliver(command, facts);
  if (!delivered.ok) return delivered;
  if (command.amountCounted > command.amountCollected) return refuse({ kind: 'more-than-held', held: command.amountCollected });
  const counted = mayDiffer(command.amountCollected, command.amountCounted, command.countedNote);
  return counted.ok ? delivered : counted;
};

export const recordFailure = (command: Failed & PaperProof, facts: FailedFacts & PaperFacts): Result<NextStep, FailedRefused | PaperRefused> => {
  const may = mayRecord(command, facts.late.at, facts);
  return may.ok ? failAttempt(command, facts) : may;
};
