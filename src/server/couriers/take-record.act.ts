// The courier counts what a desk gave her: what is there is hers to bring, what is not never left the desk.
import { both } from '#core/custody/change.ts';
import { leftBehind, onRecord, withCourier } from '#core/custody/courier-moves.ts';
import { arrivedAt as arrive } from '#core/custody/dossier-things.ts';
import type { Result } from '#core/kernel/result.ts';
import { type CourierRefused, mayCount, mayHaveHappened } from '#core/shipment/courier-round.ts';
import type { RecordTaken, TakeRecordBody } from '#wire/courier.wire.ts';
import type { Act } from '../acts/act.ts';
import { custodyStamp } from '../custody/custody-stamp.ts';
import type { CourierCall } from './courier-call.ts';
import { type LockedRecord, lockRecord, saveCounted } from './records.sql.ts';
import { type Carried, journalOf, loadCarried, tellCarrier } from './round-facts.ts';
import { saveStops } from './shipments.sql.ts';

export type TakeCall = CourierCall<TakeRecordBody> & { readonly recordId: string };
type Facts = { readonly record: LockedRecord; readonly shipments: readonly Carried[] };

const decide = ({ body, arrivedAt }: TakeCall, { record }: Facts, by: LockedRecord['courierId']): Result<true, CourierRefused> => {
  const may = mayHaveHappened({ at: body.at, arrivedAt, since: record.sentAt });
  return may.ok ? mayCount(record, by, body) : may;
};

export const takeRecordAct: Act<TakeCall, Facts, true, CourierRefused, RecordTaken> = {
  name: 'take-from-desk',
  load: async (db, { provinceId, accountId }, { recordId }) => {
    const record = await lockRecord(db, provinceId, recordId, { kind: 'courier', courierId: accountId });
    // counted before: what became of it since is another matter
    const shipments = record && (record.received ? [] : await loadCarried(db, provinceId, { kind: 'courier', courierId: accountId }, record.items.map(({ itemId }) => itemId)));
    return record && shipments && { record, shipments };
  },
  decide: (call, facts, { accountId }) => decide(call, facts, accountId),
  save: async (db, context, { recordId, body }, _decision, { record, shipments }) => {
    const { provinceId, accountId: courierId, now } = context;
    const her = withCourier(courierId);
    const stamp = custodyStamp(context);
    const notes = new Map(body.missing.map(({ itemId, note }) => [itemId, note]));
    const missing = shipments.filter(({ shipmentId }) => notes.has(shipmentId));
    const taken = shipments.filter(({ shipmentId }) => !notes.has(shipmentId));
    await saveCounted(db, context, recordId, body);
    await saveStops(db, provinceId, shipments.flatMap(({ shipmentId, stop }) => (stop ? [{
      shipmentId, courierId, day: stop.day, ...(notes.has(shipmentId) ? { state: 'planned' as const } : { state: 'with-courier' as const, takenAt: now }),
    }] : [])));
    for (const shipment of taken) await tellCarrier(db, context, shipment, 'out', now, '');
    for (const shipment of missing) await tellCarrier(db, context, shipment, 'back-at-desk', now, '', notes.get(shipment.shipmentId));
    return {
      answer: { recordId, at: now, received: taken.length, missing: missing.length }, chain: `desk:${record.deskId}`, outbox: [],
      journal: [...journalOf('take-from-desk', taken, { recordId }), ...missing.flatMap((one) => journalOf('not-taken-from-desk', [one], { recordId, note: notes.get(one.shipmentId) }))],
      custody: both(
        ...taken.map(({ things }) => arrive(onRecord(things, recordId), her, stamp)),
        ...missing.map(({ shipmentId, things }) => leftBehind(onRecord(things, recordId), her, notes.get(shipmentId) ?? '', stamp))),
    };
  },
};
