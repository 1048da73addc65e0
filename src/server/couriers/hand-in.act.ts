// What a courier brings to a desk: shipments that she did not deliver, papers that she took in or collected, and money. From now
// on it is between the two, until the desk has counted it.
import { both } from '#core/custody/change.ts';
import { carriedFrom, withCourier } from '#core/custody/courier-moves.ts';
import { sentTo } from '#core/custody/dossier-things.ts';
import { type Thing, atDesk } from '#core/custody/thing.ts';
import { type Result, refuse } from '#core/kernel/result.ts';
import { type CourierRefused, mayBeTold, mayDiffer, mayHaveHappened } from '#core/shipment/courier-round.ts';
import type { HandInBody, HandedIn } from '#wire/courier.wire.ts';
import type { Act } from '../acts/act.ts';
import { custodyStamp } from '../custody/custody-stamp.ts';
import { type Envelope, lockEnvelopes, savePickups } from './pickups.sql.ts';
import { type RecalledThing, findRecalled } from './recalled.sql.ts';
import type { CourierCall } from './courier-call.ts';
import { insertMoney, lockHeldMoney } from './money.sql.ts';
import { insertRecord } from './records.sql.ts';
import { type Carried, journalOf, loadCarried, nameOfItem } from './round-facts.ts';
import { saveStops } from './shipments.sql.ts';

type Facts = { readonly shipments: readonly Carried[]; readonly recalled: readonly RecalledThing[]; readonly envelopes: readonly Envelope[]; readonly held: number };

const decide = ({ body, arrivedAt }: CourierCall<HandInBody>, { shipments, recalled, envelopes, held }: Facts): Result<true, CourierRefused> => {
  const late = { at: body.at, arrivedAt };
  for (const { orderNumber, orderedAt, stop, takenAt } of shipments) {
    if (stop?.state !== 'with-courier') return refuse({ kind: 'stop-stands', orderNumber, stands: stop?.state ?? 'at-desk' });
    const may = mayBeTold({ orderNumber, orderedAt }, { ...late, ...(takenAt && { since: takenAt }) });
    if (!may.ok) return may;
  }
  if (shipments.length === 0 && recalled.length === 0 && envelopes.length === 0 && body.amount === 0) return refuse({ kind: 'nothing-to-hand-in' });
  if (body.amount > held) return refuse({ kind: 'more-than-held', held });
  const may = mayHaveHappened(late);
  return may.ok ? mayDiffer(held, body.amount, body.amountNote) : may;
};

export const handInAct: Act<CourierCall<HandInBody>, Facts, true, CourierRefused, HandedIn> = {
  name: 'hand-in-to-desk',
  load: async (db, { provinceId, accountId }, { body }) => {
    const shipments = await loadCarried(db, provinceId, { kind: 'courier', courierId: accountId }, body.shipmentIds);
    if (!shipments || shipments.some(({ deskId }) => deskId !== body.deskId)) return undefined;
    const envelopes = await lockEnvelopes(db, provinceId, accountId, body.deskId);
    return { shipments, envelopes, recalled: await findRecalled(db, provinceId, accountId, body.deskId), held: await lockHeldMoney(db, provinceId, accountId, body.deskId) };
  },
  decide,
  save: async (db, context, { body }, _decision, { shipments, recalled, envelopes }) => {
    const { provinceId, accountId: courierId, now } = context;
    const { recordId, deskId, amount, amountNote } = body;
    const items = [
      ...shipments.map((one) => ({ itemId: one.shipmentId, kind: 'shipment' as const, name: nameOfItem(one) })),
      ...recalled.map(({ thing, code }) => ({ itemId: thing.thingId, kind: 'recalled' as const, name: `${thing.name ?? ''} · ${code}` })),
      ...envelopes.map(({ thing, personName }) => ({ itemId: thing.thingId, kind: 'pickup' as const, name: `${thing.label ?? ''} · ${personName}` })),
    ];
    await insertRecord(db, context, { recordId, direction: 'to-desk', deskId, courierId, items });
    await insertMoney(db, context, { moveId: recordId, from: { kind: 'courier', id: courierId }, to: { kind: 'desk', id: deskId }, deskId, amount, note: amountNote });
    await saveStops(db, provinceId, shipments.flatMap(({ shipmentId, stop, takenAt }) => (stop ? [{ shipmentId, courierId, day: stop.day, state: 'handed-in' as const, next: stop.next, takenAt }] : [])));
    await savePickups(db, provinceId, envelopes.map(({ thing }) => thing.thingId), { state: 'handed-in' });
    const stamp = custodyStamp(context);
    const her = withCourier(courierId);
    const sent = (things: readonly Thing[]) => sentTo(things, her, atDesk(deskId), recordId, stamp);
    return {
      answer: { recordId, at: now, items: items.length, amount }, chain: `desk:${deskId}`, outbox: [],
      journal: [
        ...journalOf('hand-in-to-desk', shipments, { recordId }),
        ...recalled.map(({ thing, code }) => ({ act: 'hand-in-to-desk', dossierId: thing.dossierId, data: { code, recordId, note: thing.name } })),
        ...envelopes.map(({ thing }) => ({ act: 'hand-in-to-desk', data: { recordId, pickupId: thing.thingId, slipNumber: thing.label } })),
        ...(amount > 0 ? [{ act: 'hand-in-money', data: { recordId, deskId, amount, note: amountNote } }] : []),
      ],
      custody: both(...shipments.map(({ things }) => sent(carriedFrom(things, her))), sent([...recalled, ...envelopes].map(({ thing }) => thing))),
    };
  },
};
