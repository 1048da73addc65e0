// The counter of one world on this machine: its store, its vault, who sits here, and what it answers by itself.
import type { Moment } from '#core/kernel/moment.ts';
import type { Confirmation } from '#wire/dossier-parts.wire.ts';
import type { Problem } from '#wire/problem.wire.ts';
import type { Result } from '#core/kernel/result.ts';
import type { PresentOfficerView } from '#wire/session.wire.ts';
import type { Granted, Ports } from '../acting.ts';
import { confirmedBy, openBeside } from './confirmed.ts';
import { makePresence, type OtherTabs, type Present, presenceView } from './presence.ts';
import { openClock } from '../counter-clock.ts';
import { type CounterDb, openCounterDb } from '../counter-db.ts';
import { counterProblem } from '../counter-refusals.ts';
import { findGrant } from '../grants.ts';
import { numbersLeft } from '../lease-hand.ts';
import { DEVICE, ETAG, LAST_SYNC } from '../meta-keys.ts';
import type { Outcome } from '../queue-act.ts';
import { queueFor } from './queue-acts.ts';
import { type Reference, openReference } from '../reference.ts';
import { type Told, makeState } from '../state.ts';
import { type DeviceKey, type Stored, findSecret, waitingIn } from '../store.ts';
import type { Round } from '../sync/round.ts';
import { syncOnce } from '../sync/sync.ts';
import { type RoundEnd, type Sync, type SyncParts, startSync } from '../sync/turns.ts';
import type { Transport } from '../transport.ts';
import type { OpenVault } from '../vault.ts';

export type CounterParts = {
  readonly world: string;
  readonly ports: Ports;
  readonly transport: Transport;
  readonly whenIdle: () => Promise<void>;
  readonly otherTabs?: OtherTabs;
} & Pick<SyncParts<Round>, 'oneTab' | 'timer'>;

export type Counter = {
  readonly parts: CounterParts;
  readonly db: CounterDb;
  readonly state: Told;
  readonly sync: Sync;
  readonly businessNow: () => Promise<Moment>;
  readonly open: (vault: OpenVault) => Promise<void>;
  readonly lock: () => Promise<void>;
  readonly stored: () => Stored | undefined;
  readonly vault: () => OpenVault | undefined;
  readonly reference: () => Promise<Reference | undefined>;
  readonly clerk: () => Promise<Granted | undefined>;
  readonly present: () => Present | undefined;
  /** The officer beside the clerk, by her PIN at this machine. */
  readonly openPresence: (asked: { readonly accountId: string; readonly pin: string }) => Promise<Result<PresentOfficerView, Problem> | undefined>;
  /** The server has just seen her PIN. */
  readonly notePresent: (officer: Granted, until: number) => void;
  readonly endPresence: () => void;
  /** Somebody is at the machine. */
  readonly touch: () => void;
  /** What a screen would have sent to the server, done here. */
  readonly act: (asked: { readonly path: string; readonly body: unknown; readonly key: string; readonly afterUnsettled?: boolean; readonly corrects?: string }) => Promise<Outcome>;
  readonly device: () => Promise<DeviceKey | undefined>;
  readonly refresh: () => Promise<void>;
  readonly close: () => void;
};

const SYNC_STATES: Readonly<Record<RoundEnd['kind'], Parameters<Told['set']>[0]>> = {
  'up-to-date': { sync: 'resting', line: 'online' }, 'some-wait': { sync: 'waiting', line: 'online' }, wait: { sync: 'waiting', line: 'offline' },
  broken: { sync: 'waiting' }, 'sign-in': { sync: 'sign-in-needed', line: 'online' }, 'other-desk': { sync: 'other-desk', line: 'online' }, revoked: { sync: 'revoked', line: 'online' },
};

export const openCounter = (parts: CounterParts): Counter => {
  const { ports } = parts;
  const db = openCounterDb(parts.world);
  const state = makeState();
  let vault: OpenVault | undefined;
  let reference: Promise<Reference | undefined> | undefined;
  let readFrom: string | undefined;

  let closed = false;
  /** What still runs when the tab closes finds its store closed; that is no fault. */
  const quietly = (work: Promise<void>): void => void work.catch((error: unknown) => {
    if (!closed) throw error;
  });

  // whoever waits for this tab to let go of the store waits for nothing: it is closed at once, and opened as it is then for what
  // is typed alone; a row written in the old form now would be none that the newer release knows
  db.on('versionchange', ({ newVersion }: IDBVersionChangeEvent) => {
    if (newVersion === null) return;
    sync.stop();
    state.set({ outgrown: true });
  });

  const presence = makePresence(ports, parts.otherTabs, (present) => state.set({ present: present && presenceView(present) }));
  const stored = (): Stored | undefined => vault && { db, key: vault.key };
  const businessNow = openClock(db, ports, (clockUnsure) => state.set({ clockUnsure }));
  const device = async (): Promise<DeviceKey | undefined> => {
    const at = stored();
    return at && (await findSecret(at, DEVICE)) as DeviceKey | undefined;
  };
  /** Opened anew only when something else was fetched: its parts, a whole catalogue, are not read for each act. Until it was fetched whole, each time. */
  const referenceNow = async (): Promise<Reference | undefined> => {
    const at = stored();
    if (!at) return undefined;
    const tag = (await db.meta.get(ETAG))?.value as string | undefined;
    if (tag === undefined || tag !== readFrom) {
      readFrom = tag;
      reference = openReference(at);
    }
    return reference;
  };
  const read = async (): Promise<void> => {
    const [waiting, lastSync, people, parked, left] = await Promise.all([
      waitingIn(db), db.meta.get(LAST_SYNC), db.people.count(), db.outbox.where('state').equals('refused').count(), numbersLeft(db),
    ]);
    state.set({
      vault: vault ? 'open' : people > 0 ? 'locked' : 'none', pending: waiting.count, oldestMadeAt: waiting.oldest,
      lastSyncAt: lastSync?.value as string | undefined, parked, numbersLeft: left,
    });
  };
  let lastRead: Promise<void> = Promise.resolve();
  /** One after the other: what was read before an act never says afterwards that nothing waits. */
  const refresh = (): Promise<void> => {
    lastRead = lastRead.catch(() => undefined).then(read);
    return lastRead;
  };
  const clerk = async (): Promise<Granted | undefined> => {
    const at = stored();
    return at && vault && findGrant(at, vault.accountId);
  };

  const roundNow = async (): Promise<Round | undefined> => {
    const at = stored();
    const own = await device();
    const now = await businessNow();
    return at && own && {
      stored: at, ports, device: own, transport: parts.transport, whenIdle: parts.whenIdle,
      businessNow: () => now,
    };
  };
  const sync = startSync({
    oneTab: parts.oneTab, timer: parts.timer, random: ports.random, steadyNow: ports.steadyNow, round: roundNow, once: syncOnce,
    told: (end) => {
      if (end.kind === 'running') state.set({ sync: 'running' });
      else if (end.kind === 'other-tab') state.set({ sync: 'other-tab' });
      else if (end.kind !== 'not-open') state.set(SYNC_STATES[end.kind]);
      quietly(refresh());
    },
  });

  const act: Counter['act'] = async ({ path, body, key, afterUnsettled = false, corrects }) => {
    const problem = (refusal: Parameters<typeof counterProblem>[0]): Outcome => ({ ok: false, refusal: counterProblem(refusal) });
    const found = queueFor(path);
    if (!found) return problem({ kind: 'not-without-a-line' });
    if (state.get().outgrown) return problem({ kind: 'newer-release' });
    const at = stored();
    if (!at) return problem({ kind: (await db.people.count()) > 0 ? 'vault-locked' : 'not-enrolled' });
    const [own, who, facts, now] = await Promise.all([device(), clerk(), referenceNow(), businessNow()]);
    if (!own || !who) return problem({ kind: 'not-enrolled' });
    if (!facts) return problem({ kind: 'reference-missing' });
    presence.touch();
    const hands = await confirmedBy(presence, at, (body as { readonly confirmation?: Confirmation } | null)?.confirmation, facts.place.desk.officerConfirmation);
    if (!hands.ok) return hands;
    const done = await found.queue(
      { stored: at, ports, device: own, reference: facts, now, clerk: who, ...hands.value },
      { commandId: key, body, afterUnsettled, corrects, ...(found.target === undefined ? {} : { target: found.target }) },
    );
    // the paper in her hand does not wait for what the bar counts
    quietly(refresh().catch(() => undefined).then(() => (done.ok ? sync.acted() : undefined)));
    return done;
  };

  return {
    parts, db, state, sync, businessNow, stored, device, clerk, act, refresh,
    vault: () => vault,
    reference: referenceNow,
    open: async (opened) => {
      vault = opened;
      await refresh();
    },
    lock: async () => {
      vault = undefined;
      presence.end();
      readFrom = undefined;
      reference = undefined;
      await refresh();
    },
    present: presence.now,
    openPresence: async (asked) => {
      const at = stored();
      return at && openBeside(presence, at, asked);
    },
    notePresent: (officer, until) => void presence.open(officer, until),
    endPresence: presence.end,
    touch: presence.touch,
    close: () => {
      closed = true;
      sync.stop();
      db.close();
    },
  };
};
