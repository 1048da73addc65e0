import { randomUUIDv7 } from 'node:crypto';
import { type AskSupplementRefused, type SupplementAsked, askSupplement } from '#core/dossier/ask-supplement.ts';
import { clockAfter } from '#core/dossier/kept-clock.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { formatPaperNumber, paperSeries } from '#core/numbering/series.ts';
import type { AskSupplementBody } from '#wire/ask-supplement.wire.ts';
import { type Agency, findTitle, getAgency } from '../agency/agency.sql.ts';
import { type Office, officeAct } from '../agency/office-act.ts';
import { supplementPaper } from '../agency/office-papers.ts';
import { insertPaper, takeNumber } from '../agency/office-save.sql.ts';
import { countRequests, insertRequest } from './ask-supplement.sql.ts';

type More = { readonly requestsBefore: number; readonly agency: Agency; readonly title?: string };

export const performAskSupplement = (office: Office) =>
  officeAct<AskSupplementBody, More, SupplementAsked, AskSupplementRefused, SupplementAsked>(office, {
    name: 'ask-supplement',
    more: async (db, { provinceId, accountId }, _command, { dossier }) => ({
      requestsBefore: await countRequests(db, provinceId, dossier.dossierId),
      agency: await getAgency(db, provinceId, dossier.agencyUnitId),
      title: await findTitle(db, provinceId, accountId),
    }),
    decide: ({ body }, { dossier, actor, hours, more }, { now }) =>
      askSupplement(body, { dossier, actor, hours, now, requestsBefore: more.requestsBefore }),
    effect: async (db, context, { body, origin }, decision, { dossier, clock, more }) => {
      const { provinceId, accountId, accountName, now } = context;
      await insertRequest(db, context, dossier.dossierId, body, decision);
      const number = await takeNumber(db, provinceId, paperSeries('supplement-request', dossier.agencyUnitId, dateOf(now)));
      const payload = supplementPaper(
        { dossier, agency: more.agency, number, issuedAt: now, officer: { name: accountName, title: more.title }, origin },
        { ...body, answerBy: decision.answerBy },
      );
      const paper = { paperId: randomUUIDv7(), kind: payload.kind, number: formatPaperNumber('supplement-request', number) };
      await insertPaper(db, provinceId, { ...paper, dossierId: dossier.dossierId, deskId: dossier.deskId, payload }, now, accountId);
      return {
        state: 'supplement-asked',
        clock: clockAfter(clock, {
          kind: 'supplement-asked', at: now, policy: clock?.kept.policy ?? 'RESTART', citizenUntil: decision.answerBy && dateOf(decision.answerBy),
        }),
        finish: { result: 'supplement-asked', note: body.reason },
        journal: {
          requestNo: decision.requestNo, late: decision.late, secondGround: decision.repeated ? body.secondGround : undefined, items: body.items.map((item) => item.name),
          note: body.reason, answerBy: decision.answerBy, paper: paper.number,
        },
        answerBy: decision.answerBy,
        notice: { kind: 'supplement-asked', requestNo: decision.requestNo, answerBy: decision.answerBy },
        paper,
        extra: decision,
      };
    },
  });
