// By when the post must have brought each record of the sample: the same windows that the product keeps.
import { type Moment, type PlainDate, dateOf } from '#core/kernel/moment.ts';
import type { UnitId } from '#core/organisation/organisation.ts';
import { SHIPPED_POSTAL_RULES } from '#core/transit/shipped-rules.ts';
import { type TransitWindow, transitWindow } from '#core/transit/transit-window.ts';
import type { Place } from '#core/transit/zone.ts';
import { CALENDAR } from './clock.ts';
import type { ReceivedVisit } from './plan.ts';

export type Windows = (direction: 'to-agency' | 'to-desk', visit: ReceivedVisit, sentAt: Moment) => TransitWindow | undefined;

/** The unit and those above it, nearest first. */
const placeFrom = ({ stage: { place: { units } } }: ReceivedVisit, unitId: UnitId): Place => {
  const place: Place[number][] = [];
  for (let unit = units.get(unitId); unit !== undefined; unit = unit.parentUnitId === undefined ? undefined : units.get(unit.parentUnitId)) place.push({ unitId: unit.unitId, kind: unit.kind });
  return place;
};

/** Many go the same way on the same day: each way is reckoned once. */
export const transitWindows = (): Windows => {
  const known = new Map<string, TransitWindow | undefined>();
  return (direction, visit, sentAt) => {
    const { communeUnitId } = visit.stage.place.desk;
    const { agencyUnitId } = visit.transfer;
    // J is the day on the slip, where the dossier goes out with one
    const postedOn: PlainDate = dateOf(direction === 'to-agency' && visit.command.posting !== undefined ? visit.at : sentAt);
    const key = `${direction} ${communeUnitId} ${agencyUnitId} ${postedOn}`;
    if (!known.has(key)) {
      const [here, there] = [placeFrom(visit, communeUnitId), placeFrom(visit, agencyUnitId)];
      const [from, to] = direction === 'to-agency' ? [here, there] : [there, here];
      known.set(key, transitWindow({ postedOn, from, to, withSlip: false, rules: SHIPPED_POSTAL_RULES, calendar: CALENDAR }));
    }
    return known.get(key);
  };
};
