// Who is signed in, and where this person may act today.
import type { AccountId, Assignment, DeskId, ProvinceId, Role, UnitId } from '#core/organisation/organisation.ts';

/** An assignment in force today, with the units it reaches: its own and those below. */
export type ActorAssignment = Assignment & { readonly reach: readonly UnitId[] };

export type PresentOfficer = {
  readonly accountId: AccountId;
  readonly fullName: string;
  readonly title: string;
  readonly until: number; // real time, milliseconds
};

export type ActorSession = {
  /** sha-256 of the cookie, as stored. */
  readonly tokenHash: Buffer;
  readonly csrfToken: string;
  readonly expiresAt: number; // real time, milliseconds
  readonly presentOfficer?: PresentOfficer;
};

export type Actor = {
  readonly provinceId: ProvinceId;
  readonly accountId: AccountId;
  readonly login: string;
  readonly fullName: string;
  readonly title: string;
  readonly mustChangePassword: boolean;
  readonly assignments: readonly ActorAssignment[];
  readonly roles: readonly Role[];
  /** The desk where this person stands, if any. */
  readonly deskId?: DeskId;
  /** Every unit that some assignment reaches; use `rolesIn` where the role matters. */
  readonly unitIds: readonly UnitId[];
  readonly session: ActorSession;
};

/** The roles held over this unit: by an assignment to it or to a unit above it. */
export const rolesIn = (actor: Actor, unitId: UnitId): readonly Role[] => [
  ...new Set(actor.assignments.filter((a) => a.reach.includes(unitId)).map((a) => a.role)),
];

export const rolesAtDesk = (actor: Actor, deskId: DeskId): readonly Role[] => [
  ...new Set(actor.assignments.filter((a) => a.deskId === deskId).map((a) => a.role)),
];
