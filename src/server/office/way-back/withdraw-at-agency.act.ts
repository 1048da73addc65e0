import { randomUUIDv7 } from 'node:crypto';
import { papersGivenBack } from '#core/custody/dossier-things.ts';
import { atAgency } from '#core/custody/thing.ts';
import { type AgencyWithdrawRefusal, type Withdrawn, withdrawAtAgency } from '#core/dossier/withdraw-dossier.ts';
import type { PaperKept } from '#core/dossier/way-back.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { formatPaperNumber, paperSeries } from '#core/numbering/series.ts';
import { withdrawalNote } from '#documents/slips/withdrawal-note.ts';
import type { WithdrawAtAgencyBody } from '#wire/withdraw-dossier.wire.ts';
import { custodyStamp } from '../../custody/custody-stamp.ts';
import { findThings } from '../../custody/things.sql.ts';
import { findKeptPapers, insertPapersBack, saveGivenBack } from '../../way-back/papers-back.sql.ts';
import { type Agency, findTitle, getAgency } from '../agency/agency.sql.ts';
import { type Office, officeAct } from '../agency/office-act.ts';
import { headOf, trackingOf } from '../agency/office-papers.ts';
import { closeOpenStep, insertPaper, takeNumber } from '../agency/office-save.sql.ts';

type More = { readonly kept: readonly PaperKept[]; readonly agency: Agency; readonly title?: string };

export const performWithdrawAtAgency = (office: Office) =>
  officeAct<WithdrawAtAgencyBody, More, Withdrawn, AgencyWithdrawRefusal, object>(office, {
    name: 'withdraw-at-agency',
    more: async (db, { provinceId, accountId }, { dossierId }, { dossier }) => ({
      kept: await findKeptPapers(db, provinceId, dossierId),
      agency: await getAgency(db, provinceId, dossier.agencyUnitId),
      title: await findTitle(db, provinceId, accountId),
    }),
    decide: ({ body }, { dossier, actor, more }) => withdrawAtAgency(body, { dossier, parties: dossier.parties, actor, kept: more.kept }),
    effect: async (db, context, { body, origin }, { askerName, papers }, { dossier, more }) => {
      const { provinceId, accountId, accountName, now } = context;
      const { dossierId, deskId } = dossier;
      await insertPapersBack(db, provinceId, dossierId, now, {
        cause: 'withdrawn', reason: body.reason, request: body.request, askerName, feeNote: body.feeNote, place: papers.at,
      });
      await closeOpenStep(db, provinceId, dossierId, now, 'Công dân rút hồ sơ');
      const journal = { note: body.reason, asker: askerName, how: body.request.how, papersAt: papers.at, feeNote: body.feeNote, from: dossier.state };
      const ended = { state: 'withdrawn', closedAt: now, notice: { kind: 'withdrawn', papers: papers.at }, extra: {} } as const;
      if (papers.at === 'agency' || !body.papersBack) return { ...ended, journal };
      await saveGivenBack(db, provinceId, dossierId, now, accountName, body.papersBack, papers.back);
      const number = await takeNumber(db, provinceId, paperSeries('withdrawal-note', dossier.agencyUnitId, dateOf(now)));
      const payload = withdrawalNote({
        head: headOf({ agency: more.agency, dossier }), number, tracking: trackingOf({ dossier, origin }), parties: dossier.parties,
        procedureName: dossier.procedureName, receivedAt: dossier.receivedAt, issuedAt: now, askedAt: now, reason: body.reason, feeNote: body.feeNote,
        hands: { receiverName: accountName, receiverTitle: more.title },
      }, body.papersBack, papers.back);
      const paper = { paperId: randomUUIDv7(), kind: payload.kind, number: formatPaperNumber('withdrawal-note', number) };
      await insertPaper(db, provinceId, { ...paper, dossierId, deskId, payload }, now, accountId);
      const custody = papersGivenBack(await findThings(db, provinceId, [dossierId]), atAgency(dossier.agencyUnitId), papers.back.withheld, custodyStamp(context));
      return { ...ended, journal: { ...journal, paper: paper.number, receiver: papers.back.receiverName }, paper, custody };
    },
  });
