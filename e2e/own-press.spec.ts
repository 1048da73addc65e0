// The line is cut between the answer and the print: the counter sets the same receipt itself, and the print is told afterwards.
import { expect, type Page, test } from '@playwright/test';
import { pdfLines } from '#testing/pdf-text.ts';
import { client, findProcedure, receivedCode, walkToConfirm } from './desk.ts';
import { comesToWork, handsOn, opensPresence } from './people.ts';
import { picture } from './pictures.ts';

test.describe.configure({ mode: 'serial' });

let clerk: Page;
test.beforeAll(async ({ browser }) => {
  clerk = await comesToWork(browser, 'buudien.kybac');
  await opensPresence(clerk, /Trần Văn Trúc/);
});

const opensItsPress = (page: Page): Promise<unknown> =>
  Promise.all([page.waitForEvent('worker', { predicate: (worker) => worker.url().includes('press-worker') }), page.waitForResponse(/typst_ts_web_compiler_bg.*\.wasm/)]);

/** What the page makes into PDF files, in order. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const made: Blob[] = [];
    Object.assign(globalThis, { made });
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      if (blob instanceof Blob && blob.type.startsWith('application/pdf')) made.push(blob);
      return create(blob);
    };
  });
const texts = (lines: ReturnType<typeof pdfLines>): string => lines.flat().join(' ');
const read: ReturnType<typeof pdfLines>[] = [];
/** All of them, each fetched once: a preview that is drawn again when the line is back may come after a print. */
const everMade = async (page: Page): Promise<readonly ReturnType<typeof pdfLines>[]> => {
  const files = await page.evaluate((from) => {
    const { made } = globalThis as unknown as { made: Blob[] };
    return Promise.all(made.slice(from).map((blob) => new Promise<string>((resolve) => {
      const reader = new FileReader();
      reader.addEventListener('load', () => resolve(String(reader.result)));
      reader.readAsDataURL(blob);
    })));
  }, read.length);
  read.push(...files.map((url) => pdfLines(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'))));
  return read;
};
/** A print stands in this machine's list once it was made; what is pressed before is the original still. */
const untold = (page: Page) => expect.poll(() => page.evaluate(() => (JSON.parse(localStorage.getItem('motcua.prints-to-tell') ?? '[]') as readonly unknown[]).length));
const printsThat = (page: Page, words: string) => expect.poll(async () => (await everMade(page)).map(texts).filter((text) => text.includes(words)).length, { timeout: 120_000 });

test('without the line the receipt comes from this machine, word for word, and stands in the journal once the line is back', async () => {
  const hands = handsOn(clerk);
  const opened = opensItsPress(clerk);
  await findProcedure(clerk, hands, 'nhan con', 'Đăng ký nhận cha, mẹ, con');
  await walkToConfirm(clerk, hands, client(91, 'Phạm Thị Giấy'), {});
  await opened;
  await listen(clerk);
  const payload = clerk.waitForResponse(/\/api\/papers\/.+\/payload/);
  await clerk.keyboard.press('F9');
  await receivedCode(clerk);
  const paper = new URL((await payload).url()).pathname.replace('/payload', '');
  const served = await (await clerk.request.get(`${paper}.pdf?size=a5`)).body();

  await clerk.context().setOffline(true);
  // cut for page and worker alike, or the server still prints
  await expect.poll(() => clerk.evaluate(() => fetch('/api/me').then(() => 'answered', () => 'cut'))).toBe('cut');
  await clerk.keyboard.press('F10');
  await expect(clerk.getByText('Máy chủ chưa trả lời: in từ máy này.')).toBeVisible();
  await expect.poll(() => everMade(clerk), { timeout: 120_000 }).toContainEqual(pdfLines(served));
  await untold(clerk).toBe(1);
  await picture(clerk, '71-own-press');

  // a second one is a re-print and says so
  await clerk.keyboard.press('F10');
  await printsThat(clerk, 'Bản in lại lần 1').toBe(1);

  const told = clerk.waitForResponse((response) => response.url().endsWith('/reprint') && response.ok());
  await clerk.context().setOffline(false);
  await told;
  const prints = ((await (await clerk.request.get(`${paper}/payload`)).json()) as { printCount: number }).printCount;
  expect(prints).toBe(2);

  // the server counts on from there
  await clerk.keyboard.press('F10');
  await printsThat(clerk, 'Bản in lại lần 2').toBe(1);
});
