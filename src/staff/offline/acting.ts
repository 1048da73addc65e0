// Who acts at the counter and beside it, and with what: made anew for each act.
import type { DeskActor } from '#core/dossier/desk-hands.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { AccountId, Role } from '#core/organisation/organisation.ts';
import type { PersonAtDesk, StandingActor } from '#documents/slips/standing-actor.ts';
import type { OfflineCommand } from '#wire/offline.wire.ts';
import type { Prove } from './bytes.ts';
import type { Reference } from './reference.ts';
import type { DeviceKey, Stored } from './store.ts';

/** A person and how she proves her acts: what she proves with is used here, and can be read out by nobody. */
export type Granted = {
  readonly grantId: string;
  readonly accountId: AccountId;
  readonly fullName: string;
  readonly title: string;
  readonly roles: readonly Role[];
  readonly prove: Prove;
  readonly validUntil: Moment;
};

/** The machine's own clock and chance, so that a test has its own. */
export type Ports = {
  /** Milliseconds of the machine's clock. */
  readonly machineNow: () => number;
  /** Milliseconds that only ever pass, whatever the machine's clock is set to; they may stand still while it sleeps. */
  readonly steadyNow: () => number;
  readonly newId: () => string;
  readonly random: () => number;
};

export type Acting = {
  readonly stored: Stored;
  readonly ports: Ports;
  readonly device: DeviceKey;
  readonly reference: Reference;
  readonly now: Moment;
  readonly clerk: Granted;
  /** Who confirmed this act beside her. */
  readonly officer?: Granted;
  readonly confirmation: DeskActor['confirmation'];
  /** Of a refused act that is put right: its own time is `now`, its numbers are taken again, its paper replaced where it differs. */
  readonly correcting?: Correcting;
};

export type Correcting = {
  readonly commandId: string;
  readonly at: Moment;
  readonly numbers: OfflineCommand['leased'];
  readonly paperId?: string;
  /** Printed first, and by now wrong. */
  readonly supersedes?: NonNullable<NonNullable<OfflineCommand['printed']>['supersedes']>;
};

export const personOf = ({ accountId, fullName, title }: Granted): PersonAtDesk => ({ accountId, fullName, title });

export const actorOf = ({ clerk, officer, confirmation }: Acting): StandingActor => ({
  ...personOf(clerk), roles: clerk.roles, confirmation, ...(officer ? { officer: personOf(officer) } : {}),
});
