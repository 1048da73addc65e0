import { type ApologyPrepared, type PrepareApologyRefused, prepareApology } from '#core/dossier/apology.ts';
import { formatMoment } from '#core/kernel/format.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { ApologyView, PrepareApologyBody } from '#wire/apology.wire.ts';
import { type Office, officeAct } from '../agency/office-act.ts';
import { findApologies, insertApology, markApologyWaits } from './apology.sql.ts';

type More = { readonly apologies: readonly ApologyView[] };

export const performPrepareApology = (office: Office) =>
  officeAct<PrepareApologyBody, More, ApologyPrepared, PrepareApologyRefused, { readonly newDue: Moment }>(office, {
    name: 'prepare-apology',
    more: async (db, { provinceId }, { dossierId }) => ({ apologies: await findApologies(db, provinceId, dossierId) }),
    decide: ({ body }, { dossier, actor, hours, more }, { now }) => prepareApology(body, { dossier, actor, hours, now, ...more }),
    effect: async (db, context, { body }, { apologyNo, oldDue }, { dossier }) => {
      await insertApology(db, context, dossier.dossierId, { apologyNo, reason: body.reason, oldDue, newDue: body.newDue });
      await markApologyWaits(db, context.provinceId, dossier.dossierId, true);
      return {
        state: dossier.state,
        journal: { apologyNo, oldDue, newDue: body.newDue, note: `Đề nghị hẹn lại: ${formatMoment(body.newDue)}. ${body.reason}` },
        extra: { newDue: body.newDue },
      };
    },
  });
