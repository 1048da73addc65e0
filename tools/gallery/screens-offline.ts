// The counter without a line: a machine is enrolled as its people do it, and the line is cut.
import type { Page } from '@playwright/test';
import { WORLD_FACTS } from '#demo/worlds.ts';
import { bar, enrols, unlocks } from '../../e2e/own-counter.ts';
import { opensPresence, PIN, signIn, type World } from '../../e2e/people.ts';
import type { Group, Shot } from './shot.ts';
import { fillUntil } from './typing.ts';

const AT_COUNTER = { width: 1366, height: 768 };
const PLACE = { world: 'kybac-2019', path: '/lam-viec/' } as const;

const worldOf = (page: Page): World => ({ base: new URL(page.url()).origin, password: WORLD_FACTS['kybac-2019'].password });

/** The ways there are gone at the counter's width, and looked at in the one that is asked for. */
const at = (walk: (page: Page) => Promise<unknown>): NonNullable<Shot['act']> => async (page) => {
  const size = page.viewportSize() ?? AT_COUNTER;
  page.setDefaultTimeout(30_000);
  await page.setViewportSize(AT_COUNTER);
  await walk(page);
  await page.setViewportSize(size);
};
const enrolled = (walk: (page: Page) => Promise<unknown>) => at(async (page) => {
  await enrols(page, worldOf(page));
  await walk(page);
});
const cutLine = async (page: Page, path: string): Promise<void> => {
  await page.context().setOffline(true);
  await page.goto(path);
};
const receives = async (page: Page): Promise<void> => {
  // her word is kept on this machine after she is seen to be here
  const granted = page.waitForResponse((response) => response.url().endsWith('/api/desk/offline/grants') && response.request().postData()?.includes('"officer"') === true);
  await opensPresence(page, /Trần Văn Trúc/);
  await granted;
  await page.waitForTimeout(1_000);
  await cutLine(page, '/lam-viec/tiep-nhan/1.001022');
  await unlocks(page, 'pin');
  await fillUntil(page, 'Xác nhận');
  await page.getByLabel('Mã PIN của công chức').fill(PIN);
  await page.keyboard.press('F9');
  await page.getByRole('button', { name: /^In / }).first().waitFor();
};
const opensEnrolment = async (page: Page): Promise<void> => {
  await signIn(page, 'buudien.kybac', worldOf(page));
  await page.getByRole('link', { name: 'Có mạng' }).click();
  await page.getByRole('heading', { level: 1, name: 'Làm việc khi mất mạng' }).waitFor();
};
const tab = (name: string) => (page: Page): Promise<void> => page.getByRole('tab', { name }).click();

export const OFFLINE_SCREENS: Group = {
  title: 'Quầy khi mất mạng',
  shots: [
    { id: 'offline-not-enrolled', title: 'Máy chưa đăng ký', ...PLACE, act: at(opensEnrolment) },
    { id: 'offline-enrol', title: 'Đăng ký máy: chưa điền', ...PLACE, act: at(async (page) => {
      await opensEnrolment(page);
      await page.getByRole('button', { name: 'Đăng ký máy này' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Đăng ký máy này' }).click();
      await page.locator('.field-error').first().waitFor();
    }) },
    { id: 'offline-machine', title: 'Máy này', ...PLACE, act: enrolled(tab('Máy này')) },
    { id: 'offline-queue-empty', title: 'Việc chưa gửi: không có', ...PLACE, act: enrolled(tab('Việc chưa gửi')) },
    { id: 'offline-cases-empty', title: 'Việc cần xem: không có', ...PLACE, act: enrolled(tab('Việc cần xem sau khi có mạng')) },
    { id: 'offline-door', title: 'Mất mạng: mở kho', ...PLACE, act: enrolled((page) => cutLine(page, '/lam-viec/hom-nay')) },
    { id: 'offline-today', title: 'Mất mạng: hôm nay', ...PLACE, act: enrolled(async (page) => { await cutLine(page, '/lam-viec/hom-nay'); await unlocks(page, 'pin'); }) },
    { id: 'offline-received', title: 'Mất mạng: đã có mã hồ sơ', ...PLACE, act: enrolled(receives) },
    { id: 'offline-queue', title: 'Mất mạng: việc chưa gửi', ...PLACE, act: enrolled(async (page) => {
      await receives(page);
      await bar(page).getByRole('link', { name: 'Việc chưa gửi' }).click();
      await page.getByRole('tab', { name: 'Việc chưa gửi', selected: true }).waitFor();
    }) },
  ],
};
