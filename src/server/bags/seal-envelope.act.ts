// Packed and sealed before the citizen after the reception: what lies here of the dossier is from then on in its envelope.
import { type EnvelopeRefused, sealEnvelope } from '#core/custody/envelope.ts';
import type { CustodyChange } from '#core/custody/change.ts';
import { type Thing, atDesk } from '#core/custody/thing.ts';
import type { DossierId } from '#core/dossier/dossier.ts';
import type { EnvelopeSealed } from '#wire/bags.wire.ts';
import type { Act } from '../acts/act.ts';
import { custodyStamp } from '../custody/custody-stamp.ts';
import { findThings } from '../custody/things.sql.ts';
import type { DeskCall } from '../desk/facts/desk-route.ts';
import { type LockedDossier, lockDeskDossiers } from '../desk/save/desk-dossier.sql.ts';
import { findSlipNumber } from './envelope.sql.ts';

export type SealCall = DeskCall & { readonly dossierId: DossierId; readonly sealNumber: string };
type Facts = { readonly dossier: LockedDossier; readonly things: readonly Thing[]; readonly slip: { readonly itemNumber: string; readonly isFree: boolean } | undefined };

export const sealEnvelopeAct: Act<SealCall, Facts, CustodyChange, EnvelopeRefused, EnvelopeSealed> = {
  name: 'seal-envelope',
  load: async (db, { provinceId }, { place, dossierId }) => {
    const [dossier] = await lockDeskDossiers(db, provinceId, place.desk.deskId, [dossierId]);
    return dossier && { dossier, things: await findThings(db, provinceId, [dossierId]), slip: await findSlipNumber(db, provinceId, dossierId) };
  },
  decide: ({ sealNumber, place }, { dossier, things, slip }, context) =>
    sealEnvelope(sealNumber, { ...dossier, things, isPosted: slip !== undefined, label: slip?.isFree ? slip.itemNumber : undefined, here: atDesk(place.desk.deskId) }, custodyStamp(context)),
  save: async (_db, context, { place, sealNumber }, custody, { dossier: { dossierId, code } }) => ({
    answer: { dossierId, code, sealNumber, at: context.now }, chain: `desk:${place.desk.deskId}`,
    journal: [{ act: 'seal-envelope', dossierId, data: { code, sealNumber } }], outbox: [], custody,
  }),
};
