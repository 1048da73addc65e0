// The supervisor of the post: the map and its equal table, what is on the road, and through to the way of one paper.
import { expect, test } from '@playwright/test';
import { noViolations } from './axe.ts';
import { comesToWork, goesTo, HATINH, PHONE } from './people.ts';

const SUPERVISOR = 'giamsat.buudien';

test('desks are chosen on the map by key, and in the table; a record leads to its dossiers and their way', async ({ browser }) => {
  const post = await comesToWork(browser, SUPERVISOR, HATINH);
  await goesTo(post, /^Giám sát/);
  const map = post.getByRole('group', { name: 'Bản đồ các quầy và luồng giấy tờ' });
  await expect(map.getByRole('button')).toHaveCount(69);
  const table = post.getByRole('table', { name: 'Các quầy', exact: true });
  await expect(table.getByRole('row')).toHaveCount(70);
  await noViolations(post);
  const first = map.getByRole('button', { name: /^Kỳ Xuân:/ });
  await first.focus();
  await post.keyboard.press('Enter');
  await expect(first).toHaveAttribute('aria-pressed', 'true');
  await expect(post.getByRole('heading', { name: 'Kỳ Xuân', exact: true })).toBeVisible();
  await post.keyboard.press('ArrowDown');
  await expect(first).toHaveAttribute('aria-pressed', 'false');
  await expect(map.locator('[aria-pressed="true"]')).toBeFocused();
  await table.getByRole('button', { name: 'Hương Khê', exact: true }).click();
  await expect(map.getByRole('button', { name: /^Hương Khê:/ })).toHaveAttribute('aria-pressed', 'true');

  await post.getByRole('tab', { name: /^Trên đường/ }).click();
  await post.getByRole('table').last().getByRole('link').first().click();
  await expect(post.getByRole('table', { name: 'Trong biên bản' })).toBeVisible();
  await noViolations(post);
  const code = await post.getByRole('table', { name: 'Trong biên bản' }).getByRole('link').first().innerText();
  await post.getByRole('link', { name: code }).click();
  await expect(post.getByRole('heading', { level: 1 })).toContainText(code);
  await expect(post.getByRole('list', { name: /đã qua tay ai$/ }).first()).toBeVisible();
  await noViolations(post);
  await post.context().close();
});

test('on a phone the map is whole and the table says the same', async ({ browser }) => {
  const post = await comesToWork(browser, SUPERVISOR, HATINH, PHONE);
  await post.goto(`${HATINH.base}/lam-viec/buu-dien`);
  const map = post.getByRole('group', { name: 'Bản đồ các quầy và luồng giấy tờ' });
  await expect(map).toBeInViewport();
  await expect(post.getByRole('table', { name: 'Các quầy', exact: true }).getByRole('row')).toHaveCount(70);
  expect(await post.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await noViolations(post);
  await post.context().close();
});
