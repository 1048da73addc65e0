// Into the right hands at somebody's door: the same checks as at the desk, for every dossier of the shipment, and a
// signature. What is to be paid is the order's amount or the fees that are still due, whichever is more.
// @law QĐ 45/2016/QĐ-TTg Đ.10; NĐ 61/2018/NĐ-CP Đ.20
import type { ActRefused } from '../dossier/life.ts';
import { mayAct } from '../dossier/life.ts';
import { type Giving, type GivingRefusal, mayGiveOutcome } from '../dossier/return-outcome.ts';
import type { DossierState } from '../dossier/state.ts';
import type { Moment, PlainDate } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { Role } from '../organisation/organisation.ts';
import type { NamedParties } from '../people/person.ts';
import type { AnyCalendar } from '../deadline/working-time.ts';
import { ABOUT_REASON, type AttemptReason } from './attempt-reasons.ts';
import { type CourierRefused, type LateFacts, type Stop, mayBeTold } from './courier-round.ts';
import { type AttemptPolicy, type NextStep, nextAfterAttempt } from './next-attempt.ts';

export const MOST_SIGNATURE_BYTES = 200_000;
export type ProofFile = { readonly sha256: string; readonly mediaType: string; readonly bytes: number };

export type Delivery = Omit<Giving, 'recalledPapers' | 'collectedFeeLines'> & {
  readonly recalledPapers: readonly (Giving['recalledPapers'][number] & { readonly dossierId: string })[];
  readonly signature?: string;
  readonly photo?: string;
  readonly amountCollected: number;
  readonly amountNote?: string;
};

export type StopFacts = {
  readonly order: { readonly orderNumber: string; readonly orderedAt: Moment };
  readonly stop: Stop;
  /** Since when she has it. */
  readonly since?: Moment;
  readonly roles: readonly Role[];
  readonly late: Omit<LateFacts, 'since'>;
};

export type DeliveredDossier = {
  readonly dossierId: string; readonly code: string; readonly state: DossierState; readonly parties: NamedParties;
  readonly unpaid: readonly { readonly lineNo: number; readonly name: string; readonly amount: number }[];
};
export type DeliveryFacts = StopFacts & {
  readonly dossiers: readonly DeliveredDossier[];
  readonly collectOnDelivery: number;
  /** Those that she has sent here. */
  readonly files: readonly ProofFile[];
};

export type DeliveryRefused =
  | CourierRefused | ActRefused | GivingRefusal
  | { readonly kind: 'signature-missing' }
  | { readonly kind: 'signature-unfit'; readonly mostBytes: number }
  | { readonly kind: 'collected-differs'; readonly due: number; readonly collected: number };

export type ShipmentDelivered = { readonly due: number; readonly feeLines: ReadonlyMap<string, readonly number[]> };

/** To be asked for at the door. */
export const amountDue = (collectOnDelivery: number, unpaid: readonly { readonly amount: number }[]): number =>
  Math.max(collectOnDelivery, unpaid.reduce((sum, { amount }) => sum + amount, 0));

export const isWithHer = ({ order, stop, since, late }: StopFacts): Result<true, CourierRefused> =>
  (stop.state === 'with-courier' ? mayBeTold(order, { ...late, ...(since && { since }) }) : refuse({ kind: 'stop-stands', orderNumber: order.orderNumber, stands: stop.state }));

const proofRefusal = ({ signature, photo, signing, receiver }: Delivery, files: readonly ProofFile[]): DeliveryRefused | undefined => {
  const missing = [signature, photo, receiver.authorisation?.scan].filter((file) => file !== undefined).filter((file) => !files.some(({ sha256 }) => sha256 === file));
  if (missing.length > 0) return { kind: 'scans-missing', scans: missing };
  // a finger leaves its print on paper: the paper is photographed
  if (signature === undefined) return signing?.kind === 'fingerprint' && photo !== undefined ? undefined : { kind: 'signature-missing' };
  const drawn = files.find(({ sha256 }) => sha256 === signature);
  return drawn && drawn.mediaType === 'image/png' && drawn.bytes <= MOST_SIGNATURE_BYTES ? undefined : { kind: 'signature-unfit', mostBytes: MOST_SIGNATURE_BYTES };
};

/** Whatever proves it: on her phone, or on paper. */
export const mayDeliver = (command: Omit<Delivery, 'signature' | 'photo'>, facts: Omit<DeliveryFacts, 'files'>): Result<ShipmentDelivered, DeliveryRefused> => {
  const here = isWithHer(facts);
  if (!here.ok) return here;
  const unpaid = facts.dossiers.flatMap((dossier) => dossier.unpaid);
  const due = amountDue(facts.collectOnDelivery, unpaid);
  if (command.amountCollected !== due && (command.amountNote ?? '') === '') return refuse({ kind: 'collected-differs', due, collected: command.amountCollected });
  const fees = unpaid.reduce((sum, { amount }) => sum + amount, 0);
  if (command.amountCollected < fees) return refuse({ kind: 'fees-unpaid', amount: fees - command.amountCollected });
  const feeLines = new Map<string, readonly number[]>();
  for (const dossier of facts.dossiers) {
    const may = mayAct('deliver-outcome', dossier.state, facts.roles);
    if (!may.ok) return may;
    const recalledPapers = command.recalledPapers.filter(({ dossierId }) => dossierId === dossier.dossierId);
    const given = mayGiveOutcome(
      { ...command, recalledPapers, collectedFeeLines: dossier.unpaid.map(({ lineNo }) => lineNo) },
      { now: facts.late.at, unpaid: dossier.unpaid, unknownScans: [], parties: dossier.parties });
    if (!given.ok) return given;
    feeLines.set(dossier.dossierId, given.value);
  }
  return ok({ due, feeLines });
};

export const deliverShipment = (command: Delivery, facts: DeliveryFacts): Result<ShipmentDelivered, DeliveryRefused> => {
  const here = isWithHer(facts);
  if (!here.ok) return here;
  const proof = proofRefusal(command, facts.files);
  return proof ? refuse(proof) : mayDeliver(command, facts);
};

export type Failed = { readonly reason: AttemptReason; readonly note?: string; readonly askedFor?: PlainDate };
export type FailedFacts = StopFacts & { readonly on: PlainDate; readonly countedOn: readonly PlainDate[]; readonly policy: AttemptPolicy; readonly calendar: AnyCalendar };
export type FailedRefused = CourierRefused | { readonly kind: 'reason-note-missing'; readonly reason: AttemptReason };

export const failAttempt = ({ reason, note, askedFor }: Failed, facts: FailedFacts): Result<NextStep, FailedRefused> => {
  const here = isWithHer(facts);
  if (!here.ok) return here;
  if (ABOUT_REASON[reason].needsNote && (note ?? '') === '') return refuse({ kind: 'reason-note-missing', reason });
  return ok(nextAfterAttempt({ reason, on: facts.on, countedOn: facts.countedOn, ...(askedFor && { askedFor }) }, facts.policy, facts.calendar));
};
