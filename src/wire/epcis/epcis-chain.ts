// The chain of one or more dossiers, event by event. One event of the ledger is one event here, under an identifier of its
// own for good; notes, names of papers and of whoever acted are left out, since people are named in them.
import { foldCustody } from '#core/custody/fold-custody.ts';
import type { CustodyEvent, Thing, ThingId, ThingStands } from '#core/custody/thing.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { EpcisEvent } from '../epcis.wire.ts';
import { dossierUri, partyUri, placeUri, recordUri, thingUri } from './epcis-names.ts';
import { type Circumstances, type Words, wordsOf } from './event-words.ts';

export type RecordedEvent = CustodyEvent & { readonly recordedAt: Moment };

export type CustodyChain = {
  /** Of the dossiers, and the bags and envelopes they lay in. */
  readonly things: readonly Thing[];
  /** All of each thing, in its order. */
  readonly events: readonly RecordedEvent[];
  readonly codes: ReadonlyMap<string, string>;
  /** Came damaged, by the case that says so. */
  readonly damaged: ReadonlySet<ThingId>;
};

export type ChainFacts = { readonly base: string; readonly eventUri: (thingId: ThingId, eventNo: number) => string };
export type Told = { readonly event: RecordedEvent; readonly epcis: EpcisEvent };

type Own = ReadonlyMap<ThingId, readonly RecordedEvent[]>;
export const eventsByThing = (events: readonly RecordedEvent[]): Own => Map.groupBy(events, ({ thingId }) => thingId);

/** Of what was sent, a part never came. */
const cameShort = (event: RecordedEvent, own: Own): boolean =>
  (own.get(event.thingId) ?? []).some((one) => one.kind === 'split' && one.recordId !== undefined && one.recordId === event.recordId && one.otherId !== undefined
    && (own.get(one.otherId) ?? []).some(({ kind, recordId }) => kind === 'lost' && recordId === event.recordId));

const circumstancesOf = (event: RecordedEvent, thing: Thing, before: ThingStands | undefined, chain: CustodyChain, own: Own): Circumstances => ({
  thing, before,
  containerKind: event.kind === 'packed' ? chain.things.find(({ thingId }) => thingId === event.otherId)?.kind : undefined,
  counted: chain.damaged.has(thing.thingId) ? 'damaged' : cameShort(event, own) ? 'short' : 'all',
});

type Objects =
  | { readonly type: 'ObjectEvent'; readonly epcList: string[] }
  | { readonly type: 'AggregationEvent'; readonly parentID: string; readonly childEPCs: string[] };

const objectsOf = ({ thingId, otherId }: RecordedEvent, { role }: Words): Objects => {
  const own = thingUri(thingId);
  if (role === undefined || otherId === undefined) return { type: 'ObjectEvent', epcList: [own] };
  const other = thingUri(otherId);
  return role === 'parent' ? { type: 'AggregationEvent', parentID: own, childEPCs: [other] } : { type: 'AggregationEvent', parentID: other, childEPCs: [own] };
};

const epcisEventOf = (event: RecordedEvent, words: Words, thing: Thing, { codes }: CustodyChain, { base, eventUri }: ChainFacts): EpcisEvent => {
  const readPoint = words.at && placeUri(base, words.at);
  const bizLocation = words.stays && placeUri(base, words.stays);
  const [source, destination] = [words.from && partyUri(base, words.from), words.to && partyUri(base, words.to)];
  const code = thing.dossierId === undefined ? undefined : codes.get(thing.dossierId);
  const transactions = [
    ...(code === undefined ? [] : [{ bizTransaction: dossierUri(base, code) }]),
    ...(event.recordId === undefined ? [] : [{ type: 'desadv' as const, bizTransaction: recordUri(event.recordId) }]),
  ];
  return {
    ...objectsOf(event, words),
    eventID: eventUri(event.thingId, event.eventNo),
    eventTime: event.at, eventTimeZoneOffset: '+07:00', recordTime: event.recordedAt,
    action: words.action, bizStep: words.bizStep, ...(words.disposition && { disposition: words.disposition }),
    ...(readPoint !== undefined && { readPoint: { id: readPoint } }),
    ...(bizLocation !== undefined && { bizLocation: { id: bizLocation } }),
    ...(transactions.length > 0 && { bizTransactionList: transactions }),
    ...(source !== undefined && { sourceList: [{ type: 'possessing_party', source }] }),
    ...(destination !== undefined && { destinationList: [{ type: 'possessing_party', destination }] }),
    'motcua:kind': thing.kind, 'motcua:pieces': event.count,
  };
};

/** Each thing's events in their order. */
export const tellChain = (chain: CustodyChain, facts: ChainFacts): readonly Told[] => {
  const own = eventsByThing(chain.events);
  return chain.things.flatMap((thing) => {
    const events = own.get(thing.thingId) ?? [];
    return events.map((event, index) => {
      const words = wordsOf(event, circumstancesOf(event, thing, foldCustody(events.slice(0, index)), chain, own));
      return { event, epcis: epcisEventOf(event, words, thing, chain, facts) };
    });
  });
};
