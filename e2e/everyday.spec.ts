// Situations of every day that break naive software: a power cut, a person who cannot sign, a lost receipt.
import { expect, type Page, test } from '@playwright/test';
import { client, findProcedure, receivedCode, walkToConfirm } from './desk.ts';
import { comesToWork, handsOn, opensPresence } from './people.ts';

test.describe.configure({ mode: 'serial' });

const SIGNATURE = 'Chứng thực chữ ký';
let clerk: Page;
test.beforeAll(async ({ browser }) => {
  clerk = await comesToWork(browser, 'buudien.kybac');
  await opensPresence(clerk, /Trần Văn Trúc/);
});

const toConfirm = async (n: number, name: string): Promise<void> => {
  const hands = handsOn(clerk);
  await findProcedure(clerk, hands, 'chung thuc chu ky', SIGNATURE);
  await walkToConfirm(clerk, hands, client(n, name), {});
};

test('after a power cut a sheet of the paper booklet is entered with the hour that stands on it', async () => {
  await toConfirm(71, 'Phan Văn Muộn');
  await clerk.getByRole('button', { name: 'Nhập từ sổ giấy (mất điện, mất mạng)' }).click();
  await expect(clerk.getByRole('button', { name: /^Công chức xác nhận/ })).toBeDisabled();
  await clerk.getByLabel('Giờ ghi trong sổ').fill('0705');
  await clerk.getByLabel('Số trong sổ giấy').fill('Q1-012');
  await clerk.getByLabel('Lý do', { exact: true }).fill('Mất điện từ 7 giờ');
  await clerk.keyboard.press('F9');
  expect(await receivedCode(clerk)).toMatch(/-191118-\d{4}$/);
  await clerk.getByRole('button', { name: 'Mở hồ sơ' }).click();
  await expect(clerk.getByText('nhập sau từ sổ giấy số Q1-012: Mất điện từ 7 giờ')).toBeVisible();
});

test('the same sheet is not entered twice, and the screen says which dossier it is', async () => {
  await toConfirm(72, 'Phan Văn Muộn Hai');
  await clerk.getByRole('button', { name: 'Nhập từ sổ giấy (mất điện, mất mạng)' }).click();
  await clerk.getByLabel('Giờ ghi trong sổ').fill('07:06');
  await clerk.getByLabel('Số trong sổ giấy').fill('Q1-012');
  await clerk.getByLabel('Lý do', { exact: true }).fill('Mất điện');
  await clerk.keyboard.press('F9');
  await expect(clerk.getByText(/^Số Q1-012 của ngày này đã nhập thành hồ sơ .+Đối chiếu lại với sổ giấy\.$/)).toBeVisible();
  await clerk.getByLabel('Số trong sổ giấy').fill('Q1-013');
  await clerk.keyboard.press('F9');
  expect(await receivedCode(clerk)).toMatch(/-191118-\d{4}$/);
});

test('who cannot sign gives a fingerprint before two witnesses; nobody is a witness of himself', async () => {
  await toConfirm(73, 'Hồ Thị Điểm');
  await clerk.getByRole('button', { name: /^Người nộp không biết chữ/ }).click();
  const receive = clerk.getByRole('button', { name: /^Công chức xác nhận/ });
  await clerk.getByLabel(/^Đã đọc lại nội dung/).check();
  await clerk.getByLabel('Người làm chứng 1', { exact: true }).fill('Lê Văn Chứng');
  await clerk.getByLabel('Số giấy tờ của người làm chứng 1').fill('183400073');
  await expect(clerk.getByText(/^Người làm chứng phải là người khác/)).toBeVisible();
  await clerk.getByLabel('Số giấy tờ của người làm chứng 1').fill('183000011');
  await expect(receive).toBeDisabled();
  await clerk.getByLabel('Người làm chứng 2', { exact: true }).fill('Lê Thị Kiến');
  await clerk.getByLabel('Số giấy tờ của người làm chứng 2').fill('183000012');
  await expect(clerk.getByLabel(/chữ lớn$/)).toBeChecked();
  await receive.click();
  await receivedCode(clerk);
  await clerk.getByRole('button', { name: 'Mở hồ sơ' }).click();
  await expect(clerk.getByText('điểm chỉ, người làm chứng: Lê Văn Chứng, Lê Thị Kiến')).toBeVisible();
});

test('an Enter too many receives nothing: the last step is looked at, and F9 receives', async () => {
  await toConfirm(74, 'Phan Văn Nhanh');
  for (const key of ['Enter', 'Enter', 'Control+Enter']) await clerk.keyboard.press(key);
  await expect(clerk.getByText('Xem lại rồi bấm F9 để tiếp nhận')).toBeVisible();
  await clerk.keyboard.press('F9');
  await receivedCode(clerk);
  const found = await (await clerk.request.get('/api/desk/find?q=183400074')).json() as { dossiers: readonly unknown[] };
  expect(found.dossiers).toHaveLength(1);
});
