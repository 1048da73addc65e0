// The session cookie: named after the world, so that two worlds on one host never share a sign-in.
import { createHash, randomBytes } from 'node:crypto';
import type { CookieSerializeOptions } from '@fastify/cookie';

type CookieDeps = {
  readonly settings: { readonly secure: boolean };
  readonly world: { readonly name: string };
};

const TOKEN_BYTES = 32;

export const cookieNameOf = ({ settings, world }: CookieDeps): string =>
  `${settings.secure ? '__Host-' : ''}motcua-${world.name}`;

export const cookieOptions = ({ settings }: Pick<CookieDeps, 'settings'>): CookieSerializeOptions => ({
  path: '/', httpOnly: true, sameSite: 'strict', secure: settings.secure,
});

export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** Only this is stored: a copy of the table opens no session. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);
