// The agency: its inbox, the work on a dossier, signing.
import type { DossierState } from '#core/dossier/state.ts';
import type { Role } from '#core/organisation/organisation.ts';
import { WITHDRAWAL } from '../desk-commands.ts';
import { type MatrixRow, type MatrixRows, type Target, at, CASE, ground, OFFICE, reason, SIGN } from './row.ts';

const office = (path: string, state: DossierState, act: readonly Role[], body: object | ((target: Target) => object)): MatrixRow => ({
  who: OFFICE, act, state,
  call: (target) => ({
    url: `/api/office/dossiers/${target.dossierId}/${path}`,
    body: { expectedRevision: 2, ...(typeof body === 'function' ? body(target) : body) },
  }),
});

export const OFFICE_CALLS: MatrixRows = {
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

  'GET /api/office/papers-after': { who: OFFICE, call: at('/api/office/papers-after') },
  'POST /api/office/papers-after/:recordId/take': { who: OFFICE, sees: [], call: ({ paperId }) => ({ url: `/api/office/papers-after/${paperId}/take`, body: { received: [] } }) },
  'GET /api/office/warnings': { who: OFFICE, call: at('/api/office/warnings') },
  'GET /api/signing/dossiers/:dossierId': { who: OFFICE, state: 'in-process', call: ({ dossierId }) => ({ url: `/api/signing/dossiers/${dossierId}` }) },
  'POST /api/signing/papers/:paperId': { who: SIGN, state: 'in-process', call: ({ paperId }) => ({ url: `/api/signing/papers/${paperId}`, body: { as: 'leader' } }) },
  'POST /api/signing/outcomes/:dossierId/:outcomeNo': {
    who: SIGN, state: 'outcome-recorded', sees: [], call: ({ dossierId }) => ({ url: `/api/signing/outcomes/${dossierId}/1`, body: { as: 'leader' } }),
  },
  'POST /api/signing/drafts/:dossierId/:sha256': {
    who: SIGN, state: 'in-process', sees: [], call: ({ dossierId }) => ({ url: `/api/signing/drafts/${dossierId}/${'0'.repeat(64)}`, body: { as: 'leader' } }),
  },
};
