import { type AssignRefused, type DossierAssigned, assignDossier } from '#core/dossier/assign-dossier.ts';
import { type OfficeActor, seatsReaching } from '#core/dossier/office-work.ts';
import type { AssignDossierBody } from '#wire/assign-dossier.wire.ts';
import { type Office, officeAct } from '../agency/office-act.ts';
import { findColleague } from '../agency/office-reach.sql.ts';

type More = { readonly colleague?: OfficeActor };

export const performAssignDossier = (office: Office) =>
  officeAct<AssignDossierBody, More, DossierAssigned, AssignRefused, object>(office, {
    name: 'assign-dossier',
    more: async (db, context, { body }, { dossier, reach }) => {
      const found = await findColleague(db, context.provinceId, reach.rootUnitIds, body.assigneeId, context.now);
      // A colleague of another section can still be named by who leads the agency.
      const seats = found && seatsReaching(found.placed, { ...dossier, sectionUnitId: undefined }, dossier.agencyRootUnitId);
      return { colleague: found && seats && seats.length > 0 ? { ...found, seats } : undefined };
    },
    decide: ({ body }, { dossier, actor, more }) => assignDossier(body, { dossier, actor, ...more }),
    effect: async (_db, _context, { body }, decision, { dossier }) => ({
      state: dossier.state,
      openStep: { accountId: decision.assigneeId, name: decision.assigneeName },
      sectionUnitId: decision.sectionUnitId,
      journal: { assignee: decision.assigneeName, note: body.note },
      extra: {},
    }),
  });
