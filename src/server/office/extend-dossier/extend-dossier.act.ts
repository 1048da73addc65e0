import { type DossierExtended, type ExtendRefused, extendDossier } from '#core/dossier/extend-dossier.ts';
import { clockAfter } from '#core/dossier/kept-clock.ts';
import { formatMoment } from '#core/kernel/format.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { ExtendDossierBody } from '#wire/extend-dossier.wire.ts';
import { type Office, officeAct } from '../agency/office-act.ts';
import { type ExtensionRow, findExtensions, insertExtension } from './extend-dossier.sql.ts';

export const performExtendDossier = (office: Office) =>
  officeAct<ExtendDossierBody, { readonly before: readonly ExtensionRow[] }, DossierExtended, ExtendRefused, { readonly newDue: Moment }>(office, {
    name: 'extend-dossier',
    more: async (db, { provinceId }, { dossierId }) => ({ before: await findExtensions(db, provinceId, dossierId) }),
    decide: ({ body }, { dossier, actor, hours, more }, { now }) =>
      extendDossier(body, { dossier, actor, hours, now, allowed: dossier.extensions, extendedBefore: more.before.at(-1)?.at }),
    effect: async (db, context, { body }, decision, { dossier, clock }) => {
      const { extension, newDue } = decision;
      const moved = clockAfter(clock, { kind: 'extended', at: context.now, newDue, ground: extension.ground, law: extension.law });
      await insertExtension(db, context, dossier.dossierId, body, decision, newDue);
      return {
        state: dossier.state,
        clock: moved,
        journal: {
          ground: extension.ground, law: extension.law, decision: body.decisionNumber, oldDue: decision.oldDue, newDue,
          note: `${extension.ground} (${extension.law}), theo ${body.decisionNumber}; hẹn trả ${formatMoment(newDue)}`,
        },
        notice: { kind: 'extended', due: newDue, oldDue: decision.oldDue },
        extra: { newDue },
      };
    },
  });
