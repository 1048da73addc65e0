// The server is gone, and the post's car comes all the same: a bag is filled by scanner, sealed and handed over with its label
// and record from this machine. The line is back: the agency receives it by scanning.
import { expect, type Page, test } from '@playwright/test';
import { formatBagLabel } from '#core/numbering/bag-label.ts';
import { noViolations, onPhone } from './axe.ts';
import { outcomeAtStpByWire, outcomeBagByWire, type ReceivedByWire, receivedByWire, wireOf } from './by-wire.ts';
import { client, dialog, findProcedure } from './desk.ts';
import { bar, enrols, ownCounter, type OwnCounter, sendsAll } from './own-counter.ts';
import { type OwnServer, ownServer } from './own-server.ts';
import { comesToWork, goesTo, handsOn } from './people.ts';
import { picture } from './pictures.ts';
import { bagCounter, labelIn, scans } from './scanner.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

const AGENCY = 'Sở Tư pháp tỉnh Hà Tĩnh';
const ITEM = 'RR473124829VN';
let server: OwnServer;
let counter: OwnCounter;
let clerk: Page;
let dossiers: readonly ReceivedByWire[] = [];
let elsewhere: ReceivedByWire;
let label = '';
let outcome: ReceivedByWire;
let outcomeLabel = '';

test.beforeAll(async () => {
  test.setTimeout(480_000);
  server = await ownServer();
  await server.start();
  const officer = await wireOf('tuphap.kybac', server.world);
  const received: ReceivedByWire[] = [];
  for (let no = 0; no < 4; no += 1) received.push(await receivedByWire(officer, '2.000488', client(93, 'Phan Thị Chuyến')));
  received.push(await receivedByWire(officer, '2.000488', client(94, 'Phan Văn Phong'), { channel: 'post', regime: 'public-post', posting: { itemNumber: ITEM, postage: 20_000, sealNumber: 'NP 004777' } }));
  dossiers = received;
  elsewhere = await receivedByWire(officer, '1.001193', client(95, 'Phan Thị Khác'));
  outcome = await outcomeAtStpByWire(officer, client(96, 'Phan Thị Kết Quả'), {}, server.world);
  outcomeLabel = await outcomeBagByWire(outcome.code, 'STP 18', server.world);
  await officer.dispose();
  counter = ownCounter(server.world);
  clerk = await counter.start();
  await enrols(clerk, server.world);
  await expect(bar(clerk)).toContainText('Đã gửi hết');
  await server.kill();
});
test.afterAll(async () => {
  await counter.stop();
  await server.stop();
});

test('without the server the clerk fills a bag by scanner, seals it and hands it over; label and record come from this machine', async () => {
  await clerk.keyboard.press('F1');
  await expect(bar(clerk)).toContainText('Mất mạng: làm việc tại máy này', { timeout: 60_000 });
  await goesTo(clerk, /^Túi hồ sơ/);
  await expect(clerk.getByText('Mất mạng: túi đóng tại máy này')).toBeVisible();
  // of a bag that nobody announced to this machine the clerk hears what to do with it
  await scans(clerk, formatBagLabel(777));
  await expect(clerk.getByRole('alert')).toContainText('Giữ nguyên túi và niêm phong, không mở');
  await clerk.getByRole('button', { name: `Mở túi gửi ${AGENCY}` }).click();
  await expect(clerk.getByRole('textbox', { name: /^Quét giấy tiếp nhận/ })).toBeFocused();
  const [first, ...rest] = dossiers.slice(0, -1);
  await scans(clerk, first?.code ?? '');
  await expect(bagCounter(clerk)).toHaveText('1');
  await scans(clerk, first?.code ?? '');
  await expect(clerk.getByRole('alert')).toContainText('đã ở trong túi này');
  await scans(clerk, elsewhere.code);
  await expect(clerk.getByRole('alert')).toContainText('không phải nơi nhận của túi này');
  // one after the other without a look at the screen, the envelope by its own label: none is lost
  for (const { code } of rest) await scans(clerk, code);
  await scans(clerk, ITEM);
  await expect(bagCounter(clerk)).toHaveText(String(dossiers.length));
  await noViolations(clerk);
  await picture(clerk, '89-bag-alone');
  await clerk.keyboard.press('F9');
  await dialog(clerk, /^Niêm phong, bàn giao túi/).getByLabel('Số niêm phong').fill('NP 004512');
  await clerk.keyboard.press('Enter');
  const done = dialog(clerk, /^Đã bàn giao túi TUI/);
  await expect(done).toBeVisible();
  label = labelIn(await done.getByRole('heading').innerText());
  await done.getByRole('button', { name: 'In nhãn túi' }).click();
  await expect(clerk.locator('iframe.print-frame')).toHaveCount(1, { timeout: 60_000 });
  await done.getByRole('button', { name: 'In biên bản' }).click();
  await expect(clerk.locator('iframe.print-frame')).toHaveCount(2, { timeout: 60_000 });
  await picture(clerk, '90-bag-alone-handed-over');
  await done.getByRole('button', { name: 'Đóng' }).click();
  await expect(clerk.getByRole('table', { name: 'Túi đã bàn giao, chờ ký nhận' })).toContainText('NP 004512');
  await expect(bar(clerk)).toContainText('Chưa gửi 1 việc');
});

test('a bag of outcomes that was announced is opened by its label and counted here', async () => {
  const byLabel = clerk.getByRole('textbox', { name: 'Quét nhãn túi để nhận' });
  await expect(clerk.getByRole('table', { name: 'Túi đang chuyển đến' })).toContainText('STP 18');
  await onPhone(clerk, '92-bags-coming-alone-phone');
  await picture(clerk, '92-bags-coming-alone');
  await byLabel.fill(outcomeLabel);
  await byLabel.press('Enter');
  await expect(bagCounter(clerk)).toHaveText('0/1');
  await scans(clerk, outcome.code);
  await expect(bagCounter(clerk)).toHaveText('1/1');
  await noViolations(clerk);
  await picture(clerk, '92-outcome-bag-alone');
  await onPhone(clerk, '92-outcome-bag-alone-phone');
  await clerk.keyboard.press('F9');
  const signing = dialog(clerk, /^Ký nhận túi/);
  await picture(clerk, '92-outcome-bag-signed');
  await onPhone(clerk, '92-outcome-bag-signed-phone');
  await signing.getByRole('button', { name: 'Ký nhận' }).click();
  await expect(clerk.getByText('Đã nhận 1 kết quả.')).toBeVisible();
  await expect(bar(clerk)).toContainText('Chưa gửi 2 việc');
});

test('the line is back: the bag stands there as it was printed, and the agency receives it by scanning', async ({ browser }) => {
  await server.start();
  await sendsAll(clerk, server.world);
  // the list that lies open is the server's as soon as the sending has ended
  await expect(clerk.getByText('Mất mạng: túi đóng tại máy này')).toBeHidden({ timeout: 90_000 });
  await expect(clerk.getByRole('table', { name: 'Túi đã bàn giao, chờ ký nhận' })).toContainText('NP 004512');
  const specialist = await comesToWork(browser, 'chuyenvien.stp', server.world);
  await goesTo(specialist, /^Túi hồ sơ/);
  await expect(specialist.getByRole('textbox', { name: 'Quét nhãn túi để nhận' })).toBeFocused();
  await scans(specialist, label);
  await expect(bagCounter(specialist)).toHaveText(`0/${dossiers.length}`);
  for (const { code } of dossiers.slice(0, -1)) await scans(specialist, code);
  await scans(specialist, ITEM);
  await expect(bagCounter(specialist)).toHaveText(`${dossiers.length}/${dossiers.length}`);
  await specialist.keyboard.press('F9');
  await expect(dialog(specialist, /^Ký nhận túi/)).toContainText(`nhận ${dossiers.length} hồ sơ`);
  await specialist.keyboard.press('Enter');
  await expect(specialist.getByText(/đã ký nhận/)).toBeVisible();
  await specialist.context().close();
  const administrator = await wireOf('quantri', server.world);
  expect(await (await administrator.get('/api/admin/offline-cases')).json()).toEqual({ cases: [] });
  await administrator.dispose();
});

test('the machine is given back: its numbers return, its store is gone, and it is an ordinary machine in every tab', async () => {
  const other = await counter.secondTab();
  await other.goto('/lam-viec/');
  await expect(bar(other)).toContainText('Kho dữ liệu đang khóa');
  await bar(clerk).getByRole('link', { name: 'Việc chưa gửi' }).click();
  await clerk.getByRole('tab', { name: 'Máy này' }).click();
  await clerk.getByRole('button', { name: 'Trả máy' }).click();
  const form = dialog(clerk, /^Trả máy/);
  await expect(form.getByRole('button', { name: 'Trả máy' })).toBeEnabled();
  await noViolations(clerk);
  await picture(clerk, '91-gives-machine-back');
  await form.getByRole('button', { name: 'Trả máy' }).click();
  await expect(clerk.getByText(/^Đã trả máy, kho dữ liệu đã xóa\. \d+ số chưa dùng đã được ghi là số bỏ trống\.$/)).toBeVisible();
  await expect(bar(clerk)).toBeHidden();
  await expect.poll(() => clerk.evaluate(() => caches.keys())).toEqual([]);
  // what is typed in the other from now on is kept as on any machine
  await findProcedure(other, handsOn(other), 'nhan con', 'Đăng ký nhận cha, mẹ, con');
  await other.getByLabel('Họ và tên').first().fill('Phan Thị Sau');
  await expect(other.locator('[aria-busy=false]', { hasText: 'đã lưu trên máy này' })).toBeVisible();
  await other.reload();
  await expect(other.getByRole('button', { name: 'Làm tiếp hồ sơ của Phan Thị Sau' })).toBeVisible();
  await other.close();
  const administrator = await wireOf('quantri', server.world);
  expect(await (await administrator.get('/api/admin/devices')).json()).toMatchObject({ devices: [{ revokedReason: 'Máy được trả tại quầy', numbersHeld: 0, pending: 0 }] });
  await administrator.dispose();
});
