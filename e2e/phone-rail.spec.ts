// An officer with two roles has twelve screens: on a phone four stand below, the rest behind one button.
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
  await expect(rail.getByRole('link')).toHaveCount(12);
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

test('on a phone what is warned of behind the button is counted on the button', async ({ browser }) => {
  const page = await comesToWork(browser, 'hotich.kyxuan', HATINH, PHONE);
  const rail = page.getByRole('navigation', { name: 'Màn hình làm việc' });
  const more = rail.getByRole('button', { name: /^Thêm màn hình \d+\+? việc sắp đến hạn hoặc quá hạn$/ });
  await expect(more).toBeVisible();
  await more.click();
  await expect(rail.getByRole('link', { name: /^Nhắc hạn.* \d+\+? việc sắp đến hạn hoặc quá hạn$/ }).first()).toBeVisible();
  await page.context().close();
});

test('at 768 pixels every screen of the rail is seen without scrolling, its name readable and its field large enough', async ({ browser }) => {
  for (const login of ['hotich.kyxuan', 'quantri']) {
    const page = await comesToWork(browser, login, HATINH, { viewport: { width: 1366, height: 768 } });
    const rail = page.getByRole('navigation', { name: 'Màn hình làm việc' });
    expect.soft(await rail.evaluate((nav) => nav.scrollHeight - nav.clientHeight), login).toBe(0);
    const links = await rail.getByRole('link').evaluateAll((all) => all.map((link) => ({
      height: link.getBoundingClientRect().height, text: parseFloat(getComputedStyle(link).fontSize), cut: link.scrollWidth > link.clientWidth,
    })));
    expect.soft(links.filter(({ height, text, cut }) => height < 32 || text < 13 || cut), login).toEqual([]);
    await page.context().close();
  }
});
