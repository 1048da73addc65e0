// A demo person signed in over HTTP: the cookie and the token that writes need.
import { randomUUID } from 'node:crypto';

export type Person = {
  readonly get: (path: string) => Promise<Response>;
  readonly post: (path: string, body: unknown) => Promise<Response>;
};

export const signIn = async (address: string, login: string, password: string): Promise<Person> => {
  const answer = await fetch(`${address}/api/sign-in`, {
    method: 'POST', headers: { 'content-type': 'application/json', origin: address }, body: JSON.stringify({ login, password }),
  });
  if (!answer.ok) throw new Error(`${login} cannot sign in: ${answer.status} ${await answer.text()}`);
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  return {
    get: (path) => fetch(address + path, { headers: { cookie } }),
    post: (path, body) => fetch(address + path, {
      method: 'POST', body: JSON.stringify(body),
      headers: { cookie, origin: address, 'content-type': 'application/json', 'x-csrf-token': csrfToken, 'idempotency-key': randomUUID() },
    }),
  };
};
