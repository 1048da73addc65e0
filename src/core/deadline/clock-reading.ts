// How a clock stands: the citizen's date and the limit's own, whether it runs and why not, and how it ended.
// Early, on time and late are told by date against the limit's own due moment: an apology moves the citizen's
// date and cures no lateness. What was withdrawn, given back or stopped counts as on time.
// @law NĐ 61/2018/NĐ-CP Đ.19; TT 01/2018/TT-VPCP Mẫu số 05; QĐ 766/QĐ-TTg 2022
import type { Moment, PlainDate } from '../kernel/moment.ts';
import type { TimeLimit } from '../procedure/procedure.ts';
import type { ClockEventKind } from './clock-event.ts';
import type { DueFacts } from './due-figures.ts';
import type { Due } from './due.ts';
import type { Lateness } from './lateness.ts';

/** Where the statutory time begins; `receivedAt` stays the moment at which the citizen handed in. */
export type ClockStart = { readonly rule: 'desk' | 'hand-over' | 'competent-agency'; readonly at: Moment };

/** An agency that works after the first, with its own limit; the citizen's date is the end of the last. */
export type LinkedLimit = { readonly agency: string; readonly limit: TimeLimit; readonly source?: string };

export type ClockFacts = DueFacts & {
  /** Absent: at the desk, when the dossier was received. */
  readonly start?: ClockStart;
  readonly linked?: readonly LinkedLimit[];
  /** A new date was held against the hours of its day when it was given; hours that change later do not unmake it. */
  readonly hoursChecked?: boolean;
};

export type ClockState = 'running' | 'paused' | 'restarted' | 'extended' | 'stopped' | 'finished';
export type WaitKind = 'supplement' | 'financial-duty' | 'outage';
export type ClosedBy = 'finished' | 'stopped' | 'withdrawn' | 'refused';

export type ClockReading = Due & {
  readonly state: ClockState;
  /** Why it stands still or was closed unfinished, in plain words, and by which law. */
  readonly ground?: string;
  readonly groundLaw?: string;
  /** Since when it stands still. */
  readonly pausedSince?: Moment;
  readonly waitingFor: readonly WaitKind[];
  /** The limit's own due moment: `due` unless there was an apology with a new date. */
  readonly statutoryDue: Moment;
  /** With linked agencies: when the first of them must be done, and each one after it. */
  readonly localDue?: Moment;
  readonly linkedDues?: readonly { readonly agency: string; readonly due: Moment }[];
  readonly closedBy?: ClosedBy;
  readonly closedAt?: Moment;
  readonly lateness?: Lateness;
  /** In the figures of QĐ 766: finished late, or papers asked for a second time. */
  readonly countsAsLate: boolean;
  readonly supplementRequests: number;
  readonly secondRequest: boolean;
  /** A request later than three working days after intake. */
  readonly noticeLate: boolean;
  /** The last day for the citizen to supply what is asked for now. */
  readonly citizenUntil?: PlainDate;
  readonly extensions: number;
  readonly reappointed: boolean;
};

/** Why an event cannot be. */
export type EventRefusal =
  | { readonly kind: 'event-before-intake'; readonly at: Moment; readonly since: Moment }
  | { readonly kind: 'events-out-of-order'; readonly at: Moment; readonly after: Moment }
  | { readonly kind: 'wrong-era'; readonly field: 'at' | 'newDue' | 'citizenUntil'; readonly at: Moment | PlainDate; readonly calendarVersion: string }
  | { readonly kind: 'supplied-without-asked' | 'settled-without-asked' | 'outage-not-begun' | 'second-apology' | 'extension-without-length' }
  | { readonly kind: 'already-waiting'; readonly waitingFor: WaitKind; readonly since: Moment }
  | { readonly kind: 'finished-while-waiting' | 'apology-while-paused'; readonly waitingFor: WaitKind }
  | { readonly kind: 'already-closed'; readonly closedBy: ClosedBy; readonly closedAt: Moment }
  | { readonly kind: 'citizen-limit-before-asked'; readonly citizenUntil: PlainDate }
  | { readonly kind: 'apology-too-late'; readonly by: PlainDate; readonly due: Moment }
  | { readonly kind: 'extended-after-due'; readonly due: Moment }
  | { readonly kind: 'new-due-not-later'; readonly newDue: Moment; readonly due: Moment }
  | { readonly kind: 'new-due-on-rest-day'; readonly newDue: Moment }
  /** `next`: the end of the last session after it. */
  | { readonly kind: 'new-due-outside-sessions'; readonly newDue: Moment; readonly next: Moment }
  | { readonly kind: 'beyond-calendar'; readonly calendarVersion: string };

export type ClockRefusal =
  /** `event`: its index, from 0. */
  | (EventRefusal & { readonly event: number; readonly eventKind: ClockEventKind })
  /** Of the facts of intake, not of an event. */
  | { readonly kind: 'intake-in-wrong-era'; readonly at: Moment; readonly calendarVersion: string }
  | { readonly kind: 'start-before-intake'; readonly at: Moment; readonly receivedAt: Moment }
  | { readonly kind: 'limit-beyond-calendar'; readonly calendarVersion: string };
