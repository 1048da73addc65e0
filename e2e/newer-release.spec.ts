// Two tabs at a counter, a queue and a reception half typed: one of them takes a newer release, which wants the store in
// another form. Neither waits for the other, nothing typed is lost, and everything is sent once.
import { expect, type Page, test } from '@playwright/test';
import { noViolations } from './axe.ts';
import { wireOf } from './by-wire.ts';
import { client, findProcedure, receivedCode, walkToConfirm } from './desk.ts';
import { NEWER_STORE, putUpNewerRelease } from './newer-release.ts';
import { bar, DAY_PIN, enrols, hasOfficerBeside, ownCounter, type OwnCounter, opensWith, sendsAll, unlocks } from './own-counter.ts';
import { type OwnServer, ownServer } from './own-server.ts';
import { handsOn, PIN } from './people.ts';
import { picture } from './pictures.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

const [FIRST, SECOND] = [client(96, 'Đặng Thị Trước'), client(97, 'Đặng Thị Sau')];
const OUTGROWN = /^Thẻ khác trên máy này đã dùng bản mới/;
let server: OwnServer;
let counter: OwnCounter;
let clerk: Page;
let other: Page;
let takeAway = (): void => undefined;
const printed = new Map<string, string>();

test.beforeAll(async () => {
  test.setTimeout(480_000);
  server = await ownServer();
  await server.start();
  counter = ownCounter(server.world);
  clerk = await counter.start();
  await enrols(clerk, server.world);
  await hasOfficerBeside(clerk);
  await server.kill();
  takeAway = putUpNewerRelease();
  await server.start();
});
test.afterAll(async () => {
  takeAway();
  await counter.stop();
  await server.stop();
});

const fillsIn = async (who: typeof FIRST): Promise<void> => {
  const hands = handsOn(clerk);
  await findProcedure(clerk, hands, 'nhan con', 'Đăng ký nhận cha, mẹ, con');
  await walkToConfirm(clerk, hands, who, {});
};
const confirms = async (who: typeof FIRST): Promise<void> => {
  const pin = clerk.getByLabel('Mã PIN của công chức');
  await expect(pin.or(clerk.getByText('Công chức tiếp nhận Trần Văn Trúc xác nhận'))).toBeVisible();
  if (await pin.isVisible()) await pin.fill(PIN);
  await clerk.keyboard.press('F9');
  printed.set(who.number, await receivedCode(clerk));
};

test('a newer release comes beside the old one; two tabs work on without the line', async () => {
  await expect.poll(async () => {
    await clerk.evaluate(async () => { await (await navigator.serviceWorker.getRegistration('/lam-viec/'))?.update().catch(() => undefined); });
    return bar(clerk).getByRole('button', { name: 'Cập nhật bản mới' }).isVisible();
  }, { timeout: 60_000 }).toBe(true);
  await clerk.context().setOffline(true);
  other = await counter.secondTab();
  await other.goto('/lam-viec/');
  await unlocks(other, 'pin');
  await fillsIn(FIRST);
  await expect(bar(clerk)).toContainText('Mất mạng: làm việc tại máy này', { timeout: 60_000 });
  await confirms(FIRST);
  await expect(bar(other)).toContainText('Chưa gửi 1 việc');
  await fillsIn(SECOND);
});

/** Of a tab that does not let go, as one whose page sleeps. */
const holdsStore = (page: Page): Promise<void> => page.evaluate(async () => {
  const name = (await indexedDB.databases()).map((one) => one.name ?? '').find((one) => one.startsWith('motcua-counter-')) ?? '';
  await new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(Object.assign(globalThis, { held: request.result }));
  });
});
const letsGo = (page: Page): Promise<void> => page.evaluate(() => (globalThis as unknown as { readonly held: IDBDatabase }).held.close());
const storeVersion = (page: Page) => page.evaluate(async () => (await indexedDB.databases()).find(({ name }) => name?.startsWith('motcua-counter-'))?.version);

test('one tab takes it: it says whom it waits for, the other lets go of the store, says so, and loses nothing', async () => {
  await holdsStore(clerk);
  const held = other.getByText(/^Một thẻ đang mở bản cũ còn giữ kho dữ liệu/);
  // a worker that has something under way lets the newer one in late: she is told so, and presses again
  await expect(async () => {
    if (!(await held.isVisible())) await bar(other).getByRole('button', { name: /^Cập nhật bản mới/ }).click();
    await expect(held).toBeVisible({ timeout: 12_000 });
  }).toPass({ timeout: 90_000 });
  await picture(other, '98-store-held');
  await expect(clerk.getByText(OUTGROWN)).toBeVisible();
  await letsGo(clerk);
  await unlocks(other, 'pin');
  expect(await storeVersion(other)).toBe(NEWER_STORE);
  await expect(bar(other)).toContainText('Chưa gửi 1 việc');
  await expect(other.getByText(OUTGROWN)).toBeHidden();
  // nothing is printed from the old form of the store, and what stands on the screen stays
  await clerk.getByLabel('Mã PIN của công chức').or(clerk.getByText('Công chức tiếp nhận Trần Văn Trúc xác nhận')).waitFor();
  if (await clerk.getByLabel('Mã PIN của công chức').isVisible()) await clerk.getByLabel('Mã PIN của công chức').fill(PIN);
  await clerk.keyboard.press('F9');
  await expect(clerk.getByText(/^Việc này chưa được ghi: thẻ khác trên máy này đã dùng bản mới/)).toBeVisible();
  await noViolations(clerk);
  await picture(clerk, '98-outgrown');
  await clerk.setViewportSize({ width: 360, height: 740 });
  await picture(clerk, '98-outgrown-phone');
  await clerk.setViewportSize({ width: 1366, height: 768 });
  // typed after the store has changed hands
  await clerk.locator('.step-head', { hasText: 'Người nộp' }).click();
  await clerk.locator('[name="parties.applicant.phone"]').fill('0912 000 097');
  await bar(clerk).getByRole('button', { name: 'Cập nhật bản mới' }).click();
  await unlocks(clerk, 'pin');
  await clerk.getByRole('button', { name: `Làm tiếp hồ sơ của ${SECOND.name}` }).click();
  await expect(clerk.getByText(OUTGROWN)).toBeHidden();
  await clerk.locator('.step-head', { hasText: 'Người nộp' }).click();
  await expect(clerk.locator('[name="parties.applicant.phone"]')).toHaveValue('0912 000 097');
  await clerk.locator('.steps').getByRole('button', { name: /Xác nhận/ }).click();
  await confirms(SECOND);
  await expect(bar(clerk)).toContainText('Chưa gửi 2 việc');
});

test('the line is back: what was done before and after is sent once', async () => {
  const taken: string[] = [];
  clerk.context().on('response', (response) => {
    const request = response.request();
    if (response.ok() && request.url().endsWith('/api/desk/offline/commands')) taken.push((request.postDataJSON() as { commandId: string }).commandId);
  });
  await clerk.context().setOffline(false);
  await sendsAll(clerk, server.world);
  await expect(bar(other)).toContainText('Đã gửi hết', { timeout: 120_000 });
  expect([taken.length, new Set(taken).size]).toEqual([2, 2]);
  const officer = await wireOf('tuphap.kybac', server.world);
  for (const [number, code] of printed) {
    const { dossiers } = await (await officer.get(`/api/desk/find?q=${number}`)).json() as { dossiers: readonly { code: string }[] };
    expect(dossiers.map((dossier) => dossier.code)).toEqual([code]);
  }
  await officer.dispose();
});

test('a line that is dead without saying so: the door stands there, and an answer that comes takes nothing out of her hands', async () => {
  server.freeze();
  await clerk.goto('/lam-viec/');
  await expect(clerk.getByRole('heading', { name: 'Làm việc khi mất mạng' })).toBeVisible();
  const pin = clerk.getByLabel('Mã PIN tại máy này');
  await pin.fill(DAY_PIN);
  const answered = clerk.waitForResponse((response) => response.url().endsWith('/api/me') && response.ok());
  server.thaw();
  await answered;
  await expect(pin).toHaveValue(DAY_PIN);
  await opensWith(clerk);
  await expect(bar(clerk)).toContainText('Có mạng');
  await expect(bar(clerk)).toContainText('Đã gửi hết');
});
