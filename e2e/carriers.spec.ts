// The administrator enters a carrier, sees how it goes with it, says what its codes mean; and gives a desk its item numbers.
import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { RECEIVER, carrierSettings } from '#testing/carrier/planted-carriers.ts';
import { VIETTEL_CLIENT, VIETTEL_THERE_ALREADY, startViettelSimulator } from '#testing/carrier/viettel-simulator.ts';
import { VNPOST_CLIENT, startVnpostSimulator } from '#testing/carrier/vnpost-simulator.ts';
import type { ShipmentsView } from '#wire/shipments.wire.ts';
import { noViolations } from './axe.ts';
import { wireOf } from './by-wire.ts';
import { HATINH, comesToWork, looksUntil, signIn } from './people.ts';
import { picture } from './pictures.ts';

test('a carrier is entered and tried, its unknown code is mapped, its wrong event is explained, and what it brings back is counted', async ({ page, browser }) => {
  const simulator = await startVnpostSimulator();
  const [clerk, administrator] = [await wireOf('tiepnhan.kyxuan', HATINH), await wireOf('quantri', HATINH)];
  await signIn(page, 'quantri', HATINH);
  await page.getByRole('link', { name: 'Chuyển phát' }).click();
  await expect(page.getByRole('heading', { name: 'Bưu tá Kỳ Xuân' })).toBeVisible();
  await page.getByRole('button', { name: 'Thêm đơn vị chuyển phát' }).click();
  const asked = page.getByRole('dialog', { name: 'Thêm đơn vị chuyển phát' });
  await asked.getByRole('button', { name: 'Lưu đơn vị chuyển phát' }).click();
  await expect(asked.getByText('Nhập địa chỉ kết nối do bưu chính cấp.')).toBeVisible();
  await expect(asked.getByLabel('Thành đơn thứ hai (hoặc chưa rõ)')).toBeChecked();
  await asked.getByLabel('Tên', { exact: true }).fill('VNPost Kỳ Xuân');
  await asked.getByLabel('Mã ngắn').fill('vnpost');
  await asked.getByLabel('Địa chỉ kết nối').fill(simulator.url);
  await asked.getByLabel('Mã khách hàng').fill(VNPOST_CLIENT.customerCode);
  await asked.getByLabel('Khóa').fill(VNPOST_CLIENT.key);
  await asked.getByLabel('Mật khẩu').fill(VNPOST_CLIENT.secret);
  await asked.getByLabel('Địa bàn nơi gửi').fill(RECEIVER.place);
  await asked.getByLabel('Mã địa bàn của đơn vị chuyển phát').fill(`${RECEIVER.place}; 48; 4810`);
  await noViolations(page);
  await picture(page, 'carriers-1-enter');
  await asked.getByRole('button', { name: 'Lưu đơn vị chuyển phát' }).click();
  await expect(page.getByRole('heading', { name: 'VNPost Kỳ Xuân' })).toBeVisible();
  await page.getByRole('button', { name: 'Thử kết nối với VNPost Kỳ Xuân' }).click();
  await expect(page.getByText('“VNPost Kỳ Xuân” trả lời: cước 100 gam là 26.000 đồng.')).toBeVisible();

  const { readyToReturn } = await (await clerk.get('/api/desk/today?deskId=ky-xuan')).json() as { readyToReturn: readonly { dossierId: string; revision: number }[] };
  const order = async (dossiers: typeof readyToReturn): Promise<string> => {
    const ordered = await clerk.post('/api/desk/shipments', {
      shipmentId: randomUUID(), deskId: 'ky-xuan', carrierId: 'vnpost', dossiers: dossiers.map(({ dossierId, revision }) => ({ dossierId, revision })),
      receiver: RECEIVER, collectOnDelivery: 0, withItemNumber: false,
    });
    expect(ordered.status(), await ordered.text()).toBe(201);
    return (await ordered.json() as { orderNumber: string }).orderNumber;
  };
  const orderNumber = await order(readyToReturn.slice(0, 1));
  simulator.state.tell(orderNumber, '4');
  simulator.state.tell('CUA-AI', '1');
  const shipments = async () => (await (await clerk.get('/api/desk/shipments?deskId=ky-xuan')).json() as Pick<ShipmentsView, 'shipments'>).shipments;
  await expect.poll(async () => (await shipments()).find((one) => one.orderNumber === orderNumber)?.words, { timeout: 120_000 }).toBe('Phát thành công (mã 4)');
  expect(simulator.state.orders.map((one) => one.orderNumber)).toEqual([orderNumber]);

  await page.reload();
  await page.getByRole('tab', { name: /Mã chưa rõ/ }).click();
  await page.getByLabel('Nghĩa của mã 4 của VNPost Kỳ Xuân').selectOption({ label: 'Đã phát' });
  await expect(page.getByText('Mã 4 nghĩa là “Đã phát”; 1 đơn đã tính lại.')).toBeVisible();
  await noViolations(page);
  await picture(page, 'carriers-2-codes');
  await page.getByRole('tab', { name: 'Sự kiện không được tính' }).click();
  await expect(page.getByRole('row', { name: /CUA-AI/ })).toContainText('Hệ thống không có đơn này.');
  await picture(page, 'carriers-3-events');
  await page.setViewportSize({ width: 360, height: 740 });
  await noViolations(page);
  await picture(page, 'carriers-4-phone');
  await page.getByRole('tab', { name: 'Đơn vị chuyển phát' }).click();
  await expect(page.locator('section').filter({ has: page.getByRole('heading', { name: 'VNPost Kỳ Xuân' }) }).getByText('Đang liên lạc')).toBeVisible();
  await picture(page, 'carriers-5-phone');

  // what it brings back is the desk's once it is counted
  expect((await administrator.post('/api/admin/carriers/vnpost/codes', { code: '7', meaning: 'returned' })).ok()).toBe(true);
  const back = await order(readyToReturn.slice(1, 2));
  const shipmentOf = async (number: string) => (await shipments()).find((one) => one.orderNumber === number);
  await expect.poll(async () => (await shipmentOf(back))?.state, { timeout: 120_000 }).toBe('confirmed');
  const given = await clerk.post('/api/desk/shipments/hand-over', { handOverId: randomUUID(), deskId: 'ky-xuan', carrierId: 'vnpost', shipmentIds: [(await shipmentOf(back))?.shipmentId] });
  expect(given.status(), await given.text()).toBe(201);
  simulator.state.tell(back, '7');
  const desk = await comesToWork(browser, 'buudien.kyxuan', HATINH);
  await desk.goto(`${HATINH.base}/lam-viec/gui-di`);
  const coming = desk.getByRole('table', { name: 'Bưu gửi VNPost Kỳ Xuân chuyển hoàn' });
  await looksUntil(desk, () => expect(coming.getByRole('row', { name: new RegExp(back) })).toContainText('Đã chuyển hoàn', { timeout: 1_000 }));
  await picture(desk, 'carriers-6-coming-back');
  await desk.getByRole('button', { name: 'Kiểm đếm VNPost Kỳ Xuân chuyển hoàn' }).click();
  const counting = desk.getByRole('dialog', { name: 'Kiểm đếm VNPost Kỳ Xuân chuyển hoàn' });
  const scan = counting.getByLabel('Quét từng bưu gửi');
  await scan.fill('MC26-999999');
  await scan.press('Enter');
  await expect(counting.getByText('không có trong danh sách VNPost Kỳ Xuân chuyển hoàn')).toBeVisible();
  await scan.fill(back);
  await scan.press('Enter');
  await expect(counting.getByLabel('Có, nguyên vẹn')).toBeChecked();
  await counting.getByLabel('Có, hư hỏng').check();
  await counting.getByRole('button', { name: 'Ghi kiểm đếm 1 bưu gửi' }).click();
  await expect(counting.getByText('Ghi rõ để cơ quan và người nhận biết.')).toBeVisible();
  await noViolations(desk);
  await picture(desk, 'carriers-7-count-back');
  await desk.setViewportSize({ width: 360, height: 740 });
  await picture(desk, 'carriers-8-count-back-phone');
  await counting.getByLabel('Có, nguyên vẹn').check();
  await counting.getByRole('button', { name: 'Ghi kiểm đếm 1 bưu gửi' }).click();
  await expect(desk.getByText('Đã nhận lại 1 bưu gửi.')).toBeVisible();
  await expect(coming).toBeHidden();
  await desk.context().close();

  // nobody asks a carrier that is gone
  const { key: _key, secret: _secret, ...shut } = carrierSettings({
    kind: 'vnpost', name: 'VNPost Kỳ Xuân', url: simulator.url, customerCode: VNPOST_CLIENT.customerCode, isOpen: false, baseRevision: 1,
  });
  expect((await administrator.post('/api/admin/carriers/vnpost', shut)).ok()).toBe(true);
  await page.reload();
  await expect(page.getByText('Ngừng nhận')).toBeVisible();
  await Promise.all([clerk.dispose(), administrator.dispose(), simulator.close()]);
});

test('Viettel Post is entered and tried, is given the secret that it shows once, and what it pushes with it is heard', async ({ page }) => {
  const simulator = await startViettelSimulator();
  const administrator = await wireOf('quantri', HATINH);
  await signIn(page, 'quantri', HATINH);
  await page.goto(`${HATINH.base}/lam-viec/quan-tri/chuyen-phat`);
  await page.getByRole('button', { name: 'Thêm đơn vị chuyển phát' }).click();
  const asked = page.getByRole('dialog', { name: 'Thêm đơn vị chuyển phát' });
  await asked.getByLabel('Viettel Post, qua kết nối').check();
  await asked.getByLabel('Tên', { exact: true }).fill('Viettel Post Kỳ Anh');
  await asked.getByLabel('Mã ngắn').fill('viettel');
  await asked.getByLabel('Địa chỉ kết nối').fill(simulator.url);
  await asked.getByLabel('Tài khoản').fill(VIETTEL_CLIENT.key);
  await asked.getByLabel('Mật khẩu').fill(VIETTEL_CLIENT.secret);
  await asked.getByLabel('Mã trả lời là số đơn đã có').fill(VIETTEL_THERE_ALREADY.join(', '));
  await asked.getByLabel('Địa bàn nơi gửi').fill(RECEIVER.place);
  await asked.getByLabel('Mã địa bàn của đơn vị chuyển phát').fill(`${RECEIVER.place}; 42; -; 781`);
  await noViolations(page);
  await picture(page, 'carriers-7-viettel');
  await asked.getByRole('button', { name: 'Lưu đơn vị chuyển phát' }).click();
  await page.getByRole('button', { name: 'Thử kết nối với Viettel Post Kỳ Anh' }).click();
  await expect(page.getByText('“Viettel Post Kỳ Anh” trả lời: cước 100 gam là 26.000 đồng.')).toBeVisible();
  await page.getByRole('button', { name: 'Cấp mã bảo mật mới cho Viettel Post Kỳ Anh' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cấp mã bảo mật mới' }).click();
  const shown = page.getByRole('dialog', { name: 'Mã bảo mật của “Viettel Post Kỳ Anh”' });
  const secret = await shown.locator('.shown-once').first().textContent() ?? '';
  const address = `${HATINH.base}/api/carriers/viettel/events`;
  await expect(shown.getByText(address)).toBeVisible();
  await noViolations(page);
  await picture(page, 'carriers-8-secret');
  await shown.getByRole('button', { name: 'Đã gửi cho Viettel Post' }).click();

  // as any house asks us, without a browser
  simulator.pushTo(async (message) => (await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(message) })).status === 200, secret);
  simulator.state.tell('CUA-AI-VT', '501');
  await simulator.pushAll();
  expect(simulator.state.waiting()).toBe(0);
  await expect.poll(async () => {
    const { carriers } = await (await administrator.get('/api/admin/carriers')).json() as { carriers: readonly { carrierId: string; refusedEvents: readonly { orderNumber: string }[] }[] };
    return carriers.find(({ carrierId }) => carrierId === 'viettel')?.refusedEvents.map(({ orderNumber }) => orderNumber);
  }, { timeout: 120_000 }).toEqual(['CUA-AI-VT']);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.reload();
  await expect(page.getByText('mã bảo mật cấp')).toBeVisible();
  await noViolations(page);
  await picture(page, 'carriers-9-phone');

  // nobody asks a carrier that is gone
  const { key: _key, secret: _secret, ...shut } = carrierSettings({
    kind: 'viettel', name: 'Viettel Post Kỳ Anh', url: simulator.url, isOpen: false, baseRevision: 1,
  });
  const closed = await administrator.post('/api/admin/carriers/viettel', shut);
  expect(closed.ok(), await closed.text()).toBe(true);
  await Promise.all([administrator.dispose(), simulator.close()]);
});

test('a desk is given its item numbers, and no number twice', async ({ page }) => {
  await signIn(page, 'quantri', HATINH);
  await page.goto(`${HATINH.base}/lam-viec/quan-tri/chuyen-phat`);
  await page.getByRole('tab', { name: 'Số hiệu bưu gửi' }).click();
  const give = async (from: string, to: string): Promise<void> => {
    await page.getByRole('button', { name: 'Cấp dải số hiệu' }).click();
    const asked = page.getByRole('dialog', { name: 'Cấp dải số hiệu bưu gửi' });
    await asked.getByLabel('Quầy').selectOption('ky-xuan');
    await asked.getByLabel('Hai chữ đầu').fill('rr');
    await asked.getByLabel('Số đầu').fill(from);
    await asked.getByLabel('Số cuối').fill(to);
    await asked.getByLabel('Văn bản cấp').fill('Công văn 12 của Bưu điện tỉnh');
    await asked.getByRole('button', { name: 'Cấp dải số hiệu' }).click();
  };
  await give('47312400', '47312499');
  await expect(page.getByRole('row', { name: /RR473124007VN/ })).toContainText('0 / 100');
  await give('47312499', '47312600');
  await expect(page.getByText('Trùng với dải từ 47312400 đến 47312499 đã cấp cho')).toBeVisible();
  await noViolations(page);
  await picture(page, 'carriers-6-ranges');
});
