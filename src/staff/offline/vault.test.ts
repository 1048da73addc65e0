import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { type CounterDb, openCounterDb } from './counter-db.ts';
import { openJson, sealJson } from './seal.ts';
import { admit, admitPrf, createVault, openByPassphrase, openByPin, openByPrf, prfOf, setDayPin, whoMayOpen } from './vault.ts';
import { isLongEnough } from './wrap.ts';

const ROUNDS = 1_000;
const SEN = { accountId: 'sen', fullName: 'Nguyễn Thị Sen' };
const WORDS = 'con trâu đi trước cái cày';
const TODAY = '2019-11-18';

const made = async () => {
  const db: CounterDb = openCounterDb(randomUUID());
  const vault = await createVault(db, SEN, WORDS, ROUNDS);
  if (typeof vault === 'string') throw new Error(vault);
  return { db, vault };
};

it('a passphrase has twenty characters or five words', () => {
  expect(['246810', 'mật khẩu ngắn', 'a b c d e', 'x'.repeat(20), ' con trâu đi trước cái cày '].map(isLongEnough)).toEqual([false, false, true, true, true]);
});

it('the same words open, others do not, nor somebody who was never here', async () => {
  const { db, vault } = await made();
  const sealed = await sealJson(vault.key, 'here', { said: 'Nguyễn Văn Thử' });
  const again = await openByPassphrase(db, 'sen', ` ${WORDS} `);
  expect(again.kind === 'open' && await openJson(again.vault.key, 'here', sealed)).toEqual({ said: 'Nguyễn Văn Thử' });
  expect([(await openByPassphrase(db, 'sen', `${WORDS} x`)).kind, (await openByPassphrase(db, 'truc', WORDS)).kind]).toEqual(['wrong', 'not-here']);
  expect(await createVault(db, SEN, WORDS, ROUNDS)).toBe('exists');
});

it('what is sealed for one place opens at no other', async () => {
  const { vault } = await made();
  await expect(openJson(vault.key, 'dossier 2', await sealJson(vault.key, 'dossier 1', {}))).rejects.toThrow();
});

it('a second person opens the same records with her own words', async () => {
  const { db, vault } = await made();
  const sealed = await sealJson(vault.key, 'here', 1);
  expect(await admit(db, vault, { accountId: 'truc', fullName: 'Trần Văn Trúc' }, 'ngắn', ROUNDS)).toBe('too-short');
  await admit(db, vault, { accountId: 'truc', fullName: 'Trần Văn Trúc' }, 'một hai ba bốn năm sáu', ROUNDS);
  const hers = await openByPassphrase(db, 'truc', 'một hai ba bốn năm sáu');
  expect(hers.kind === 'open' && await openJson(hers.vault.key, 'here', sealed)).toBe(1);
});

it('an authenticator’s own answer opens, another’s does not', async () => {
  const { db, vault } = await made();
  const salt = new Uint8Array(32).fill(7);
  await admitPrf(db, vault, 'credential', salt, new Uint8Array(32).fill(1));
  expect(await prfOf(db, 'sen')).toEqual({ credentialId: 'credential', salt });
  expect([(await openByPrf(db, 'sen', new Uint8Array(32).fill(1))).kind, (await openByPrf(db, 'sen', new Uint8Array(32).fill(2))).kind]).toEqual(['open', 'wrong']);
});

it('a newer authenticator takes the place of the one before, and the words open as ever', async () => {
  const { db, vault } = await made();
  const salt = new Uint8Array(32).fill(7);
  await admitPrf(db, vault, 'broken', salt, new Uint8Array(32).fill(1));
  await admitPrf(db, vault, 'new', salt, new Uint8Array(32).fill(3));
  expect((await prfOf(db, 'sen'))?.credentialId).toBe('new');
  expect([(await openByPrf(db, 'sen', new Uint8Array(32).fill(3))).kind, (await openByPrf(db, 'sen', new Uint8Array(32).fill(1))).kind, (await openByPassphrase(db, 'sen', WORDS)).kind]).toEqual(['open', 'wrong', 'open']);
});

it('the day’s PIN opens on its day only, and five wrong ones end it', async () => {
  const { db, vault } = await made();
  await setDayPin(db, vault, '135790', TODAY, ROUNDS);
  expect(await whoMayOpen(db, TODAY)).toEqual([{ ...SEN, byPin: true, byPrf: false }]);
  expect((await openByPin(db, 'sen', '135790', TODAY)).kind).toBe('open');
  for (let n = 0; n < 4; n += 1) expect((await openByPin(db, 'sen', '000000', TODAY)).kind).toBe('wrong');
  // a right one in between begins the count anew
  expect((await openByPin(db, 'sen', '135790', TODAY)).kind).toBe('open');
  for (let n = 0; n < 5; n += 1) expect((await openByPin(db, 'sen', '000000', TODAY)).kind).toBe('wrong');
  expect((await openByPin(db, 'sen', '135790', TODAY)).kind).toBe('not-here');
  await setDayPin(db, vault, '135790', TODAY, ROUNDS);
  expect((await openByPin(db, 'sen', '135790', '2019-11-19')).kind).toBe('not-here');
  // and with the day its key is gone, whatever the machine's clock says afterwards
  expect((await openByPin(db, 'sen', '135790', TODAY)).kind).toBe('not-here');
});

it('the key of the day cannot be read out of the store', async () => {
  const { db, vault } = await made();
  await setDayPin(db, vault, '135790', TODAY, ROUNDS);
  const dayKey = (await db.people.get('sen'))?.pin?.dayKey;
  expect(dayKey?.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', dayKey as CryptoKey)).rejects.toThrow();
});
