import { expect, it } from 'vitest';
import type { SignableView } from '#wire/signatures.wire.ts';
import { dueSignature } from './due-signature.ts';

const paper = (kind: string, as?: 'leader' | 'agency-seal'): SignableView =>
  ({ path: `/${kind}`, kind, title: kind, signatures: [], ...(as && { mine: { as, service: 'pkcs11' } }) });

it('the seal that waits comes first, then the notice that the leader decided', () => {
  expect(dueSignature([paper('refusal-notice', 'leader'), paper('outcome', 'agency-seal')])?.path).toBe('/outcome');
  expect(dueSignature([paper('supplement-request', 'leader'), paper('refusal-notice', 'leader')])?.path).toBe('/refusal-notice');
});

it('a draft is signed with its approval, a scan of a stamped outcome and an officer\'s request wait for nobody', () => {
  expect(dueSignature([paper('draft', 'leader'), paper('outcome', 'leader'), paper('supplement-request', 'leader'), paper('refusal-notice')])).toBeUndefined();
});
