// Văn thư enters the outcome in the book, gives number and symbol, seals and issues. Without an approval there is
// nothing to issue; the signer and his capacity are those of the approving step. The agency's digital signature bears the
// number, so it comes right after; only a file that the leader has signed waits for it, anything else is stamped before.
// @law NĐ 30/2020/NĐ-CP Đ.15, Đ.18; NĐ 61/2018/NĐ-CP Đ.19
import type { Moment } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { AccountId } from '../organisation/organisation.ts';
import type { SigningCapacity } from './complete-step.ts';
import type { Sha256 } from './dossier.ts';
import { type OfficeActor, type OfficeDossier, type OfficeRefused, mayActInOffice, seatOnStep } from './office-work.ts';

export type Approval = {
  readonly accountId: AccountId;
  readonly name: string;
  readonly capacity: SigningCapacity;
  readonly at: Moment;
};

export type RecordOutcomeCommand = {
  readonly expectedRevision: number;
  readonly symbol: string;
  readonly file?: Sha256;
  readonly hasPaper: boolean;
  readonly sealed: boolean;
  /** The agency signs the file as soon as it has its number, instead of stamping it before. */
  readonly sealsDigitally?: boolean;
};

export type RecordOutcomeFacts = {
  readonly dossier: OfficeDossier;
  readonly actor: OfficeActor;
  /** The approval of this round; gone when the dossier was sent back after it. */
  readonly approval?: Approval;
  readonly fileIsStored: boolean;
  /** The file bears the leader's digital signature. */
  readonly fileIsSigned?: boolean;
  readonly now: Moment;
};

export type OutcomeRecorded = {
  readonly approval: Approval;
  /** One series per agency, symbol and year. */
  readonly series: string;
  readonly year: string;
  readonly awaitsSeal: boolean;
};

export type RecordOutcomeRefused =
  | OfficeRefused
  | { readonly kind: 'not-approved' }
  | { readonly kind: 'not-sealed' }
  | { readonly kind: 'not-signed-digitally' }
  | { readonly kind: 'no-outcome-attached' }
  | { readonly kind: 'file-unknown' };

export const recordOutcome = (command: RecordOutcomeCommand, facts: RecordOutcomeFacts): Result<OutcomeRecorded, RecordOutcomeRefused> => {
  const { dossier, actor, approval } = facts;
  const may = mayActInOffice('record-outcome', dossier, actor, command.expectedRevision);
  if (!may.ok) return may;
  if (!approval) return refuse({ kind: 'not-approved' });
  const seat = seatOnStep(dossier, actor);
  if (!seat.ok) return seat;
  if (command.file === undefined && !command.hasPaper) return refuse({ kind: 'no-outcome-attached' });
  if (command.file !== undefined && !facts.fileIsStored) return refuse({ kind: 'file-unknown' });
  const awaitsSeal = command.sealsDigitally === true;
  if (awaitsSeal && facts.fileIsSigned !== true) return refuse({ kind: 'not-signed-digitally' });
  if (!awaitsSeal && !command.sealed) return refuse({ kind: 'not-sealed' });
  return ok({ approval, awaitsSeal, series: `outcome:${dossier.agencyUnitId}:${command.symbol}`, year: facts.now.slice(0, 4) });
};

/** 'Số 125/GXN-UBND'. */
export const outcomeNumber = (number: number, symbol: string): string => `${String(number).padStart(2, '0')}/${symbol}`;
