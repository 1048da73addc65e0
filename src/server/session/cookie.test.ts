import { expect, it } from 'vitest';
import { cookieNameOf, cookieOptions, hashToken, isToken, newToken } from './cookie.ts';

const world = { name: 'kybac-2019' };

it('no script reads the cookie and no other site sends it; behind HTTPS no plain line carries it and no other host sets it', () => {
  expect(cookieOptions({ settings: { secure: false } })).toEqual({ path: '/', httpOnly: true, sameSite: 'strict', secure: false });
  expect(cookieOptions({ settings: { secure: true } })).toEqual({ path: '/', httpOnly: true, sameSite: 'strict', secure: true });
  expect([cookieNameOf({ settings: { secure: false }, world }), cookieNameOf({ settings: { secure: true }, world })])
    .toEqual(['motcua-kybac-2019', '__Host-motcua-kybac-2019']);
});

it('a token is 256 random bits, and only its hash is known to the table', () => {
  const tokens = Array.from({ length: 100 }, newToken);
  expect(new Set(tokens).size).toBe(100);
  expect(tokens.every((token) => isToken(token) && Buffer.from(token, 'base64url').length === 32)).toBe(true);
  expect(hashToken(tokens[0] ?? '').toString('base64url')).not.toBe(tokens[0]);
  for (const no of ['', 'x', 'A'.repeat(44), `${'A'.repeat(42)}.`, `${'A'.repeat(42)}\n`]) expect(isToken(no)).toBe(false);
});
