// The counter as the screens see it: one standing that everything reads, and the acts a person can do to it.
import { useSyncExternalStore } from 'react';
import type { Moment } from '#core/kernel/moment.ts';
import type { OfflineAct } from '#core/offline/offline-act.ts';
import type { ReceiveDraft } from '../counter/receive-dossier/draft.ts';
import type { BagsBegun } from '../offline/bags-begun.ts';
import type { Me, PresentOfficerView } from '#wire/session.wire.ts';
import type { ParkedAct } from './parked-act.ts';

/** Whoever may open the store of this machine. */
export type Keeper = { readonly accountId: string; readonly fullName: string; readonly byPin: boolean; readonly byPrf: boolean };

export type CounterStanding = {
  /** Resting: opened this morning, a PIN opens it again. */
  readonly vault: 'closed' | 'resting' | 'open';
  readonly keepers: readonly Keeper[];
  /** Acts that the server does not have yet. */
  readonly waiting: number;
  readonly sending: boolean;
  readonly oldest?: Moment;
  /** Acts that wait for a person. */
  readonly parked: number;
  readonly lastSync?: Moment;
  readonly numbersLeft: number;
  /** In milliseconds, where the machine's clock jumped: above zero ahead, below back. */
  readonly clockUnsure: number;
  /** Why nothing is received here without a line. */
  readonly stopped?: 'not-filled' | 'silent-too-long' | 'no-numbers' | 'revoked' | 'newer-release';
  readonly signInNeeded: boolean;
  readonly storage: 'kept' | 'may-be-cleared' | 'full';
  /** Officers whose PIN opens their word at this machine. */
  readonly granted: readonly string[];
  /** Beside the clerk as this tab knows it: her key confirms what is done here. */
  readonly present?: PresentOfficerView;
};

export type QueueState = 'queued' | 'sending' | 'waiting-for-file' | 'refused' | 'done';
export type QueueRow = {
  readonly commandId: string;
  readonly act: OfflineAct;
  readonly state: QueueState;
  readonly madeAt: Moment;
  readonly code?: string;
  /** Whose it is; of several dossiers, how many. */
  readonly who?: string;
  readonly dossierCount: number;
  readonly dossierId?: string;
  /** Why it is parked, in the server's words. */
  readonly reason?: string;
  /** The office has it and will look at it. */
  readonly atOffice: boolean;
  /** The office has it whole: this machine need not hold it any longer. */
  readonly mayLeave: boolean;
  /** It could not be believed: whether it stands is a person's word, and it is not done anew here meanwhile. */
  readonly isDoubted: boolean;
  /** The law refuses it as it is: put right here, it keeps its time, its numbers and its paper. */
  readonly mayCorrect: boolean;
};

export type Opened = 'open' | 'wrong' | 'pin-gone';
/** What a person opens the store with; a PIN beside it re-opens the day. */
export type Secret =
  | { readonly passphrase: string; readonly pin?: string }
  | { readonly machineKey: true; readonly pin?: string }
  | { readonly pin: string };
export type Enrolment = { readonly code: string; readonly description: string; readonly passphrase: string; readonly pin: string; readonly machineKey: boolean };

export type Counter = {
  readonly standing: () => CounterStanding | undefined;
  readonly subscribe: (listener: () => void) => () => void;
  readonly openBy: (accountId: string, secret: Secret) => Promise<Opened>;
  readonly close: () => void;
  /** A second person of the desk may open what is open already. */
  readonly addKeeper: (me: Me, passphrase: string, pin: string) => Promise<void>;
  /** The machine's own key opens for this person too; false: she did not, or it cannot. */
  readonly addMachineKey: (me: Me) => Promise<boolean>;
  /** The server has just seen her PIN: from now on she confirms here too, and is present until it ends there. */
  readonly grantOfficer: (accountId: string, pin: string, until: Moment) => Promise<void>;
  readonly endPresence: () => void;
  readonly syncNow: () => Promise<void>;
  readonly queue: () => Promise<readonly QueueRow[]>;
  readonly sendAgain: (commandId: string) => Promise<void>;
  readonly leaveToOffice: (commandId: string) => Promise<void>;
  /** As a draft that is worked on next; undefined: it no longer waits. */
  readonly parkedAct: (commandId: string) => Promise<ParkedAct | undefined>;
  readonly correct: (commandId: string, owner: string) => Promise<ReceiveDraft | undefined>;
  /** Bags that are filled at this machine. */
  readonly bags: BagsBegun;
  readonly exportFile: (passphrase: string) => Promise<Blob>;
  readonly importFile: (file: Blob, passphrase: string) => Promise<number>;
  /** Drafts, lists and bags being filled that would go with the machine. */
  readonly draftsLeft: () => Promise<number>;
  /** The machine is a counter no more. */
  readonly leave: () => Promise<void>;
};

let counter: Counter | undefined;
let unsubscribe = (): void => undefined;
const listeners = new Set<() => void>();
const tellAll = (): void => { for (const tell of listeners) tell(); };

export const adoptCounter = (opened: Counter | undefined): void => {
  unsubscribe();
  counter = opened;
  unsubscribe = opened?.subscribe(tellAll) ?? (() => undefined);
  tellAll();
};
export const findCounter = (): Counter | undefined => counter;
export const openedCounter = (): Counter => {
  if (!counter) throw new Error('Máy này chưa được đăng ký để làm việc khi mất mạng.');
  return counter;
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
};
/** Undefined: this machine is no counter, or it is still being opened. */
export const useStanding = (): CounterStanding | undefined => useSyncExternalStore(subscribe, () => counter?.standing());
