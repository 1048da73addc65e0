// Who is signed in, and with which assignments today. What a unit's tree adds is asked in the queries themselves.
import type { AccountId, Assignment, DeskId, ProvinceId, Role } from '#core/organisation/organisation.ts';

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
  /** Those in force today, by business time. */
  readonly assignments: readonly Assignment[];
  readonly roles: readonly Role[];
  /** The desk where this person stands, if any. */
  readonly deskId?: DeskId;
  readonly session: ActorSession;
};

export const rolesAtDesk = (actor: Actor, deskId: DeskId): readonly Role[] => [
  ...new Set(actor.assignments.filter((a) => a.deskId === deskId).map((a) => a.role)),
];
