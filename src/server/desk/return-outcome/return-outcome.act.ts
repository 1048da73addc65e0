import type { PoolClient } from 'pg';
import { outcomeBorne } from '#core/custody/borne.ts';
import { outcomeReturned } from '#core/custody/dossier-things.ts';
import { atDesk } from '#core/custody/thing.ts';
import { type OutcomeReturned, type ReturnFacts, type ReturnRefusal, returnOutcome } from '#core/dossier/return-outcome.ts';
import { signingNote } from '#core/dossier/signing.ts';
import { returnNotePaper } from '#documents/slips/return-note.ts';
import type { ReturnOutcomeCommand } from '#wire/return-outcome.wire.ts';
import type { ActContext } from '../../acts/act.ts';
import { custodyStamp } from '../../custody/custody-stamp.ts';
import { findBearerName } from '../../custody/bearer-name.sql.ts';
import { findThings } from '../../custody/things.sql.ts';
import { findKeptPapers } from '../../way-back/papers-back.sql.ts';
import { findUnknownScans } from '../facts/desk-facts.sql.ts';
import { newPaperId } from '../save/desk-save.sql.ts';
import { deskAct } from '../save/desk-act.ts';
import type { LockedDossier } from '../save/desk-dossier.sql.ts';
import { type UnpaidFee, findUnpaidFees, saveReturn } from './return-outcome.sql.ts';

type More = { readonly unpaid: readonly UnpaidFee[]; readonly unknownScans: readonly string[]; readonly borne: ReturnFacts['borne'] };

/** What arrives later was given out already: then the ledger says so, and stops nothing. */
const findBorne = async (db: PoolClient, { provinceId, offline }: ActContext, { dossierId, deskId }: Pick<LockedDossier, 'dossierId' | 'deskId'>): Promise<ReturnFacts['borne']> => {
  const borne = offline ? undefined : outcomeBorne(await findThings(db, provinceId, [dossierId]), atDesk(deskId));
  return borne && { by: borne.bearer.kind, name: await findBearerName(db, provinceId, borne.bearer), stands: borne.stands };
};

export const returnOutcomeAct = () => deskAct<ReturnOutcomeCommand, More, OutcomeReturned, ReturnRefusal, object>({
  name: 'return-outcome',
  more: async (db, context, { body, place }, dossier) => ({
    borne: await findBorne(db, context, dossier),
    unpaid: await findUnpaidFees(db, context.provinceId, dossier.dossierId),
    unknownScans: await findUnknownScans(db, context.provinceId, place.desk.deskId,
      [body.signature, body.receiver.authorisation?.scan].filter((scan) => scan !== undefined)),
  }),
  decide: ({ body, actor, place }, { dossier, more }, { now }) => returnOutcome(body, { now, actor, desk: place.desk, dossier, ...more }),
  effect: async (db, context, { body, place, actor }, decision, { dossier }) => {
    const { provinceId, now } = context;
    await saveReturn(db, provinceId, dossier.dossierId, now, body, decision);
    const { receiver } = body;
    const things = await findThings(db, provinceId, [dossier.dossierId]);
    const kept = body.originalsReturned ? await findKeptPapers(db, provinceId, dossier.dossierId) : [];
    const note = returnNotePaper(body, decision, dossier, place, actor, now);
    return {
      state: 'returned', hands: decision.hands, notice: { kind: 'returned' }, extra: {},
      custody: outcomeReturned(things, {
        desk: atDesk(dossier.deskId), agencyUnitId: dossier.agencyUnitId, dossierId: dossier.dossierId, originals: kept.filter(({ form }) => form === 'original'),
        recalled: body.recalledPapers.filter(({ collected }) => collected).map(({ name }) => name),
      }, custodyStamp(context)),
      paper: note && { paperId: newPaperId(context), dossierId: dossier.dossierId, payload: note },
      journal: {
        receiverOfOutcome: receiver.fullName, relation: receiver.relation, identityKind: receiver.identity.kind,
        receiptShown: body.receiptShown, lostReceiptNote: body.lostReceiptNote,
        recalledPapers: body.recalledPapers, originalsReturned: body.originalsReturned, ...signingNote(body.signing), collectedFeeLines: decision.collectedFeeLines,
      },
    };
  },
});
