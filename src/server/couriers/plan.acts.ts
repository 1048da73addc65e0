// Who brings what on which day, and in which order she goes; and the desk's word that nothing more is tried.
import { type Result, ok, refuse } from '#core/kernel/result.ts';
import { type PlainDate, dateOf } from '#core/kernel/moment.ts';
import type { AccountId, DeskId, UnitId } from '#core/organisation/organisation.ts';
import { type CourierRefused, mayPlan, mayUnplan } from '#core/shipment/courier-round.ts';
import type { AssignStopsBody, EndDeliveryBody, UnplanStopsBody } from '#wire/courier-desk.wire.ts';
import type { Act } from '../acts/act.ts';
import type { DeskCall } from '../desk/facts/desk-route.ts';
import { findAttemptsBefore } from './attempts.sql.ts';
import { type Carried, asPlanned, journalOf, loadCarried, tellCarrier } from './round-facts.ts';
import { arrangeStops, dropPlans, findCouriersOf, saveStops } from './shipments.sql.ts';

export type AssignCall = { readonly body: AssignStopsBody; readonly deskIds: readonly DeskId[]; readonly unitId: UnitId };
type Assigned = { readonly courierId: AccountId; readonly day: PlainDate; readonly shipmentIds: readonly string[] };

export const assignStopsAct: Act<AssignCall, { readonly shipments: readonly Carried[]; readonly courierName: string }, true, CourierRefused, Assigned> = {
  name: 'assign-stops',
  load: async (db, { provinceId, now }, { body, deskIds }) => {
    const shipments = await loadCarried(db, provinceId, { kind: 'desks', deskIds }, body.shipmentIds);
    if (!shipments) return undefined;
    // of the post of every desk that is asked about
    const of = await Promise.all([...new Set(shipments.map(({ deskId }) => deskId))].map((deskId) => findCouriersOf(db, provinceId, [deskId], dateOf(now))));
    const courier = of.every((couriers) => couriers.some(({ courierId }) => courierId === body.courierId)) ? of[0]?.find(({ courierId }) => courierId === body.courierId) : undefined;
    return courier && { shipments, courierName: courier.name };
  },
  decide: ({ body }, { shipments }, { now }) => (body.day < dateOf(now) ? refuse({ kind: 'day-passed', day: body.day }) : mayPlan(shipments.map(asPlanned), ['planned', 'at-desk'])),
  save: async (db, { provinceId }, { body: { courierId, day }, unitId }, _decision, { shipments, courierName }) => {
    await saveStops(db, provinceId, shipments.map(({ shipmentId, stop }) => ({ shipmentId, courierId, day, state: 'planned', next: stop?.next })));
    return {
      answer: { courierId, day, shipmentIds: shipments.map(({ shipmentId }) => shipmentId) }, chain: `unit:${unitId}`, outbox: [],
      journal: journalOf('assign-stops', shipments, { courierId, day, note: `Bưu tá ${courierName}` }),
    };
  },
};

export type UnplanCall = { readonly body: UnplanStopsBody; readonly deskIds: readonly DeskId[]; readonly unitId: UnitId };
type Unplanning = { readonly shipments: readonly Carried[]; readonly tried: ReadonlySet<string> };

/** Never tried, it waits for a round as before; tried already, the desk has to say what follows. */
export const unplanStopsAct: Act<UnplanCall, Unplanning, true, CourierRefused, { readonly shipmentIds: readonly string[] }> = {
  name: 'unplan-stops',
  load: async (db, { provinceId }, { body, deskIds }) => {
    const shipments = await loadCarried(db, provinceId, { kind: 'desks', deskIds }, body.shipmentIds);
    if (!shipments) return undefined;
    const tried = new Set<string>();
    for (const { shipmentId } of shipments) if ((await findAttemptsBefore(db, provinceId, shipmentId)).count > 0) tried.add(shipmentId);
    return { shipments, tried };
  },
  decide: (_call, { shipments }) => mayUnplan(shipments),
  save: async (db, { provinceId }, { unitId }, _decision, { shipments, tried }) => {
    const back = shipments.flatMap(({ shipmentId, stop }) => (stop && tried.has(shipmentId) ? [{ shipmentId, courierId: stop.courierId, day: stop.day, state: 'at-desk' as const, next: stop.next }] : []));
    await saveStops(db, provinceId, back);
    await dropPlans(db, provinceId, shipments.flatMap(({ shipmentId }) => (tried.has(shipmentId) ? [] : [shipmentId])));
    return { answer: { shipmentIds: shipments.map(({ shipmentId }) => shipmentId) }, chain: `unit:${unitId}`, outbox: [], journal: journalOf('unplan-stops', shipments, {}) };
  },
};

export type ArrangeCall = { readonly day: PlainDate; readonly shipmentIds: readonly string[]; readonly unitId: UnitId };
type Arranged = { readonly day: PlainDate; readonly shipmentIds: readonly string[] };

export const arrangeRoundAct: Act<ArrangeCall, { readonly count: number }, true, never, Arranged> = {
  name: 'arrange-round',
  load: async (db, { provinceId, accountId }, { shipmentIds }) => {
    const count = await arrangeStops(db, provinceId, accountId, shipmentIds);
    return count === new Set(shipmentIds).size ? { count } : undefined;
  },
  decide: () => ok(true),
  save: async (_db, _context, { day, shipmentIds, unitId }) => Promise.resolve({
    answer: { day, shipmentIds }, chain: `unit:${unitId}`, outbox: [], journal: [{ act: 'arrange-round', data: { day, stops: shipmentIds.length } }],
  }),
};

export type EndCall = DeskCall & { readonly shipmentId: string; readonly body: EndDeliveryBody };
type Ended = { readonly shipmentId: string; readonly at: DeskCall['context']['now']; readonly state: 'returned' };

const mayEnd = ({ orderNumber, stop }: Carried, attempts: number): Result<true, CourierRefused> => {
  if (stop?.state === 'at-desk' || (stop?.state === 'planned' && attempts > 0)) return ok(true);
  // never tried: the order is cancelled instead
  return refuse({ kind: 'stop-stands', orderNumber, stands: stop?.state ?? 'planned' });
};

export const endDeliveryAct: Act<EndCall, { readonly shipment: Carried; readonly attempts: number }, true, CourierRefused, Ended> = {
  name: 'end-delivery',
  load: async (db, { provinceId }, { shipmentId, body: { deskId } }) => {
    const [shipment] = (await loadCarried(db, provinceId, { kind: 'desk', deskId }, [shipmentId])) ?? [];
    return shipment && { shipment, attempts: (await findAttemptsBefore(db, provinceId, shipmentId)).count };
  },
  decide: (_call, { shipment, attempts }) => mayEnd(shipment, attempts),
  save: async (db, context, { shipmentId, body, place }, _decision, { shipment }) => {
    const { provinceId, now } = context;
    if (!shipment.stop) throw new Error(`shipment ${shipmentId} was in no round`);
    await saveStops(db, provinceId, [{ shipmentId, courierId: shipment.stop.courierId, day: shipment.stop.day, state: 'returned', next: shipment.stop.next, endedAt: now }]);
    await tellCarrier(db, context, shipment, 'returned', now, place.desk.shortName, body.reason);
    return { answer: { shipmentId, at: now, state: 'returned' }, chain: `desk:${body.deskId}`, outbox: [], journal: journalOf('end-delivery', [shipment], { note: body.reason }) };
  },
};
