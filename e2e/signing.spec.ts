// A notice goes out in electronic form: the leader signs it, văn thư adds the agency's signature, the paper that prints
// holds both. Who has neither seat reads who signed and finds no button; what the key's holder refuses changes nothing.
import { expect, type Locator, type Page, test } from '@playwright/test';
import { acceptsHandOver } from './agency.ts';
import { noViolations } from './axe.ts';
import { receivedByWire, wireOf } from './by-wire.ts';
import { client, dialog, forwardAll } from './desk.ts';
import { comesToWork, opensPresence, PHONE } from './people.ts';
import { picture } from './pictures.ts';

test.describe.configure({ mode: 'serial' });

const LATE = client(66, 'Đặng Thị Chờ');
const PAPER = /^Phiếu xin lỗi và hẹn lại ngày trả kết quả số/;
const WIDE = { width: 1366, height: 768 };

let dossierId = '';

const paperIn = (page: Page): Locator => page.getByRole('listitem', { name: PAPER });
const opens = async (page: Page): Promise<void> => {
  await page.goto(`/lam-viec/co-quan/ho-so/${dossierId}`);
  await expect(paperIn(page)).toBeVisible();
};
const accessibleAtBothWidths = async (page: Page, name: string): Promise<void> => {
  for (const viewport of [WIDE, PHONE.viewport ?? WIDE]) {
    await page.setViewportSize(viewport);
    await noViolations(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await paperIn(page).scrollIntoViewIfNeeded();
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
  const clerk = await comesToWork(browser, 'buudien.kybac');
  await opensPresence(clerk, /Trần Văn Trúc/);
  await clerk.keyboard.press('F1');
  await forwardAll(clerk, 'Ủy ban nhân dân xã Kỳ Bắc', [received.code]);
  await clerk.context().close();
  const officer = await comesToWork(browser, 'tuphap.kybac');
  await acceptsHandOver(officer, [received.code]);
  await officer.context().close();
  const leader = await wireOf('chutich.kybac');
  const standing = async () => (await wire.get(`/api/dossiers/${dossierId}`)).json() as Promise<{ revision: number; due: { due: string } }>;
  const { revision, due } = await standing();
  const prepared = await wire.post(`/api/office/dossiers/${dossierId}/prepare-apology`, {
    expectedRevision: revision, reason: 'Chờ Tòa án nhân dân huyện trả lời về bản án ly hôn.', newDue: `${wednesdayAfter(due.due)}T16:30:00+07:00`,
  });
  expect(prepared.status(), await prepared.text()).toBe(200);
  const signed = await leader.post(`/api/office/dossiers/${dossierId}/sign-apology`, { expectedRevision: (await standing()).revision });
  expect(signed.status(), await signed.text()).toBe(200);
  await wire.dispose();
  await leader.dispose();
});

test('the leader signs; what the holder of the key refuses is told with its way out, and nothing is signed', async ({ browser }) => {
  const leader = await comesToWork(browser, 'chutich.kybac');
  await opens(leader);
  const paper = paperIn(leader);
  await expect(paper).toContainText('Chưa ký số.');
  await accessibleAtBothWidths(leader, '90-to-sign');
  await paper.getByRole('button', { name: /^Ký số – / }).click();
  const asked = dialog(leader, /^Ký số – Phiếu xin lỗi/);
  await expect(asked.getByText('Chứng thư KIỂM THỬ', { exact: true })).toBeVisible();
  await expect(asked.getByRole('button', { name: 'Ký số' })).toBeFocused();
  await accessibleAtBothWidths(leader, '91-sign-dialog');

  // the holder of the key says no, as a token or a remote service would: first the PIN, then the line
  const refuseOnce = (code: string, title: string, detail: string) => leader.route('**/api/signing/papers/*', (route) =>
    route.fulfill({ status: 422, contentType: 'application/problem+json', body: JSON.stringify({ type: `/loi/${code}`, title, status: 422, detail, traceId: 'x', code, refusal: { kind: code } }) }), { times: 1 });
  await refuseOnce('secret-missing', 'Cần mã PIN', 'Nhập mã PIN của chứng thư số rồi ký lại.');
  await asked.getByRole('button', { name: 'Ký số' }).click();
  const pin = asked.getByLabel('Mã PIN của chứng thư số');
  await expect(pin).toBeFocused();
  await expect(asked.getByText('Nhập mã PIN của chứng thư số rồi ký lại.')).toBeVisible();
  await pin.fill('24681357');
  await refuseOnce('service-unreachable', 'Không liên lạc được nơi giữ khóa', 'Kiểm tra thiết bị ký đã cắm hoặc đường truyền đến dịch vụ ký số. Chưa có gì được ký.');
  await leader.keyboard.press('Enter');
  await expect(asked.getByRole('alert')).toContainText('Chưa có gì được ký.');
  await expect(pin).toHaveValue('24681357');
  await picture(leader, '92-refused');

  await asked.getByRole('button', { name: 'Ký số' }).click();
  await expect(asked).toBeHidden();
  await expect(paper).toBeFocused();
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
  await paper.getByRole('button', { name: /^Ký số cơ quan – / }).click();
  const asked = dialog(records, /^Ký số cơ quan – Phiếu xin lỗi/);
  const answered = records.waitForResponse(/\/api\/signing\/papers\//);
  await asked.getByRole('button', { name: 'Ký số cơ quan' }).click();
  const paperId = /papers\/([^/]+)$/.exec((await answered).url())?.[1] ?? '';
  await expect(asked).toBeHidden();
  await expect(paper).toBeFocused();
  await expect(paper).toContainText(/Đã ký số cơ quan: Ủy ban nhân dân xã Kỳ Bắc/);
  await expect(paper.getByRole('button')).toHaveCount(0);
  await accessibleAtBothWidths(records, '93-sealed');
  const printed = await records.request.get(`/api/papers/${paperId}.pdf`);
  expect((await printed.body()).toString('latin1').match(/ETSI\.CAdES\.detached/g)).toHaveLength(2);
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
