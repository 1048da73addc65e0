// The administrator keeps the calendar: Tết is confirmed, a day is exchanged by a jurist's file, the dossiers it moves are
// looked at and get their new date, and whoever holds the receipt reads why.
import { expect, type Page, test } from '@playwright/test';
import { farmer, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import type { CalendarView } from '#wire/calendar.wire.ts';
import { noViolations } from './axe.ts';
import { wireOf } from './by-wire.ts';
import { track } from './citizen.ts';
import { comesToWork, HATINH, open } from './people.ts';
import { picture } from './pictures.ts';

const HEAD = 'Ngày,Loại ngày,Tên,Trạng thái,Căn cứ';
const SWAP = `\uFEFF${HEAD}\r\n07/01/2027,Nghỉ hoán đổi,Đổi với ngày 09/01/2027,Đã công bố,TB 12/TB-BNV\r\n09/01/2027,Làm bù,Đổi với ngày 07/01/2027,Đã công bố,TB 12/TB-BNV\r\n`;
const WRONG = `${HEAD}\n30/02/2027,Nghỉ lễ,Nghỉ bão,Đã công bố,TB 1\n08/01/2027,Làm bù,Nghỉ bão,Đã công bố,TB 1\n`;
const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

/** At the desk's width and on a phone: no violation, nothing cut off. */
const isAccessible = async (page: Page, name: string): Promise<void> => {
  for (const size of [{ width: 360, height: 740 }, { width: 1366, height: 768 }]) {
    await page.setViewportSize(size);
    await picture(page, `calendar-${size.width}-${name}`);
    await noViolations(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
  }
};

const opensCalendar = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Lịch', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lịch làm việc' })).toBeVisible();
};

test('a day is exchanged and the dossier’s page shows the new date and why', async ({ browser }) => {
  const clerk = await wireOf('buudien.kyxuan', HATINH);
  const applicant = { ...farmer, fullName: 'Phan Thị Lịch', phone: '0912004567', identity: { kind: 'identity-card-2024' as const, number: '042185001234' }, address: { line: 'thôn Xuân Phú', communeName: 'xã Kỳ Xuân', provinceName: 'tỉnh Hà Tĩnh' } };
  const answer = await clerk.post('/api/desk/dossiers', receiveCommand('ky-xuan', procedureIn('hatinh-2026', '1.002759'), { parties: { applicant } }));
  expect(answer.status(), await answer.text()).toBe(201);
  const { dossierId, code, due } = await answer.json() as { dossierId: string; code: string; due: { due: string; dependsOnUnconfirmed: boolean } };
  expect([due.due, due.dependsOnUnconfirmed]).toEqual(['2027-01-07T17:30:00+07:00', true]);
  await clerk.dispose();

  const page = await comesToWork(browser, 'quantri', HATINH);
  await opensCalendar(page);
  await page.getByRole('button', { name: 'Năm 2027' }).click();
  await expect(page.getByRole('heading', { name: 'Năm 2027' })).toBeVisible();
  await isAccessible(page, 'year');

  await test.step('arrows move by day and week, Enter opens the day', async () => {
    await page.getByRole('button', { name: /^thứ Sáu, 01\/01\/2027/ }).focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'PageDown', 'ArrowUp', 'ArrowLeft']) await page.keyboard.press(key);
    await expect(page.getByRole('button', { name: 'thứ Hai, 01/02/2027: Ngày làm việc' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await isAccessible(page, 'day');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  await test.step('Tết is confirmed by its document', async () => {
    await page.getByRole('tab', { name: 'Ngày đặc biệt' }).click();
    await isAccessible(page, 'days');
    await page.getByRole('button', { name: 'Xác nhận Tết Nguyên đán' }).click();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Ghi số, ký hiệu văn bản công bố.')).toBeVisible();
    await page.getByLabel('Căn cứ công bố').fill('TB 101/TB-BNV');
    await page.keyboard.press('Enter');
    await expect(page.getByText('7 thay đổi chưa lưu.')).toBeVisible();
    await page.reload();
    await expect(page.getByText('7 thay đổi chưa lưu.')).toBeVisible();
  });

  await test.step('a file with faults is read out and changes nothing; the right one adds its two days', async () => {
    await page.getByRole('button', { name: 'Nhập từ tệp CSV' }).click();
    const file = page.getByLabel('Chọn tệp CSV');
    await file.setInputFiles(csv('sai.csv', WRONG));
    const faults = page.getByRole('dialog').getByRole('alert');
    await expect(faults).toContainText('Dòng 2, cột “Ngày”: “30/02/2027” không phải một ngày có thật');
    await expect(faults).toContainText('Dòng 3, cột “Loại ngày”: 08/01/2027 vốn là ngày làm việc');
    await isAccessible(page, 'import');
    await file.setInputFiles(csv('hoan-doi.csv', SWAP));
    await expect(page.getByText('Tệp đặt 2 ngày và bỏ 0 ngày.')).toBeVisible();
    await page.getByRole('button', { name: 'Ghi vào bản sửa' }).click();
    await expect(page.getByText('9 thay đổi chưa lưu.')).toBeVisible();
  });

  await test.step('the next version says by which documents and why', async () => {
    await page.keyboard.press('F9');
    const dialog = page.getByRole('dialog', { name: 'Lập phiên bản 2 của lịch' });
    await expect(dialog.getByLabel('Căn cứ')).toHaveValue('TB 12/TB-BNV; TB 101/TB-BNV');
    await isAccessible(page, 'save');
    await page.getByRole('button', { name: 'Lập phiên bản mới', exact: true }).click();
    await expect(dialog.getByText(/^Ghi lý do/)).toBeVisible();
    await dialog.getByLabel('Lý do').fill('Công bố lịch nghỉ Tết và hoán đổi ngày 07/01/2027');
    await page.getByRole('button', { name: 'Lập phiên bản mới', exact: true }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('the batch shows whom it touches, old and new date, and is applied', async () => {
    await expect(page.getByRole('heading', { name: /^Đợt tính lại của phiên bản 2/ })).toBeVisible();
    const row = page.getByRole('row').filter({ hasText: code });
    await expect(row).toContainText('thứ Năm, 07/01/2027, 17 giờ 30');
    await expect(row).toContainText('thứ Sáu, 08/01/2027, 17 giờ 30');
    await isAccessible(page, 'batch');
    await page.getByRole('button', { name: /^Áp dụng cho \d+ hồ sơ/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Áp dụng' }).click();
    await expect(page.getByText('Đã áp dụng cho hồ sơ đang giải quyết')).toBeVisible({ timeout: 30_000 });
    await isAccessible(page, 'applied');
    await page.getByRole('tab', { name: /^Phiên bản/ }).click();
    await page.getByText('Thay đổi: 9 ngày').click();
    await expect(page.getByRole('row').filter({ hasText: 'thứ Năm, 07/01/2027' })).toContainText('Nghỉ hoán đổi');
    await isAccessible(page, 'versions');
    await page.getByRole('tab', { name: /^Giờ làm việc/ }).click();
    await page.getByRole('button', { name: 'Sửa giờ: Giờ hành chính' }).click();
    await isAccessible(page, 'hours');
  });
  await page.context().close();

  await test.step('the desk and the citizen read the new date and why', async () => {
    const desk = await comesToWork(browser, 'buudien.kyxuan', HATINH);
    await desk.goto(`/lam-viec/ho-so/${dossierId}`);
    await expect(desk.locator('.due-when')).toHaveText('thứ Sáu, 08/01/2027, 17 giờ 30');
    await desk.getByText('Vì sao là ngày này?').click();
    await expect(desk.locator('.due-why')).toContainText('Công bố lịch nghỉ Tết và hoán đổi ngày 07/01/2027');
    await desk.context().close();
    const phone = await open(browser, HATINH, { viewport: { width: 360, height: 740 } });
    await track(phone, code, '4567');
    await expect(phone.getByText(/08\/01\/2027/).first()).toBeVisible();
    await noViolations(phone);
    await phone.context().close();
  });
});

test('of two administrators the second sees what the first did, keeps what was typed and decides again', async ({ browser }) => {
  const page = await comesToWork(browser, 'quantri', HATINH);
  await page.goto('/lam-viec/quan-tri/lich?nam=2028');
  await page.getByRole('button', { name: /^thứ Tư, 01\/03\/2028/ }).click();
  await page.getByLabel('Tên').fill('Nghỉ bão');
  await page.getByLabel('Căn cứ').fill('CĐ 3/CĐ-UBND');
  await page.getByRole('button', { name: 'Ghi vào bản sửa' }).click();
  await page.keyboard.press('F9');
  await page.getByRole('dialog').getByLabel('Lý do').fill('Bão số 3');

  const other = await wireOf('quantri', HATINH);
  const { calendar } = await (await other.get('/api/admin/calendar')).json() as CalendarView;
  const day = { date: '2028-03-02', kind: 'holiday', name: 'Nghỉ lũ', status: 'confirmed', source: 'CĐ 4/CĐ-UBND' };
  const made = await other.post('/api/admin/calendar/versions', { baseVersion: calendar.version, set: [day], remove: [], sites: [], decision: 'CĐ 4/CĐ-UBND', reason: 'Lũ quét' });
  expect(made.status(), await made.text()).toBe(201);
  await other.dispose();

  await page.getByRole('button', { name: 'Lập phiên bản mới', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText(`Lịch nay ở phiên bản ${calendar.version + 1}`);
  await page.getByRole('button', { name: 'Xem phiên bản mới' }).click();
  await expect(page.getByText(`đã lập phiên bản ${calendar.version + 1}`)).toBeVisible();
  await page.getByText('Xem thay đổi đó').click();
  await expect(page.getByText('Nghỉ lễ, tết: Nghỉ lũ')).toBeVisible();
  await isAccessible(page, 'stale');
  await page.getByRole('button', { name: /^Quyết định lại trên phiên bản/ }).click();
  await expect(page.getByText('1 thay đổi chưa lưu.')).toBeVisible();
  await page.keyboard.press('F9');
  await page.getByRole('dialog').getByLabel('Lý do').fill('Bão số 3');
  await page.getByRole('button', { name: 'Lập phiên bản mới', exact: true }).click();
  await expect(page.getByRole('heading', { name: new RegExp(`^Đợt tính lại của phiên bản ${calendar.version + 2}`) })).toBeVisible();
  await page.getByRole('button', { name: 'Để nguyên' }).click();
  await page.getByRole('dialog').getByLabel('Lý do').fill('Chưa đến hạn của hồ sơ nào');
  await page.getByRole('dialog').getByRole('button', { name: 'Để nguyên' }).click();
  await expect(page.getByText('Để nguyên hồ sơ đang giải quyết')).toBeVisible();
  await page.context().close();
});
