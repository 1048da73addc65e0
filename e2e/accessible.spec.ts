// Every staff screen in its main states, at the desk's 1366 pixels and on a phone of 360: no violation, nothing cut off.
// Read on Kỳ Xuân's month of sample dossiers, where every state is found. The administrator's screens and the
// citizen's pages have this in specs of their own.
import { expect, type Page, test } from '@playwright/test';
import { violationsOf } from './axe.ts';
import { comesToWork, HATINH, open, PIN } from './people.ts';
import { picture } from './pictures.ts';

const DESK = { width: 1366, height: 768 };
const PHONE = { width: 360, height: 740 };

const isAccessible = async (page: Page, name: string): Promise<void> => {
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    expect.soft(await violationsOf(page), `${name} at ${size.width}`).toEqual([]);
    const widest = await page.evaluate(() => document.documentElement.scrollWidth);
    expect.soft(widest, `${name}: width at ${size.width}`).toBeLessThanOrEqual(size.width);
    const beneath = await page.evaluate(() => (document.querySelector('.work') ? document.documentElement.scrollHeight - window.innerHeight : 0));
    expect.soft(beneath, `${name}: nothing scrolls beneath the screen at ${size.width}`).toBeLessThanOrEqual(0);
    await picture(page, `a-${size.width}-${name}`);
  }
  await page.setViewportSize(DESK);
};

/** Opens one after the other with the same person; what a state leaves behind is closed by the next. */
type State = readonly [name: string, show: (page: Page) => Promise<unknown>];
const eachIsAccessible = async (page: Page, states: readonly State[]): Promise<void> => {
  for (const [name, show] of states) {
    await test.step(name, async () => {
      await show(page);
      await isAccessible(page, name);
    });
  }
};
const shows = (page: Page, text: string | RegExp) => expect(page.getByText(text).first()).toBeVisible();
const escape = (page: Page) => page.keyboard.press('Escape');
const section = (title: string) => async (page: Page) => {
  await page.locator('.step-head', { hasText: title }).click();
  await expect(page.locator('.step-open', { hasText: title })).toBeVisible();
};
const tab = (name: RegExp) => async (page: Page) => {
  await page.getByRole('tab', { name }).click();
  await expect(page.getByRole('tab', { name, selected: true })).toBeVisible();
};

test('the door', async ({ browser }) => {
  const page = await open(browser, HATINH);
  await eachIsAccessible(page, [
    ['sign-in', async () => { await page.goto('/lam-viec/'); await shows(page, 'Đăng nhập'); }],
    ['sign-in-wrong', async () => { await page.getByLabel('Tên đăng nhập').fill('khong.co'); await page.getByLabel('Mật khẩu').fill('sai mật khẩu'); await page.keyboard.press('Enter'); await expect(page.getByRole('alert')).toBeVisible(); }],
  ]);
  await page.context().close();
});

test('the counter: today, search, certification, lists, return', async ({ browser }) => {
  const page = await comesToWork(browser, 'buudien.kyxuan', HATINH);
  await eachIsAccessible(page, [
    ['today', async () => { await page.keyboard.press('F1'); await shows(page, /^Hôm nay, /); }],
    ['today-sent', tab(/^Đang đến cơ quan/)],
    ['today-back', tab(/^Kết quả về/)],
    ['today-ready', tab(/^Chờ trả/)],
    ['today-due', tab(/^Sắp đến hạn/)],
    ['today-supplement', tab(/^Chờ bổ sung/)],
    ['today-online', tab(/^Nộp trực tuyến/)],
    ['palette', async () => { await page.keyboard.press('Control+k'); await page.getByRole('dialog').getByRole('combobox').fill('khai sinh'); await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible(); }],
    ['presence', async () => { await escape(page); await page.keyboard.press('F8'); await page.getByLabel('Mã PIN').fill('000000'); await page.keyboard.press('Enter'); await shows(page, /PIN không đúng/); }],
    ['find-procedure', async () => { await escape(page); await page.keyboard.press('F2'); await expect(page.getByRole('option').first()).toBeVisible(); }],
    ['find-nothing', async () => { await page.keyboard.type('qqqqq'); await shows(page, 'Không thấy thủ tục nào khớp'); }],
    ['certify', async () => { await page.keyboard.press('F6'); await expect(page.getByLabel('Người yêu cầu')).toBeVisible(); }],
    ['batch-choose', async () => { await page.goto('/lam-viec/danh-sach'); await expect(page.getByLabel(/^Tên thủ tục/)).toBeVisible(); }],
    ['batch', async () => { await page.getByLabel(/^Tên thủ tục/).fill('trich luc'); await page.keyboard.press('Enter'); await expect(page.locator('.batch-grid')).toBeVisible(); }],
    ['find-dossiers', async () => { await page.keyboard.press('F3'); await page.getByLabel(/^Mã hồ sơ, số giấy tờ/).fill('nguyen'); await expect(page.getByRole('row').nth(1)).toBeVisible(); }],
    ['find-no-dossier', async () => { await page.getByLabel(/^Mã hồ sơ, số giấy tờ/).fill('khong co ai'); await shows(page, /Không có hồ sơ nào khớp/); }],
    ['return-choose', async () => { await page.keyboard.press('F4'); await shows(page, /Kết quả chờ trả tại quầy/); }],
    ['return', async () => { await page.locator('td .code').first().click(); await shows(page, '1. Người nhận'); }],
    ['return-lost-receipt', async () => { await page.getByRole('radio', { name: /Mất giấy hẹn/ }).check(); await page.getByRole('radio', { name: /Người được ủy quyền/ }).check(); }],
  ]);
  await page.context().close();
});

test('receiving: every section, empty, wrong and complete', async ({ browser }) => {
  const page = await comesToWork(browser, 'buudien.kyxuan', HATINH);
  await eachIsAccessible(page, [
    ['receive-applicant', async () => { await page.goto('/lam-viec/tiep-nhan/1.001193'); await expect(page.locator('.step-open')).toBeVisible(); }],
    ['receive-applicant-wrong', async () => { await page.getByLabel('Số', { exact: true }).fill('12'); await page.keyboard.press('Control+Enter'); await expect(page.locator('.field-error').first()).toBeVisible(); }],
    ['receive-owner', async () => { await page.getByLabel(/Chủ hồ sơ là người khác/).check(); await expect(page.getByLabel('Quan hệ với chủ hồ sơ')).toBeVisible(); }],
    ['receive-case', section('Trường hợp và tờ khai')],
    ['receive-papers', section('Thành phần hồ sơ')],
    ['receive-guidance', async () => { await page.getByRole('button', { name: /^Lập phiếu yêu cầu bổ sung/ }).click(); await shows(page, 'Hướng dẫn bổ sung: một lần, đầy đủ'); }],
    ['receive-fees', async () => { await escape(page); await section('Phí, lệ phí')(page); }],
    ['receive-return', async () => { await section('Cách nhận kết quả')(page); await page.getByRole('radio', { name: 'Chuyển phát tận nhà' }).check(); }],
    ['receive-confirm', section('Xác nhận')],
    ['refuse', async () => { await page.getByRole('button', { name: 'Từ chối tiếp nhận' }).click(); await expect(page.getByLabel('Căn cứ pháp lý')).toBeVisible(); }],
    ['left-draft', async () => { await page.goto('/lam-viec/tiep-nhan/1.001193'); await shows(page, 'Có hồ sơ đang làm dở'); }],
  ]);
  await page.getByRole('button', { name: 'Bỏ hồ sơ dở' }).click();
  await page.context().close();
});

test('a dossier as the desk sees it, with what may be done to it', async ({ browser }) => {
  const page = await comesToWork(browser, 'buudien.kyxuan', HATINH);
  await eachIsAccessible(page, [
    ['dossier', async () => { await page.getByRole('link', { name: /^H27\./ }).first().click(); await expect(page.getByRole('tab', { name: /^Giấy tờ/ })).toBeVisible(); }],
    ['dossier-answers', tab(/^Tờ khai/)],
    ['dossier-path', tab(/^Đường đi/)],
    ['dossier-journal', tab(/^Nhật ký/)],
    ['supersede', async () => { await page.getByRole('button', { name: 'Cấp lại giấy tiếp nhận' }).click(); await expect(page.getByLabel('Sai ở đâu, sửa thế nào')).toBeVisible(); await page.getByLabel(/^Sửa cả/).check(); }],
    ['cancel-entry', async () => { await page.getByRole('button', { name: 'Quay lại' }).click(); await page.getByRole('button', { name: /^Hủy tiếp nhận/ }).click(); await expect(page.getByLabel('Nhập sai ở đâu')).toBeVisible(); }],
    ['not-found', async () => { await page.goto('/lam-viec/ho-so/01890000-0000-7000-8000-000000000000'); await shows(page, 'Không tìm thấy hồ sơ này'); }],
    ['not-mine', async () => { await page.goto('/lam-viec/co-quan/ho-so'); await shows(page, /không thuộc nhiệm vụ/); }],
  ]);
  await page.context().close();
});

test('the agency: inbox, workspace and every dialog of the specialist', async ({ browser }) => {
  const page = await comesToWork(browser, 'hotich.kyxuan', HATINH);
  const inProcess = async () => {
    await page.goto('/lam-viec/co-quan/ho-so?muc=mine');
    await page.getByRole('row').filter({ hasText: 'Đang xử lý' }).getByRole('link', { name: /^H27\./ }).first().click();
    await expect(page.locator('.steps-track')).toBeVisible();
  };
  await eachIsAccessible(page, [
    ['inbox-new', async () => { await page.goto('/lam-viec/co-quan/ho-so?muc=new'); await shows(page, 'Hồ sơ chờ xử lý'); }],
    ['inbox-overdue', tab(/^Quá hạn/)],
    ['inbox-waiting', tab(/^Chờ bổ sung/)],
    ['inbox-all', tab(/^Tất cả/)],
    ['find-in-agency', async () => { await page.goto('/lam-viec/co-quan/tim?q=nguyen'); await expect(page.getByRole('row').nth(1)).toBeVisible(); }],
    ['workspace', inProcess],
    ['workspace-path', tab(/^Đường đi/)],
    ['propose', async () => { await page.keyboard.press('F9'); await expect(page.getByRole('dialog')).toBeVisible(); await page.getByRole('radio', { name: 'Từ chối giải quyết' }).check(); await page.getByRole('dialog').locator('button[type=submit]').click(); await expect(page.locator('.field-error').first()).toBeVisible(); }],
    ['ask-supplement', async () => { await escape(page); await page.getByRole('button', { name: 'Yêu cầu bổ sung' }).click(); await page.getByRole('button', { name: '+ Giấy tờ khác' }).click(); }],
    ['ask-duty', async () => { await escape(page); await page.getByRole('button', { name: /nghĩa vụ tài chính/i }).click(); await expect(page.getByRole('dialog')).toBeVisible(); }],
    ['assign', async () => { await escape(page); await page.getByRole('button', { name: /^Phân công/ }).click(); await expect(page.getByRole('dialog')).toBeVisible(); }],
    ['more-acts', async () => { await escape(page); await page.getByText('Việc khác').click(); await expect(page.getByRole('button', { name: 'Rút hồ sơ' })).toBeVisible(); }],
    ['apologise', async () => { await page.getByRole('button', { name: 'Xin lỗi, hẹn lại' }).click(); await expect(page.getByRole('dialog')).toBeVisible(); }],
    ['withdraw', async () => {
      await escape(page);
      await page.getByText('Việc khác').click();
      await page.getByRole('button', { name: 'Rút hồ sơ' }).click();
      await page.getByRole('radio', { name: 'Người được ủy quyền' }).check();
      await page.getByRole('dialog').locator('button[type=submit]').click();
      await expect(page.locator('.field-error').first()).toBeVisible();
    }],
    ['notices', async () => { await escape(page); await page.getByRole('tab', { name: /^Báo tin/ }).click(); await expect(page.getByRole('heading', { name: 'Đã báo cho người dân' })).toBeVisible(); }],
  ]);
  await page.context().close();
});

test('the leader signs, văn thư issues and sends', async ({ browser }) => {
  const leader = await comesToWork(browser, 'chutich.kyxuan', HATINH);
  await eachIsAccessible(leader, [
    ['inbox-signing', async () => { await leader.goto('/lam-viec/co-quan/ho-so?muc=signing'); await shows(leader, 'Hồ sơ chờ xử lý'); }],
    ['sign', async () => { await leader.getByRole('link', { name: /^H27\./ }).first().click(); await expect(leader.locator('.steps-track')).toBeVisible(); await leader.keyboard.press('F9'); await expect(leader.getByRole('dialog')).toBeVisible(); }],
  ]);
  await leader.getByRole('dialog').locator('button[type=submit]').click();
  await expect(leader.getByRole('dialog')).toBeHidden();
  await leader.context().close();
  const records = await comesToWork(browser, 'vanthu.kyxuan', HATINH);
  await eachIsAccessible(records, [
    ['inbox-issuing', async () => { await records.goto('/lam-viec/co-quan/ho-so?muc=issuing'); await shows(records, 'Hồ sơ chờ xử lý'); }],
    ['issue', async () => { await records.getByRole('link', { name: /^H27\./ }).first().click(); await expect(records.locator('.steps-track')).toBeVisible(); await records.keyboard.press('F9'); await records.getByRole('dialog').locator('button[type=submit]').click(); await expect(records.locator('.field-error').first()).toBeVisible(); }],
    ['inbox-to-send', async () => { await records.goto('/lam-viec/co-quan/ho-so?muc=to-send'); await shows(records, 'Hồ sơ chờ xử lý'); }],
  ]);
  await records.context().close();
});

test('what a reception and a certification end with', async ({ browser }) => {
  const page = await comesToWork(browser, 'buudien.kyxuan', HATINH);
  await eachIsAccessible(page, [
    ['certified', async () => {
      await page.keyboard.press('F6');
      await page.getByLabel('Người yêu cầu').fill('Lê Thị Minh');
      await page.getByLabel('Loại giấy tờ 1').fill('Giấy khai sinh');
      const pin = page.getByLabel('Mã PIN của công chức');
      if (await pin.isVisible()) await pin.fill(PIN);
      await page.keyboard.press('F9');
      await expect(page.locator('ol.certified')).toBeVisible();
    }],
  ]);
  await page.context().close();
});
