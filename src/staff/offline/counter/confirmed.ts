// Who confirms an act beside the clerk, and what that opens: a PIN proves her, and where the desk lets one key confirm while
// she is there she stays; afterwards each act still carries her own proof.
import { type Result, ok, refuse } from '#core/kernel/result.ts';
import type { Desk } from '#core/organisation/organisation.ts';
import type { Confirmation } from '#wire/dossier-parts.wire.ts';
import type { Problem } from '#wire/problem.wire.ts';
import type { PresentOfficerView } from '#wire/session.wire.ts';
import type { Acting } from '../acting.ts';
import { counterProblem, deskProblem } from '../counter-refusals.ts';
import { openOfficer } from '../grants.ts';
import type { Stored } from '../store.ts';
import { type Presence, presenceView } from './presence.ts';

export type Confirmed = Pick<Acting, 'confirmation' | 'officer'>;

export const confirmedBy = async (
  presence: Presence, stored: Stored, given: Confirmation | undefined, how: Desk['officerConfirmation'],
): Promise<Result<Confirmed, Problem>> => {
  if (!given) return ok({ confirmation: { kind: 'none' } });
  if (given.by === 'present-officer') {
    const officer = presence.now()?.officer;
    return ok(officer ? { confirmation: { kind: 'present', officer }, officer } : { confirmation: { kind: 'nobody-present' } });
  }
  const verified = await openOfficer(stored, given.accountId, given.pin);
  switch (verified.kind) {
    case 'verified':
      if (how === 'key-while-present') presence.open(verified.officer);
      return ok({ confirmation: { kind: 'pin', officer: verified.officer }, officer: verified.officer });
    case 'wrong': return ok({ confirmation: { kind: 'pin-wrong' } });
    case 'locked': return ok({ confirmation: { kind: 'pin-locked' } });
    case 'not-granted': return refuse(counterProblem({ kind: 'officer-not-granted' }));
  }
};

/** Before any act, as the server opens it. */
export const openBeside = async (
  presence: Presence, stored: Stored, { accountId, pin }: { readonly accountId: string; readonly pin: string },
): Promise<Result<PresentOfficerView, Problem>> => {
  const verified = await openOfficer(stored, accountId, pin);
  switch (verified.kind) {
    case 'verified': return ok(presenceView(presence.open(verified.officer)));
    case 'wrong': {
      const problem = deskProblem({ kind: 'pin-wrong' });
      return refuse({ ...problem, fieldErrors: [{ path: 'pin', message: problem.detail }] });
    }
    case 'locked': return refuse(deskProblem({ kind: 'pin-locked' }));
    case 'not-granted': return refuse(counterProblem({ kind: 'officer-not-granted' }));
  }
};
