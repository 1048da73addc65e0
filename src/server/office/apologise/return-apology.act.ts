import { type ApologyReturned, type ReturnApologyRefused, returnApology } from '#core/dossier/apology.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { ApologyView, ReturnApologyBody } from '#wire/apology.wire.ts';
import { type Office, officeAct } from '../agency/office-act.ts';
import { decideApology, findApologies, markApologyWaits } from './apology.sql.ts';

type More = { readonly apologies: readonly ApologyView[] };

export const performReturnApology = (office: Office) =>
  officeAct<ReturnApologyBody, More, ApologyReturned, ReturnApologyRefused, { readonly newDue: Moment }>(office, {
    name: 'return-apology',
    more: async (db, { provinceId }, { dossierId }) => ({ apologies: await findApologies(db, provinceId, dossierId) }),
    decide: ({ body }, { dossier, actor, more }) => returnApology(body, { dossier, actor, ...more }),
    effect: async (db, context, { body }, { apology }, { dossier }) => {
      await decideApology(db, context, dossier.dossierId, apology.apologyNo, { decision: 'returned', note: body.reason });
      await markApologyWaits(db, context.provinceId, dossier.dossierId, false);
      return { state: dossier.state, journal: { apologyNo: apology.apologyNo, note: body.reason }, extra: { newDue: apology.newDue } };
    },
  });
