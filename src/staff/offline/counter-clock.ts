// Business time at the counter: the machine's clock, and what the server's last word and a clock that cannot be set say it
// is off by. It never runs back behind the last word of the server, so that no act is older than its grant. All tabs of the
// machine reckon from the same word; what one found is kept for the next start.
import { type Moment, momentFromEpoch, momentToEpoch } from '#core/kernel/moment.ts';
import { OFFLINE_POLICY } from '#core/offline/offline-policy.ts';
import { type ClockReckoning, reckonFromStart, reckonOn } from '#core/offline/reckon-clock.ts';
import type { Ports } from './acting.ts';
import type { CounterDb } from './counter-db.ts';
import { CLOCK, CLOCK_SEEN, SAID_AT } from './meta-keys.ts';

/** `heard`: the word of the server it rests on. */
type Seen = { readonly wall: number; readonly unsure: number; readonly unseen: number; readonly heard: string };
type Look = { readonly reckoning: ClockReckoning; readonly wall: number; readonly steady: number; readonly heard?: string };

const KEPT_EVERY = 60_000;
const LONGEST_ALONE = OFFLINE_POLICY.maxOfflineHours * 3_600_000;

/** The server was heard at this moment of its own. */
export const noteServerTime = async (db: CounterDb, said: Moment): Promise<void> =>
  db.transaction('rw', db.meta, async () => {
    const before = (await db.meta.get(SAID_AT))?.value as Moment | undefined;
    if (before === undefined || before < said) await db.meta.put({ key: SAID_AT, value: said });
  });

export const setClock = async (db: CounterDb, said: Moment, machineNow: number): Promise<void> => {
  const seen: Seen = { wall: machineNow, unsure: 0, unseen: 0, heard: `${said} ${machineNow}` };
  await db.meta.bulkPut([{ key: CLOCK, value: momentToEpoch(said) - machineNow }, { key: CLOCK_SEEN, value: seen }]);
  await noteServerTime(db, said);
};

const lookFrom = (before: Look | undefined, stored: ClockReckoning, seen: Seen | undefined, wall: number, steady: number): ClockReckoning => {
  if (before && before.heard === seen?.heard) return reckonOn(before.reckoning, wall - before.wall, steady - before.steady);
  return seen ? reckonFromStart(stored, wall - seen.wall, LONGEST_ALONE) : stored;
};

/** Another tab may have heard the server meanwhile: then its word stands. */
const keep = (db: CounterDb, { reckoning: { offset, unsure, unseen }, wall, heard }: Look): Promise<void> =>
  db.transaction('rw', db.meta, async () => {
    const [clock, seen] = await db.meta.bulkGet([CLOCK, CLOCK_SEEN]);
    if (!clock || (seen?.value as Seen | undefined)?.heard !== heard) return;
    await db.meta.bulkPut([{ key: CLOCK, value: offset }, { key: CLOCK_SEEN, value: { wall, unsure, unseen, heard } }]);
  });

/** `told`: how far a jump of the clock leaves the time unsure. */
export const openClock = (db: CounterDb, { machineNow, steadyNow }: Pick<Ports, 'machineNow' | 'steadyNow'>, told: (unsure: number) => void): (() => Promise<Moment>) => {
  let last: Look | undefined;
  let kept: Look | undefined;
  return async () => {
    const [clock, row, said] = await db.meta.bulkGet([CLOCK, CLOCK_SEEN, SAID_AT]);
    const seen = row?.value as Seen | undefined;
    const [wall, steady] = [machineNow(), steadyNow()];
    const reckoning = lookFrom(last, { offset: Number(clock?.value ?? 0), unsure: seen?.unsure ?? 0, unseen: seen?.unseen ?? 0 }, seen, wall, steady);
    const look: Look = { reckoning, wall, steady, heard: seen?.heard };
    last = look;
    told(reckoning.unsure);
    if (kept?.heard !== look.heard || kept?.reckoning.unsure !== reckoning.unsure || Math.abs(wall - kept.wall) >= KEPT_EVERY) {
      kept = look;
      // a full disk takes nobody the time
      void keep(db, look).catch(() => undefined);
    }
    const now = momentFromEpoch(wall + reckoning.offset);
    const heardAt = said?.value as Moment | undefined;
    return heardAt !== undefined && heardAt > now ? heardAt : now;
  };
};
