import { NO_CHANGE } from '#core/custody/change.ts';
import { papersGivenBack } from '#core/custody/dossier-things.ts';
import { atDesk } from '#core/custody/thing.ts';
import type { PaperKept } from '#core/dossier/way-back.ts';
import { type DossierWithdrawn, type WithdrawRefusal, withdrawDossier } from '#core/dossier/withdraw-dossier.ts';
import type { WithdrawDossierCommand } from '#wire/withdraw-dossier.wire.ts';
import { custodyStamp } from '../../custody/custody-stamp.ts';
import { findThings } from '../../custody/things.sql.ts';
import { findKeptPapers, insertPapersBack, saveGivenBack } from '../../way-back/papers-back.sql.ts';
import { newPaperId } from '../save/desk-save.sql.ts';
import { deskAct } from '../save/desk-act.ts';
import { notePaper } from './note-paper.ts';
import { closeOpenWork } from './withdraw-dossier.sql.ts';

export const withdrawDossierAct = () => deskAct<WithdrawDossierCommand, { readonly kept: readonly PaperKept[] }, DossierWithdrawn, WithdrawRefusal, object>({
  name: 'withdraw-dossier',
  more: async (db, { provinceId }, _call, { dossierId }) => ({ kept: await findKeptPapers(db, provinceId, dossierId) }),
  decide: ({ body, actor, place }, { dossier, more }) => withdrawDossier(body, { actor, desk: place.desk, dossier, kept: more.kept }),
  effect: async (db, context, call, { hands, askerName, papers }, { dossier }) => {
    const { provinceId, now } = context;
    const { body } = call;
    await insertPapersBack(db, provinceId, dossier.dossierId, now, {
      cause: 'withdrawn', reason: body.reason, request: body.request, askerName, feeNote: body.feeNote, place: papers.at,
    });
    await closeOpenWork(db, provinceId, dossier.dossierId, now, 'Công dân rút hồ sơ');
    const back = papers.at === 'given-back' && body.papersBack ? { taken: body.papersBack, given: papers.back } : undefined;
    if (back) await saveGivenBack(db, provinceId, dossier.dossierId, now, hands.receiverName, back.taken, back.given);
    const note = back && await notePaper(db, context, call, dossier, hands, back, { askedAt: now, reason: body.reason, feeNote: body.feeNote });
    return {
      state: 'withdrawn', hands, notice: { kind: 'withdrawn', papers: papers.at }, extra: {},
      custody: back
        ? papersGivenBack(await findThings(db, provinceId, [dossier.dossierId]), atDesk(dossier.deskId), back.given.withheld, custodyStamp(context)) : NO_CHANGE,
      paper: note && { paperId: newPaperId(context), dossierId: dossier.dossierId, ...note },
      journal: {
        reason: body.reason, asker: askerName, how: body.request.how, papersAt: papers.at, feeNote: body.feeNote, from: dossier.state,
        receiver: back?.given.receiverName, paper: note?.number,
      },
    };
  },
});
