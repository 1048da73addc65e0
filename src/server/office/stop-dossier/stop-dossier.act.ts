import { type DossierStopped, type StopRefused, stopDossier } from '#core/dossier/stop-dossier.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { StopDossierBody } from '#wire/stop-dossier.wire.ts';
import { type Office, officeAct } from '../agency/office-act.ts';
import { findAnswerBy } from './stop-dossier.sql.ts';

export const performStopDossier = (office: Office) =>
  officeAct<StopDossierBody, { readonly answerBy?: Moment | PlainDate }, DossierStopped, StopRefused, object>(office, {
    name: 'stop-dossier',
    more: async (db, { provinceId }, _command, { dossier }) => ({ answerBy: await findAnswerBy(db, provinceId, dossier) }),
    decide: ({ body }, { dossier, actor, more }, { now }) => stopDossier(body, { dossier, actor, now, ...more }),
    effect: async (_db, _context, { body }, { closedAt }, { more }) => ({
      state: 'stopped',
      closedAt,
      journal: { note: body.reason, answerBy: more.answerBy },
      notice: { kind: 'stopped', reason: body.reason },
      extra: {},
    }),
  });
