// The server is gone and citizens come on: papers that were asked for are brought, a wrong receipt is corrected at once,
// what an agency sent back is counted, and all of it arrives as it was told and printed; what came too late is put right with
// what was entered.
import { expect, type Page, test } from '@playwright/test';
import { noViolations, onPhone } from './axe.ts';
import { askedByWire, correctedByWire, entersSheet, papersSentBackByWire, receivedByWire, type ReceivedByWire, SHEET, wireOf } from './by-wire.ts';
import { client, dialog, findProcedure } from './desk.ts';
import { bar, enrols, hasOfficerBeside, ownCounter, type OwnCounter, provesHere, sendsAll } from './own-counter.ts';
import { type OwnServer, ownServer } from './own-server.ts';
import { handsOn } from './people.ts';
import { picture } from './pictures.ts';

test.describe.configure({ mode: 'serial', timeout: 480_000 });

const ASKED = 'Giấy xác nhận tình trạng hôn nhân';
let server: OwnServer;
let counter: OwnCounter;
let clerk: Page;
let asked: ReceivedByWire;
let wrong: ReceivedByWire;
let sentBack: ReceivedByWire;
let late: ReceivedByWire;
let certified = '';
const LATE = client(94, 'Phan Thị Muộn');

test.beforeAll(async () => {
  test.setTimeout(480_000);
  server = await ownServer();
  await server.start();
  const officer = await wireOf('tuphap.kybac', server.world);
  asked = await askedByWire(officer, '1.004873', client(91, 'Trần Thị Bổ Sung'), [ASKED], server.world);
  wrong = await receivedByWire(officer, '1.001193', client(92, 'Lê Thị Nhầm'));
  sentBack = await papersSentBackByWire(officer, '1.001193', client(93, 'Phan Văn Rút'), server.world);
  late = await receivedByWire(officer, '1.001193', LATE);
  await officer.dispose();
  counter = ownCounter(server.world);
  clerk = await counter.start();
  await enrols(clerk, server.world);
  await hasOfficerBeside(clerk);
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

test('an entry is cancelled from this machine; that another will correct it first nobody here can know', async () => {
  await opens(/^Chờ chuyển/, late.code);
  await clerk.getByRole('button', { name: 'Hủy tiếp nhận (nhập sai)' }).click();
  const cancelling = dialog(clerk, `Hủy tiếp nhận ${late.code}`);
  await cancelling.getByLabel('Nhập sai ở đâu').fill('Nhập hai lần một hồ sơ');
  await cancelling.getByRole('button', { name: 'Hủy tiếp nhận (nhập sai)' }).click();
  await expect(clerk.getByText(`Đã hủy tiếp nhận ${late.code}.`)).toBeVisible();
  await expect(bar(clerk)).toContainText('Chưa gửi 4 việc');
});

test('papers that are missing are listed, a reception is refused and copies are certified: all three are printed here', async () => {
  await findProcedure(clerk, handsOn(clerk), 'nhan con', 'Đăng ký nhận cha, mẹ, con');
  await clerk.getByLabel('Họ và tên').fill('Phan Văn Thiếu');
  await clerk.getByRole('button', { name: 'Thành phần hồ sơ' }).click();
  await clerk.keyboard.press('1');
  await clerk.getByRole('button', { name: /^Lập phiếu yêu cầu bổ sung/ }).click();
  await dialog(clerk, 'Hướng dẫn bổ sung: một lần, đầy đủ').getByRole('button', { name: 'Lập phiếu yêu cầu bổ sung' }).click();
  await dialog(clerk, 'Đã lập phiếu yêu cầu bổ sung, hoàn thiện hồ sơ').getByRole('button', { name: 'Đóng', exact: true }).click();
  await expect(bar(clerk)).toContainText('Chưa gửi 5 việc');
  await clerk.getByRole('button', { name: 'Từ chối tiếp nhận' }).click();
  await expect(clerk.getByLabel('Họ và tên người nộp')).toHaveValue('Phan Văn Thiếu');
  await clerk.getByLabel(/^Lý do từ chối/).fill('Hai bên đang có tranh chấp.');
  await clerk.getByRole('button', { name: /^Từ chối tiếp nhận/ }).click();
  await dialog(clerk, 'Từ chối tiếp nhận hồ sơ của Phan Văn Thiếu').getByRole('button', { name: 'Từ chối tiếp nhận' }).click();
  await dialog(clerk, 'Đã từ chối tiếp nhận').getByRole('button', { name: 'Đóng', exact: true }).click();
  await expect(bar(clerk)).toContainText('Chưa gửi 6 việc');
  await clerk.keyboard.press('F6');
  await clerk.getByLabel('Người yêu cầu').fill('Phan Thị Sao');
  await clerk.getByLabel('Loại giấy tờ 1').fill('Bằng tốt nghiệp');
  await clerk.getByRole('button', { name: 'Nhập từ sổ giấy (mất điện, mất mạng)' }).click();
  await clerk.getByLabel('Giờ ghi trong sổ').fill('0706');
  await clerk.getByLabel('Số trong sổ giấy').fill(SHEET.bookletNumber);
  await clerk.getByLabel('Lý do', { exact: true }).fill(SHEET.reason);
  await clerk.keyboard.press('F9');
  certified = await clerk.locator('ol.certified li strong').innerText();
  await expect(bar(clerk)).toContainText('Chưa gửi 7 việc');
});

test('who would sign out with all this unsent hears of it first, and stays', async () => {
  await clerk.getByRole('button', { name: 'Đăng xuất' }).click();
  const asked = dialog(clerk, 'Còn việc chưa gửi');
  await expect(asked.getByText(/^Máy này còn 7 việc chưa gửi về máy chủ\./)).toBeVisible();
  await noViolations(clerk);
  await picture(clerk, '90-sign-out-asked');
  await asked.getByRole('button', { name: 'Ở lại' }).click();
  await expect(bar(clerk)).toContainText('Kho dữ liệu đang mở');
});

test('the server is back: all stand there as they were told and printed, and what came too late is kept', async () => {
  // another machine is quicker: this one still has no line
  await clerk.context().setOffline(true);
  await server.start();
  const quicker = await wireOf('tuphap.kybac', server.world);
  await correctedByWire(quicker, late, { ...LATE, name: 'Phan Thị Mơ' });
  await quicker.dispose();
  await entersSheet(server.world);
  // restored from a back-up, and the catalogue imported anew: a version that was used here is none of its own
  await server.sql(`update motcua.procedure_version set version = 2, content = jsonb_set(content, '{version}', '2') where procedure_code = '1.001022'`);
  await clerk.context().setOffline(false);
  await sendsAll(clerk, server.world);
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
});

/** Of the list of what waits, by the words of the act. */
const putsRight = async (act: string): Promise<void> => {
  await bar(clerk).getByRole('link', { name: 'Việc chưa gửi' }).click();
  await clerk.getByRole('row', { name: new RegExp(`^${act}`) }).getByRole('button', { name: 'Sửa và gửi lại' }).click();
  await expect(clerk.getByRole('heading', { level: 1 })).toContainText(`Sửa và gửi lại: ${act}`);
};

test('guidance, refusal and copies that the server did not take are put right with what was entered, under the numbers that were printed', async () => {
  await expect(bar(clerk)).toContainText('4 việc cần xem');
  await putsRight('Hướng dẫn hoàn thiện hồ sơ');
  await noViolations(clerk);
  await picture(clerk, '92-put-guidance-right');
  await onPhone(clerk, '92-put-guidance-right-phone');
  await clerk.getByRole('button', { name: 'Sửa và gửi lại' }).click();
  const guidance = dialog(clerk, 'Sửa hướng dẫn rồi gửi lại');
  await expect(guidance.getByLabel('Họ và tên người được hướng dẫn')).toHaveValue('Phan Văn Thiếu');
  await guidance.getByLabel('Lời dặn thêm').fill('Mang cả giấy chứng sinh');
  await noViolations(clerk);
  await picture(clerk, '92-put-guidance-right-dialog');
  await onPhone(clerk, '92-put-guidance-right-dialog-phone');
  await guidance.getByRole('button', { name: 'Gửi lại' }).click();
  await dialog(clerk, 'Đã lập phiếu yêu cầu bổ sung, hoàn thiện hồ sơ').getByRole('button', { name: 'Đóng', exact: true }).click();
  await expect(bar(clerk)).toContainText('3 việc cần xem');

  await putsRight('Từ chối tiếp nhận');
  await clerk.getByRole('button', { name: 'Sửa và gửi lại' }).click();
  await expect(clerk.getByLabel(/^Lý do từ chối/)).toHaveValue('Hai bên đang có tranh chấp.');
  await clerk.getByLabel(/^Lý do từ chối/).fill('Hai bên đang có tranh chấp, thuộc thẩm quyền của Tòa án.');
  await noViolations(clerk);
  await picture(clerk, '93-put-refusal-right');
  await onPhone(clerk, '93-put-refusal-right-phone');
  await clerk.getByRole('button', { name: /^Từ chối tiếp nhận/ }).click();
  const refusal = dialog(clerk, 'Từ chối tiếp nhận hồ sơ của Phan Văn Thiếu');
  await provesHere(refusal);
  await refusal.getByRole('button', { name: 'Từ chối tiếp nhận' }).click();
  await dialog(clerk, 'Đã từ chối tiếp nhận').getByRole('button', { name: 'Đóng', exact: true }).click();
  await expect(bar(clerk)).toContainText('2 việc cần xem');

  await putsRight('Chứng thực bản sao');
  await clerk.getByRole('button', { name: 'Sửa và gửi lại' }).click();
  const sheet = clerk.getByLabel('Số trong sổ giấy');
  await expect(sheet).toHaveValue(SHEET.bookletNumber);
  await expect(sheet).toHaveAttribute('aria-invalid', 'true');
  await noViolations(clerk);
  await picture(clerk, '94-put-copies-right');
  await onPhone(clerk, '94-put-copies-right-phone');
  await sheet.fill('Q1-002');
  await provesHere(clerk);
  await clerk.keyboard.press('F9');
  await expect(clerk.locator('ol.certified li strong')).toHaveText(certified);
  await clerk.getByRole('button', { name: 'Đóng' }).click();
  await expect(bar(clerk)).toContainText('1 việc cần xem');
  await expect(bar(clerk)).toContainText('Đã gửi hết', { timeout: 60_000 });
});

test('what came too late is opened with what was entered, shows what became of the dossier, and goes in', async () => {
  await expect(bar(clerk)).toContainText('1 việc cần xem');
  await putsRight('Hủy tiếp nhận');
  await expect(clerk.getByText(/vừa được Trần Văn Trúc thực hiện “Cấp lại giấy tiếp nhận”/)).toBeVisible();
  await expect(clerk.getByText('Từ khi làm việc này hồ sơ đã thay đổi:')).toBeVisible();
  await expect(clerk.getByRole('listitem').filter({ hasText: 'Cấp lại giấy tiếp nhận' })).toContainText('Trần Văn Trúc');
  await noViolations(clerk);
  await picture(clerk, '91-put-act-right');
  await onPhone(clerk, '91-put-act-right-phone');
  await clerk.getByRole('button', { name: 'Sửa và gửi lại' }).click();
  const again = dialog(clerk, `Hủy tiếp nhận ${late.code}`);
  await expect(again.getByLabel('Nhập sai ở đâu')).toHaveValue('Nhập hai lần một hồ sơ');
  await again.getByLabel('Nhập sai ở đâu').fill('Nhập hai lần một hồ sơ; người nộp đã biết');
  await provesHere(again);
  await picture(clerk, '91-put-act-right-dialog');
  // what was said when it was done first still stands there for some seconds
  await expect(clerk.getByText(`Đã hủy tiếp nhận ${late.code}.`)).toBeHidden();
  await again.getByRole('button', { name: 'Hủy tiếp nhận (nhập sai)' }).click();
  await expect(clerk.getByText(`Đã hủy tiếp nhận ${late.code}.`)).toBeVisible();
  await expect(bar(clerk)).toContainText('Đã gửi hết', { timeout: 60_000 });
  await expect(bar(clerk)).not.toContainText('việc cần xem');
  await expect(clerk.getByText('Mọi việc đã gửi')).toBeVisible();
  const administrator = await wireOf('quantri', server.world);
  const { cases } = await (await administrator.get('/api/admin/offline-cases')).json() as { cases: readonly { settledAt?: string }[] };
  expect(cases.map(({ settledAt }) => settledAt !== undefined)).toEqual([true, true, true, true]);
  await administrator.dispose();
});
