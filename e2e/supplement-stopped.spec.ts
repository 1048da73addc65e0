// What was asked for never came: the office's list proposes it, a person stops the dossier with the notice, the citizen
// reads it. This file moves the world's clock on, so it stands last in the order of names.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, type Page, test } from '@playwright/test';
import { acceptsHandOver, opensIn } from './agency.ts';
import { receivedByWire, wireOf } from './by-wire.ts';
import { track } from './citizen.ts';
import { client, dialog, forwardAll } from './desk.ts';
import { comesToWork, KYBAC, open, opensPresence, PHONE } from './people.ts';
import { picture } from './pictures.ts';

const run = promisify(execFile);
const SILENT = client(64, 'Võ Thị Lặng');

const businessNow = async (page: Page): Promise<string> => (await (await page.request.get('/api/me')).json() as { businessNow: string }).businessNow;
/** A Wednesday at least a week on: past every limit of one working day. */
const laterThan = (now: string): string => {
  const day = new Date(Date.parse(`${now.slice(0, 10)}T00:00:00Z`) + 7 * 86_400_000);
  day.setUTCDate(day.getUTCDate() + ((3 - day.getUTCDay() + 7) % 7));
  return day.toISOString().slice(0, 10);
};

test('what the citizen does not answer in time is proposed to be stopped, and a person stops it', async ({ browser }) => {
  const wire = await wireOf('tuphap.kybac');
  const { code } = await receivedByWire(wire, '1.004873', SILENT);
  await wire.dispose();
  const clerk = await comesToWork(browser, 'buudien.kybac');
  await opensPresence(clerk, /Trần Văn Trúc/);
  await clerk.keyboard.press('F1');
  await forwardAll(clerk, 'Ủy ban nhân dân xã Kỳ Bắc', [code]);
  await clerk.context().close();
  const officer = await comesToWork(browser, 'tuphap.kybac');
  await acceptsHandOver(officer, [code]);
  await opensIn(officer, 'Của tôi', code);
  await officer.getByRole('button', { name: 'Yêu cầu bổ sung' }).click();
  const asked = dialog(officer, `Yêu cầu bổ sung hồ sơ ${code}`);
  await asked.getByRole('button', { name: /^\+ Giấy tờ chứng minh đã ly hôn/ }).click();
  await asked.getByLabel('Lý do chung').fill('Thiếu giấy tờ chứng minh việc kết hôn trước đã chấm dứt.');
  await asked.getByLabel('Hạn bổ sung (ngày làm việc)').fill('1');
  await asked.getByRole('button', { name: 'Yêu cầu bổ sung' }).click();
  await dialog(officer, /^Đã yêu cầu bổ sung/).getByRole('button', { name: 'Đóng', exact: true }).click();

  const day = laterThan(await businessNow(officer));
  await run(process.execPath, ['src/server/cli/motcua.ts', 'clock', 'set', `${day} 09:00`, '--world', 'kybac-2019'], {
    env: { ...process.env, MOTCUA_DATA_DIR: process.env['MOTCUA_E2E_DATA'] ?? '.data' },
  });
  await officer.context().close();
  const leader = await comesToWork(browser, 'chutich.kybac');
  // the server looks at its clock's setting every few seconds
  await expect.poll(() => businessNow(leader)).toContain(day);
  await leader.reload();
  await opensIn(leader, 'Hết hạn bổ sung', code);
  await expect(leader.getByText(/Đã hết hạn của người dân mà chưa nhận được/)).toBeVisible();
  await leader.keyboard.press('F9');
  const stopping = dialog(leader, `Dừng giải quyết ${code}`);
  await stopping.getByRole('button', { name: 'Dừng giải quyết' }).click();
  await expect(stopping.getByText('Ghi điều, khoản làm căn cứ dừng.')).toBeVisible();
  await stopping.getByLabel('Căn cứ pháp lý').fill('Khoản 4 Điều 19 Nghị định số 61/2018/NĐ-CP');
  await picture(leader, '79-stop');
  await stopping.getByRole('button', { name: 'Dừng giải quyết' }).click();
  const notice = dialog(leader, /^Đã dừng giải quyết · Thông báo số/);
  await expect(notice).toBeVisible();
  await picture(leader, '80-stopped');
  await notice.getByRole('button', { name: 'Đóng', exact: true }).click();
  await expect(leader.getByText('Hồ sơ đã dừng giải quyết')).toBeVisible();
  await leader.context().close();

  const phone = await open(browser, KYBAC, { ...PHONE, javaScriptEnabled: false });
  await track(phone, code, SILENT.phone.slice(-4));
  await expect(phone.locator('h1')).toContainText(/dừng/i);
  await phone.context().close();
});
