// The columns of a dossier that hold its clock, in this order: due, due_at, calendar_version, clock, clock_state, second_request.
import type { ClockMoved } from '#core/dossier/kept-clock.ts';

/** All null when the clock stays as it was. */
export const clockColumns = (moved: ClockMoved | undefined): readonly [string | null, string | null, string | null, string | null, string | null, boolean | null] => {
  const reading = moved?.reading;
  return [
    reading ? JSON.stringify(reading) : null, reading?.due ?? null, moved?.clock.calendar ?? null,
    moved ? JSON.stringify(moved.clock) : null, reading?.state ?? null, reading?.secondRequest ?? null,
  ];
};
