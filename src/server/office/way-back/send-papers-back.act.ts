import { randomUUIDv7 } from 'node:crypto';
import { isHeld, isPaper, sentTo } from '#core/custody/dossier-things.ts';
import { atAgency, atDesk } from '#core/custody/thing.ts';
import { type PapersPlace, type SendPapersRefused, sendPapersBack } from '#core/dossier/give-back-papers.ts';
import type { PaperKept } from '#core/dossier/way-back.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { formatPaperNumber, paperSeries } from '#core/numbering/series.ts';
import type { SendPapersBackBody } from '#wire/give-back-papers.wire.ts';
import { custodyStamp } from '../../custody/custody-stamp.ts';
import { findThings } from '../../custody/things.sql.ts';
import { findKeptPapers, findPapersBack, saveSentBack } from '../../way-back/papers-back.sql.ts';
import { type Agency, findTitle, getAgency } from '../agency/agency.sql.ts';
import { papersRecord } from '../agency/late-papers.ts';
import { type Office, officeAct } from '../agency/office-act.ts';
import { insertPaper, takeNumber } from '../agency/office-save.sql.ts';

type More = { readonly place?: PapersPlace; readonly kept: readonly PaperKept[]; readonly agency: Agency; readonly title?: string };

export const performSendPapersBack = (office: Office) =>
  officeAct<SendPapersBackBody, More, { readonly place: 'on-the-way' }, SendPapersRefused, object>(office, {
    name: 'send-papers-back',
    more: async (db, { provinceId, accountId }, { dossierId }, { dossier }) => ({
      place: (await findPapersBack(db, provinceId, dossierId))?.place ?? undefined,
      kept: await findKeptPapers(db, provinceId, dossierId),
      agency: await getAgency(db, provinceId, dossier.agencyUnitId),
      title: await findTitle(db, provinceId, accountId),
    }),
    decide: ({ body }, { dossier, actor, more }) => sendPapersBack(body, { dossier, actor, place: more.place }),
    effect: async (db, context, { origin }, _decision, { dossier, more }) => {
      const { provinceId, accountId, accountName, now } = context;
      const count = await takeNumber(db, provinceId, paperSeries('hand-over-record', dossier.agencyUnitId, dateOf(now)));
      const number = formatPaperNumber('hand-over-record', count);
      await saveSentBack(db, provinceId, dossier.dossierId, now, accountName, number);
      const payload = papersRecord(
        { dossier, agency: more.agency, number: count, issuedAt: now, officer: { name: accountName, title: more.title }, origin }, more.kept,
      );
      const paper = { paperId: randomUUIDv7(), kind: payload.kind, number };
      await insertPaper(db, provinceId, { ...paper, dossierId: dossier.dossierId, deskId: dossier.deskId, payload }, now, accountId);
      const things = (await findThings(db, provinceId, [dossier.dossierId])).filter((thing) => isPaper(thing) && (isHeld(thing) || thing.holder.kind === 'unaccounted'));
      return {
        state: dossier.state,
        custody: sentTo(things, atAgency(dossier.agencyUnitId), atDesk(dossier.deskId), paper.paperId, custodyStamp(context)),
        journal: { record: number, papers: more.kept.map((one) => one.name), note: `Biên bản ${number}` },
        notice: { kind: 'papers-to-collect' },
        paper,
        extra: {},
      };
    },
  });
