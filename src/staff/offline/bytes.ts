// Bytes, their texts, and what the browser's own cryptography makes of them.
export type Bytes = Uint8Array<ArrayBuffer>;

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
export const fromUtf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

export const toBase64Url = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
};
export const fromBase64Url = (text: string): Bytes =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

export const sha256Hex = async (bytes: Bytes): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** What a person signs her acts with: base64url of HMAC-SHA256 under the bytes of her secret. */
export type Prove = (text: string) => Promise<string>;
/** The browser holds the key; it signs and is never given out. */
export const proverOf = async (secret: Bytes): Promise<Prove> => {
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return async (text) => toBase64Url(new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(text))));
};
