// Asked once and completely: the clock stops, the citizen reads the list, and with the papers it begins anew.
// This file moves the world's clock two days on, so it stands last in the order of names.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, type Page, test } from '@playwright/test';
import { acceptsHandOver, opensIn } from './agency.ts';
import { receivedByWire, wireOf } from './by-wire.ts';
import { track } from './citizen.ts';
import { client, dialog, forwardAll } from './desk.ts';
import { comesToWork, KYBAC, open, opensPresence, PHONE } from './people.ts';
import { picture } from './pictures.ts';

test.describe.configure({ mode: 'serial' });

const BRIDE = client(31, 'Đặng Thị Xuân');
const DIGITS = BRIDE.phone.slice(-4);
const run = promisify(execFile);

let clerk: Page;
let code = '';

test.beforeAll(async ({ browser }) => {
  const officer = await wireOf('tuphap.kybac');
  ({ code } = await receivedByWire(officer, '1.004873', BRIDE));
  await officer.dispose();
  clerk = await comesToWork(browser, 'buudien.kybac');
  await opensPresence(clerk, /Trần Văn Trúc/);
  await clerk.keyboard.press('F1');
  await forwardAll(clerk, 'Ủy ban nhân dân xã Kỳ Bắc', [code]);
  await clerk.getByRole('button', { name: 'Đóng', exact: true }).click();
});

test('the officer asks once for everything that is missing, in her own words', async ({ browser }) => {
  const officer = await comesToWork(browser, 'tuphap.kybac');
  await acceptsHandOver(officer, [code]);
  await opensIn(officer, 'Của tôi', code);
  await expect(officer.locator('.due-when')).toHaveText('thứ Năm, 21/11/2019, 17 giờ 30');
  await officer.getByRole('button', { name: 'Yêu cầu bổ sung' }).click();
  const asked = dialog(officer, `Yêu cầu bổ sung hồ sơ ${code}`);
  await asked.getByRole('button', { name: /^\+ Giấy tờ chứng minh đã ly hôn/ }).click();
  await asked.getByRole('button', { name: '+ Giấy tờ khác' }).click();
  await asked.getByLabel('2. Giấy tờ').fill('Giấy xác nhận của xã nơi đã thường trú trước đây');
  await asked.getByRole('button', { name: 'Yêu cầu bổ sung' }).click();
  await expect(asked.getByText('Ghi số bản cần nộp, hoặc nội dung cần sửa.')).toBeVisible();
  await asked.getByLabel('Bản chính').nth(1).fill('1');
  await asked.getByLabel('Lý do chung').fill('Sổ hộ tịch ghi bà đã đăng ký kết hôn năm 2010; cần giấy tờ chứng minh việc kết hôn đã chấm dứt.');
  await picture(officer, '41-ask');
  await asked.getByRole('button', { name: 'Yêu cầu bổ sung' }).click();
  const slip = dialog(officer, /^Đã yêu cầu bổ sung · Phiếu số/);
  await expect(slip).toBeVisible();
  await slip.getByRole('button', { name: 'Đóng', exact: true }).click();
  await expect(officer.getByText(/Đang chờ người dân bổ sung/)).toBeVisible();
  await picture(officer, '42-waiting');
  await officer.context().close();
});

test('the citizen reads the same list, and that the time has stopped', async ({ browser }) => {
  const phone = await open(browser, KYBAC, { ...PHONE, javaScriptEnabled: false });
  await track(phone, code, DIGITS);
  await expect(phone.locator('ol.asked li')).toHaveCount(2);
  await expect(phone.locator('ol.asked')).toContainText('Giấy xác nhận của xã nơi đã thường trú trước đây');
  await expect(phone.locator('.hero')).toContainText('Tạm dừng tính thời gian');
  await picture(phone, '43-citizen-asked');
  await phone.context().close();
});

test('two days later the desk receives the papers, and the time limit begins anew from that day', async () => {
  await run(process.execPath, ['src/server/cli/motcua.ts', 'clock', 'set', '2019-11-20 09:00', '--world', 'kybac-2019'], {
    env: { ...process.env, MOTCUA_DATA_DIR: process.env['MOTCUA_E2E_DATA'] ?? '.data' },
  });
  await expect.poll(async () => (await (await clerk.request.get('/api/me')).json() as { businessNow: string }).businessNow).toContain('2019-11-20');
  await clerk.keyboard.press('F1');
  await expect(clerk.getByRole('heading', { level: 1 })).toHaveText('Hôm nay, thứ Tư, 20/11/2019');
  await clerk.getByRole('tab', { name: /^Chờ bổ sung/ }).click();
  await clerk.getByRole('link', { name: code }).press('Enter');
  await expect(clerk.getByRole('heading', { level: 1 })).toContainText(code);
  await expect(clerk.getByRole('region', { name: 'Ngày hẹn trả kết quả' })).toContainText('Tạm dừng');
  await picture(clerk, '44-desk-asked');
  await clerk.keyboard.press('F9');
  const asked = dialog(clerk, `Tiếp nhận bổ sung ${code}`);
  for (const paper of await asked.getByRole('checkbox').all()) await paper.check();
  await asked.getByRole('button', { name: 'Tiếp nhận bổ sung' }).click();
  await expect(clerk.getByText('Đã tiếp nhận bổ sung. Hẹn trả mới: thứ Hai, 25/11/2019, 17 giờ 30.')).toBeVisible();
  await picture(clerk, '45-supplemented');
});

test('the citizen sees the new date and why it begins anew', async ({ browser }) => {
  const phone = await open(browser, KYBAC, { ...PHONE, javaScriptEnabled: false });
  await track(phone, code, DIGITS);
  await expect(phone.locator('.hero')).toContainText('25/11/2019');
  await phone.getByText('Vì sao là ngày này?').click();
  await expect(phone.locator('.why')).toContainText('tính lại từ đầu');
  await picture(phone, '46-citizen-anew');
  await phone.context().close();
});
