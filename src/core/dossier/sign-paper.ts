// A notice, an outcome or its draft is signed on its electronic form by the leader who is competent, then sealed by văn
// thư with the agency's own signature: never twice by the same hand, never the seal first, never a paper that another has
// replaced. A draft is signed while it is before the signer, and sealed when it has been numbered and issued.
// @law NĐ 30/2020/NĐ-CP Đ.13, Đ.18; Luật Giao dịch điện tử 2023 Đ.22
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { Role } from '../organisation/organisation.ts';

export type SignatureRole = 'leader' | 'agency-seal';

export type SignPaperFacts = {
  /** 'outcome' for the agency's own document, 'draft' before it is issued, else the kind of the paper. */
  readonly kind: string;
  readonly supersededAt?: string;
  /** A draft: the step that signs is open and this is what was proposed to it. */
  readonly awaitsSigner?: boolean;
  readonly seats: readonly Role[];
  readonly signatures: readonly SignatureRole[];
  readonly hasFile: boolean;
  readonly hasCredential: boolean;
};

export type SignPaperRefused =
  | { readonly kind: 'paper-not-signable' }
  | { readonly kind: 'paper-superseded' }
  | { readonly kind: 'signer-lacks-role'; readonly needs: Role }
  | { readonly kind: 'already-signed' }
  | { readonly kind: 'leader-signs-first' }
  | { readonly kind: 'draft-not-at-signer' }
  | { readonly kind: 'draft-not-issued' }
  | { readonly kind: 'no-file-to-sign' }
  | { readonly kind: 'no-signing-credential' };

const SIGNABLE: ReadonlySet<string> = new Set([
  'outcome', 'draft', 'supplement-request', 'refusal-notice', 'apology-notice', 'stop-notice', 'residence-guidance', 'residence-refusal',
]);
const NEEDS: Readonly<Record<SignatureRole, Role>> = { leader: 'signing-leader', 'agency-seal': 'records-clerk' };

export const signPaper = (as: SignatureRole, facts: SignPaperFacts): Result<{ readonly signatureNo: number }, SignPaperRefused> => {
  if (!SIGNABLE.has(facts.kind)) return refuse({ kind: 'paper-not-signable' });
  if (!facts.seats.includes(NEEDS[as])) return refuse({ kind: 'signer-lacks-role', needs: NEEDS[as] });
  if (facts.supersededAt !== undefined) return refuse({ kind: 'paper-superseded' });
  if (facts.signatures.includes(as)) return refuse({ kind: 'already-signed' });
  if (facts.kind === 'draft' && as === 'agency-seal') return refuse({ kind: 'draft-not-issued' });
  if (facts.kind === 'draft' && facts.awaitsSigner !== true) return refuse({ kind: 'draft-not-at-signer' });
  if (as === 'agency-seal' && !facts.signatures.includes('leader')) return refuse({ kind: 'leader-signs-first' });
  if (!facts.hasFile) return refuse({ kind: 'no-file-to-sign' });
  if (!facts.hasCredential) return refuse({ kind: 'no-signing-credential' });
  return ok({ signatureNo: facts.signatures.length + 1 });
};
