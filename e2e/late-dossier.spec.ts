// A dossier will be late: the apology is prepared in time and signed, and the new date shows at the agency, at the desk
// and to the citizen. Two officers act at once. Another dossier is withdrawn and its papers go home.
import { expect, type Page, test } from '@playwright/test';
import { acceptsHandOver, opensIn } from './agency.ts';
import { receivedByWire, wireOf } from './by-wire.ts';
import { track } from './citizen.ts';
import { client, dialog, forwardAll } from './desk.ts';
import { comesToWork, KYBAC, open, opensPresence, PHONE } from './people.ts';
import { picture } from './pictures.ts';

test.describe.configure({ mode: 'serial' });

const LATE = client(61, 'Phan Thị Trễ');
const TAKEN = client(62, 'Lê Văn Rút');
const SILENT = client(63, 'Võ Thị Lặng');

let late = '';
let taken = '';
let silent = '';
let officer: Page;
let clerk: Page;

const dueOf = async (page: Page, dossierId: string): Promise<string> => (await (await page.request.get(`/api/dossiers/${dossierId}`)).json() as { due: { due: string } }).due.due;
/** The next working day that is not the day after a due day: three weeks on, a Wednesday. */
const wednesdayAfter = (from: string, days: number): string => {
  const day = new Date(Date.parse(`${from.slice(0, 10)}T00:00:00Z`) + days * 86_400_000);
  day.setUTCDate(day.getUTCDate() + ((3 - day.getUTCDay() + 7) % 7));
  return day.toISOString().slice(0, 10);
};
const shown = (iso: string): string => iso.slice(0, 10).split('-').toReversed().join('/');
const idOf = new Map<string, string>();

test.beforeAll(async ({ browser }) => {
  const wire = await wireOf('tuphap.kybac');
  for (const [who, keep] of [[LATE, (code: string) => { late = code; }], [TAKEN, (code: string) => { taken = code; }], [SILENT, (code: string) => { silent = code; }]] as const) {
    const { code, dossierId } = await receivedByWire(wire, '1.004873', who);
    keep(code);
    idOf.set(code, dossierId);
  }
  await wire.dispose();
  clerk = await comesToWork(browser, 'buudien.kybac');
  await opensPresence(clerk, /Trần Văn Trúc/);
  await clerk.keyboard.press('F1');
  await forwardAll(clerk, 'Ủy ban nhân dân xã Kỳ Bắc', [late, taken, silent]);
  await clerk.getByRole('button', { name: 'Đóng', exact: true }).click();
  officer = await comesToWork(browser, 'tuphap.kybac');
  await acceptsHandOver(officer, [late, taken, silent]);
});

test('the officer in charge says in time that it will be late, why, and until when', async () => {
  await opensIn(officer, 'Của tôi', late);
  await officer.getByText('Việc khác').click();
  await officer.getByRole('button', { name: 'Xin lỗi, hẹn lại' }).click();
  const asked = dialog(officer, `Xin lỗi và hẹn lại – ${late}`);
  await asked.getByRole('button', { name: 'Lập phiếu, chuyển ký' }).click();
  await expect(asked.getByText('Ghi lý do để người dân hiểu vì sao chậm.')).toBeVisible();
  await asked.getByLabel('Lý do chậm').fill('Chờ Tòa án nhân dân huyện trả lời về bản án ly hôn.');
  const due = await dueOf(officer, idOf.get(late) ?? '');
  // a Sunday is refused, with a moment that would do; what was typed stays
  const sunday = new Date(Date.parse(`${wednesdayAfter(due, 7)}T00:00:00Z`) + 4 * 86_400_000).toISOString().slice(0, 10);
  await asked.getByLabel('Ngày hẹn lại').fill(shown(sunday));
  await asked.getByRole('button', { name: 'Lập phiếu, chuyển ký' }).click();
  await expect(asked.getByText('Ngày hẹn lại không vào giờ làm việc')).toBeVisible();
  await expect(asked.getByLabel('Lý do chậm')).toHaveValue(/Tòa án/);
  await asked.getByLabel('Ngày hẹn lại').fill(shown(wednesdayAfter(due, 7)));
  await asked.getByLabel('Giờ').fill('16:30');
  await picture(officer, '71-apology');
  await asked.getByRole('button', { name: 'Lập phiếu, chuyển ký' }).click();
  await expect(officer.getByText(/Phiếu xin lỗi chờ ký, đề nghị hẹn lại/)).toBeVisible();
  expect(await dueOf(officer, idOf.get(late) ?? '')).toBe(due);
});

test('the leader signs it in his capacity, and the new date holds at the agency, at the desk and for the citizen', async ({ browser }) => {
  const before = await dueOf(officer, idOf.get(late) ?? '');
  const newDay = shown(wednesdayAfter(before, 7));
  const leader = await comesToWork(browser, 'chutich.kybac');
  await opensIn(leader, 'Chờ ký xin lỗi', late);
  await leader.keyboard.press('F9');
  const asked = dialog(leader, `Ký phiếu xin lỗi và hẹn lại – ${late}`);
  await expect(asked.getByLabel('Thể thức ký')).toBeVisible();
  await picture(leader, '72-sign-apology');
  await asked.getByRole('button', { name: 'Ký, hẹn lại ngày trả' }).click();
  const paper = dialog(leader, /^Đã hẹn lại .+ · Phiếu số \d+\/XLHS · đã ký số$/);
  await expect(paper).toBeVisible();
  await paper.getByRole('button', { name: 'Đóng', exact: true }).click();
  await expect(leader.locator('.due-when')).toContainText(newDay);
  await leader.getByRole('tab', { name: /^Báo tin/ }).click();
  await expect(leader.getByText(`Xin lỗi quý vị: hồ sơ ${late} chưa kịp trả đúng hẹn.`, { exact: false })).toBeVisible();
  await expect(leader.getByText(/chưa tin nào được gửi đi/)).toBeVisible();
  await picture(leader, '73-reappointed');
  await leader.context().close();

  await clerk.goto(`/lam-viec/ho-so/${idOf.get(late)}`);
  await expect(clerk.locator('.due-when')).toContainText(newDay);
  const phone = await open(browser, KYBAC, { ...PHONE, javaScriptEnabled: false });
  await track(phone, late, LATE.phone.slice(-4));
  await expect(phone.locator('.hero')).toContainText(newDay);
  await expect(phone.locator('.hero')).toContainText('Chúng tôi xin lỗi quý vị');
  await picture(phone, '74-citizen-reappointed');
  await phone.context().close();
});

test('of two officers the second reads what the first did, keeps what was typed, and decides again', async ({ browser }) => {
  const head = await comesToWork(browser, 'tuphap.kybac');
  await opensIn(head, 'Của tôi', silent);
  await opensIn(officer, 'Của tôi', silent);
  await head.getByText('Việc khác').click();
  await head.getByRole('button', { name: 'Xin lỗi, hẹn lại' }).click();
  const second = dialog(head, `Xin lỗi và hẹn lại – ${silent}`);
  await second.getByLabel('Lý do chậm').fill('Lý do của người đến sau');
  await second.getByLabel('Ngày hẹn lại').fill(shown(wednesdayAfter(await dueOf(officer, idOf.get(silent) ?? ''), 7)));
  await officer.getByRole('button', { name: 'Yêu cầu bổ sung' }).click();
  const first = dialog(officer, `Yêu cầu bổ sung hồ sơ ${silent}`);
  await first.getByRole('button', { name: /^\+ Giấy tờ chứng minh đã ly hôn/ }).click();
  await first.getByLabel('Lý do chung').fill('Thiếu giấy tờ chứng minh việc kết hôn trước đã chấm dứt.');
  await first.getByLabel('Hạn bổ sung (ngày làm việc)').fill('1');
  await first.getByRole('button', { name: 'Yêu cầu bổ sung' }).click();
  await dialog(officer, /^Đã yêu cầu bổ sung/).getByRole('button', { name: 'Đóng', exact: true }).click();
  await second.getByRole('button', { name: 'Lập phiếu, chuyển ký' }).click();
  await expect(second.getByText(/vừa được .+ thực hiện “Yêu cầu bổ sung” lúc/)).toBeVisible();
  await expect(second.getByLabel('Lý do chậm')).toHaveValue('Lý do của người đến sau');
  await picture(head, '75-second-officer');
  await second.getByRole('button', { name: 'Xem nội dung mới' }).click();
  await expect(head.getByText(/Đang chờ người dân bổ sung/)).toBeVisible();
  await head.context().close();
});

test('a citizen takes the dossier back at the agency: the papers go to the desk by record and home with a note', async () => {
  await opensIn(officer, 'Của tôi', taken);
  await officer.getByText('Việc khác').click();
  await picture(officer, '70-more-acts');
  await officer.getByRole('button', { name: 'Rút hồ sơ' }).click();
  const asked = dialog(officer, `Rút hồ sơ ${taken}`);
  await asked.getByLabel('Lý do rút').fill('Đã giải quyết được ở nơi khác');
  await asked.getByRole('radio', { name: 'Đơn có chữ ký gửi đến' }).check();
  await picture(officer, '76-withdraw');
  await asked.getByRole('button', { name: 'Rút hồ sơ' }).click();
  await expect(officer.getByText('Giấy tờ còn ở cơ quan, chờ chuyển trả về nơi nộp.')).toBeVisible();
  await expect(officer.getByRole('button', { name: /^Chuyển trả giấy tờ/ })).toBeVisible();
  await officer.keyboard.press('F9');
  await dialog(officer, `Chuyển trả giấy tờ – ${taken}`).getByRole('button', { name: 'Chuyển trả giấy tờ' }).click();
  await dialog(officer, /^Đã chuyển trả giấy tờ · biên bản/).getByRole('button', { name: 'Đóng', exact: true }).click();

  await clerk.keyboard.press('F1');
  await clerk.getByRole('tab', { name: /^Trả lại giấy tờ/ }).click();
  await expect(clerk.getByRole('row', { name: new RegExp(taken) })).toContainText('Chờ kiểm đếm');
  await picture(clerk, '77-papers-to-give');
  await clerk.getByRole('link', { name: taken }).click();
  await expect(clerk.getByRole('button', { name: /^Kiểm đếm giấy tờ chuyển trả/ })).toBeVisible();
  await clerk.keyboard.press('F9');
  const counting = dialog(clerk, `Kiểm đếm giấy tờ chuyển trả – ${taken}`);
  await counting.getByRole('button', { name: 'Nhận giấy tờ về quầy' }).click();
  await expect(counting.getByText('Chọn đủ, thiếu hoặc hư hỏng.').first()).toBeVisible();
  await counting.getByRole('button', { name: 'Đủ cả' }).click();
  await counting.getByRole('radio', { name: 'Hư hỏng' }).first().check();
  await counting.getByLabel('Hư hỏng thế nào').fill('Rách một góc');
  // shut by mistake, nothing typed is lost
  await clerk.keyboard.press('Escape');
  await expect(counting).toBeHidden();
  await clerk.keyboard.press('F9');
  await expect(counting.getByLabel('Hư hỏng thế nào')).toHaveValue('Rách một góc');
  await picture(clerk, '77b-count-papers');
  await counting.getByRole('button', { name: 'Nhận giấy tờ về quầy' }).click();
  await expect(clerk.getByText(`Đã nhận giấy tờ của hồ sơ ${taken} về quầy.`)).toBeVisible();
  await expect(clerk.getByRole('button', { name: /^Trả lại giấy tờ/ })).toBeVisible();
  await clerk.keyboard.press('F9');
  const back = dialog(clerk, `Trả lại giấy tờ – ${taken}`);
  await expect(back.getByText(/bị hư hỏng \(Rách một góc\)/)).toBeVisible();
  await back.getByRole('checkbox').first().uncheck();
  await back.getByRole('button', { name: 'Trả lại giấy tờ' }).click();
  await expect(back.getByText('Ghi lý do chưa trả giấy tờ này.')).toBeVisible();
  await back.getByRole('checkbox').first().check();
  await picture(clerk, '78-give-back');
  await back.getByRole('button', { name: 'Trả lại giấy tờ' }).click();
  await expect(clerk.getByText(`Đã trả lại giấy tờ của hồ sơ ${taken}.`)).toBeVisible();
  await expect(clerk.getByText('Giấy trả lại hồ sơ').first()).toBeVisible();
  // the agency reads how its papers came
  await officer.goto(`/lam-viec/co-quan/ho-so/${idOf.get(taken)}`);
  await expect(officer.getByText(/không như biên bản chuyển trả.*Rách một góc/)).toBeVisible();
});
