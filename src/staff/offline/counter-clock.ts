// Business time at the counter: the machine's clock and what the server said last set it apart. It never runs back behind
// the last word of the server, so that a clock that loses a minute makes no act older than its grant.
import { type Moment, momentFromEpoch, momentToEpoch } from '#core/kernel/moment.ts';
import type { CounterDb } from './counter-db.ts';
import { CLOCK, SAID_AT } from './meta-keys.ts';

/** The server was heard at this moment of its own. */
export const noteServerTime = async (db: CounterDb, said: Moment): Promise<void> =>
  db.transaction('rw', db.meta, async () => {
    const before = (await db.meta.get(SAID_AT))?.value as Moment | undefined;
    if (before === undefined || before < said) await db.meta.put({ key: SAID_AT, value: said });
  });

export const setClock = async (db: CounterDb, said: Moment, machineNow: number): Promise<void> => {
  await db.meta.put({ key: CLOCK, value: momentToEpoch(said) - machineNow });
  await noteServerTime(db, said);
};

export const readClock = async (db: CounterDb, machineNow: number): Promise<Moment> => {
  const [offset, said] = await db.meta.bulkGet([CLOCK, SAID_AT]);
  const now = momentFromEpoch(machineNow + Number(offset?.value ?? 0));
  const last = said?.value as Moment | undefined;
  return last !== undefined && last > now ? last : now;
};
