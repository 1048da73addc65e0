// The composition root: the only file that knows every slice and names their parts.
import type { Pool } from 'pg';
import { ownNetwork } from '#adapters/carrier/own-network.ts';
import { viettel } from '#adapters/carrier/viettel.ts';
import { vnpost } from '#adapters/carrier/vnpost.ts';
import type { FileStore } from '#adapters/file-store/port.ts';
import { tokenService } from '#adapters/signature/pkcs11.ts';
import { remoteService } from '#adapters/signature/remote.ts';
import { testAuthorityService } from '#adapters/signature/test-authority.ts';
import { issueTestCertificate, makeTestAuthority } from '#adapters/signature/test-certificates.ts';
import { httpTimeStamps } from '#adapters/time-stamp/http.ts';
import { adminRoutes } from './admin/admin.route.ts';
import { bagRoutes } from './bags/bags.route.ts';
import { custodyCaseRoutes } from './custody-cases/custody-cases.route.ts';
import { askCarriers } from './carriers/carrier-job.ts';
import { carriersRoutes } from './carriers/carriers.route.ts';
import { type CarrierMakers, keepCarriersOpen } from './carriers/open-carrier.ts';
import { couriersRoutes } from './couriers/couriers.route.ts';
import { epcisRoutes } from './custody/epcis.route.ts';
import { complaintRoutes } from './complaints/complaints.route.ts';
import { deskRoutes } from './desk/desk.route.ts';
import { bookRoutes } from './books/books.route.ts';
import { dossierViewRoutes } from './dossier-view/dossier-view.route.ts';
import { fileRoutes } from './files/files.route.ts';
import { startClock } from './http/clock.ts';
import { buildApp } from './http/app.ts';
import type { App, Deps, World } from './http/route.ts';
import { startJobs } from './jobs/jobs.ts';
import type { HttpSettings } from './http/settings.ts';
import type { Secrets } from './secrets.ts';
import { cookieNameOf } from './session/cookie.ts';
import { sessionRoutes } from './session/session.route.ts';
import { keepSessions } from './session/sessions.ts';
import { integratorRoutes } from './integrators/integrators.route.ts';
import { offlineRoutes } from './offline/offline.route.ts';
import { officeRoutes } from './office/office-routes.ts';
import { faultPage, isPublicPage } from './public/fault-page.ts';
import { publicRoutes } from './public/public.route.ts';
import type { ServiceMakers } from './signing/services.ts';
import { signingRoutes } from './signing/signing.route.ts';
import { stockRoutes } from './stock/stock.route.ts';
import { supervisionRoutes } from './supervision/supervision.route.ts';
import { warningSettingsRoutes } from './warnings/warning-settings.route.ts';

const SIGNING: ServiceMakers = {
  token: tokenService, remote: remoteService, timeStamps: httpTimeStamps,
  test: { service: testAuthorityService, makeAuthority: makeTestAuthority, issue: issueTestCertificate },
};

const CARRIERS: CarrierMakers = { vnpost, viettel, ownNetwork };

export type ServerParts = {
  readonly settings: HttpSettings;
  readonly world: World;
  readonly pool: Pool;
  readonly secrets: Secrets;
  readonly fileStore: FileStore;
  readonly signing?: ServiceMakers;
  readonly realNow?: () => number;
  /** What the server does by itself. */
  readonly jobs?: typeof startJobs;
};

export const createServer = async ({ settings, world, pool, secrets, fileStore, signing = SIGNING, realNow = Date.now, jobs = startJobs }: ServerParts): Promise<App> => {
  const clock = await startClock(pool, world.provinceId, realNow);
  const deps: Deps = { settings, world, pool, clock, realNow, secrets };
  const sessions = keepSessions(deps);
  const app = await buildApp({
    deps,
    cookieName: cookieNameOf(deps),
    findActor: sessions.findActor,
    isPage: isPublicPage,
    faultPage: faultPage(world),
  });
  const openCarrier = keepCarriersOpen(deps, CARRIERS);
  const atWork = jobs(deps, (fault) => app.log.error(fault, 'job failed'), () => askCarriers(deps, openCarrier));
  app.addHook('onClose', async () => {
    clock.stop();
    await atWork.stop();
  });
  sessionRoutes(app, { ...deps, sessions });
  deskRoutes(app, { ...deps, fileStore });
  dossierViewRoutes(app, deps);
  epcisRoutes(app, deps);
  integratorRoutes(app, deps);
  fileRoutes(app, { ...deps, fileStore });
  offlineRoutes(app, { ...deps, fileStore });
  officeRoutes(app, deps);
  signingRoutes(app, { ...deps, fileStore, makers: signing });
  publicRoutes(app, { ...deps, fileStore });
  adminRoutes(app, deps);
  warningSettingsRoutes(app, deps);
  bookRoutes(app, deps);
  bagRoutes(app, deps);
  stockRoutes(app, deps);
  supervisionRoutes(app, { ...deps, fileStore });
  complaintRoutes(app, { ...deps, fileStore });
  custodyCaseRoutes(app, deps);
  carriersRoutes(app, { ...deps, openCarrier });
  couriersRoutes(app, deps);
  return app;
};
