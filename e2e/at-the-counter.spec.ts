// What a desk does all day: certify at once, take a list from one who brings for many, put a receipt right.
import { expect, type Page, test } from '@playwright/test';
import { receivedByWire, wireOf } from './by-wire.ts';
import { client, dialog } from './desk.ts';
import { comesToWork, handsOn, opensPresence, PIN } from './people.ts';
import { picture } from './pictures.ts';

test.describe.configure({ mode: 'serial' });

let clerk: Page;
test.beforeAll(async ({ browser }) => {
  clerk = await comesToWork(browser, 'buudien.kybac');
  await opensPresence(clerk, /Trần Văn Trúc/);
});

test('two kinds of copies are certified with a dozen keys beyond what is typed; each kind has its number in the book', async () => {
  const hands = handsOn(clerk, { counting: true });
  await hands.press('F6');
  await expect(clerk.getByLabel('Người yêu cầu')).toBeFocused();
  await hands.type('Lê Thị Minh');
  await hands.press('Enter');
  await hands.type('Giấy khai sinh');
  await hands.press('Enter');
  await hands.press('Enter');
  await hands.type('3');
  await hands.press('Enter');
  await hands.type('Bằng tốt nghiệp');
  await hands.press('Enter');
  await hands.type('4');
  await hands.press('Enter');
  await expect(clerk.locator('.certify-sum strong')).toHaveText('12.000 đồng');
  await clerk.getByLabel('Người ký chứng thực').selectOption({ label: 'Nguyễn Tiến Bách, Phó Chủ tịch UBND xã Kỳ Bắc' });
  await picture(clerk, '51-certify');
  await hands.press('F9');
  const lines = clerk.locator('ol.certified li');
  await expect(lines).toHaveCount(2);
  await expect(lines.first()).toContainText(/Số \d+ quyển .*SCT\/BS/);
  await expect(clerk.getByText('Tổng thu: 12.000 đồng')).toBeVisible();
  await picture(clerk, '52-certified');
  expect(hands.counted().beyond).toBeLessThanOrEqual(12);
});

test('the next client finds an empty form', async () => {
  await clerk.keyboard.press('F9');
  await expect(clerk.getByLabel('Người yêu cầu')).toHaveValue('');
  await expect(clerk.getByLabel('Loại giấy tờ 1')).toHaveValue('');
});

test('whose PIN confirmed the copies of one client is asked for it again at the next', async ({ browser }) => {
  const other = await comesToWork(browser, 'buudien.kybac');
  await other.keyboard.press('F6');
  await other.getByLabel('Người yêu cầu').fill('Lê Thị Mười');
  await other.getByLabel('Loại giấy tờ 1').fill('Bằng lái xe');
  const pin = other.getByLabel('Mã PIN của công chức');
  await pin.fill(PIN);
  await other.keyboard.press('F9');
  await expect(other.locator('ol.certified li')).toHaveCount(1);
  await other.keyboard.press('F9');
  await expect(other.getByLabel('Người yêu cầu')).toHaveValue('');
  await expect(pin).toHaveValue('');
  await other.context().close();
});

test('a hamlet head brings five dossiers: five codes, one list', async () => {
  await clerk.getByRole('link', { name: /^Danh sách/ }).click();
  await clerk.getByLabel(/^Tên thủ tục/).fill('xin ban sao giay khai sinh');
  await clerk.keyboard.press('Enter');
  await clerk.getByLabel('Số', { exact: true }).fill('183400041');
  await clerk.getByLabel('Họ và tên', { exact: true }).fill('Hồ Văn Trưởng');
  await clerk.getByLabel('Thôn, xóm, số nhà').fill('thôn Hợp Tiến');
  await clerk.getByLabel('Quan hệ, chức danh').fill('Trưởng thôn');
  await clerk.getByLabel(/^Quan hệ của người yêu cầu/).fill('Trưởng thôn');
  await clerk.getByLabel('Việc hộ tịch đã đăng ký').selectOption('birth');
  await clerk.getByLabel('Đã đăng ký tại').fill('UBND xã Kỳ Bắc');
  await clerk.getByLabel('Số lượng bản sao').fill('1');
  const rows = [1, 2, 3, 4, 5].map((n) => `Hồ Thị Hộ ${'Một Hai Ba Bốn Năm'.split(' ')[n - 1]}\t18340005${n}\t0${n}/02/1990\tthôn Hợp Tiến\t0${n}/GUQ`);
  await clerk.getByLabel('Họ và tên chủ hồ sơ, dòng 1').focus();
  await clerk.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, rows.join('\n'));
  await expect(clerk.getByLabel('Họ và tên chủ hồ sơ, dòng 5')).toHaveValue('Hồ Thị Hộ Năm');
  await clerk.getByLabel(/^Đã kiểm đếm/).check();
  await picture(clerk, '53-batch');
  await clerk.keyboard.press('F9');
  await expect(clerk.getByText('Đã tiếp nhận 5/5')).toBeVisible();
  const codes = await clerk.locator('.batch-grid a.code').allInnerTexts();
  expect(codes).toHaveLength(5);
  expect(new Set(codes).size).toBe(5);
  const list = clerk.waitForResponse(/\/api\/papers\/.+\.pdf\?.*size=a4/);
  await clerk.getByRole('button', { name: 'In bảng kê' }).click();
  expect((await list).ok()).toBe(true);
  await picture(clerk, '54-batch-done');
});

test('a list survives a reload, with what each person declares for himself', async () => {
  const openList = async (): Promise<void> => {
    await clerk.getByRole('link', { name: /^Hôm nay/ }).click();
    await clerk.getByRole('link', { name: /^Danh sách/ }).click();
  };
  await openList();
  await clerk.getByLabel(/^Tên thủ tục/).fill('xin ban sao giay khai sinh');
  await clerk.keyboard.press('Enter');
  await clerk.getByLabel('Số', { exact: true }).fill('183400042');
  await clerk.getByLabel('Họ và tên', { exact: true }).fill('Hồ Thị Trưởng');
  await clerk.getByLabel('Thôn, xóm, số nhà').fill('thôn Hợp Tiến');
  await clerk.getByLabel('Quan hệ, chức danh').fill('Trưởng thôn');
  await clerk.getByLabel(/^Quan hệ của người yêu cầu/).fill('Trưởng thôn');
  await clerk.getByLabel('Đã đăng ký tại').fill('UBND xã Kỳ Bắc');
  const own = clerk.getByRole('group', { name: 'Mục khai riêng từng người' });
  await own.getByRole('button', { name: 'Việc hộ tịch đã đăng ký' }).click();
  await own.getByRole('button', { name: 'Số lượng bản sao' }).click();
  await clerk.getByLabel('Họ và tên chủ hồ sơ, dòng 1').fill('Hồ Văn Riêng');
  await clerk.getByLabel('Số giấy tờ, dòng 1').fill('183400061');
  await clerk.getByLabel('Thôn, xóm, dòng 1').fill('thôn Hợp Tiến');
  await clerk.getByLabel('Ngày sinh, dòng 1').fill('02/03/1991');
  await clerk.getByLabel('Giấy ủy quyền số, dòng 1').fill('06/GUQ');
  await clerk.getByLabel('Số lượng bản sao, dòng 1').fill('4');
  await picture(clerk, '54a-batch-own');
  // what was left is offered only once the last key is saved
  await openList();
  await expect(clerk.getByRole('button', { name: 'Làm tiếp danh sách' })).toBeVisible();
  await clerk.reload();
  await openList();
  await clerk.getByRole('button', { name: 'Làm tiếp danh sách' }).click();
  await expect(clerk.getByLabel('Họ và tên', { exact: true })).toHaveValue('Hồ Thị Trưởng');
  await expect(clerk.getByLabel('Số lượng bản sao, dòng 1')).toHaveValue('4');
  await clerk.getByLabel(/^Đã kiểm đếm/).check();
  await expect(clerk.getByText(/^Mục khai riêng chưa đúng: 1\. Hồ Văn Riêng: Việc hộ tịch đã đăng ký/)).toBeVisible();
  await clerk.getByLabel('Việc hộ tịch đã đăng ký, dòng 1').fill('Khai sinh');
  await clerk.keyboard.press('F9');
  await expect(clerk.getByText('Đã tiếp nhận 1/1')).toBeVisible();
  await openList();
  await expect(clerk.getByLabel(/^Tên thủ tục/)).toBeVisible();
  await expect(clerk.getByRole('button', { name: 'Làm tiếp danh sách' })).toHaveCount(0);
});

test('a wrong name is put right by a receipt that replaces the old one; nothing is edited, the code stays', async () => {
  const officer = await wireOf('tuphap.kybac');
  const { code, dossierId } = await receivedByWire(officer, '1.004873', client(61, 'Vũ Thị Nhầm'));
  await officer.dispose();
  await clerk.goto(`/lam-viec/ho-so/${dossierId}`);
  await clerk.getByRole('button', { name: 'Cấp lại giấy tiếp nhận' }).click();
  const asked = dialog(clerk, `Cấp lại giấy tiếp nhận ${code}`);
  await expect(asked.getByRole('button', { name: 'Cấp lại giấy tiếp nhận' })).toBeDisabled();
  await asked.getByLabel('Sai ở đâu, sửa thế nào').fill('Ghi nhầm tên người nộp, sửa theo chứng minh nhân dân.');
  await asked.getByLabel('Họ tên người nộp').fill('Vũ Thị Nhằm');
  await expect(asked.getByRole('row', { name: /Người nộp/ })).toContainText('Vũ Thị Nhằm');
  await picture(clerk, '55-supersede');
  await asked.getByRole('button', { name: 'Cấp lại giấy tiếp nhận' }).click();
  await expect(clerk.getByText(`Đã cấp lại giấy tiếp nhận ${code}.`)).toBeVisible();
  const view = await (await clerk.request.get(`/api/dossiers/${dossierId}`)).json() as { code: string; issuedPapers: readonly { supersededAt?: string }[] };
  expect(view.code).toBe(code);
  expect(view.issuedPapers.filter((paper) => paper.supersededAt)).toHaveLength(1);
  await expect(clerk.getByText('đã được thay thế')).toBeVisible();
  await picture(clerk, '56-superseded');
});
