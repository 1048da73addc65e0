// What a clerk does at the counter, in the words on the screen.
import { expect, type Locator, type Page } from '@playwright/test';
import type { Hands } from './people.ts';

export type Client = {
  readonly number: string; readonly issuedOn: string; readonly issuedBy: string;
  readonly name: string; readonly born: string; readonly sex: 'Nam' | 'Nữ'; readonly phone: string; readonly line: string;
};

export const HA: Client = {
  number: '183456789', issuedOn: '12052010', issuedBy: 'Công an tỉnh Hà Tĩnh',
  name: 'Nguyễn Thị Hạ', born: '03071992', sex: 'Nữ', phone: '0912345678', line: 'thôn Hợp Tiến',
};
export const client = (n: number, name: string): Client => ({ ...HA, name, number: `1834${String(n).padStart(5, '0')}`, phone: `09123${String(n).padStart(5, '0')}` });

/** What the paper declaration says, by the field's name; everything else gets a word of its own. */
export type Answers = Readonly<Record<string, string>>;

const placeOfFocus = (page: Page): Promise<{ readonly name: string; readonly type: string; readonly filled: boolean }> =>
  page.evaluate(() => {
    const element = document.activeElement;
    const holder = element?.closest('[data-path]');
    const name = element?.getAttribute('name') ?? '';
    const value = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.value : '';
    const type = element instanceof HTMLInputElement ? element.type : (element?.tagName.toLowerCase() ?? '');
    const filled = element instanceof HTMLInputElement && element.type === 'radio' ? element.checked : value !== '';
    return { name: type === 'radio' ? (holder?.getAttribute('data-path') ?? '') : name, type, filled };
  });

const wordFor = (name: string, who: Client, answers: Answers): string => {
  const field = name.split('.').slice(1).join('.').replace(/^(applicant|owner)\./, '');
  const known: Answers = {
    'identity.number': who.number, 'identity.issuedOn': who.issuedOn, 'identity.issuedBy': who.issuedBy,
    fullName: who.name, birthDate: who.born, phone: who.phone, 'address.line': who.line, ...answers,
  };
  return known[field] ?? '';
};

/** Enter after Enter from the first box to the officer's key, writing what the papers say. */
export const walkToConfirm = async (page: Page, hands: Hands, who: Client, answers: Answers): Promise<void> => {
  const confirm = page.getByRole('button', { name: /Tiếp nhận hồ sơ/ });
  await expect(page.locator('[name="parties.applicant.identity.number"]')).toBeFocused();
  for (let step = 0; step < 80 && !(await confirm.isVisible()); step += 1) {
    // no step is taken while nothing has the focus: they are counted, and a busy machine is slow to give it
    await expect.poll(async () => (await confirm.isVisible()) || (await placeOfFocus(page)).type !== 'body').toBe(true);
    const { name, type, filled } = await placeOfFocus(page);
    if (name.endsWith('.sex') && type === 'select') await hands.press('ArrowDown', who.sex === 'Nam' ? 1 : 2);
    else if (type === 'radio' && !filled) await hands.press(answers[name.replace('answers.', '')] ?? 'Space');
    else if (name !== '' && !filled) await hands.type(wordFor(name, who, answers));
    if (type === 'checkbox' || (await page.getByRole('button', { name: /^Đủ hồ sơ/ }).isVisible())) await hands.press('F7');
    await hands.press('Enter');
  }
  await expect(confirm).toBeVisible();
};

export const findProcedure = async (page: Page, hands: Hands, words: string, name: string): Promise<void> => {
  await hands.press('F2');
  await expect(page.getByRole('combobox')).toBeFocused();
  await hands.type(words);
  await expect(page.getByRole('option', { selected: true })).toContainText(name);
  await hands.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
};

export const receivedCode = async (page: Page): Promise<string> => {
  const code = page.locator('h1.received-code');
  await expect(code).toBeVisible();
  return code.innerText();
};

/** Everything that waits for one agency goes out with one record; the list is there once it shows `codes`, the last received. */
export const forwardAll = async (page: Page, agency: string, codes: readonly string[]): Promise<void> => {
  const waiting = page.getByRole('region', { name: agency }).or(page.locator('section.panel', { hasText: agency }));
  for (const code of codes) await expect(waiting.getByRole('link', { name: code })).toBeVisible();
  await waiting.getByRole('button', { name: /^Chuyển hồ sơ/ }).click();
  const record = page.waitForResponse(/\/api\/papers\/.+\.pdf/);
  await dialog(page, /^Chuyển \d+ hồ sơ/).getByRole('button', { name: 'Chuyển hồ sơ' }).click();
  await expect(dialog(page, /^Đã chuyển \d+ hồ sơ · biên bản/)).toBeVisible();
  expect((await record).ok()).toBe(true);
};

export const acceptsOutcome = async (page: Page, code: string): Promise<void> => {
  await page.keyboard.press('F1');
  await page.getByRole('tab', { name: /^Kết quả về/ }).click();
  const bag = page.locator('section.panel', { hasText: code });
  await bag.getByRole('button', { name: /^Xác nhận đã nhận/ }).click();
  await dialog(page, /^Nhận kết quả từ/).getByRole('button', { name: 'Xác nhận đã nhận' }).click();
  await expect(page.getByText(/^Đã nhận \d+ kết quả/)).toBeVisible();
};

export const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });
