// Why a dossier is due when it is, on the clerk's paper.
import { expect, test } from '@playwright/test';
import { wireOf } from './by-wire.ts';
import { comesToWork, HATINH } from './people.ts';

test('the explanation of a due date is printed with its dossier, and nothing that is only pressed', async ({ browser }) => {
  const wire = await wireOf('buudien.kyxuan', HATINH);
  const { dossiers } = await (await wire.get('/api/desk/find?q=H27')).json() as { dossiers: readonly { dossierId: string; code: string; dueAt?: string }[] };
  await wire.dispose();
  const found = dossiers.find((one) => one.dueAt !== undefined);
  const clerk = await comesToWork(browser, 'buudien.kyxuan', HATINH);
  await clerk.goto(`/lam-viec/ho-so/${found?.dossierId}`);
  const why = clerk.locator('.due-why').first();
  await why.getByText('Vì sao là ngày này?').click();
  await expect(why.getByRole('button', { name: 'In trang này kèm giải thích' })).toBeVisible();
  await clerk.emulateMedia({ media: 'print' });
  await expect(clerk.getByRole('heading', { name: found?.code ?? '' })).toBeVisible();
  await expect(why.getByRole('listitem').first()).toBeVisible();
  await expect(clerk.getByRole('navigation', { name: 'Màn hình làm việc' })).toBeHidden();
  await expect(why.getByRole('button')).toBeHidden();
});
