import { afterEach, expect, it } from 'vitest';
import { drawerStateNow, plainAgain, shutDrawer } from '../kept/drawer-state.ts';
import { whileInHand } from '../kept/in-hand.ts';
import { againstUpdate } from './against-update.ts';

afterEach(plainAgain);

it('a tab does not begin anew while a scan that was given to it is made small, however that ends', async () => {
  expect(await againstUpdate()).toBeUndefined();
  const [one, other] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
  const made = [whileInHand(() => one.promise), whileInHand(() => other.promise)];
  one.resolve('nhỏ');
  expect([await made[0], await againstUpdate()]).toEqual(['nhỏ', expect.stringContaining('đang thu nhỏ bản quét')]);
  other.reject(new Error('Tệp hỏng'));
  await expect(made[1]).rejects.toThrow('Tệp hỏng');
  expect(await againstUpdate()).toBeUndefined();
});

it('nor over what lies in it alone while the store is shut', async () => {
  shutDrawer();
  const state = drawerStateNow();
  if (state.kind !== 'shut') throw new Error('not shut');
  expect(await againstUpdate()).toBeUndefined();
  await state.memory.put({ kind: 'draft', id: 'a', group: 'sen@ky-bac', savedAt: 0, content: {} });
  expect(await againstUpdate()).toContain('Mở kho trước');
});
