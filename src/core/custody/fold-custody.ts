// Where a thing is follows from its events alone. Nothing is ever taken out of them: a mistake is a further event that
// names the one it corrects.
import type { CustodyEvent, EventKind, ThingStands } from './thing.ts';

/** What is only counted, packed or sealed anew has not changed hands. */
const SAME_HANDS: ReadonlySet<EventKind> = new Set(['split', 'packed', 'unpacked', 'sealed', 'unsealed']);

/** Where it stands after this event. */
export const afterEvent = (before: ThingStands | undefined, event: CustodyEvent): ThingStands => ({
  count: event.count,
  holder: event.to,
  ...(event.journey && { journey: event.journey }),
  ...insideAfter(before, event),
  since: before && SAME_HANDS.has(event.kind) ? before.since : event.at,
  lastEventNo: event.eventNo,
});

const insideAfter = (before: ThingStands | undefined, { kind, otherId }: CustodyEvent): Pick<ThingStands, 'insideId'> => {
  if (kind === 'packed') return otherId ? { insideId: otherId } : {};
  // a bag moves with what is in it, lost and found with it too; lost, found or handed out alone, a thing is out of it
  const stays = kind === 'split' || kind === 'sealed' || kind === 'unsealed' || kind === 'sent' || kind === 'received' || kind === 'refused' || kind === 'taken-over'
    || ((kind === 'lost' || kind === 'found') && otherId !== undefined && otherId === before?.insideId);
  return stays && before?.insideId ? { insideId: before.insideId } : {};
};

export const foldCustody = (events: readonly CustodyEvent[]): ThingStands | undefined =>
  events.reduce<ThingStands | undefined>((stands, event) => afterEvent(stands, event), undefined);
