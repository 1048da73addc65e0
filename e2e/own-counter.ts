// A counter's machine of the test's own: its browser keeps its profile, can be killed as a power cut would, and starts again.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Locator, type Page, test } from '@playwright/test';
import playwrightConfig from '../playwright.config.ts';
import { wireOf } from './by-wire.ts';
import { dialog } from './desk.ts';
import { opensPresence, PIN, type World, signIn } from './people.ts';

export const PHRASE = 'con đò qua sông la';
export const DAY_PIN = '135790';

export type OwnCounter = {
  readonly secondTab: () => Promise<Page>;
  readonly start: () => Promise<Page>;
  /** kill -9 of the browser: nothing is said, nothing is closed. */
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** A run far away leaves only what it printed. */
const tellWhatStands = async (page: Page): Promise<void> => {
  const stands = await page.locator('body').ariaSnapshot({ timeout: 5_000 }).catch((error: unknown) => String(error));
  console.log(`── ${test.info().title}: ${page.url()}\n${stands}`);
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

/** The browser's own processes, told by their profile. */
const processesOf = (profile: string): readonly number[] =>
  readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((name) => {
    try {
      return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(`--user-data-dir=${profile}`);
    } catch {
      return false;
    }
  }).map(Number);

/** The bench of the day has machines too, and no story. */
const hasFailed = (): boolean => {
  try {
    const { status, expectedStatus } = test.info();
    return status !== expectedStatus;
  } catch {
    return false;
  }
};

export const ownCounter = (world: World): OwnCounter => {
  const profile = mkdtempSync(join(tmpdir(), 'motcua-counter-'));
  let context: BrowserContext | undefined;
  const opened = (): BrowserContext => {
    if (!context) throw new Error('the machine is off');
    return context;
  };
  return {
    secondTab: () => opened().newPage(),
    start: async () => {
      const { launchOptions, viewport, locale, timezoneId } = playwrightConfig.use ?? {};
      context = await chromium.launchPersistentContext(profile, { ...launchOptions, viewport, locale, timezoneId, baseURL: world.base });
      context.setDefaultTimeout(20_000);
      // no printer here: a headless browser that is told to print a PDF goes down with it
      await context.addInitScript(() => { window.print = () => undefined; });
      return context.pages().at(0) ?? context.newPage();
    },
    kill: async () => {
      const pids = processesOf(profile);
      for (const pid of pids) if (isRunning(pid)) process.kill(pid, 'SIGKILL');
      await expect.poll(() => pids.some(isRunning)).toBe(false);
      await context?.close().catch(() => undefined);
      rmSync(join(profile, 'SingletonLock'), { force: true });
    },
    stop: async () => {
      if (hasFailed()) for (const page of context?.pages() ?? []) await tellWhatStands(page);
      await context?.close().catch(() => undefined);
      rmSync(profile, { recursive: true, force: true });
    },
  };
};

/** A key of the machine's own that answers at once, as a finger on it would; it goes with the browser. */
export const hasMachineKey = async (page: Page): Promise<void> => {
  const tools = await page.context().newCDPSession(page);
  await tools.send('WebAuthn.enable');
  await tools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasResidentKey: true, hasUserVerification: true, hasPrf: true,
      isUserVerified: true, automaticPresenceSimulation: true,
    },
  });
};

/** An administrator's code, the clerk's phrase: the machine is a counter and holds all it needs. */
export const enrols = async (page: Page, world: World, { byMachineKey = false } = {}): Promise<void> => {
  const administrator = await wireOf('quantri', world);
  const made = await (await administrator.post('/api/admin/devices/codes', { deskId: 'ky-bac', name: 'Máy bàn quầy 1' })).json() as { code: string };
  await administrator.dispose();
  await signIn(page, 'buudien.kybac', world);
  await page.getByRole('link', { name: 'Có mạng' }).click();
  await page.getByRole('button', { name: 'Đăng ký máy này' }).click();
  const form = dialog(page, /^Đăng ký máy này/);
  await form.getByLabel('Mã đăng ký').fill(made.code);
  await form.getByLabel('Câu mật khẩu tại máy này').fill(PHRASE);
  await form.getByLabel('Nhập lại câu mật khẩu').fill(PHRASE);
  await form.getByLabel(/^Mã PIN/).fill(DAY_PIN);
  if (byMachineKey) await form.getByRole('checkbox', { name: /^Mở kho bằng khóa của máy/ }).check();
  await form.getByRole('checkbox', { name: /^Ổ đĩa của máy này/ }).check();
  await form.getByRole('button', { name: 'Đăng ký máy này' }).click();
  await expect(form).toBeHidden({ timeout: 30_000 });
  await page.getByRole('tab', { name: 'Máy này' }).click();
  await expect(page.getByRole('heading', { name: 'Máy bàn quầy 1' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('đã đủ trên máy này')).toHaveCount(2, { timeout: 60_000 });
  await expect(bar(page)).toContainText('Đồng bộ lúc', { timeout: 30_000 });
};

export const bar = (page: Page) => page.getByRole('region', { name: 'Quầy khi mất mạng' });

export const typesSecret = async (page: Page, by: 'phrase' | 'pin'): Promise<void> => {
  if (by === 'pin') await page.getByLabel('Mã PIN tại máy này').fill(DAY_PIN);
  else {
    await page.getByRole('button', { name: 'Dùng câu mật khẩu' }).click();
    await page.getByLabel('Câu mật khẩu tại máy này').fill(PHRASE);
  }
};
export const opensWith = async (page: Page): Promise<void> => {
  await page.keyboard.press('Enter');
  await expect(bar(page)).toContainText('Kho dữ liệu đang mở', { timeout: 30_000 });
};
export const unlocks = async (page: Page, by: 'phrase' | 'pin'): Promise<void> => {
  await typesSecret(page, by);
  await opensWith(page);
};

/** An officer beside the clerk, whose word this machine can take without a line. */
export const hasOfficerBeside = async (page: Page): Promise<void> => {
  await opensPresence(page, /Trần Văn Trúc/);
  await expect(page.getByText(/xác nhận được tại máy này khi mất mạng/)).toBeVisible({ timeout: 60_000 });
};

/** Proven on this machine also with the line: who is present at it confirms by key, else who was seen here is asked for her PIN. */
export const provesHere = async (within: Page | Locator): Promise<void> => {
  const pin = within.getByLabel('Mã PIN của công chức');
  await expect(pin.or(within.getByText('Công chức tiếp nhận Trần Văn Trúc xác nhận'))).toBeVisible();
  if (!(await pin.isVisible())) return;
  await expect(within.getByLabel('Công chức tiếp nhận xác nhận').getByRole('option')).toHaveText(['Trần Văn Trúc']);
  await pin.fill(PIN);
};

/** The line is back: she gives her password again where it is asked for, and everything goes. */
export const sendsAll = async (page: Page, { password }: World): Promise<void> => {
  const again = dialog(page, 'Phiên làm việc đã hết hạn');
  // what asks for the password may stand there while nothing waits any more
  await expect(again.or(bar(page).getByText('Đã gửi hết')).first()).toBeVisible({ timeout: 120_000 });
  if (await again.isVisible()) {
    await again.getByLabel('Mật khẩu').fill(password);
    await page.keyboard.press('Enter');
  }
  await expect(bar(page)).toContainText('Đã gửi hết', { timeout: 120_000 });
};
