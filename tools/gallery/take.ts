// Takes the pictures: each in a browser of its own, so that no draft or session of another one shows.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { WORLD_FACTS, type WorldName } from '#demo/worlds.ts';
import { type Shot, type Size, SIZES } from './shot.ts';
import type { Stage } from './stage.ts';

export type Taken = { readonly shot: Shot; readonly files: readonly string[]; readonly faults: readonly string[] };
type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

const TALLEST = 6000;
/** A screen that says one of these is not the one that was meant. */
const NOT_MEANT = /Không có màn hình này|Chưa tải được dữ liệu|Màn hình và máy chủ không cùng phiên bản/u;
/** Waits for the screen to stand still: what was asked for is there, no skeleton, two frames painted. */
const settle = async (page: Page): Promise<void> => {
  await page.waitForTimeout(300);
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
  // a paper is drawn by the browser's own viewer, which tells nobody when it is done
  if ((await page.locator('iframe').count()) > 0) await page.waitForTimeout(2_000);
  await page.evaluate(() => document.fonts.ready.then(() => new Promise((painted) => { requestAnimationFrame(() => requestAnimationFrame(painted)); })));
};

/** On the phone the whole length is shown; at the counter what stands above the fold. */
const growToContent = async (page: Page, size: Size): Promise<void> => {
  if (!size.touch) return;
  const hidden = await page.evaluate(() => (document.querySelector('dialog[open]') ? 0 : [document.querySelector('.work'), document.documentElement].reduce((most, box) => Math.max(most, box ? box.scrollHeight - box.clientHeight : 0), 0)));
  if (hidden > 0) await page.setViewportSize({ width: size.width, height: Math.min(TALLEST, size.height + hidden) });
};

export const makeTaker = (browser: Browser, addresses: Readonly<Record<WorldName, string>>, folder: string) => {
  const sessions = new Map<string, Session>();
  const contextFor = async ({ world, who }: Shot, size: Size): Promise<BrowserContext> => {
    const options = { baseURL: addresses[world], viewport: { width: size.width, height: size.height }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce' as const, hasTouch: size.touch, isMobile: size.touch };
    const key = `${world}/${who}`;
    const context = await browser.newContext({ ...options, ...(who && sessions.has(key) ? { storageState: sessions.get(key) as Session } : {}) });
    if (who && !sessions.has(key)) {
      const answer = await context.request.post('/api/sign-in', { data: { login: who, password: WORLD_FACTS[world].password } });
      if (!answer.ok()) throw new Error(`${who} cannot sign in: ${answer.status()}`);
      sessions.set(key, await context.storageState());
    }
    return context;
  };

  const takeOne = async (shot: Shot, size: Size, stage: Stage, faults: string[]): Promise<string> => {
    const context = await contextFor(shot, size);
    const page = await context.newPage();
    page.setDefaultTimeout(8_000);
    page.on('pageerror', (error) => faults.push(`${size.name}: ${error.message}`));
    try {
      await page.goto(typeof shot.path === 'string' ? shot.path : shot.path(stage));
      await page.waitForLoadState('networkidle');
      await settle(page);
      await shot.act?.(page, stage);
      await settle(page);
    } catch (error) {
      faults.push(`${size.name}: ${error instanceof Error ? (error.message.split('\n').find((line) => line.trim() !== '') ?? '') : String(error)}`);
    }
    const said = NOT_MEANT.exec(await page.locator('body').innerText());
    if (said) faults.push(`${size.name}: ${said[0]}`);
    await growToContent(page, size);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > size.width) faults.push(`${size.name}: the page is ${wide} px wide`);
    const file = `${shot.id}-${size.name}.png`;
    await page.screenshot({ path: join(folder, file), animations: 'disabled', caret: 'hide' });
    await context.close();
    return file;
  };

  return async (shots: readonly Shot[], stage: Stage, report: (line: string) => void): Promise<Taken[]> => {
    await mkdir(folder, { recursive: true });
    const taken: Taken[] = [];
    for (const shot of shots) {
      const faults: string[] = [];
      const files: string[] = [];
      for (const size of SIZES) files.push(await takeOne(shot, size, stage, faults));
      report(`${faults.length === 0 ? '✓' : '✗'} ${shot.id}${faults.length === 0 ? '' : `: ${faults.join(' · ')}`}`);
      taken.push({ shot, files, faults });
    }
    return taken;
  };
};
