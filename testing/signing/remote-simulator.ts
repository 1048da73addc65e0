// A signing service as a licensed authority would run one (Cloud Signature Consortium API 2), for demonstrations and tests.
// What each credential does is told by its name; keys are made when it starts and forgotten when it ends.
import { randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer as createPlainServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { signRsaHash } from '#adapters/signature/rsa.ts';
import { type TestKey, issueTestCertificate, makeTestAuthority } from '#adapters/signature/test-certificates.ts';

export const REMOTE_PIN = '246810';
export const REMOTE_CLIENT = { clientId: 'motcua', clientSecret: 'mo-phong' } as const;

/** Name of a credential → what its owner or its service does. */
export const REMOTE_CREDENTIALS = {
  'lanh-dao': 'signs with the PIN 246810; three wrong PINs lock it',
  'xac-nhan': 'signs without a PIN once the owner has confirmed on his device',
  'tu-choi': 'the owner declines on his device',
  'het-han': 'its certificate has expired',
  'tra-loi-sai': 'answers what is no signature',
  'loi-may-chu': 'the service breaks down while signing',
} as const;
type CredentialName = keyof typeof REMOTE_CREDENTIALS;

export type RemoteSimulator = { readonly url: string; readonly authority: Uint8Array; readonly close: () => Promise<void> };
export type SimulatorSettings = {
  readonly port?: number;
  readonly latencyMilliseconds?: number;
  readonly tls?: { readonly key: string; readonly cert: string };
};

type Answer = readonly [status: number, body: unknown];
type Question = Readonly<Record<string, unknown>>;

const WRONG_PINS = 3;
const CHECKS_UNTIL_CONFIRMED = 2;
const MOST_BYTES = 65_536;

const error = (status: number, code: string, description = ''): Answer => [status, { error: code, error_description: description }];
const isCredential = (name: unknown): name is CredentialName => typeof name === 'string' && Object.hasOwn(REMOTE_CREDENTIALS, name);
const sameText = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

type Allowed = { readonly credential: CredentialName; readonly hash: string };

const makeService = (key: TestKey, authority: TestKey) => {
  const wrongPins = new Map<CredentialName, number>();
  const allowed = new Map<string, Allowed>();
  const pending = new Map<string, Allowed & { checks: number }>();
  let token = '';

  const allow = (one: Allowed): Answer => {
    const sad = randomUUID();
    allowed.set(sad, one);
    return [200, { SAD: sad, expiresIn: 60 }];
  };
  const authorize = (question: Question, credential: CredentialName): Answer => {
    const one = { credential, hash: String(Array.isArray(question['hashes']) ? question['hashes'][0] : '') };
    if (credential === 'xac-nhan' || credential === 'tu-choi') {
      const handle = randomUUID();
      pending.set(handle, { ...one, checks: 0 });
      return [202, { handle }];
    }
    const given: unknown = question['authData'];
    const pin = Array.isArray(given) ? String((given[0] as { readonly value?: unknown }).value ?? '') : '';
    const wrong = wrongPins.get(credential) ?? 0;
    if (wrong >= WRONG_PINS) return error(400, 'invalid_request', 'Credential locked');
    if (!sameText(pin, REMOTE_PIN)) {
      wrongPins.set(credential, wrong + 1);
      return error(400, 'invalid_pin', 'The PIN is invalid');
    }
    wrongPins.delete(credential);
    return allow(one);
  };
  const check = (question: Question): Answer => {
    const handle = String(question['handle']);
    const one = pending.get(handle);
    if (!one) return error(400, 'invalid_request', 'Unknown handle');
    one.checks += 1;
    if (one.checks < CHECKS_UNTIL_CONFIRMED) return [202, { handle }];
    pending.delete(handle);
    return one.credential === 'tu-choi' ? error(400, 'authorization_denied', 'The user declined') : allow(one);
  };
  const signHash = (question: Question, credential: CredentialName): Answer => {
    const sad = String(question['SAD']);
    const one = allowed.get(sad);
    allowed.delete(sad);
    const hash = String(Array.isArray(question['hashes']) ? question['hashes'][0] : '');
    if (!one || one.credential !== credential || one.hash !== hash) return error(400, 'invalid_request', 'Invalid parameter SAD');
    if (credential === 'loi-may-chu') return error(503, 'server_error');
    if (credential === 'tra-loi-sai') return [200, { signatures: 'no list' }];
    return [200, { signatures: [Buffer.from(signRsaHash(key.privateKey, Buffer.from(hash, 'base64'))).toString('base64')] }];
  };
  const info = (credential: CredentialName): Answer => [200, {
    key: { status: 'enabled', algo: ['1.2.840.113549.1.1.11'], len: 2048 },
    cert: {
      status: credential === 'het-han' ? 'expired' : 'valid',
      certificates: [key, authority].map(({ certificate }) => Buffer.from(certificate).toString('base64')),
    },
  }];

  return (path: string, question: Question, bearer: string): Answer => {
    if (path === '/csc/v2/info') return [200, { specs: '2.0.0.2', name: 'Dịch vụ ký số mô phỏng (KIỂM THỬ)' }];
    if (path === '/csc/v2/oauth2/token') {
      const known = question['client_id'] === REMOTE_CLIENT.clientId && question['client_secret'] === REMOTE_CLIENT.clientSecret;
      token = known ? randomUUID() : token;
      return known ? [200, { access_token: token, token_type: 'Bearer', expires_in: 3_600 }] : error(401, 'invalid_client');
    }
    if (token === '' || !sameText(bearer, `Bearer ${token}`)) return error(401, 'invalid_token');
    if (path === '/csc/v2/credentials/list') return [200, { credentialIDs: Object.keys(REMOTE_CREDENTIALS) }];
    if (path === '/csc/v2/credentials/authorizeCheck') return check(question);
    const credential = question['credentialID'];
    if (!isCredential(credential)) return error(400, 'invalid_request', 'Invalid parameter credentialID');
    if (path === '/csc/v2/credentials/info') return info(credential);
    if (path === '/csc/v2/credentials/authorize') return authorize(question, credential);
    if (path === '/csc/v2/signatures/signHash') return signHash(question, credential);
    return error(404, 'not_found');
  };
};

const readQuestion = async (request: IncomingMessage): Promise<Question> => {
  let text = '';
  for await (const part of request) {
    text += String(part);
    if (text.length > MOST_BYTES) return {};
  }
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Question) : {};
  } catch {
    return {};
  }
};

export const startRemoteSimulator = async ({ port = 0, latencyMilliseconds = 0, tls }: SimulatorSettings = {}): Promise<RemoteSimulator> => {
  const authority = await makeTestAuthority('Dịch vụ ký số mô phỏng');
  const key = await issueTestCertificate(authority, { name: 'Lê Văn Lãnh Đạo', title: 'Chủ tịch', organisation: 'Cơ quan mẫu' });
  const serve = makeService(key, authority);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const question = await readQuestion(request);
    if (latencyMilliseconds > 0) await pause(latencyMilliseconds);
    const [status, body] = serve(request.url ?? '', question, request.headers.authorization ?? '');
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch(() => response.destroy());
  };
  const server: Server = tls ? createTlsServer(tls, listener) : createPlainServer(listener);
  await new Promise<void>((resolve) => { server.listen(port, 'localhost', resolve); });
  return {
    url: `${tls ? 'https' : 'http'}://localhost:${(server.address() as AddressInfo).port}/csc/v2`,
    authority: authority.certificate,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
};
