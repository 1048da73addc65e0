// The administration of the province.
import { type MatrixRows, at, reason } from './row.ts';

export const ADMIN_CALLS: MatrixRows = {
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
  'GET /api/admin/outbox': { who: ['administrator'], call: at('/api/admin/outbox') },
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

  'GET /api/admin/postal-rules': { who: ['administrator'], call: at('/api/admin/postal-rules') },
  'POST /api/admin/postal-rules': {
    who: ['administrator'],
    call: () => ({ url: '/api/admin/postal-rules', body: { part: 'compensation', baseVersion: 0, validFrom: '2020-01-01', instrument: 'QĐ thử', mark: 'assumed', lossTimes: 4, lateTimes: 1, payWithin: 30, decision: 'QĐ thử', reason } }),
  },

  'GET /api/admin/warning-settings': { who: ['administrator'], call: at('/api/admin/warning-settings') },
  'POST /api/admin/warning-settings/:holder': {
    who: ['administrator'], call: () => ({ url: '/api/admin/warning-settings/desk:ky-bac', body: { firstDays: 3, secondDays: 1, lastMinutes: 60, uncollectedDays: 2 } }),
  },
};
