// The outcome goes into the right hands: identity or authorisation is checked, the receipt taken or its loss
// written down and signed, papers to be recalled collected, unpaid fees paid.
// @law NĐ 61/2018/NĐ-CP Đ.20; QĐ 45/2016/QĐ-TTg Đ.10
import type { Borne } from '../custody/borne.ts';
import { foldVietnamese } from '../kernel/fold.ts';
import type { FieldError } from '../kernel/field-error.ts';
import { type Moment, dateOf } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { Desk } from '../organisation/organisation.ts';
import { identityErrors } from '../people/identity.ts';
import type { IdentityPaper, NamedParties, Parties } from '../people/person.ts';
import { type DeskActRefused, type DeskDossier, mayActAtDesk } from './desk-dossier.ts';
import type { DeskActor } from './desk-hands.ts';
import type { DeskHands } from './dossier.ts';
import { type Signing, signingErrors } from './signing.ts';

export type OutcomeReceiver = {
  readonly fullName: string;
  readonly identity: IdentityPaper;
  readonly relation: 'self' | 'family' | 'authorised';
  readonly authorisation?: { readonly number?: string; readonly date?: string; readonly madeBy?: string; readonly scan?: string };
  readonly phone?: string;
};

export type ReturnOutcome = {
  readonly revision: number;
  readonly receiver: OutcomeReceiver;
  readonly receiptShown: boolean;
  readonly lostReceiptNote?: string;
  readonly recalledPapers: readonly { readonly name: string; readonly collected: boolean; readonly note?: string }[];
  readonly originalsReturned: boolean;
  readonly collectedFeeLines: readonly number[];
  readonly signature?: string;
  /** How the receiver signs for it; absent: by hand. Witnesses are never asked here. */
  readonly signing?: Signing;
};

export type ReturnFacts = {
  readonly now: Moment;
  readonly actor: DeskActor;
  readonly desk: Desk;
  readonly dossier: DeskDossier & { readonly parties: Parties };
  readonly unpaid: readonly { readonly lineNo: number; readonly name: string; readonly amount: number }[];
  readonly unknownScans: readonly string[];
  /** Who carries the outcome, by the ledger; unknown to a counter without a line, which gave out what lay before it. */
  readonly borne?: Pick<OutcomeCarried, 'by' | 'name' | 'stands'> | undefined;
};

/** What is checked wherever the outcome is given, at the desk as at somebody's door. */
export type GivingFacts = Pick<ReturnFacts, 'now' | 'unpaid' | 'unknownScans'> & { readonly parties: NamedParties };
export type Giving = Omit<ReturnOutcome, 'revision' | 'originalsReturned' | 'signature'>;

export type OutcomeReturned = { readonly hands: DeskHands; readonly collectedFeeLines: readonly number[] };

export type GivingRefusal =
  | { readonly kind: 'fields-invalid'; readonly errors: readonly FieldError[] }
  | { readonly kind: 'receiver-is-not-party'; readonly names: readonly string[] }
  | { readonly kind: 'authorisation-needed'; readonly why: 'receives-for-another' }
  | { readonly kind: 'lost-receipt-note-needed' }
  | { readonly kind: 'recalled-papers-missing'; readonly names: readonly string[] }
  | { readonly kind: 'fees-unpaid'; readonly amount: number }
  | { readonly kind: 'scans-missing'; readonly scans: readonly string[] };
export type OutcomeCarried = { readonly kind: 'outcome-carried'; readonly by: Borne['bearer']['kind']; readonly name: string; readonly stands: Borne['stands'] };
export type ReturnRefusal = DeskActRefused | GivingRefusal | OutcomeCarried;

/** The same number where both have one; else the same name, tones aside (an old card, a new card). */
const isParty = (receiver: OutcomeReceiver, parties: NamedParties): boolean =>
  [parties.applicant, ...(parties.owner ? [parties.owner] : [])].some((person) => {
    const sameName = foldVietnamese(person.fullName) === foldVietnamese(receiver.fullName);
    const sameNumber = person.identity.number !== '' && person.identity.number === receiver.identity.number;
    return sameNumber || (sameName && person.identity.kind !== receiver.identity.kind) || (sameName && person.identity.number === '');
  });

const receiverRefusal = (command: Giving, { now, parties }: GivingFacts): GivingRefusal | undefined => {
  const { receiver } = command;
  const errors: readonly FieldError[] = [
    ...identityErrors(receiver.identity, dateOf(now)).map((code): FieldError => ({
      path: `receiver.identity.${code === 'identity-reason-missing' ? 'reason' : code === 'identity-issued-in-future' ? 'issuedOn' : 'number'}`, code,
    })),
    ...signingErrors(command.signing, 0, parties),
  ];
  if (errors.length > 0) return { kind: 'fields-invalid', errors };
  if (receiver.relation === 'self' && !isParty(receiver, parties)) {
    return { kind: 'receiver-is-not-party', names: [parties.applicant.fullName, ...(parties.owner ? [parties.owner.fullName] : [])] };
  }
  // Family needs no written authorisation, but then the receipt must be in hand.
  const mustAuthorise = receiver.relation === 'authorised' || (receiver.relation === 'family' && !command.receiptShown);
  if (mustAuthorise && !receiver.authorisation) return { kind: 'authorisation-needed', why: 'receives-for-another' };
  if (!command.receiptShown && (command.lostReceiptNote ?? '') === '') return { kind: 'lost-receipt-note-needed' };
  return undefined;
};

/** May it be given into these hands? Says which fees are paid with it. */
export const mayGiveOutcome = (command: Giving, facts: GivingFacts): Result<readonly number[], GivingRefusal> => {
  const refusal = receiverRefusal(command, facts);
  if (refusal) return refuse(refusal);
  const names = command.recalledPapers.filter((paper) => !paper.collected && (paper.note ?? '') === '').map((paper) => paper.name);
  if (names.length > 0) return refuse({ kind: 'recalled-papers-missing', names });
  if (facts.unknownScans.length > 0) return refuse({ kind: 'scans-missing', scans: facts.unknownScans });
  const owed = facts.unpaid.filter((line) => !command.collectedFeeLines.includes(line.lineNo));
  const amount = owed.reduce((sum, line) => sum + line.amount, 0);
  if (amount > 0) return refuse({ kind: 'fees-unpaid', amount });
  return ok(facts.unpaid.map((line) => line.lineNo));
};

export const returnOutcome = (command: ReturnOutcome, facts: ReturnFacts): Result<OutcomeReturned, ReturnRefusal> => {
  const hands = mayActAtDesk('return-outcome', facts.dossier, command.revision, facts.actor, facts.desk);
  if (!hands.ok) return hands;
  if (facts.borne) return refuse({ kind: 'outcome-carried', ...facts.borne });
  const given = mayGiveOutcome(command, { ...facts, parties: facts.dossier.parties });
  return given.ok ? ok({ hands: hands.value, collectedFeeLines: given.value }) : given;
};
