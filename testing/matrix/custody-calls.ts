// Who holds what: bags, the ledger and its cases, counts of stock.
import { randomUUID } from 'node:crypto';
import type { Role } from '#core/organisation/organisation.ts';
import { type MatrixRow, type MatrixRows, type Target, at, BOTH, DESK, INTEGRATOR_TOKEN, OFFICE, reason } from './row.ts';

/** A paper of the dossier that nobody has, with what its minute would ask for. */
const aboutCase = (side: 'desk' | 'office', who: readonly Role[], method: 'GET' | 'POST', path: string, body?: object): MatrixRows => ({
  [`${method} /api/${side}/custody-cases/:caseId${path}`]: {
    who, state: 'in-process', lacksPaper: true,
    call: ({ custodyCaseId }) => ({ url: `/api/${side}/custody-cases/${custodyCaseId}${path.replace(/:\w+/u, '1')}`, body }),
  },
});
const custodyCases = (side: 'desk' | 'office', who: readonly Role[]): MatrixRows => ({
  [`GET /api/${side}/custody-cases`]: { who, call: at(`/api/${side}/custody-cases`) },
  ...aboutCase(side, who, 'GET', ''),
  ...aboutCase(side, who, 'POST', '/settle', { how: 'found', note: reason }),
  ...aboutCase(side, who, 'POST', '/reissue/:taskNo/done', { note: reason }),
  [`POST /api/${side}/custody-cases/late`]: { who, state: 'in-process', call: ({ dossierId }) => ({ url: `/api/${side}/custody-cases/late`, body: { dossierId, note: reason } }) },
});

/** The same at both sides: their own bag, and for receiving the other side's. */
const bags = (side: 'desk' | 'office', who: readonly Role[]): MatrixRows => {
  const own = ({ bagOutId, bagBackId }: Target): string => (side === 'desk' ? bagOutId : bagBackId);
  const other = ({ bagOutId, bagBackId }: Target): string => (side === 'desk' ? bagBackId : bagOutId);
  const act = (path: string, body: object, of = own): readonly [string, MatrixRow] =>
    [`POST /api/${side}/bags/:bagId/${path}`, { who, sees: who, call: (target) => ({ url: `/api/${side}/bags/${of(target)}/${path}`, body }) }];
  return {
    [`GET /api/${side}/bags`]: { who, call: at(`/api/${side}/bags`) },
    [`GET /api/${side}/bags/:bagId`]: { who, sees: who, call: (target) => ({ url: `/api/${side}/bags/${own(target)}` }) },
    [`GET /api/${side}/bags/by-label/:label`]: { who, call: at(`/api/${side}/bags/by-label/TUI0000012320`) },
    [`GET /api/${side}/bags/:bagId/label.pdf`]: { who, sees: who, call: (target) => ({ url: `/api/${side}/bags/${own(target)}/label.pdf` }) },
    [`POST /api/${side}/bags`]: { who, sees: who, call: () => ({ url: `/api/${side}/bags`, body: { bagId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'huyen-ky-anh' } }) },
    ...Object.fromEntries([
      act('pack', { scanned: '000.18.60.H27-191118-9999' }), act('take-out', { dossierId: randomUUID() }), act('close', { sealNumber: 'NP 2' }), act('reopen', { reason }),
      act('hand-over', { handOverId: randomUUID() }), act('receive', { received: [], missing: [], differences: [], sealBroken: false }, other), act('lost', { ground: reason }), act('found', { note: reason }),
    ]),
  };
};

/** Counted where one works: at the desk, at an agency by whoever serves the whole of it. */
const stock = (side: 'desk' | 'office', who: readonly Role[], place: string): MatrixRows => {
  const sees = side === 'desk' ? who : (['signing-leader', 'records-clerk'] as const);
  return {
    [`GET /api/${side}/stock`]: { who, sees, call: at(`/api/${side}/stock?place=${place}`) },
    [`GET /api/${side}/stock/thing`]: { who, sees, call: at(`/api/${side}/stock/thing?place=${place}&scanned=000.18.60.H27-191118-9999`) },
    [`POST /api/${side}/stock/counts`]: {
      who, sees, call: () => ({ url: `/api/${side}/stock/counts`, body: { countId: randomUUID(), place, startedAt: '2019-11-18T07:00:00+07:00', found: [], missing: [], unexpected: [], strays: [] } }),
    },
  };
};

export const CUSTODY_CALLS: MatrixRows = {
  'GET /api/desk/custody': { who: DESK, call: at('/api/desk/custody?list=coming') },
  ...custodyCases('desk', DESK),
  ...aboutCase('desk', DESK, 'POST', '/minute', { liability: 'nobody', ground: reason, reissue: [] }),
  ...aboutCase('desk', DESK, 'POST', '/compensation/:lineNo/paid', { receiptNumber: 'BL 1' }),
  'GET /api/office/custody': { who: OFFICE, call: at('/api/office/custody?list=sent') },
  ...custodyCases('office', OFFICE),
  ...stock('desk', DESK, 'ky-bac'),
  ...stock('office', OFFICE, 'huyen-ky-anh'),
  ...bags('desk', DESK),
  'POST /api/desk/bags/filled': {
    who: DESK, sees: DESK, state: 'received',
    call: ({ dossierId }) => ({ url: '/api/desk/bags/filled', body: { bagId: randomUUID(), handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'xa-ky-bac', sealNumber: 'NP 2', openedAt: '2019-11-18T07:30:00+07:00', dossiers: [{ dossierId, revision: 2, paperCount: 1 }] } }),
  },
  ...bags('office', OFFICE),
  'GET /api/dossiers/:id/epcis': { who: BOTH, state: 'in-process', call: ({ dossierId }) => ({ url: `/api/dossiers/${dossierId}/epcis` }) },
  // by the code, and of the whole province: no person stands in it
  'GET /api/admin/epcis/:code': { who: ['administrator'], call: ({ code }) => ({ url: `/api/admin/epcis/${code}` }) },
  // whoever has the token is the program
  'GET /api/epcis/dossiers/:code': { who: 'open', call: ({ code }) => ({ url: `/api/epcis/dossiers/${code}`, headers: { authorization: `Bearer ${INTEGRATOR_TOKEN}` } }) },
  'GET /api/admin/integrators': { who: ['administrator'], call: at('/api/admin/integrators') },
  'POST /api/admin/integrators': { who: ['administrator'], call: () => ({ url: '/api/admin/integrators', body: { name: 'Kho thử', purpose: reason, lastDay: '2019-12-31' } }) },
  'POST /api/admin/integrators/:integratorId/revoke': { who: ['administrator'], sees: [], call: () => ({ url: `/api/admin/integrators/${randomUUID()}/revoke`, body: { reason } }) },
};
