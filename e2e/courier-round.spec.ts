// A courier's day on her phone: counted in, the line cut, one outcome delivered with signature and money, one door that
// stays shut, papers collected at a third, the page begun anew; then the line is back, and the server has each of it once.
import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { KY_BAC_PLACE, carrierSettings } from '#testing/carrier/planted-carriers.ts';
import type { DeskCouriersView } from '#wire/courier-desk.wire.ts';
import { noViolations } from './axe.ts';
import { outcomeToSendByWire, type Wire, wireOf } from './by-wire.ts';
import { track } from './citizen.ts';
import { type Client, client } from './desk.ts';
import { KYBAC, open, PHONE, signIn } from './people.ts';
import { picture } from './pictures.ts';

const [AT_HOME, AWAY] = [client(81, 'Nguyễn Thị Phương Thảo Nguyên Hạnh'), client(82, 'Hồ Văn Vắng Nhà')];
const COLLECTED = 120_000;
const SLOW = { timeout: 120_000 };

type DeskStop = DeskCouriersView['shipments'][number];
const view = async (desk: Wire): Promise<DeskCouriersView> => await (await desk.get('/api/desk/couriers?deskId=ky-bac')).json() as DeskCouriersView;
const stopOf = async (desk: Wire, shipmentId: string): Promise<DeskStop | undefined> => (await view(desk)).shipments.find((one) => one.shipmentId === shipmentId);

type Ordered = { readonly shipmentId: string; readonly code: string; readonly orderNumber: string };
const ordered = async (desk: Wire, who: Client, collectOnDelivery: number): Promise<Ordered> => {
  const address = `số nhà 17, ngõ 4, thôn Hợp Phú Sơn Tiến, ${KY_BAC_PLACE}`;
  const { dossierId, code } = await outcomeToSendByWire(desk, who, address);
  const { revision } = await (await desk.get(`/api/dossiers/${dossierId}`)).json() as { revision: number };
  const shipmentId = randomUUID();
  const answer = await desk.post('/api/desk/shipments', {
    shipmentId, deskId: 'ky-bac', carrierId: 'buu-ta', dossiers: [{ dossierId, revision }], collectOnDelivery, withItemNumber: false,
    receiver: { name: who.name, phone: who.phone, address, place: KY_BAC_PLACE },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  const { orderNumber } = await answer.json() as { orderNumber: string };
  await expect.poll(async () => (await stopOf(desk, shipmentId))?.inBook, SLOW).toBe(true);
  return { shipmentId, code, orderNumber };
};

/** With the thumb, as on a phone. */
const signsByTouch = async (page: Page): Promise<void> => {
  const pad = page.getByRole('img', { name: /^Ô ký của/ });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('no pad');
  const tools = await page.context().newCDPSession(page);
  const at = (step: number) => ({ x: box.x + 30 + step * 12, y: box.y + 30 + (step % 2) * 30 });
  await tools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at(0)] });
  for (let step = 1; step < 15; step += 1) await tools.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at(step)] });
  await tools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await tools.detach();
};

const fits = async (page: Page): Promise<void> => {
  await noViolations(page);
  expect(await page.evaluate(() => [document.documentElement.scrollWidth, document.querySelector('.work')?.scrollWidth])).toEqual([360, 360]);
};

test('a round without a line: delivered, not delivered, begun anew, and each once at the server', async ({ browser }) => {
  const [administrator, desk] = [await wireOf('quantri'), await wireOf('tuphap.kybac')];
  const entered = await administrator.post('/api/admin/carriers/buu-ta', carrierSettings());
  expect(entered.ok(), await entered.text()).toBe(true);
  const [delivered, failed] = [await ordered(desk, AT_HOME, COLLECTED), await ordered(desk, AWAY, 0)];
  const { now, couriers } = await view(desk);
  const courier = couriers.find(({ name }) => name === 'Hoàng Văn Gió');
  const given = await desk.post('/api/desk/courier-records', {
    recordId: randomUUID(), deskId: 'ky-bac', courierId: courier?.courierId, day: now.slice(0, 10), shipmentIds: [delivered.shipmentId, failed.shipmentId],
  });
  expect(given.ok(), await given.text()).toBe(true);
  const pickupId = randomUUID();
  const asked = await desk.post('/api/desk/pickups', {
    pickupId, deskId: 'ky-bac', courierId: courier?.courierId, day: now.slice(0, 10), procedureCode: '1.001193', person: { name: 'Bùi Thị Ở Nhà', phone: '0912000083', address: 'xóm 3, thôn Kim Sơn' },
  });
  expect(asked.ok(), await asked.text()).toBe(true);

  const page = await open(browser, KYBAC, { ...PHONE, hasTouch: true, isMobile: true, permissions: ['geolocation'], geolocation: { latitude: 18.09, longitude: 106.21, accuracy: 12 } });
  const bar = page.getByRole('region', { name: 'Đường truyền và việc chưa gửi' });
  await signIn(page, 'buuta.kyanh');
  await page.getByRole('link', { name: 'Kiểm đếm và nhận' }).tap();
  await page.getByRole('button', { name: 'Đủ cả 2 bưu gửi' }).tap();
  await fits(page);
  await page.getByRole('button', { name: 'Xác nhận đã nhận' }).tap();
  await expect.poll(async () => (await stopOf(desk, failed.shipmentId))?.state, SLOW).toBe('with-courier');
  await expect(bar).toContainText('Đã gửi hết');
  await page.getByRole('link', { name: 'Chưa gửi', exact: true }).tap();
  await expect(page.getByText('Mở được khi không có mạng.')).toBeVisible(SLOW);
  await page.getByRole('link', { name: 'Chuyến thư', exact: true }).tap();
  await expect(page.getByText('Còn 2 điểm')).toBeVisible();
  await fits(page);
  await picture(page, '81-round');

  await page.context().setOffline(true);
  await page.getByLabel('Quét nhãn, hoặc gõ số hiệu bưu gửi').fill('RR473124828VN');
  await page.getByRole('button', { name: 'Mở bưu gửi' }).tap();
  await expect(page.getByText(/chữ số kiểm tra/)).toBeVisible();
  await page.getByLabel('Quét nhãn, hoặc gõ số hiệu bưu gửi').fill(delivered.orderNumber);
  await page.getByRole('button', { name: 'Mở bưu gửi' }).tap();
  await expect(page.getByRole('link', { name: /^Gọi 09/ })).toHaveAttribute('href', /^tel:09\d+$/);
  await fits(page);
  await picture(page, '82-stop');
  await page.getByRole('link', { name: 'Phát cho người nhận' }).tap();
  const done = page.getByRole('button', { name: 'Hoàn tất phát' });
  await expect(done).toBeDisabled();
  await page.getByLabel('Đã đối chiếu giấy tờ tùy thân với người nhận').check();
  await page.getByLabel(/^Đã đếm trước mặt người nhận/).check();
  await signsByTouch(page);
  await expect(page.getByText('Đã ghi vị trí, sai số khoảng 12 m.')).toBeVisible();
  await fits(page);
  await picture(page, '83-deliver');
  // a tap right after strokes that were sent by hand is now and then taken for their end by the browser's emulated glass
  await done.click();
  await expect(bar).toContainText('Chưa gửi 1 việc');

  await page.getByRole('link', { name: `Đến: ${AWAY.name}` }).tap();
  await page.getByRole('link', { name: 'Không phát được' }).tap();
  await page.getByLabel('Không có người nhận ở nhà').check();
  await expect(page.getByText(/Phát lại từ/)).toBeVisible();
  await fits(page);
  await picture(page, '84-fail');
  await page.getByRole('button', { name: 'Ghi không phát được' }).tap();
  await expect(bar).toContainText('Chưa gửi 2 việc');

  await page.getByRole('link', { name: /Bùi Thị Ở Nhà/ }).tap();
  await page.getByRole('button', { name: /^Đủ: / }).first().tap();
  await page.getByLabel('Số phiếu gửi (dưới mã vạch)').fill('RR473124829VN');
  await page.getByLabel('Đã niêm phong phong bì trước mặt người gửi').check();
  await signsByTouch(page);
  await fits(page);
  await picture(page, '85-pickup');
  await page.getByRole('button', { name: 'Hoàn tất nhận hồ sơ' }).click();
  await expect(bar).toContainText('Chưa gửi 3 việc');
  await page.reload();
  await expect(bar).toContainText('Chưa gửi 3 việc');
  await expect(page.getByText('Đã phát 1')).toBeVisible();
  expect((await stopOf(desk, delivered.shipmentId))?.attempts).toEqual([]);

  await page.context().setOffline(false);
  await expect(bar).toContainText('Đã gửi hết', SLOW);
  expect(await stopOf(desk, delivered.shipmentId)).toMatchObject({
    state: 'delivered', attempts: [{ outcome: 'delivered', receiverName: AT_HOME.name, amountCollected: COLLECTED, signature: expect.any(String), place: { latitude: 18.09 } }],
  });
  expect(await stopOf(desk, failed.shipmentId)).toMatchObject({ state: 'with-courier', next: 'again', attempts: [{ outcome: 'failed', reason: 'absent' }] });
  expect((await view(desk)).pickups.find((one) => one.pickupId === pickupId)).toMatchObject({ state: 'with-courier', slipNumber: 'RR473124829VN', papers: expect.arrayContaining([expect.objectContaining({ count: 1 })]) });

  const citizen = await open(browser, KYBAC, PHONE);
  await track(citizen, failed.code, AWAY.phone.slice(-4));
  await expect(citizen.getByText('Bưu tá đang giữ để phát')).toBeVisible();
  await track(citizen, delivered.code, AT_HOME.phone.slice(-4));
  await expect(citizen.getByText('Đã trả lại người dân')).toBeVisible();
  await citizen.context().close();

  await page.getByRole('link', { name: 'Nộp lại quầy' }).first().tap();
  await expect(page.getByLabel('Nộp (đồng)')).toHaveValue('120.000');
  await fits(page);
  await picture(page, '86-hand-in');
  await page.getByRole('button', { name: /^Nộp lại / }).tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Nộp lại quầy' }).tap();
  const handedIn = async () => (await view(desk)).records.find(({ direction, receivedAt }) => direction === 'to-desk' && !receivedAt);
  await expect.poll(handedIn, SLOW).toMatchObject({ amount: COLLECTED, items: expect.arrayContaining([expect.objectContaining({ itemId: failed.shipmentId }), expect.objectContaining({ itemId: pickupId })]) });
  const record = await handedIn();
  const clerk = await wireOf('buudien.kybac');
  const counted = await clerk.post(`/api/desk/courier-records/${record?.recordId}/take`, { deskId: 'ky-bac', received: [failed.shipmentId, pickupId], missing: [], amountCounted: COLLECTED });
  expect(counted.ok(), await counted.text()).toBe(true);
  await page.reload();
  await expect(page.getByText('Giữ 0 đồng')).toBeVisible();
  await page.context().close();

  // nobody asks a carrier that is gone
  const { key: _key, secret: _secret, ...shut } = carrierSettings({ isOpen: false, baseRevision: 1 });
  expect((await administrator.post('/api/admin/carriers/buu-ta', shut)).ok()).toBe(true);
  await Promise.all([administrator.dispose(), desk.dispose(), clerk.dispose()]);
});
