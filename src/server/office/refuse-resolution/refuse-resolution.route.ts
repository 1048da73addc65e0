import { refuseResolutionAnswer, refuseResolutionBody } from '#wire/refuse-resolution.wire.ts';
import type { App, Deps } from '../../http/route.ts';
import type { Office } from '../agency/office-act.ts';
import { oneDossierRoute } from '../agency/office-route.ts';
import { performRefuseResolution } from './refuse-resolution.act.ts';

export const refuseResolutionRoute = (app: App, deps: Deps, office: Office): void =>
  oneDossierRoute(app, deps, {
    path: 'refuse-resolution', summary: 'Từ chối giải quyết', body: refuseResolutionBody, answer: refuseResolutionAnswer, act: performRefuseResolution(office),
  });
