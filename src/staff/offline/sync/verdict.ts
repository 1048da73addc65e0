// What an answer means for the queue. Only a true refusal parks; whatever may be otherwise in a minute waits.
import { z } from 'zod';
import { type FieldError, problemSchema } from '#wire/problem.wire.ts';
import type { Reply } from '../transport.ts';

export type Verdict =
  | { readonly kind: 'done'; readonly body: unknown }
  /** No answer at all, or the server asks for time: the rest of the queue would fare no better. */
  | { readonly kind: 'wait'; readonly seconds?: number }
  /** A fault with this one: the others go on. */
  | { readonly kind: 'fault' }
  | { readonly kind: 'sign-in' }
  /** Nobody of the device's desk is signed in. */
  | { readonly kind: 'other-desk' }
  | { readonly kind: 'revoked' }
  | { readonly kind: 'scans'; readonly scans: readonly string[] }
  | { readonly kind: 'refused'; readonly code: string; readonly text: string; readonly atOffice: boolean; readonly fieldErrors?: readonly FieldError[] };

const WAITS = new Set([408, 425, 429, 502, 503, 504]);
const SIGN_IN = new Set(['csrf', 'must-change-password']);
export const TOO_LARGE = 'too-large';
const TOO_LARGE_TEXT = 'Nội dung gửi lên vượt quá dung lượng cho phép.';
const scansRefusal = z.object({ kind: z.literal('scans-missing'), scans: z.array(z.string()) });
const caseRefusal = z.looseObject({ caseId: z.string() });

export const verdictOf = (reply: Reply | undefined): Verdict => {
  if (!reply) return { kind: 'wait' };
  const { status, body, headers } = reply;
  if (status < 300) return { kind: 'done', body };
  if (status === 401) return { kind: 'sign-in' };
  if (WAITS.has(status)) {
    const seconds = Number(headers['retry-after']);
    return { kind: 'wait', ...(seconds > 0 ? { seconds } : {}) };
  }
  if (status >= 500) return { kind: 'fault' };
  const said = problemSchema.safeParse(body);
  // whoever stands before our server has a limit too: it would never pass
  if (status === 413 && !said.success) return { kind: 'refused', code: TOO_LARGE, text: TOO_LARGE_TEXT, atOffice: false };
  // whoever answered was not our server
  if (!said.success) return { kind: 'wait' };
  const { code, detail, refusal, fieldErrors } = said.data;
  // whole at the office, for a person to judge: this machine need not tell it again
  if (caseRefusal.safeParse(refusal).success) return { kind: 'refused', code, text: detail, atOffice: true, ...(fieldErrors ? { fieldErrors } : {}) };
  if (SIGN_IN.has(code)) return { kind: 'sign-in' };
  if (code === 'device-unknown') return { kind: 'other-desk' };
  if (code === 'device-revoked') return { kind: 'revoked' };
  const missing = scansRefusal.safeParse(refusal);
  if (missing.success) return { kind: 'scans', scans: missing.data.scans };
  return { kind: 'refused', code, text: detail, atOffice: false };
};
