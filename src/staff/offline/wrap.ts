// How the data key is wrapped for a person: by a passphrase, by her authenticator (WebAuthn PRF), or for the running day
// by a PIN. Six digits fall in hours, so the PIN's wrap is wrapped once more by a key that leaves this machine never and
// is deleted with the day.
import type { Bytes } from './bytes.ts';
import { utf8 } from './bytes.ts';
import { type Sealed, openBytes, sealBytes } from './seal.ts';

/** PBKDF2-SHA256, as OWASP asked for in 2023. */
export const ROUNDS = 600_000;
const SALT_BYTES = 16;

export type PassphraseWrap = { readonly kind: 'passphrase'; readonly salt: Bytes; readonly rounds: number; readonly wrapped: Sealed };
export type PrfWrap = { readonly kind: 'prf'; readonly credentialId: string; readonly salt: Bytes; readonly wrapped: Sealed };
export type PinWrap = {
  readonly kind: 'pin'; readonly salt: Bytes; readonly rounds: number; readonly wrapped: Sealed;
  /** Cannot be read out, only used, on this machine. */
  readonly dayKey: CryptoKey;
};

export const newSalt = (): Bytes => crypto.getRandomValues(new Uint8Array(SALT_BYTES));

/** Twenty characters or five words. */
export const isLongEnough = (passphrase: string): boolean => {
  const text = passphrase.normalize('NFC').trim();
  return [...text].length >= 20 || text.split(/\s+/u).length >= 5;
};

const keyOfText = async (text: string, salt: Bytes, rounds: number): Promise<CryptoKey> => {
  const typed = await crypto.subtle.importKey('raw', utf8(text.normalize('NFC').trim()), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, typed, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
};

/** `output`: the 32 bytes an authenticator gives for the salt. */
const keyOfPrf = async (output: Bytes, salt: Bytes): Promise<CryptoKey> => {
  const given = await crypto.subtle.importKey('raw', output, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt, info: utf8('motcua-counter') }, given, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
};

/** Wrong words open nothing: undefined. */
const tried = async (opening: Promise<Bytes>): Promise<Bytes | undefined> => opening.catch(() => undefined);

export const wrapByPassphrase = async (content: Bytes, passphrase: string, rounds = ROUNDS): Promise<PassphraseWrap> => {
  const salt = newSalt();
  return { kind: 'passphrase', salt, rounds, wrapped: await sealBytes(await keyOfText(passphrase, salt, rounds), 'passphrase', content) };
};
export const unwrapByPassphrase = async (wrap: PassphraseWrap, passphrase: string): Promise<Bytes | undefined> =>
  tried(openBytes(await keyOfText(passphrase, wrap.salt, wrap.rounds), 'passphrase', wrap.wrapped));

export const wrapByPrf = async (content: Bytes, credentialId: string, salt: Bytes, output: Bytes): Promise<PrfWrap> =>
  ({ kind: 'prf', credentialId, salt, wrapped: await sealBytes(await keyOfPrf(output, salt), 'prf', content) });
export const unwrapByPrf = async (wrap: PrfWrap, output: Bytes): Promise<Bytes | undefined> =>
  tried(openBytes(await keyOfPrf(output, wrap.salt), 'prf', wrap.wrapped));

export const wrapByPin = async (content: Bytes, pin: string, rounds = ROUNDS): Promise<PinWrap> => {
  const salt = newSalt();
  const dayKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const byPin = await sealBytes(await keyOfText(pin, salt, rounds), 'pin', content);
  return { kind: 'pin', salt, rounds, dayKey, wrapped: await sealBytes(dayKey, 'day', byPin) };
};
export const unwrapByPin = async (wrap: PinWrap, pin: string): Promise<Bytes | undefined> => {
  const byPin = await tried(openBytes(wrap.dayKey, 'day', wrap.wrapped));
  return byPin && tried(openBytes(await keyOfText(pin, wrap.salt, wrap.rounds), 'pin', byPin));
};
