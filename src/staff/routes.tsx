// Which address opens which screen; each screen is its own file in the build.
import { createRoute, createRouter, lazyRouteComponent, Navigate } from '@tanstack/react-router';
import { adminRoutes } from './admin/routes.ts';
import { aloneRoutes } from './alone/routes.ts';
import { bagRoutes } from './bags/routes.ts';
import { bookRoutes } from './books/routes.ts';
import { complaintRoutes } from './complaints/routes.ts';
import { custodyRoutes } from './custody/routes.ts';
import { useMe } from './api/session.ts';
import { courierRoutes } from './courier/routes.ts';
import { EmptyState, ErrorState } from './design/frames.tsx';
import { officeRoutes } from './office/routes.ts';
import { stockRoutes } from './stock/routes.ts';
import { supervisionRoutes } from './supervision/routes.ts';
import { screensOf } from './shell/screens.ts';
import { shipmentRoutes } from './shipments/routes.ts';
import { warningRoutes } from './warnings/routes.ts';
import { rootRoute as root } from './shell/root-route.tsx';

const Home = () => {
  const first = screensOf(useMe())[0];
  return first ? (
    <Navigate to={first.path} replace />
  ) : (
    <EmptyState whole icon="info" title="Tài khoản này chưa có màn hình làm việc">
      Liên hệ quản trị hệ thống để được phân công.
    </EmptyState>
  );
};

/** A filing of the portal that is being received or refused. */
const filingSearch = (search: Record<string, unknown>): { filing?: string } =>
  typeof search['filing'] === 'string' ? { filing: search['filing'] } : {};
/** Or a draft that was chosen on another screen, perhaps out of an envelope collected at home. */
const receiveSearch = (search: Record<string, unknown>): { filing?: string; resume?: string; pickup?: string } =>
  ({ ...filingSearch(search), ...(typeof search['resume'] === 'string' && { resume: search['resume'] }), ...(typeof search['pickup'] === 'string' && { pickup: search['pickup'] }) });
const parent = () => root;
const index = createRoute({ getParentRoute: () => root, path: '/', component: Home });
const today = createRoute({
  getParentRoute: () => root,
  path: '/hom-nay',
  component: lazyRouteComponent(() => import('./counter/today/today.screen.tsx'), 'TodayScreen'),
});
const find = createRoute({
  getParentRoute: () => root,
  path: '/tiep-nhan',
  component: lazyRouteComponent(() => import('./counter/find-procedure/find-procedure.screen.tsx'), 'FindProcedureScreen'),
});
const receive = createRoute({
  getParentRoute: () => root,
  path: '/tiep-nhan/$procedureCode',
  validateSearch: receiveSearch,
  component: lazyRouteComponent(() => import('./counter/receive-dossier/receive-dossier.screen.tsx'), 'ReceiveDossierScreen'),
});
const refuse = createRoute({
  getParentRoute: () => root,
  path: '/tu-choi/$procedureCode',
  validateSearch: filingSearch,
  component: lazyRouteComponent(() => import('./counter/refuse-reception/refuse-reception.screen.tsx'), 'RefuseReceptionScreen'),
});
const certify = createRoute({
  getParentRoute: () => root,
  path: '/chung-thuc',
  component: lazyRouteComponent(() => import('./counter/certify-copies/certify-copies.screen.tsx'), 'CertifyCopiesScreen'),
});
const batch = createRoute({
  getParentRoute: () => root,
  path: '/danh-sach',
  component: lazyRouteComponent(() => import('./counter/batch/batch.screen.tsx'), 'BatchScreen'),
});
const giveBack = createRoute({
  getParentRoute: () => root,
  path: '/tra-ket-qua',
  component: lazyRouteComponent(() => import('./counter/return-outcome/choose-dossier.screen.tsx'), 'ChooseDossierScreen'),
});
const giveBackOne = createRoute({
  getParentRoute: () => root,
  path: '/tra-ket-qua/$dossierId',
  component: lazyRouteComponent(() => import('./counter/return-outcome/return-outcome.screen.tsx'), 'ReturnOutcomeScreen'),
});
const findDossiers = createRoute({
  getParentRoute: () => root,
  path: '/tim',
  validateSearch: (search: Record<string, unknown>): { q?: string } =>
    typeof search['q'] === 'string' ? { q: search['q'] } : {},
  component: lazyRouteComponent(() => import('./counter/find-dossiers/find-dossiers.screen.tsx'), 'FindDossiersScreen'),
});
const dossier = createRoute({
  getParentRoute: () => root,
  path: '/ho-so/$dossierId',
  component: lazyRouteComponent(() => import('./dossier/dossier.screen.tsx'), 'DossierScreen'),
});

const tree = root.addChildren([
  index,
  today,
  find,
  receive,
  refuse,
  certify,
  batch,
  giveBack,
  giveBackOne,
  findDossiers,
  dossier,
  ...officeRoutes(parent),
  ...adminRoutes(parent),
  ...aloneRoutes(parent),
  ...warningRoutes(parent),
  ...bookRoutes(parent),
  ...custodyRoutes(parent),
  ...bagRoutes(parent),
  ...shipmentRoutes(parent),
  ...stockRoutes(parent),
  ...supervisionRoutes(parent),
  ...courierRoutes(parent),
  ...complaintRoutes(parent),
]);

export const makeRouter = () =>
  createRouter({
    routeTree: tree,
    basepath: '/lam-viec',
    defaultPreload: 'intent',
    defaultErrorComponent: ({ error, reset }) => <ErrorState error={error} onRetry={reset} />,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
