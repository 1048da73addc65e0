// The server is gone and citizens come on: papers that were asked for are brought, a wrong receipt is corrected at once,
// what an agency sent back is counted, and all of it arrives as it was told and printed.
import { expect, type Page, test } from '@playwright/test';
import { noViolations } from './axe.ts';
import { askedByWire, papersSentBackByWire, receivedByWire, type ReceivedByWire, wireOf } from './by-wire.ts';
import { client, dialog } from './desk.ts';
import { bar, enrols, ownCounter, type OwnCounter } from './own-counter.ts';
import { type OwnServer, ownServer } from './own-server.ts';
import { opensPresence } from './people.ts';
import { picture } from './pictures.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

const ASKED = 'Giấy xác nhận tình trạng hôn nhân';
let server: OwnServer;
let counter: OwnCounter;
let clerk: Page;
let asked: ReceivedByWire;
let wrong: ReceivedByWire;
let sentBack: ReceivedByWire;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  server = await ownServer();
  await server.start();
  const officer = await wireOf('tuphap.kybac', server.world);
  asked = await askedByWire(officer, '1.004873', client(91, 'Trần Thị Bổ Sung'), [ASKED], server.world);
  wrong = await receivedByWire(officer, '1.001193', client(92, 'Lê Thị Nhầm'));
  sentBack = await papersSentBackByWire(officer, '1.001193', client(93, 'Phan Văn Rút'), server.world);
  await officer.dispose();
  counter = ownCounter(server.world);
  clerk = await counter.start();
  await enrols(clerk, server.world);
  await opensPresence(clerk, /Trần Văn Trúc/);
  await expect(clerk.getByText(/xác nhận được tại máy này khi mất mạng/)).toBeVisible({ timeout: 60_000 });
  await expect(bar(clerk)).toContainText('Đã gửi hết');
  await server.kill();
});
test.afterAll(async () => {
  await counter.stop();
  await server.stop();
});

/** From the day at the desk, by the tab on which it waits. */
const opens = async (tab: RegExp, code: string): Promise<void> => {
  await clerk.keyboard.press('F1');
  await expect(bar(clerk)).toContainText('Mất mạng: làm việc tại máy này', { timeout: 60_000 });
  await clerk.getByRole('tab', { name: tab }).click();
  await clerk.getByRole('link', { name: code }).click();
  await expect(clerk.getByRole('heading', { level: 1 })).toContainText(code);
};

test('what the agency asked for is brought, and the citizen goes home with the new day', async () => {
  await opens(/^Chờ bổ sung/, asked.code);
  await expect(clerk.getByRole('region', { name: 'Ngày hẹn trả kết quả' })).toContainText('Tạm dừng');
  await clerk.getByRole('button', { name: 'Tiếp nhận bổ sung' }).click();
  const brought = dialog(clerk, `Tiếp nhận bổ sung ${asked.code}`);
  await brought.getByRole('checkbox').first().check();
  // she was seen while there was a line, and is still here
  await expect(brought.getByText('Công chức tiếp nhận Trần Văn Trúc xác nhận; Nguyễn Thị Sen là người hỗ trợ.')).toBeVisible();
  await noViolations(clerk);
  await picture(clerk, '87-supplement-alone');
  await brought.getByRole('button', { name: 'Tiếp nhận bổ sung' }).click();
  await expect(clerk.getByText('Đã tiếp nhận bổ sung. Hẹn trả mới: thứ Năm, 21/11/2019, 17 giờ 30.')).toBeVisible();
  await expect(bar(clerk)).toContainText('Chưa gửi 1 việc');
  await expect(clerk.getByRole('region', { name: 'Ngày hẹn trả kết quả' })).toContainText('21/11/2019');
});

test('a name written wrong this morning is put right by a new receipt, from this machine', async () => {
  await opens(/^Chờ chuyển/, wrong.code);
  await clerk.getByRole('button', { name: 'Cấp lại giấy tiếp nhận' }).click();
  const again = dialog(clerk, `Cấp lại giấy tiếp nhận ${wrong.code}`);
  await again.getByLabel('Sai ở đâu, sửa thế nào').fill('Ghi nhầm họ tên người nộp');
  await again.getByLabel('Họ tên người nộp').fill('Lê Thị Đúng');
  await picture(clerk, '88-corrected-alone');
  await again.getByRole('button', { name: 'Cấp lại giấy tiếp nhận' }).click();
  await expect(clerk.getByText(`Đã cấp lại giấy tiếp nhận ${wrong.code}.`)).toBeVisible();
  await expect(bar(clerk)).toContainText('Chưa gửi 2 việc');
  await expect(clerk.getByText('Lê Thị Đúng').first()).toBeVisible();
});

test('what the agency sent back is counted out of the bag line by line, and one of it did not come', async () => {
  await opens(/^Trả lại giấy tờ/, sentBack.code);
  await clerk.getByRole('button', { name: 'Kiểm đếm giấy tờ chuyển trả' }).click();
  const count = dialog(clerk, `Kiểm đếm giấy tờ chuyển trả – ${sentBack.code}`);
  await count.getByRole('radio', { name: 'Thiếu' }).first().check();
  await count.getByRole('button', { name: 'Đủ cả' }).click();
  await count.getByRole('button', { name: 'Nhận giấy tờ về quầy' }).click();
  await expect(count.getByLabel('Thiếu thế nào')).toBeFocused();
  await count.getByLabel('Thiếu thế nào').fill('Không có trong túi');
  await noViolations(clerk);
  await picture(clerk, '89-counted-alone');
  await count.getByRole('button', { name: 'Nhận giấy tờ về quầy' }).click();
  await expect(clerk.getByText(`Đã nhận giấy tờ của hồ sơ ${sentBack.code} về quầy.`)).toBeVisible();
  await expect(bar(clerk)).toContainText('Chưa gửi 3 việc');
});

test('who would sign out with all this unsent hears of it first, and stays', async () => {
  await clerk.getByRole('button', { name: 'Đăng xuất' }).click();
  const asked = dialog(clerk, 'Còn việc chưa gửi');
  await expect(asked.getByText(/^Máy này còn 3 việc chưa gửi về máy chủ\./)).toBeVisible();
  await noViolations(clerk);
  await picture(clerk, '90-sign-out-asked');
  await asked.getByRole('button', { name: 'Ở lại' }).click();
  await expect(bar(clerk)).toContainText('Kho dữ liệu đang mở');
});

test('the server is back: all stand there as they were told and printed, and nothing is left to look at', async () => {
  await server.start();
  const password = dialog(clerk, 'Phiên làm việc đã hết hạn');
  await expect(password.or(bar(clerk).getByText('Đã gửi hết'))).toBeVisible({ timeout: 60_000 });
  if (await password.isVisible()) {
    await password.getByLabel('Mật khẩu').fill(server.world.password);
    await clerk.keyboard.press('Enter');
  }
  await expect(bar(clerk)).toContainText('Đã gửi hết', { timeout: 60_000 });
  const officer = await wireOf('tuphap.kybac', server.world);
  const view = async ({ dossierId }: ReceivedByWire) => await (await officer.get(`/api/dossiers/${dossierId}`)).json() as {
    state: string; due: { due: string; state: string }; parties: { applicant: { fullName: string } }; issuedPapers: { kind: string; supersededAt?: string; printCount: number }[];
  };
  expect(await view(asked)).toMatchObject({ state: 'in-process', due: { due: '2019-11-21T17:30:00+07:00', state: 'restarted' } });
  const corrected = await view(wrong);
  expect(corrected.parties.applicant.fullName).toBe('Lê Thị Đúng');
  expect(corrected.issuedPapers.filter(({ kind }) => kind === 'intake-receipt').map(({ supersededAt }) => supersededAt !== undefined)).toEqual([true, false]);
  const back = await (await officer.get(`/api/dossiers/${sentBack.dossierId}`)).json() as { papersBack: object };
  expect(back.papersBack).toMatchObject({ place: 'at-desk', differences: [{ lineNo: 1, note: 'Không có trong túi' }] });
  await officer.dispose();
  const administrator = await wireOf('quantri', server.world);
  expect(await (await administrator.get('/api/admin/offline-cases')).json()).toEqual({ cases: [] });
  await administrator.dispose();
});
