// The post: complaints about its service, and what its supervisor sees.
import { randomUUID } from 'node:crypto';
import type { Role } from '#core/organisation/organisation.ts';
import { type MatrixRow, type MatrixRows, at, DESK, POST, reason } from './row.ts';

/** The same at the desk it is about and at the supervisor above it. */
const complaints = (side: 'desk' | 'post', who: readonly Role[]): MatrixRows => {
  const one = (method: 'GET' | 'POST', path: string, body?: object): readonly [string, MatrixRow] =>
    [`${method} /api/${side}/complaints/:complaintId${path}`, { who, state: 'in-process', call: ({ complaintId }) => ({ url: `/api/${side}/complaints/${complaintId}${path}`, body }) }];
  return {
    [`GET /api/${side}/complaints`]: { who, call: at(`/api/${side}/complaints`) },
    [`GET /api/${side}/complaints/subject`]: { who, call: at(`/api/${side}/complaints/subject?scanned=000.18.60.H27-191118-9999`) },
    [`POST /api/${side}/complaints`]: {
      who, call: ({ code }) => ({ url: `/api/${side}/complaints`, body: { complaintId: randomUUID(), scanned: code, by: 'citizen', complainant: { fullName: 'Người thử', address: 'Kỳ Bắc' }, content: reason } }),
    },
    [`GET /api/${side}/complaints/:complaintId/proofs/:proofNo`]: { who, state: 'in-process', call: ({ complaintId }) => ({ url: `/api/${side}/complaints/${complaintId}/proofs/1` }) },
    ...Object.fromEntries([one('GET', ''), one('GET', '/receipt.pdf'), one('GET', '/notice.pdf'), one('POST', '/take-up', {}), one('POST', '/proofs', { proofs: [{ kind: 'other', sha256: '0'.repeat(64) }] }), one('POST', '/end', { kind: 'refuse', ground: 'not-the-posts', note: reason })]),
  };
};

export const POST_CALLS: MatrixRows = {
  ...complaints('desk', DESK),
  ...complaints('post', POST),
  'GET /api/post/desks': { who: POST, call: at('/api/post/desks') },
  'GET /api/post/road': { who: POST, call: at('/api/post/road') },
  'GET /api/post/papers/:paperId.pdf': { who: POST, state: 'in-process', call: ({ slipId }) => ({ url: `/api/post/papers/${slipId}.pdf` }) },
  'GET /api/post/cases': { who: POST, call: at('/api/post/cases') },
  'GET /api/post/records/:handOverId': { who: POST, state: 'outcome-sent', call: ({ handOverId }) => ({ url: `/api/post/records/${handOverId}` }) },
  'POST /api/post/bags/:bagId/lost': { who: POST, sees: POST, call: ({ bagOutId }) => ({ url: `/api/post/bags/${bagOutId}/lost`, body: { ground: reason } }) },
  'POST /api/post/bags/:bagId/found': { who: POST, sees: POST, call: ({ bagOutId }) => ({ url: `/api/post/bags/${bagOutId}/found`, body: { note: reason } }) },
  'POST /api/post/records/:handOverId/late-cases': { who: POST, state: 'outcome-sent', call: ({ handOverId }) => ({ url: `/api/post/records/${handOverId}/late-cases`, body: { note: reason } }) },
  'GET /api/post/dossiers/:id': { who: POST, state: 'in-process', call: ({ dossierId }) => ({ url: `/api/post/dossiers/${dossierId}` }) },
};
