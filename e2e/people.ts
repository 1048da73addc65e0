// Who comes into the story, each in a browser of their own, and the hands that only type.
import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test';

export type World = { readonly base: string; readonly password: string };
export const KYBAC: World = { base: process.env['MOTCUA_E2E_KYBAC'] ?? 'http://localhost:8080', password: 'motcua-demo-2019' };
export const HATINH: World = { base: process.env['MOTCUA_E2E_HATINH'] ?? 'http://localhost:8081', password: 'motcua-demo-2026' };
export const PIN = '246810';
export const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 } };

export const open = async (browser: Browser, world: World = KYBAC, options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext({ baseURL: world.base, ...options });
  // no printer here: a headless browser that is told to print a PDF goes down with it
  await context.addInitScript(() => { window.print = () => undefined; });
  return context.newPage();
};

const isAtWork = (page: Page): Promise<void> => expect(page.getByRole('navigation', { name: 'Màn hình làm việc' })).toBeVisible();

/** By the form, as a person does. */
export const signIn = async (page: Page, login: string, world: World = KYBAC): Promise<void> => {
  await page.goto(`${world.base}/lam-viec/`);
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu').fill(world.password);
  await page.keyboard.press('Enter');
  await isAtWork(page);
};

/** A person comes to work: own browser, own session. The form is proved elsewhere; here it would be filled a hundred times. */
export const comesToWork = async (browser: Browser, login: string, world: World = KYBAC, options: BrowserContextOptions = {}): Promise<Page> => {
  const page = await open(browser, world, options);
  const signedIn = await page.request.post(`${world.base}/api/sign-in`, { data: { login, password: world.password } });
  expect(signedIn.ok(), await signedIn.text()).toBe(true);
  await page.goto(`${world.base}/lam-viec/`);
  await isAtWork(page);
  return page;
};

/** A screen of the rail is there when the rail says so. */
export const goesTo = async (page: Page, screen: RegExp): Promise<void> => {
  const link = page.getByRole('navigation', { name: 'Màn hình làm việc' }).getByRole('link', { name: screen });
  await link.click();
  await expect(link).toHaveAttribute('aria-current', 'page');
};

/** The officer beside the clerk enters her own PIN. */
export const opensPresence = async (page: Page, officer: RegExp): Promise<void> => {
  await page.keyboard.press('F8');
  const dialog = page.getByRole('dialog', { name: 'Công chức xác nhận có mặt tại quầy' });
  await dialog.getByRole('radio', { name: officer }).check();
  await dialog.getByLabel('Mã PIN').fill(PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Công chức: /)).toBeVisible();
};

/** Whoever waits for a word from elsewhere looks back at her screen, which then asks again, until it stands there. */
export const looksUntil = (page: Page, itStands: () => Promise<void>): Promise<void> => expect(async () => {
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  await itStands();
}).toPass({ timeout: 120_000 });

export type Hands = {
  /** What is on the citizen's papers. */
  readonly type: (text: string) => Promise<void>;
  /** What only serves the screen: these are counted. */
  readonly press: (key: string, times?: number) => Promise<void>;
  readonly counted: () => { readonly typed: number; readonly beyond: number };
};

/** `counting` types key by key, as it is counted; else a text is put in at once, as an input method does. */
export const handsOn = (page: Page, { counting = false } = {}): Hands => {
  let typed = 0;
  let beyond = 0;
  return {
    type: async (text) => {
      typed += text.length;
      if (counting) await page.keyboard.type(text);
      else if (text !== '') await page.keyboard.insertText(text);
    },
    press: async (key, times = 1) => {
      for (let i = 0; i < times; i += 1) {
        beyond += 1;
        await page.keyboard.press(key);
      }
    },
    counted: () => ({ typed, beyond }),
  };
};
