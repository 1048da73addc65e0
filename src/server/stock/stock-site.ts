// A place that is counted, as its record names it: a desk, or a unit of an agency that one serves as a whole.
import type { AnyCalendar } from '#core/deadline/working-time.ts';
import { type Holder, atAgency, atDesk } from '#core/custody/thing.ts';
import type { DeskId, UnitId } from '#core/organisation/organisation.ts';
import { placeIn } from '#documents/kit/party-line.ts';
import type { Letterhead } from '#documents/kit/parts.ts';
import { deskHead } from '#documents/slips/slip-parts.ts';
import type { ChainId } from '../acts/act.ts';
import type { DeskPlace } from '../desk/facts/desk-facts.ts';
import type { StockUnit } from './stock.sql.ts';

export type StockSite = {
  readonly holder: Holder;
  readonly name: string;
  readonly head: Letterhead;
  /** Whose numbers its records take. */
  readonly seriesUnitId: UnitId;
  readonly deskId?: DeskId;
  readonly chain: ChainId;
  readonly calendar: AnyCalendar;
};

export const deskSite = (place: DeskPlace): StockSite => {
  const { desk, calendar } = place;
  return {
    holder: atDesk(desk.deskId), name: desk.name, head: deskHead(place), seriesUnitId: desk.receivingUnitId, deskId: desk.deskId, chain: `desk:${desk.deskId}`,
    calendar: calendar.compiled,
  };
};

export const unitSite = ({ unitId, name, rootUnitId, rootName, superiorName }: StockUnit, calendar: AnyCalendar): StockSite => ({
  holder: atAgency(unitId), name, seriesUnitId: unitId, chain: `unit:${rootUnitId}`, calendar,
  head: { superiorAgency: superiorName ?? undefined, agency: name, deskName: name, place: placeIn(name) ?? placeIn(rootName) ?? placeIn(superiorName ?? '') ?? '' },
});
