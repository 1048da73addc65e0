// Machines of a desk, and what they send that worked without a line.
import { randomUUID } from 'node:crypto';
import { type MatrixRows, type Target, at, DESK, onDesk, reason } from './row.ts';

/** At a machine of the desk; to somebody of another desk the machine is not there. */
const offline = (method: string, path: string, body?: (target: Target) => object): MatrixRows => ({
  [`${method} /api/desk/offline/${path}`]: {
    who: DESK, sees: DESK,
    call: (target) => ({ url: `/api/desk/offline/${path}`, body: body?.(target), headers: { 'x-device': target.device } }),
  },
});

export const OFFLINE_CALLS: MatrixRows = {
  'GET /api/admin/devices': { who: ['administrator'], call: at('/api/admin/devices') },
  'POST /api/admin/devices/codes': { who: ['administrator'], call: () => ({ url: '/api/admin/devices/codes', body: { deskId: 'ky-bac', name: 'Máy quầy' } }) },
  'POST /api/admin/devices/:deviceId/revoke': {
    who: ['administrator'], call: ({ spareDeviceId }) => ({ url: `/api/admin/devices/${spareDeviceId}/revoke`, body: { reason } }),
  },
  'POST /api/admin/devices/:deviceId/close-numbers': {
    who: ['administrator'], call: ({ spareDeviceId }) => ({ url: `/api/admin/devices/${spareDeviceId}/close-numbers`, body: {} }),
  },
  'POST /api/desk/devices': { who: DESK, call: () => ({ url: '/api/desk/devices', body: { code: 'AAAA-AAAA', description: 'Máy thử' } }) },
  ...offline('POST', 'grants', () => ({})),
  ...offline('POST', 'leases', () => ({ held: [], pending: 0 })),
  // whoever proves nothing is kept, and told so: 422 for everybody of the desk
  ...offline('POST', 'commands', ({ dossierId }) => ({
    commandId: randomUUID(), act: 'cancel-entry', dossierId, body: { ...onDesk, reason }, madeAt: '2019-11-18T07:30:00+07:00', machineAt: '2019-11-18T07:30:00+07:00',
    by: { accountId: randomUUID(), grantId: randomUUID(), proof: 'A'.repeat(43) }, leased: [], basis: {}, afterUnsettled: false,
  })),
  ...offline('GET', 'cases'),
  'GET /api/desk/offline/judged': {
    who: DESK, sees: DESK, call: ({ device }) => ({ url: `/api/desk/offline/judged?commands=${randomUUID()}`, headers: { 'x-device': device } }),
  },
  ...offline('GET', 'reference'),
  ...offline('POST', 'reference', () => ({ keys: ['calendar'] })),
  ...offline('GET', 'changes'),
  'PUT /api/desk/offline/files/:sha256': {
    who: DESK, sees: DESK,
    call: ({ device }) => ({
      url: `/api/desk/offline/files/${'a'.repeat(64)}?offset=0&total=9`, body: Buffer.from('x'), headers: { 'x-device': device, 'content-type': 'application/octet-stream' },
    }),
  },
  'POST /api/desk/offline/cases/:caseId/settle': {
    who: DESK, sees: DESK,
    call: ({ caseId, device }) => ({ url: `/api/desk/offline/cases/${caseId}/settle`, body: { how: 'corrected', note: reason }, headers: { 'x-device': device } }),
  },
  'GET /api/admin/offline-cases': { who: ['administrator'], call: at('/api/admin/offline-cases') },
  'POST /api/admin/offline-cases/:caseId/settle': {
    who: ['administrator'], call: ({ caseId }) => ({ url: `/api/admin/offline-cases/${caseId}/settle`, body: { how: 'corrected', note: reason } }),
  },
  ...offline('POST', 'leases/return', ({ leaseId }) => ({ leases: [{ leaseId, next: 1 }] })),
};
