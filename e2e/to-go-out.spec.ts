// An outcome goes home by a carrier: ordered at the desk, handed over under a record, and returned by the carrier's word, which
// its receiver then denies.
import { expect, test } from '@playwright/test';
import { carrierSettings } from '#testing/carrier/planted-carriers.ts';
import { VNPOST_CLIENT, startVnpostSimulator } from '#testing/carrier/vnpost-simulator.ts';
import { violationsOf } from './axe.ts';
import { outcomeToSendByWire, wireOf } from './by-wire.ts';
import { client, dialog } from './desk.ts';
import { KYBAC, comesToWork, goesTo, looksUntil } from './people.ts';
import { picture } from './pictures.ts';

const WHO = client(78, 'Trần Thị Bưu Gửi');
const CARRIER = 'VNPost Kỳ Anh';
const MINUTE = 60_000;

test('the clerk sends an outcome home: order, label, record; the carrier’s word delivers it', async ({ browser }) => {
  const simulator = await startVnpostSimulator();
  const [administrator, officer] = [await wireOf('quantri'), await wireOf('tuphap.kybac')];
  const entered = await administrator.post('/api/admin/carriers/vnpost', carrierSettings({
    kind: 'vnpost', name: CARRIER, url: simulator.url, customerCode: VNPOST_CLIENT.customerCode, key: VNPOST_CLIENT.key, secret: VNPOST_CLIENT.secret,
  }));
  expect(entered.ok(), await entered.text()).toBe(true);
  for (const [code, meaning] of [['1', 'accepted'], ['4', 'delivered']]) await administrator.post('/api/admin/carriers/vnpost/codes', { code, meaning });
  await administrator.post('/api/admin/item-ranges', { deskId: 'ky-bac', prefix: 'RR', from: 55_000_000, to: 55_000_009, decision: 'Công văn 14 của Bưu điện tỉnh' });
  const { code } = await outcomeToSendByWire(officer, WHO, 'thôn Hợp Tiến, xã Kỳ Bắc');

  const clerk = await comesToWork(browser, 'buudien.kybac');
  await goesTo(clerk, /^Hôm nay/);
  await clerk.getByRole('button', { name: 'Gửi đi' }).click();
  await expect(clerk.getByRole('row', { name: new RegExp(code.replaceAll('.', '\\.')) })).toContainText('thôn Hợp Tiến, xã Kỳ Bắc');
  expect(await violationsOf(clerk)).toEqual([]);
  await picture(clerk, '71-to-go-out');
  await clerk.getByRole('button', { name: `Gửi kết quả cho ${WHO.name}` }).click();
  const order = dialog(clerk, `Gửi kết quả cho ${WHO.name}`);
  await order.getByLabel('Đơn vị chuyển phát').selectOption({ label: CARRIER });
  await expect(order.getByLabel('Địa bàn phát')).toHaveValue('xã Kỳ Bắc');
  await order.getByLabel('Địa chỉ phát').fill('xã Kỳ Bắc');
  await order.getByRole('button', { name: 'Đặt đơn chuyển phát' }).click();
  await expect(order.getByText('Ghi rõ thôn, xóm hoặc số nhà')).toBeVisible();
  await picture(clerk, '72-order');
  await order.getByLabel('Địa chỉ phát').fill('thôn Hợp Tiến, xã Kỳ Bắc');
  await order.getByRole('button', { name: 'Đặt đơn chuyển phát' }).click();
  const ordered = dialog(clerk, /^Đã đặt đơn /);
  const itemNumber = await ordered.locator('.code').innerText();
  expect(itemNumber).toMatch(/^RR5500000\d{2}VN$/);
  await picture(clerk, '73-ordered');
  await ordered.getByRole('button', { name: 'Đóng', exact: true }).click();

  // the carrier takes the order within seconds
  const give = clerk.getByRole('button', { name: `Giao bưu gửi cho ${CARRIER}` });
  await expect(give).toBeEnabled({ timeout: 120_000 });
  await give.click();
  await dialog(clerk, /^Giao bưu gửi cho/).getByRole('button', { name: 'Giao 1 bưu gửi' }).click();
  const record = dialog(clerk, /^Đã giao 1 bưu gửi/);
  await expect(record.getByRole('button', { name: 'In giấy này' })).toBeVisible({ timeout: 120_000 });
  await picture(clerk, '74-handed-over');
  await record.getByRole('button', { name: 'Đóng', exact: true }).click();
  await expect(clerk.getByRole('table', { name: 'Bưu gửi: Đang đi' })).toContainText(itemNumber);

  const [held] = simulator.state.orders;
  const { now } = await (await officer.get('/api/desk/shipments')).json() as { now: string };
  simulator.state.tell(held?.orderNumber ?? '', '1', Date.parse(now) + MINUTE);
  simulator.state.tell(held?.orderNumber ?? '', '4', Date.parse(now) + 2 * MINUTE);
  const done = clerk.getByRole('table', { name: 'Bưu gửi: Đã xong' }).getByRole('row').filter({ hasText: itemNumber });
  await looksUntil(clerk, () => expect(done).toContainText('Đã phát', { timeout: 1_000 }));
  // the scanner opens it, with all that the carrier said
  await clerk.keyboard.type(itemNumber);
  await clerk.keyboard.press('Enter');
  const shipment = dialog(clerk, `Bưu gửi ${itemNumber}`);
  await expect(shipment.getByRole('table', { name: /^Đơn vị chuyển phát đã báo/ })).toContainText('Nhận gửi');
  expect(await violationsOf(clerk)).toEqual([]);
  await picture(clerk, '75-told');
  await shipment.getByRole('link', { name: code }).click();
  await clerk.getByRole('tab', { name: /^Đường đi/ }).click();
  await expect(clerk.getByText(CARRIER).first()).toBeVisible();
  await picture(clerk, '76-track');
  await clerk.setViewportSize({ width: 360, height: 740 });
  await clerk.goto(`${KYBAC.base}/lam-viec/gui-di`);
  await expect(done).toContainText('Đã phát');
  await expect.poll(() => clerk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await picture(clerk, '77-phone');

  // the receiver says that it never came
  await done.getByText(itemNumber).click();
  await shipment.getByRole('button', { name: 'Báo sự cố khi phát' }).click();
  const wrong = dialog(clerk, `Sự cố khi phát ${itemNumber}`);
  await expect(wrong.getByLabel('Hư hỏng, rách nát')).toBeFocused();
  await wrong.getByLabel('Người nhận báo chưa nhận được').check();
  await wrong.getByRole('button', { name: 'Lập việc chênh lệch' }).click();
  await expect(wrong.getByText('Ghi lời người nhận và việc đã hỏi lại.')).toBeVisible();
  expect(await violationsOf(clerk)).toEqual([]);
  await picture(clerk, '77-denied-phone');
  await wrong.getByLabel('Người nhận nói gì').fill('Gọi lại hai lần, người nhận và hàng xóm đều chưa nhận');
  await wrong.getByRole('button', { name: 'Lập việc chênh lệch' }).click();
  await expect(clerk.getByText(/^Đã lập 1 việc chênh lệch/)).toBeVisible();
  await clerk.goto(`${KYBAC.base}/lam-viec/giao-nhan?muc=cases`);
  await expect(clerk.getByRole('row', { name: new RegExp(code.replaceAll('.', '\\.')) }).first()).toContainText('Người nhận báo chưa nhận được');
  await clerk.context().close();

  // nobody asks a carrier that is gone
  const { key: _key, secret: _secret, ...shut } = carrierSettings({ kind: 'vnpost', name: CARRIER, url: simulator.url, customerCode: VNPOST_CLIENT.customerCode, isOpen: false, baseRevision: 1 });
  expect((await administrator.post('/api/admin/carriers/vnpost', shut)).ok()).toBe(true);
  await Promise.all([administrator.dispose(), officer.dispose(), simulator.close()]);
});
