// The counter without a line: the server is killed, the browser is killed, and every dossier arrives once, as printed.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { pdfLines } from '#testing/pdf-text.ts';
import { noViolations } from './axe.ts';
import { entersSheet, SHEET, wireOf } from './by-wire.ts';
import { client, dialog, findProcedure, receivedCode, walkToConfirm } from './desk.ts';
import { bar, enrols, hasMachineKey, ownCounter, type OwnCounter, provesHere, sendsAll, unlocks } from './own-counter.ts';
import { type OwnServer, ownServer } from './own-server.ts';
import { handsOn, opensPresence, PIN, signIn } from './people.ts';
import { picture } from './pictures.ts';
import { pagesIn, scannedPdf, watchesPdf } from './scanned-pdf.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

const WORKER = new URL('../dist/staff/service-worker.js', import.meta.url).pathname;
let worker: string;
let server: OwnServer;
let counter: OwnCounter;
let clerk: Page;
/** What was printed: code by the number on the client's identity paper. */
const printed = new Map<string, string>();

test.beforeAll(async () => {
  test.setTimeout(480_000);
  server = await ownServer();
  await server.start();
  worker = readFileSync(WORKER, 'utf8');
  counter = ownCounter(server.world);
  clerk = await counter.start();
});
test.afterAll(async () => {
  writeFileSync(WORKER, worker);
  await counter.stop();
  await server.stop();
});

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const PAGE_BYTES = 250 * 1024;
const AROUND_PAGES = 4_096;

/** From the search to the officer's word. */
const fillsIn = async (no: number, name: string): Promise<string> => {
  const who = client(no, name);
  const hands = handsOn(clerk);
  await findProcedure(clerk, hands, 'nhan con', 'Đăng ký nhận cha, mẹ, con');
  await walkToConfirm(clerk, hands, who, {});
  return who.number;
};
/** Her PIN once after each start of the browser; from then on one key. */
const confirms = async (number: string, by: 'pin' | 'key'): Promise<string> => {
  if (by === 'pin') await clerk.getByLabel('Mã PIN của công chức').fill(PIN);
  else await expect(clerk.getByText('Công chức tiếp nhận Trần Văn Trúc xác nhận; Nguyễn Thị Sen là người hỗ trợ.')).toBeVisible();
  await clerk.keyboard.press('F9');
  const code = await receivedCode(clerk);
  printed.set(number, code);
  return code;
};
/** No picture is made small before the story says so. */
const holdsPictures = async (): Promise<() => Promise<void>> => {
  await clerk.evaluate(() => {
    const [make, { promise, resolve }] = [createImageBitmap, Promise.withResolvers<undefined>()];
    Object.assign(globalThis, {
      letPicturesGo: resolve,
      createImageBitmap: async (...asked: Parameters<typeof make>): Promise<ImageBitmap> => {
        await promise;
        return make(...asked);
      },
    });
  });
  return () => clerk.evaluate(() => (globalThis as unknown as { readonly letPicturesGo: () => void }).letPicturesGo());
};
const addsScan = async (): Promise<void> => {
  await clerk.getByRole('button', { name: /Thành phần hồ sơ/ }).click();
  const shown = await watchesPdf(clerk);
  const scanned = await scannedPdf(clerk, 2);
  expect(scanned.length).toBeGreaterThan(2 * PAGE_BYTES);
  const letPicturesGo = await holdsPictures();
  await clerk.locator('.paper-list input[type=file]').first().setInputFiles([
    { name: 'to-khai.png', mimeType: 'image/png', buffer: PIXEL }, { name: 'ban-sao.pdf', mimeType: 'application/pdf', buffer: scanned },
  ]);
  // it lies in this tab alone until then: an update waits for it, and says so
  await expect(bar(clerk)).toContainText('Có bản mới, cập nhật sau khi thu nhỏ xong bản quét');
  await expect(bar(clerk).getByRole('button', { name: 'Cập nhật bản mới' })).toBeHidden();
  await letPicturesGo();
  await expect(clerk.locator('.paper-thumbs img').first()).toBeVisible();
  // what takes a scan apart is held by the machine too: a page weighs what a picture may
  await expect(clerk.getByRole('button', { name: 'Xem ban-sao.pdf', exact: true })).toBeVisible({ timeout: 60_000 });
  const kept = await shown();
  expect(kept.length).toBeLessThan(2 * PAGE_BYTES + AROUND_PAGES);
  expect(await pagesIn(kept)).toEqual([{ pictures: 1, says: 'Trang 1' }, { pictures: 1, says: 'Trang 2' }]);
  await picture(clerk, '85-scans-kept');
  await clerk.locator('.steps').getByRole('button', { name: /Xác nhận/ }).click();
};

test('a machine is enrolled, and holds screens, press, numbers and the officer’s word', async () => {
  await hasMachineKey(clerk);
  await enrols(clerk, server.world, { byMachineKey: true });
  await expect(clerk.getByText('Nguyễn Thị Sen (bằng khóa của máy)')).toBeVisible();
  await opensPresence(clerk, /Trần Văn Trúc/);
  await expect(bar(clerk)).toContainText(/Còn \d+ số/);
  await expect(bar(clerk)).toContainText('Đã gửi hết');
  await entersSheet(server.world);
  await noViolations(clerk);
  await picture(clerk, '81-enrolled');
  await clerk.setViewportSize({ width: 360, height: 740 });
  await noViolations(clerk);
  await picture(clerk, '81-enrolled-phone');
  await clerk.setViewportSize({ width: 1366, height: 768 });
  // a new version is put up: it comes beside the old one and waits
  appendFileSync(WORKER, '\n// another build\n');
  await clerk.evaluate(async () => { await (await navigator.serviceWorker.getRegistration('/lam-viec/'))?.update(); });
  await expect(bar(clerk).getByRole('button', { name: 'Cập nhật bản mới' })).toBeVisible();
});

/** Whether somebody who reads the browser's databases as they lie there finds these words. */
const onDisk = (words: string): Promise<boolean> => clerk.evaluate(async (looked) => {
  const done = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('unread'));
  });
  for (const { name } of await indexedDB.databases()) {
    const db = await done(indexedDB.open(name ?? ''));
    for (const table of db.objectStoreNames) {
      const rows = await done(db.transaction(table).objectStore(table).getAll()) as readonly unknown[];
      if (JSON.stringify(rows, (_key, value: unknown) => (value instanceof Uint8Array ? new TextDecoder().decode(value) : value)).includes(looked)) return true;
    }
    db.close();
  }
  return false;
}, words);

test('while the store is shut a reception asks for it; what is typed without it lies on the screen alone until it is opened', async () => {
  await clerk.goto('/lam-viec/tiep-nhan/1.001022');
  await expect(clerk.getByRole('heading', { name: 'Mở kho để tiếp nhận' })).toBeVisible();
  await noViolations(clerk);
  await picture(clerk, '81-store-shut');
  await clerk.setViewportSize({ width: 360, height: 740 });
  await noViolations(clerk);
  await picture(clerk, '81-store-shut-phone');
  await clerk.setViewportSize({ width: 1366, height: 768 });
  await clerk.getByRole('button', { name: 'Tiếp nhận không lưu nháp' }).click();
  await expect(clerk.getByText(/^Kho dữ liệu đang khóa: hồ sơ đang nhập/)).toBeVisible();
  const name = clerk.getByLabel('Họ và tên', { exact: true }).first();
  await name.fill('Vũ Thị Khóa');
  await expect(clerk.getByText('chưa lưu trên máy này')).toBeVisible();
  // an update never reloads over it
  await bar(clerk).getByRole('button', { name: 'Cập nhật bản mới' }).click();
  await expect(clerk.getByText(/^Mở kho trước khi cập nhật/)).toBeVisible();
  await expect(name).toHaveValue('Vũ Thị Khóa');
  await bar(clerk).getByRole('button', { name: 'Mở kho' }).click();
  await unlocks(clerk, 'pin');
  await expect(clerk.getByText('đã lưu trên máy này')).toBeVisible();
  await expect(name).toHaveValue('Vũ Thị Khóa');
  expect(await onDisk('Vũ Thị Khóa')).toBe(false);
  // the machine's own key opens it as well
  await clerk.goto('/lam-viec/tiep-nhan/1.001022');
  await clerk.getByRole('button', { name: 'Mở kho bằng khóa của máy' }).click();
  await expect(bar(clerk)).toContainText('Kho dữ liệu đang mở');
  await clerk.getByRole('button', { name: 'Bỏ hồ sơ dở' }).click();
  await expect(name).toHaveValue('');
  await clerk.keyboard.press('F2');
  await expect(clerk.getByRole('listbox', { name: 'Thủ tục tìm thấy' })).toBeVisible();
});

test('the line is cut under a reception: nobody knows whether it arrived, and the paper is issued here under the same key', async () => {
  const number = await fillsIn(81, 'Phạm Thị Một');
  await server.kill();
  await clerk.keyboard.press('F9');
  await expect(clerk.getByText(/^Chưa rõ máy chủ đã nhận hồ sơ chưa/)).toBeVisible();
  const here = clerk.getByRole('button', { name: 'Cấp giấy hẹn tại máy này' });
  await expect(here).toBeVisible({ timeout: 60_000 });
  await picture(clerk, '84-unanswered');
  await clerk.getByLabel('Mã PIN của công chức').fill(PIN);
  await here.click();
  printed.set(number, await receivedCode(clerk));
  await expect(bar(clerk)).toContainText('Mất mạng: làm việc tại máy này');
  await expect(bar(clerk)).toContainText('Chưa gửi 1 việc');
});

test('a new version is taken in the middle of a queue, with draft and queue kept', async () => {
  const number = await fillsIn(82, 'Phạm Thị Hai');
  await addsScan();
  await bar(clerk).getByRole('button', { name: 'Cập nhật bản mới' }).click();
  await unlocks(clerk, 'pin');
  await expect(bar(clerk)).toContainText('Chưa gửi 1 việc');
  await expect(bar(clerk).getByRole('button', { name: 'Cập nhật bản mới' })).toBeHidden();
  await clerk.getByRole('button', { name: 'Làm tiếp hồ sơ của Phạm Thị Hai' }).click();
  // the officer of the tab before is not there; a press names what is missing
  await clerk.keyboard.press('F9');
  await expect(clerk.getByText('Nhập mã PIN để xác nhận.')).toBeVisible();
  await expect(clerk.getByLabel('Mã PIN của công chức')).toBeFocused();
  await confirms(number, 'pin');
  await expect(clerk.getByText('Công chức: Trần Văn Trúc')).toBeVisible();
});

test('the receipt comes from this machine, with the code and the officer on it', async () => {
  const shown = await watchesPdf(clerk);
  await clerk.keyboard.press('F10');
  const made = async (): Promise<string> => {
    const bytes = await shown();
    return bytes.length === 0 ? '' : pdfLines(bytes).flat().join(' ');
  };
  await expect.poll(made, { timeout: 30_000 }).toContain(await receivedCode(clerk));
  expect(await made()).toContain('Trần Văn Trúc');
  await picture(clerk, '83-received-alone');
});

/** The browser's own way to lower a quota changes nothing in headless Chromium: its database refuses as it would on a full disk. */
const fillsDisk = (full: boolean): Promise<void> => clerk.evaluate((isFull) => {
  const store = IDBObjectStore.prototype as IDBObjectStore & { whole?: Pick<IDBObjectStore, 'add' | 'put'> };
  store.whole ??= { add: store.add, put: store.put };
  const refuse = (): never => { throw new DOMException('full', 'QuotaExceededError'); };
  Object.assign(store, isFull ? { add: refuse, put: refuse } : store.whole);
}, full);

test('a full disk says so, and what was typed goes through once there is room', async () => {
  const number = await fillsIn(83, 'Phạm Thị Ba');
  await fillsDisk(true);
  await clerk.keyboard.press('F9');
  await expect(clerk.getByText(/Ổ đĩa của máy đã đầy/).first()).toBeVisible();
  await expect(bar(clerk)).toContainText('Ổ đĩa đầy');
  await fillsDisk(false);
  await confirms(number, 'key');
  await expect(bar(clerk)).toContainText('Chưa gửi 3 việc');
});

test('the machine loses its power in mid-typing: from a cold start without the server the day goes on', async () => {
  const number = await fillsIn(84, 'Lê Thị Điện');
  await expect(clerk.locator('[aria-busy=false]', { hasText: 'đã lưu trên máy này' })).toBeVisible();
  expect(await onDisk('Lê Thị Điện')).toBe(false);
  await counter.kill();
  clerk = await counter.start();
  await clerk.goto('/lam-viec/tiep-nhan/1.001022');
  await expect(clerk.getByRole('heading', { name: 'Làm việc khi mất mạng' })).toBeVisible();
  await noViolations(clerk);
  await picture(clerk, '82-cold-start');
  await unlocks(clerk, 'phrase');
  await expect(bar(clerk)).toContainText('Chưa gửi 3 việc');
  await clerk.getByRole('button', { name: 'Làm tiếp hồ sơ của Lê Thị Điện' }).click();
  await confirms(number, 'pin');
  expect(new Set(printed.values()).size).toBe(4);
});

/** The code of what the server will refuse: without a line nobody here knows that the sheet is entered already. */
let doubtful: { readonly number: string; readonly code: string };
test('a sheet of the booklet is entered without a line; that another was entered from it the counter cannot know', async () => {
  const number = await fillsIn(85, 'Trần Thị Trùng');
  await clerk.getByRole('button', { name: 'Nhập từ sổ giấy (mất điện, mất mạng)' }).click();
  await clerk.getByLabel('Giờ ghi trong sổ').fill('0706');
  await clerk.getByLabel('Số trong sổ giấy').fill(SHEET.bookletNumber);
  await clerk.getByLabel('Lý do', { exact: true }).fill(SHEET.reason);
  // she leaves: her key is good no more, and her PIN brings her back
  await clerk.getByRole('button', { name: 'Rời quầy' }).click();
  await expect(clerk.getByLabel('Mã PIN của công chức')).toBeVisible();
  await opensPresence(clerk, /Trần Văn Trúc/);
  await picture(clerk, '85-present-alone');
  await clerk.keyboard.press('F9');
  doubtful = { number, code: await receivedCode(clerk) };
  await expect(bar(clerk)).toContainText('Chưa gửi 5 việc');
});

test('two tabs, the server back: each act is sent once, and every dossier is there as it was printed', async () => {
  const second = await counter.secondTab();
  await second.goto('/lam-viec/');
  await unlocks(second, 'pin');
  const taken: string[] = [];
  clerk.context().on('response', (response) => {
    const request = response.request();
    if (response.ok() && request.url().endsWith('/api/desk/offline/commands')) taken.push((request.postDataJSON() as { commandId: string }).commandId);
  });
  await server.start();
  await sendsAll(clerk, server.world);
  await expect(bar(second)).toContainText('Đã gửi hết');
  expect(taken).toHaveLength(printed.size);
  expect(new Set(taken).size).toBe(printed.size);
  const officer = await wireOf('tuphap.kybac', server.world);
  for (const [number, code] of printed) {
    const { dossiers } = await (await officer.get(`/api/desk/find?q=${number}`)).json() as { dossiers: readonly { code: string }[] };
    expect(dossiers.map((dossier) => dossier.code)).toEqual([code]);
  }
  await officer.dispose();
  await second.close();
});

test('what the server refused is put right at the counter: the box is named, the code and the paper stay', async () => {
  await expect(bar(clerk)).toContainText('1 việc cần xem');
  await bar(clerk).getByRole('link', { name: 'Việc chưa gửi' }).click();
  await expect(clerk.getByText(doubtful.code)).toBeVisible();
  await picture(clerk, '85-parked');
  await clerk.setViewportSize({ width: 360, height: 740 });
  await noViolations(clerk);
  await picture(clerk, '85-parked-phone');
  await clerk.setViewportSize({ width: 1366, height: 768 });
  await clerk.getByRole('button', { name: 'Sửa và gửi lại' }).click();
  await expect(clerk.getByText(`Máy chủ chưa nhận hồ sơ ${doubtful.code}:`)).toBeVisible();
  const sheet = clerk.getByLabel('Số trong sổ giấy');
  await expect(sheet).toHaveValue(SHEET.bookletNumber);
  await expect(sheet).toHaveAttribute('aria-invalid', 'true');
  await noViolations(clerk);
  await picture(clerk, '86-put-right');
  await sheet.fill('Q1-002');
  await provesHere(clerk);
  await clerk.keyboard.press('F9');
  expect(await receivedCode(clerk)).toBe(doubtful.code);
  await expect(clerk.getByText(/^Giấy đã in vẫn đúng/)).toBeVisible();
  // until it leaves the list nothing waits to be sent
  await expect(bar(clerk)).not.toContainText('việc cần xem');
  await expect(bar(clerk)).toContainText('Đã gửi hết', { timeout: 60_000 });
  const officer = await wireOf('tuphap.kybac', server.world);
  await expect.poll(async () => {
    const { dossiers } = await (await officer.get(`/api/desk/find?q=${doubtful.number}`)).json() as { dossiers: readonly { code: string }[] };
    return dossiers.map((dossier) => dossier.code);
  }).toEqual([doubtful.code]);
  await officer.dispose();
});

test('a machine that is revoked says so and keeps nothing of anybody', async () => {
  const administrator = await wireOf('quantri', server.world);
  const { devices } = await (await administrator.get('/api/admin/devices')).json() as { devices: readonly { deviceId: string; pending: number; lastSeenAt?: string }[] };
  expect(devices).toMatchObject([{ pending: 0, lastSeenAt: expect.any(String) }]);
  expect((await administrator.post(`/api/admin/devices/${devices[0]?.deviceId}/revoke`, { reason: 'Máy chuyển cho điểm khác' })).ok()).toBe(true);
  await administrator.dispose();
  await clerk.evaluate(() => dispatchEvent(new Event('online')));
  await expect(clerk.getByText(/^Máy này đã bị thu hồi/).first()).toBeVisible();
  await expect(bar(clerk)).toBeHidden();
  await expect.poll(() => clerk.evaluate(() => caches.keys())).toEqual([]);
});

test('the administrator closes the numbers that the machine took along', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, 'quantri', server.world);
  await page.goto(`${server.world.base}/lam-viec/quan-tri/may-quay`);
  await page.getByRole('button', { name: /^Chốt số/ }).click();
  const form = dialog(page, /^Chốt số của máy/);
  await picture(page, '87-close-numbers');
  await noViolations(page);
  await form.getByRole('button', { name: 'Chốt số' }).click();
  await expect(page.getByText(/^Đã ghi .+ là số bỏ trống/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Chốt số/ })).toBeHidden();
  await context.close();
});
