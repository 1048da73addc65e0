// A bag comes with a broken seal, another does not come at all: both sides have the case, the post answers and pays; a third
// is said to be lost and found by the post's supervisor.
import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { bagLabelInGroups } from '#core/numbering/bag-label.ts';
import { formatItemNumber } from '#core/numbering/item-number.ts';
import { noViolations } from './axe.ts';
import { type ReceivedByWire, receivedByWire, type Wire, wireOf } from './by-wire.ts';
import { client, dialog } from './desk.ts';
import { comesToWork, goesTo, KYBAC, PHONE } from './people.ts';
import { picture } from './pictures.ts';

test.describe.configure({ mode: 'serial' });

const WHO = client(67, 'Nguyễn Thị Thất Lạc');
const AGENCY = 'so-tu-phap';

let broken: { readonly bagId: string; readonly label: string; readonly dossier: ReceivedByWire };
let lost: { readonly bagId: string; readonly label: string; readonly dossier: ReceivedByWire };
let address = '';

const does = async (wire: Wire, path: string, body: object): Promise<{ readonly label: string }> => {
  const answer = await wire.post(path, body);
  expect(answer.ok(), await answer.text()).toBe(true);
  return await answer.json() as { label: string };
};
const sentByWire = async (clerk: Wire, dossier: ReceivedByWire) => {
  const bagId = randomUUID();
  const { label } = await does(clerk, '/api/desk/bags', { bagId, deskId: 'ky-bac', agencyUnitId: AGENCY });
  await does(clerk, `/api/desk/bags/${bagId}/pack`, { scanned: dossier.code });
  await does(clerk, `/api/desk/bags/${bagId}/close`, { sealNumber: 'NP 067' });
  await does(clerk, `/api/desk/bags/${bagId}/hand-over`, { handOverId: randomUUID() });
  return { bagId, label, dossier };
};
const fits = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

test('the agency finds the seal broken, and something over: each is a case of both sides', async ({ browser }) => {
  const [officer, clerk] = [await wireOf('tuphap.kybac'), await wireOf('buudien.kybac')];
  broken = await sentByWire(clerk, await receivedByWire(officer, '2.000488', WHO));
  lost = await sentByWire(clerk, await receivedByWire(clerk, '2.000488', WHO, { channel: 'post', regime: 'public-post', posting: { itemNumber: formatItemNumber('RH', 990_067), postage: 33_000 } }));
  await Promise.all([officer.dispose(), clerk.dispose()]);
  const specialist = await comesToWork(browser, 'chuyenvien.stp');
  await goesTo(specialist, /^Túi hồ sơ/);
  await expect(specialist.getByRole('textbox', { name: 'Quét nhãn túi để nhận' })).toBeFocused();
  await specialist.keyboard.type(broken.label);
  await specialist.keyboard.press('Enter');
  await expect(specialist.locator('.bag-counter strong')).toHaveText('0/1');
  await specialist.keyboard.type(broken.dossier.code);
  await specialist.keyboard.press('Enter');
  await specialist.getByRole('button', { name: 'Có giấy tờ thừa' }).click();
  const over = dialog(specialist, /^Giấy tờ thừa/);
  await over.getByLabel('Giấy tờ gì').fill('Bì thư không ghi mã');
  await over.getByLabel('Ghi rõ').fill('Nằm dưới đáy túi');
  await over.getByRole('button', { name: 'Ghi nhận thừa' }).click();
  await expect(specialist.getByRole('table', { name: 'Thừa so với biên bản' })).toContainText('Bì thư không ghi mã');
  await specialist.keyboard.press('F9');
  await dialog(specialist, /^Ký nhận túi/).getByRole('checkbox', { name: /không nguyên vẹn/ }).check();
  await specialist.getByLabel('Niêm phong thế nào').fill('Dây niêm phong đứt');
  await specialist.getByRole('dialog').getByRole('button', { name: /^Ký nhận/ }).click();
  await expect(specialist.getByText('Dây niêm phong đứt')).toBeVisible();
  await specialist.getByRole('link', { name: 'Mở việc xử lý' }).click();
  await expect(specialist.getByRole('heading', { name: 'Mất niêm phong' })).toBeVisible();
  await noViolations(specialist);
  await picture(specialist, '68-seal-broken-case');
  await specialist.getByRole('button', { name: 'Xử lý việc này' }).click();
  await specialist.getByRole('dialog').getByLabel('Hai bên thống nhất, không còn chênh lệch').check();
  await specialist.getByRole('dialog').getByLabel('Ghi rõ căn cứ và việc đã làm').fill('Kiểm đếm đủ, không hư hỏng');
  await specialist.getByRole('dialog').getByRole('button', { name: 'Ghi kết quả xử lý' }).click();
  await expect(specialist.getByText('Kiểm đếm đủ, không hư hỏng')).toBeVisible();
  await specialist.context().close();
});

test('the desk declares the other bag lost, draws up the minute, and writes down what the post paid', async ({ browser }) => {
  const clerk = await comesToWork(browser, 'buudien.kybac');
  await clerk.goto(`${KYBAC.base}/lam-viec/tui-ho-so/quay/${lost.bagId}`);
  await expect(clerk.getByText(/hạn chuyển/).first()).toBeVisible();
  await clerk.getByRole('button', { name: 'Báo thất lạc' }).click();
  const asked = clerk.getByRole('dialog');
  await asked.getByRole('button', { name: 'Báo thất lạc túi' }).click();
  await expect(asked.getByText(/^Ghi căn cứ/)).toBeVisible();
  await asked.getByLabel('Căn cứ').fill('Xe thư bị cháy trên quốc lộ 1');
  await asked.getByRole('button', { name: 'Báo thất lạc túi' }).click();
  await expect(clerk.getByText('Túi đã báo thất lạc.')).toBeVisible();
  await picture(clerk, '69-bag-lost');
  await clerk.getByRole('link', { name: 'Mở việc xử lý' }).click();
  await expect(clerk.getByRole('table', { name: 'Giấy tờ thuộc việc này' })).toContainText(lost.dossier.code);
  address = new URL(clerk.url()).pathname.split('/').at(-1) ?? '';
  await clerk.getByRole('button', { name: 'Lập biên bản xác định trách nhiệm' }).click();
  const minute = dialog(clerk, /^Xác định trách nhiệm/);
  await minute.getByLabel('Bưu điện', { exact: true }).check();
  await minute.getByLabel('Căn cứ').fill('Xe của bưu điện, hồ sơ đã niêm phong và có biên bản giao.');
  await minute.getByRole('checkbox').uncheck();
  await expect(minute.getByRole('status')).toContainText('Bưu điện trả 132.000 đồng');
  await noViolations(clerk);
  await picture(clerk, '70-liability-minute');
  await minute.getByRole('button', { name: 'Lập biên bản' }).click();
  await expect(clerk.getByRole('link', { name: /^biên bản xác định trách nhiệm/ })).toBeVisible();
  await clerk.getByRole('button', { name: /^Đã trả tiền/ }).click();
  await clerk.getByRole('dialog').getByLabel(/^Số biên lai/).fill('BL 000123');
  await clerk.getByRole('dialog').getByRole('button', { name: 'Ghi đã trả' }).click();
  await expect(clerk.getByRole('table', { name: 'Bồi thường thiệt hại' })).toContainText('BL 000123');

  // what is learnt later makes another minute; what was paid stays paid
  await clerk.getByRole('button', { name: 'Lập biên bản thay thế' }).click();
  const again = dialog(clerk, /^Thay biên bản/);
  await expect(again.getByText('Đã trả 132.000 đồng')).toBeVisible();
  await expect(again.getByLabel('Lý do thay biên bản')).toBeFocused();
  await again.getByRole('button', { name: 'Lập biên bản thay thế' }).click();
  await expect(again.getByText('Ghi vì sao thay biên bản.')).toBeVisible();
  await again.getByLabel('Lý do thay biên bản').fill('Bưu điện gửi thêm biên bản hiện trường');
  await again.getByLabel('Bưu điện', { exact: true }).check();
  await again.getByLabel('Căn cứ').fill('Biên bản hiện trường ngày 18/11/2019.');
  await again.getByRole('checkbox').uncheck();
  await noViolations(clerk);
  await picture(clerk, '71-minute-replaced');
  await again.getByRole('button', { name: 'Lập biên bản thay thế' }).click();
  await expect(again).toBeHidden();
  await expect(clerk.getByText('Bưu điện gửi thêm biên bản hiện trường').first()).toBeVisible();
  await expect(clerk.getByRole('button', { name: /^Đã trả tiền/ })).toBeHidden();

  await clerk.getByRole('button', { name: 'Xử lý việc này' }).click();
  await clerk.getByRole('dialog').getByLabel('Bồi thường, không cấp lại').check();
  await clerk.getByRole('dialog').getByLabel('Ghi rõ căn cứ và việc đã làm').fill('Người nộp xin nộp lại hồ sơ mới');
  await clerk.getByRole('dialog').getByRole('button', { name: 'Ghi kết quả xử lý' }).click();
  await expect(clerk.getByText('Người nộp xin nộp lại hồ sơ mới')).toBeVisible();
  await noViolations(clerk);
  await picture(clerk, '71-compensation-paid');
  await clerk.context().close();
});

test('the agency reads the same on a phone; what came back to the desk goes on its way', async ({ browser }) => {
  const specialist = await comesToWork(browser, 'chuyenvien.stp', KYBAC, PHONE);
  await specialist.goto(`${KYBAC.base}/lam-viec/co-quan/giao-nhan/viec/${address}`);
  await expect(specialist.getByRole('table', { name: 'Bồi thường thiệt hại' })).toContainText('132.000 đồng');
  await expect.poll(() => fits(specialist)).toBeLessThanOrEqual(360);
  await picture(specialist, '72-case-phone');
  await specialist.goto(`${KYBAC.base}/lam-viec/co-quan/giao-nhan?muc=cases`);
  const over = specialist.getByRole('row', { name: /Bì thư không ghi mã/ });
  await expect(over).toContainText('Thừa so với biên bản');
  await over.getByRole('button', { name: /^Xử lý/ }).click();
  await specialist.getByRole('dialog').getByLabel('Hai bên thống nhất, không còn chênh lệch').check();
  await specialist.getByRole('dialog').getByLabel('Ghi rõ căn cứ và việc đã làm').fill('Bì thư của chính cơ quan');
  await specialist.getByRole('dialog').getByRole('button', { name: 'Ghi kết quả xử lý' }).click();
  await expect(over).toHaveCount(0);
  await specialist.context().close();
  const [clerk, agency] = [await wireOf('buudien.kybac'), await wireOf('chuyenvien.stp')];
  const { dossierId } = lost.dossier;
  const { revision, state } = await (await clerk.get(`/api/dossiers/${dossierId}`)).json() as { revision: number; state: string };
  expect(state).toBe('received');
  await does(clerk, '/api/desk/hand-overs', { handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: AGENCY, dossiers: [{ dossierId, revision, paperCount: 0 }] });
  await does(agency, '/api/office/hand-overs/accept', { dossierIds: [dossierId] });
  await Promise.all([clerk.dispose(), agency.dispose()]);
});

test('the post’s supervisor says that a bag is lost, and that it is found, from the list of what is on the road', async ({ browser }) => {
  const [officer, clerk, agency] = [await wireOf('tuphap.kybac'), await wireOf('buudien.kybac'), await wireOf('chuyenvien.stp')];
  const bag = await sentByWire(clerk, await receivedByWire(officer, '2.000488', WHO));
  const label = bagLabelInGroups(bag.label);
  const post = await comesToWork(browser, 'giamsat.buudien');
  await post.goto(`${KYBAC.base}/lam-viec/buu-dien?muc=duong`);
  await post.getByRole('button', { name: `Báo thất lạc Túi ${label}` }).click();
  await post.getByRole('dialog').getByLabel('Căn cứ').fill('Xe thư bị nạn ở đèo Ngang');
  await post.getByRole('dialog').getByRole('button', { name: 'Báo thất lạc túi' }).click();
  const lostOnes = post.getByRole('table', { name: 'Túi thất lạc' });
  await expect(lostOnes).toContainText(label);
  await noViolations(post);
  await picture(post, '73-supervisor-lost-bag');
  await lostOnes.getByRole('link', { name: label }).click();
  await expect(post.getByText('Túi đã báo thất lạc.')).toBeVisible();
  await post.getByRole('button', { name: 'Báo đã tìm thấy túi' }).click();
  await post.getByRole('dialog').getByLabel('Tìm thấy ở đâu').fill('Bưu cục Kỳ Anh');
  await post.getByRole('dialog').getByRole('button', { name: 'Báo đã tìm thấy túi' }).click();
  await expect(post.getByText('Túi đã báo thất lạc.')).toHaveCount(0);
  await expect(post.getByRole('button', { name: 'Báo thất lạc' })).toBeVisible();
  await noViolations(post);
  await post.context().close();
  await does(agency, `/api/office/bags/${bag.bagId}/receive`, { received: [bag.dossier.dossierId], missing: [], differences: [], sealBroken: false });
  await Promise.all([officer.dispose(), clerk.dispose(), agency.dispose()]);
});
