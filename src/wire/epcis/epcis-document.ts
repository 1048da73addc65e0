// One document of what happened to the things of these dossiers, in the order in which it happened. Of a bag only what
// happened to it while something of theirs lay in it, and nothing of what else lay there.
import { foldCustody } from '#core/custody/fold-custody.ts';
import type { Holder, ThingId } from '#core/custody/thing.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { EpcisDocument } from '../epcis.wire.ts';
import { declareErrors } from './declared-errors.ts';
import { type ChainFacts, type CustodyChain, type RecordedEvent, eventsByThing, tellChain } from './epcis-chain.ts';
import { placeUri, termsUri } from './epcis-names.ts';

export type DocumentFacts = ChainFacts & { readonly now: Moment; readonly nameOf: (holder: Holder) => string | undefined };

type Stay = { readonly containerId: ThingId; readonly from: Moment; readonly until: Moment | undefined };

/** From when until when it lay in which bag or envelope. */
const staysOf = (events: readonly RecordedEvent[]): readonly Stay[] => events.flatMap((event, index) => {
  if (event.kind !== 'packed' || event.otherId === undefined) return [];
  const out = events.findIndex((_, next) => next > index && foldCustody(events.slice(0, next + 1))?.insideId !== event.otherId);
  return [{ containerId: event.otherId, from: event.at, until: events[out]?.at }];
});

const keyOf = ({ thingId, eventNo }: RecordedEvent): string => `${thingId} ${eventNo}`;

/** What may be told: all of the dossiers' things, of containers what happened around them. */
const tellable = ({ things, events }: CustodyChain): ReadonlySet<string> => {
  const own = eventsByThing(events);
  const told = new Set<string>();
  const tell = (some: readonly RecordedEvent[], whole: readonly RecordedEvent[], seen: ReadonlySet<ThingId>): void => {
    for (const event of some) told.add(keyOf(event));
    for (const { containerId, from, until } of staysOf(whole)) {
      const container = own.get(containerId) ?? [];
      const during = container.filter(({ at }) => at >= from && (until === undefined || at <= until));
      if (!seen.has(containerId)) tell(during, during, new Set([...seen, containerId]));
    }
  };
  for (const { thingId, dossierId } of things) {
    const whole = own.get(thingId) ?? [];
    if (dossierId !== undefined) tell(whole, whole, new Set([thingId]));
  }
  return told;
};

const locations = (events: readonly RecordedEvent[], { base, nameOf }: DocumentFacts) => {
  const holders = events.flatMap(({ from, to, journey }) => [from, to, journey?.from, journey?.to]);
  const named = holders.flatMap((holder) => {
    const [uri, name] = holder ? [placeUri(base, holder), nameOf(holder)] : [];
    return uri === undefined || name === undefined ? [] : [[uri, name] as const];
  });
  return [...new Map(named)].toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, attribute]) => ({ id, attributes: [{ id: 'cbvmda:name' as const, attribute }] }));
};

export const epcisDocumentOf = (chain: CustodyChain, facts: DocumentFacts): EpcisDocument => {
  const may = tellable(chain);
  const told = tellChain(chain, facts).filter(({ event }) => may.has(keyOf(event)));
  const inOrder = [
    ...told.map(({ event, epcis }) => ({ when: event, declared: 0, epcis })),
    ...declareErrors(told).map(({ correction, epcis }) => ({ when: correction, declared: 1, epcis })),
  ].toSorted((a, b) =>
    a.when.at.localeCompare(b.when.at) || a.when.thingId.localeCompare(b.when.thingId) || a.when.eventNo - b.when.eventNo || a.declared - b.declared);
  return {
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', { motcua: termsUri(facts.base) }],
    type: 'EPCISDocument', schemaVersion: '2.0', creationDate: facts.now,
    epcisHeader: { epcisMasterData: { vocabularyList: [{
      type: 'urn:epcglobal:epcis:vtype:BusinessLocation', vocabularyElementList: locations(told.map(({ event }) => event), facts),
    }] } },
    epcisBody: { eventList: inOrder.map(({ epcis }) => epcis) },
  };
};
