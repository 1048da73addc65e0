// How a hand-over is signed for. The PIN goes no further than the check: neither into the fingerprint nor into the journal.
import { z } from 'zod';
import type { SignedBy } from '#core/custody/sign-for.ts';
import { sha256 } from './fields.ts';

export const signatureGiven = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('button') }),
  z.strictObject({ by: z.literal('pin'), pin: z.string().regex(/^\d{6,12}$/, 'Mã PIN gồm 6 chữ số.') }),
  z.strictObject({ by: z.enum(['drawn', 'paper']), file: sha256 }),
]);
export type SignatureGiven = z.output<typeof signatureGiven>;

export const SIGNED_WORDS: Readonly<Record<SignedBy, string>> = { button: 'bằng tài khoản', pin: 'bằng mã PIN cá nhân', drawn: 'trên màn hình', paper: 'trên giấy' };
