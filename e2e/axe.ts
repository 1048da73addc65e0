// axe is put into a page once and asked for violations only: through AxeBuilder a run takes four times as long,
// and every screen is asked at both ends of the width.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import { picture } from './pictures.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
type Violation = { readonly id: string; readonly nodes: readonly { readonly target: readonly string[] }[] };
type Axe = { readonly run: (context: object, options: object) => Promise<{ readonly violations: readonly Violation[] }> };

export const violationsOf = async (page: Page): Promise<readonly string[]> => {
  // a screen comes in a file of its own: before its heading there is nothing to judge
  await page.locator('h1').first().waitFor({ state: 'attached' });
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async () => {
    // a PDF in its frame is the browser's viewer, not ours
    const { violations } = await (window as unknown as { axe: Axe }).axe.run({ exclude: [['iframe']] }, { resultTypes: ['violations'], iframes: false });
    return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`);
  });
};

export const noViolations = async (page: Page): Promise<void> => expect(await violationsOf(page)).toEqual([]);

/** The same screen on a phone, and back at the desk. */
export const onPhone = async (page: Page, name: string): Promise<void> => {
  await page.setViewportSize({ width: 360, height: 740 });
  await noViolations(page);
  await picture(page, name);
  await page.setViewportSize({ width: 1366, height: 768 });
};
