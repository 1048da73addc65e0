// The scanner writes into a folder of this machine; what it writes while a client stands here comes by itself.
import { PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { expect, type Page, test } from '@playwright/test';
import { HEAVY } from '#testing/heavy-jpeg.ts';
import { scannerPdf } from '#testing/scanner-pdf.ts';
import { comesToWork } from './people.ts';
import { picture } from './pictures.ts';

test.describe.configure({ mode: 'serial' });

let clerk: Page;
test.beforeAll(async ({ browser }) => {
  clerk = await comesToWork(browser, 'buudien.kybac');
  // a folder of the browser's own stands for the one that a hand would choose
  await clerk.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () => (await navigator.storage.getDirectory()).getDirectoryHandle('may-quet', { create: true }),
    });
  });
});

/** `part` is a scanner that has not finished writing. */
const scannerWrites = (name: string, part: 'whole' | 'half' = 'whole'): Promise<void> =>
  clerk.evaluate(async ([file, much]) => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 300, height: 420 });
    const pen = canvas.getContext('2d');
    pen?.fillText(`${file}`, 20, 40);
    const whole = await new Promise<Blob | null>((done) => { canvas.toBlob(done, 'image/jpeg'); });
    if (!whole) throw new Error('no picture');
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('may-quet', { create: true });
    const writer = await (await folder.getFileHandle(`${file}`, { create: true })).createWritable();
    await writer.write(much === 'half' ? whole.slice(0, whole.size / 2) : whole);
    await writer.close();
  }, [name, part]);

const openPapers = async (): Promise<void> => {
  await clerk.goto('/lam-viec/tiep-nhan/1.001193');
  await clerk.getByRole('button', { name: /Thành phần hồ sơ/ }).click();
};
const tray = () => clerk.getByRole('region', { name: 'Thư mục máy quét' });

test('a page the scanner writes appears by itself and is taken for its line; half a file is waited for', async () => {
  await openPapers();
  await tray().getByRole('button', { name: 'Chọn thư mục máy quét' }).click();
  await expect(tray()).toContainText('“may-quet”: chờ tệp mới');
  await scannerWrites('to-khai.jpg');
  await scannerWrites('chung-sinh.jpg', 'half');
  await expect(tray()).toContainText('1 tệp mới');
  await expect(tray().getByText('to-khai.jpg')).toBeVisible();
  await picture(clerk, '57-scanner-folder');
  await tray().getByRole('button', { name: 'Lấy to-khai.jpg' }).click();
  await expect(tray()).toContainText('chờ tệp mới');
  const first = clerk.locator('.paper-list li').nth(1);
  await expect(first.getByRole('button', { name: /^Xem to-khai\.jpg/ })).toBeVisible();
  await expect(first.getByRole('checkbox')).toBeChecked();
  await scannerWrites('chung-sinh.jpg');
  await expect(tray().getByText('chung-sinh.jpg')).toBeVisible();
  await expect(tray().getByLabel('Lấy cho giấy tờ')).toHaveValue(/./);
});

test('a file in black and white that is too heavy is refused beside its paper with what to do, until it is put away', async () => {
  const pdf = await scannerPdf(Array.from({ length: 34 }, () => ({ bands: [HEAVY] })));
  for (const [, one] of pdf.context.enumerateIndirectObjects()) if (one instanceof PDFRawStream && one.dict.has(PDFName.of('Filter')) && one.contents.length === HEAVY.length) one.dict.set(PDFName.of('Filter'), PDFName.of('CCITTFaxDecode'));
  const row = clerk.locator('.paper-list li').nth(1);
  await row.locator('input[type=file]').setInputFiles([{ name: 'fax.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await pdf.save()) }]);
  await expect(row.getByRole('alert')).toHaveText('Tệp fax.pdf nặng 10,7 MB, quá mức 10 MB, và không thu nhỏ được: các trang là ảnh đen trắng. Hãy quét lại ở 200 dpi, màu xám, kiểu JPEG; nhiều trang thì chia thành nhiều tệp ít trang hơn.', { timeout: 60_000 });
  await picture(clerk, '57b-scan-too-heavy');
  await row.getByRole('button', { name: 'Bỏ thông báo về tệp fax.pdf' }).click();
  await expect(row.getByRole('alert')).toHaveCount(0);
});

test('the folder is known after a reload, and a page taken is not offered again', async () => {
  await clerk.reload();
  await clerk.getByRole('button', { name: /^Làm tiếp/ }).click();
  await clerk.getByRole('button', { name: /Thành phần hồ sơ/ }).click();
  await expect(tray().getByText('chung-sinh.jpg')).toBeVisible();
  await expect(tray()).not.toContainText('to-khai.jpg');
});

test('where the browser reads no folders, a sentence says what to do instead of a button', async () => {
  await clerk.addInitScript(() => { Object.assign(window, { showDirectoryPicker: undefined }); });
  await clerk.reload();
  await clerk.getByRole('button', { name: /^Làm tiếp/ }).click();
  await clerk.getByRole('button', { name: /Thành phần hồ sơ/ }).click();
  await expect(clerk.getByText(/^Trình duyệt này không đọc được thư mục máy quét/)).toBeVisible();
  await expect(clerk.getByRole('button', { name: /thư mục/i })).toHaveCount(0);
});
