import { stopDossierAnswer, stopDossierBody } from '#wire/stop-dossier.wire.ts';
import type { App, Deps } from '../../http/route.ts';
import type { Office } from '../agency/office-act.ts';
import { oneDossierRoute } from '../agency/office-route.ts';
import { performStopDossier } from './stop-dossier.act.ts';

export const stopDossierRoute = (app: App, deps: Deps, office: Office): void =>
  oneDossierRoute(app, deps, {
    path: 'stop', summary: 'Dừng giải quyết', body: stopDossierBody, answer: stopDossierAnswer, act: performStopDossier(office),
  });
