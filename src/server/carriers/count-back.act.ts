// The desk counts what a carrier brought back. From then on its words on this shipment move nothing any more.
import type { CustodyChange } from '#core/custody/change.ts';
import { settleBy } from '#core/custody/differences.ts';
import { type Thing, atDesk } from '#core/custody/thing.ts';
import { type CountBackRefused, type CountedBack, countBack } from '#core/shipment/count-back.ts';
import type { CountBackCommand, CountedBackAnswer } from '#wire/shipments.wire.ts';
import type { Act } from '../acts/act.ts';
import { custodyStamp } from '../custody/custody-stamp.ts';
import { findThings } from '../custody/things.sql.ts';
import type { DeskCall } from '../desk/facts/desk-route.ts';
import { type LockedDossier, lockDeskDossiers } from '../desk/save/desk-dossier.sql.ts';
import { type LockedShipment, lockShipments, saveCountedBack } from './shipments.sql.ts';

export type CountBackCall = DeskCall & { readonly command: CountBackCommand };
type Facts = { readonly shipments: readonly LockedShipment[]; readonly dossiers: readonly LockedDossier[]; readonly things: readonly Thing[] };

export const countBackAct: Act<CountBackCall, Facts, CustodyChange, CountBackRefused, CountedBackAnswer> = {
  name: 'count-back',
  load: async (db, { provinceId }, { command: { deskId, carrierId, counts } }) => {
    const shipmentIds = counts.map(({ shipmentId }) => shipmentId);
    const shipments = await lockShipments(db, provinceId, { deskId, carrierId, shipmentIds });
    if (shipments.length !== new Set(shipmentIds).size) return undefined;
    const ids = shipments.flatMap(({ dossierIds }) => dossierIds);
    return { shipments, dossiers: await lockDeskDossiers(db, provinceId, deskId, ids), things: await findThings(db, provinceId, ids) };
  },
  decide: ({ command, place }, { shipments, things }, context) => countBack(command.counts, shipments.map(({ shipmentId, orderNumber, handOverId, dossierIds }) => ({
    shipmentId, orderNumber, recordId: handOverId ?? shipmentId, things: things.filter(({ dossierId }) => dossierIds.some((id) => id === dossierId)),
  })), atDesk(command.deskId), { stamp: custodyStamp(context), settleBy: settleBy(place.calendar.compiled, context.now) }),
  save: async (db, context, { command: { deskId, carrierId, counts } }, change, { shipments, dossiers }) => {
    await saveCountedBack(db, context, counts);
    const of = (result: CountedBack): number => counts.filter((one) => one.result === result).length;
    return {
      answer: { at: context.now, there: of('there'), damaged: of('damaged'), missing: of('missing') }, chain: `desk:${deskId}`, outbox: [],
      journal: shipments.flatMap(({ shipmentId, orderNumber, dossierIds }) => {
        const counted = counts.find((one) => one.shipmentId === shipmentId);
        return dossiers.filter(({ dossierId }) => dossierIds.includes(dossierId))
          .map(({ dossierId, code }) => ({ act: 'count-back', dossierId, data: { code, carrierId, orderNumber, result: counted?.result, note: counted?.note } }));
      }),
      custody: change,
    };
  },
};
