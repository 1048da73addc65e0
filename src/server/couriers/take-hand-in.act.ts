// The desk counts what its courier brought back: what is there is the desk's again, what is not opens a case, and money that
// is less than was said stays with the courier.
import { both } from '#core/custody/change.ts';
import { onRecord } from '#core/custody/courier-moves.ts';
import { notCome, settleBy } from '#core/custody/differences.ts';
import { arrivedAt } from '#core/custody/dossier-things.ts';
import { type Thing, atDesk } from '#core/custody/thing.ts';
import { type Result, refuse } from '#core/kernel/result.ts';
import { type CourierRefused, afterHandIn, mayCount, mayDiffer } from '#core/shipment/courier-round.ts';
import { type BroughtBack, broughtBackSlip } from '#documents/slips/courier-slip.ts';
import type { HandInTaken, TakeHandInBody } from '#wire/courier-desk.wire.ts';
import type { Act } from '../acts/act.ts';
import { custodyStamp } from '../custody/custody-stamp.ts';
import type { DeskCall } from '../desk/facts/desk-route.ts';
import { issueCourierRecord } from './courier-paper.ts';
import { findMoneyOn, saveMoneyCounted } from './money.sql.ts';
import { savePickups } from './pickups.sql.ts';
import { type LockedRecord, lockRecord, saveCounted } from './records.sql.ts';
import { type TakenIn, findTakenInOn } from './recalled.sql.ts';
import { type Carried, journalOf, loadCarried, shippedOut, tellCarrier } from './round-facts.ts';
import { type StopSaved, saveStops } from './shipments.sql.ts';

export type TakeHandInCall = DeskCall & { readonly recordId: string; readonly body: TakeHandInBody };
type Facts = { readonly record: LockedRecord; readonly shipments: readonly Carried[]; readonly takenIn: readonly TakenIn[]; readonly amount: number };

const takenInOf = ({ thing, code, personName }: TakenIn, missing: string | undefined): BroughtBack => (thing.kind === 'envelope'
  ? { kind: 'pickup', slipNumber: thing.label ?? '', personName: personName ?? '', missing }
  : { kind: 'recalled', code: code ?? '', name: thing.name ?? '', missing });

const decide = ({ body, actor }: TakeHandInCall, { record, amount }: Facts): Result<true, CourierRefused> => {
  const may = mayCount(record, actor.accountId, body);
  if (!may.ok) return may;
  if (body.amountCounted > amount) return refuse({ kind: 'more-than-held', held: amount });
  return mayDiffer(amount, body.amountCounted, body.amountNote);
};

export const takeHandInAct: Act<TakeHandInCall, Facts, true, CourierRefused, HandInTaken> = {
  name: 'take-from-courier',
  load: async (db, { provinceId }, { recordId, body: { deskId } }) => {
    const record = await lockRecord(db, provinceId, recordId, { kind: 'desk', deskId });
    if (!record) return undefined;
    const ids = record.items.filter(({ kind }) => kind === 'shipment').map(({ itemId }) => itemId);
    const shipments = await loadCarried(db, provinceId, { kind: 'desk', deskId }, ids);
    return shipments && { record, shipments, takenIn: await findTakenInOn(db, provinceId, recordId), amount: await findMoneyOn(db, provinceId, recordId) };
  },
  decide,
  save: async (db, context, { recordId, body, place, actor }, _decision, { record, shipments, takenIn, amount }) => {
    const { provinceId, now } = context;
    const recalled = takenIn.map(({ thing }) => thing);
    const { deskId, amountCounted, amountNote } = body;
    const notes = new Map(body.missing.map(({ itemId, note }) => [itemId, note]));
    await saveCounted(db, context, recordId, body);
    if (amount > 0) await saveMoneyCounted(db, context, recordId, amountCounted, amountNote);
    await issueCourierRecord(db, context, recordId, place.desk, (number) => broughtBackSlip({
      place, actor, courierName: record.courierName, now, number, sentAt: record.sentAt, money: { amount, counted: amountCounted, note: amountNote },
      items: [...shipments.map((one) => ({ kind: 'shipment', outcomes: shippedOut(one), missing: notes.get(one.shipmentId) }) as const), ...takenIn.map((one) => takenInOf(one, notes.get(one.thing.thingId)))],
    }));
    const stamp = custodyStamp(context);
    const facts = { stamp, settleBy: settleBy(place.calendar.compiled, now) };
    const stops: StopSaved[] = [];
    for (const shipment of shipments) {
      const { shipmentId, stop } = shipment;
      if (!stop) continue;
      const note = notes.get(shipmentId);
      const state = note === undefined ? afterHandIn(stop.next) : 'lost';
      stops.push({ shipmentId, courierId: stop.courierId, day: stop.day, state, next: stop.next, ...(state === 'returned' || state === 'lost' ? { endedAt: now } : {}) });
      await tellCarrier(db, context, shipment, state === 'returned' || state === 'lost' ? state : 'back-at-desk', now, place.desk.shortName, note);
    }
    await saveStops(db, provinceId, stops);
    const envelopes = recalled.filter(({ kind }) => kind === 'envelope').map(({ thingId }) => thingId);
    await savePickups(db, provinceId, envelopes.filter((id) => !notes.has(id)), { state: 'at-desk' });
    for (const id of envelopes.filter((one) => notes.has(one))) await savePickups(db, provinceId, [id], { state: 'lost', note: notes.get(id), closedAt: now });
    const counted = (things: readonly Thing[], note: string | undefined, shipmentId?: string) =>
      (note === undefined ? arrivedAt(things, atDesk(deskId), stamp) : notCome(things, note, { ...facts, shipmentId }));
    return {
      answer: { recordId, at: now, received: body.received.length, missing: body.missing.length, amountCounted }, chain: `desk:${deskId}`, outbox: [],
      journal: [
        ...shipments.flatMap((one) => journalOf(notes.has(one.shipmentId) ? 'lost-by-courier' : 'take-from-courier', [one], { recordId, courierId: record.courierId, note: notes.get(one.shipmentId) })),
        ...recalled.map((thing) => ({ act: notes.has(thing.thingId) ? 'lost-by-courier' : 'take-from-courier', dossierId: thing.dossierId, data: { recordId, courierId: record.courierId, note: notes.get(thing.thingId) ?? thing.name } })),
        ...(amount > 0 ? [{ act: 'count-courier-money', data: { recordId, courierId: record.courierId, amount, amountCounted, note: amountNote } }] : []),
      ],
      custody: both(
        ...shipments.map(({ shipmentId, things }) => counted(onRecord(things, recordId), notes.get(shipmentId), shipmentId)),
        ...recalled.map((thing) => counted(onRecord([thing], recordId), notes.get(thing.thingId)))),
    };
  },
};
