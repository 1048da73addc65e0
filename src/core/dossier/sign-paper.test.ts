import { expect, it } from 'vitest';
import { type SignPaperFacts, signPaper } from './sign-paper.ts';

const FACTS: SignPaperFacts = { kind: 'refusal-notice', seats: ['signing-leader'], signatures: [], hasFile: true, hasCredential: true };
const SEAL: SignPaperFacts = { ...FACTS, seats: ['records-clerk'], signatures: ['leader'] };

it.each(['outcome', 'refusal-notice', 'apology-notice', 'stop-notice', 'supplement-request'])('the leader signs %s first, then văn thư seals it', (kind) => {
  expect(signPaper('leader', { ...FACTS, kind })).toEqual({ ok: true, value: { signatureNo: 1 } });
  expect(signPaper('agency-seal', { ...SEAL, kind })).toEqual({ ok: true, value: { signatureNo: 2 } });
});

it('a draft is signed by the leader while it is before him', () => {
  expect(signPaper('leader', { ...FACTS, kind: 'draft', awaitsSigner: true })).toEqual({ ok: true, value: { signatureNo: 1 } });
});

it.each([
  ['draft-not-at-signer', 'leader', { ...FACTS, kind: 'draft' }],
  ['draft-not-issued', 'agency-seal', { ...SEAL, kind: 'draft', awaitsSigner: true }],
  ['paper-not-signable', 'leader', { ...FACTS, kind: 'intake-receipt' }],
  ['signer-lacks-role', 'leader', { ...FACTS, seats: ['records-clerk'] }],
  ['signer-lacks-role', 'agency-seal', { ...SEAL, seats: ['signing-leader'] }],
  ['paper-superseded', 'leader', { ...FACTS, supersededAt: '2019-11-18' }],
  ['already-signed', 'leader', { ...FACTS, signatures: ['leader'] }],
  ['already-signed', 'agency-seal', { ...SEAL, signatures: ['leader', 'agency-seal'] }],
  ['leader-signs-first', 'agency-seal', { ...SEAL, signatures: [] }],
  ['no-file-to-sign', 'leader', { ...FACTS, hasFile: false }],
  ['no-signing-credential', 'leader', { ...FACTS, hasCredential: false }],
] as const)('%s refuses %s', (kind, as, facts) => {
  expect(signPaper(as, facts)).toMatchObject({ ok: false, refusal: { kind } });
});
