// A courier's round: what a desk gives her, what she takes, brings and hands in again, each move by two people. Where a
// shipment stands in her round is ours; its status is what its carrier's feed says of the same acts.
// @law QĐ 45/2016/QĐ-TTg Đ.8, Đ.9, Đ.10
import type { DossierState } from '../dossier/state.ts';
import { type Moment, type PlainDate, momentFromEpoch, momentToEpoch } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { AccountId } from '../organisation/organisation.ts';
import { judgeEvent } from './carrier-events.ts';
import type { NextStep } from './next-attempt.ts';
import type { OrderState } from './send-order.ts';

export const STOP_STATES = [
  'planned', // in her round, still at the desk
  'given', // handed over by the desk, not yet counted by her
  'with-courier',
  'handed-in', // given back by her, not yet counted by the desk
  'at-desk', // back, and somebody at the desk must decide
  'delivered', 'returned', 'lost',
] as const;
export type StopState = (typeof STOP_STATES)[number];

export type Stop = { readonly state: StopState; readonly courierId: AccountId; readonly day: PlainDate; readonly next?: NextStep['kind'] };

export type RoundShipment = {
  readonly shipmentId: string;
  readonly orderNumber: string;
  readonly carrierName: string;
  readonly isOwnNetwork: boolean;
  readonly orderState: OrderState;
  readonly orderedAt: Moment;
  /** The couriers' own house has taken the order. */
  readonly inBook: boolean;
  readonly stop?: Stop;
  readonly dossiers: readonly { readonly dossierId: string; readonly code: string; readonly state: DossierState }[];
  /** Papers of its dossiers that lie at the desk to be given out. */
  readonly lyingHere: number;
};

export type CourierRefused =
  | { readonly kind: 'another-carrier'; readonly orderNumber: string; readonly carrierName: string }
  | { readonly kind: 'order-not-in-book'; readonly orderNumber: string }
  | { readonly kind: 'order-over'; readonly orderNumber: string }
  | { readonly kind: 'stop-stands'; readonly orderNumber: string; readonly stands: StopState }
  | { readonly kind: 'outcome-gone'; readonly code: string }
  | { readonly kind: 'nothing-to-carry'; readonly orderNumber: string }
  | { readonly kind: 'day-passed'; readonly day: PlainDate }
  | { readonly kind: 'both-sides' }
  | { readonly kind: 'taken-already'; readonly at: Moment; readonly byName: string }
  | { readonly kind: 'items-uncounted'; readonly names: readonly string[] }
  | { readonly kind: 'item-not-on-record' }
  | { readonly kind: 'nothing-to-hand-in' }
  | { readonly kind: 'more-than-held'; readonly held: number }
  | { readonly kind: 'amount-differs'; readonly expected: number; readonly counted: number }
  | { readonly kind: 'made-in-future'; readonly now: Moment }
  | { readonly kind: 'older-than-order'; readonly orderNumber: string; readonly orderedAt: Moment }
  | { readonly kind: 'before-it-was-taken'; readonly since: Moment };

/** What a desk may give to a courier, or put into her round: all of it, or nothing. */
export const mayPlan = (shipments: readonly RoundShipment[], from: readonly StopState[]): Result<true, CourierRefused> => {
  for (const { orderNumber, carrierName, isOwnNetwork, orderState, inBook, stop, dossiers, lyingHere } of shipments) {
    if (!isOwnNetwork) return refuse({ kind: 'another-carrier', orderNumber, carrierName });
    if (stop && !from.includes(stop.state)) return refuse({ kind: 'stop-stands', orderNumber, stands: stop.state });
    if (orderState === 'cancelled' || orderState === 'cancelling' || orderState === 'refused') return refuse({ kind: 'order-over', orderNumber });
    if (!inBook) return refuse({ kind: 'order-not-in-book', orderNumber });
    const gone = dossiers.find(({ state }) => state !== 'ready-to-return');
    if (gone) return refuse({ kind: 'outcome-gone', code: gone.code });
    if (lyingHere === 0) return refuse({ kind: 'nothing-to-carry', orderNumber });
  }
  return ok(true);
};

/** Only what has not left the desk is taken out of a round again; what is in nobody's round stays so. */
export const mayUnplan = (shipments: readonly Pick<RoundShipment, 'orderNumber' | 'stop'>[]): Result<true, CourierRefused> => {
  const away = shipments.find(({ stop }) => stop !== undefined && stop.state !== 'planned');
  return away?.stop ? refuse({ kind: 'stop-stands', orderNumber: away.orderNumber, stands: away.stop.state }) : ok(true);
};

/** As far as the clock of a phone may run ahead of ours; and what was with her for a moment less. */
const CLOCK_AHEAD_MINUTES = 10;
const CLOCK_BEHIND_MINUTES = 5;
const minutesFrom = (at: Moment, minutes: number): Moment => momentFromEpoch(momentToEpoch(at) + minutes * 60_000);

export type LateFacts = { readonly at: Moment; readonly arrivedAt: Moment; readonly since?: Moment };

/**
 * Done without a line and brought here later: she can have done it only since it was in her hands. How long ago that is
 * does not matter, for nobody else can tell what happened at the door.
 */
export const mayHaveHappened = ({ at, arrivedAt, since }: LateFacts): Result<true, CourierRefused> => {
  if (at > minutesFrom(arrivedAt, CLOCK_AHEAD_MINUTES)) return refuse({ kind: 'made-in-future', now: arrivedAt });
  return since !== undefined && at < minutesFrom(since, -CLOCK_BEHIND_MINUTES) ? refuse({ kind: 'before-it-was-taken', since }) : ok(true);
};

/** Of one shipment: its order too is older than whatever is told of it. */
export const mayBeTold = (order: { readonly orderNumber: string; readonly orderedAt: Moment }, late: LateFacts): Result<true, CourierRefused> => {
  const judged = judgeEvent({ at: late.at }, order);
  return judged.ok ? mayHaveHappened(late) : refuse({ kind: 'older-than-order', ...order });
};

export type OnRecord = {
  readonly items: readonly { readonly itemId: string; readonly name: string }[];
  readonly givenBy: AccountId;
  readonly received?: { readonly at: Moment; readonly byName: string };
};
export type Counted = { readonly received: readonly string[]; readonly missing: readonly { readonly itemId: string; readonly note: string }[] };

/** Whoever takes counts everything that stands on the record, once; nobody signs for both sides. */
export const mayCount = (record: OnRecord, by: AccountId, counted: Counted): Result<true, CourierRefused> => {
  if (record.received) return refuse({ kind: 'taken-already', ...record.received });
  if (record.givenBy === by) return refuse({ kind: 'both-sides' });
  const told = [...counted.received, ...counted.missing.map(({ itemId }) => itemId)];
  const known = new Set(record.items.map(({ itemId }) => itemId));
  if (new Set(told).size < told.length || told.some((itemId) => !known.has(itemId))) return refuse({ kind: 'item-not-on-record' });
  const left = record.items.filter(({ itemId }) => !told.includes(itemId)).map(({ name }) => name);
  return left.length > 0 ? refuse({ kind: 'items-uncounted', names: left }) : ok(true);
};

/** Two people count one sum of money: less or more needs a word. */
export const mayDiffer = (expected: number, counted: number, note: string | undefined): Result<true, CourierRefused> =>
  counted === expected || (note ?? '') !== '' ? ok(true) : refuse({ kind: 'amount-differs', expected, counted });

/** Where a shipment stands once the desk has counted it in again. */
export const afterHandIn = (next: NextStep['kind'] | undefined): 'planned' | 'at-desk' | 'returned' => {
  switch (next) {
    case undefined: case 'again': return 'planned';
    case 'to-desk': return 'at-desk';
    case 'return': return 'returned';
  }
};
