// The morning's warning list at the desk and at the agency, how early it warns, and the year's books: what is
// received stands in them, the head opens them with her PIN, and they go to Excel and to the printer whole.
import { expect, type Page, test } from '@playwright/test';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { noViolations } from './axe.ts';
import { wireOf } from './by-wire.ts';
import { comesToWork, goesTo, HATINH, KYBAC, PIN } from './people.ts';
import { picture } from './pictures.ts';

/** At the desk's width and on a phone: no violation, nothing cut off. */
const isAccessible = async (page: Page, name: string): Promise<void> => {
  for (const size of [{ width: 360, height: 740 }, { width: 1366, height: 768 }]) {
    await page.setViewportSize(size);
    await picture(page, `books-${size.width}-${name}`);
    await noViolations(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
  }
};
const inRail = (page: Page, name: RegExp) => page.getByRole('navigation', { name: 'Màn hình làm việc' }).getByRole('link', { name });
const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name });

test('what falls due stands in the list with the way to its next act', async ({ browser }) => {
  const clerk = await comesToWork(browser, 'buudien.kyxuan', HATINH);
  await expect(inRail(clerk, /^Nhắc hạn \d+ việc/)).toBeVisible();
  await goesTo(clerk, /^Nhắc hạn/);
  await expect(clerk.getByRole('rowgroup').filter({ hasText: 'Quá hạn' }).first()).toBeVisible();
  await expect(clerk.getByText('Nhắc trước 2 ngày, 1 ngày và 02 giờ làm việc')).toBeVisible();
  await isAccessible(clerk, 'desk-warnings');

  await test.step('the list is worked by keyboard', async () => {
    await clerk.keyboard.press('j');
    const code = (await clerk.locator('tr.at-row a.code').innerText()).trim();
    await clerk.keyboard.press('Enter');
    await expect(clerk).toHaveURL(/\/ho-so\/[0-9a-f-]{36}$/);
    await expect(clerk.getByText(code).first()).toBeVisible();
    await clerk.goBack();
  });
  await test.step('an outcome that nobody fetches leads to its return', async () => {
    await tab(clerk, /^Kết quả chưa trả/).click();
    await clerk.getByRole('link', { name: /^Mời và trả kết quả/ }).first().click();
    await expect(clerk.getByText('1. Người nhận')).toBeVisible();
  });
  await clerk.context().close();

  const officer = await comesToWork(browser, 'hotich.kyxuan', HATINH);
  await goesTo(officer, /^Nhắc hạn cơ quan/);
  await expect(officer.getByRole('rowgroup').filter({ hasText: 'Quá hạn' }).first()).toBeVisible();
  await tab(officer, /^Phải xin lỗi hôm nay/).click();
  await expect(officer.getByText('Ký lời xin lỗi, hẹn lại ngày trả').first()).toBeVisible();
  // 24/11 is a holiday since 2026: what is returned on 25/11 must be asked for today
  await expect(officer.getByText('Chậm nhất 24/11/2026').first()).toBeVisible();
  await isAccessible(officer, 'office-warnings');
  await tab(officer, /^Cần làm/).click();
  await officer.getByRole('button', { name: 'Chỉ việc của tôi' }).click();
  await expect(officer.getByRole('button', { name: 'Chỉ việc của tôi', pressed: true })).toBeVisible();
  await officer.context().close();
});

test('the administrator sets how early a desk is warned', async ({ browser }) => {
  const admin = await comesToWork(browser, 'quantri', KYBAC);
  await goesTo(admin, /^Nhắc hạn/);
  const row = admin.getByRole('row').filter({ hasText: 'Một cửa xã Kỳ Bắc' });
  await row.getByRole('button', { name: /^Đổi thời gian/ }).click();
  await admin.getByLabel('Lần nhắc thứ hai').fill('6');
  await admin.getByLabel('Lần nhắc đầu').fill('5');
  await admin.keyboard.press('Enter');
  await expect(admin.getByText(/Phải nhiều hơn số ngày của lần nhắc thứ hai/)).toBeVisible();
  await expect(admin.getByLabel('Lần nhắc đầu')).toHaveValue('5');
  await isAccessible(admin, 'warning-settings');
  await admin.getByLabel('Lần nhắc thứ hai').fill('3');
  await admin.keyboard.press('Enter');
  await expect(row.getByText(/trước 5 ngày, 3 ngày và 02 giờ làm việc/)).toBeVisible();
  await admin.context().close();

  const clerk = await comesToWork(browser, 'buudien.kybac', KYBAC);
  await goesTo(clerk, /^Nhắc hạn/);
  await expect(clerk.getByText('Nhắc trước 5 ngày, 3 ngày và 02 giờ làm việc')).toBeVisible();
  await clerk.context().close();
});

test('a reception enters the year’s book, which the head opens and everybody of the desk reads', async ({ browser }) => {
  const officer = await wireOf('tuphap.kybac', KYBAC);
  const answer = await officer.post('/api/desk/dossiers', receiveCommand('ky-bac', procedureIn('kybac-2019', '1.001193')));
  expect(answer.status(), await answer.text()).toBe(201);
  const { code } = await answer.json() as { code: string };
  await officer.dispose();

  const head = await comesToWork(browser, 'chutich.kybac', KYBAC);
  await goesTo(head, /^Sổ$/);
  await expect(head.getByRole('link', { name: 'Sổ theo dõi hồ sơ' })).toBeVisible();
  await isAccessible(head, 'list');
  await head.getByRole('link', { name: 'Sổ theo dõi hồ sơ' }).click();
  await expect(head.getByRole('heading', { level: 1, name: /^Sổ theo dõi hồ sơ năm 2019/ })).toContainText('Chưa ký mở sổ');
  await expect(head.getByText('người đứng đầu').or(head.getByText(/ông\/bà ghi quyết định và ký mở sổ/)).first()).toBeVisible();
  await isAccessible(head, 'unsigned');

  await test.step('a wrong PIN is told at its field and nothing typed is lost', async () => {
    await head.keyboard.press('F9');
    await head.getByLabel('Mở theo quyết định, văn bản').fill('Quyết định số 01/QĐ-UBND ngày 02/01/2019');
    await head.getByLabel('Mã PIN của ông/bà').fill('111111');
    await head.keyboard.press('Enter');
    await expect(head.getByText('Mã PIN không đúng. Vui lòng nhập lại.')).toBeVisible();
    await expect(head.getByLabel('Mở theo quyết định, văn bản')).toHaveValue('Quyết định số 01/QĐ-UBND ngày 02/01/2019');
    await isAccessible(head, 'wrong-pin');
    await head.getByLabel('Mã PIN của ông/bà').fill(PIN);
    await head.keyboard.press('Enter');
    await expect(head.getByRole('heading', { level: 1 })).toContainText('Đang ghi');
    await expect(head.getByText('Quyết định số 01/QĐ-UBND ngày 02/01/2019')).toBeVisible();
  });
  await test.step('the book is read by month and searched', async () => {
    await tab(head, /^Tháng 11/).click();
    await head.getByLabel('Tìm trong sổ').fill(code.slice(-11));
    await expect(head.getByRole('row').nth(2)).toBeHidden();
    await expect(head.getByRole('link', { name: code })).toBeVisible();
    await head.getByLabel('Tìm trong sổ').fill('khong co ai');
    await expect(head.getByText('Không có dòng nào khớp')).toBeVisible();
    await head.getByLabel('Tìm trong sổ').fill('');
    await expect(head.getByRole('row').nth(1)).toBeVisible();
    await isAccessible(head, 'book');
  });
  await test.step('it goes to Excel and to the printer whole', async () => {
    const [download] = await Promise.all([head.waitForEvent('download'), head.getByRole('link', { name: /Xuất Excel/ }).click()]);
    expect(download.suggestedFilename()).toBe('theo-doi-ky-bac-2019.csv');
    const pdf = await head.request.get(await head.getByRole('link', { name: 'In cả quyển' }).getAttribute('href') ?? '');
    expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });
  await test.step('the volume is full: the next one goes on with the next number', async () => {
    await head.getByRole('button', { name: 'Mở quyển tiếp theo' }).click();
    await head.getByLabel('Mở theo quyết định, văn bản').fill('Quyết định số 40/QĐ-UBND ngày 18/11/2019');
    await head.getByLabel('Mã PIN của ông/bà').fill(PIN);
    await isAccessible(head, 'next-volume');
    await head.getByRole('button', { name: 'Ký khóa và mở quyển mới' }).click();
    await expect(head.getByText('chưa có số nào')).toBeVisible();
    await expect(head.getByLabel('Quyển', { exact: true })).toHaveValue('2');
    await head.getByLabel('Quyển', { exact: true }).selectOption('01/2019');
    await expect(head.getByRole('heading', { level: 1 })).toContainText('Đã khóa');
    await isAccessible(head, 'volume');
    await head.getByLabel('Quyển', { exact: true }).selectOption('Cả năm');
    await expect(head.getByText('01/2019 đến 02/2019')).toBeVisible();
    await expect(head.getByRole('link', { name: code })).toBeVisible();
  });
  await head.context().close();

  const clerk = await comesToWork(browser, 'buudien.kybac', KYBAC);
  await clerk.goto(`${KYBAC.base}/lam-viec/so/theo-doi/ky-bac/2019`);
  await expect(clerk.getByRole('heading', { level: 1 })).toContainText('Đang ghi');
  await expect(clerk.getByRole('button', { name: /^(Mở|Khóa) sổ/ })).toHaveCount(0);
  await clerk.goto(`${KYBAC.base}/lam-viec/so/theo-doi/ky-phong/2019`);
  await expect(clerk.getByText('Chưa tải được dữ liệu')).toBeVisible();
  await clerk.context().close();
});
