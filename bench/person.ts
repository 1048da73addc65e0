// A demo person signed in over HTTP: the cookie and the token that writes need.
// Plain node:http over kept connections: what calls shares the processors with what is measured, and fetch costs
// as much as the server does.
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

export type Answer = { readonly status: number; readonly text: string };
export type Person = {
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, body: unknown) => Promise<Answer>;
};

const connections = new Agent({ keepAlive: true });

export const call = (url: string, method: 'GET' | 'POST', headers: Readonly<Record<string, string>>, body?: string): Promise<Answer & { readonly cookie: string }> =>
  new Promise((resolve, reject) => {
    const outgoing = request(url, { agent: connections, method, headers: { ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => resolve({
        status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString(), cookie: (answer.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '',
      }));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });

export const signIn = async (address: string, login: string, password: string): Promise<Person> => {
  const json = { 'content-type': 'application/json', origin: address };
  const answer = await call(`${address}/api/sign-in`, 'POST', json, JSON.stringify({ login, password }));
  if (answer.status !== 200) throw new Error(`${login} cannot sign in: ${answer.status} ${answer.text}`);
  const { cookie } = answer;
  const { csrfToken } = JSON.parse(answer.text) as { csrfToken: string };
  return {
    get: (path) => call(address + path, 'GET', { cookie }),
    post: (path, body) => call(address + path, 'POST', { ...json, cookie, 'x-csrf-token': csrfToken, 'idempotency-key': randomUUID() }, JSON.stringify(body)),
  };
};
