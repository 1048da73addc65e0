// What people do to a screen that nobody thought of, and what it must not do to a dossier.
import { chromium, expect, type Page, test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { findChromium } from '../tools/chromium.ts';
import { wireOf } from './by-wire.ts';
import { type Client, client, dialog, findProcedure, receivedCode, walkToConfirm } from './desk.ts';
import { comesToWork, handsOn, KYBAC, opensPresence, PIN, signIn } from './people.ts';
import { picture } from './pictures.ts';

const PROCEDURE = 'Đăng ký nhận cha, mẹ, con';

const readyToReceive = async (page: Page, who: Client): Promise<void> => {
  const hands = handsOn(page);
  await findProcedure(page, hands, 'nhan con', PROCEDURE);
  await walkToConfirm(page, hands, who, {});
};
const dossiersOf = async (page: Page, { number }: Client): Promise<readonly { readonly code: string; readonly dossierId: string }[]> =>
  (await (await page.request.get(`/api/desk/find?q=${number}`)).json() as { dossiers: readonly { code: string; dossierId: string }[] }).dossiers;

test.describe('at the counter', () => {
  let clerk: Page;
  test.beforeAll(async ({ browser }) => {
    clerk = await comesToWork(browser, 'buudien.kybac');
    await opensPresence(clerk, /Trần Văn Trúc/);
  });
  test.afterAll(() => clerk.context().close());

  test('a double click, and the key on top of it, receive one dossier', async () => {
    const who = client(81, 'Đinh Văn Đôi');
    await readyToReceive(clerk, who);
    await clerk.getByRole('button', { name: /Tiếp nhận hồ sơ/ }).dblclick();
    await clerk.keyboard.press('F9');
    await receivedCode(clerk);
    expect(await dossiersOf(clerk, who)).toHaveLength(1);
  });

  test('Back after receiving shows no filled form to send again, and the next client finds nothing of the last one', async () => {
    await clerk.goBack();
    await expect(clerk.getByRole('heading', { level: 1, name: 'Tiếp nhận mới' })).toBeVisible();
    await expect(clerk.getByText('Hồ sơ nháp trên máy này')).toBeHidden();
    await clerk.goForward();
    await expect(clerk.locator('[name="parties.applicant.identity.number"]')).toHaveValue('');
    const values = await clerk.locator('.receive input:not([type=radio]):not([type=checkbox]), .receive textarea').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value).filter((value) => value !== ''));
    expect(values).toEqual(['xã Kỳ Bắc', 'huyện Kỳ Anh', 'tỉnh Hà Tĩnh']);
    await expect(clerk.locator('body')).not.toContainText('Đinh Văn Đôi');
  });

  test('the same draft in two tabs is one dossier: the second tab is answered with the first one’s code', async () => {
    const who = client(82, 'Đinh Thị Hai Thẻ');
    await readyToReceive(clerk, who);
    const other = await clerk.context().newPage();
    await other.goto(clerk.url());
    await other.getByRole('button', { name: `Làm tiếp hồ sơ của ${who.name}` }).click();
    await expect(other.getByRole('button', { name: /Tiếp nhận hồ sơ/ })).toBeVisible();
    await clerk.keyboard.press('F9');
    const code = await receivedCode(clerk);
    await other.keyboard.press('F9');
    expect(await receivedCode(other)).toBe(code);
    expect(await dossiersOf(clerk, who)).toHaveLength(1);
    await other.close();
  });

  test('a reload in mid-form keeps every word; put aside, the draft waits while another client is served', async () => {
    const who = client(83, 'Cao Văn Tải');
    await readyToReceive(clerk, who);
    await clerk.reload();
    await expect(clerk.getByRole('heading', { name: 'Có hồ sơ đang làm dở' })).toBeVisible();
    await picture(clerk, '62-left');
    await clerk.getByRole('button', { name: 'Lưu tạm, tiếp người mới' }).click();
    await expect(clerk.locator('[name="parties.applicant.fullName"]')).toHaveValue('');
    await clerk.keyboard.press('F2');
    await clerk.getByRole('button', { name: new RegExp(`^${who.name}`) }).click();
    await clerk.getByRole('button', { name: `Làm tiếp hồ sơ của ${who.name}` }).click();
    await expect(clerk.getByRole('button', { name: /Tiếp nhận hồ sơ/ })).toBeVisible();
    await clerk.locator('.step-head', { hasText: 'Người nộp' }).click();
    await expect(clerk.locator('[name="parties.applicant.fullName"]')).toHaveValue(who.name);
    await expect(clerk.locator('[name="parties.applicant.phone"]')).toHaveValue(who.phone);
    await clerk.getByRole('button', { name: 'Bỏ hồ sơ nháp' }).click();
    await clerk.getByRole('button', { name: 'Bỏ hồ sơ dở' }).click();
    await expect(clerk.locator('[name="parties.applicant.fullName"]')).toHaveValue('');
  });

  test('a session that ends in mid-form is renewed above it; nothing typed is lost, the officer confirms again', async () => {
    const who = client(84, 'Mai Thị Hết Giờ');
    await readyToReceive(clerk, who);
    const me = await (await clerk.request.get('/api/me')).json() as { csrfToken: string };
    await clerk.request.post('/api/sign-out', { headers: { 'x-csrf-token': me.csrfToken } });
    await clerk.keyboard.press('F9');
    const door = dialog(clerk, 'Phiên làm việc đã hết hạn');
    await picture(clerk, '63-expired');
    await door.getByLabel('Mật khẩu').fill(KYBAC.password);
    await door.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await expect(door).toBeHidden();
    await clerk.getByLabel('Mã PIN của công chức').fill(PIN);
    await clerk.keyboard.press('F9');
    await receivedCode(clerk);
    expect(await dossiersOf(clerk, who)).toHaveLength(1);
  });
});

test('the browser crashes in mid-form: started again, the draft is there', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'motcua-profile-'));
  const launch = () => chromium.launchPersistentContext(profile, { executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'], baseURL: KYBAC.base, locale: 'vi-VN', viewport: { width: 1366, height: 768 } });
  const who = client(85, 'Phan Văn Sập');
  const before = await launch();
  const page = before.pages()[0] ?? await before.newPage();
  await signIn(page, 'buudien2.kybac');
  await readyToReceive(page, who);
  const closed = new Promise((resolve) => { before.once('close', resolve); });
  await (await before.newCDPSession(page)).send('Browser.crash').catch(() => undefined);
  await closed;
  const after = await launch();
  const again = after.pages()[0] ?? await after.newPage();
  await signIn(again, 'buudien2.kybac');
  await again.keyboard.press('F2');
  await again.getByRole('button', { name: new RegExp(`^${who.name}`) }).click();
  await again.getByRole('button', { name: `Làm tiếp hồ sơ của ${who.name}` }).click();
  await again.locator('.step-head', { hasText: 'Người nộp' }).click();
  await expect(again.locator('[name="parties.applicant.address.line"]')).toHaveValue(who.line);
  await after.close();
  rmSync(profile, { recursive: true, force: true });
});

test.describe('where one has no business', () => {
  test('another desk’s dossier is not found: as if it did not exist', async ({ browser }) => {
    const neighbour = await wireOf('tuphap.kyphong');
    const answer = await neighbour.post('/api/desk/dossiers', receiveCommand('ky-phong', procedureIn('kybac-2019', '1.001022')));
    expect(answer.status(), await answer.text()).toBe(201);
    const { dossierId } = await answer.json() as { dossierId: string };
    const clerk = await comesToWork(browser, 'buudien.kybac');
    for (const path of ['ho-so', 'tra-ket-qua']) {
      for (const id of [dossierId, '01890000-0000-7000-8000-000000000000']) {
        await clerk.goto(`/lam-viec/${path}/${id}`);
        await expect(clerk.getByText('Không tìm thấy hồ sơ này')).toBeVisible();
      }
    }
    await picture(clerk, '64-not-found');
    await clerk.context().close();
    await neighbour.dispose();
  });

  test('the screens of the counter are not a district clerk’s, nor the agency’s a postal clerk’s', async ({ browser }) => {
    for (const [login, path] of [['vanthu.kyanh', 'hom-nay'], ['vanthu.kyanh', 'tiep-nhan'], ['buudien.kybac', 'co-quan'], ['buudien.kybac', 'quan-tri/nhat-ky']] as const) {
      const page = await comesToWork(browser, login);
      await page.goto(`/lam-viec/${path}`);
      await expect(page.getByText('Màn hình này không thuộc nhiệm vụ của ông/bà')).toBeVisible();
      await picture(page, `65-${login}-${path}`);
      await page.context().close();
    }
  });
});
