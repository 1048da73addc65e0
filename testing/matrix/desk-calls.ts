// The desk: receiving, what follows from it, and its day.
import { randomUUID } from 'node:crypto';
import type { DossierState } from '#core/dossier/state.ts';
import type { Role } from '#core/organisation/organisation.ts';
import { COUNTED, TAKEN_BACK, WITHDRAWAL, certifyCommand, farmer, parties, procedureIn, receiveCommand } from '../desk-commands.ts';
import { type MatrixRow, type MatrixRows, at, birth, DESK, ground, onDesk, reason } from './row.ts';

const copies = procedureIn('kybac-2019', '2.000815');

const desk = (path: string, state: DossierState, body: object, act: readonly Role[] = DESK): MatrixRow =>
  ({ who: DESK, act, state, call: ({ dossierId }) => ({ url: `/api/desk/dossiers/${dossierId}/${path}`, body: { ...onDesk, ...body } }) });

export const DESK_CALLS: MatrixRows = {
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
  'GET /api/desk/papers-back': { who: DESK, state: 'withdrawn', call: at('/api/desk/papers-back?deskId=ky-bac') },
  'GET /api/desk/warnings': { who: DESK, state: 'in-process', call: at('/api/desk/warnings?deskId=ky-bac') },
};
