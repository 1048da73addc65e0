// A shipment's status is what its carrier said, and nothing else: of all events that count the one that happened last,
// in whatever order and however often they arrived. An event older than its order is somebody else's, or a wrong clock; one
// that was told before it can have happened is a wrong clock too, and happened when it was told.
// @law QĐ 45/2016/QĐ-TTg Đ.10; TT 17/2017/TT-BTTTT Đ.12
import { type Moment, momentFromEpoch, momentToEpoch } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { CodeMeaning, ShipmentStatus } from './shipment-status.ts';

export type CarrierEvent = {
  /** The carrier's; of two at one moment the greater one came later. */
  readonly eventId: string;
  readonly at: Moment;
  /** When we first heard it. */
  readonly receivedAt: Moment;
  readonly code: string;
};

export type CarrierStanding = { readonly status: ShipmentStatus; readonly since: Moment };

export const EVENT_REFUSALS = ['order-unknown', 'older-than-order', 'time-unreadable'] as const;
export type EventRefused = { readonly kind: (typeof EVENT_REFUSALS)[number] };

/** The carrier's clock and ours may differ by this much. */
export const CLOCKS_APART_MINUTES = 5;
const minutesFrom = (moment: Moment, minutes: number): Moment => momentFromEpoch(momentToEpoch(moment) + minutes * 60_000);

export const judgeEvent = (
  event: { readonly at: Moment | undefined }, order: { readonly orderedAt: Moment } | undefined,
): Result<Moment, EventRefused> => {
  if (!order) return refuse({ kind: 'order-unknown' });
  if (event.at === undefined) return refuse({ kind: 'time-unreadable' });
  return event.at < minutesFrom(order.orderedAt, -CLOCKS_APART_MINUTES) ? refuse({ kind: 'older-than-order' }) : ok(event.at);
};

/** As far as it can be believed. */
const happenedAt = ({ at, receivedAt }: CarrierEvent): Moment => {
  const latest = minutesFrom(receivedAt, CLOCKS_APART_MINUTES);
  return at < latest ? at : latest;
};

/** Moments are all of one length. */
const placeOf = (event: CarrierEvent): string => [happenedAt(event), event.at, event.eventId].join(' ');
const isLater = (a: CarrierEvent, b: CarrierEvent): boolean => placeOf(a) > placeOf(b);

/** Undefined while the carrier has said nothing that moves a shipment. */
export const foldCarrierEvents = (
  events: readonly CarrierEvent[], meanings: ReadonlyMap<string, CodeMeaning>,
): CarrierStanding | undefined => {
  let last: (CarrierEvent & { readonly status: ShipmentStatus }) | undefined;
  for (const event of events) {
    const status = meanings.get(event.code);
    if (status !== undefined && status !== 'informs' && (!last || isLater(event, last))) last = { ...event, status };
  }
  return last && { status: last.status, since: happenedAt(last) };
};
