// Only whoever the dossier belongs to may take it back: the applicant, the owner, or someone with an authorisation.
// @law NĐ 61/2018/NĐ-CP Đ.19; BLDS 91/2015/QH13 Đ.138, Đ.562
import type { Parties } from '../people/person.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';

export type WithdrawalRequest = {
  /** Signed before the officer, in a letter, or in an electronic filing. */
  readonly how: 'in-person' | 'letter' | 'online';
  readonly asker:
    | { readonly kind: 'applicant' | 'owner' }
    | { readonly kind: 'authorised'; readonly fullName: string; readonly authorisation: string };
};

export type RequestRefused = { readonly kind: 'no-owner-named' };

/** Who asked, by name. */
export const askerOf = ({ asker }: WithdrawalRequest, parties: Parties): Result<string, RequestRefused> => {
  switch (asker.kind) {
    case 'applicant': return ok(parties.applicant.fullName);
    case 'owner': return parties.owner ? ok(parties.owner.fullName) : refuse({ kind: 'no-owner-named' });
    case 'authorised': return ok(asker.fullName);
  }
};
