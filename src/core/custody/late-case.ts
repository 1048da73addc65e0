// The post took longer than it may: with a posting slip the postage is owed back, and whoever waited says so once.
// @law QĐ 45/2016/QĐ-TTg Đ.14; TT 17/2017/TT-BTTTT Đ.7
import type { Moment, PlainDate } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import { daysLateBy } from '../transit/late-on-the-way.ts';
import { type CustodyChange, NO_CHANGE, both } from './change.ts';
import { type CaseFacts, caseOf } from './differences.ts';
import type { Thing } from './thing.ts';

export type LateFacts = {
  /** What went with the record. */
  readonly things: readonly Thing[];
  readonly recordId?: string;
  readonly endsOn?: PlainDate;
  readonly receivedAt?: Moment;
  readonly itemNumber?: string;
  readonly isOpen: boolean;
};
export type LateCaseRefused = { readonly kind: 'transit-not-late'; readonly endsOn?: PlainDate } | { readonly kind: 'posting-unproved' } | { readonly kind: 'late-case-open' };

export const openLateCase = (note: string, { things: [thing], recordId, endsOn, receivedAt, itemNumber, isOpen }: LateFacts, cases: CaseFacts): Result<CustodyChange, LateCaseRefused> => {
  if (!thing || endsOn === undefined || daysLateBy({ endsOn, receivedAt }, cases.stamp.at) === 0) return refuse({ kind: 'transit-not-late', ...(endsOn && { endsOn }) });
  if (itemNumber === undefined) return refuse({ kind: 'posting-unproved' });
  if (isOpen) return refuse({ kind: 'late-case-open' });
  const opened = { ...caseOf(thing, 'late', { sent: thing.count, arrived: thing.count }, note, cases), ...(recordId !== undefined && { recordId }) };
  return ok({ ...NO_CHANGE, opened: [opened] });
};

/** What tells whoever asks most, where nothing of a record can be claimed. */
const MOST_TELLING = ['late-case-open', 'posting-unproved', 'transit-not-late'] as const;

/** All that one record brought late: each dossier with a proof of posting has a case of its own; the others have none. */
export const openLateCases = (note: string, all: readonly LateFacts[], cases: CaseFacts): Result<CustodyChange, LateCaseRefused> => {
  const results = all.map((one) => openLateCase(note, one, cases));
  const opened = results.flatMap((one) => (one.ok ? [one.value] : []));
  if (opened.length > 0) return ok(both(...opened));
  const refused = results.flatMap((one) => (one.ok ? [] : [one.refusal]));
  return refuse(MOST_TELLING.flatMap((kind) => refused.find((one) => one.kind === kind) ?? [])[0] ?? { kind: 'transit-not-late' });
};
