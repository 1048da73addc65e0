// What the citizen does on her phone: the code from the receipt, and four digits that only she knows.
import type { Page } from '@playwright/test';
import { HA } from './desk.ts';

export const track = async (page: Page, code: string, digits = HA.phone.slice(-4)): Promise<void> => {
  await page.goto(`/q/${code}`);
  await page.getByLabel('Bốn số cuối').fill(digits);
  await page.getByRole('button', { name: 'Tra cứu' }).click();
};
