import { randomUUIDv7 } from 'node:crypto';
import { outcomeCame } from '#core/custody/dossier-things.ts';
import { atAgency } from '#core/custody/thing.ts';
import { type RefuseResolutionRefused, type ResolutionRefused, refuseResolution } from '#core/dossier/refuse-resolution.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { formatPaperNumber, paperSeries } from '#core/numbering/series.ts';
import type { RefuseResolutionBody } from '#wire/refuse-resolution.wire.ts';
import { custodyStamp } from '../../custody/custody-stamp.ts';
import { type Agency, getAgency } from '../agency/agency.sql.ts';
import { type Office, officeAct } from '../agency/office-act.ts';
import { refusalPaper } from '../agency/office-papers.ts';
import { insertPaper, takeNumber } from '../agency/office-save.sql.ts';
import { insertOutcome } from '../agency/outcome.sql.ts';

const PAPER_NAME = 'Phiếu từ chối giải quyết hồ sơ';

export const performRefuseResolution = (office: Office) =>
  officeAct<RefuseResolutionBody, { readonly agency: Agency }, ResolutionRefused, RefuseResolutionRefused, object>(office, {
    name: 'refuse-resolution',
    more: async (db, { provinceId }, _command, { dossier }) => ({ agency: await getAgency(db, provinceId, dossier.agencyUnitId) }),
    decide: ({ body }, { dossier, actor }) => refuseResolution(body, { dossier, actor }),
    effect: async (db, context, { body, origin }, { capacity }, { dossier, more }) => {
      const { provinceId, accountId, accountName, now } = context;
      const count = await takeNumber(db, provinceId, paperSeries('refusal-notice', dossier.agencyUnitId, dateOf(now)));
      const number = formatPaperNumber('refusal-notice', count);
      const payload = refusalPaper(
        { dossier, agency: more.agency, number: count, issuedAt: now, officer: { name: accountName }, origin },
        { reason: body.reason, legalGround: body.legalGround, capacity },
      );
      const paper = { paperId: randomUUIDv7(), kind: payload.kind, number };
      await insertPaper(db, provinceId, { ...paper, dossierId: dossier.dossierId, deskId: dossier.deskId, payload }, now, accountId);
      await insertOutcome(db, context, dossier.dossierId, {
        kind: 'refusal', name: PAPER_NAME, number, hasPaper: true, ground: body.legalGround,
        signer: { accountId, name: accountName, capacity },
      });
      return {
        state: 'refused-by-agency',
        finish: { result: 'refused', note: body.reason, capacity },
        journal: { note: body.reason, legalGround: body.legalGround, paper: number },
        custody: outcomeCame({ dossierId: dossier.dossierId, name: PAPER_NAME, number }, atAgency(dossier.agencyUnitId), custodyStamp(context)),
        notice: { kind: 'refused-by-agency' },
        paper,
        extra: {},
      };
    },
  });
