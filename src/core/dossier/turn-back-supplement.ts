// What was sent online is not enough: it goes back with the reason and the papers that are still missing, and the
// citizen sends again. Once, as a request is made once; a second time only by who leads. The clock goes on waiting.
// @law NĐ 61/2018/NĐ-CP Đ.19.4
import { foldVietnamese } from '../kernel/fold.ts';
import type { Moment } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { SupplementItem } from './ask-supplement.ts';
import { inCharge } from './in-charge.ts';
import { type OfficeActor, type OfficeDossier, type OfficeRefused, mayActInOffice } from './office-work.ts';

/** Sent online, and not yet looked at. */
export type AwaitingAnswer = { readonly answerNo: number; readonly sentAt: Moment; readonly names: readonly string[] };

export type TurnBackCommand = {
  readonly expectedRevision: number;
  readonly answerNo: number;
  readonly reason: string;
  readonly missing: readonly string[];
};
export type TurnBackFacts = {
  readonly dossier: OfficeDossier;
  readonly actor: OfficeActor;
  readonly items: readonly SupplementItem[];
  readonly answer?: AwaitingAnswer;
  /** Of this request, how often one went back. */
  readonly turnedBackBefore: number;
};
export type TurnedBack = { readonly repeated: boolean; readonly missing: readonly string[] };
export type NoAnswerWaits = { readonly kind: 'no-answer-waits' };
export type TurnBackRefused =
  | OfficeRefused | NoAnswerWaits
  | { readonly kind: 'not-on-the-list'; readonly names: readonly string[] }
  | { readonly kind: 'turned-back-before' };

export const turnBackSupplement = (command: TurnBackCommand, facts: TurnBackFacts): Result<TurnedBack, TurnBackRefused> => {
  const { dossier, actor, items, answer, turnedBackBefore } = facts;
  const may = mayActInOffice('turn-back-supplement', dossier, actor, command.expectedRevision);
  if (!may.ok) return may;
  const leads = actor.seats.some((seat) => seat.role === 'section-head' || seat.role === 'signing-leader');
  const charge = leads ? ok(undefined) : inCharge(dossier, actor);
  if (!charge.ok) return charge;
  if (answer?.answerNo !== command.answerNo) return refuse({ kind: 'no-answer-waits' });
  if (turnedBackBefore > 0 && !leads) return refuse({ kind: 'turned-back-before' });
  const named = new Set(command.missing.map(foldVietnamese));
  const missing = items.map((item) => item.name).filter((name) => named.has(foldVietnamese(name)));
  const listed = new Set(missing.map(foldVietnamese));
  const strange = command.missing.filter((name) => !listed.has(foldVietnamese(name)));
  if (missing.length === 0 || strange.length > 0) return refuse({ kind: 'not-on-the-list', names: strange });
  return ok({ repeated: turnedBackBefore > 0, missing });
};
