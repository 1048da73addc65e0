// A pick-up from the desk's word to the opened envelope.
import { type AnyCalendar } from '#core/deadline/working-time.ts';
import { withCourier } from '#core/custody/courier-moves.ts';
import { type Thing, atDesk } from '#core/custody/thing.ts';
import type { DossierId } from '#core/dossier/dossier.ts';
import { type PlainDate, dateOf } from '#core/kernel/moment.ts';
import { ok, refuse } from '#core/kernel/result.ts';
import type { ItemNumber } from '#core/numbering/item-number.ts';
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import { ABOUT_REASON } from '#core/shipment/attempt-reasons.ts';
import type { FailedRefused, ProofFile } from '#core/shipment/deliver-shipment.ts';
import { type PickupNext, type PickupRefused, type PickupState, closePickup, collectPapers, envelopeCame, envelopeClosed, failPickup } from '#core/shipment/pickup.ts';
import type { AskPickupBody, ClosePickupBody, CollectBody, FailPickupBody, PickupMoved } from '#wire/pickup.wire.ts';
import type { Act } from '../acts/act.ts';
import { custodyStamp } from '../custody/custody-stamp.ts';
import type { DeskFacts } from '../desk/facts/desk-facts.ts';
import type { DeskCall } from '../desk/facts/desk-route.ts';
import { lockDeskDossiers } from '../desk/save/desk-dossier.sql.ts';
import { findOwnFiles } from './attempts.sql.ts';
import type { CourierCall } from './courier-call.ts';
import { type LockedPickup, getEnvelope, insertPickup, isDossierOfAnother, isSlipUsed, lockPickup, saveCollected, savePickups } from './pickups.sql.ts';
import { findCouriersOf } from './shipments.sql.ts';

export type AskCall = DeskCall & { readonly body: AskPickupBody };
type Asked = { readonly procedure: ProcedureVersion; readonly courierName: string };

export const askPickupAct = (facts: DeskFacts): Act<AskCall, Asked, true, PickupRefused, { readonly pickupId: string; readonly day: PlainDate }> => ({
  name: 'ask-pickup',
  load: async (db, { provinceId, now }, { body: { deskId, courierId, procedureCode, caseId } }) => {
    const { row, transfer } = await facts.procedure(deskId, procedureCode, dateOf(now), { db });
    const courier = (await findCouriersOf(db, provinceId, [deskId], dateOf(now))).find((one) => one.courierId === courierId);
    const isKnown = row !== undefined && (caseId === undefined || row.procedure.cases.some((one) => one.caseId === caseId));
    return isKnown && transfer && courier ? { procedure: row.procedure, courierName: courier.name } : undefined;
  },
  decide: ({ body: { day } }, _facts, { now }) => (day < dateOf(now) ? refuse({ kind: 'day-passed', day }) : ok(true)),
  save: async (db, context, { body }, _decision, { procedure, courierName }) => {
    const { pickupId, deskId, courierId, day, person, note, caseId } = body;
    const chosen = procedure.cases.find((one) => one.caseId === caseId) ?? procedure.cases[0];
    await insertPickup(db, context, {
      pickupId, deskId, courierId, day, person, procedureCode: procedure.code, procedureName: procedure.name, ...(note !== undefined && { note }), checklist: chosen?.checklist ?? [],
    });
    return { answer: { pickupId, day }, chain: `desk:${deskId}`, outbox: [], journal: [{ act: 'ask-pickup', data: { pickupId, courierId, courierName, day, procedureCode: procedure.code } }] };
  },
});

type AtHome<Body> = CourierCall<Body> & { readonly pickupId: string };
type Found = { readonly pickup: LockedPickup };

export const collectAct: Act<AtHome<CollectBody>, Found & { readonly files: readonly ProofFile[]; readonly isSlipUsed: boolean }, ItemNumber, PickupRefused, PickupMoved> = {
  name: 'collect-papers',
  load: async (db, { provinceId, accountId }, { pickupId, body: { slipNumber, signature, photo } }) => {
    const pickup = await lockPickup(db, provinceId, pickupId, { kind: 'courier', courierId: accountId });
    if (!pickup) return undefined;
    return {
      pickup, files: await findOwnFiles(db, provinceId, accountId, [signature, photo].filter((file) => file !== undefined)),
      isSlipUsed: await isSlipUsed(db, provinceId, slipNumber.replace(/[\s.-]/gu, '').toUpperCase()),
    };
  },
  decide: ({ body, arrivedAt }, { pickup, ...more }) => collectPapers(body, { ...pickup, late: { at: body.at, arrivedAt }, ...more }),
  save: async (db, context, { pickupId, body }, slipNumber, { pickup }) => {
    const { accountId, now } = context;
    await saveCollected(db, context, pickupId, slipNumber, body);
    return {
      answer: { pickupId, at: now, state: 'with-courier', slipNumber }, chain: `desk:${pickup.deskId}`, outbox: [],
      journal: [{ act: 'collect-papers', data: { pickupId, slipNumber, pieces: body.papers.reduce((sum, { count }) => sum + count, 0) } }],
      custody: envelopeCame(pickupId, slipNumber, `Hồ sơ nhận tại nhà: ${pickup.personName}`, withCourier(accountId), custodyStamp(context)),
    };
  },
};

export const failPickupAct = (facts: DeskFacts): Act<AtHome<FailPickupBody>, Found & { readonly calendar: AnyCalendar }, PickupNext, PickupRefused | FailedRefused, PickupMoved> => ({
  name: 'fail-pickup',
  load: async (db, { provinceId, accountId, now }, { pickupId }) => {
    const pickup = await lockPickup(db, provinceId, pickupId, { kind: 'courier', courierId: accountId });
    const place = pickup && await facts.place(pickup.deskId, dateOf(now), { db });
    return pickup && place && { pickup, calendar: place.calendar.compiled };
  },
  decide: ({ body, arrivedAt }, { pickup, calendar }, { now }) => failPickup(body, { ...pickup, late: { at: body.at, arrivedAt }, on: dateOf(now), calendar }),
  save: async (db, { provinceId, now }, { pickupId, body: { reason, note } }, next, { pickup }) => {
    await savePickups(db, provinceId, [pickupId], { ...next, reason, note, ...(next.state === 'given-up' && { closedAt: now }) });
    return {
      answer: { pickupId, at: now, ...next }, chain: `desk:${pickup.deskId}`, outbox: [], journal: [{ act: 'fail-pickup', data: { pickupId, reason, next, note: note ?? ABOUT_REASON[reason].words } }],
    };
  },
});

export type CloseCall = DeskCall & { readonly pickupId: string; readonly body: ClosePickupBody };
type Closing = Found & { readonly envelope?: Thing; readonly dossier?: { readonly dossierId: DossierId; readonly code: string } };

export const closePickupAct: Act<CloseCall, Closing, true, PickupRefused, { readonly pickupId: string; readonly at: DeskCall['context']['now']; readonly state: PickupState }> = {
  name: 'close-pickup',
  load: async (db, { provinceId }, { pickupId, body: { deskId, dossierId } }) => {
    const pickup = await lockPickup(db, provinceId, pickupId, { kind: 'desk', deskId });
    if (!pickup) return undefined;
    const [dossier] = dossierId === undefined ? [] : await lockDeskDossiers(db, provinceId, deskId, [dossierId]);
    const isFree = dossier !== undefined && !(await isDossierOfAnother(db, provinceId, deskId, dossier.dossierId));
    return { pickup, ...(isFree && { dossier }), ...(pickup.state === 'at-desk' && { envelope: await getEnvelope(db, provinceId, pickupId) }) };
  },
  decide: ({ body: { how } }, { pickup, dossier }) => closePickup(how, pickup.state, dossier !== undefined),
  save: async (db, context, { pickupId, body: { how, deskId, note } }, _decision, { envelope, dossier }) => {
    const { provinceId, now } = context;
    await savePickups(db, provinceId, [pickupId], { state: how, note, closedAt: now, dossierId: dossier?.dossierId });
    return {
      answer: { pickupId, at: now, state: how }, chain: `desk:${deskId}`, outbox: [],
      journal: [{ act: 'close-pickup', ...(dossier && { dossierId: dossier.dossierId }), data: { pickupId, how, code: dossier?.code, note } }],
      ...(envelope && how !== 'given-up' && { custody: envelopeClosed(envelope, how, atDesk(deskId), custodyStamp(context), `Đã mở phong bì, tiếp nhận hồ sơ ${dossier?.code ?? ''}`) }),
    };
  },
};
