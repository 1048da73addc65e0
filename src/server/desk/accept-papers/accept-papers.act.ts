import { countedIn, settleBy } from '#core/custody/differences.ts';
import { atDesk } from '#core/custody/thing.ts';
import { type AcceptPapersRefused, type PapersAccepted, acceptPapersBack } from '#core/dossier/accept-papers.ts';
import type { PaperKept } from '#core/dossier/way-back.ts';
import { differenceInWords } from '#wire/accept-papers-words.ts';
import type { AcceptPapersCommand } from '#wire/give-back-papers.wire.ts';
import { custodyStamp } from '../../custody/custody-stamp.ts';
import { findThings } from '../../custody/things.sql.ts';
import { type PapersBackRow, findKeptPapers, findPapersBack, saveArrived } from '../../way-back/papers-back.sql.ts';
import { deskAct } from '../save/desk-act.ts';

type More = { readonly row?: PapersBackRow; readonly kept: readonly PaperKept[] };

export const acceptPapersAct = () => deskAct<AcceptPapersCommand, More, PapersAccepted, AcceptPapersRefused, object>({
  name: 'accept-papers-back',
  more: async (db, { provinceId }, _call, { dossierId }) => ({
    row: await findPapersBack(db, provinceId, dossierId), kept: await findKeptPapers(db, provinceId, dossierId),
  }),
  decide: ({ body, actor, place }, { dossier, more }) =>
    acceptPapersBack(body, { actor, desk: place.desk, dossier, kept: more.kept, place: more.row?.place ?? undefined }),
  effect: async (db, context, { place: { calendar } }, accepted, { dossier, more }) => {
    const { provinceId, now } = context;
    const { hands, place, differences } = accepted;
    await saveArrived(db, provinceId, dossier.dossierId, now, hands.receiverName, accepted);
    const record = more.row?.recordNumber ?? '';
    return {
      state: dossier.state, hands, extra: {},
      custody: countedIn(await findThings(db, provinceId, [dossier.dossierId]), atDesk(dossier.deskId), differences, {
        stamp: custodyStamp(context), settleBy: settleBy(calendar.compiled, now),
      }),
      notice: { kind: place === 'at-desk' ? 'papers-at-desk' : 'papers-not-arrived' },
      journal: {
        record, differences,
        note: differences.length === 0 ? `Đủ theo biên bản ${record}` : `Biên bản ${record}: ${differences.map(differenceInWords).join('; ')}`,
      },
    };
  },
});
