// An outcome is on the record and not in the bag: both sides see that nobody has it, and the agency finds it.
import { expect, test } from '@playwright/test';
import { noViolations } from './axe.ts';
import { dialog } from './desk.ts';
import { comesToWork, goesTo, HATINH, PHONE } from './people.ts';

test.describe.configure({ mode: 'serial' });
let code = '';

test('the desk misses the outcome of a bag: it is held by nobody, and the case says until when', async ({ browser }) => {
  const desk = await comesToWork(browser, 'tiepnhan.huongkhe', HATINH);
  await goesTo(desk, /^Hôm nay/);
  await desk.getByRole('tab', { name: /^Kết quả về/ }).click();
  const bag = desk.locator('section.panel', { hasText: 'Công an xã Hương Khê' }).first();
  const row = bag.getByRole('row').nth(1);
  code = await row.locator('.code').first().innerText();
  await row.getByRole('checkbox').uncheck();
  await row.getByRole('textbox').fill('Không có trong túi');
  await bag.getByRole('button', { name: /^Xác nhận đã nhận/ }).click();
  await dialog(desk, /^Nhận kết quả từ/).getByRole('button', { name: 'Xác nhận đã nhận' }).click();
  await expect(desk.getByText(/^Đã nhận \d+ kết quả/)).toBeVisible();

  await desk.getByRole('button', { name: 'Giấy tờ đang giữ' }).click();
  await expect(desk.getByRole('tab', { name: /^Đang giữ/, selected: true })).toBeVisible();
  await noViolations(desk);
  await desk.getByRole('tab', { name: /^Chênh lệch/ }).click();
  const difference = desk.getByRole('row', { name: new RegExp(code.replaceAll('.', '\\.')) });
  await expect(difference).toContainText('Thiếu so với biên bản');
  await expect(difference).toContainText('giao 1 · nhận 0');
  await noViolations(desk);
  await difference.getByRole('link', { name: code }).click();
  await desk.getByRole('tab', { name: /^Đường đi/ }).click();
  await expect(desk.locator('.track-lost')).toContainText('Chưa rõ ở đâu');
  await desk.context().close();
});

test('the agency finds it, and it is theirs again', async ({ browser }) => {
  const records = await comesToWork(browser, 'congan.huongkhe', HATINH, PHONE);
  await records.goto(`${HATINH.base}/lam-viec/co-quan/giao-nhan?muc=cases`);
  await records.getByRole('row', { name: new RegExp(code.replaceAll('.', '\\.')) }).getByRole('button', { name: /^Xử lý/ }).click();
  const asked = records.getByRole('dialog');
  await asked.getByRole('button', { name: 'Ghi kết quả xử lý' }).click();
  await expect(asked.getByText('Chọn kết quả xử lý.')).toBeVisible();
  await asked.getByLabel('Đã tìm thấy').check();
  await asked.getByLabel('Ghi rõ căn cứ và việc đã làm').fill('Còn để lại ở phòng trực');
  await noViolations(records);
  await asked.getByRole('button', { name: 'Ghi kết quả xử lý' }).click();
  await expect(records.getByText('Đã ghi kết quả xử lý.')).toBeVisible();
  await expect(records.getByText('Hai bên giao, nhận khớp nhau')).toBeVisible();
  await records.getByRole('tab', { name: /^Đang giữ/ }).click();
  await expect(records.getByRole('table', { name: 'Đang giữ' })).toBeVisible();
  await records.context().close();
});
