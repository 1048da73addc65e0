// Shipments leave the desk with their carrier: one record for all of them, and the ledger has each on its way to the carrier,
// whose own word, or whose courier, receives it.
import { isOutcome, sentTo } from '#core/custody/dossier-things.ts';
import { type Thing, atDesk, sameHolder } from '#core/custody/thing.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { ok, refuse } from '#core/kernel/result.ts';
import { formatPaperNumber, paperSeries } from '#core/numbering/series.ts';
import { type HandOverRefused, refuseHandOver } from '#core/shipment/shipment-stands.ts';
import { carrierSlip } from '#documents/slips/carrier-slip.ts';
import type { HandOverShipmentsCommand, ShipmentsHandedOver } from '#wire/shipments.wire.ts';
import type { Act } from '../acts/act.ts';
import { custodyStamp } from '../custody/custody-stamp.ts';
import { findThings } from '../custody/things.sql.ts';
import type { DeskCall } from '../desk/facts/desk-route.ts';
import { type LockedDossier, lockDeskDossiers } from '../desk/save/desk-dossier.sql.ts';
import { insertIssuedPaper, takeNumber } from '../desk/save/desk-save.sql.ts';
import { atCarrier } from './follow-orders.ts';
import { type LockedShipment, lockShipments, saveHandedOver } from './shipments.sql.ts';

export type HandOverCall = DeskCall & { readonly command: HandOverShipmentsCommand };
type Facts = {
  readonly carrierName: string; readonly shipments: readonly LockedShipment[]; readonly dossiers: readonly LockedDossier[]; readonly outcomes: readonly Thing[];
};

export const handOverShipmentsAct: Act<HandOverCall, Facts, true, HandOverRefused, ShipmentsHandedOver> = {
  name: 'hand-over-shipments',
  load: async (db, { provinceId }, { command }) => {
    const { deskId, carrierId, shipmentIds } = command;
    const shipments = await lockShipments(db, provinceId, { deskId, carrierId, shipmentIds });
    const [first] = shipments;
    if (!first || shipments.length !== new Set(shipmentIds).size) return undefined;
    const ids = shipments.flatMap(({ dossierIds }) => dossierIds);
    const dossiers = await lockDeskDossiers(db, provinceId, deskId, ids);
    const here = atDesk(deskId);
    const outcomes = (await findThings(db, provinceId, ids)).filter((thing) => isOutcome(thing) && sameHolder(thing.holder, here));
    return { carrierName: first.carrierName, shipments, dossiers, outcomes };
  },
  decide: (_call, { shipments, dossiers, outcomes }) => {
    const refused = refuseHandOver(shipments.map(({ dossierIds, ...shipment }) => ({
      ...shipment, dossiers: dossiers.filter(({ dossierId }) => dossierIds.includes(dossierId))
        .map(({ dossierId, code }) => ({ code, isHere: outcomes.some((thing) => thing.dossierId === dossierId) })),
    })));
    return refused ? refuse(refused) : ok(true);
  },
  save: async (db, context, { command, place, actor }, _decision, { carrierName, shipments, dossiers, outcomes }) => {
    const { provinceId, now } = context;
    const { handOverId, deskId, carrierId } = command;
    const number = formatPaperNumber('hand-over-record', await takeNumber(db, context, paperSeries('hand-over-record', place.desk.receivingUnitId, dateOf(now))));
    const shipmentOf = (dossierId: string): LockedShipment | undefined => shipments.find(({ dossierIds }) => dossierIds.some((id) => id === dossierId));
    const payload = carrierSlip({
      place, actor, carrierName, now, number,
      outcomes: dossiers.map((dossier) => {
        const shipment = shipmentOf(dossier.dossierId);
        return {
          ...dossier, outcomeName: outcomes.find(({ dossierId }) => dossierId === dossier.dossierId)?.name,
          itemNumber: shipment?.itemNumber ?? shipment?.orderNumber ?? '',
          // once on the record, however many dossiers it holds
          collectOnDelivery: shipment?.dossierIds[0] === dossier.dossierId ? shipment.collectOnDelivery : 0,
        };
      }),
    });
    await insertIssuedPaper(db, provinceId, deskId, { paperId: handOverId, number, payload }, now, actor.accountId);
    await saveHandedOver(db, context, handOverId, shipments.map(({ shipmentId }) => shipmentId));
    return {
      answer: { handOverId, recordNumber: number, handedOverAt: now, shipments: shipments.length }, chain: `desk:${deskId}`,
      journal: dossiers.map(({ dossierId, code }) => ({
        act: 'hand-over-shipments', dossierId, data: { code, handOverId, recordNumber: number, carrierId, orderNumber: shipmentOf(dossierId)?.orderNumber },
      })),
      outbox: [], custody: sentTo(outcomes, atDesk(deskId), atCarrier(carrierId), handOverId, custodyStamp(context)),
    };
  },
};
