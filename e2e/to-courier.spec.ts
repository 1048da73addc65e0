// The desk and its courier: shipments of her first round are scanned and given out, she counts, hands one back and
// says that she delivered the other; the desk counts the one, and an officer takes the other's delivery back. Then her phone
// is lost: the desk writes the delivery down from what she says, and settles what the phone that comes back tells otherwise.
import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { momentFromEpoch, wallTimeOf } from '#core/kernel/moment.ts';
import type { CourierRound } from '#wire/courier.wire.ts';
import { noViolations } from './axe.ts';
import { wireOf } from './by-wire.ts';
import { HATINH, PIN, looksUntil, signIn } from './people.ts';
import { DOT, picture } from './pictures.ts';

test('the clerk gives a round out by scanner, and counts in what the courier brings back', async ({ page }) => {
  const courier = await wireOf('buuta.kyxuan', HATINH);
  const round = async (): Promise<CourierRound> => await (await courier.get('/api/courier/round')).json() as CourierRound;
  const [first, second] = (await round()).stops.filter(({ state }) => state === 'planned');
  if (!first || !second) throw new Error('the courier has no round');
  await signIn(page, 'buudien.kyxuan', HATINH);
  await page.goto(`${HATINH.base}/lam-viec/gui-di`);
  const waiting = page.getByRole('table', { name: 'Bưu gửi chờ giao cho bưu tá' });
  await expect(waiting.getByRole('row', { name: new RegExp(first.orderNumber) })).toContainText('Chuyến của Hoàng Văn Ngựa');
  await noViolations(page);
  await picture(page, 'to-courier-1-waiting');
  await page.getByRole('button', { name: 'Giao cho bưu tá' }).click();
  const giving = page.getByRole('dialog', { name: 'Giao bưu gửi cho bưu tá' });
  const scan = giving.getByLabel('Quét từng bưu gửi');
  for (const { orderNumber } of [first, second]) {
    await scan.fill(orderNumber);
    await scan.press('Enter');
  }
  await scan.fill('MC26-999999');
  await scan.press('Enter');
  await expect(giving.getByText('không phải bưu gửi chờ giao cho bưu tá ở quầy này')).toBeVisible();
  await noViolations(page);
  await picture(page, 'to-courier-2-give');
  await giving.getByRole('button', { name: 'Giao 2 bưu gửi' }).click();
  const records = page.getByRole('table', { name: 'Giao nhận với bưu tá, chưa ký nhận' });
  await expect(records.getByRole('row', { name: /Hoàng Văn Ngựa/ })).toContainText('chờ bưu tá ký nhận');

  const given = (await round()).records[0];
  const at = async (): Promise<string> => (await round()).now;
  const shipmentIds = [first.shipmentId, second.shipmentId];
  const post = async (path: string, body: object): Promise<void> => {
    const answer = await courier.post(`/api/courier/${path}`, body);
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  await post(`records/${given?.recordId}/take`, { at: await at(), received: shipmentIds, missing: [] });
  await post(`shipments/${first.shipmentId}/fail`, { attemptId: randomUUID(), at: await at(), reason: 'absent' });
  await post('hand-in', { recordId: randomUUID(), deskId: 'ky-xuan', at: await at(), shipmentIds: [first.shipmentId], amount: 0 });

  const wrong = (await round()).stops.find(({ shipmentId }) => shipmentId === second.shipmentId);
  if (!wrong?.giving[0]) throw new Error('she has it no more');
  await post(`shipments/${second.shipmentId}/deliver`, {
    attemptId: randomUUID(), at: await at(), receiver: { ...wrong.giving[0].applicant, relation: 'self' }, receiptShown: true, recalledPapers: [], amountCollected: wrong.amountDue, signature: await courier.upload(DOT),
  });

  await page.reload();
  await records.getByRole('button', { name: /Kiểm đếm/ }).click();
  const counting = page.getByRole('dialog', { name: 'Kiểm đếm bưu tá Hoàng Văn Ngựa nộp lại' });
  await counting.getByRole('button', { name: 'Ký nhận' }).click();
  await expect(counting.getByText('Ghi vì sao thiếu, hoặc đánh dấu mục đã có.')).toBeVisible();
  await counting.getByRole('checkbox').check();
  await picture(page, 'to-courier-3-count');
  await counting.getByRole('button', { name: 'Ký nhận' }).click();
  await looksUntil(page, () => expect(waiting.getByRole('row', { name: new RegExp(first.orderNumber) })).toContainText('Không có người nhận ở nhà', { timeout: 1_000 }));

  const delivered = page.getByRole('table', { name: 'Bưu gửi: Đã xong' }).getByRole('button', { name: second.orderNumber });
  await looksUntil(page, () => expect(delivered).toBeVisible({ timeout: 1_000 }));
  await delivered.click();
  await page.getByRole('button', { name: 'Hủy ghi phát (ghi nhầm)' }).click();
  const undoing = page.getByRole('dialog', { name: `Hủy việc ghi đã phát cho ${second.receiver.name}` });
  await undoing.getByRole('button', { name: 'Hủy ghi phát' }).click();
  await expect(undoing.getByText('Ghi rõ nhầm lẫn.')).toBeVisible();
  await undoing.getByLabel('Ghi nhầm thế nào, vì sao biết').fill('Bưu tá gọi về: bấm nhầm tên nhà bên cạnh');
  await undoing.getByLabel('Mã PIN').fill(PIN);
  await noViolations(page);
  await picture(page, 'to-courier-4-undo');
  await page.setViewportSize({ width: 360, height: 740 });
  await noViolations(page);
  await picture(page, 'to-courier-5-undo-phone');
  await undoing.getByRole('button', { name: 'Hủy ghi phát' }).click();
  await expect(page.getByText(`Đã hủy việc ghi phát cho ${second.receiver.name}.`)).toBeVisible();
  await expect(page.getByRole('table', { name: 'Bưu tá đang giữ' }).getByRole('row', { name: /Hoàng Văn Ngựa/ })).toContainText('1');
  expect((await round()).stops.find(({ shipmentId }) => shipmentId === second.shipmentId)).toMatchObject({ state: 'with-courier', attempts: [{ outcome: 'delivered', undone: { ground: expect.any(String) } }] });
  await noViolations(page);
  await picture(page, 'to-courier-6-phone');

  await page.setViewportSize({ width: 1366, height: 768 });
  const unsent = await at();
  await page.getByRole('button', { name: 'Ghi từ giấy của bưu tá Hoàng Văn Ngựa' }).click();
  const paper = page.getByRole('dialog', { name: 'Ghi từ giấy của bưu tá Hoàng Văn Ngựa' });
  await paper.getByLabel('Vì sao ghi từ giấy').fill('Điện thoại rơi xuống suối');
  await paper.getByLabel('Giờ trên giấy').fill(wallTimeOf(momentFromEpoch(Date.parse(unsent) + 120_000)));
  await paper.getByRole('radio', { name: 'Đã phát cho người nhận' }).check();
  await paper.getByRole('button', { name: 'Ghi vào sổ' }).click();
  await expect(paper.getByText('Đính kèm bản quét, hoặc đánh dấu không có giấy.')).toBeVisible();
  await paper.getByRole('checkbox', { name: 'Không có giấy' }).check();
  await paper.getByLabel('Vì sao không có giấy').fill('Giấy ướt cùng điện thoại; đã gọi hỏi người nhận');
  await paper.getByRole('checkbox', { name: 'Bưu tá đã đối chiếu giấy tờ tùy thân với người nhận' }).check();
  await paper.getByLabel('Tiền quầy đếm được').fill(String(wrong.amountDue));
  await noViolations(page);
  await picture(page, 'to-courier-7-paper');
  await page.setViewportSize({ width: 360, height: 740 });
  await noViolations(page);
  await picture(page, 'to-courier-8-paper-phone');
  await page.setViewportSize({ width: 1366, height: 768 });
  await paper.getByRole('button', { name: 'Ghi vào sổ' }).click();
  await expect(page.getByText(`Đã ghi phát cho ${second.receiver.name} từ giấy của bưu tá Hoàng Văn Ngựa.`)).toBeVisible();

  await post(`shipments/${second.shipmentId}/fail`, { attemptId: randomUUID(), at: unsent, reason: 'absent' });
  await page.reload();
  const reports = page.getByRole('table', { name: 'Điện thoại bưu tá báo khác giấy' });
  await expect(reports.getByRole('row', { name: new RegExp(second.orderNumber) })).toContainText('Chưa phát được: Không có người nhận ở nhà');
  await reports.getByRole('button', { name: /Xem và xử lý/ }).click();
  const settling = page.getByRole('dialog', { name: `Điện thoại báo khác giấy: ${second.receiver.name}` });
  await settling.getByLabel('Đã hỏi ai, kết luận thế nào, đã làm gì').fill('Gọi người nhận: buổi sáng đi vắng, chiều đã nhận');
  await noViolations(page);
  await picture(page, 'to-courier-9-report');
  await settling.getByRole('button', { name: 'Đã xử lý' }).click();
  await expect(reports).toBeHidden();
  await courier.dispose();
});
