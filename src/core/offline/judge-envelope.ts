// Can an act that comes in later be believed: made by whom it names, on this machine, at a time that can be right, with
// numbers that the machine held? What cannot be believed is kept whole for a person; nothing of it is lost.
import type { DeskId, Role } from '../organisation/organisation.ts';
import { type Moment, dateOf, momentToEpoch } from '../kernel/moment.ts';
import type { QuarantineReason } from './case-reason.ts';

export type ProofFacts = {
  /** The grant as it was given, if it was given on this machine to the person named. */
  readonly grant?: { readonly madeAt: Moment; readonly validUntil: Moment };
  readonly isProven: boolean;
  readonly person?: { readonly isDisabled: boolean; readonly roles: readonly Role[] };
};

export type EnvelopeFacts = {
  readonly arrivedAt: Moment;
  readonly madeAt: Moment;
  /** What the machine's own clock said, in business time. */
  readonly machineAt: Moment;
  readonly deskId: DeskId;
  readonly bodyDeskId: DeskId;
  readonly isRevoked: boolean;
  readonly by: ProofFacts;
  readonly officer?: ProofFacts;
};

const MOST_AHEAD = 10 * 60_000;
const MOST_OFF = 2 * 86_400_000;
const apart = (a: Moment, b: Moment): number => momentToEpoch(a) - momentToEpoch(b);

const isOpenAt = ({ madeAt, validUntil }: NonNullable<ProofFacts['grant']>, at: Moment): boolean => madeAt <= at && at <= validUntil;

const personReason = ({ grant, isProven, person }: ProofFacts, madeAt: Moment): QuarantineReason | undefined => {
  if (!grant) return 'grant-unknown';
  if (!isProven) return 'proof-wrong';
  if (!person || person.isDisabled || person.roles.length === 0) return 'person-not-at-desk';
  return isOpenAt(grant, madeAt) ? undefined : 'grant-not-valid';
};

const isOfficer = (officer: ProofFacts, madeAt: Moment): boolean =>
  personReason(officer, madeAt) === undefined && officer.person?.roles.includes('commune-officer') === true;

/** The gravest reason; that the machine was revoked is the least, for what it printed before may well be right. */
export const judgeEnvelope = (facts: EnvelopeFacts): QuarantineReason | undefined => {
  const { arrivedAt, madeAt, machineAt, by, officer } = facts;
  if (facts.bodyDeskId !== facts.deskId) return 'desk-differs';
  if (by.grant && !by.isProven) return 'proof-wrong';
  if (apart(madeAt, arrivedAt) > MOST_AHEAD) return 'made-in-future';
  if (Math.abs(apart(machineAt, madeAt)) > MOST_OFF) return 'clock-off';
  const person = personReason(by, madeAt);
  if (person) return person;
  if (officer && !isOfficer(officer, madeAt)) return 'officer-proof-wrong';
  return facts.isRevoked ? 'device-revoked' : undefined;
};

/** The day of the paper is not the day that the machine's clock, or ours, says. */
export const isDayDoubtful = ({ arrivedAt, madeAt, machineAt }: Pick<EnvelopeFacts, 'arrivedAt' | 'madeAt' | 'machineAt'>): boolean =>
  dateOf(madeAt) !== dateOf(machineAt) || dateOf(madeAt) > dateOf(arrivedAt);

export type LeasedFact = {
  readonly number: number;
  /** The lease named, if this machine holds or held it for this series. */
  readonly lease?: { readonly from: number; readonly to: number; readonly unusedFrom?: number };
  readonly usedByOther: boolean;
};

export const judgeNumbers = (numbers: readonly LeasedFact[]): QuarantineReason | undefined => {
  if (numbers.some(({ usedByOther }) => usedByOther)) return 'number-used';
  const within = ({ number, lease }: LeasedFact): boolean =>
    lease !== undefined && lease.from <= number && number <= Math.min(lease.to, (lease.unusedFrom ?? lease.to + 1) - 1);
  return numbers.every(within) ? undefined : 'number-not-leased';
};
