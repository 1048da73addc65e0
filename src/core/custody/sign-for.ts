// Whoever takes a hand-over signs for it: with the button of their own account, with their personal PIN, drawn on the
// screen, or on paper and scanned. Whoever gave it signs for the other side only.
// @law QĐ 45/2016/QĐ-TTg Đ.7.3, Đ.9.2
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { AccountId } from '../organisation/organisation.ts';

export const SIGNED_BY = ['button', 'pin', 'drawn', 'paper'] as const;
export type SignedBy = (typeof SIGNED_BY)[number];

export type SignedFor =
  | { readonly by: 'button' }
  | { readonly by: 'pin'; readonly pin: 'right' | 'wrong' | 'locked' }
  /** `isKnown`: the signer sent it here. */
  | { readonly by: 'drawn' | 'paper'; readonly file: string; readonly isKnown: boolean };

export type SignRefused =
  | { readonly kind: 'own-pin-wrong' }
  | { readonly kind: 'own-pin-locked' }
  | { readonly kind: 'signature-not-here' }
  | { readonly kind: 'signed-as-giver'; readonly codes: readonly string[] };

/** `given`: what is signed for, with whoever pressed the button and whoever signed on the giving side. */
export const maySignFor = (
  signed: SignedFor, by: AccountId, given: readonly { readonly code: string; readonly givenBy: readonly AccountId[] }[],
): Result<true, SignRefused> => {
  const own = given.filter(({ givenBy }) => givenBy.includes(by)).map(({ code }) => code);
  if (own.length > 0) return refuse({ kind: 'signed-as-giver', codes: own });
  if (signed.by === 'pin' && signed.pin !== 'right') return refuse({ kind: signed.pin === 'locked' ? 'own-pin-locked' : 'own-pin-wrong' });
  return 'file' in signed && !signed.isKnown ? refuse({ kind: 'signature-not-here' }) : ok(true);
};
