// What places, parties, things and records are called outside: addresses under one base, and the identifiers they have here.
import type { Holder, ThingId } from '#core/custody/thing.ts';

/** Somewhere on the map; between two sides, in a courier's bag or with the citizen a thing is at no place of ours. */
export const placeUri = (base: string, { kind, id }: Holder): string | undefined => {
  switch (kind) {
    case 'desk': return `${base}/desk/${encodeURIComponent(id)}`;
    case 'agency': return `${base}/unit/${encodeURIComponent(id)}`;
    case 'archive': return `${base}/unit/${encodeURIComponent(id)}/archive`;
    case 'courier': case 'carrier': case 'transit': case 'citizen': case 'unaccounted': case 'destroyed': return undefined;
  }
};

/** Who has it. Of a courier and of a citizen only that it is one. */
export const partyUri = (base: string, holder: Holder): string | undefined => {
  switch (holder.kind) {
    case 'archive': return placeUri(base, { kind: 'agency', id: holder.id });
    case 'courier': return `${base}/party/courier`;
    case 'carrier': return `${base}/party/carrier/${encodeURIComponent(holder.id)}`;
    case 'citizen': return `${base}/party/citizen`;
    case 'desk': case 'agency': case 'transit': case 'unaccounted': case 'destroyed': return placeUri(base, holder);
  }
};

export const thingUri = (thingId: ThingId): string => `urn:uuid:${thingId}`;
export const recordUri = (recordId: string): string => `urn:uuid:${recordId}`;
export const dossierUri = (base: string, code: string): string => `${base}/dossier/${encodeURIComponent(code)}`;
/** Where our own words are explained. */
export const termsUri = (base: string): string => `${base}/epcis#`;
