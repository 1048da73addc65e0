// An officer with two roles has eleven screens: on a phone four stand below, the rest behind one button.
import { expect, test } from '@playwright/test';
import { violationsOf } from './axe.ts';
import { comesToWork, HATINH, PHONE } from './people.ts';

test('on a phone the rest of the screens opens and closes by the keyboard alone', async ({ browser }) => {
  const page = await comesToWork(browser, 'hotich.kyxuan', HATINH, PHONE);
  const rail = page.getByRole('navigation', { name: 'Màn hình làm việc' });
  const more = rail.getByRole('button', { name: /^Thêm/ });
  await expect(rail.getByRole('link')).toHaveCount(4);
  await expect(more).toHaveAttribute('aria-expanded', 'false');
  expect((await rail.boundingBox())?.height).toBeLessThan(80);

  await more.focus();
  await page.keyboard.press('Enter');
  await expect(more).toHaveAttribute('aria-expanded', 'true');
  await expect(rail.getByRole('link')).toHaveCount(11);
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(rail.getByRole('link')).toHaveCount(4);
  await expect(more).toBeFocused();

  await page.keyboard.press('Enter');
  await rail.getByRole('link', { name: 'Sổ' }).press('Enter');
  await expect(page).toHaveURL(/\/lam-viec\/so/);
  await expect(more).toHaveAttribute('aria-expanded', 'false');
  await page.context().close();
});
