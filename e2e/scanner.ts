// A wedge scanner at a bag's screens.
import type { Page } from '@playwright/test';

/** What a wedge scanner does: the text, then Enter; it looks at nothing. */
export const scans = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
};

/** How many are in the bag, or counted. */
export const bagCounter = (page: Page) => page.locator('.bag-counter strong');

/** As it is scanned, from the words on a screen. */
export const labelIn = (text: string): string => (/TUI [\d ]+\d/.exec(text)?.[0] ?? '').replaceAll(' ', '');
