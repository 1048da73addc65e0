// The clock of a dossier in a test of a decision: opened at intake, moved by what happened before.
import type { ClockEvent } from '#core/deadline/clock-event.ts';
import type { AnyCalendar } from '#core/deadline/working-time.ts';
import { type DossierClock, type KeptClock, clockAfter, openClock } from '#core/dossier/kept-clock.ts';
import type { Moment, WallTime } from '#core/kernel/moment.ts';

type Intake = Pick<KeptClock, 'receivedAt' | 'limit'> & Partial<Pick<KeptClock, 'startRule' | 'large' | 'policy' | 'siteId' | 'linked'>>;

export const dossierClock = (calendar: AnyCalendar, siteId: string, intake: Intake, ...events: readonly ClockEvent[]): DossierClock => {
  const { clock } = openClock({ startRule: 'desk', large: false, policy: 'RESTART', channel: 'counter', cutoffTime: '15:00' as WallTime, siteId, calendar, ...intake });
  const opened: DossierClock = { kept: clock, own: calendar, inForce: calendar };
  return { ...opened, kept: clockAfter(opened, ...events)?.clock ?? clock };
};

/** The date the citizen was given. */
export const dueOf = (clock: DossierClock): Moment | undefined => clockAfter(clock)?.reading?.due;
