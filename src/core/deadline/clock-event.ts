// What moves a statutory clock after intake, in the order in which it happened. Nothing else moves it: the due
// moment is a function of the facts of intake, the calendar and these events, and can be reckoned again any day.
// @law NĐ 61/2018/NĐ-CP Đ.19, Đ.20; NĐ 118/2025/NĐ-CP Đ.17, Đ.19; NĐ 301/2026/NĐ-CP
import type { Moment, PlainDate } from '../kernel/moment.ts';
import type { TimeLimit } from '../procedure/procedure.ts';

export type SupplementPolicy = 'RESTART' | 'PAUSE';

export type ClockEvent =
  /** `citizenUntil`: the last day on which the citizen may supply; after it the dossier may be stopped. */
  | { readonly kind: 'supplement-asked'; readonly at: Moment; readonly policy: SupplementPolicy; readonly citizenUntil?: PlainDate }
  /** Not complete: the clock goes on waiting. */
  | { readonly kind: 'supplied'; readonly at: Moment; readonly complete: boolean }
  | { readonly kind: 'financial-duty-asked'; readonly at: Moment }
  | { readonly kind: 'financial-duty-settled'; readonly at: Moment }
  | { readonly kind: 'outage-began'; readonly at: Moment; readonly ground: string; readonly law?: string }
  | { readonly kind: 'outage-ended'; readonly at: Moment }
  /** A lawful extension: the limit itself grows. */
  | ({ readonly kind: 'extended'; readonly at: Moment; readonly ground: string; readonly law?: string } & ({ readonly newDue: Moment } | { readonly by: TimeLimit }))
  /** Apology with a new date, at most once: the citizen's date moves, the limit does not. */
  | { readonly kind: 'reappointed'; readonly at: Moment; readonly newDue: Moment; readonly reason: string }
  | { readonly kind: 'stopped'; readonly at: Moment; readonly ground: string; readonly law?: string }
  | { readonly kind: 'withdrawn'; readonly at: Moment }
  /** The agency refuses to resolve and gives the dossier back. */
  | { readonly kind: 'refused'; readonly at: Moment }
  | { readonly kind: 'finished'; readonly at: Moment };

export type ClockEventKind = ClockEvent['kind'];
