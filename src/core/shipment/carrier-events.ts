// A shipment's status is what its carrier said, and nothing else: of all events that count the one that happened last,
// in whatever order and however often they arrived. An event older than its order is somebody else's, or a wrong clock.
// @law QĐ 45/2016/QĐ-TTg Đ.10; TT 17/2017/TT-BTTTT Đ.12
import { type Moment, momentFromEpoch, momentToEpoch } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { CodeMeaning, ShipmentStatus } from './shipment-status.ts';

export type CarrierEvent = {
  /** The carrier's; of two at one moment the greater one came later. */
  readonly eventId: string;
  readonly at: Moment;
  readonly code: string;
};

export type CarrierStanding = { readonly status: ShipmentStatus; readonly since: Moment };

export const EVENT_REFUSALS = ['order-unknown', 'older-than-order', 'time-unreadable'] as const;
export type EventRefused = { readonly kind: (typeof EVENT_REFUSALS)[number] };

/** The carrier's clock and ours may differ by this much. */
const CLOCKS_APART_MINUTES = 5;

export const judgeEvent = (
  event: { readonly at: Moment | undefined }, order: { readonly orderedAt: Moment } | undefined,
): Result<Moment, EventRefused> => {
  if (!order) return refuse({ kind: 'order-unknown' });
  if (event.at === undefined) return refuse({ kind: 'time-unreadable' });
  const earliest = momentFromEpoch(momentToEpoch(order.orderedAt) - CLOCKS_APART_MINUTES * 60_000);
  return event.at < earliest ? refuse({ kind: 'older-than-order' }) : ok(event.at);
};

const isLater = (a: CarrierEvent, b: CarrierEvent): boolean => (a.at === b.at ? a.eventId > b.eventId : a.at > b.at);

/** Undefined while the carrier has said nothing that moves a shipment. */
export const foldCarrierEvents = (
  events: readonly CarrierEvent[], meanings: ReadonlyMap<string, CodeMeaning>,
): CarrierStanding | undefined => {
  let last: (CarrierEvent & { readonly status: ShipmentStatus }) | undefined;
  for (const event of events) {
    const status = meanings.get(event.code);
    if (status !== undefined && status !== 'informs' && (!last || isLater(event, last))) last = { ...event, status };
  }
  return last && { status: last.status, since: last.at };
};
