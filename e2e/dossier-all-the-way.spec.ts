// The farmer's birth registration, from the counter at Kỳ Bắc to her hand: everybody in a browser of their own.
import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { acceptsHandOver, doesNext, issues, opensIn, sendsBack, signs } from './agency.ts';
import { track } from './citizen.ts';
import { acceptsOutcome, dialog, findProcedure, forwardAll, HA, receivedCode, walkToConfirm } from './desk.ts';
import { comesToWork, handsOn, open, opensPresence, PHONE, KYBAC } from './people.ts';
import { picture } from './pictures.ts';

test.describe.configure({ mode: 'serial' });

const ANSWERS = {
  relation: 'Bà ngoại', childName: 'Trần Nguyễn Bảo An', childBirthDate: '01112019', childSex: 'Space', childEthnicity: 'Kinh', childNationality: 'Việt Nam',
  birthPlace: 'Trung tâm Y tế huyện Kỳ Anh', homeTown: 'xã Kỳ Bắc, huyện Kỳ Anh, tỉnh Hà Tĩnh', birthCertificateNumber: '0412',
  motherName: 'Nguyễn Thị Thu', motherBirthDate: '1995', motherEthnicity: 'Kinh', motherNationality: 'Việt Nam', motherResidence: 'thôn Hợp Tiến, xã Kỳ Bắc',
  fatherName: 'Trần Văn Bảo', fatherBirthDate: '1993', fatherEthnicity: 'Kinh', fatherNationality: 'Việt Nam', fatherResidence: 'thôn Hợp Tiến, xã Kỳ Bắc',
};

let clerk: Page;
let code = '';

test.beforeAll(async ({ browser }) => {
  clerk = await comesToWork(browser, 'buudien.kybac');
});

test('the officer beside the clerk opens her presence with her own PIN', async () => {
  await opensPresence(clerk, /Trần Văn Trúc/);
  await picture(clerk, '01-presence');
});

test('the clerk finds the birth registration by everyday words and receives it with the keyboard alone', async () => {
  const hands = handsOn(clerk, { counting: true });
  await clerk.evaluate(() => {
    const counts = { pointers: 0 };
    Object.assign(window, { motcuaCounts: counts });
    window.addEventListener('pointerdown', () => { counts.pointers += 1; }, true);
  });
  await findProcedure(clerk, hands, 'lam giay khai sinh cho chau', 'Đăng ký khai sinh');
  await walkToConfirm(clerk, hands, HA, ANSWERS);
  await picture(clerk, '02-confirm');
  const receipt = clerk.waitForResponse(/\/api\/papers\/.+\.pdf/);
  await hands.press('F9');
  code = await receivedCode(clerk);
  expect((await receipt).headers()['content-type']).toContain('application/pdf');
  await expect(clerk.locator('.due-when')).toHaveText('thứ Hai, 18/11/2019, 17 giờ 30');
  expect(code).toMatch(/^000\.\d{2}\.36\.H27-191118-\d{4}$/);
  await picture(clerk, '03-received');

  const { typed, beyond } = hands.counted();
  const mouse = await clerk.evaluate(() => (window as unknown as { motcuaCounts: { pointers: number } }).motcuaCounts.pointers);
  mkdirSync('test-results', { recursive: true });
  writeFileSync('test-results/keystrokes.json', JSON.stringify({ procedure: '1.001193', typedCharacters: typed, keystrokesBeyondData: beyond, mouse }));
  console.log(`KEYSTROKES ${beyond}`);
  expect(mouse).toBe(0);
  expect(beyond).toBeLessThanOrEqual(60);
});

test('the receipt prints, for the citizen to fold and keep', async () => {
  const printed = clerk.waitForResponse(/\/api\/papers\/.+\.pdf\?.*size=80mm/);
  await clerk.getByRole('button', { name: 'In khổ 80 mm' }).click();
  const url = (await printed).url();
  const pdf = await (await clerk.request.get(url.replace('print=yes&', ''))).body();
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  // a further print is journalled first
  expect((await clerk.request.get(url)).status()).toBe(409);
});

test('on a cheap phone without script the citizen scans the code, types four digits and reads where it is and why the date', async ({ browser }) => {
  const phone = await open(browser, KYBAC, { ...PHONE, javaScriptEnabled: false });
  await track(phone, code);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Hồ sơ đã được tiếp nhận');
  await expect(phone.locator('.hero')).toContainText('17 giờ 30');
  await phone.getByText('Vì sao là ngày này?').click();
  await expect(phone.locator('.why')).toContainText('trong ngày');
  await expect(phone.locator('body')).not.toContainText(HA.name);
  await picture(phone, '05-citizen-received');
  await phone.context().close();
});

test('the clerk forwards the morning’s dossiers to the commune with one signed record', async () => {
  await clerk.keyboard.press('F1');
  await forwardAll(clerk, 'Ủy ban nhân dân xã Kỳ Bắc', [code]);
  await picture(clerk, '06-record');
  await clerk.getByRole('button', { name: 'Đóng', exact: true }).click();
  await clerk.getByRole('tab', { name: /Đang đến cơ quan/ }).click();
  await expect(clerk.getByRole('row', { name: /Ủy ban nhân dân xã Kỳ Bắc/ })).toBeVisible();
});

test('the civil-status officer takes the dossier over, examines it and puts it before the leader', async ({ browser }) => {
  const officer = await comesToWork(browser, 'tuphap.kybac');
  await acceptsHandOver(officer, [code]);
  await opensIn(officer, 'Của tôi', code);
  await picture(officer, '07-workspace');
  await doesNext(officer, 'Trình ký', (asked) => asked.getByLabel(/Ý kiến thẩm định/).fill('Đủ điều kiện đăng ký khai sinh.'));
  await expect(officer.getByText('Đã chuyển bước: Lãnh đạo xem xét, ký.')).toBeVisible();
  await officer.context().close();
});

test('the vice-chairman signs for the chairman, in his capacity', async ({ browser }) => {
  const leader = await comesToWork(browser, 'phochutich.kybac');
  await opensIn(leader, 'Chờ ký', code);
  await picture(leader, '08-signer');
  await signs(leader, 'KT. CHỦ TỊCH');
  await leader.context().close();
});

test('văn thư numbers, seals and issues with the signed file, and sends the outcome back with a record', async ({ browser }) => {
  const records = await comesToWork(browser, 'vanthu.kybac');
  await opensIn(records, 'Chờ phát hành', code);
  await picture(records, '09-issue');
  const number = await issues(records, 'KS');
  expect(number).toMatch(/^\d+\/KS$/);
  await expect(records.getByRole('heading', { level: 1 })).toContainText('Đã xử lý xong');
  await sendsBack(records);
  await records.context().close();
});

test('the clerk counts what came back and accepts it', async () => {
  await acceptsOutcome(clerk, code);
  await picture(clerk, '10-ready');
});

test('the citizen’s identity is checked, the birth certificate handed over and signed for', async () => {
  await clerk.keyboard.press('F4');
  await clerk.getByLabel(/^Quét giấy hẹn/).fill(code);
  await clerk.keyboard.press('Enter');
  await expect(clerk.getByRole('heading', { level: 1 })).toContainText(code);
  await expect(clerk.getByText(/Còn phải: đối chiếu giấy tờ tùy thân/)).toBeVisible();
  await clerk.getByLabel(/Đã đối chiếu giấy tờ tùy thân/).check();
  await picture(clerk, '11-return');
  await clerk.keyboard.press('F9');
  await dialog(clerk, /^Trả kết quả cho Nguyễn Thị Hạ/).getByRole('button', { name: 'Trả kết quả' }).click();
  await expect(clerk.getByRole('heading', { name: /Đã trả kết quả/ })).toBeVisible();
});

test('the citizen reads that the outcome was returned, and the whole way it went', async ({ browser }) => {
  const phone = await open(browser, KYBAC, { ...PHONE, javaScriptEnabled: false });
  await track(phone, code);
  await expect(phone.locator('main')).toContainText('Đã trả kết quả');
  for (const stage of ['Tiếp nhận hồ sơ', 'Chuyển hồ sơ', 'Lãnh đạo xem xét, ký', 'Chuyển trả kết quả', 'Trả kết quả']) await expect(phone.locator('main')).toContainText(stage);
  await picture(phone, '12-citizen-returned');
  await phone.context().close();
});
