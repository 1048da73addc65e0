// Papers collected at somebody's home: counted with the person against the published list, put into an envelope under the
// number of a posting slip, and carried to the desk unopened. What is missing is said there; the courier refuses nothing.
// @law QĐ 45/2016/QĐ-TTg Đ.5, Đ.6; TT 17/2017/TT-BTTTT Đ.4, Đ.5.1
import { type Moment, type PlainDate } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import { type ItemNumber, type ItemNumberRefused, parseItemNumber } from '../numbering/item-number.ts';
import { type CustodyChange, changeOf, moves } from '../custody/change.ts';
import { comes } from '../custody/move-thing.ts';
import type { CustodyStamp } from '../custody/dossier-things.ts';
import type { Holder, Thing, ThingId } from '../custody/thing.ts';
import type { AnyCalendar } from '../deadline/working-time.ts';
import { ABOUT_REASON, type AttemptReason } from './attempt-reasons.ts';
import { type CourierRefused, type LateFacts, mayHaveHappened } from './courier-round.ts';
import { type FailedRefused, MOST_SIGNATURE_BYTES, type ProofFile } from './deliver-shipment.ts';
import { ATTEMPT_POLICY, againFrom } from './next-attempt.ts';

export const PICKUP_STATES = [
  'planned', 'with-courier', 'handed-in', 'at-desk',
  'received', // its dossier has been received
  'handed-back', 'given-up', 'lost',
] as const;
export type PickupState = (typeof PICKUP_STATES)[number];

export type PickupRefused =
  | CourierRefused
  | ItemNumberRefused
  | { readonly kind: 'pickup-stands'; readonly stands: PickupState }
  | { readonly kind: 'slip-number-used'; readonly slipNumber: string }
  | { readonly kind: 'signature-unfit'; readonly mostBytes: number }
  | { readonly kind: 'scans-missing'; readonly scans: readonly string[] }
  | { readonly kind: 'dossier-not-here' };

type At = { readonly state: PickupState; readonly madeAt: Moment; readonly late: Omit<LateFacts, 'since'> };

const isOpen = ({ state, madeAt, late }: At): Result<true, PickupRefused> =>
  (state === 'planned' ? mayHaveHappened({ ...late, since: madeAt }) : refuse({ kind: 'pickup-stands', stands: state }));

export type Collected = { readonly slipNumber: string; readonly signature: string; readonly photo?: string };

export const collectPapers = (
  { slipNumber, signature, photo }: Collected, facts: At & { readonly files: readonly ProofFile[]; readonly isSlipUsed: boolean },
): Result<ItemNumber, PickupRefused> => {
  const open = isOpen(facts);
  if (!open.ok) return open;
  const slip = parseItemNumber(slipNumber);
  if (!slip.ok) return slip;
  if (facts.isSlipUsed) return refuse({ kind: 'slip-number-used', slipNumber: slip.value });
  const missing = [signature, photo].filter((file) => file !== undefined).filter((file) => !facts.files.some(({ sha256 }) => sha256 === file));
  if (missing.length > 0) return refuse({ kind: 'scans-missing', scans: missing });
  const drawn = facts.files.find(({ sha256 }) => sha256 === signature);
  return drawn && drawn.mediaType === 'image/png' && drawn.bytes <= MOST_SIGNATURE_BYTES ? ok(slip.value) : refuse({ kind: 'signature-unfit', mostBytes: MOST_SIGNATURE_BYTES });
};

/** Sealed before the person's eyes: one thing, whatever lies in it. */
export const envelopeCame = (pickupId: string, slip: ItemNumber, name: string, courier: Holder, stamp: CustodyStamp): CustodyChange =>
  changeOf(comes({ thingId: pickupId as ThingId, kind: 'envelope', lines: [], label: slip, name }, 1, courier, stamp));

export type NotCollected = { readonly reason: AttemptReason; readonly note?: string; readonly askedFor?: PlainDate };
export type PickupNext = { readonly state: 'planned'; readonly day: PlainDate } | { readonly state: 'given-up' };

/** `first`: the first day on which it may be tried again. */
export const pickupAfter = ({ reason, askedFor }: Omit<NotCollected, 'note'>, first: PlainDate): PickupNext =>
  (ABOUT_REASON[reason].follows === 'again' ? { state: 'planned', day: askedFor !== undefined && askedFor > first ? askedFor : first } : { state: 'given-up' });

export const failPickup = (
  { reason, note, askedFor }: NotCollected, facts: At & { readonly on: PlainDate; readonly calendar: AnyCalendar },
): Result<PickupNext, PickupRefused | FailedRefused> => {
  const open = isOpen(facts);
  if (!open.ok) return open;
  if (ABOUT_REASON[reason].needsNote && (note ?? '') === '') return refuse({ kind: 'reason-note-missing', reason });
  return ok(pickupAfter({ reason, ...(askedFor && { askedFor }) }, againFrom(facts.on, ATTEMPT_POLICY, facts.calendar)));
};

export const CLOSED_HOW = ['received', 'handed-back', 'given-up'] as const;
export type ClosedHow = (typeof CLOSED_HOW)[number];

/** The envelope is opened for a dossier of the desk, or given back; what was never collected is called off. */
export const closePickup = (how: ClosedHow, state: PickupState, dossierIsHere: boolean): Result<true, PickupRefused> => {
  if (state !== (how === 'given-up' ? 'planned' : 'at-desk')) return refuse({ kind: 'pickup-stands', stands: state });
  return how === 'received' && !dossierIsHere ? refuse({ kind: 'dossier-not-here' }) : ok(true);
};

export const envelopeClosed = (envelope: Thing, how: Exclude<ClosedHow, 'given-up'>, desk: Holder, stamp: CustodyStamp, note: string): CustodyChange =>
  moves(envelope, [how === 'received' ? { kind: 'destroy', note } : { kind: 'hand-out', by: desk }], stamp);
