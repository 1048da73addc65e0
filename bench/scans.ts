// Scanned PDF files of ten and of forty pages at the counter, made small before they are sent: seconds, bytes, the memory of
// the tab, and how long its screen stood still meanwhile.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { WORLD_FACTS } from '#demo/worlds.ts';
import { scannedPdf } from '../e2e/scanned-pdf.ts';
import { findChromium } from '../tools/chromium.ts';
import { startProduct } from '../tools/running-server.ts';
import type { Figures } from './bench.ts';
import { round } from './load.ts';

/** About a megabyte a page, as offices' machines write it. */
const QUALITY = 0.75;

type Measured = { readonly seconds: number; readonly from: number; readonly to: number; readonly peakBytes: number; readonly stoodStillMs: number; readonly pagesTold: number };

const memoryOf = (pid: number, line: 'VmRSS' | 'VmHWM'): number => 1024 * Number(new RegExp(`${line}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);

const renderers = async (browser: Browser): Promise<readonly number[]> => {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
};

const startWatching = (page: Page): Promise<void> => page.evaluate(() => {
  const seen = { longest: 0, told: new Set<string>(), made: 0 };
  let last = performance.now();
  const beat = (): void => {
    const now = performance.now();
    seen.longest = Math.max(seen.longest, now - last);
    last = now;
    const said = document.querySelector('.paper-shrinking:not(:empty)')?.textContent;
    if (said) seen.told.add(said);
    setTimeout(beat, 10);
  };
  beat();
  const create = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob) => {
    if (blob instanceof Blob && blob.type.startsWith('application/pdf')) seen.made = blob.size;
    return create(blob);
  };
  Object.assign(globalThis, { seen });
});
const watched = (page: Page): Promise<{ readonly longest: number; readonly told: number; readonly made: number }> => page.evaluate(() => {
  const { seen } = globalThis as unknown as { readonly seen: { readonly longest: number; readonly told: ReadonlySet<string>; readonly made: number } };
  return { longest: seen.longest, told: seen.told.size, made: seen.made };
});

const measure = async (browser: Browser, address: string, pdf: Buffer): Promise<Measured> => {
  const before = await renderers(browser);
  const context = await browser.newContext({ baseURL: address });
  const page = await context.newPage();
  const signedIn = await page.request.post('/api/sign-in', { data: { login: 'buudien.kybac', password: WORLD_FACTS['kybac-2019'].password } });
  if (!signedIn.ok()) throw new Error(await signedIn.text());
  await page.goto('/lam-viec/tiep-nhan/1.001193');
  await page.getByRole('button', { name: /Thành phần hồ sơ/ }).click();
  // beside the tab's own there may be one that the browser keeps ready
  const [tab] = (await renderers(browser)).filter((pid) => !before.includes(pid)).toSorted((a, b) => memoryOf(b, 'VmRSS') - memoryOf(a, 'VmRSS'));
  if (tab === undefined) throw new Error('no tab');
  const input = page.locator('.paper-list input[type=file]').first();
  await input.waitFor({ state: 'attached' });
  await startWatching(page);
  const folder = mkdtempSync(join(tmpdir(), 'motcua-scans-'));
  const path = join(folder, 'ban-quet.pdf');
  writeFileSync(path, pdf);
  const rest = memoryOf(tab, 'VmRSS');
  writeFileSync(`/proc/${tab}/clear_refs`, '5');
  const began = performance.now();
  await input.setInputFiles(path);
  await page.getByRole('button', { name: /^Xem ban-quet\.pdf/ }).waitFor({ timeout: 600_000 });
  const seconds = (performance.now() - began) / 1000;
  const { longest, told, made } = await watched(page);
  const peakBytes = memoryOf(tab, 'VmHWM') - rest;
  await context.close();
  rmSync(folder, { recursive: true });
  return { seconds, from: pdf.length, to: made, peakBytes, stoodStillMs: longest, pagesTold: told };
};

export const benchScans = async (): Promise<Figures> => {
  const server = await startProduct({ env: { MOTCUA_RATE_LIMITS: 'lifted' } });
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const scanner = await browser.newPage();
    const figures: Record<string, number> = {};
    for (const pages of [10, 40]) {
      const pdf = await scannedPdf(scanner, pages, QUALITY);
      const { seconds, from, to, peakBytes, stoodStillMs, pagesTold } = await measure(browser, server.kybac, pdf);
      Object.assign(figures, {
        [`pdf_${pages}_pages_s`]: round(seconds, 1), [`pdf_${pages}_pages_mb`]: round(from / 1e6, 1), [`pdf_${pages}_pages_small_mb`]: round(to / 1e6, 1),
        [`pdf_${pages}_pages_told`]: pagesTold, [`pdf_${pages}_pages_tab_peak_mb (above rest)`]: round(peakBytes / 1e6, 0), [`pdf_${pages}_pages_screen_stood_still_ms`]: round(stoodStillMs, 0),
      });
    }
    return figures;
  } finally {
    await browser.close();
    await server.stop();
  }
};
