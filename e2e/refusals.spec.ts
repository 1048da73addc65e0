// Refused at the desk by the officer, refused by the agency in writing: both with their legal ground.
import { expect, type Page, test } from '@playwright/test';
import { acceptsHandOver, doesNext, opensIn, sendsBack } from './agency.ts';
import { receivedByWire, wireOf } from './by-wire.ts';
import { track } from './citizen.ts';
import { acceptsOutcome, client, dialog, findProcedure, forwardAll } from './desk.ts';
import { comesToWork, handsOn, KYBAC, open, opensPresence, PHONE, PIN } from './people.ts';
import { picture } from './pictures.ts';

test.describe.configure({ mode: 'serial' });

const LATE = client(21, 'Phạm Văn Muộn');
const GROUND = 'Điều 21 Nghị định 123/2015/NĐ-CP';

let clerk: Page;
test.beforeAll(async ({ browser }) => { clerk = await comesToWork(browser, 'buudien.kybac'); });

test('papers that are missing make one complete list, kept and printed, and no dossier', async () => {
  await findProcedure(clerk, handsOn(clerk), 'nhan con', 'Đăng ký nhận cha, mẹ, con');
  await clerk.getByLabel('Họ và tên').fill('Phạm Văn Thiếu');
  await clerk.getByRole('button', { name: 'Thành phần hồ sơ' }).click();
  await clerk.keyboard.press('1');
  await clerk.getByRole('button', { name: /^Lập phiếu yêu cầu bổ sung/ }).click();
  const asked = dialog(clerk, 'Hướng dẫn bổ sung: một lần, đầy đủ');
  await expect(asked.getByRole('listitem')).toHaveCount(3);
  const paper = clerk.waitForResponse(/\/api\/papers\/.+\.pdf/);
  await asked.getByRole('button', { name: 'Lập phiếu yêu cầu bổ sung' }).click();
  await expect(dialog(clerk, 'Đã lập phiếu yêu cầu bổ sung, hoàn thiện hồ sơ')).toBeVisible();
  expect((await paper).ok()).toBe(true);
  await picture(clerk, '31-guidance');
  await clerk.getByRole('button', { name: 'Đóng', exact: true }).click();
});

test('refusing reception is the officer’s: the clerk writes it down, the officer enters her PIN, form 03 prints', async () => {
  await clerk.getByRole('button', { name: 'Từ chối tiếp nhận' }).click();
  await expect(clerk.getByLabel('Họ và tên người nộp')).toHaveValue('Phạm Văn Thiếu');
  await clerk.getByLabel(/^Lý do từ chối/).fill('Hai bên đang có tranh chấp về việc nhận cha, con nên thuộc thẩm quyền của Tòa án.');
  await clerk.getByRole('button', { name: /^Từ chối tiếp nhận/ }).click();
  const asked = dialog(clerk, 'Từ chối tiếp nhận hồ sơ của Phạm Văn Thiếu');
  await asked.getByRole('button', { name: 'Từ chối tiếp nhận' }).click();
  await expect(asked.getByText('Nhập mã PIN để xác nhận.')).toBeVisible();
  await expect(asked.getByLabel('Mã PIN của công chức')).toBeFocused();
  await asked.getByLabel(/^Công chức tiếp nhận xác nhận/).selectOption({ label: 'Trần Văn Trúc' });
  await asked.getByLabel('Mã PIN của công chức').fill('000000');
  await asked.getByRole('button', { name: 'Từ chối tiếp nhận' }).click();
  await expect(asked.getByRole('alert')).toContainText('Mã PIN không đúng');
  await expect(asked.getByLabel('Mã PIN của công chức')).toBeFocused();
  await picture(clerk, '32-refuse-pin');
  const paper = clerk.waitForResponse(/\/api\/papers\/.+\.pdf/);
  await asked.getByLabel('Mã PIN của công chức').fill(PIN);
  await asked.getByRole('button', { name: 'Từ chối tiếp nhận' }).click();
  await expect(dialog(clerk, 'Đã từ chối tiếp nhận')).toBeVisible();
  expect((await paper).ok()).toBe(true);
  await picture(clerk, '33-refused');
  await clerk.getByRole('button', { name: 'Đóng', exact: true }).click();
});

test.describe('by the agency', () => {
  let code = '';
  test.beforeAll(async () => {
    const officer = await wireOf('tuphap.kybac');
    ({ code } = await receivedByWire(officer, '1.004873', LATE));
    await officer.dispose();
  });

  test('the specialist proposes to refuse, the leader signs the refusal with its ground', async ({ browser }) => {
    await opensPresence(clerk, /Trần Văn Trúc/);
    await clerk.keyboard.press('F1');
    await forwardAll(clerk, 'Ủy ban nhân dân xã Kỳ Bắc', [code]);
    await clerk.getByRole('button', { name: 'Đóng', exact: true }).click();
    const officer = await comesToWork(browser, 'tuphap.kybac');
    await acceptsHandOver(officer, [code]);
    await opensIn(officer, 'Của tôi', code);
    await doesNext(officer, 'Trình ký', async (asked) => {
      await asked.getByRole('radio', { name: 'Từ chối giải quyết' }).check();
      await asked.getByLabel('Lý do từ chối').fill('Người yêu cầu đang có vợ theo Sổ đăng ký kết hôn năm 2015 của xã.');
      await asked.getByLabel('Căn cứ pháp lý').fill(GROUND);
    });
    await officer.context().close();
    const leader = await comesToWork(browser, 'chutich.kybac');
    await opensIn(leader, 'Chờ ký', code);
    await picture(leader, '34-refusal-proposed');
    await leader.keyboard.press('F9');
    const asked = dialog(leader, `Từ chối giải quyết ${code}`);
    await expect(asked.getByLabel('Căn cứ pháp lý')).toHaveValue(GROUND);
    await asked.getByRole('button', { name: 'Ký từ chối giải quyết' }).click();
    const signed = dialog(leader, /^Đã ký từ chối giải quyết · Phiếu số/);
    await expect(signed).toBeVisible();
    await picture(leader, '35-refusal-signed');
    await signed.getByRole('button', { name: 'Đóng', exact: true }).click();
    await leader.context().close();
  });

  test('the refusal goes back to the desk like an outcome, and the citizen reads where to fetch it', async ({ browser }) => {
    const records = await comesToWork(browser, 'vanthu.kybac');
    await opensIn(records, 'Chờ chuyển trả', code);
    // the leader signed it digitally with his decision: the agency's signature comes before it leaves
    await doesNext(records, 'Ký số cơ quan');
    await sendsBack(records);
    await records.context().close();
    await acceptsOutcome(clerk, code);
    const phone = await open(browser, KYBAC, { ...PHONE, javaScriptEnabled: false });
    await track(phone, code, LATE.phone.slice(-4));
    await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(phone.locator('main')).toContainText('Ban hành văn bản từ chối');
    await picture(phone, '36-citizen-refused');
    await phone.context().close();
  });
});
