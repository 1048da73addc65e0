// Weight of the first screens, accessibility and Lighthouse of the citizen pages.
import { createRequire } from 'node:module';
import { chromium } from '@playwright/test';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { WORLD_FACTS } from '#demo/worlds.ts';
import { findChromium } from '../tools/chromium.ts';
import { startProduct } from '../tools/running-server.ts';
import type { Figures } from './bench.ts';
import { round } from './load.ts';

const CITIZEN = ['/', '/tra-cuu', '/thu-tuc', '/q/000.00.00.H27-191118-0001'] as const;
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const weigh = async (address: string, path: string, prepare?: (page: import('@playwright/test').Page) => Promise<void>): Promise<{ kb: number; scripts: number; violations: number }> => {
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: ARGS });
  const page = await browser.newPage({ bypassCSP: true });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  let scripts = 0;
  session.on('Network.loadingFinished', (event) => { bytes += event.encodedDataLength; });
  page.on('request', (request) => { if (request.resourceType() === 'script') scripts += 1; });
  await page.goto(address + path, { waitUntil: 'networkidle' });
  await prepare?.(page);
  const kb = bytes / 1000;
  const sent = scripts;
  await page.addScriptTag({ path: axeSource });
  const violations = await page.evaluate(async () => ((await (globalThis as unknown as { axe: { run: () => Promise<{ violations: unknown[] }> } }).axe.run()).violations.length));
  await browser.close();
  return { kb: round(kb, 1), scripts: sent, violations };
};

const score = async (url: string): Promise<Record<string, number>> => {
  const chrome = await launch({ chromePath: findChromium() ?? '', chromeFlags: ['--headless', ...ARGS] });
  try {
    const result = await lighthouse(url, { port: chrome.port, output: 'json', logLevel: 'silent' });
    return Object.fromEntries(Object.entries(result?.lhr.categories ?? {}).map(([key, category]) => [key.replace('-', '_'), Math.round((category.score ?? 0) * 100)]));
  } finally {
    chrome.kill();
  }
};

export const benchPages = async (): Promise<Figures> => {
  const server = await startProduct({ env: { MOTCUA_RATE_LIMITS: 'lifted' } });
  try {
    const citizen = [];
    for (const path of CITIZEN) citizen.push(await weigh(server.kybac, path));
    const counter = await weigh(server.kybac, '/lam-viec/', async (page) => {
      await page.getByLabel('Tên đăng nhập').fill('buudien.kybac');
      await page.getByLabel('Mật khẩu').fill(WORLD_FACTS['kybac-2019'].password);
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => !url.pathname.includes('dang-nhap'), { timeout: 10_000 });
      await page.waitForLoadState('networkidle');
    });
    const scores: Record<string, number> = {};
    // the QR's target bears a code, so robots.txt keeps it out of indexes: its score for search engines means nothing
    for (const path of CITIZEN.filter((one) => !one.startsWith('/q/'))) for (const [category, value] of Object.entries(await score(server.kybac + path))) scores[category] = Math.min(scores[category] ?? 100, value);
    return {
      counter_first_load_kb: counter.kb, citizen_page_kb: Math.max(...citizen.map((page) => page.kb)),
      citizen_scripts: citizen.reduce((sum, page) => sum + page.scripts, 0),
      axe_violations: counter.violations + citizen.reduce((sum, page) => sum + page.violations, 0),
      ...Object.fromEntries(Object.entries(scores).map(([key, value]) => [`lighthouse_${key}`, value])),
    };
  } finally {
    await server.stop();
  }
};
