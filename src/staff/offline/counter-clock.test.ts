import { afterEach, expect, it } from 'vitest';
import { type Machine, counterMachine } from '#testing/counter-machine.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { openClock, setClock } from './counter-clock.ts';
import { CLOCK_SEEN } from './meta-keys.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
let machine: Machine;
afterEach(() => machine.close());

/** Heard at half past seven by a machine whose clock is right. */
const heard = async (): Promise<void> => {
  machine = await counterMachine();
  await says('2019-11-18T07:30:00+07:00');
  await now();
};
const says = async (at: string): Promise<void> => {
  const { db, parts } = machine.counter();
  await setClock(db, at as Moment, parts.ports.machineNow());
};
const now = (): Promise<string> => machine.counter().businessNow();
const unsure = (): number => machine.counter().state.get().clockUnsure / 1000;
/** What was found is written behind the hands. */
const kept = (seconds: number): Promise<void> =>
  expect.poll(async () => (await machine.counter().db.meta.get(CLOCK_SEEN))?.value).toMatchObject({ unsure: seconds * 1000 });

it('a clock that gains nine minutes in a day makes no paper late, nor does one that loses thirty', async () => {
  for (const gained of [13.5, -45]) {
    await heard();
    for (let looks = 0; looks < 40; looks += 1) {
      machine.wait(12 * MINUTE);
      machine.setClock(gained);
      await now();
    }
    expect(await now()).toBe('2019-11-18T15:30:00+07:00');
  }
});

it('a clock that is set back is not believed, also not after a start; the server’s word ends the doubt', async () => {
  await heard();
  expect([await now(), unsure()]).toEqual(['2019-11-18T07:30:00+07:00', 0]);
  machine.setClock(-2 * HOUR);
  machine.wait(MINUTE);
  expect([await now(), unsure()]).toEqual(['2019-11-18T07:31:00+07:00', -2 * HOUR]);
  await kept(-2 * HOUR);
  await machine.killTab();
  expect([await now(), unsure()]).toEqual(['2019-11-18T07:31:00+07:00', -2 * HOUR]);
  await says('2019-11-18T07:31:05+07:00');
  expect([await now(), unsure()]).toEqual(['2019-11-18T07:31:05+07:00', 0]);
});

it('a machine that slept tells the time that its clock tells, and that it cannot be sure', async () => {
  await heard();
  machine.setClock(90 * MINUTE);
  expect([await now(), unsure()]).toEqual(['2019-11-18T09:00:00+07:00', 90 * MINUTE]);
});

it('a machine that forgot its time while it was off goes on with the last that it knew, until its clock is put right', async () => {
  await heard();
  const lost = 400 * 24 * HOUR;
  machine.setClock(-lost);
  await machine.killTab();
  expect([await now(), unsure()]).toEqual(['2019-11-18T07:30:00+07:00', -lost]);
  machine.wait(5 * MINUTE);
  expect(await now()).toBe('2019-11-18T07:35:00+07:00');
  machine.setClock(lost);
  expect([await now(), unsure()]).toEqual(['2019-11-18T07:35:00+07:00', 0]);
});

it('what one tab hears of the server the other goes by', async () => {
  await heard();
  const { db, parts } = machine.counter();
  const other = openClock(db, parts.ports, () => undefined);
  expect([await now(), await other()]).toEqual(['2019-11-18T07:30:00+07:00', '2019-11-18T07:30:00+07:00']);
  machine.setClock(HOUR);
  expect(await other()).toBe('2019-11-18T08:30:00+07:00');
  await says('2019-11-18T07:32:00+07:00');
  expect([await now(), await other()]).toEqual(['2019-11-18T07:32:00+07:00', '2019-11-18T07:32:00+07:00']);
});
