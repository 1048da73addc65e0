// The round as it stands on this phone: what the server said last, and over it what was done here since, in that order.
import type { NextStep } from '#core/shipment/next-attempt.ts';
import type { CourierRound, DeliverBody, FailBody, HandInBody, RoundStop, TakeRecordBody } from '#wire/courier.wire.ts';
import type { OpenAct } from '../phone/phone-store.ts';
import { type PickupHere, pickupHere } from './pickup-here.ts';

export const COURIER_ACTS = ['take', 'deliver', 'fail', 'collect', 'fail-pickup', 'hand-in', 'arrange'] as const;
export type CourierAct = (typeof COURIER_ACTS)[number];

/** A failed attempt is kept with what it leads to, as it was said before it was confirmed. */
export type FailedHere = FailBody & { readonly next: NextStep };

export type Refused = { readonly commandId: string; readonly kind: CourierAct; readonly text: string };
export type StopHere = RoundStop & {
  /** Done here, not sent yet. */
  readonly unsent: boolean;
  readonly refused?: Refused;
  /** Tried on this day, and nothing delivered. */
  readonly triedToday: boolean;
};

const isDoneHere = ({ row }: OpenAct): boolean => row.state !== 'refused';
const concerns = (id: string) => ({ row }: OpenAct): boolean => row.about.includes(id);

const after = (stop: RoundStop, { row, act }: OpenAct): RoundStop => {
  switch (row.kind as CourierAct) {
    case 'take': {
      const { at, received } = act.body as TakeRecordBody;
      return received.includes(stop.shipmentId) ? { ...stop, state: 'with-courier', since: at } : { ...stop, state: 'planned' };
    }
    case 'deliver': return { ...stop, state: 'delivered' };
    case 'fail': return { ...stop, next: (act.here as FailedHere['next']).kind };
    case 'hand-in': return { ...stop, state: 'handed-in' };
    case 'arrange': case 'collect': case 'fail-pickup': return stop;
  }
};

const triedOn = ({ attempts }: RoundStop, day: string): boolean => attempts.some(({ at, outcome }) => outcome === 'failed' && at.startsWith(day));

export const stopHere = (stop: RoundStop, acts: readonly OpenAct[], day: string): StopHere => {
  const own = acts.filter(concerns(stop.shipmentId));
  const refused = own.findLast(({ row }) => row.state === 'refused');
  return {
    ...own.filter(isDoneHere).reduce(after, stop),
    unsent: own.some(({ row }) => row.state !== 'done' && row.state !== 'refused'),
    ...(refused && { refused: { commandId: refused.row.commandId, kind: refused.row.kind as CourierAct, text: refused.row.refusal?.text ?? '' } }),
    triedToday: triedOn(stop, day) || own.some((one) => isDoneHere(one) && one.row.kind === 'fail'),
  };
};

const inOrder = (stops: readonly StopHere[], acts: readonly OpenAct[]): readonly StopHere[] => {
  const last = acts.findLast((one) => one.row.kind === 'arrange' && isDoneHere(one));
  const wanted = (last?.act.body as { readonly shipmentIds: readonly string[] } | undefined)?.shipmentIds ?? [];
  const placeOf = (id: string): number => (wanted.includes(id) ? wanted.indexOf(id) : wanted.length);
  return last ? stops.toSorted((a, b) => placeOf(a.shipmentId) - placeOf(b.shipmentId)) : stops;
};

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** Money for a desk in her pocket: what the server knows, and over it what she took and gave since. */
const moneyHere = ({ money, stops, records }: CourierRound, acts: readonly OpenAct[]): CourierRound['money'] => {
  const done = acts.filter(isDoneHere);
  const desks = new Map([...stops, ...money].map(({ deskId, deskName }) => [deskId, deskName]));
  return [...desks].map(([deskId, deskName]) => {
    const given = done.filter(({ row }) => row.kind === 'hand-in').map(({ act }) => act.body as HandInBody)
      .filter((body) => body.deskId === deskId && !records.some(({ recordId }) => recordId === body.recordId));
    const taken = done.filter(({ row, act }) => row.kind === 'deliver' && stops.some((stop) =>
      stop.deskId === deskId && row.about.includes(stop.shipmentId) && !stop.attempts.some(({ attemptId }) => attemptId === (act.body as DeliverBody).attemptId)));
    const held = money.find((one) => one.deskId === deskId)?.held ?? 0;
    return { deskId, deskName, held: held + sum(taken.map(({ act }) => (act.body as DeliverBody).amountCollected)) - sum(given.map(({ amount }) => amount)) };
  });
};

export type RoundHere = Omit<CourierRound, 'stops' | 'pickups'> & { readonly stops: readonly StopHere[]; readonly pickups: readonly PickupHere[] };

export const roundHere = (round: CourierRound, acts: readonly OpenAct[]): RoundHere => ({
  ...round,
  stops: inOrder(round.stops.map((stop) => stopHere(stop, acts, round.day)), acts),
  pickups: round.pickups.map((pickup) => pickupHere(pickup, acts, round.day)),
  records: round.records.filter(({ recordId, direction }) => direction === 'to-desk' || !acts.some((one) => isDoneHere(one) && concerns(recordId)(one))),
  recalled: round.recalled.filter(({ deskId }) => !acts.some((one) => isDoneHere(one) && one.row.kind === 'hand-in' && (one.act.body as HandInBody).deskId === deskId)),
  money: moneyHere(round, acts),
});

/** Where she goes next, in her order. */
export const toGo = ({ stops }: RoundHere): readonly StopHere[] => stops.filter(({ state, triedToday }) => state === 'with-courier' && !triedToday);
/** Where papers are still to be collected today. */
export const toCollect = ({ pickups }: RoundHere): readonly PickupHere[] => pickups.filter(({ state, triedToday }) => state === 'planned' && !triedToday);
/** In her bag at the end: nothing is delivered, whatever was tried. */
export const stillHeld = ({ stops }: RoundHere): readonly StopHere[] => stops.filter(({ state }) => state === 'with-courier');
/** Anything of others in her hands: it goes back to a desk. */
export const holdsSomething = (round: RoundHere): boolean =>
  stillHeld(round).length + round.recalled.length > 0 || round.pickups.some(({ state }) => state === 'with-courier') || round.money.some(({ held }) => held > 0);
