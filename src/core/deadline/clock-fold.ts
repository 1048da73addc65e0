// A clock between two events: its limits, what it waits for, and what has happened to it so far. The due moment
// of several agencies in a row is the end of the last; each counts from the end of the one before.
// @law NĐ 61/2018/NĐ-CP Đ.19; NĐ 118/2025/NĐ-CP Đ.17
import type { Moment, PlainDate } from '../kernel/moment.ts';
import type { SupplementPolicy } from './clock-event.ts';
import type { ClockFacts, ClockState, ClosedBy, WaitKind } from './clock-reading.ts';
import { type DueFigures, dueFigures } from './due-figures.ts';
import { type Part, type Place, type Waited, daysNeeded } from './move-due.ts';

export type Wait = {
  readonly kind: WaitKind;
  readonly at: Moment;
  readonly policy: SupplementPolicy;
  readonly ground?: string;
  readonly law?: string;
  readonly citizenUntil?: PlainDate;
};

/** What is told later, in its order. Due moments are seconds of the wall clock. */
export type Move =
  | { readonly kind: 'asked'; readonly at: Moment; readonly requestNo: number; readonly noticeBy?: PlainDate }
  | { readonly kind: 'supplied-in-part'; readonly at: Moment }
  | { readonly kind: 'supplied-late'; readonly at: Moment; readonly citizenUntil: PlainDate }
  | { readonly kind: 'restarted'; readonly askedAt: Moment; readonly at: Moment; readonly figures: DueFigures; readonly keptDue?: number }
  | { readonly kind: 'waited'; readonly waits: readonly Wait[]; readonly from: Moment; readonly to: number; readonly waited: Waited; readonly last?: Part; readonly before: number; readonly after: number }
  | { readonly kind: 'extended'; readonly at: Moment; readonly ground: string; readonly law?: string; readonly before: number; readonly after: number }
  | { readonly kind: 'reappointed'; readonly at: Moment; readonly reason: string; readonly before: number; readonly after: number };

export type Closed = { readonly by: ClosedBy; readonly at: Moment; readonly ground?: string; readonly law?: string };

export type ClockFold = {
  readonly place: Place;
  /** The figures of the last start: intake, or the supplement that made it complete. */
  readonly start: DueFigures;
  /** Own limit first, then those of the linked agencies. */
  readonly parts: readonly Part[];
  /** The date of an apology, shifted with the rest. */
  readonly promised?: number;
  readonly waits: readonly Wait[];
  /** All that were open since the clock last stood still. */
  readonly waitsSeen: readonly Wait[];
  readonly pausedSince?: Moment;
  readonly state: Exclude<ClockState, 'paused'>;
  readonly closed?: Closed;
  readonly requests: number;
  readonly noticeLate: boolean;
  readonly extensions: number;
  readonly reappointed: boolean;
  readonly moves: readonly Move[];
};

export const statutoryOf = (fold: ClockFold): number => fold.parts[fold.parts.length - 1]?.due ?? fold.start.due;
export const citizensOf = (fold: ClockFold): number => Math.max(fold.promised ?? 0, statutoryOf(fold));

export const withMove = (fold: ClockFold, move: Move): ClockFold => ({ ...fold, moves: [...fold.moves, move] });

export const chainLimits = (
  { c, site }: Place, facts: ClockFacts, from: number, cutoffSeconds: number,
): { readonly start: DueFigures; readonly parts: readonly Part[] } => {
  const start = dueFigures(c, site, facts.limit, from, cutoffSeconds, facts.large === true);
  const parts: Part[] = [{ limit: facts.limit, due: start.due, nominalDay: start.nominalDay }];
  let begins = start.due;
  for (const { limit } of facts.linked ?? []) {
    const { due, nominalDay } = dueFigures(c, site, limit, begins, cutoffSeconds, false);
    parts.push({ limit, due, nominalDay });
    begins = due;
  }
  return { start, parts };
};

export const roomNeeded = (facts: ClockFacts): number =>
  (facts.linked ?? []).reduce((sum, part) => sum + daysNeeded(part.limit), daysNeeded(facts.limit));
