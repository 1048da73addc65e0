// Who answers for what went wrong is said once, in a minute that both sides sign: its ground, what is issued anew by whom
// and by when, and what the post pays. While the case is open a later minute may replace it: what was paid stays paid and
// is taken off, what was issued anew stays, and everything else is reckoned anew.
// @law QĐ 45/2016/QĐ-TTg Đ.14; NĐ 47/2011/NĐ-CP
import type { Moment, PlainDate } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { PostalRules } from '../transit/postal-rules.ts';
import type { CaseKind } from './change.ts';
import { type Compensation, type CompensationLine, type CompensationRefused, type Posted, compensationFor } from './compensation.ts';

export const LIABILITIES = ['unknown', 'post', 'agency', 'nobody'] as const;
export type Liability = (typeof LIABILITIES)[number];
export const isLiable = (liability: Liability): liability is Exclude<Liability, 'unknown'> => liability !== 'unknown';

export const REISSUE_SIDES = ['desk', 'agency'] as const;
export type ReissueAsked = { readonly thingId: string; readonly what: string; readonly bySide: (typeof REISSUE_SIDES)[number]; readonly due: PlainDate };

export type MakeMinute = {
  readonly liability: Exclude<Liability, 'unknown'>;
  readonly ground: string;
  readonly reissue: readonly ReissueAsked[];
  readonly agreed: readonly { readonly dossierId: string; readonly amount: number }[];
  /** What issuing anew costs, in đồng. */
  readonly reissueCost: number;
  /** Of a shipment or a pick-up, which has no posting slip in a dossier: what was paid for it, in đồng. */
  readonly postage?: number | undefined;
  /** Of a minute that replaces the one before. */
  readonly replacedBecause?: string | undefined;
};
export type MinuteFacts = {
  readonly kind: CaseKind;
  readonly settled?: { readonly by: string; readonly at: Moment };
  readonly minuteNumber?: string;
  /** Under the minutes before: sums that were paid, and things that were issued anew. */
  readonly paid: readonly Pick<CompensationLine, 'kind' | 'dossierId' | 'amount'>[];
  readonly reissued: readonly string[];
  /** All that the case is about. */
  readonly thingIds: readonly string[];
  readonly posted: readonly Posted[];
  readonly rules: PostalRules;
  /** A pick-up has none: its papers were of nobody yet but the person. */
  readonly hasAgency: boolean;
  /** On a shipment's way, or a pick-up's. */
  readonly isCarried: boolean;
  readonly today: PlainDate;
};
export type MinuteMade = { readonly tasks: readonly ReissueAsked[]; readonly compensation: Compensation };
export type MinuteRefused =
  | { readonly kind: 'custody-case-settled'; readonly by: string; readonly at: Moment }
  | { readonly kind: 'minute-made'; readonly number: string }
  | { readonly kind: 'no-minute-to-replace' }
  | { readonly kind: 'no-agency-in-case' }
  | { readonly kind: 'postage-not-asked' }
  | { readonly kind: 'reissued-before'; readonly what: string }
  | { readonly kind: 'reissue-not-of-case' }
  | { readonly kind: 'reissue-in-the-past' }
  | { readonly kind: 'compensation-not-owed' }
  | CompensationRefused;

/** What was paid before for the same is taken off; what was paid beyond it stays paid. */
const stillDue = (lines: readonly CompensationLine[], paid: MinuteFacts['paid']): readonly CompensationLine[] => lines.flatMap((line) => {
  const before = paid.filter(({ kind, dossierId }) => kind === line.kind && dossierId === line.dossierId).reduce((sum, { amount }) => sum + amount, 0);
  return line.amount > before ? [{ ...line, amount: line.amount - before }] : [];
});

export const makeMinute = (command: MakeMinute, { kind, settled, minuteNumber, paid, reissued, thingIds, posted, rules, hasAgency, isCarried, today }: MinuteFacts): Result<MinuteMade, MinuteRefused> => {
  const { liability, reissue, agreed, reissueCost, replacedBecause } = command;
  if (settled) return refuse({ kind: 'custody-case-settled', ...settled });
  if (minuteNumber !== undefined && replacedBecause === undefined) return refuse({ kind: 'minute-made', number: minuteNumber });
  if (minuteNumber === undefined && replacedBecause !== undefined) return refuse({ kind: 'no-minute-to-replace' });
  const again = reissue.find(({ thingId }) => reissued.includes(thingId));
  if (again) return refuse({ kind: 'reissued-before', what: again.what });
  if (!hasAgency && (liability === 'agency' || reissue.some(({ bySide }) => bySide === 'agency'))) return refuse({ kind: 'no-agency-in-case' });
  if (!isCarried && command.postage !== undefined) return refuse({ kind: 'postage-not-asked' });
  if (reissue.some(({ thingId }) => !thingIds.includes(thingId))) return refuse({ kind: 'reissue-not-of-case' });
  if (reissue.some(({ due }) => due < today)) return refuse({ kind: 'reissue-in-the-past' });
  const isPost = liability === 'post';
  if (agreed.some(({ dossierId }) => !isPost || !posted.some((one) => one.dossierId === dossierId))) return refuse({ kind: 'compensation-not-owed' });
  // where another is at fault, the cost of issuing anew is between it and the citizen
  const compensation = compensationFor(kind, isPost ? posted : [], { agreed: new Map(agreed.map(({ dossierId, amount }) => [dossierId, amount])), reissueCost: isPost ? reissueCost : 0 }, rules, today);
  return compensation.ok ? ok({ tasks: reissue, compensation: { ...compensation.value, lines: stillDue(compensation.value.lines, paid) } }) : compensation;
};

export type OwedLine = { readonly kind: 'loss' | 'late' | 'reissue-cost'; readonly paid?: { readonly receiptNumber: string }; readonly caseFound: boolean; readonly isWithdrawn: boolean };
export type PaidRefused = { readonly kind: 'compensation-paid'; readonly receiptNumber: string } | { readonly kind: 'compensation-lapsed' } | { readonly kind: 'compensation-withdrawn' };

/** What was found again before it was paid is owed no more; time missed stays missed. */
export const isLapsed = ({ kind, paid, caseFound }: Omit<OwedLine, 'isWithdrawn'>): boolean => kind === 'loss' && caseFound && !paid;

export const compensationPaid = (line: OwedLine): Result<true, PaidRefused> => {
  if (line.paid) return refuse({ kind: 'compensation-paid', ...line.paid });
  if (line.isWithdrawn) return refuse({ kind: 'compensation-withdrawn' });
  return isLapsed(line) ? refuse({ kind: 'compensation-lapsed' }) : ok(true);
};
