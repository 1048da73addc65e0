// What another calendar makes of a running clock, in figures alone: no sentence is written for what does not move.
import type { CompiledCalendar } from '#core/deadline/compiled-calendar.ts';
import { clockFigures } from '#core/deadline/run-clock.ts';
import { type KeptClock, clockFactsOf } from '#core/dossier/kept-clock.ts';
import type { Moment } from '#core/kernel/moment.ts';

/**
 * 'kept': it would come earlier than was printed for the citizen, so the date stays. 'said-anew': the date stays, but it
 * no longer hangs on a day that was not announced (or now does).
 */
export type ClockChange = 'moved' | 'kept' | 'said-anew' | 'same';
export type Judged = { readonly change: ClockChange; readonly newDue: Moment };

export const judgeClock = (
  { clock, dueAt, dependsOnUnconfirmed }: { readonly clock: KeptClock; readonly dueAt: Moment; readonly dependsOnUnconfirmed: boolean }, calendar: CompiledCalendar,
): Judged => {
  const facts = clockFactsOf(clock, calendar);
  const figures = facts && clockFigures(facts, clock.events);
  // a calendar that cannot reckon this clock moves nothing
  if (!figures?.ok) return { change: 'same', newDue: dueAt };
  const { due } = figures.value;
  if (due !== dueAt) return { change: due > dueAt ? 'moved' : 'kept', newDue: due };
  return { change: figures.value.dependsOnUnconfirmed === dependsOnUnconfirmed ? 'same' : 'said-anew', newDue: due };
};
