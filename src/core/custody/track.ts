// The way of a thing as people tell it: through whose hands it went, one stop after the other.
import type { Moment } from '../kernel/moment.ts';
import type { CustodyEvent, EventKind, Holder } from './thing.ts';

export type Stop = {
  readonly holder: Holder;
  /** Since it stands there; on the way: since it left. */
  readonly at: Moment;
  readonly onTheWay: boolean;
  readonly how: EventKind;
  readonly recordId?: string;
  readonly note?: string;
  readonly byName: string;
};

const QUIET: ReadonlySet<EventKind> = new Set(['split', 'packed', 'unpacked', 'sealed', 'unsealed']);

const stopOf = (event: CustodyEvent): Stop => ({
  holder: event.journey?.to ?? event.to, at: event.at, onTheWay: event.journey !== undefined, how: event.kind, byName: event.by.name,
  ...(event.recordId !== undefined && { recordId: event.recordId }), ...(event.note !== undefined && { note: event.note }),
});

export const trackOf = (events: readonly CustodyEvent[]): readonly Stop[] => events.reduce<readonly Stop[]>((stops, event) => {
  if (QUIET.has(event.kind)) return stops;
  const last = stops.at(-1);
  const before = last?.onTheWay ? stops.slice(0, -1) : stops;
  const next = stopOf(event);
  // who refused it had it in hand; who lost it on the way never had
  if (event.kind === 'refused' && last?.onTheWay) return [...before, { ...next, holder: last.holder }, { ...next, how: 'received', note: undefined }];
  return [...before, next];
}, []);
