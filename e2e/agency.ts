// What the people of an agency do with a dossier, each on the one obvious button of their screen.
import { expect, type Locator, type Page } from '@playwright/test';
import { dialog } from './desk.ts';
import { goesTo } from './people.ts';

/** One page, no words: what stands for a signed and sealed outcome. */
export const SIGNED_PDF = {
  name: 'ket-qua.pdf', mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
};

const inboxTab = async (page: Page, tab: string): Promise<void> => {
  await goesTo(page, /^Xử lý hồ sơ( F7)?$/);
  await page.getByRole('tab', { name: new RegExp(`^${tab}\\s*[\\d+.]*$`) }).click();
  await expect(page.getByRole('tab', { name: new RegExp(`^${tab}\\s*[\\d+.]*$`), selected: true })).toBeVisible();
};

/** What came this morning is counted and taken over. */
export const acceptsHandOver = async (page: Page, codes: readonly string[]): Promise<void> => {
  await inboxTab(page, 'Chờ tiếp nhận');
  for (const code of codes) await page.getByLabel(`Chọn hồ sơ ${code}`).check();
  await page.keyboard.press('F9');
  await dialog(page, `Nhận ${codes.length} hồ sơ`).getByRole('button', { name: 'Xác nhận đã nhận' }).click();
  await expect(page.getByText(`Đã nhận ${codes.length} hồ sơ.`)).toBeVisible();
};

export const opensIn = async (page: Page, tab: string, code: string): Promise<void> => {
  await inboxTab(page, tab);
  await page.getByRole('link', { name: code }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(code);
};

/** F9 is the next act of whoever looks; what it asks is filled, and it is confirmed by its own name. */
export const doesNext = async (page: Page, act: string, fill: (asked: Locator) => Promise<unknown> = async () => undefined): Promise<void> => {
  await expect(page.getByRole('button', { name: act, exact: false }).first()).toBeVisible();
  await page.keyboard.press('F9');
  const asked = dialog(page, new RegExp(act.replace(/[()]/g, '\\$&')));
  await fill(asked);
  await asked.locator('button[type=submit]').click();
  await expect(asked).toBeHidden();
};

export const signs = (page: Page, capacity: string): Promise<void> =>
  doesNext(page, 'Ký duyệt', (asked) => expect(asked.getByLabel('Thể thức ký')).toContainText(capacity));

/** Văn thư enters, numbers, seals and issues; answers the number given. */
export const issues = async (page: Page, symbol: string): Promise<string> => {
  await doesNext(page, 'Vào sổ – Cấp số – Phát hành', async (asked) => {
    await asked.getByLabel('Ký hiệu').fill(symbol);
    await asked.getByLabel('Tệp kết quả').setInputFiles(SIGNED_PDF);
    await expect(asked.getByRole('button', { name: 'Bỏ tệp' })).toBeVisible();
    await asked.getByLabel(/Đã đóng dấu/).check();
  });
  const said = page.getByText(/^Đã phát hành .+ số /);
  await expect(said).toBeVisible();
  return /số (\S+?)\. Tiếp theo/.exec(await said.innerText())?.[1] ?? '';
};

export const sendsBack = async (page: Page): Promise<void> => {
  // the page reads the dossier anew after it is issued or sealed; until then F9 is still the act before
  await expect(page.locator('.act-menu .button-main', { hasText: 'Chuyển trả kết quả' })).toBeVisible();
  await page.keyboard.press('F9');
  await dialog(page, /^Chuyển 1 kết quả về/).getByRole('button', { name: 'Chuyển trả kết quả' }).click();
  const record = dialog(page, /^Đã chuyển 1 kết quả về .+ · biên bản/);
  await expect(record).toBeVisible();
  await record.getByRole('button', { name: 'Đóng', exact: true }).click();
};
