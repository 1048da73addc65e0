// A desk counts what it holds by scanner: one thing is not found and gets its case; at the next count it turns up.
import { expect, type Page, test } from '@playwright/test';
import { noViolations } from './axe.ts';
import { comesToWork, goesTo, HATINH, PHONE } from './people.ts';

test.describe.configure({ mode: 'serial' });
const DESK = 'tiepnhan.locha';
let code = '';

const counter = (page: Page) => page.locator('.bag-counter');
const field = (page: Page) => page.getByLabel('Quét mã hồ sơ, số hiệu bưu gửi hoặc nhãn túi');
const scan = async (page: Page, typed: string): Promise<void> => {
  await field(page).fill(typed);
  await field(page).press('Enter');
};
const codesLeft = async (page: Page): Promise<readonly string[]> => [...new Set(await page.getByRole('table', { name: 'Chưa thấy' }).locator('.code').allInnerTexts())];

test('all but one is scanned, the count survives a reload, and the one that is missing is said so on the record', async ({ browser }) => {
  const desk = await comesToWork(browser, DESK, HATINH);
  await goesTo(desk, /^Hôm nay/);
  await desk.getByRole('button', { name: 'Giấy tờ đang giữ' }).click();
  await desk.getByRole('link', { name: 'Kiểm kê' }).click();
  await desk.getByRole('button', { name: /^Bắt đầu kiểm kê/ }).click();
  await expect(field(desk)).toBeFocused();
  const codes = await codesLeft(desk);
  expect(codes.length).toBeGreaterThan(1);
  code = codes.at(-1) ?? '';
  await noViolations(desk);
  for (const one of codes.slice(0, -1)) {
    await scan(desk, one);
    await expect(desk.locator('.scan-said-good')).toContainText(one);
  }
  await scan(desk, codes[0] ?? '');
  await expect(desk.getByRole('alert')).toContainText('đã quét rồi');
  await scan(desk, 'H27.99.99-261101-0001');
  await expect(desk.getByRole('alert')).toContainText('ghi vào phần ngoài sổ');
  await desk.getByRole('button', { name: /^Ghi ngoài sổ/ }).click();
  const before = await counter(desk).innerText();
  await desk.reload();
  await expect(counter(desk)).toHaveText(before.replace('\n', ''));
  await expect(desk.getByRole('row', { name: /H27\.99\.99-261101-0001/ })).toContainText('ghi ngoài sổ');

  await desk.keyboard.press('F9');
  const closing = desk.getByRole('dialog', { name: /^Chốt kiểm kê/ });
  await closing.getByRole('button', { name: 'Chốt kiểm kê' }).click();
  await expect(closing.getByText('Ghi đã tìm ở đâu.')).toBeVisible();
  await closing.getByLabel(/^Ghi chú cho \d+ mục chưa quét/).fill('Đã tìm trong tủ và trên quầy');
  await noViolations(desk);
  await closing.getByRole('button', { name: 'Chốt kiểm kê' }).click();
  await expect(desk.getByText(/^Đã chốt kiểm kê, biên bản \d+\/BBKK/)).toBeVisible();
  await desk.goto(`${HATINH.base}/lam-viec/giao-nhan?muc=cases`);
  await expect(desk.getByRole('row', { name: new RegExp(code.replaceAll('.', '\\.')) }).first()).toContainText('Không thấy khi kiểm kê');
  await desk.context().close();
});

test('on a phone, at the next count, it turns up and its case is over', async ({ browser }) => {
  const desk = await comesToWork(browser, DESK, HATINH, PHONE);
  await desk.goto(`${HATINH.base}/lam-viec/kiem-ke`);
  await desk.getByRole('button', { name: /^Bắt đầu kiểm kê/ }).click();
  for (const one of await codesLeft(desk)) {
    await scan(desk, one);
    await expect(desk.locator('.scan-said-good')).toContainText(one);
  }
  await scan(desk, code);
  await expect(desk.locator('.scan-said-good')).toContainText('sổ ghi ở nơi khác');
  await noViolations(desk);
  await desk.getByRole('button', { name: /^Chốt kiểm kê/ }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Chốt kiểm kê' }).click();
  await expect(desk.getByText(/^Đã chốt kiểm kê, biên bản \d+\/BBKK/)).toBeVisible();
  await desk.goto(`${HATINH.base}/lam-viec/giao-nhan?muc=cases`);
  await expect(desk.getByText('Hai bên giao, nhận khớp nhau')).toBeVisible();
  await desk.context().close();
});
