// Where a thing is follows from its events alone. Nothing is ever taken out of them: a mistake is a further event that
// names the one it corrects.
import type { CustodyEvent, ThingStands } from './thing.ts';

/** Where it stands after this event. */
export const afterEvent = (before: ThingStands | undefined, event: CustodyEvent): ThingStands => ({
  count: event.count,
  holder: event.to,
  ...(event.journey && { journey: event.journey }),
  ...insideAfter(before, event),
  // what is only counted or packed anew has not changed hands
  since: before && (event.kind === 'split' || event.kind === 'packed' || event.kind === 'unpacked') ? before.since : event.at,
  lastEventNo: event.eventNo,
});

const insideAfter = (before: ThingStands | undefined, { kind, otherId }: CustodyEvent): Pick<ThingStands, 'insideId'> => {
  if (kind === 'packed') return otherId ? { insideId: otherId } : {};
  // a bag moves with what is in it; lost, found or handed out alone, a thing is out of it
  const stays = kind === 'split' || kind === 'sent' || kind === 'received' || kind === 'refused' || kind === 'taken-over';
  return stays && before?.insideId ? { insideId: before.insideId } : {};
};

export const foldCustody = (events: readonly CustodyEvent[]): ThingStands | undefined =>
  events.reduce<ThingStands | undefined>((stands, event) => afterEvent(stands, event), undefined);
