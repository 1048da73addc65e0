import { assignDossierAnswer, assignDossierBody } from '#wire/assign-dossier.wire.ts';
import type { App, Deps } from '../../http/route.ts';
import type { Office } from '../agency/office-act.ts';
import { oneDossierRoute } from '../agency/office-route.ts';
import { performAssignDossier } from './assign-dossier.act.ts';

export const assignDossierRoute = (app: App, deps: Deps, office: Office): void =>
  oneDossierRoute(app, deps, {
    path: 'assign', summary: 'Phân công xử lý', body: assignDossierBody, answer: assignDossierAnswer, act: performAssignDossier(office),
  });
