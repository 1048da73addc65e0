// The hours without a line and without the server: a clock that drifts, the power cut in the midst of an act, a cold start,
// two tabs that receive by turns, a full disk.
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { momentToEpoch } from '#core/kernel/moment.ts';
import { opensWith, typesSecret } from '../../e2e/own-counter.ts';
import type { Received } from './in-page.ts';
import { asks, setClock, takeClock } from './pages.ts';
import { type Stage, openCounterPage, pause, receptionOf } from './stage.ts';
import { type TabMemory, tabMemory } from './tab-memory.ts';
import type { Printed } from './what-is-wrong.ts';

export const DAY_MINUTES = 480;
const MINUTE = 60_000;

export type Work = {
  readonly dossiers: number;
  readonly scansEach: number;
  /** Sheets drawn and made small as the screen does it, or a few bytes. */
  readonly sheets: boolean;
  /** How far the machine's clock is off after the day. */
  readonly driftMinutes: number;
  /** What the law's clock is ahead of this machine's. */
  readonly lawOffset: number;
};
export type HoursAlone = {
  readonly printed: readonly Printed[];
  /** By the key of the officer who is present; by her PIN where she was not yet, or no longer. */
  readonly offlineMs: readonly number[]; readonly byPinMs: readonly number[]; readonly scanMs: readonly number[]; readonly scanBytes: readonly number[];
  /** Beside each of these, and beside each by PIN: a row on the disk, and a key from a PIN. */
  readonly writeMs: readonly number[]; readonly deriveMs: readonly number[];
  /** Before the power was cut: nothing else of the machine is open. */
  readonly oneTabMs: readonly number[];
  /** `typedMs`, of the opening: the phrase, as a program types it. */
  readonly coldStart: { readonly toDoorMs: number; readonly openedMs: number; readonly typedMs: number };
  readonly memoryAtStart: TabMemory;
  /** Between what was printed and the law's time. */
  readonly mostOffSeconds: number;
};

type Kept = { readonly printed: Printed[]; readonly offlineMs: number[]; readonly byPinMs: number[]; readonly writeMs: number[]; readonly deriveMs: number[]; readonly scanMs: number[]; readonly scanBytes: number[]; readonly offSeconds: number[] };
type Again = { readonly key: string; readonly scans: readonly string[] };

const handOf = (stage: Stage, { dossiers, scansEach, sheets, driftMinutes, lawOffset }: Work, kept: Kept, seen: Page) => {
  const addScans = async (tab: Page, no: number): Promise<readonly string[]> => {
    const scans: string[] = [];
    for (let sheet = 0; sheet < scansEach; sheet += 1) {
      const scan = await asks(tab, 'addScan', no * scansEach + sheet, sheets);
      scans.push(scan.sha256);
      kept.scanBytes.push(scan.bytes);
      kept.scanMs.push(scan.milliseconds);
    }
    return scans;
  };
  /** Tabs in which the officer typed her PIN: once in each, and again after half the day. */
  const proven = new Set<Page>([seen]);
  const attempt = async (tab: Page, no: number, again: Again): Promise<Received & { readonly byPin: boolean }> => {
    const byPin = !proven.has(tab);
    const received = await asks(tab, 'receive', again.key, receptionOf(stage, no, again.scans, byPin ? 'pin' : 'key').body);
    if (received.answer) proven.add(tab);
    if (received.refused !== 'officer-not-present') return { ...received, byPin };
    proven.delete(tab);
    return attempt(tab, no, again);
  };
  /** What has passed of the day, and what the machine's clock is off by then. */
  const clockAt = (no: number): readonly [passed: number, drift: number] => {
    const passed = ((no + 1) * DAY_MINUTES) / dossiers;
    return [passed * MINUTE, ((driftMinutes * passed) / DAY_MINUTES) * MINUTE];
  };
  const receive = async (tab: Page, no: number, again?: Again): Promise<void> => {
    const [passed, drift] = clockAt(no);
    await setClock(tab, passed, drift);
    // whoever receives has the tab before her; the browser gives one that is behind less of the machine
    await tab.bringToFront();
    const asked = again ?? { key: randomUUID(), scans: await addScans(tab, no) };
    const { answer, refused, milliseconds, byPin } = await attempt(tab, no, asked);
    if (!answer) throw new Error(`not received here: ${refused}`);
    (byPin ? kept.byPinMs : kept.offlineMs).push(milliseconds);
    (byPin ? kept.deriveMs : kept.writeMs).push(await asks(tab, byPin ? 'deriveKey' : 'writeRow'));
    kept.printed.push({ number: receptionOf(stage, no, [], 'key').number, scans: asked.scans, answer });
    kept.offSeconds.push(Math.abs(momentToEpoch(answer.receivedAt) - (Date.now() + lawOffset + passed)) / 1000);
  };
  return { addScans, attempt, receive, clockAt };
};

/** Until the door of the store stands there, and until it is open. */
const startCold = async (page: Page): Promise<HoursAlone['coldStart']> => {
  const began = performance.now();
  await page.goto('/lam-viec/');
  await page.getByRole('heading', { name: 'Làm việc khi mất mạng' }).waitFor();
  const opening = performance.now();
  await typesSecret(page, 'phrase');
  const typed = performance.now();
  await opensWith(page);
  return { toDoorMs: opening - began, openedMs: performance.now() - opening, typedMs: typed - opening };
};

/** No room for one more dossier: refused as a whole. */
const withFullDisk = async (page: Page, { base }: Stage['world'], work: () => Promise<{ readonly refused?: string }>): Promise<void> => {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('Storage.overrideQuotaForOrigin', { origin: base, quotaSize: 1 });
  // the browser goes by what it was told up to half a minute ago
  while (await asks(page, 'hasRoom')) await pause(1_000);
  const { refused = '' } = await work();
  await protocol.send('Storage.overrideQuotaForOrigin', { origin: base });
  await protocol.detach();
  if (!refused.includes('Quota')) throw new Error(`a full disk was not noticed: ${refused}`);
};

export const spendHoursAlone = async (stage: Stage, first: Page, work: Work): Promise<HoursAlone & { readonly app: Page; readonly tabs: readonly [Page, Page] }> => {
  const { counter, say } = stage;
  const kept: Kept = { printed: [], offlineMs: [], byPinMs: [], writeMs: [], deriveMs: [], scanMs: [], scanBytes: [], offSeconds: [] };
  const hand = handOf(stage, work, kept, first);
  const [powerCutAt, diskFullAt] = [Math.floor(work.dossiers / 4), Math.floor(work.dossiers / 2)];
  for (let no = 0; no < powerCutAt; no += 1) await hand.receive(first, no);

  const oneTabMs = [...kept.offlineMs];
  say('the power is cut in the midst of an act');
  const cut = { key: randomUUID(), scans: await hand.addScans(first, powerCutAt) };
  void hand.attempt(first, powerCutAt, cut).catch(() => undefined);
  await counter.kill();
  const app = await counter.start();
  await takeClock(app.context(), ...hand.clockAt(powerCutAt - 1));
  const coldStart = await startCold(app);
  const memoryAtStart = await tabMemory(app);
  const [page, second] = [await openCounterPage(stage, app.context()), await openCounterPage(stage, app.context())];
  // whether it was written or not: the same key gives one dossier
  await hand.receive(page, powerCutAt, cut);
  for (let no = powerCutAt + 1; no < work.dossiers; no += 1) {
    if (no === diskFullAt) {
      say('the disk is full');
      const full = { key: randomUUID(), scans: await hand.addScans(page, no) };
      await withFullDisk(page, stage.world, () => hand.attempt(page, no, full));
      await hand.receive(page, no, full);
    } else await hand.receive(no % 2 === 0 ? page : second, no);
  }
  say(`${kept.printed.length} printed without a line`);
  const { offSeconds, ...done } = kept;
  return { ...done, oneTabMs, app, tabs: [page, second], coldStart, memoryAtStart, mostOffSeconds: Math.max(...offSeconds) };
};
