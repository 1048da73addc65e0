// The citizen's side, on a receipt that the counter has just printed.
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, type Page, request, test } from '@playwright/test';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { noViolations } from './axe.ts';

const base = process.env['MOTCUA_E2E_KYBAC'] ?? 'http://localhost:8080';
const DIGITS = '0001'; // of the phone that the receipt names

let code = '';
let otherCode = '';

test.beforeAll(async () => {
  const api = await request.newContext({ baseURL: base });
  const me = await (await api.post('/api/sign-in', { data: { login: 'tuphap.kybac', password: 'motcua-demo-2019' } })).json() as { csrfToken: string };
  const birth = procedureIn('kybac-2019', '1.001193');
  const receive = async (): Promise<string> => {
    const answer = await api.post('/api/desk/dossiers', {
      data: receiveCommand('ky-bac', birth), headers: { 'x-csrf-token': me.csrfToken, 'idempotency-key': randomUUID() },
    });
    expect(answer.status(), await answer.text()).toBe(201);
    return ((await answer.json()) as { code: string }).code;
  };
  code = await receive();
  otherCode = await receive();
  await api.dispose();
});

const track = async (page: Page, digits = DIGITS): Promise<void> => {
  await page.goto(`/q/${code}`);
  await page.getByLabel('Bốn số cuối').fill(digits);
  await page.getByRole('button', { name: 'Tra cứu' }).click();
};

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the QR code opens the form with the code in it; four digits open the dossier, and the date explains itself', async ({ page }) => {
    await page.goto(`/q/${code}`);
    await expect(page.getByLabel('Mã hồ sơ')).toHaveValue(code);
    await expect(page.getByLabel('Bốn số cuối')).toBeFocused();
    await page.keyboard.type(DIGITS);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hồ sơ đã được tiếp nhận');
    await expect(page.locator('.hero')).toContainText('Hẹn trả');
    await page.getByText('Vì sao là ngày này?').click();
    await expect(page.locator('.why')).toContainText('Thời hạn giải quyết');
    await expect(page.locator('body')).not.toContainText('Nguyễn Văn Thử');
    expect(page.url()).not.toContain(DIGITS);
  });

  test('wrong digits keep the code and say so at the top, as an error', async ({ page }) => {
    await track(page, '9999');
    await expect(page.getByRole('alert')).toContainText('Không có hồ sơ nào khớp');
    await expect(page.getByLabel('Mã hồ sơ')).toHaveValue(code);
    await expect(page).toHaveTitle(/^Lỗi:/);
  });

  test('from another page Back leads to what was opened, and from there to where it was typed, right or wrong', async ({ page }) => {
    const heading = page.getByRole('heading', { level: 1 });
    await track(page, '9999');
    await expect(page.getByRole('alert')).toContainText('Không có hồ sơ nào khớp');
    await page.getByLabel('Bốn số cuối').fill(DIGITS);
    await page.keyboard.press('Enter');
    await expect(heading).toHaveText('Hồ sơ đã được tiếp nhận');
    await page.getByRole('link', { name: 'Thủ tục', exact: true }).click();
    await expect(heading).toHaveText('Thủ tục hành chính');
    await page.goBack();
    await expect(heading).toHaveText('Hồ sơ đã được tiếp nhận');
    await page.goBack();
    await expect(page.getByRole('alert')).toContainText('Không có hồ sơ nào khớp');
    await page.goBack();
    await expect(page.getByLabel('Mã hồ sơ')).toHaveValue(code);
  });

  test('everyday words without tones find the procedure, with what to bring, cost, time and place', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('searchbox').fill('lam giay khai sinh cho chau');
    await page.getByRole('button', { name: 'Tìm' }).click();
    await page.locator('.links a').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đăng ký khai sinh');
    for (const name of ['Cần mang theo', 'Phí, lệ phí', 'Thời hạn giải quyết', 'Ai giải quyết', 'Nộp ở đâu']) {
      await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
    }
  });
});

const PAGES: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['front', (page) => page.goto('/')],
  ['tracking form', (page) => page.goto('/tra-cuu')],
  ['form with errors', async (page) => {
    await page.goto('/tra-cuu');
    await page.getByRole('button', { name: 'Tra cứu' }).click();
  }],
  ['answer', async (page) => {
    await track(page);
    await page.getByText('Vì sao là ngày này?').click();
  }],
  ['places', (page) => page.goto('/noi-nop')],
  ['procedures', (page) => page.goto('/thu-tuc')],
  ['search', (page) => page.goto('/thu-tuc?q=khai+sinh')],
  ['procedure', (page) => page.goto('/thu-tuc/1.001193')],
  ['nothing there', (page) => page.goto('/khong-co-trang-nay')],
];

for (const [name, open] of PAGES) {
  test(`the page "${name}" is accessible, fits 320 pixels, carries no script and weighs little`, async ({ page }) => {
    await open(page);
    await noViolations(page);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await noViolations(page);
    expect(await page.locator('script, [style], [onclick]').count()).toBe(0);
    const css = await (await page.request.get(await page.locator('link[rel=stylesheet]').getAttribute('href') ?? '')).body();
    expect(gzipSync(await page.content()).length + gzipSync(css).length).toBeLessThan(15 * 1024);
  });
}

test('five wrong guesses lock the code for a while, also for the right digits', async ({ page }) => {
  code = otherCode;
  for (let guess = 0; guess < 5; guess += 1) await track(page, `900${guess}`);
  await track(page);
  await expect(page.getByRole('alert')).toContainText('Đã nhập sai nhiều lần');
});
