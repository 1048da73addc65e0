// The phone of whoever is signed in: what it keeps, what waits on it, and who stands in for the server without a line.
import { liveQuery } from 'dexie';
import { dateOf, type Moment, momentFromEpoch, momentToEpoch } from '#core/kernel/moment.ts';
import type { Me } from '#wire/session.wire.ts';
import { counterHere } from '../../alone/counter-here.ts';
import { noteAnswered, noteNoAnswer } from '../../api/line.ts';
import { tellsLeaving } from '../../api/leaving.ts';
import { lookForLine } from '../../api/look-for-line.ts';
import { newId } from '../../api/new-id.ts';
import { csrfTokenNow } from '../../api/request.ts';
import { businessNow, restoreClock } from '../../api/session.ts';
import { registerStandIn } from '../../api/stand-in.ts';
import { askToPersist } from '../../offline/counter/ask-to-persist.ts';
import { type RoundEnd, type Sync, browserTimer, startSync, webLock } from '../../offline/sync/turns.ts';
import { type Transport, fetchTransport } from '../../offline/transport.ts';
import { keepWorker } from '../../worker/keep-worker.ts';
import { leftOnPhone } from './left-behind.ts';
import { dropPhoneHere, keepPhoneHere, phoneHere } from './phone-here.ts';
import { openPhoneDb, type PhoneDb } from './phone-db.ts';
import { type ActAsked, giveUpAct, queuePhoneAct, sendActAgain, sendPhoneActs } from './phone-queue.ts';
import { findKept, forgetDone, forgetOtherDays, keep, leave, openActs, openStore, type OpenAct, ownActs, type PhoneStore } from './phone-store.ts';

export type PhoneState = { readonly acts: readonly OpenAct[]; readonly sending: boolean; readonly signInNeeded: boolean };

export type Phone = {
  readonly store: PhoneStore;
  readonly state: () => PhoneState;
  readonly subscribe: (listener: () => void) => () => void;
  /** On the disk when this resolves; sent as soon as it can be. */
  readonly act: (asked: Omit<ActAsked, 'commandId' | 'madeAt'> & { readonly commandId?: string }) => Promise<void>;
  readonly sendNow: () => Promise<void>;
  readonly lineBack: () => void;
  readonly sendAgain: (commandId: string) => Promise<void>;
  readonly giveUp: (commandId: string) => Promise<void>;
  /** What the server said under this name, for when it says nothing; `spokenOf`: the acts that were done when it was asked. */
  readonly keepAnswer: (path: string, answer: unknown, spokenOf: readonly number[]) => Promise<void>;
};

const ME = '/api/me';
const CLOCK = 'clock';
type Clock = { readonly said: Moment; readonly machine: number };

const heard = (transport: Transport): Transport => async (sent) => {
  const reply = await transport(sent);
  (reply ? noteAnswered : noteNoAnswer)();
  return reply;
};

const makePhone = (store: PhoneStore, world: string): { readonly phone: Phone; readonly stop: () => void } => {
  let state: PhoneState = { acts: [], sending: false, signInNeeded: false };
  const listeners = new Set<() => void>();
  const become = (change: Partial<PhoneState>): void => {
    state = { ...state, ...change };
    for (const tell of listeners) tell();
  };
  const line = { transport: heard(fetchTransport(csrfTokenNow)), newId, machineNow: Date.now };
  const told = (end: RoundEnd | { readonly kind: string }): void => become({ sending: end.kind === 'running', signInNeeded: end.kind === 'sign-in' });
  const sync: Sync = startSync<PhoneStore>({
    // started without a line, the session is not known yet: whoever says it sends
    round: async () => (csrfTokenNow() === '' ? undefined : store), once: (own) => sendPhoneActs(own, line), oneTab: webLock(`phone-${world}`), timer: browserTimer, random: Math.random, steadyNow: () => performance.now(), told,
  });
  let reads = 0;
  /** The newest reading alone is shown: opening an older one may take longer. */
  const watched = liveQuery(() => ownActs(store)).subscribe((rows) => {
    reads += 1;
    const read = reads;
    void openActs(store, rows).then((acts) => { if (read === reads) become({ acts }); });
  });
  const thenSend = async (work: Promise<unknown>): Promise<void> => {
    await work;
    void sync.acted();
  };
  return {
    stop: () => {
      watched.unsubscribe();
      sync.stop();
    },
    phone: {
      store,
      state: () => state,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => { listeners.delete(listener); };
      },
      act: ({ commandId = newId(), ...asked }) => thenSend(queuePhoneAct(store, { ...asked, commandId, madeAt: businessNow() })),
      sendNow: sync.poke,
      lineBack: sync.lineBack,
      sendAgain: (commandId) => thenSend(sendActAgain(store, commandId)),
      giveUp: (commandId) => giveUpAct(store, commandId),
      keepAnswer: async (path, answer, spokenOf) => {
        await keep(store, path, dateOf(businessNow()), answer);
        await forgetDone(store, spokenOf);
      },
    },
  };
};

let looking = false;
const lookOnce = (): void => {
  if (!looking) tellsLeaving('phone', () => opened && leftOnPhone(opened.phone.state().acts.map(({ row }) => row)));
  if (!looking) lookForLine(() => opened?.phone.lineBack());
  looking = true;
};

let opened: { readonly accountId: string; readonly phone: Phone; readonly stop: () => void } | undefined;
const openings = new Set<() => void>();
export const phoneNow = (): Phone | undefined => opened?.phone;
export const subscribePhone = (listener: () => void): (() => void) => {
  openings.add(listener);
  return () => { openings.delete(listener); };
};
const become = (now: typeof opened): void => {
  opened?.stop();
  opened = now;
  for (const tell of openings) tell();
};

const shut = (): void => {
  const store = opened?.phone.store;
  become(undefined);
  dropPhoneHere();
  registerStandIn(undefined);
  if (store) void leave(store);
};

const standIn = (store: PhoneStore): void => registerStandIn({
  ask: async (path) => (path === ME ? restoredMe(store) : findKept(store, path)),
  askBlob: async () => undefined, act: async () => undefined, notePrint: async () => undefined, keepFile: async () => undefined,
  mustWait: () => false, shut, device: '',
});

const restoredMe = async (store: PhoneStore): Promise<unknown> => {
  const me = (await findKept(store, ME)) as Me | undefined;
  return me && { ...me, businessNow: businessNow() };
};

const databases = new Map<string, PhoneDb>();
const databaseOf = (world: string): PhoneDb => {
  const db = databases.get(world) ?? openPhoneDb(world);
  databases.set(world, db);
  return db;
};

const open = async (world: string, accountId: string): Promise<Phone> => {
  if (opened?.accountId === accountId) return opened.phone;
  const store = await openStore(databaseOf(world), accountId);
  become({ accountId, ...makePhone(store, world) });
  // a desk's machine has its own store, and its own answers
  if (!counterHere()) standIn(store);
  lookOnce();
  void opened?.phone.sendNow();
  return opened?.phone ?? Promise.reject(new Error('Chưa mở được kho dữ liệu của máy này.'));
};

/** A courier signed in, and the server said who she is. */
export const openPhone = async (me: Me): Promise<void> => {
  const { world: { name: world }, account: { accountId } } = me;
  const { store } = await open(world, accountId);
  const now = businessNow();
  await forgetOtherDays(store, dateOf(now));
  // without a session of the server this is what was kept already
  if (me.csrfToken !== '') {
    await keep(store, ME, dateOf(now), me);
    await keep(store, CLOCK, dateOf(now), { said: now, machine: Date.now() } satisfies Clock);
  }
  if (counterHere()) return;
  keepPhoneHere({ world, accountId });
  void keepWorker('screens');
  void askToPersist();
};

/** At every start of a phone with a round on it: before anything is asked of the server. */
export const openPhoneHere = async (): Promise<void> => {
  const here = phoneHere();
  if (!here || counterHere()) return;
  const { store } = await open(here.world, here.accountId);
  const clock = (await findKept(store, CLOCK)) as Clock | undefined;
  if (clock) restoreClock(momentFromEpoch(momentToEpoch(clock.said) + Date.now() - clock.machine));
};
