import { dateOf, momentFromEpoch } from '#core/kernel/moment.ts';
import type { Me, PresentOfficerView } from '#wire/session.wire.ts';
import type { Actor, PresentOfficer } from '../http/actor.ts';
import type { Deps } from '../http/route.ts';
import { findDeskOfPerson, findUnitNames } from './me.sql.ts';
import { currentOfficer } from './officer.ts';
import { findPinHash } from './own-pin.sql.ts';

export const presenceView = (present: PresentOfficer): PresentOfficerView => ({
  accountId: present.accountId,
  fullName: present.fullName,
  title: present.title,
  until: momentFromEpoch(present.until),
});

export const describeMe = async (deps: Deps, actor: Actor): Promise<Me> => {
  const businessNow = deps.clock.businessNow();
  const [names, desk, pin] = await Promise.all([
    findUnitNames(deps.pool, actor.provinceId, actor.assignments.map((a) => a.unitId)),
    actor.deskId ? findDeskOfPerson(deps.pool, actor.provinceId, actor.deskId, dateOf(businessNow)) : undefined,
    findPinHash(deps.pool, actor.provinceId, actor.accountId),
  ]);
  const present = currentOfficer(actor, deps.realNow);
  return {
    account: { accountId: actor.accountId, login: actor.login, fullName: actor.fullName, title: actor.title },
    roles: [...actor.roles],
    assignments: actor.assignments.map((assignment) => ({ ...assignment, unitName: names.get(assignment.unitId) ?? assignment.unitId })),
    desk: desk ?? null,
    world: deps.world,
    businessNow,
    csrfToken: actor.session.csrfToken,
    mustChangePassword: actor.mustChangePassword,
    hasPin: pin !== undefined && pin !== null,
    presentOfficer: present ? presenceView(present) : null,
  };
};
