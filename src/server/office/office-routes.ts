// The agency's routes.
import { custodyRoutes } from '../custody/custody.routes.ts';
import { type App, type Deps, requireActor } from '../http/route.ts';
import { acceptHandOverRoute } from './accept-hand-over/accept-hand-over.route.ts';
import { apologyRoutes } from './apologise/apology.route.ts';
import { askFinancialDutyRoute } from './ask-financial-duty/ask-financial-duty.route.ts';
import { askSupplementRoute } from './ask-supplement/ask-supplement.route.ts';
import { assignDossierRoute } from './assign-dossier/assign-dossier.route.ts';
import { colleaguesRoute } from './colleagues/colleagues.route.ts';
import { completeStepRoute } from './complete-step/complete-step.route.ts';
import { controlSlipRoute } from './control-slip/control-slip.route.ts';
import { dossierWorkRoute } from './dossier-work/dossier-work.route.ts';
import { extendDossierRoute } from './extend-dossier/extend-dossier.route.ts';
import { findInAgencyRoute } from './find-dossiers/find-dossiers.route.ts';
import { inboxRoute } from './inbox/inbox.route.ts';
import { officeWarningsRoute } from './warnings/warnings.route.ts';
import type { Office } from './agency/office-act.ts';
import { outcomeNumberRoute } from './record-outcome/outcome-number.route.ts';
import { recordOutcomeRoute } from './record-outcome/record-outcome.route.ts';
import { recordSupplementRoute } from './record-supplement/record-supplement.route.ts';
import { refuseResolutionRoute } from './refuse-resolution/refuse-resolution.route.ts';
import { sendOutcomeRoute } from './send-outcome/send-outcome.route.ts';
import { settleFinancialDutyRoute } from './settle-financial-duty/settle-financial-duty.route.ts';
import { stopDossierRoute } from './stop-dossier/stop-dossier.route.ts';
import { turnBackSupplementRoute } from './turn-back-supplement/turn-back-supplement.route.ts';
import { wayBackRoutes } from './way-back/way-back.route.ts';
import { findOfficeReach } from './agency/office-reach.sql.ts';
import { OFFICE_ROLES } from './agency/office-route.ts';
import { keepWorkingHours } from './agency/working-hours.ts';

export const officeRoutes = (app: App, deps: Deps): void => {
  const office: Office = { provinceId: deps.world.provinceId, hours: keepWorkingHours(deps.world.provinceId) };
  inboxRoute(app, deps);
  findInAgencyRoute(app, deps);
  officeWarningsRoute(app, deps);
  custodyRoutes(app, deps, {
    path: '/api/office', of: 'cơ quan', roles: OFFICE_ROLES,
    scopeOf: async (request) => ({ side: 'agency', reach: await findOfficeReach(deps.pool, deps.world.provinceId, requireActor(request).accountId, deps.clock.businessNow()) }),
  });
  colleaguesRoute(app, deps);
  dossierWorkRoute(app, deps, office);
  acceptHandOverRoute(app, deps, office);
  assignDossierRoute(app, deps, office);
  completeStepRoute(app, deps, office);
  askSupplementRoute(app, deps, office);
  askFinancialDutyRoute(app, deps, office);
  settleFinancialDutyRoute(app, deps, office);
  refuseResolutionRoute(app, deps, office);
  recordOutcomeRoute(app, deps, office);
  outcomeNumberRoute(app, deps);
  apologyRoutes(app, deps, office);
  extendDossierRoute(app, deps, office);
  recordSupplementRoute(app, deps, office);
  turnBackSupplementRoute(app, deps, office);
  stopDossierRoute(app, deps, office);
  wayBackRoutes(app, deps, office);
  sendOutcomeRoute(app, deps, office);
  controlSlipRoute(app, deps);
};
