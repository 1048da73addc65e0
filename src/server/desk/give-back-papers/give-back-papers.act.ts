import { papersGivenBack } from '#core/custody/dossier-things.ts';
import { atDesk } from '#core/custody/thing.ts';
import { type GivePapersRefused, type PapersHandedOver, givePapersBack } from '#core/dossier/give-back-papers.ts';
import { signingNote } from '#core/dossier/signing.ts';
import type { PaperKept } from '#core/dossier/way-back.ts';
import type { GiveBackPapersCommand } from '#wire/give-back-papers.wire.ts';
import { custodyStamp } from '../../custody/custody-stamp.ts';
import { findThings } from '../../custody/things.sql.ts';
import { type PapersBackRow, findKeptPapers, findPapersBack, saveGivenBack } from '../../way-back/papers-back.sql.ts';
import { newPaperId } from '../save/desk-save.sql.ts';
import { deskAct } from '../save/desk-act.ts';
import { notePaper } from '../withdraw-dossier/note-paper.ts';

type More = { readonly row?: PapersBackRow; readonly kept: readonly PaperKept[] };

export const giveBackPapersAct = () => deskAct<GiveBackPapersCommand, More, PapersHandedOver, GivePapersRefused, object>({
  name: 'give-back-papers',
  more: async (db, { provinceId }, _call, { dossierId }) => ({
    row: await findPapersBack(db, provinceId, dossierId), kept: await findKeptPapers(db, provinceId, dossierId),
  }),
  decide: ({ body, actor, place }, { dossier, more }) =>
    givePapersBack(body, { actor, desk: place.desk, dossier, kept: more.kept, place: more.row?.place ?? undefined, counted: more.row?.counted ?? undefined }),
  effect: async (db, context, call, { hands, back, stays }, { dossier, more: { row } }) => {
    const { provinceId, now } = context;
    const { papersBack } = call.body;
    await saveGivenBack(db, provinceId, dossier.dossierId, now, hands.receiverName, papersBack, back);
    const note = await notePaper(db, context, call, dossier, hands, { taken: papersBack, given: back }, {
      askedAt: row?.since ?? now, reason: row?.reason ?? '', feeNote: row?.feeNote ?? undefined,
    });
    return {
      custody: papersGivenBack(await findThings(db, provinceId, [dossier.dossierId]), atDesk(dossier.deskId), stays, custodyStamp(context)),
      state: dossier.state, hands, extra: {}, notice: { kind: 'papers-given-back' },
      paper: { paperId: newPaperId(context), dossierId: dossier.dossierId, ...note },
      journal: {
        receiver: back.receiverName, papers: back.given.map((paper) => paper.name), withheld: back.withheld.map(({ name, note: why }) => `${name}: ${why}`),
        paper: note.number, note: `Người nhận: ${back.receiverName}`, ...signingNote(papersBack.signing),
      },
    };
  },
});
