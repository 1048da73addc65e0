// A courier's day on her phone: counted in, the line cut, one outcome delivered with signature and money, one door that
// stays shut, papers collected at a third, the page begun anew; then the line is back, and the server has each of it once.
import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { KY_BAC_PLACE, carrierSettings } from '#testing/carrier/planted-carriers.ts';
import type { DeskCouriersView } from '#wire/courier-desk.wire.ts';
import { noViolations } from './axe.ts';
import { outcomeToSendByWire, type Wire, wireOf } from './by-wire.ts';
import { track } from './citizen.ts';
import { type Client, client, dialog, receivedCode, walkToConfirm } from './desk.ts';
import { comesToWork, handsOn, KYBAC, open, PHONE, signIn } from './people.ts';
import { picture } from './pictures.ts';

const [AT_HOME, AWAY] = [client(81, 'Nguyễn Thị Phương Thảo Nguyên Hạnh'), client(82, 'Hồ Văn Vắng Nhà')];
const BRINGS_NOTHING = client(83, 'Bùi Thị Ở Nhà');
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

/** On the disk of the phone: what stands on the screen goes with the page. */
const isKept = (page: Page, name: string): Promise<void> => expect.poll(() => page.evaluate(async () => {
  const opened = indexedDB.open('motcua-phone-kybac-2019');
  const answer = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
  const db = await answer(opened);
  const rows = await answer(db.transaction('kept').objectStore('kept').getAll()) as readonly { readonly name: string }[];
  db.close();
  return rows.map((row) => row.name);
}), SLOW).toContain(name);

const fits = async (page: Page): Promise<void> => {
  await noViolations(page);
  expect(await page.evaluate(() => [document.documentElement.scrollWidth, document.querySelector('.work')?.scrollWidth])).toEqual([360, 360]);
};

/** By telephone, at the desk. */
const asksForPapers = async (counter: Page): Promise<void> => {
  await counter.goto(`${KYBAC.base}/lam-viec/gui-di`);
  await counter.getByRole('tab', { name: /^Nhận tại nhà/ }).click();
  await counter.getByRole('button', { name: 'Cử bưu tá đến nhận' }).click();
  const asking = dialog(counter, 'Cử bưu tá đến nhà nhận hồ sơ');
  await asking.getByRole('button', { name: 'Cử bưu tá đến nhận' }).click();
  await expect(asking.getByText('Nhập họ và tên người gửi.')).toBeVisible();
  await asking.getByLabel('Họ và tên người gửi').fill(BRINGS_NOTHING.name);
  await asking.getByLabel('Số điện thoại').fill(BRINGS_NOTHING.phone);
  await asking.getByLabel('Địa chỉ đến nhận').fill(BRINGS_NOTHING.line);
  await asking.getByLabel('Tìm thủ tục').fill('mai tang phi');
  await asking.getByRole('radio', { name: /mai táng phí/ }).check();
  await expect(asking.getByText('Bản khai của đại diện thân nhân')).toBeVisible();
  await asking.getByRole('radio', { name: /^Hoàng Văn Gió/ }).check();
  await noViolations(counter);
  await picture(counter, '80-ask-pickup');
  await asking.getByRole('button', { name: 'Cử bưu tá đến nhận' }).click();
  await expect(collected(counter)).toContainText('Chờ đến nhận');
};
const collected = (counter: Page) => counter.getByRole('table', { name: 'Hồ sơ nhận tại nhà chưa xong' }).getByRole('row', { name: new RegExp(BRINGS_NOTHING.name) });

/** The envelope is opened with the reception of what lies in it. */
const opensEnvelope = async (counter: Page, slipNumber: string): Promise<void> => {
  await counter.reload();
  await expect(collected(counter)).toContainText('Ở quầy, chờ tiếp nhận hồ sơ');
  await noViolations(counter);
  await picture(counter, '87-pickups');
  await collected(counter).getByRole('button', { name: /^Mở phong bì, tiếp nhận/ }).click();
  await expect(counter.getByText('Đang tiếp: Bùi Thị Ở Nhà')).toBeVisible();
  await walkToConfirm(counter, handsOn(counter), BRINGS_NOTHING, { postage: '20000' });
  await counter.keyboard.press('F9');
  const code = await receivedCode(counter);
  await expect(counter.getByText('Đã ghi mở phong bì nhận tại nhà.')).toBeVisible();
  await counter.goto(`${KYBAC.base}/lam-viec/gui-di?muc=nhan-tai-nha`);
  const done = counter.getByRole('table', { name: 'Hồ sơ nhận tại nhà xong hôm nay' }).getByRole('row', { name: new RegExp(BRINGS_NOTHING.name) });
  await expect(done).toContainText(code);
  await expect(done).toContainText(slipNumber);
  await counter.setViewportSize({ width: 360, height: 740 });
  await noViolations(counter);
  await picture(counter, '88-pickups-phone');
};

/** What the courier brought goes on to the post, whose supervisor counts it. */
const paysOn = async (counter: Page, supervisor: Page): Promise<void> => {
  await counter.setViewportSize({ width: 1366, height: 768 });
  await counter.getByRole('tab', { name: 'Tiền thu hộ' }).click();
  await expect(counter.getByRole('row', { name: /Bưu tá Hoàng Văn Gió nộp/ })).toContainText('120.000 đồng');
  await counter.getByRole('button', { name: 'Nộp về Bưu điện huyện Kỳ Anh' }).click();
  const paying = dialog(counter, 'Nộp tiền thu hộ về Bưu điện huyện Kỳ Anh');
  await noViolations(counter);
  await picture(counter, '89-remit');
  await paying.getByRole('button', { name: /^Nộp \d/ }).click();
  const paid = counter.getByRole('table', { name: 'Đã nộp về bưu cục' }).getByRole('row').last();
  await expect(paid).toContainText('Chờ bưu cục xác nhận');
  const number = await paid.locator('.code').innerText();
  await supervisor.goto(`${KYBAC.base}/lam-viec/buu-dien?muc=tien-thu-ho`);
  await supervisor.getByRole('button', { name: `Xác nhận bảng kê ${number}` }).click();
  const counting = dialog(supervisor, /^Xác nhận tiền của /);
  await counting.getByRole('button', { name: 'Xác nhận đã nhận' }).click();
  await expect(counting.getByText('Ghi số chứng từ thu tiền đã lập.')).toBeVisible();
  await counting.getByLabel(/^Số tiền đếm được/).fill('120000');
  await counting.getByLabel('Số chứng từ thu tiền').fill('PT-118');
  await noViolations(supervisor);
  await counting.getByRole('button', { name: 'Xác nhận đã nhận' }).click();
  await expect(supervisor.getByRole('table', { name: 'Đã xác nhận' }).getByRole('row', { name: new RegExp(number) })).toContainText('Đã nhận đủ');
  await picture(supervisor, '90-post-money');
  await counter.reload();
  await expect(paid).toContainText('PT-118');
  await picture(counter, '91-desk-money');
  await counter.setViewportSize({ width: 360, height: 740 });
  await noViolations(counter);
  await picture(counter, '92-desk-money-phone');
  await Promise.all([counter.context().close(), supervisor.context().close()]);
};

test('a round without a line: delivered, not delivered, begun anew, and each once at the server', async ({ browser }) => {
  // three people and a post: longer than other stories on a machine that has much to do
  test.setTimeout(480_000);
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
  const counter = await comesToWork(browser, 'buudien.kybac');
  await asksForPapers(counter);
  const pickupId = (await view(desk)).pickups.find(({ person }) => person.name === BRINGS_NOTHING.name)?.pickupId;

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
  await isKept(page, `failed ${failed.shipmentId}`);
  // a small phone throws the page out of memory for its camera
  await page.reload();
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
  await isKept(page, `glass ${pickupId}`);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Hoàn tất nhận hồ sơ' })).toBeEnabled();
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
  await expect(page.getByLabel('Số tiền nộp (đồng)')).toHaveValue('120.000');
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
  await opensEnvelope(counter, 'RR473124829VN');
  await paysOn(counter, await comesToWork(browser, 'giamsat.buudien'));

  // nobody asks a carrier that is gone
  const { key: _key, secret: _secret, ...shut } = carrierSettings({ isOpen: false, baseRevision: 1 });
  expect((await administrator.post('/api/admin/carriers/buu-ta', shut)).ok()).toBe(true);
  await Promise.all([administrator.dispose(), desk.dispose(), clerk.dispose()]);
});
