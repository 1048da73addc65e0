// For every route of /api: who may call it, and a call whose body fits its schema, so that only the
// person decides how it ends. A route without a row here fails the matrix.
import { randomUUID } from 'node:crypto';
import type { DossierState } from '#core/dossier/state.ts';
import { ROLES, type Role } from '#core/organisation/organisation.ts';
import { RECEIVER, carrierSettings } from './carrier/planted-carriers.ts';
import { COUNTED, TAKEN_BACK, WITHDRAWAL, certifyCommand, farmer, parties, procedureIn, receiveCommand } from './desk-commands.ts';

export const DESK: readonly Role[] = ['postal-clerk', 'commune-officer'];
export const OFFICE: readonly Role[] = ['agency-officer', 'section-head', 'signing-leader', 'records-clerk'];
const CASE: readonly Role[] = ['agency-officer', 'section-head'];

const SIGN: readonly Role[] = ['signing-leader', 'records-clerk'];
const BOTH: readonly Role[] = [...DESK, ...OFFICE];
const POST: readonly Role[] = ['post-supervisor'];

/** What stands ready for one call: a dossier of Kỳ Bắc's desk that the district decides, with one scan. */
export type Target = { readonly dossierId: string; readonly handOverId: string; readonly questionId: string; readonly colleagueId: string; readonly sha256: string;
  readonly paperId: string; readonly batchId: string; readonly code: string; readonly custodyCaseId: string; readonly complaintId: string;
  /** Sealed: from the desk to the district, and back. */
  readonly bagOutId: string; readonly bagBackId: string;
  /** With the courier of Kỳ Bắc, and records that she, and that the desk, has not counted. */
  readonly givenRecordId: string; readonly handInRecordId: string; readonly courierId: string; readonly pickupId: string;
  /** Of a machine of Kỳ Bắc's desk: `x-device`, its id, one that is not in use, and a lease and a case of its own. */
  /** A carrier, and an order of the desk that nobody knows whether it arrived. */
  readonly carrierId: string; readonly shipmentId: string; readonly orderNumber: string; readonly itemNumber: string;
  readonly device: string; readonly deviceId: string; readonly spareDeviceId: string; readonly leaseId: string; readonly caseId: string;
};

export type Call = { readonly url: string; readonly body?: object; readonly headers?: Readonly<Record<string, string>> };

export type MatrixRow = {
  /** 'open': nobody need be signed in. 'all': every signed-in person. */
  readonly who: 'open' | 'all' | readonly Role[];
  /** Whose act it is, where the route lets colleagues look on; the others are told so. */
  readonly act?: readonly Role[];
  /** Who at home sees the thing asked about, where it is not the dossier; to the others it is not there. */
  readonly sees?: readonly Role[];
  /** The state of the dossier that is asked about; absent: the route is about no object of one unit. */
  readonly state?: DossierState;
  /** A paper of the dossier is missing, and its case is open: planted for these alone, or the lists would grow with every call. */
  readonly lacksPaper?: true;
  readonly call: (target: Target) => Call;
};

const birth = procedureIn('kybac-2019', '1.001193');
const copies = procedureIn('kybac-2019', '2.000815');
const onDesk = { deskId: 'ky-bac', revision: 2 };
const reason = 'Lý do thử';
const ground = 'Điều 1 Nghị định thử';

const at = (url: string) => (): Call => ({ url });
const desk = (path: string, state: DossierState, body: object, act: readonly Role[] = DESK): MatrixRow =>
  ({ who: DESK, act, state, call: ({ dossierId }) => ({ url: `/api/desk/dossiers/${dossierId}/${path}`, body: { ...onDesk, ...body } }) });
const office = (path: string, state: DossierState, act: readonly Role[], body: object | ((target: Target) => object)): MatrixRow => ({
  who: OFFICE, act, state,
  call: (target) => ({
    url: `/api/office/dossiers/${target.dossierId}/${path}`,
    body: { expectedRevision: 2, ...(typeof body === 'function' ? body(target) : body) },
  }),
});

/** A paper of the dossier that nobody has, with what its minute would ask for. */
const aboutCase = (side: 'desk' | 'office', who: readonly Role[], method: 'GET' | 'POST', path: string, body?: object): Readonly<Record<string, MatrixRow>> => ({
  [`${method} /api/${side}/custody-cases/:caseId${path}`]: {
    who, state: 'in-process', lacksPaper: true,
    call: ({ custodyCaseId }) => ({ url: `/api/${side}/custody-cases/${custodyCaseId}${path.replace(/:\w+/u, '1')}`, body }),
  },
});
const custodyCases = (side: 'desk' | 'office', who: readonly Role[]): Readonly<Record<string, MatrixRow>> => ({
  [`GET /api/${side}/custody-cases`]: { who, call: at(`/api/${side}/custody-cases`) },
  ...aboutCase(side, who, 'GET', ''),
  ...aboutCase(side, who, 'POST', '/settle', { how: 'found', note: reason }),
  ...aboutCase(side, who, 'POST', '/reissue/:taskNo/done', { note: reason }),
  [`POST /api/${side}/custody-cases/late`]: { who, state: 'in-process', call: ({ dossierId }) => ({ url: `/api/${side}/custody-cases/late`, body: { dossierId, note: reason } }) },
});

/** The same at both sides: their own bag, and for receiving the other side's. */
const bags = (side: 'desk' | 'office', who: readonly Role[]): Readonly<Record<string, MatrixRow>> => {
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

/** The same at the desk it is about and at the supervisor above it. */
const complaints = (side: 'desk' | 'post', who: readonly Role[]): Readonly<Record<string, MatrixRow>> => {
  const one = (method: 'GET' | 'POST', path: string, body?: object): readonly [string, MatrixRow] =>
    [`${method} /api/${side}/complaints/:complaintId${path}`, { who, state: 'in-process', call: ({ complaintId }) => ({ url: `/api/${side}/complaints/${complaintId}${path}`, body }) }];
  return {
    [`GET /api/${side}/complaints`]: { who, call: at(`/api/${side}/complaints`) },
    [`GET /api/${side}/complaints/subject`]: { who, call: at(`/api/${side}/complaints/subject?scanned=000.18.60.H27-191118-9999`) },
    [`POST /api/${side}/complaints`]: {
      who, call: ({ code }) => ({ url: `/api/${side}/complaints`, body: { complaintId: randomUUID(), scanned: code, by: 'citizen', complainant: { fullName: 'Người thử', address: 'Kỳ Bắc' }, content: reason } }),
    },
    ...Object.fromEntries([one('GET', ''), one('GET', '/receipt.pdf'), one('GET', '/notice.pdf'), one('POST', '/take-up', {}), one('POST', '/end', { kind: 'refuse', ground: 'not-the-posts', note: reason })]),
  };
};

/** Counted where one works: at the desk, at an agency by whoever serves the whole of it. */
const stock = (side: 'desk' | 'office', who: readonly Role[], place: string): Readonly<Record<string, MatrixRow>> => {
  const sees = side === 'desk' ? who : (['signing-leader', 'records-clerk'] as const);
  return {
    [`GET /api/${side}/stock`]: { who, sees, call: at(`/api/${side}/stock?place=${place}`) },
    [`GET /api/${side}/stock/thing`]: { who, sees, call: at(`/api/${side}/stock/thing?place=${place}&scanned=000.18.60.H27-191118-9999`) },
    [`POST /api/${side}/stock/counts`]: {
      who, sees, call: () => ({ url: `/api/${side}/stock/counts`, body: { countId: randomUUID(), place, startedAt: '2019-11-18T07:00:00+07:00', found: [], missing: [], unexpected: [], strays: [] } }),
    },
  };
};

/** At a machine of the desk; to somebody of another desk the machine is not there. */
const offline = (method: string, path: string, body?: (target: Target) => object): Readonly<Record<string, MatrixRow>> => ({
  [`${method} /api/desk/offline/${path}`]: {
    who: DESK, sees: DESK,
    call: (target) => ({ url: `/api/desk/offline/${path}`, body: body?.(target), headers: { 'x-device': target.device } }),
  },
});

const COURIER: readonly Role[] = ['courier'];
/** A little after the world has begun. */
const AT_DOOR = '2019-11-18T07:31:00+07:00';
/** On a round; another's shipments are not there. */
const courier = (path: string | ((target: Target) => string), body: (target: Target) => object): MatrixRow =>
  ({ who: COURIER, sees: COURIER, call: (target) => ({ url: `/api/courier/${typeof path === 'string' ? path : path(target)}`, body: body(target) }) });

export const MATRIX: Readonly<Record<string, MatrixRow>> = {
  'POST /api/sign-in': { who: 'open', call: () => ({ url: '/api/sign-in', body: { login: randomUUID(), password: 'x' } }) },
  'GET /api/me': { who: 'all', call: at('/api/me') },
  'POST /api/change-password': { who: 'all', call: () => ({ url: '/api/change-password', body: { currentPassword: randomUUID(), newPassword: randomUUID() } }) },
  'GET /api/openapi.json': { who: ['administrator'], call: at('/api/openapi.json') },

  'POST /api/desk/officer-presence': { who: ['postal-clerk'], call: () => ({ url: '/api/desk/officer-presence', body: { login: randomUUID(), pin: '111111' } }) },
  'DELETE /api/desk/officer-presence': { who: ['postal-clerk'], call: at('/api/desk/officer-presence') },
  'POST /api/desk/dossiers': { who: DESK, state: 'received', call: () => ({ url: '/api/desk/dossiers', body: receiveCommand('ky-bac', birth) }) },
  'POST /api/desk/certifications': { who: DESK, state: 'received', call: () => ({ url: '/api/desk/certifications', body: certifyCommand('ky-bac', copies) }) },
  'POST /api/desk/guidance': {
    who: DESK, state: 'received',
    call: () => ({ url: '/api/desk/guidance', body: { guidanceId: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, missing: [] } }),
  },
  'POST /api/desk/refusals': {
    who: DESK, state: 'received',
    call: () => ({ url: '/api/desk/refusals', body: { refusalId: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, personName: 'Người thử', reason, ground } }),
  },
  'POST /api/desk/hand-overs': {
    who: DESK, state: 'received',
    call: ({ dossierId }) => ({ url: '/api/desk/hand-overs', body: { handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'huyen-ky-anh', dossiers: [{ dossierId, revision: 2, paperCount: 3 }] } }),
  },
  'POST /api/desk/incoming/:handOverId/accept': {
    who: DESK, state: 'outcome-sent',
    call: ({ dossierId, handOverId }) => ({ url: `/api/desk/incoming/${handOverId}/accept`, body: { deskId: 'ky-bac', received: [dossierId] } }),
  },
  'POST /api/desk/dossiers/:id/supersede-receipt': desk('supersede-receipt', 'received', {
    reason, procedureCode: birth.code, procedureVersion: birth.version, caseId: birth.cases[0]?.caseId, parties, answers: {}, papers: [], fees: [],
  }),
  'POST /api/desk/dossiers/:id/cancel-entry': desk('cancel-entry', 'received', { reason }),
  'POST /api/desk/dossiers/:id/receive-supplement': desk('receive-supplement', 'supplement-asked', { papers: [{ itemId: 'khac', name: 'Giấy thử', form: 'original', count: 1 }] }),
  'POST /api/desk/dossiers/:id/withdraw': desk('withdraw', 'received', { ...WITHDRAWAL, papersBack: TAKEN_BACK }),
  'POST /api/desk/dossiers/:id/accept-papers': desk('accept-papers', 'withdrawn', { papers: COUNTED }),
  'POST /api/desk/dossiers/:id/give-back-papers': desk('give-back-papers', 'withdrawn', { papersBack: TAKEN_BACK }),
  'POST /api/desk/dossiers/:id/seal-envelope': { who: DESK, state: 'received', call: ({ dossierId }) => ({ url: `/api/desk/dossiers/${dossierId}/seal-envelope`, body: { deskId: 'ky-bac', sealNumber: 'NP 1' } }) },
  'GET /api/desk/dossiers/:id/envelope-label.pdf': { who: DESK, state: 'received', sees: [], call: ({ dossierId }) => ({ url: `/api/desk/dossiers/${dossierId}/envelope-label.pdf` }) },
  'GET /api/desk/papers-after': { who: DESK, call: at('/api/desk/papers-after') },
  'POST /api/desk/papers-after': {
    who: DESK, state: 'in-process',
    call: ({ dossierId }) => ({ url: '/api/desk/papers-after', body: { recordId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'huyen-ky-anh', dossierIds: [dossierId] } }),
  },
  'GET /api/office/papers-after': { who: OFFICE, call: at('/api/office/papers-after') },
  'POST /api/office/papers-after/:recordId/take': { who: OFFICE, sees: [], call: ({ paperId }) => ({ url: `/api/office/papers-after/${paperId}/take`, body: { received: [] } }) },
  'GET /api/desk/uncollected': { who: DESK, state: 'ready-to-return', call: at('/api/desk/uncollected?deskId=ky-bac') },
  'POST /api/desk/dossiers/:id/invite-to-collect': desk('invite-to-collect', 'ready-to-return', {}),
  'POST /api/desk/dossiers/:id/send-outcome-back': desk('send-outcome-back', 'ready-to-return', {}),
  'POST /api/desk/dossiers/:id/return-outcome': desk('return-outcome', 'ready-to-return', {
    receiver: { fullName: farmer.fullName, identity: farmer.identity, relation: 'self' }, receiptShown: true, recalledPapers: [], originalsReturned: true,
  }),

  'GET /api/desk/catalogue': { who: DESK, state: 'received', call: at('/api/desk/catalogue?deskId=ky-bac') },
  'GET /api/desk/today': { who: DESK, state: 'received', call: at('/api/desk/today?deskId=ky-bac') },
  'GET /api/desk/find': { who: DESK, state: 'received', call: at('/api/desk/find?q=0001&deskId=ky-bac') },
  'GET /api/desk/batches/:batchId': { who: DESK, state: 'received', call: ({ batchId }) => ({ url: `/api/desk/batches/${batchId}` }) },
  'POST /api/desk/batches/:batchId/list': {
    who: DESK, state: 'received', call: ({ batchId }) => ({ url: `/api/desk/batches/${batchId}/list`, body: { deskId: 'ky-bac' } }),
  },
  'GET /api/dossiers/:id': { who: BOTH, state: 'in-process', call: ({ dossierId }) => ({ url: `/api/dossiers/${dossierId}` }) },
  'GET /api/papers/:paperId.pdf': { who: BOTH, state: 'in-process', call: ({ paperId }) => ({ url: `/api/papers/${paperId}.pdf` }) },
  // a receipt is no text that a leader edits
  'GET /api/papers/:paperId.docx': { who: ['commune-officer', ...OFFICE], state: 'in-process', sees: [], call: ({ paperId }) => ({ url: `/api/papers/${paperId}.docx` }) },
  'GET /api/papers/:paperId/payload': { who: DESK, state: 'in-process', call: ({ paperId }) => ({ url: `/api/papers/${paperId}/payload` }) },
  'POST /api/papers/:paperId/reprint': { who: BOTH, state: 'in-process', call: ({ paperId }) => ({ url: `/api/papers/${paperId}/reprint`, body: {} }) },
  'GET /api/signing/dossiers/:dossierId': { who: OFFICE, state: 'in-process', call: ({ dossierId }) => ({ url: `/api/signing/dossiers/${dossierId}` }) },
  'POST /api/signing/papers/:paperId': { who: SIGN, state: 'in-process', call: ({ paperId }) => ({ url: `/api/signing/papers/${paperId}`, body: { as: 'leader' } }) },
  'POST /api/signing/outcomes/:dossierId/:outcomeNo': {
    who: SIGN, state: 'outcome-recorded', sees: [], call: ({ dossierId }) => ({ url: `/api/signing/outcomes/${dossierId}/1`, body: { as: 'leader' } }),
  },
  'POST /api/signing/drafts/:dossierId/:sha256': {
    who: SIGN, state: 'in-process', sees: [], call: ({ dossierId }) => ({ url: `/api/signing/drafts/${dossierId}/${'0'.repeat(64)}`, body: { as: 'leader' } }),
  },

  'GET /api/desk/papers-back': { who: DESK, state: 'withdrawn', call: at('/api/desk/papers-back?deskId=ky-bac') },
  'GET /api/desk/warnings': { who: DESK, state: 'in-process', call: at('/api/desk/warnings?deskId=ky-bac') },
  'GET /api/office/warnings': { who: OFFICE, call: at('/api/office/warnings') },
  'GET /api/books': { who: BOTH, call: at('/api/books') },
  'GET /api/books/:slug/:holderId/:year': { who: BOTH, sees: DESK, call: at('/api/books/theo-doi/ky-bac/2019') },
  'GET /api/books/:slug/:holderId/:year.csv': { who: BOTH, sees: DESK, call: at('/api/books/theo-doi/ky-bac/2019.csv') },
  'GET /api/books/:slug/:holderId/:year.pdf': { who: BOTH, sees: DESK, call: at('/api/books/theo-doi/ky-bac/2019.pdf') },
  'POST /api/books/:slug/:holderId/:year/open': {
    who: BOTH, sees: DESK, call: () => ({ url: '/api/books/theo-doi/ky-bac/2019/open', body: { decision: 'Quyết định thử', pin: '111111' } }),
  },
  'POST /api/books/:slug/:holderId/:year/next-volume': {
    who: BOTH, sees: DESK, call: () => ({ url: '/api/books/theo-doi/ky-bac/2019/next-volume', body: { decision: 'Quyết định thử', pin: '111111', expectedLastNumber: 0 } }),
  },
  'POST /api/books/:slug/:holderId/:year/close': {
    who: BOTH, sees: DESK, call: () => ({ url: '/api/books/theo-doi/ky-bac/2019/close', body: { expectedLastNumber: 0, pin: '111111' } }),
  },
  'GET /api/admin/warning-settings': { who: ['administrator'], call: at('/api/admin/warning-settings') },
  'POST /api/admin/warning-settings/:holder': {
    who: ['administrator'], call: () => ({ url: '/api/admin/warning-settings/desk:ky-bac', body: { firstDays: 3, secondDays: 1, lastMinutes: 60, uncollectedDays: 2 } }),
  },

  'GET /api/desk/shipments': { who: DESK, state: 'ready-to-return', call: at('/api/desk/shipments?deskId=ky-bac') },
  'POST /api/desk/shipments': {
    who: DESK, state: 'ready-to-return',
    call: ({ carrierId, dossierId }) => ({
      url: '/api/desk/shipments',
      body: { shipmentId: randomUUID(), deskId: 'ky-bac', carrierId, dossiers: [{ dossierId, revision: 2 }], receiver: RECEIVER, collectOnDelivery: 0, withItemNumber: false },
    }),
  },
  'GET /api/desk/shipments/:shipmentId': { who: DESK, state: 'ready-to-return', call: ({ shipmentId }) => ({ url: `/api/desk/shipments/${shipmentId}` }) },
  'GET /api/desk/shipments/:shipmentId/label.pdf': { who: DESK, state: 'ready-to-return', call: ({ shipmentId }) => ({ url: `/api/desk/shipments/${shipmentId}/label.pdf` }) },
  'POST /api/desk/shipments/hand-over': {
    who: DESK, state: 'ready-to-return',
    call: ({ carrierId, shipmentId }) => ({ url: '/api/desk/shipments/hand-over', body: { handOverId: randomUUID(), deskId: 'ky-bac', carrierId, shipmentIds: [shipmentId] } }),
  },
  'POST /api/desk/shipments/:shipmentId/cancel': {
    who: DESK, state: 'ready-to-return', call: ({ shipmentId }) => ({ url: `/api/desk/shipments/${shipmentId}/cancel`, body: { deskId: 'ky-bac' } }),
  },
  'GET /api/desk/couriers': { who: DESK, state: 'ready-to-return', call: at('/api/desk/couriers?deskId=ky-bac') },
  'POST /api/desk/courier-records': {
    who: DESK, state: 'ready-to-return',
    call: ({ courierId, shipmentId }) => ({ url: '/api/desk/courier-records', body: { recordId: randomUUID(), deskId: 'ky-bac', courierId, day: '2019-11-18', shipmentIds: [shipmentId] } }),
  },
  'POST /api/desk/courier-records/:recordId/take': {
    who: DESK, state: 'ready-to-return',
    call: ({ handInRecordId }) => ({ url: `/api/desk/courier-records/${handInRecordId}/take`, body: { deskId: 'ky-bac', received: [], missing: [], amountCounted: 0 } }),
  },
  'POST /api/desk/courier-shipments/:shipmentId/end': {
    who: DESK, state: 'ready-to-return', call: ({ shipmentId }) => ({ url: `/api/desk/courier-shipments/${shipmentId}/end`, body: { deskId: 'ky-bac', reason } }),
  },
  'POST /api/desk/pickups': {
    who: DESK, state: 'ready-to-return',
    call: ({ courierId }) => ({
      url: '/api/desk/pickups',
      body: { pickupId: randomUUID(), deskId: 'ky-bac', courierId, day: '2019-11-18', procedureCode: birth.code, person: { name: farmer.fullName, phone: '0912000001', address: 'thôn Phương Giai' } },
    }),
  },
  'POST /api/desk/pickups/:pickupId/close': {
    who: DESK, state: 'ready-to-return', call: ({ pickupId }) => ({ url: `/api/desk/pickups/${pickupId}/close`, body: { deskId: 'ky-bac', how: 'given-up' } }),
  },
  'POST /api/courier/pickups/:pickupId/collect': courier(({ pickupId }) => `pickups/${pickupId}/collect`, ({ sha256 }) => ({
    at: AT_DOOR, slipNumber: 'RR473124829VN', papers: [{ name: 'Tờ khai', form: 'original', count: 1 }], signature: sha256,
  })),
  'POST /api/courier/pickups/:pickupId/fail': courier(({ pickupId }) => `pickups/${pickupId}/fail`, () => ({ at: AT_DOOR, reason: 'absent' })),
  'GET /api/courier/round': { who: COURIER, call: at('/api/courier/round?day=2019-11-18') },
  'POST /api/courier/round/order': courier('round/order', ({ shipmentId }) => ({ day: '2019-11-18', shipmentIds: [shipmentId] })),
  'POST /api/courier/records/:recordId/take': courier(({ givenRecordId }) => `records/${givenRecordId}/take`, () => ({ at: AT_DOOR, received: [], missing: [] })),
  'POST /api/courier/shipments/:shipmentId/deliver': courier(({ shipmentId }) => `shipments/${shipmentId}/deliver`, () => ({
    attemptId: randomUUID(), at: AT_DOOR, receiver: { fullName: farmer.fullName, identity: farmer.identity, relation: 'self' }, receiptShown: true, recalledPapers: [], amountCollected: 0,
  })),
  'POST /api/courier/shipments/:shipmentId/fail': courier(({ shipmentId }) => `shipments/${shipmentId}/fail`, () => ({ attemptId: randomUUID(), at: AT_DOOR, reason: 'absent' })),
  'POST /api/courier/hand-in': courier('hand-in', ({ shipmentId }) => ({ recordId: randomUUID(), deskId: 'ky-bac', at: AT_DOOR, shipmentIds: [shipmentId], amount: 0 })),
  'GET /api/post/rounds': { who: ['post-supervisor'], call: at('/api/post/rounds?day=2019-11-18') },
  'POST /api/post/rounds/assign': {
    who: ['post-supervisor'], sees: ['post-supervisor'],
    call: ({ courierId, shipmentId }) => ({ url: '/api/post/rounds/assign', body: { courierId, day: '2019-11-18', shipmentIds: [shipmentId] } }),
  },
  'GET /api/desk/items/:itemNumber': { who: DESK, state: 'ready-to-return', call: ({ itemNumber }) => ({ url: `/api/desk/items/${itemNumber}` }) },
  'GET /api/admin/carriers': { who: ['administrator'], call: at('/api/admin/carriers') },
  'POST /api/admin/carriers/:carrierId': {
    who: ['administrator'], call: ({ carrierId }) => ({ url: `/api/admin/carriers/${carrierId}`, body: carrierSettings() }),
  },
  'POST /api/admin/carriers/:carrierId/try': { who: ['administrator'], call: ({ carrierId }) => ({ url: `/api/admin/carriers/${carrierId}/try`, body: {} }) },
  'POST /api/admin/carriers/:carrierId/codes': {
    who: ['administrator'], call: ({ carrierId }) => ({ url: `/api/admin/carriers/${carrierId}/codes`, body: { code: '4', meaning: 'delivered' } }),
  },
  'POST /api/admin/carriers/:carrierId/orders/:orderNumber/settle': {
    who: ['administrator'],
    call: ({ carrierId, orderNumber }) => ({ url: `/api/admin/carriers/${carrierId}/orders/${orderNumber}/settle`, body: { arrived: true, note: reason } }),
  },
  'GET /api/admin/item-ranges': { who: ['administrator'], call: at('/api/admin/item-ranges') },
  'POST /api/admin/item-ranges': {
    who: ['administrator'], call: () => ({ url: '/api/admin/item-ranges', body: { deskId: 'ky-bac', prefix: 'RR', from: 2, to: 1, decision: reason } }),
  },

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

  ...bags('desk', DESK),
  ...bags('office', OFFICE),

  'GET /api/office/inbox': { who: OFFICE, call: at('/api/office/inbox?tab=all') },
  'GET /api/office/find': { who: OFFICE, call: at('/api/office/find?q=nguyen') },
  'GET /api/office/colleagues': { who: OFFICE, call: at('/api/office/colleagues') },
  'GET /api/office/dossiers/:dossierId/work': { who: OFFICE, state: 'in-process', call: ({ dossierId }) => ({ url: `/api/office/dossiers/${dossierId}/work` }) },
  'GET /api/office/outcome-number': {
    who: ['records-clerk'], state: 'in-process', call: ({ dossierId }) => ({ url: `/api/office/outcome-number?dossierId=${dossierId}&symbol=TLKS` }),
  },
  'POST /api/office/hand-overs/accept': {
    who: OFFICE, act: ['agency-officer', 'section-head', 'records-clerk'], state: 'handed-over',
    call: ({ dossierId }) => ({ url: '/api/office/hand-overs/accept', body: { dossierIds: [dossierId] } }),
  },
  'POST /api/office/dossiers/:dossierId/assign': office('assign', 'in-process', [...CASE, 'signing-leader'], ({ colleagueId }) => ({ assigneeId: colleagueId })),
  'POST /api/office/dossiers/:dossierId/complete-step': office('complete-step', 'in-process', OFFICE, { result: { kind: 'pass' } }),
  'POST /api/office/dossiers/:dossierId/ask-supplement': office('ask-supplement', 'in-process', [...CASE, 'signing-leader'], { items: [{ name: 'Giấy thử', original: 1, certifiedCopy: 0, plainCopy: 0 }], reason }),
  'POST /api/office/dossiers/:dossierId/ask-financial-duty': office('ask-financial-duty', 'in-process', CASE, { notice: 'Thông báo thử' }),
  'POST /api/office/dossiers/:dossierId/settle-financial-duty': office('settle-financial-duty', 'awaiting-financial-duty', CASE, { proof: 'Giấy nộp tiền', paidOn: '2019-11-18' }),
  'POST /api/office/dossiers/:dossierId/refuse-resolution': office('refuse-resolution', 'in-process', ['signing-leader'], { reason, legalGround: ground }),
  'POST /api/office/dossiers/:dossierId/record-outcome': office('record-outcome', 'in-process', ['records-clerk'], { name: 'Giấy khai sinh', symbol: 'GKS', hasPaper: true, sealed: true }),
  'POST /api/office/dossiers/:dossierId/prepare-apology': office('prepare-apology', 'in-process', CASE, { reason, newDue: '2019-12-20T16:00:00+07:00' }),
  'POST /api/office/dossiers/:dossierId/sign-apology': office('sign-apology', 'in-process', ['signing-leader'], {}),
  'POST /api/office/dossiers/:dossierId/return-apology': office('return-apology', 'in-process', ['signing-leader'], { reason }),
  'POST /api/office/dossiers/:dossierId/extend': office('extend', 'in-process', [...CASE, 'signing-leader'], { extensionId: 'verify', decisionNumber: '1/QĐ', decidedOn: '2019-11-18' }),
  'POST /api/office/dossiers/:dossierId/record-supplement': office('record-supplement', 'supplement-asked', CASE, {
    via: 'post', arrivedAt: '2019-11-18T07:30:00+07:00', papers: [{ name: 'Giấy thử', form: 'original', count: 1 }], complete: true,
  }),
  'POST /api/office/dossiers/:dossierId/turn-back-supplement': office('turn-back-supplement', 'supplement-asked', [...CASE, 'signing-leader'], { answerNo: 1, reason, missing: ['Giấy thử'] }),
  'POST /api/office/dossiers/:dossierId/withdraw': office('withdraw', 'in-process', CASE, WITHDRAWAL),
  'POST /api/office/dossiers/:dossierId/accept-outcome-back': office('accept-outcome-back', 'uncollected', ['records-clerk', ...CASE], {}),
  'POST /api/office/dossiers/:dossierId/send-papers-back': office('send-papers-back', 'withdrawn', ['records-clerk', ...CASE], {}),
  'POST /api/office/dossiers/:dossierId/stop': office('stop', 'supplement-asked', ['section-head', 'signing-leader'], { reason, legalGround: ground }),
  'POST /api/office/dossiers/:dossierId/control-slip': { who: OFFICE, state: 'in-process', call: ({ dossierId }) => ({ url: `/api/office/dossiers/${dossierId}/control-slip` }) },
  'POST /api/office/outcomes/send': {
    who: OFFICE, act: ['records-clerk', ...CASE], state: 'outcome-recorded',
    call: ({ dossierId }) => ({ url: '/api/office/outcomes/send', body: { dossiers: [{ dossierId, expectedRevision: 2 }] } }),
  },

  'GET /api/admin/catalogue-questions': { who: ['administrator'], call: at('/api/admin/catalogue-questions') },
  'POST /api/admin/catalogue-questions/:questionId/answer': {
    who: ['administrator'], call: ({ questionId }) => ({ url: `/api/admin/catalogue-questions/${questionId}/answer`, body: { kind: 'noted', note: 'Đã xem' } }),
  },
  'GET /api/admin/procedures/:code/linked-agencies': { who: ['administrator'], call: at('/api/admin/procedures/1.001193/linked-agencies') },
  'POST /api/admin/procedures/:code/linked-agencies': {
    who: ['administrator'], call: () => ({ url: '/api/admin/procedures/1.001193/linked-agencies', body: { baseVersion: 0, linked: [] } }),
  },
  'GET /api/admin/accounts': { who: ['administrator'], call: at('/api/admin/accounts') },
  'GET /api/admin/transfer-register': { who: ['administrator', 'steering-committee', 'post-supervisor'], call: at('/api/admin/transfer-register') },
  'GET /api/admin/transfer-register/choices': { who: ['administrator'], call: at('/api/admin/transfer-register/choices') },
  'POST /api/admin/transfer-register': {
    who: ['administrator'],
    call: () => ({ url: '/api/admin/transfer-register', body: { deskId: 'ky-bac', procedureCode: 'khong-co', agencyUnitId: 'xa-ky-bac', mode: 'support', validFrom: '2019-11-18', decision: 'QĐ thử' } }),
  },
  'GET /api/admin/journal': { who: ['administrator'], call: at('/api/admin/journal') },
  'GET /api/admin/calendar': { who: ['administrator'], call: at('/api/admin/calendar') },
  'GET /api/admin/calendar.csv': { who: ['administrator'], call: at('/api/admin/calendar.csv') },
  'GET /api/admin/calendar/batches/:version': { who: ['administrator'], call: at('/api/admin/calendar/batches/1') },
  'GET /api/admin/calendar/batches/:version/dossiers': { who: ['administrator'], call: at('/api/admin/calendar/batches/1/dossiers') },
  'GET /api/admin/calendar/batches/:version/dossiers.csv': { who: ['administrator'], call: at('/api/admin/calendar/batches/1/dossiers.csv') },
  'POST /api/admin/calendar/batches/:version/apply': { who: ['administrator'], call: () => ({ url: '/api/admin/calendar/batches/1/apply', body: {} }) },
  'POST /api/admin/calendar/batches/:version/leave': { who: ['administrator'], call: () => ({ url: '/api/admin/calendar/batches/1/leave', body: { note: reason } }) },
  'POST /api/admin/calendar/versions': {
    who: ['administrator'], call: () => ({ url: '/api/admin/calendar/versions', body: { baseVersion: 0, set: [], remove: [], sites: [], decision: 'QĐ thử', reason } }),
  },

  'GET /api/admin/forms': { who: ['administrator'], call: at('/api/admin/forms') },
  'POST /api/admin/forms': {
    who: ['administrator'],
    call: () => ({ url: '/api/admin/forms', body: { baseVersion: 0, form: 'stop-notice', version: 'v2025', validFrom: '2025-11-01', instrument: 'TT thử', mark: 'assumed', decision: 'QĐ thử', reason } }),
  },

  'GET /api/desk/custody': { who: DESK, call: at('/api/desk/custody?list=coming') },
  ...custodyCases('desk', DESK),
  ...aboutCase('desk', DESK, 'POST', '/minute', { liability: 'nobody', ground: reason, reissue: [] }),
  ...aboutCase('desk', DESK, 'POST', '/compensation/:lineNo/paid', { receiptNumber: 'BL 1' }),
  'GET /api/office/custody': { who: OFFICE, call: at('/api/office/custody?list=sent') },
  ...custodyCases('office', OFFICE),
  ...stock('desk', DESK, 'ky-bac'),
  ...stock('office', OFFICE, 'huyen-ky-anh'),
  'GET /api/dossiers/:id/epcis': { who: BOTH, state: 'in-process', call: ({ dossierId }) => ({ url: `/api/dossiers/${dossierId}/epcis` }) },
  // by the code, and of the whole province: no person stands in it
  'GET /api/admin/epcis/:code': { who: ['administrator'], call: ({ code }) => ({ url: `/api/admin/epcis/${code}` }) },

  ...complaints('desk', DESK),
  ...complaints('post', POST),
  'GET /api/post/desks': { who: POST, call: at('/api/post/desks') },
  'GET /api/post/road': { who: POST, call: at('/api/post/road') },
  'GET /api/post/cases': { who: POST, call: at('/api/post/cases') },
  'GET /api/post/records/:handOverId': { who: POST, state: 'outcome-sent', call: ({ handOverId }) => ({ url: `/api/post/records/${handOverId}` }) },
  'GET /api/post/dossiers/:id': { who: POST, state: 'in-process', call: ({ dossierId }) => ({ url: `/api/post/dossiers/${dossierId}` }) },

  'POST /api/files': { who: [...BOTH, ...COURIER], call: () => ({ url: '/api/files', body: {} }) }, // no file: 415 for whoever may bring one
  'GET /api/files/:sha256': { who: BOTH, state: 'in-process', call: ({ sha256 }) => ({ url: `/api/files/${sha256}` }) },

  // last: it ends the session that called it
  'POST /api/sign-out': { who: 'all', call: at('/api/sign-out') },
};

export type Ending = 'in' | 403 | 404;

/** What the table says of this person; a dossier of another unit is not there at all. */
export const expectedEnding = (row: MatrixRow, role: Role, place: 'own' | 'elsewhere'): Ending => {
  const who = row.who === 'open' || row.who === 'all' ? ROLES : row.who;
  if (!who.includes(role)) return 403;
  if (place === 'elsewhere' && (row.state !== undefined || row.sees !== undefined)) return 404;
  if (row.sees && !row.sees.includes(role)) return 404;
  return (row.act ?? who).includes(role) ? 'in' : 403;
};
