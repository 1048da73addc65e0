// This machine as a counter: its standing is read at every start, its store is opened by a person and shut with the tab.
import { dateOf, momentToEpoch } from '#core/kernel/moment.ts';
import type { Me } from '#wire/session.wire.ts';
import { tellsLeaving } from '../api/leaving.ts';
import { isLineUp, noteAnswered, noteNoAnswer } from '../api/line.ts';
import { lookForLine } from '../api/look-for-line.ts';
import { apiError, needsLine } from '../api/problem.ts';
import { csrfTokenNow } from '../api/request.ts';
import { businessNow, followClock, onKnown, restoreClock } from '../api/session.ts';
import { registerStandIn } from '../api/stand-in.ts';
import { bagsBegun } from '../offline/bags-begun.ts';
import { HERE } from '../offline/meta-keys.ts';
import { browserCounter } from '../offline/counter/browser-counter.ts';
import type { Granted } from '../offline/acting.ts';
import type { Counter as Core } from '../offline/counter/counter.ts';
import { setClock } from '../offline/counter-clock.ts';
import { grant, renewGrant } from '../offline/counter/enrolment.ts';
import { onceForgotten } from '../offline/counter/once-forgotten.ts';
import type { CounterDb } from '../offline/counter-db.ts';
import type { Stored } from '../offline/store.ts';
import { retainAtStart } from '../offline/counter/retain-at-start.ts';
import { newSalt } from '../offline/wrap.ts';
import { admit, admitPrf, type OpenVault, openByPassphrase, openByPin, openByPrf, prfOf, setDayPin, type Opened as Tried } from '../offline/vault.ts';
import { toast } from '../design/toast.tsx';
import { looseDrawers } from '../kept/drawer-at-hand.ts';
import { adoptSealed, plainAgain, shutDrawer } from '../kept/drawer-state.ts';
import { sealedDrawer, takeIn } from '../offline/sealed-drawer.ts';
import { dropWorker, keepWorker } from '../worker/keep-worker.ts';
import { counterHere, dropCounterHere } from './counter-here.ts';
import { fileIn, fileOut } from './carry.ts';
import { adoptCounter, type Counter, findCounter, type Opened, type Secret } from './counter.ts';
import { askMachineKey, makeMachineKey } from './machine-key.ts';
import { leftBehindHere } from './left-behind.ts';
import { type Engine, standInOf } from './engine.ts';
import { newId } from '../api/new-id.ts';
import { leaveToOffice, listQueue, sendAgain } from './queue-ways.ts';
import { noteStoreHeld } from './store-held.ts';
import { watchStanding } from './watch-standing.ts';
import { askToKeep } from './storage.ts';
import { watchHands, whenIdleOf } from './when-idle.ts';

const today = () => dateOf(businessNow());
const toOpened = (kind: 'open' | 'wrong' | 'not-here', byPin: boolean): Opened => (kind === 'not-here' && byPin ? 'pin-gone' : kind === 'open' ? 'open' : 'wrong');

/** Whatever the store says of a full disk, in whatever wrapping. */
const isFull = (error: unknown): boolean => error instanceof Error && (error.name === 'QuotaExceededError' || isFull((error as { inner?: unknown }).inner));

const FULL = 'Ổ đĩa của máy đã đầy nên việc này chưa ghi được; những gì đã ghi còn nguyên. Xóa bớt tệp khác trên máy rồi bấm lại.';

const isByPin = (secret: Secret): secret is { readonly pin: string } => !('passphrase' in secret) && !('machineKey' in secret);

const tryToOpen = async (db: CounterDb, accountId: string, secret: Secret): Promise<Tried> => {
  if ('passphrase' in secret) return openByPassphrase(db, accountId, secret.passphrase);
  if (!('machineKey' in secret)) return openByPin(db, accountId, secret.pin, today());
  const wrap = await prfOf(db, accountId);
  const output = wrap && (await askMachineKey(wrap.credentialId, wrap.salt));
  return output ? openByPrf(db, accountId, output) : { kind: 'wrong' };
};

const NO_DAY_PIN = 'Chưa đặt được mã PIN cho hôm nay; lần mở lại sau dùng câu mật khẩu.';

const STILL_LOOSE = 'Chưa cất được hết hồ sơ nháp cũ vào kho (ổ đĩa đầy?). Hồ sơ nháp vẫn còn; lần mở kho sau máy cất tiếp.';

/** From the first opening on nothing that is typed here lies open on the disk. */
const sealTyped = async (stored: Stored, world: string): Promise<void> => {
  const sealAll = (): Promise<void> => takeIn(stored, looseDrawers(world)).catch(() => toast(STILL_LOOSE, 'red'));
  await sealAll();
  adoptSealed(sealedDrawer(stored));
  // what was typed meanwhile
  await sealAll();
};

type Here = { readonly core: Core; readonly counter: Counter; readonly opened: (vault: OpenVault) => Promise<void>; readonly lookAtStorage: () => void };

const makeHere = (core: Core): Here => {
  const watched = watchStanding(core);
  let engine: Engine | undefined;
  const shut = (): void => {
    engine?.stop();
    engine = undefined;
    registerStandIn(undefined);
    shutDrawer();
  };
  const close = (): void => {
    shut();
    void core.lock();
  };
  const lookAtStorage = (): void => void askToKeep().then(({ kept }) => watched.noteStorage(kept ? 'kept' : 'may-be-cleared'));
  /** Written again: there is room. */
  const notFull = <T>(done: T): T => {
    if (watched.standing()?.storage === 'full') lookAtStorage();
    return done;
  };
  const stored = () => {
    const at = core.stored();
    if (!at) throw new Error('Kho dữ liệu đang khóa. Mở kho rồi làm lại.');
    return at;
  };
  const opened = async (vault: OpenVault): Promise<void> => {
    engine?.stop();
    await core.open(vault);
    const device = await core.device();
    if (!device) throw new Error('Máy này chưa được đăng ký với quầy.');
    await sealTyped(stored(), core.parts.world);
    engine = standInOf(core, stored(), device);
    const { standIn } = engine;
    const sayFull = (error: unknown): never => {
      if (!isFull(error)) throw error;
      watched.noteStorage('full');
      throw new Error(FULL, { cause: error });
    };
    registerStandIn({ ...standIn, shut: close, act: (asked) => standIn.act(asked).then(notFull, sayFull), keepFile: (file, name) => standIn.keepFile(file, name).then(notFull, sayFull) });
    const granting = isLineUp() ? grant(core).catch(() => undefined) : undefined;
    // only who was never granted here has to wait for it
    if (!(await core.clerk())) await granting;
    void core.sync.poke();
  };
  const granted = async (officer?: { readonly accountId: string; readonly pin: string }): Promise<Granted> => {
    const done = await grant(core, officer);
    if (!done.ok) throw apiError(done.refusal);
    return done.value;
  };
  const counter: Counter = {
    standing: watched.standing,
    subscribe: watched.subscribe,
    openBy: async (accountId, secret) => {
      const byPin = isByPin(secret);
      const tried = await tryToOpen(core.db, accountId, secret);
      if (tried.kind === 'open') {
        // wrapping takes as long as opening did, and nobody waits for it
        if (!byPin && secret.pin !== undefined) void setDayPin(core.db, tried.vault, secret.pin, today()).catch(() => toast(NO_DAY_PIN, 'red'));
        await opened(tried.vault);
      }
      return toOpened(tried.kind, byPin);
    },
    close,
    addKeeper: async (me: Me, passphrase, pin) => {
      const open = core.vault();
      if (!open) throw needsLine();
      await admit(core.db, open, { accountId: me.account.accountId, fullName: me.account.fullName }, passphrase);
      await setDayPin(core.db, { ...open, accountId: me.account.accountId }, pin, today());
      await granted();
    },
    addMachineKey: async ({ account: { accountId, fullName } }) => {
      const open = core.vault();
      if (!open) throw needsLine();
      const salt = newSalt();
      const made = await makeMachineKey(fullName, salt);
      if (made) await admitPrf(core.db, { ...open, accountId }, made.credentialId, salt, made.output);
      return made !== undefined;
    },
    grantOfficer: async (accountId, pin, until) => {
      core.notePresent(await granted({ accountId, pin }), momentToEpoch(until));
    },
    endPresence: core.endPresence,
    syncNow: () => core.sync.poke(),
    queue: () => listQueue(stored()),
    sendAgain: async (commandId) => {
      await sendAgain(core.db, commandId, businessNow());
      await core.sync.poke();
    },
    leaveToOffice: (commandId) => leaveToOffice(core.db, commandId, businessNow()),
    // what puts right is asked for seldom, and not needed to start
    parkedAct: async (commandId) => {
      const { parkedAct } = await import('./parked-act.ts');
      return parkedAct(stored(), commandId);
    },
    correct: async (commandId, owner) => {
      const { correctionOf } = await import('./parked-act.ts');
      return correctionOf(stored(), await core.reference(), commandId, { key: newId(), owner, startedAt: Date.now() });
    },
    bags: bagsBegun(core.db, newId),
    exportFile: (passphrase) => fileOut(stored(), passphrase),
    importFile: async (file, passphrase) => {
      const added = await fileIn(stored(), file, passphrase);
      await core.sync.poke();
      return added;
    },
    draftsLeft: async () => (await import('../offline/counter/leave-desk.ts')).undoneHere(core),
    leave: async () => {
      const { leave } = await import('./leave.ts');
      const said = await leave(core);
      forgetCounter(close);
      toast(said);
    },
  };
  return { core, counter, opened, lookAtStorage };
};

/** What the sync hears of the line counts as well. */
const mindLine = ({ state, sync, touch }: Core): void => {
  for (const kind of ['keydown', 'pointerdown']) addEventListener(kind, touch, { capture: true, passive: true });
  state.subscribe(() => {
    const { line } = state.get();
    if (line === 'online') noteAnswered();
    if (line === 'offline') noteNoAnswer();
  });
  lookForLine(sync.lineBack);
};

/** After each round that went well. */
const mindGrant = (core: Core): void => {
  let before: string | undefined;
  core.state.subscribe(() => {
    const { lastSyncAt, line } = core.state.get();
    if (lastSyncAt === before || line !== 'online') return;
    before = lastSyncAt;
    void renewGrant(core).catch(() => undefined);
  });
};

const LOOK_AT_CLOCK = 10_000;

/** What the server says of the time is kept for the hours without it; in them the screens tell the counter's time. */
const mindClock = async ({ db, businessNow: lookAtClock }: Core): Promise<void> => {
  const follow = async (): Promise<void> => {
    const now = await lookAtClock();
    if (!isLineUp()) followClock(now);
  };
  onKnown(() => void setClock(db, businessNow(), Date.now()));
  // the store may be closed by then
  setInterval(() => void follow().catch(() => undefined), LOOK_AT_CLOCK);
  restoreClock(await lookAtClock());
};

const REVOKED_WORDS = 'Máy này đã bị thu hồi: kho dữ liệu đã xóa, việc đã làm đã gửi đủ. Máy làm việc tiếp như máy thường khi có mạng.';

/** From here on an ordinary machine. */
const forgetCounter = (close: () => void): void => {
  close();
  dropCounterHere();
  adoptCounter(undefined);
  plainAgain();
  void dropWorker();
};

/** Everything printed was told, and this machine is no counter any more: nothing of anybody stays. */
const forgetRevoked = (core: Core, close: () => void): void => {
  // in another tab, where it was said: what is typed here from now on is not for a store that is nobody's
  addEventListener('storage', () => { if (findCounter() && counterHere() === undefined) forgetCounter(close); });
  onceForgotten(core, () => {
    // given back in this tab or another: said there
    if (counterHere() === undefined) return;
    forgetCounter(close);
    toast(REVOKED_WORDS, 'red');
  });
};

let here: Promise<Here> | undefined;
const open = async (world: string): Promise<Here> => {
  const core = browserCounter(world, csrfTokenNow, whenIdleOf(watchHands()));
  core.db.on('blocked', () => noteStoreHeld(true));
  core.db.on('ready', () => noteStoreHeld(false), true);
  await mindClock(core);
  const made = makeHere(core);
  mindLine(core);
  mindGrant(core);
  forgetRevoked(core, made.counter.close);
  return made;
};
/** The store of this machine, whether it is enrolled yet or not. */
export const openStore = (world: string): Promise<Here> => (here ??= open(world));

export const becomeCounter = ({ core, counter, lookAtStorage }: Here): void => {
  adoptCounter(counter);
  tellsLeaving('counter', () => {
    const standing = counter.standing();
    return standing && leftBehindHere(standing);
  });
  void keepWorker();
  lookAtStorage();
  void retainAtStart(core).catch(() => undefined);
};

/** At every start of an enrolled machine. */
export const openCounterHere = async (): Promise<void> => {
  const known = counterHere();
  if (!known) return;
  const store = await openStore(known.world);
  becomeCounter(store);
  const { meta } = store.core.db;
  // enrolled before the store noted it
  if (!(await meta.get(HERE))) await meta.put({ key: HERE, value: known });
};
