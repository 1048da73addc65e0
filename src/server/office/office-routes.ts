// The agency's routes.
import type { App, Deps } from '../http/route.ts';
import { acceptHandOverRoute } from './accept-hand-over/accept-hand-over.route.ts';
import { askFinancialDutyRoute } from './ask-financial-duty/ask-financial-duty.route.ts';
import { askSupplementRoute } from './ask-supplement/ask-supplement.route.ts';
import { assignDossierRoute } from './assign-dossier/assign-dossier.route.ts';
import { colleaguesRoute } from './colleagues/colleagues.route.ts';
import { completeStepRoute } from './complete-step/complete-step.route.ts';
import { controlSlipRoute } from './control-slip/control-slip.route.ts';
import { dossierWorkRoute } from './dossier-work/dossier-work.route.ts';
import { inboxRoute } from './inbox/inbox.route.ts';
import type { Office } from './office-act.ts';
import { outcomeNumberRoute } from './record-outcome/outcome-number.route.ts';
import { recordOutcomeRoute } from './record-outcome/record-outcome.route.ts';
import { refuseResolutionRoute } from './refuse-resolution/refuse-resolution.route.ts';
import { sendOutcomeRoute } from './send-outcome/send-outcome.route.ts';
import { settleFinancialDutyRoute } from './settle-financial-duty/settle-financial-duty.route.ts';
import { stopDossierRoute } from './stop-dossier/stop-dossier.route.ts';
import { keepWorkingHours } from './working-hours.ts';

export const officeRoutes = (app: App, deps: Deps): void => {
  const office: Office = { provinceId: deps.world.provinceId, hours: keepWorkingHours(deps.world.provinceId) };
  inboxRoute(app, deps);
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
  stopDossierRoute(app, deps, office);
  sendOutcomeRoute(app, deps);
  controlSlipRoute(app, deps);
};
