// The line, the server and the database are cut in the middle of receiving: nothing acknowledged is lost, nothing is done twice.
import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { wireOf } from './by-wire.ts';
import { client, dialog, findProcedure, receivedCode, walkToConfirm } from './desk.ts';
import { comesToWork, handsOn, opensPresence } from './people.ts';
import { type OwnServer, ownServer } from './own-server.ts';
import { picture } from './pictures.ts';

test.describe.configure({ mode: 'serial' });

let server: OwnServer;
let clerk: Page;

test.beforeAll(async ({ browser }) => {
  server = await ownServer();
  await server.start();
  clerk = await comesToWork(browser, 'buudien.kybac', server.world);
  await opensPresence(clerk, /Trần Văn Trúc/);
});
test.afterAll(() => server.stop());

const dossiersOf = async (number: string): Promise<readonly { readonly code: string }[]> =>
  (await (await clerk.request.get(`/api/desk/find?q=${number}`)).json() as { dossiers: readonly { code: string }[] }).dossiers;

test('the server is killed after it saved and before it answered: sent again, the same dossier answers', async () => {
  const who = client(71, 'Trần Văn Cúp');
  const hands = handsOn(clerk);
  let saved = '';
  // well before it is needed: a busy browser lets a request pass that follows at once
  await clerk.route('**/api/desk/dossiers', async (route) => {
    saved = ((await (await route.fetch()).json()) as { code: string }).code;
    await server.kill();
    await route.abort('connectionreset');
  }, { times: 1 });
  await findProcedure(clerk, hands, 'nhan con', 'Đăng ký nhận cha, mẹ, con');
  await walkToConfirm(clerk, hands, who, {});
  await clerk.keyboard.press('F9');
  await expect(clerk.getByText(/Đã gửi nhưng chưa nhận được trả lời/)).toBeVisible();
  await picture(clerk, '61-unanswered');
  // while the answer is open nothing can be changed, not even after a restart of the browser page
  await server.start();
  await clerk.reload();
  await clerk.getByRole('button', { name: `Làm tiếp hồ sơ của ${who.name}` }).click();
  await clerk.getByRole('button', { name: 'Gửi lại' }).click();
  expect(await receivedCode(clerk)).toBe(saved);
  expect(await dossiersOf(who.number)).toHaveLength(1);
});

test('the line is cut before anything arrived: the next citizen does not wait for it, and sent again it is one dossier', async () => {
  const who = client(72, 'Lê Thị Đứt');
  const hands = handsOn(clerk);
  await findProcedure(clerk, hands, 'nhan con', 'Đăng ký nhận cha, mẹ, con');
  await walkToConfirm(clerk, hands, who, {});
  await clerk.context().setOffline(true);
  await clerk.keyboard.press('F9');
  await expect(clerk.getByText(/Đã gửi nhưng chưa nhận được trả lời/)).toBeVisible();
  await expect(clerk.getByText('Mất kết nối')).toBeVisible();
  await clerk.getByRole('button', { name: 'Lưu tạm, tiếp người mới' }).click();
  const left = clerk.getByRole('button', { name: new RegExp(`^${who.name}.*đã gửi, chưa rõ máy chủ đã nhận`) });
  await expect(left).toBeVisible();
  await clerk.context().setOffline(false);
  await left.click();
  await clerk.getByRole('button', { name: `Làm tiếp hồ sơ của ${who.name}` }).click();
  await clerk.getByRole('button', { name: 'Gửi lại' }).click();
  await receivedCode(clerk);
  expect(await dossiersOf(who.number)).toHaveLength(1);
  await expect(clerk.getByText('Có mạng')).toBeVisible();
});

test('the database is killed during receives: every acknowledged dossier is there, no number twice, none missing', async () => {
  const officer = await wireOf('tuphap.kybac', server.world);
  const procedure = procedureIn('kybac-2019', '1.001022');
  const codes: string[] = [];
  let cut = 0;
  let killed = false;
  const receiveOne = async (): Promise<void> => {
    const [key, body] = [randomUUID(), receiveCommand('ky-bac', procedure)];
    await expect(async () => {
      const answer = await officer.post('/api/desk/dossiers', body, key);
      if (answer.status() !== 201) cut += 1;
      expect(answer.status()).toBe(201);
      codes.push((await answer.json() as { code: string }).code);
    }).toPass({ intervals: [50], timeout: 40_000 });
    if (codes.length >= 10 && !killed) {
      killed = true;
      server.killDatabase();
    }
  };
  const lane = async (count: number): Promise<void> => { for (let i = 0; i < count; i += 1) await receiveOne(); };
  await Promise.all([lane(10), lane(10), lane(10), lane(10)]);
  expect(cut, 'the cut was felt').toBeGreaterThan(0);
  expect(new Set(codes).size).toBe(40);
  for (const code of codes) expect((await (await officer.get(`/api/desk/find?q=${code}`)).json() as { dossiers: unknown[] }).dossiers, code).toHaveLength(1);
  // the two before were 0001 and 0002
  expect(codes.map((code) => Number(code.slice(-4))).sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i + 3));
  await officer.dispose();
});

test('after all this the clerk’s screen goes on, and the journal is whole', async () => {
  await clerk.keyboard.press('F1');
  await expect(clerk.locator('.figure', { hasText: 'đã tiếp nhận hôm nay' })).toContainText('42');
  await expect(dialog(clerk, /hết hạn/)).toBeHidden();
  expect(await server.motcua('journal', 'verify', '--world', 'kybac-2019')).toMatchObject({ sound: true });
});
