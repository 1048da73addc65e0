// All that a desk does, in one place: what main.ts registers.
import type { App, Deps } from '../http/route.ts';
import { keepDeskFacts } from './facts/desk-facts.ts';
import type { DeskDeps } from './facts/desk-route.ts';
import { receiveDossierRoute } from './receive-dossier/receive-dossier.route.ts';

export const deskRoutes = (app: App, deps: Deps): void => {
  const desk: DeskDeps = { ...deps, facts: keepDeskFacts(deps.pool, deps.world.provinceId) };
  receiveDossierRoute(app, desk);
};
