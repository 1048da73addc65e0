// Hands that fill a reception as a clerk would: whatever the open section asks for, then on.
import type { Locator, Page } from '@playwright/test';

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/Nơi cấp/, 'Công an tỉnh Hà Tĩnh'], [/người mẹ/, 'Nguyễn Thị Ví Dụ'], [/người cha/, 'Trần Văn Ví Dụ'], [/chữ đệm/, 'Trần Minh Thử'], [/Họ và tên/, 'Nguyễn Thị Ví Dụ'],
  [/Thôn|Số nhà/, 'thôn Phương Giai'], [/Nơi sinh/, 'Trạm Y tế xã Kỳ Bắc'], [/Nơi cư trú|Quê quán/, 'xã Kỳ Bắc, huyện Kỳ Anh, tỉnh Hà Tĩnh'], [/Dân tộc/, 'Kinh'], [/Quốc tịch/, 'Việt Nam'], [/Quan hệ/, 'mẹ đẻ'],
  [/Xã|phường/, 'xã Kỳ Bắc'], [/Huyện/, 'huyện Kỳ Anh'], [/Tỉnh/, 'tỉnh Hà Tĩnh'], [/Điện thoại/, '0912000077'], [/Lý do/, 'Chưa kịp làm lại giấy tờ'],
];

const fillOne = async (input: Locator): Promise<void> => {
  const { label, numeric, date, select } = await input.evaluate((box) => ({
    label: (box as HTMLInputElement).labels?.[0]?.textContent ?? '', numeric: (box as HTMLInputElement).inputMode === 'numeric',
    date: (box as HTMLInputElement).placeholder === 'ngày/tháng/năm', select: box.tagName === 'SELECT',
  }));
  if (select) return void (await input.selectOption({ index: 1 }));
  if (date || /^Ngày,/u.test(label)) return input.fill(/Ngày sinh/u.test(label) ? '02/09/1985' : /sinh/iu.test(label) ? '11/11/2019' : '05/03/2012');
  const known = WORDS.find(([words]) => words.test(label))?.[1];
  await input.fill(known ?? (numeric ? (/Số$/.test(label.trim()) ? '183000077' : '1') : 'Nội dung ví dụ'));
};

const isOptional = (input: Locator): Promise<boolean> =>
  input.evaluate((box) => box.closest('.paper-list') !== null || ((box as HTMLInputElement).labels?.[0]?.textContent ?? '').includes('(nếu có)') && !/Điện thoại/.test((box as HTMLInputElement).labels?.[0]?.textContent ?? ''));

/** Every empty box of the open section that is asked of everybody. */
export const fillSection = async (page: Page): Promise<void> => {
  const section = page.locator('.step-open .step-body');
  for (const input of await section.locator('input:not([type=checkbox]):not([type=radio]):not([type=file]):not(:disabled):visible, select:not(:disabled):visible, textarea:not(:disabled):visible').all()) {
    if ((await input.inputValue()) === '' && !(await isOptional(input))) await fillOne(input);
  }
  for (const group of await section.locator('fieldset.choices:visible').all()) {
    if ((await group.locator('input:checked').count()) === 0) await group.locator('input').first().check();
  }
};

export const nextSection = async (page: Page): Promise<void> => {
  const before = await page.locator('.step-open .step-title').textContent();
  await page.keyboard.press('Control+Enter');
  await page.locator('.step-open .step-title', { hasNotText: before ?? '' }).waitFor();
};

/** Fills sections until the one of this title is open. */
export const fillUntil = async (page: Page, title: string): Promise<void> => {
  for (let i = 0; i < 6; i += 1) {
    if ((await page.locator('.step-open .step-title').textContent()) === title) return;
    await fillSection(page);
    if (await page.locator('.paper-list').isVisible()) await page.keyboard.press('F7');
    await nextSection(page);
  }
};
