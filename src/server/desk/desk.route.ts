// All that a desk does, in one place: what main.ts registers.
import type { FileStore } from '#adapters/file-store/port.ts';
import type { App, Deps } from '../http/route.ts';
import { custodyRoutes } from '../custody/custody.routes.ts';
import { acceptOutcomeRoute } from './accept-outcome/accept-outcome.route.ts';
import { batchRoutes } from './batch/batch.route.ts';
import { certifyCopiesRoute } from './certify-copies/certify-copies.route.ts';
import { deskCatalogueRoute } from './desk-catalogue/desk-catalogue.route.ts';
import { deskTodayRoute } from './desk-today/desk-today.route.ts';
import { dossierActRoutes } from './dossier-acts.route.ts';
import { keepDeskFacts } from './facts/desk-facts.ts';
import { type DeskDeps, deskOf } from './facts/desk-route.ts';
import { findDossiersRoute } from './find-dossiers/find-dossiers.route.ts';
import { forwardDossiersRoute } from './forward-dossiers/forward-dossiers.route.ts';
import { giveGuidanceRoute } from './give-guidance/give-guidance.route.ts';
import { paperPayloadRoute } from './papers/paper-payload.route.ts';
import { paperRoutes } from './papers/papers.route.ts';
import { paperWordRoute } from './papers/paper-word.route.ts';
import { receiveDossierRoute } from './receive-dossier/receive-dossier.route.ts';
import { refuseReceptionRoute } from './refuse-reception/refuse-reception.route.ts';
import { deskWarningsRoute } from './warnings/warnings.route.ts';

export const deskRoutes = (app: App, deps: Deps & { readonly fileStore: FileStore }): void => {
  const desk: DeskDeps = { ...deps, facts: keepDeskFacts(deps.pool, deps.world.provinceId) };
  receiveDossierRoute(app, desk);
  certifyCopiesRoute(app, desk);
  giveGuidanceRoute(app, desk);
  refuseReceptionRoute(app, desk);
  forwardDossiersRoute(app, desk);
  acceptOutcomeRoute(app, desk);
  dossierActRoutes(app, desk);
  deskCatalogueRoute(app, desk);
  deskTodayRoute(app, desk);
  deskWarningsRoute(app, desk);
  custodyRoutes(app, desk, {
    path: '/api/desk', of: 'quầy', roles: ['postal-clerk', 'commune-officer'], scopeOf: async (request, asked) => ({ side: 'desk', places: [deskOf(request, asked)] }),
  });
  findDossiersRoute(app, desk);
  batchRoutes(app, desk);
  paperRoutes(app, deps);
  paperPayloadRoute(app, desk);
  paperWordRoute(app, desk);
};
