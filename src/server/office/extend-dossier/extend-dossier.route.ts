import { extendDossierAnswer, extendDossierBody } from '#wire/extend-dossier.wire.ts';
import type { App, Deps } from '../../http/route.ts';
import type { Office } from '../agency/office-act.ts';
import { oneDossierRoute } from '../agency/office-route.ts';
import { performExtendDossier } from './extend-dossier.act.ts';

export const extendDossierRoute = (app: App, deps: Deps, office: Office): void =>
  oneDossierRoute(app, deps, {
    path: 'extend', summary: 'Gia hạn theo quy định của thủ tục', body: extendDossierBody, answer: extendDossierAnswer, act: performExtendDossier(office),
  });
