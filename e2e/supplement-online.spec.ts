// What was asked for is sent from a phone without script: turned back once, sent again, accepted, and the date is there.
import { deflateSync, crc32 } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { noViolations } from './axe.ts';
import { askedByWire, wireOf } from './by-wire.ts';
import { track } from './citizen.ts';
import { client, dialog } from './desk.ts';
import { comesToWork, HATINH, KYBAC, open, PHONE } from './people.ts';
import { picture } from './pictures.ts';

test.describe.configure({ mode: 'serial' });

const SENDER = client(71, 'Lê Thị Mai Hoa');
const DIGITS = SENDER.phone.slice(-4);
const [DIVORCE, RESIDENCE] = ['Bản án ly hôn đã có hiệu lực', 'Giấy xác nhận của xã nơi đã thường trú trước đây'];

let code = '';
test.beforeAll(async () => {
  const officer = await wireOf('tuphap.kybac');
  ({ code } = await askedByWire(officer, '1.004873', SENDER, [DIVORCE, RESIDENCE]));
  await officer.dispose();
});

/** A picture of one colour, as large as a phone's is not. */
const photo = (name: string, shade: number) => {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    size.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([size, body, sum]);
  };
  const [width, height] = [300, 420];
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8; // bits of grey
  const rows = Buffer.concat(Array.from({ length: height }, () => Buffer.concat([Buffer.from([0]), Buffer.alloc(width, shade)])));
  const buffer = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0)),
  ]);
  return { name, mimeType: 'image/png', buffer };
};

const opensForm = async (page: Page): Promise<void> => {
  await track(page, code, DIGITS);
  await page.getByRole('button', { name: 'Gửi giấy tờ bổ sung' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gửi giấy tờ bổ sung');
};
const number = (page: Page) => page.getByLabel('Số giấy tờ tùy thân hoặc số điện thoại');
const sends = (page: Page) => page.getByRole('button', { name: 'Gửi giấy tờ bổ sung' }).click();
const fits = async (page: Page, name: string): Promise<void> => {
  await noViolations(page);
  for (const [width, height] of [[1366, 768], [360, 740]] as const) {
    await page.setViewportSize({ width, height });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${name} at ${width}`).toBeLessThanOrEqual(width);
    await picture(page, `${name}-${width}`);
  }
};

test('the list, each paper with its place; a wrong number is told at the field and nothing typed is lost', async ({ browser }) => {
  const page = await open(browser, KYBAC, PHONE);
  await track(page, code, DIGITS);
  await fits(page, '47-online-track');
  await opensForm(page);
  await fits(page, '48-online-form');
  await number(page).fill('183400000');
  await page.getByLabel('Lời nhắn cho cơ quan').fill('Bản chính tôi mang đến sau.');
  await sends(page);
  await expect(page.getByRole('alert')).toContainText('Xin quý vị chọn lại tệp');
  await expect(number(page)).toHaveValue('183400000');
  await expect(page.getByLabel('Lời nhắn cho cơ quan')).toHaveValue('Bản chính tôi mang đến sau.');
  await fits(page, '49-online-wrong');
  await page.context().close();
});

test('two photos from a phone without script; sent again by a reload it is the same one', async ({ browser }) => {
  const phone = await open(browser, KYBAC, { ...PHONE, javaScriptEnabled: false });
  await opensForm(phone);
  await number(phone).fill(SENDER.number);
  await phone.getByLabel(`1. ${DIVORCE}`).setInputFiles(photo('ban-an.png', 90));
  await phone.getByLabel(`2. ${RESIDENCE}`).setInputFiles(photo('xac-nhan.png', 200));
  await sends(phone);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Đã nhận giấy tờ bổ sung');
  await expect(phone.locator('main')).toContainText(`${DIVORCE} (1 tệp)`);
  await phone.reload();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Đã nhận giấy tờ bổ sung');
  await picture(phone, '50-online-sent');
  await phone.getByRole('button', { name: 'Xem tình trạng hồ sơ' }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Đã gửi giấy tờ bổ sung, chờ cơ quan xem');
  await picture(phone, '51-online-waits');
  await phone.goBack();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Đã nhận giấy tờ bổ sung');
  await phone.context().close();
});

test('the officer finds it, sends it back once, and accepts what comes then; the citizen reads the new date', async ({ browser }) => {
  const officer = await comesToWork(browser, 'tuphap.kybac');
  await officer.getByRole('link', { name: /^Xử lý hồ sơ( F7)?$/ }).click();
  await officer.getByRole('tab', { name: /^Đã gửi bổ sung/ }).click();
  await expect(officer.getByRole('row', { name: code })).toContainText('Đã gửi, chờ xem');
  await fits(officer, '52-online-inbox');
  await officer.setViewportSize({ width: 1366, height: 768 });
  await officer.getByRole('link', { name: code }).click();
  await expect(officer.locator('.banner', { hasText: 'Người dân đã gửi giấy tờ bổ sung lúc' })).toContainText('nhập đủ số giấy tờ tùy thân của người nộp');
  await expect(officer.locator('.paper-leaves')).toContainText(DIVORCE);
  await expect(officer.locator('.paper-stage img')).toBeVisible();
  await noViolations(officer);
  await picture(officer, '52-online-officer');
  const clerk = await comesToWork(browser, 'buudien.kybac');
  await clerk.goto(new URL(officer.url()).pathname.replace('/co-quan', ''));
  await expect(clerk.locator('.banner', { hasText: 'Người dân đã gửi giấy tờ bổ sung lúc' })).toContainText(DIVORCE);
  await clerk.context().close();
  await officer.getByRole('button', { name: 'Trả lại phần đã gửi' }).click();
  const back = dialog(officer, `Trả lại phần bổ sung ${code}`);
  await back.getByRole('button', { name: 'Trả lại kèm lý do' }).click();
  await expect(back.getByText('Ghi lý do để người dân biết phải sửa gì.')).toBeVisible();
  await back.getByLabel(DIVORCE).check();
  await back.getByLabel('Lý do').fill('Ảnh chụp thiếu trang có dấu của Tòa án.');
  await noViolations(officer);
  await picture(officer, '53-online-back');
  await back.getByRole('button', { name: 'Trả lại kèm lý do' }).click();
  await expect(officer.getByText(/Đã trả lại phần bổ sung trực tuyến/)).toBeVisible();

  const phone = await open(browser, KYBAC, { ...PHONE, javaScriptEnabled: false });
  await opensForm(phone);
  await expect(phone.locator('.note').first()).toContainText('Ảnh chụp thiếu trang có dấu của Tòa án.');
  await picture(phone, '54-online-again');
  await number(phone).fill(SENDER.phone);
  await phone.getByLabel(`1. ${DIVORCE}`).setInputFiles([photo('trang-1.png', 120), photo('trang-2.png', 160)]);
  await phone.getByLabel(`2. ${RESIDENCE}`).setInputFiles(photo('xac-nhan.png', 200));
  await sends(phone);
  await expect(phone.locator('main')).toContainText(`${DIVORCE} (2 tệp)`);

  await officer.reload();
  await expect(officer.getByRole('button', { name: 'Nhận bổ sung trực tuyến' })).toBeVisible();
  await officer.keyboard.press('F9');
  const taken = dialog(officer, `Nhận bổ sung trực tuyến ${code}`);
  await expect(taken.getByText(/nhập đủ số điện thoại của người nộp/)).toBeVisible();
  await noViolations(officer);
  await picture(officer, '55-online-accept');
  await taken.getByRole('button', { name: 'Nhận bổ sung' }).click();
  const said = officer.getByText(/^Đã nhận đủ bổ sung\. Hẹn trả mới: /);
  await expect(said).toBeVisible();
  const due = /\d{2}\/\d{2}\/\d{4}/.exec(await said.innerText())?.[0] ?? '';
  await officer.context().close();

  await track(phone, code, DIGITS);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Hồ sơ đang được giải quyết');
  await expect(phone.locator('.hero')).toContainText(due);
  await picture(phone, '56-online-done');
  await phone.context().close();
});

test('in the other world the same page is open, on a dossier of its own month', async ({ browser }) => {
  const wire = await wireOf('hotich.kyxuan', HATINH);
  const inbox = await (await wire.get('/api/office/inbox?tab=waiting')).json() as { rows: { dossierId: string; code: string; state: string }[] };
  const waits = inbox.rows.find((row) => row.state === 'supplement-asked');
  const view = await (await wire.get(`/api/dossiers/${waits?.dossierId}`)).json() as {
    parties: { applicant: { phone?: string; identity: { number: string } } }; supplementRequests: { items: { name: string }[] }[];
  };
  await wire.dispose();
  const phone = await open(browser, HATINH, { ...PHONE, javaScriptEnabled: false });
  await track(phone, waits?.code ?? '', (view.parties.applicant.phone ?? view.parties.applicant.identity.number).replace(/\D/g, '').slice(-4));
  await phone.getByRole('button', { name: 'Gửi giấy tờ bổ sung' }).click();
  for (const [i, item] of (view.supplementRequests.at(-1)?.items ?? []).entries()) await expect(phone.getByLabel(`${i + 1}. ${item.name}`)).toBeVisible();
  await picture(phone, '57-online-2026');
  await phone.context().close();
});
