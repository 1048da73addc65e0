// Everything of a person rests encrypted. What is sealed is bound to its place: a row moved to another key does not open.
import { type Bytes, fromUtf8, utf8 } from './bytes.ts';

/** The first twelve bytes are the nonce. */
export type Sealed = Bytes;
const NONCE_BYTES = 12;

export const newDataKey = (): Bytes => crypto.getRandomValues(new Uint8Array(32));
export const importDataKey = (raw: Bytes): Promise<CryptoKey> => crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

export const sealBytes = async (key: CryptoKey, place: string, content: Bytes): Promise<Sealed> => {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const cipher = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(place) }, key, content));
  const sealed = new Uint8Array(NONCE_BYTES + cipher.length);
  sealed.set(iv);
  sealed.set(cipher, NONCE_BYTES);
  return sealed;
};

/** Throws where the key or the place is another one. */
export const openBytes = async (key: CryptoKey, place: string, sealed: Sealed): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: sealed.slice(0, NONCE_BYTES), additionalData: utf8(place) }, key, sealed.slice(NONCE_BYTES),
  ));

export const sealJson = (key: CryptoKey, place: string, value: unknown): Promise<Sealed> => sealBytes(key, place, utf8(JSON.stringify(value)));
export const openJson = async (key: CryptoKey, place: string, sealed: Sealed): Promise<unknown> => JSON.parse(fromUtf8(await openBytes(key, place, sealed)));
