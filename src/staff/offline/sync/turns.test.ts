import { expect, test } from 'vitest';
import { type RoundEnd, startSync } from './turns.ts';

const FLAP = 200;
const MINUTE = 60_000;

/** A machine whose minutes are counted and not waited for; `takes`: how long a round needs, for it ends as the line is then. */
const machine = (endsAs: (now: number) => RoundEnd, takes: number) => {
  let now = 0;
  let bells: { readonly at: number; readonly ring: () => void }[] = [];
  let atWork = 0;
  const begun: number[] = [];
  let most = 0;
  const timer = (milliseconds: number, ring: () => void): (() => void) => {
    const bell = { at: now + milliseconds, ring };
    bells.push(bell);
    return () => { bells = bells.filter((one) => one !== bell); };
  };
  const sync = startSync({
    round: async () => 'open', random: () => 0.5, steadyNow: () => now, timer, told: () => undefined, oneTab: async (work) => work(),
    once: async () => {
      begun.push(now);
      atWork += 1;
      most = Math.max(most, atWork);
      await new Promise<void>((resolve) => { timer(takes, resolve); });
      atWork -= 1;
      return endsAs(now);
    },
  });
  const settled = async (): Promise<void> => { for (let i = 0; i < 20; i += 1) await Promise.resolve(); };
  /** Each bell when it is due, with all that follows from it before the next. */
  const pass = async (milliseconds: number): Promise<void> => {
    const until = now + milliseconds;
    for (;;) {
      await settled();
      const next = bells.toSorted((a, b) => a.at - b.at).find(({ at }) => at <= until);
      if (!next) break;
      bells = bells.filter((one) => one !== next);
      now = Math.max(now, next.at);
      next.ring();
    }
    now = until;
    await settled();
  };
  return { sync, pass, begun, mostAtOnce: () => most };
};

const flaps = async ({ sync, pass }: ReturnType<typeof machine>): Promise<void> => {
  for (let passed = 0; passed < MINUTE; passed += FLAP * 2) {
    sync.lineBack();
    if (passed % 2_000 === 0) void sync.acted();
    await pass(FLAP * 2);
  }
};
const isDown = (now: number): boolean => Math.floor(now / FLAP) % 2 === 1;
const ended = (isBroken: boolean): RoundEnd => (isBroken ? { kind: 'wait' } : { kind: 'up-to-date' });

test('a line that goes up and down five times a second makes no storm: one round at a time, and seconds between those that fail', async () => {
  const cut = machine(() => ended(true), 150);
  await flaps(cut);
  // at the first word, then each waits for its pause
  expect(cut.begun.length).toBeGreaterThan(5);
  expect(cut.begun.length).toBeLessThanOrEqual(MINUTE / 2_500);
  expect(cut.mostAtOnce()).toBe(1);
});

test('where every second round gets through before the line is gone again, it is one in a second or fewer, acts apart', async () => {
  const half = machine((now) => ended(isDown(now)), 150);
  await flaps(half);
  expect(half.begun.length).toBeLessThanOrEqual(MINUTE / 1_000 + MINUTE / 2_000);
  expect(half.mostAtOnce()).toBe(1);
});

test('once the line stands, what waits goes without anybody asking', async () => {
  let isUp = false;
  const back = machine(() => ended(!isUp), 150);
  await flaps(back);
  isUp = true;
  const before = back.begun.length;
  await back.pass(5_000);
  expect(back.begun.length).toBe(before + 1);
});

test('with a good line an act is sent at once, however soon after the one before', async () => {
  const good = machine(() => ended(false), 50);
  for (let i = 0; i < 4; i += 1) {
    void good.sync.acted();
    await good.pass(100);
  }
  expect(good.begun).toEqual([0, 100, 200, 300]);
});
