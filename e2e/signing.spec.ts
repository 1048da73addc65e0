// What goes out in electronic form is signed in the step that decides it: the leader's signature with his decision, the
// agency's with văn thư's. Who has neither seat reads who signed and finds no button; what the key's holder refuses
// leaves what was decided as it is.
import { expect, type Locator, type Page, test } from '@playwright/test';
import { acceptsHandOver, doesNext, SIGNED_PDF } from './agency.ts';
import { noViolations } from './axe.ts';
import { receivedByWire, wireOf } from './by-wire.ts';
import { client, dialog, forwardAll } from './desk.ts';
import { comesToWork, opensPresence, PHONE } from './people.ts';
import { picture } from './pictures.ts';

test.describe.configure({ mode: 'serial' });

const LATE = client(66, 'Đặng Thị Chờ');
const GRANTED = client(68, 'Đặng Thị Được');
const PAPER = /^Phiếu xin lỗi và hẹn lại ngày trả kết quả số/;
const WIDE = { width: 1366, height: 768 };

let dossierId = '';
let granted = '';

const paperIn = (page: Page): Locator => page.getByRole('listitem', { name: PAPER });
const opens = async (page: Page): Promise<void> => {
  await page.goto(`/lam-viec/co-quan/ho-so/${dossierId}`);
  await expect(paperIn(page)).toBeVisible();
};
const accessibleAtBothWidths = async (page: Page, name: string, shown?: Locator): Promise<void> => {
  for (const viewport of [WIDE, PHONE.viewport ?? WIDE]) {
    await page.setViewportSize(viewport);
    await noViolations(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await shown?.scrollIntoViewIfNeeded();
    await picture(page, `${name}-${viewport.width}`);
  }
  await page.setViewportSize(WIDE);
};
/** A Wednesday, three weeks on. */
const wednesdayAfter = (due: string): string => {
  const day = new Date(Date.parse(`${due.slice(0, 10)}T00:00:00Z`) + 21 * 86_400_000);
  day.setUTCDate(day.getUTCDate() + ((3 - day.getUTCDay() + 7) % 7));
  return day.toISOString().slice(0, 10);
};

test.beforeAll(async ({ browser }) => {
  const wire = await wireOf('tuphap.kybac');
  const received = await receivedByWire(wire, '1.004873', LATE);
  ({ dossierId } = received);
  const other = await receivedByWire(wire, '1.004873', GRANTED);
  granted = other.dossierId;
  const clerk = await comesToWork(browser, 'buudien.kybac');
  await opensPresence(clerk, /Trần Văn Trúc/);
  await clerk.keyboard.press('F1');
  await forwardAll(clerk, 'Ủy ban nhân dân xã Kỳ Bắc', [received.code]);
  await clerk.context().close();
  const officer = await comesToWork(browser, 'tuphap.kybac');
  await acceptsHandOver(officer, [received.code, other.code]);
  await officer.goto(`/lam-viec/co-quan/ho-so/${granted}`);
  await doesNext(officer, 'Trình ký', async (asked) => {
    await asked.getByLabel('Dự thảo kết quả').setInputFiles(SIGNED_PDF);
    await expect(asked.getByRole('button', { name: 'Bỏ tệp' })).toBeVisible();
  });
  await officer.context().close();
  const standing = async () => (await wire.get(`/api/dossiers/${dossierId}`)).json() as Promise<{ revision: number; due: { due: string } }>;
  const { revision, due } = await standing();
  const prepared = await wire.post(`/api/office/dossiers/${dossierId}/prepare-apology`, {
    expectedRevision: revision, reason: 'Chờ Tòa án nhân dân huyện trả lời về bản án ly hôn.', newDue: `${wednesdayAfter(due.due)}T16:30:00+07:00`,
  });
  expect(prepared.status(), await prepared.text()).toBe(200);
  await wire.dispose();
});

test('the leader signs with his decision; what the holder of the key refuses is told with its way out, and nothing is signed', async ({ browser }) => {
  const leader = await comesToWork(browser, 'chutich.kybac');
  await leader.goto(`/lam-viec/co-quan/ho-so/${dossierId}`);
  await leader.getByRole('button', { name: /^Ký phiếu xin lỗi/ }).click();
  const decided = dialog(leader, /^Ký phiếu xin lỗi và hẹn lại/);
  await expect(decided.getByRole('checkbox', { name: /^Ký số phiếu này/ })).toBeChecked();
  await expect(decided.getByText('Chứng thư KIỂM THỬ', { exact: true })).toBeVisible();
  await accessibleAtBothWidths(leader, '90-decides-and-signs', decided.getByRole('checkbox', { name: /^Ký số phiếu này/ }));

  // the holder of the key says no, as a token or a remote service would: first the PIN, then the line
  const refuseOnce = (code: string, title: string, detail: string) => leader.route('**/api/signing/papers/*', (route) =>
    route.fulfill({ status: 422, contentType: 'application/problem+json', body: JSON.stringify({ type: `/loi/${code}`, title, status: 422, detail, traceId: 'x', code, refusal: { kind: code } }) }), { times: 1 });
  await refuseOnce('secret-missing', 'Cần mã PIN', 'Nhập mã PIN của chứng thư số rồi ký lại.');
  await decided.getByRole('button', { name: 'Ký, hẹn lại ngày trả' }).click();
  const asked = dialog(leader, /^Ký số – Phiếu xin lỗi/);
  const pin = asked.getByLabel('Mã PIN của chứng thư số');
  await expect(pin).toBeFocused();
  await expect(asked.getByText('Nhập mã PIN của chứng thư số rồi ký lại.')).toBeVisible();
  await accessibleAtBothWidths(leader, '91-sign-dialog');
  await pin.fill('24681357');
  await refuseOnce('service-unreachable', 'Không liên lạc được nơi giữ khóa', 'Kiểm tra thiết bị ký đã cắm hoặc đường truyền đến dịch vụ ký số. Chưa có gì được ký.');
  await leader.keyboard.press('Enter');
  await expect(asked.getByRole('alert')).toContainText('Chưa có gì được ký.');
  await expect(pin).toHaveValue('24681357');
  await picture(leader, '92-refused');

  await asked.getByRole('button', { name: 'Ký số', exact: true }).click();
  const made = dialog(leader, /^Đã hẹn lại .+ · đã ký số$/);
  await made.getByRole('button', { name: 'Đóng', exact: true }).click();
  const paper = paperIn(leader);
  await expect(paper).toContainText(/Đã ký số: .+, \d\d\/\d\d\/\d{4} \d\d:\d\d/);
  await expect(paper.getByText('Chứng thư KIỂM THỬ')).toBeVisible();
  await expect(paper.getByRole('button')).toHaveCount(0);
  await expect(paper).toContainText('Chờ văn thư ký số cơ quan.');
  await leader.context().close();
});

test('văn thư adds the signature of the agency, and the paper that prints holds both', async ({ browser }) => {
  const records = await comesToWork(browser, 'vanthu.kybac');
  await opens(records);
  const paper = paperIn(records);
  await expect(records.getByRole('button', { name: /^Ký số cơ quan( F9)?$/ })).toBeVisible();
  await paper.getByRole('button', { name: /^Ký số cơ quan – / }).click();
  const asked = dialog(records, /^Ký số cơ quan – Phiếu xin lỗi/);
  const answered = records.waitForResponse(/\/api\/signing\/papers\//);
  await asked.getByRole('button', { name: 'Ký số cơ quan' }).click();
  const paperId = /papers\/([^/]+)$/.exec((await answered).url())?.[1] ?? '';
  await expect(asked).toBeHidden();
  await expect(paper).toBeFocused();
  await expect(paper).toContainText(/Đã ký số cơ quan: Ủy ban nhân dân xã Kỳ Bắc/);
  await expect(paper.getByRole('button')).toHaveCount(0);
  await accessibleAtBothWidths(records, '93-sealed', paper);
  const printed = await records.request.get(`/api/papers/${paperId}.pdf`);
  expect((await printed.body()).toString('latin1').match(/ETSI\.CAdES\.detached/g)).toHaveLength(2);
  await records.context().close();
});

test('an outcome is signed with its approval and sealed with its number, each in one step', async ({ browser }) => {
  const outcome = (page: Page): Locator => page.getByRole('listitem', { name: /^Giấy xác nhận tình trạng hôn nhân số/ });
  const leader = await comesToWork(browser, 'chutich.kybac');
  await leader.goto(`/lam-viec/co-quan/ho-so/${granted}`);
  await doesNext(leader, 'Ký duyệt', (asked) => expect(asked.getByRole('checkbox', { name: /^Ký số dự thảo kết quả/ })).toBeChecked());
  await expect(leader.getByRole('listitem', { name: 'Dự thảo kết quả' })).toContainText('Đã ký số:');
  await leader.context().close();
  const records = await comesToWork(browser, 'vanthu.kybac');
  await records.goto(`/lam-viec/co-quan/ho-so/${granted}`);
  await doesNext(records, 'Vào sổ – Cấp số – Phát hành', async (asked) => {
    await asked.getByLabel('Ký hiệu').fill('GXN');
    await expect(asked.getByRole('checkbox', { name: /^Ký số cơ quan ngay sau khi cấp số/ })).toBeChecked();
    await expect(asked.getByText('Dự thảo đã có chữ ký số của người có thẩm quyền.')).toBeVisible();
    await picture(records, '94-issues-and-seals');
  });
  await expect(records.getByText(/^Đã phát hành .+ Tiếp theo: chuyển trả kết quả/)).toBeVisible();
  await expect(outcome(records)).toContainText('Đã ký số cơ quan: Ủy ban nhân dân xã Kỳ Bắc');
  await expect(records.getByRole('button', { name: /^Chuyển trả kết quả/ })).toBeVisible();
  await picture(records, '95-issued');
  await records.context().close();
});

test('who neither leads nor keeps the seal reads who signed, and has no button', async ({ browser }) => {
  const officer = await comesToWork(browser, 'tuphap.kybac');
  await opens(officer);
  await expect(paperIn(officer)).toContainText('Đã ký số cơ quan');
  await expect(officer.getByRole('button', { name: /^Ký số/ })).toHaveCount(0);
  const clerk = await comesToWork(browser, 'buudien.kybac');
  expect((await clerk.request.get(`/api/signing/dossiers/${dossierId}`)).status()).toBe(403);
  await officer.context().close();
  await clerk.context().close();
});
