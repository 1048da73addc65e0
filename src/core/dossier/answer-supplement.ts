// What was asked for may be sent online where the desk's setting says so: while it is waited for, once until the
// officer has looked at it. What is sent is an answer, not yet a supplement: the clock goes on waiting until the
// officer accepts it, and then counts from the moment it was sent. After the citizen's own limit it is still taken,
// as at the desk, and marked late.
// @law NĐ 61/2018/NĐ-CP Đ.16, Đ.19.4; NĐ 118/2025/NĐ-CP
import { settingOn } from '../kernel/in-force.ts';
import { type Moment, type PlainDate, dateOf } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { Desk } from '../organisation/organisation.ts';
import type { SupplementItem } from './ask-supplement.ts';
import type { DossierState } from './state.ts';
import { isOver } from './stop-dossier.ts';

export type OnlineAnswers = NonNullable<Desk['onlineAnswers']>;
export const takesOnline = (settings: OnlineAnswers | undefined, date: PlainDate): boolean => settingOn(settings ?? [], date) === true;

export type SentFile = {
  /** Position in the list that was asked for, from 1. */
  readonly itemNo: number;
  readonly bytes: number;
  /** By its first bytes a PDF, JPEG or PNG. */
  readonly readable: boolean;
};

export type SentFault =
  | { readonly kind: 'nothing-sent' }
  | { readonly kind: 'too-many-files'; readonly most: number }
  | { readonly kind: 'too-heavy'; readonly mostBytes: number }
  | { readonly kind: 'file-too-large'; readonly itemNo: number; readonly mostBytes: number }
  | { readonly kind: 'file-unreadable'; readonly itemNo: number };

export type AnswerRefused =
  | { readonly kind: 'not-waited-for'; readonly state: DossierState }
  | { readonly kind: 'not-taken-online' }
  | { readonly kind: 'answer-awaits'; readonly sentAt: Moment }
  | { readonly kind: 'files-at-fault'; readonly faults: readonly SentFault[] };

export type AnswerLimits = { readonly files: number; readonly fileBytes: number; readonly bytes: number };

export type AnswerFacts = {
  readonly state: DossierState;
  /** The request that is open. */
  readonly asked?: { readonly requestNo: number; readonly items: readonly SupplementItem[]; readonly answerBy?: Moment };
  /** Sent before, and not yet looked at. */
  readonly awaits?: { readonly sentAt: Moment };
  readonly answersBefore: number;
  readonly settings?: OnlineAnswers;
  readonly limits: AnswerLimits;
  readonly now: Moment;
};

export type AnswerTaken = { readonly requestNo: number; readonly answerNo: number; readonly late: boolean; readonly names: readonly string[] };

/** May it be sent now? Asked by the page before anything is chosen, and again by the act. */
export const mayAnswer = ({ state, asked, awaits, settings, now }: Omit<AnswerFacts, 'limits' | 'answersBefore'>): Result<NonNullable<AnswerFacts['asked']>, AnswerRefused> => {
  if (state !== 'supplement-asked' || !asked) return refuse({ kind: 'not-waited-for', state });
  if (!takesOnline(settings, dateOf(now))) return refuse({ kind: 'not-taken-online' });
  return awaits ? refuse({ kind: 'answer-awaits', sentAt: awaits.sentAt }) : ok(asked);
};

export const faultsOfSent = (files: readonly SentFile[], limits: AnswerLimits): readonly SentFault[] => {
  if (files.length === 0) return [{ kind: 'nothing-sent' }];
  const faults = new Map<number, SentFault>();
  for (const { itemNo, bytes, readable } of files) {
    if (faults.has(itemNo)) continue;
    if (bytes > limits.fileBytes) faults.set(itemNo, { kind: 'file-too-large', itemNo, mostBytes: limits.fileBytes });
    else if (!readable) faults.set(itemNo, { kind: 'file-unreadable', itemNo });
  }
  return [
    ...(files.length > limits.files ? [{ kind: 'too-many-files', most: limits.files } as const] : []),
    ...(files.reduce((sum, file) => sum + file.bytes, 0) > limits.bytes ? [{ kind: 'too-heavy', mostBytes: limits.bytes } as const] : []),
    ...faults.values(),
  ];
};

export const answerSupplement = (files: readonly SentFile[], facts: AnswerFacts): Result<AnswerTaken, AnswerRefused> => {
  const asked = mayAnswer(facts);
  if (!asked.ok) return asked;
  const { requestNo, items, answerBy } = asked.value;
  const known = files.filter((file) => items[file.itemNo - 1] !== undefined);
  const faults = faultsOfSent(known, facts.limits);
  if (faults.length > 0) return refuse({ kind: 'files-at-fault', faults });
  const numbers = new Set(known.map((file) => file.itemNo));
  return ok({
    requestNo, answerNo: facts.answersBefore + 1, late: isOver(answerBy, facts.now),
    names: items.flatMap((item, i) => (numbers.has(i + 1) ? [item.name] : [])),
  });
};
