// Those who look after the work of others: gaps of the catalogue, people, the transfer register, the journal.
import { expect, type Page, test } from '@playwright/test';
import { importPortalRows } from '#testing/portal-rows.ts';
import { noViolations } from './axe.ts';
import { wireOf } from './by-wire.ts';
import { picture } from './pictures.ts';

const base = process.env['MOTCUA_E2E_KYBAC'] ?? 'http://localhost:8080';
const PASSWORD = 'motcua-demo-2019';

const signIn = async (page: Page, login: string): Promise<void> => {
  await page.goto(`${base}/lam-viec/`);
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Màn hình làm việc' })).toBeVisible();
};

test.beforeAll(() => importPortalRows(process.env['MOTCUA_E2E_DATA'] ?? '.data', 'kybac-2019'));

test('an administrator completes the catalogue with the keyboard alone and keeps the place', async ({ page }) => {
  await signIn(page, 'quantri');
  await expect(page.getByRole('heading', { level: 1, name: 'Danh mục thủ tục còn chờ bổ sung' })).toBeVisible();
  await page.getByLabel('Tìm thủ tục còn chờ bổ sung').fill('the muon sach cua');
  await expect(page.locator('.question-item')).toHaveCount(3);
  await noViolations(page);

  // fee first, as the parts of the procedure go; down to the first limit
  await page.locator('.question-item').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('heading', { name: 'Thời hạn chỉ có con số' })).toBeVisible();
  await expect(page.locator('blockquote')).toHaveText('1');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Số', { exact: true })).toBeFocused();
  await expect(page.getByLabel('Số', { exact: true })).toHaveValue('1');

  await page.keyboard.press('F9');
  await expect(page.getByText('Chọn cách tính thời hạn.')).toBeVisible();
  await expect(page.getByLabel('Ngày làm việc', { exact: true })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByLabel('Ngày làm việc', { exact: true })).toBeChecked();
  await page.keyboard.press('F9');
  await expect(page.locator('.questions-one').getByRole('status')).toContainText('Thủ tục này còn 2 chỗ chờ bổ sung.');
  await expect(page.getByRole('heading', { name: 'Thời hạn tính bằng giờ' })).toBeVisible();
  await expect(page.getByLabel('Số', { exact: true })).toBeFocused();
  await expect(page.locator('.question-item')).toHaveCount(2);

  await page.reload();
  await expect(page.getByRole('heading', { name: 'Thời hạn tính bằng giờ' })).toBeVisible();
  await expect(page.getByLabel('Tìm thủ tục còn chờ bổ sung')).toHaveValue('the muon sach cua');
  await page.getByLabel('Giờ làm việc').check();
  await page.keyboard.press('F9');
  await page.getByLabel('Lệ phí', { exact: true }).check();
  await expect(page.getByLabel('Mức thu')).toHaveValue('7000');
  await page.keyboard.press('F9');
  await expect(page.getByText('Thủ tục này đã được bổ sung đủ.')).toBeVisible();
  await expect(page.getByText('Không còn chỗ nào chờ bổ sung khớp')).toBeVisible();
});

test('on a phone one opens a gap, and Back returns to the list', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, 'quantri');
  await page.getByRole('button', { name: /^Cơ quan có thẩm quyền/ }).click();
  await page.getByLabel('Cơ quan có thẩm quyền giải quyết').fill('UBND cấp xã');
  await expect(page.locator('.questions-list')).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.goBack();
  await expect(page.locator('.questions-list')).toBeVisible();
});

test('people are found without tones, the register by desk, the journal names the command that verifies it', async ({ page }) => {
  await signIn(page, 'quantri');
  await page.getByRole('link', { name: 'Tài khoản' }).click();
  await page.getByLabel('Tìm', { exact: true }).fill('nguyen thi sen');
  await expect(page.getByRole('row', { name: /buudien\.kybac.*Nhân viên bưu điện/ })).toBeVisible();
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await noViolations(page);
  await page.getByRole('link', { name: 'Nhật ký' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nhật ký' })).toBeVisible();
  await expect(page.locator('code')).toHaveText('npm run motcua -- journal verify --world kybac-2019');
  await expect(page.getByRole('heading', { name: 'Tin chờ gửi ra ngoài' })).toBeVisible();
  await picture(page, '12-messages-waiting');
  await noViolations(page);
  await page.getByRole('link', { name: 'Sổ chuyển giao' }).click();
  await page.getByLabel('Tìm', { exact: true }).fill('khai sinh');
  await expect(page.getByRole('cell', { name: /Đăng ký khai sinh/ }).first()).toBeVisible();
  await noViolations(page);
});

test('another house’s program is given a token that is shown once, reads a chain with it, and is shut out when it is revoked', async ({ page }) => {
  const name = 'Kho dữ liệu thử';
  await signIn(page, 'quantri');
  await page.getByRole('link', { name: 'Tài khoản' }).click();
  await page.getByRole('tab', { name: 'Hệ thống khác' }).click();
  await page.getByRole('button', { name: 'Cấp mã truy cập' }).click();
  const asked = page.getByRole('dialog', { name: 'Cấp mã truy cập' });
  await asked.getByRole('button', { name: 'Cấp mã truy cập' }).click();
  await expect(asked.getByText('Ghi mục đích và văn bản cho phép.')).toBeVisible();
  await asked.getByLabel('Hệ thống').fill(name);
  await asked.getByLabel('Mục đích').fill('Công văn 12 của Sở');
  await asked.getByLabel('Dùng đến hết ngày').fill('31/12/2019');
  await noViolations(page);
  await picture(page, 'integrators-1-issue');
  await asked.getByRole('button', { name: 'Cấp mã truy cập' }).click();
  const shown = page.getByRole('dialog', { name: `Mã truy cập của “${name}”` });
  const token = await shown.locator('.shown-once').first().textContent() ?? '';
  await noViolations(page);
  await picture(page, 'integrators-2-token');
  await shown.getByRole('button', { name: 'Đã gửi cho đơn vị vận hành' }).click();

  // as another house's program asks, without a browser
  const statusOf = async (): Promise<number> => (await fetch(`${base}/api/epcis/dossiers/KHONG-CO`, { headers: { authorization: `Bearer ${token}` } })).status;
  expect(await statusOf()).toBe(404);
  await page.reload();
  await page.getByRole('tab', { name: 'Hệ thống khác' }).click();
  await expect(page.getByRole('row', { name: new RegExp(name) })).not.toContainText('chưa lần nào');
  await page.setViewportSize({ width: 360, height: 740 });
  await noViolations(page);
  await picture(page, 'integrators-3-phone');
  await page.setViewportSize({ width: 1366, height: 768 });
  await picture(page, 'integrators-4-list');
  await page.getByRole('button', { name: `Thu hồi mã của ${name}` }).click();
  const revoking = page.getByRole('dialog');
  await revoking.getByLabel('Lý do thu hồi').fill('Hết hợp đồng');
  await revoking.getByRole('button', { name: 'Thu hồi mã truy cập' }).click();
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('Đã thu hồi');
  expect(await statusOf()).toBe(401);
});

test('a line of the register for another commune’s agency is added by a decision, from a day to come', async ({ page }) => {
  await signIn(page, 'quantri');
  await page.getByRole('link', { name: 'Sổ chuyển giao' }).click();
  await page.getByRole('button', { name: 'Ghi dòng mới' }).click();
  const asked = page.getByRole('dialog', { name: 'Ghi dòng mới vào Sổ chuyển giao' });
  await asked.getByLabel('Mã thủ tục').fill('0.000000');
  await asked.getByRole('button', { name: 'Ghi dòng mới' }).click();
  await expect(asked.getByText('Chọn điểm tiếp nhận.')).toBeVisible();
  await noViolations(page);
  await asked.getByLabel('Điểm tiếp nhận').selectOption({ label: 'Bộ phận Một cửa xã Kỳ Bắc tại Điểm Bưu điện - Văn hóa xã Kỳ Bắc' });
  await expect(asked.getByText('Chọn điểm tiếp nhận.'), 'what is mended is not called missing any more').toHaveCount(0);
  await asked.getByLabel('Mã thủ tục').fill('1.001193');
  await expect(asked.getByText('Đăng ký khai sinh')).toBeVisible();
  await expect(asked.getByText(/^Điểm đang tiếp nhận thủ tục này cho Ủy ban nhân dân xã Kỳ Bắc từ 18\/11\/2019/)).toBeVisible();
  await asked.getByLabel('Mã thủ tục').fill('1.900103');
  await asked.getByLabel('Cơ quan giải quyết').selectOption({ label: 'Ủy ban nhân dân xã Kỳ Phong' });
  await asked.getByLabel('Áp dụng từ ngày').fill('17/11/2019');
  await asked.getByLabel('Theo quyết định').fill('QĐ 12/QĐ-UBND (thử)');
  await picture(page, '95-register-line');
  await asked.getByRole('button', { name: 'Ghi dòng mới' }).click();
  await expect(asked.getByRole('alert')).toContainText('Chọn ngày áp dụng từ 18/11/2019 trở đi.');
  await asked.getByLabel('Áp dụng từ ngày').fill('02/12/2019');
  await asked.getByRole('button', { name: 'Ghi dòng mới' }).click();
  await expect(asked).toBeHidden();
  await page.getByLabel('Tìm', { exact: true }).fill('QĐ 12/QĐ-UBND (thử)');
  await expect(page.getByRole('row', { name: /1\.900103.*Ủy ban nhân dân xã Kỳ Phong.*Chưa đến ngày/ })).toBeVisible();
});

test('the day of a form is verified by a decision and for a reason; a day with papers keeps its form', async ({ page }) => {
  await signIn(page, 'quantri');
  await page.getByRole('link', { name: 'Biểu mẫu' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Biểu mẫu' })).toBeVisible();
  await noViolations(page);
  const edit = page.getByRole('button', { name: /^Sửa.*Văn bản xin lỗi.*mẫu năm 2025$/ });
  await edit.click();
  const asked = page.getByRole('dialog', { name: /^Văn bản xin lỗi và hẹn lại/ });
  await asked.getByRole('radio', { name: 'Đã xác minh' }).check();
  await asked.getByRole('button', { name: 'Lưu ngày áp dụng' }).click();
  await expect(asked.getByText('Ghi số, ký hiệu văn bản mà thay đổi này dựa vào.')).toBeVisible();
  await asked.getByLabel('Căn cứ thay đổi').fill('CV 9/UBND-KSTT');
  await asked.getByLabel('Lý do').fill('Đã thấy bản gốc');
  await noViolations(page);
  await asked.getByRole('button', { name: 'Lưu ngày áp dụng' }).click();
  await expect(page.getByText('Căn cứ').locator('..').getByText('CV 9/UBND-KSTT')).toBeVisible();
  await expect(page.getByText(/nay từ 01\/11\/2025, TT 03\/2025\/TT-VPCP, đã xác minh/)).toBeVisible();

  await page.getByRole('button', { name: /^Sửa.*Giấy tiếp nhận.*mẫu năm 2025$/ }).click();
  const refused = page.getByRole('dialog', { name: /^Giấy tiếp nhận/ });
  await refused.getByLabel('Áp dụng từ ngày').fill('01/02/2019');
  await refused.getByLabel('Căn cứ thay đổi').fill('CV 9/UBND-KSTT');
  await refused.getByLabel('Lý do').fill('Thử');
  await refused.getByRole('button', { name: 'Lưu ngày áp dụng' }).click();
  await expect(refused.getByRole('alert')).toContainText('giấy tờ đã cấp giữ mẫu của ngày cấp');
});

test('agencies that work after the deciding one are entered with their limits and sources', async ({ page }) => {
  await signIn(page, 'quantri');
  await page.getByLabel('Tìm thủ tục còn chờ bổ sung').fill('1.900103');
  await page.getByRole('button', { name: 'Cơ quan phối hợp của 1.900103' }).click();
  const asked = page.getByRole('dialog', { name: 'Cơ quan phối hợp – 1.900103' });
  await asked.getByRole('button', { name: 'Thêm cơ quan phối hợp' }).click();
  await asked.getByLabel('Tên cơ quan').fill('Sở Văn hóa (thử)');
  await asked.getByLabel('Thời hạn').fill('2');
  await asked.getByLabel('Tính theo').selectOption('Ngày làm việc');
  await asked.getByRole('button', { name: 'Lưu cơ quan phối hợp' }).click();
  await expect(asked.getByText('Ghi văn bản quy định thời hạn này.')).toBeVisible();
  await noViolations(page);
  await asked.getByLabel('Văn bản quy định').fill('QĐ 1 (thử) Đ.2');
  await asked.getByRole('button', { name: 'Lưu cơ quan phối hợp' }).click();
  await expect(page.getByText(/^Đã lưu cơ quan phối hợp của thủ tục 1\.900103/)).toBeVisible();
  await page.getByRole('button', { name: 'Cơ quan phối hợp của 1.900103' }).click();
  await expect(asked.getByLabel('Văn bản quy định')).toHaveValue('QĐ 1 (thử) Đ.2');
});

test('the steering committee begins at the transfer register, the post’s supervisor at what she looks after; both see nothing else of the administrator’s', async ({ page }) => {
  for (const [login, heading] of [['banchidao', 'Sổ chuyển giao'], ['giamsat.buudien', 'Giám sát bưu điện']] as const) {
    await page.context().clearCookies();
    await signIn(page, login);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await page.locator('.rail').getByRole('link', { name: 'Sổ chuyển giao' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Sổ chuyển giao' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Ghi dòng mới' })).toHaveCount(0);
    await expect(page.locator('.rail').getByRole('link', { name: /^(Danh mục|Tài khoản|Lịch|Biểu mẫu|Nhật ký)$/ })).toHaveCount(0);
    for (const path of ['catalogue-questions', 'accounts', 'journal']) expect((await page.request.get(`${base}/api/admin/${path}`)).status(), path).toBe(403);
  }
});

test('a clerk and a courier have no such menu, and the server refuses them', async ({ page }) => {
  for (const login of ['buudien.kybac', 'buuta.kyanh']) {
    await page.context().clearCookies();
    await signIn(page, login);
    await expect(page.getByRole('link', { name: /^(Danh mục|Tài khoản|Sổ chuyển giao|Nhật ký)$/ })).toHaveCount(0);
    for (const path of ['catalogue-questions', 'accounts', 'transfer-register', 'journal']) expect((await page.request.get(`${base}/api/admin/${path}`)).status(), path).toBe(403);
  }
  await expect(page.getByRole('heading', { level: 1, name: /^Chuyến thư ngày / })).toBeVisible();
  await noViolations(page);
});

test('a machine of a counter is given a code, is seen once it is enrolled, and is revoked for a reason', async ({ page }) => {
  await signIn(page, 'quantri');
  await page.getByRole('link', { name: 'Máy ở quầy' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Máy ở quầy' })).toBeVisible();
  await page.getByRole('button', { name: 'Cấp mã đăng ký' }).click();
  const asked = page.getByRole('dialog', { name: 'Cấp mã đăng ký máy' });
  await asked.getByRole('button', { name: 'Cấp mã đăng ký' }).click();
  await expect(asked.getByText('Ghi tên máy.')).toBeVisible();
  await asked.getByLabel('Quầy').selectOption('ky-bac');
  await asked.getByLabel('Tên máy').fill('Máy xách tay dự phòng');
  await page.keyboard.press('Enter');
  const code = await page.locator('.device-code').innerText();
  await noViolations(page);
  const clerk = await wireOf('buudien.kybac');
  expect((await clerk.post('/api/desk/devices', { code, description: 'Chrome trên Windows' })).status()).toBe(201);
  expect((await clerk.post('/api/desk/devices', { code, description: 'Lần thứ hai' })).ok()).toBe(false);
  await clerk.dispose();
  await page.keyboard.press('Enter');
  await page.reload();
  const row = page.getByRole('row', { name: /Máy xách tay dự phòng/ });
  await expect(row).toContainText('Chưa liên lạc lần nào');
  await noViolations(page);
  await picture(page, '06-devices');

  await row.getByRole('button', { name: /^Thu hồi/ }).click();
  const revoked = page.getByRole('dialog', { name: /^Thu hồi máy/ });
  await revoked.getByRole('button', { name: 'Thu hồi máy' }).click();
  await expect(revoked.getByText('Ghi lý do thu hồi.')).toBeVisible();
  await revoked.getByLabel('Lý do thu hồi').fill('Máy hỏng, thay máy khác');
  await revoked.getByRole('button', { name: 'Thu hồi máy' }).click();
  await expect(row).toContainText('Đã thu hồi');
  await expect(row).toContainText('Máy hỏng, thay máy khác');
  await page.getByRole('tab', { name: /Việc cần xem/ }).click();
  await expect(page.getByText('Không có việc nào phải xem')).toBeVisible();
});

test('a rule of the post is set from a day to come, and of one that holds only its document is written down', async ({ page }) => {
  await signIn(page, 'quantri');
  await page.getByRole('link', { name: 'Quy tắc bưu chính' }).click();
  const rules = page.getByRole('table', { name: 'Thời gian toàn trình' });
  await expect(rules.getByRole('row', { name: /Đang áp dụng/ })).toContainText('giữa các huyện trong tỉnh: J+2');
  await expect(rules.getByRole('row', { name: /Sắp áp dụng/ })).toContainText('Chưa xác minh');
  await noViolations(page);
  await picture(page, '97-postal-rules');

  await rules.getByRole('button', { name: /^Ghi văn bản/ }).click();
  const held = page.getByRole('dialog', { name: 'Thời gian toàn trình' });
  await expect(held.getByLabel('Văn bản quy định')).toBeVisible();
  await expect(held.getByLabel('Áp dụng từ ngày')).toHaveCount(0);
  await held.getByRole('button', { name: 'Quay lại' }).click();

  await page.getByRole('button', { name: 'Lập quy tắc mới Mức bồi thường' }).click();
  const asked = page.getByRole('dialog', { name: 'Mức bồi thường' });
  const save = asked.getByRole('button', { name: 'Lưu quy tắc' });
  await asked.getByLabel(/^Mất, hư hỏng/).fill('5');
  await save.click();
  await expect(asked.getByText('Ghi lý do thay đổi.')).toBeVisible();
  await asked.getByLabel('Văn bản quy định').fill('QĐ 1/2021/QĐ-TTg');
  await asked.getByLabel('Căn cứ thay đổi').fill('QĐ 12/QĐ-UBND');
  await asked.getByLabel('Lý do').fill('Văn bản mới về bồi thường');
  await asked.getByLabel('Áp dụng từ ngày').fill('18/11/2019');
  await save.click();
  await expect(asked.getByText(/Hãy chọn ngày áp dụng từ 19\/11\/2019 trở đi/)).toBeVisible();
  await noViolations(page);
  await picture(page, '98-postal-rule-asked');
  await asked.getByLabel('Áp dụng từ ngày').fill('01/01/2021');
  await save.click();
  const owed = page.getByRole('table', { name: 'Mức bồi thường' });
  await expect(owed.getByRole('row', { name: /Sắp áp dụng/ })).toContainText('mất, hư hỏng ít nhất 5 lần cước');
  await expect(owed.getByRole('row', { name: /Đang áp dụng/ })).toContainText('mất, hư hỏng ít nhất 4 lần cước');
  await expect(page.getByRole('heading', { name: 'Phiên bản 2' })).toBeVisible();
});
