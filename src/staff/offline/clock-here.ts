// The clock that a dossier keeps, with both calendars, as the server loads it for an act.
import { type DossierClock, clockAtEnd } from '#core/dossier/kept-clock.ts';
import type { DossierState } from '#core/dossier/state.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { Acting } from './acting.ts';
import type { Reference } from './reference.ts';

export type ClockHere = { readonly clock?: DossierClock };

/** Undefined: what it is reckoned from does not lie on this machine; without a clock: none was kept. */
export const clockHere = ({ calendar, calendarOf }: Reference, { clock }: DossierView): ClockHere | undefined => {
  if (clock === undefined) return undefined;
  if (clock === null) return {};
  const own = calendarOf(clock.calendar);
  return own && { clock: { kept: clock, own, inForce: calendar } };
};

/** The state an act leads to ends the clock, whatever the act. */
export const endedClock = ({ reference, now }: Acting, view: DossierView, state: DossierState): Partial<DossierView> => {
  const ended = clockAtEnd(clockHere(reference, view)?.clock, state, now);
  return ended ? { clock: ended.clock, ...(ended.reading ? { due: ended.reading } : {}) } : {};
};
