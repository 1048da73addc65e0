// Signs with a key kept by the installation itself: for demonstrations and tests only, see test-certificates.ts.
import { createHash, timingSafeEqual } from 'node:crypto';
import { ok, refuse } from '#core/kernel/result.ts';
import type { HashToSign, SignatureService } from './port.ts';
import { signRsaHash } from './rsa.ts';
import type { TestKey } from './test-certificates.ts';

export type KeptCredential = TestKey & {
  /** Of the authority that issued it. */
  readonly authority: Uint8Array;
  readonly secret?: string;
};

const MOST_WRONG = 5;

const same = (a: string, b: string): boolean => {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
};

export const testAuthorityService = (find: (credentialId: string) => Promise<KeptCredential | undefined>): SignatureService => {
  const wrong = new Map<string, number>();
  const signHash = async ({ credentialId, hash, secret }: HashToSign) => {
    const kept = await find(credentialId);
    if (!kept) return refuse({ kind: 'credential-unknown' as const });
    const failures = wrong.get(credentialId) ?? 0;
    if (failures >= MOST_WRONG) return refuse({ kind: 'secret-locked' as const });
    if (kept.secret !== undefined && !secret) return refuse({ kind: 'secret-missing' as const });
    if (kept.secret !== undefined && !same(kept.secret, secret ?? '')) {
      wrong.set(credentialId, failures + 1);
      return refuse({ kind: 'secret-wrong' as const });
    }
    wrong.delete(credentialId);
    return ok(signRsaHash(kept.privateKey, hash));
  };
  return {
    certificates: async (credentialId) => {
      const kept = await find(credentialId);
      return kept ? ok({ keyKind: 'rsa', chain: [kept.certificate, kept.authority] }) : refuse({ kind: 'credential-unknown' });
    },
    signHash,
  };
};
