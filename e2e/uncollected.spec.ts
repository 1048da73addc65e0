// Nobody came for an outcome: the clerk invites from the list, the paper is there to be printed, and the list says when the second is due.
import { expect, test } from '@playwright/test';
import { noViolations } from './axe.ts';
import { HATINH, signIn } from './people.ts';
import { picture } from './pictures.ts';

test('an outcome that nobody fetched is invited to, and the second invitation waits for its day', async ({ page }) => {
  await signIn(page, 'tiepnhan.kyxuan', HATINH);
  await page.goto(`${HATINH.base}/lam-viec/hom-nay`);
  await page.getByRole('tab', { name: /Chưa đến nhận/ }).click();
  const table = page.getByRole('table', { name: 'Kết quả chưa có người đến nhận' });
  const first = table.getByRole('button', { name: /^Mời lần 1: / }).first();
  await expect(first).toBeVisible();
  const code = (await first.getAttribute('aria-label') ?? '').replace('Mời lần 1: ', '');
  await noViolations(page);
  await picture(page, 'uncollected-1-list');
  await first.click();
  const dialog = page.getByRole('dialog', { name: `Mời lần 1 – ${code}` });
  await picture(page, 'uncollected-2-ask');
  await dialog.getByRole('button', { name: /Lập giấy mời/ }).click();
  const made = page.getByRole('dialog', { name: `Đã mời lần 1 · ${code}` });
  await expect(made.getByRole('button', { name: 'In giấy này' })).toBeVisible({ timeout: 120_000 });
  await picture(page, 'uncollected-3-paper');
  await made.getByRole('button', { name: 'Đóng', exact: true }).click();
  await expect(table.getByRole('row', { name: new RegExp(code) })).toContainText('Mời lần 2 từ');
  await page.setViewportSize({ width: 360, height: 740 });
  await noViolations(page);
  await picture(page, 'uncollected-4-phone');
});
