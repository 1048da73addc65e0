// Who sits here, as the server said last.
import { inForce, isInForce } from '#core/kernel/in-force.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import { unitOf } from '#documents/slips/desk-place.ts';
import type { Me } from '#wire/session.wire.ts';
import type { Granted } from '../acting.ts';
import { type Present, presenceView } from '../counter/presence.ts';
import type { Reference } from '../reference.ts';

export const meAt = ({ place, desk, staff }: Reference, clerk: Granted, now: Moment, granted: ReadonlySet<string>, present: Present | undefined): Me => {
  const today = dateOf(now);
  const known = staff.people.find((person) => person.accountId === clerk.accountId);
  const own = place.desk;
  const isOfficerHere = (person: (typeof staff.people)[number]): boolean =>
    inForce(person.assignments.filter((one) => one.role === 'commune-officer' && one.deskId === own.deskId), today) !== undefined;
  return {
    account: { accountId: clerk.accountId, login: known?.login ?? '', fullName: clerk.fullName, title: clerk.title },
    roles: [...clerk.roles], assignments: (known?.assignments ?? []).filter((one) => isInForce(one, today)),
    desk: {
      deskId: own.deskId, name: own.name, shortName: own.shortName, address: own.address, phone: own.phone, postOfficeUnitId: own.postOfficeUnitId,
      communeUnitId: own.communeUnitId, communeName: unitOf(place, own.communeUnitId).name, receivingUnitId: own.receivingUnitId, siteId: own.siteId,
      officerConfirmation: own.officerConfirmation, ...(own.supportReturn ? { supportReturn: own.supportReturn } : {}),
      // without a line only an officer who was granted here can confirm
      officers: staff.people.filter((person) => isOfficerHere(person) && granted.has(person.accountId))
        .map(({ accountId, fullName, title }) => ({ accountId, fullName, title })),
    },
    world: desk.world, businessNow: now, csrfToken: '', mustChangePassword: false,
    presentOfficer: present ? presenceView(present) : null,
  };
};
