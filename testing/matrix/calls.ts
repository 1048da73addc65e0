// For every route of /api: who may call it, and a call whose body fits its schema, so that only the
// person decides how it ends. A route without a row here fails the matrix.
import { randomUUID } from 'node:crypto';
import { ROLES, type Role } from '#core/organisation/organisation.ts';
import { ADMIN_CALLS } from './admin-calls.ts';
import { CUSTODY_CALLS } from './custody-calls.ts';
import { DESK_CALLS } from './desk-calls.ts';
import { OFFICE_CALLS } from './office-calls.ts';
import { OFFLINE_CALLS } from './offline-calls.ts';
import { PAPER_CALLS } from './paper-calls.ts';
import { POST_CALLS } from './post-calls.ts';
import { SHIPMENT_CALLS } from './shipment-calls.ts';
import { type MatrixRow, type MatrixRows, at } from './row.ts';

export const MATRIX: MatrixRows = {
  'POST /api/sign-in': { who: 'open', call: () => ({ url: '/api/sign-in', body: { login: randomUUID(), password: 'x' } }) },
  'GET /api/me': { who: 'all', call: at('/api/me') },
  'POST /api/change-password': { who: 'all', call: () => ({ url: '/api/change-password', body: { currentPassword: randomUUID(), newPassword: randomUUID() } }) },
  'GET /api/openapi.json': { who: ['administrator'], call: at('/api/openapi.json') },

  ...DESK_CALLS, ...PAPER_CALLS, ...SHIPMENT_CALLS, ...OFFLINE_CALLS, ...CUSTODY_CALLS, ...OFFICE_CALLS, ...POST_CALLS, ...ADMIN_CALLS,

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
