import { chromium } from '@playwright/test';
const [,, base, outDir, ...steps] = process.argv;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
type Page = Awaited<ReturnType<typeof browser.newPage>>;
export const signIn = async (login: string, password: string, width = 1366, height = 768): Promise<Page> => {
  const ctx = await browser.newContext({ viewport: { width, height }, locale: 'vi-VN' });
  const page = await ctx.newPage();
  page.on('console', (m) => { if (m.type() === 'error') console.log('console:', m.text().slice(0, 300)); });
  page.on('pageerror', (e) => console.log('pageerror:', e.message.slice(0, 500)));
  await page.goto(base + '/lam-viec/');
  await page.getByLabel(/Tên đăng nhập/).fill(login);
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.rail');
  return page;
};
const mod = await import(steps[0]!);
await mod.run({ signIn, shot: async (page: Page, name: string) => { await page.waitForTimeout(700); await page.screenshot({ path: `${outDir}/${name}.png` }); } });
await browser.close();
