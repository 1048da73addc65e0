// Who held what in the sample's past, decided by the same core as the product's acts.
import type { CustodyChange } from '#core/custody/change.ts';
import { type CustodyStamp, type PaperLine, arrivedAt, entryUndone, handedOut, isHeld, isOutcome, isPaper, keptLines, outcomeCame, outcomeReturned, papersCame, sentTo } from '#core/custody/dossier-things.ts';
import { type Thing, atAgency, atDesk } from '#core/custody/thing.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { custodyRows } from '#server/acts/save-custody.sql.ts';
import { uuidOf } from '../identifiers.ts';
import type { Books } from './books.ts';
import type { ReceivedVisit } from './plan.ts';
import type { Worker } from './staffing.ts';

export type Held = { readonly things: Map<string, Thing>; readonly events: CustodyChange['events'][number][]; made: number };
export const nothingHeld = (): Held => ({ things: new Map(), events: [], made: 0 });

type Place = { readonly books: Books; readonly visit: ReceivedVisit; readonly held: Held; readonly at: Moment; readonly by: Worker };

export const stampOf = ({ books, visit, held, at, by }: Place): CustodyStamp => ({
  at, by: { accountId: by.accountId, name: by.name }, newId: () => uuidOf(`${books.world}/thing/${visit.dossierId}/${held.made += 1}`),
});
export const change = (held: Held, { things, events }: CustodyChange): void => {
  for (const thing of things) held.things.set(thing.thingId, thing);
  held.events.push(...events);
};
const deskOf = ({ visit }: Place) => atDesk(visit.stage.place.desk.deskId);
const agencyOf = ({ visit }: Place) => atAgency(visit.transfer.agencyUnitId);
export const papersIn = (held: Held): readonly Thing[] => [...held.things.values()].filter((thing) => isPaper(thing) && isHeld(thing));
const papersOf = ({ held }: Place): readonly Thing[] => papersIn(held);
export const bagIn = (held: Held): Thing => {
  const bag = [...held.things.values()].find(({ kind }) => kind === 'bag');
  if (bag === undefined) throw new Error('its papers lie in no bag');
  return bag;
};
const outcomesOf = ({ held }: Place): readonly Thing[] => [...held.things.values()].filter((thing) => isOutcome(thing) && isHeld(thing));
const linesOf = (visit: ReceivedVisit): readonly PaperLine[] => keptLines(visit.received.assessed.papers);

export const came = (place: Place, lines = linesOf(place.visit), roundNo = 0): void =>
  change(place.held, papersCame({ dossierId: place.visit.dossierId, roundNo, lines }, deskOf(place), stampOf(place)));
export const wentToAgency = (place: Place, recordId: string): void => change(place.held, sentTo(papersOf(place), deskOf(place), agencyOf(place), recordId, stampOf(place)));
export const reachedAgency = (place: Place): void => change(place.held, arrivedAt(papersOf(place), agencyOf(place), stampOf(place)));
export const wasIssued = (place: Place, outcome: { readonly name: string; readonly number: string }): void =>
  change(place.held, outcomeCame({ dossierId: place.visit.dossierId, ...outcome }, agencyOf(place), stampOf(place)));
export const wentToDesk = (place: Place, recordId: string): void => change(place.held, sentTo(outcomesOf(place), agencyOf(place), deskOf(place), recordId, stampOf(place)));
export const reachedDesk = (place: Place): void => change(place.held, arrivedAt(outcomesOf(place), deskOf(place), stampOf(place)));
export const wentBack = (place: Place, recordId: string): void => change(place.held, sentTo(outcomesOf(place), deskOf(place), agencyOf(place), recordId, stampOf(place)));
export const cameBack = (place: Place): void => change(place.held, arrivedAt(outcomesOf(place), agencyOf(place), stampOf(place)));
export const wasReturned = (place: Place): void => change(place.held, outcomeReturned([...place.held.things.values()], {
  desk: deskOf(place), agencyUnitId: place.visit.transfer.agencyUnitId, dossierId: place.visit.dossierId, recalled: [],
  originals: linesOf(place.visit).filter(({ form }) => form === 'original'),
}, stampOf(place)));
export const wasTakenBack = (place: Place): void => change(place.held, handedOut(papersOf(place), deskOf(place), stampOf(place)));
export const wasMistaken = (place: Place, note: string): void => change(place.held, entryUndone(papersOf(place), note, stampOf(place)));

export const custodyOf = (books: Books, { things, events }: Held): void => {
  const rows = custodyRows({ things: [...things.values()], events, opened: [], found: [] });
  for (const row of rows.things) books.add('custody_thing', row);
  for (const row of rows.events) books.add('custody_event', { ...row, recorded_at: books.realTimeOf(row.at) });
};
