// The key of all that rests here. Open: it lies in memory and nowhere else. A tab that is closed locks; the day's PIN
// opens again, until the day ends, five PINs were wrong, or the device is revoked.
import type { Bytes } from './bytes.ts';
import type { CounterDb, PersonRow } from './counter-db.ts';
import { importDataKey, newDataKey } from './seal.ts';
import { ROUNDS, isLongEnough, unwrapByPassphrase, unwrapByPin, unwrapByPrf, wrapByPassphrase, wrapByPin, wrapByPrf } from './wrap.ts';

export type Person = { readonly accountId: string; readonly fullName: string };
export type OpenVault = { readonly accountId: string; readonly key: CryptoKey; readonly raw: Bytes };
export type Opened =
  | { readonly kind: 'open'; readonly vault: OpenVault }
  | { readonly kind: 'wrong' }
  /** Nobody of this name opened this machine before, or the PIN's day is over. */
  | { readonly kind: 'not-here' };

const MOST_WRONG_PINS = 5;
export const DAY = 'pin-day';

const opened = async (accountId: string, raw: Bytes | undefined): Promise<Opened> =>
  raw ? { kind: 'open', vault: { accountId, raw, key: await importDataKey(raw) } } : { kind: 'wrong' };

const isPinsDay = async (db: CounterDb, today: string): Promise<boolean> => (await db.meta.get(DAY))?.value === today;

export const forgetPins = (db: CounterDb): Promise<void> =>
  db.transaction('rw', db.people, db.meta, async () => {
    await db.people.toCollection().modify((person) => { delete (person as { pin?: unknown }).pin; });
    await db.meta.delete(DAY);
  });

/** The first person of an enrolled machine makes the key; whoever follows is let in by somebody who has it open. */
export const createVault = async (db: CounterDb, person: Person, passphrase: string, rounds = ROUNDS): Promise<OpenVault | 'too-short' | 'exists'> => {
  if (!isLongEnough(passphrase)) return 'too-short';
  if (await db.people.count() > 0) return 'exists';
  const raw = newDataKey();
  await db.people.add({ ...person, wraps: [await wrapByPassphrase(raw, passphrase, rounds)], wrongPins: 0 });
  return { accountId: person.accountId, raw, key: await importDataKey(raw) };
};

export const admit = async (db: CounterDb, { raw }: OpenVault, person: Person, passphrase: string, rounds = ROUNDS): Promise<'admitted' | 'too-short'> => {
  if (!isLongEnough(passphrase)) return 'too-short';
  await db.people.put({ ...person, wraps: [await wrapByPassphrase(raw, passphrase, rounds)], wrongPins: 0 });
  return 'admitted';
};

/** One key a person: a newer one takes the place of one that is lost or broken. */
export const admitPrf = async (db: CounterDb, { raw, accountId }: OpenVault, credentialId: string, salt: Bytes, output: Bytes): Promise<void> => {
  const wrap = await wrapByPrf(raw, credentialId, salt, output);
  await db.people.where('accountId').equals(accountId).modify((person: { wraps: PersonRow['wraps'] }) => {
    person.wraps = [...person.wraps.filter((one) => one.kind !== 'prf'), wrap];
  });
};

export const openByPassphrase = async (db: CounterDb, accountId: string, passphrase: string): Promise<Opened> => {
  const wrap = (await db.people.get(accountId))?.wraps.find((one) => one.kind === 'passphrase');
  return wrap ? opened(accountId, await unwrapByPassphrase(wrap, passphrase)) : { kind: 'not-here' };
};

/** What an authenticator is asked for before it can answer. */
export const prfOf = async (db: CounterDb, accountId: string): Promise<{ readonly credentialId: string; readonly salt: Bytes } | undefined> => {
  const wrap = (await db.people.get(accountId))?.wraps.find((one) => one.kind === 'prf');
  return wrap && { credentialId: wrap.credentialId, salt: wrap.salt };
};
export const openByPrf = async (db: CounterDb, accountId: string, output: Bytes): Promise<Opened> => {
  const wrap = (await db.people.get(accountId))?.wraps.find((one) => one.kind === 'prf');
  return wrap ? opened(accountId, await unwrapByPrf(wrap, output)) : { kind: 'not-here' };
};

/** For the rest of this day. A new day forgets the PINs of the last. */
export const setDayPin = async (db: CounterDb, { raw, accountId }: OpenVault, pin: string, today: string, rounds = ROUNDS): Promise<void> => {
  if (!(await isPinsDay(db, today))) await forgetPins(db);
  const wrap = await wrapByPin(raw, pin, rounds);
  await db.transaction('rw', db.people, db.meta, async () => {
    await db.people.update(accountId, { pin: wrap, wrongPins: 0 });
    await db.meta.put({ key: DAY, value: today });
  });
};

/** Counted before it is tried: pulling the plug gives no further guess. */
export const openByPin = async (db: CounterDb, accountId: string, pin: string, today: string): Promise<Opened> => {
  if (!(await isPinsDay(db, today))) {
    await forgetPins(db);
    return { kind: 'not-here' };
  }
  const person = await db.transaction('rw', db.people, async () => {
    const known = await db.people.get(accountId);
    if (known?.pin) await db.people.update(accountId, { wrongPins: known.wrongPins + 1 });
    return known;
  });
  if (!person?.pin) return { kind: 'not-here' };
  const raw = await unwrapByPin(person.pin, pin);
  if (raw) await db.people.update(accountId, { wrongPins: 0 });
  else if (person.wrongPins + 1 >= MOST_WRONG_PINS) await db.people.where('accountId').equals(accountId).modify((row) => { delete (row as { pin?: unknown }).pin; });
  return opened(accountId, raw);
};

export const whoMayOpen = async (db: CounterDb, today: string): Promise<readonly (Person & { readonly byPin: boolean; readonly byPrf: boolean })[]> => {
  const pins = await isPinsDay(db, today);
  return (await db.people.toArray()).map(({ accountId, fullName, pin, wraps }) =>
    ({ accountId, fullName, byPin: pins && pin !== undefined, byPrf: wraps.some((wrap) => wrap.kind === 'prf') }));
};
