// Who stands at this desk: roles there, and the officer who confirms beside the clerk.
import type { DeskActor } from '#core/dossier/desk-hands.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import type { PersonAtDesk, StandingActor } from '#documents/slips/standing-actor.ts';
import type { Confirmation } from '#wire/dossier-parts.wire.ts';
import { type Actor, rolesAtDesk } from '../../http/actor.ts';
import type { Deps } from '../../http/route.ts';
import { currentOfficer, verifyPin } from '../../session/officer.ts';

const confirmationOf = async (
  deps: Deps, actor: Actor, deskId: DeskId, given: Confirmation | undefined,
): Promise<{ readonly confirmation: DeskActor['confirmation']; readonly officer?: PersonAtDesk }> => {
  if (!given) return { confirmation: { kind: 'none' } };
  if (given.by === 'present-officer') {
    const present = actor.deskId === deskId ? currentOfficer(actor, deps.realNow) : undefined;
    if (!present) return { confirmation: { kind: 'nobody-present' } };
    const { until: _until, ...officer } = present;
    return { confirmation: { kind: 'present', officer }, officer };
  }
  const verified = await verifyPin(deps, actor.accountId, deskId, { accountId: given.accountId }, given.pin);
  if (verified.kind === 'wrong') return { confirmation: { kind: 'pin-wrong' } };
  if (verified.kind === 'locked') return { confirmation: { kind: 'pin-locked' } };
  return { confirmation: { kind: 'pin', officer: verified.officer }, officer: verified.officer };
};

/** Undefined: this person has nothing to do with that desk, so the desk is not there. */
export const standAtDesk = async (
  deps: Deps, actor: Actor, deskId: DeskId, given?: Confirmation,
): Promise<StandingActor | undefined> => {
  const roles = rolesAtDesk(actor, deskId);
  if (roles.length === 0) return undefined;
  const confirmed = await confirmationOf(deps, actor, deskId, given);
  return { accountId: actor.accountId, fullName: actor.fullName, title: actor.title, roles, ...confirmed };
};
