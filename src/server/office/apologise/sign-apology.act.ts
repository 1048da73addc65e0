import { randomUUIDv7 } from 'node:crypto';
import { type ApologySigned, type SignApologyRefused, signApology } from '#core/dossier/apology.ts';
import { clockAfter } from '#core/dossier/kept-clock.ts';
import { formatMoment } from '#core/kernel/format.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import { formatPaperNumber, paperSeries } from '#core/numbering/series.ts';
import type { ApologyView, SignApologyBody } from '#wire/apology.wire.ts';
import { type Agency, getAgency } from '../agency/agency.sql.ts';
import { apologyPaper } from '../agency/late-papers.ts';
import { type Office, officeAct } from '../agency/office-act.ts';
import { insertPaper, takeNumber } from '../agency/office-save.sql.ts';
import { decideApology, findApologies, markApologyWaits } from './apology.sql.ts';

type More = { readonly apologies: readonly ApologyView[]; readonly agency: Agency };

export const performSignApology = (office: Office) =>
  officeAct<SignApologyBody, More, ApologySigned, SignApologyRefused, { readonly newDue: Moment }>(office, {
    name: 'sign-apology',
    more: async (db, { provinceId }, { dossierId }, { dossier }) => ({
      apologies: await findApologies(db, provinceId, dossierId),
      agency: await getAgency(db, provinceId, dossier.agencyUnitId),
    }),
    decide: ({ body }, { dossier, actor, hours, more }, { now }) =>
      signApology(body, { dossier, actor, hours, now, apologies: more.apologies }),
    effect: async (db, context, { origin }, { apology, oldDue, capacity }, { dossier, clock, more }) => {
      const { provinceId, accountId, accountName, now } = context;
      const { reason, newDue } = apology;
      const number = await takeNumber(db, provinceId, paperSeries('apology-notice', dossier.agencyUnitId, dateOf(now)));
      const paperNumber = formatPaperNumber('apology-notice', number);
      const payload = apologyPaper(
        { dossier, agency: more.agency, number, issuedAt: now, officer: { name: accountName }, origin }, { reason, oldDue, newDue, capacity },
      );
      const paper = { paperId: randomUUIDv7(), kind: payload.kind, number: paperNumber };
      await insertPaper(db, provinceId, { ...paper, dossierId: dossier.dossierId, deskId: dossier.deskId, payload }, now, accountId);
      await decideApology(db, context, dossier.dossierId, apology.apologyNo, { decision: 'signed', capacity, paperNumber, oldDue });
      await markApologyWaits(db, provinceId, dossier.dossierId, false);
      return {
        state: dossier.state,
        clock: clockAfter(clock, { kind: 'reappointed', at: now, newDue, reason }),
        journal: { apologyNo: apology.apologyNo, oldDue, newDue, paper: paperNumber, note: `Hẹn lại: ${formatMoment(newDue)}. ${reason}` },
        notice: { kind: 'reappointed', due: newDue, oldDue },
        paper,
        extra: { newDue },
      };
    },
  });
