import { randomUUIDv7 } from 'node:crypto';
import { clockAfter } from '#core/dossier/kept-clock.ts';
import { type DossierStopped, type StopRefused, stopDossier } from '#core/dossier/stop-dossier.ts';
import type { PaperKept } from '#core/dossier/way-back.ts';
import { type Moment, type PlainDate, dateOf } from '#core/kernel/moment.ts';
import { formatPaperNumber, paperSeries } from '#core/numbering/series.ts';
import type { StopDossierBody } from '#wire/stop-dossier.wire.ts';
import { findKeptPapers, insertPapersBack } from '../../way-back/papers-back.sql.ts';
import { type Agency, findTitle, getAgency } from '../agency/agency.sql.ts';
import { stopPaper } from '../agency/late-papers.ts';
import { type Office, officeAct } from '../agency/office-act.ts';
import { closeOpenStep, insertPaper, takeNumber } from '../agency/office-save.sql.ts';
import { findWaitingAnswer } from '../agency/supplement-answer.sql.ts';
import { findAnswerBy } from './stop-dossier.sql.ts';

type More = { readonly answerBy?: Moment | PlainDate; readonly answerWaits?: Moment; readonly kept: readonly PaperKept[]; readonly agency: Agency; readonly title?: string };

export const performStopDossier = (office: Office) =>
  officeAct<StopDossierBody, More, DossierStopped, StopRefused, object>(office, {
    name: 'stop-dossier',
    more: async (db, { provinceId, accountId }, _command, { dossier }) => ({
      answerBy: await findAnswerBy(db, provinceId, dossier),
      answerWaits: (await findWaitingAnswer(db, provinceId, dossier.dossierId))?.sentAt,
      kept: await findKeptPapers(db, provinceId, dossier.dossierId),
      agency: await getAgency(db, provinceId, dossier.agencyUnitId),
      title: await findTitle(db, provinceId, accountId),
    }),
    decide: ({ body }, { dossier, actor, more }, { now }) => stopDossier(body, { dossier, actor, now, answerBy: more.answerBy, answerWaits: more.answerWaits }),
    effect: async (db, context, { body, origin }, { closedAt, capacity }, { dossier, clock, more }) => {
      const { provinceId, accountId, accountName, now } = context;
      const { dossierId, deskId } = dossier;
      const hasPapers = more.kept.length > 0;
      await insertPapersBack(db, provinceId, dossierId, now, { cause: 'stopped', reason: body.reason, place: hasPapers ? 'agency' : 'given-back' });
      await closeOpenStep(db, provinceId, dossierId, now, 'Dừng giải quyết');
      const count = await takeNumber(db, provinceId, paperSeries('stop-notice', dossier.agencyUnitId, dateOf(now)));
      const payload = stopPaper(
        { dossier, agency: more.agency, number: count, issuedAt: now, officer: { name: accountName }, origin },
        { reason: body.reason, legalGround: body.legalGround, capacity: capacity ?? { prefix: '', title: more.title ?? '' } },
      );
      const paper = { paperId: randomUUIDv7(), kind: payload.kind, number: formatPaperNumber('stop-notice', count) };
      await insertPaper(db, provinceId, { ...paper, dossierId, deskId, payload }, now, accountId);
      return {
        state: 'stopped',
        closedAt,
        clock: clockAfter(clock, { kind: 'stopped', at: now, ground: body.reason, law: body.legalGround }),
        journal: { note: body.reason, legalGround: body.legalGround, answerBy: more.answerBy, paper: paper.number },
        notice: { kind: 'stopped', papers: hasPapers },
        paper,
        extra: {},
      };
    },
  });
