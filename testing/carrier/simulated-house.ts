// What every simulated carrier is as a program: an HTTP server with latency and faults by a seed, so that a run that failed
// can be had again. Under /mo-phong/ it is told what happens and how ill it behaves.
import { createServer as createPlainServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What befalls a call: before it is done, after it is done, or for ever. */
export const FAULTS = ['error-before', 'error-after', 'cut-before', 'cut-after', 'nonsense', 'token-gone', 'silent'] as const;
export type Fault = (typeof FAULTS)[number];

export type HouseSettings = {
  readonly port?: number;
  readonly latencyMilliseconds?: number;
  /** Share of calls that something befalls. */
  readonly faultShare?: number;
  readonly faults?: readonly Fault[];
  readonly tls?: { readonly key: string; readonly cert: string };
};

export type Answer = readonly [status: number, body: unknown];
export type Asked = {
  readonly path: string; readonly query: URLSearchParams; readonly body: Readonly<Record<string, unknown>>; readonly headers: IncomingMessage['headers'];
};

export type House = {
  /** Asked without being signed in. */
  readonly signIn: (asked: Asked) => Answer | undefined;
  readonly isSignedIn: (asked: Asked) => boolean;
  readonly notSignedIn: Answer;
  readonly forgetTokens: () => void;
  readonly serve: (asked: Asked) => Answer;
  /** Under /mo-phong/; undefined: nothing of that name. */
  readonly control: (path: string, body: Asked['body']) => Answer | undefined;
};

export type SimulatedHouse = {
  readonly url: string;
  /** The next call meets this, whatever the share. */
  readonly befall: (fault: Fault) => void;
  readonly setFaultShare: (share: number) => void;
  readonly faultShare: () => number;
  readonly calls: () => Readonly<Record<string, number>>;
  readonly close: () => Promise<void>;
};

const MOST_BYTES = 65_536;
export const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** mulberry32 */
export const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = Math.trunc(state + 0x6d2b79f5);
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const readAsked = async (request: IncomingMessage): Promise<Asked> => {
  let content = '';
  for await (const part of request) content = (content + String(part)).slice(0, MOST_BYTES);
  const url = new URL(request.url ?? '/', 'http://localhost');
  let body: unknown;
  try {
    body = request.headers['content-type']?.startsWith('application/json') ? JSON.parse(content) : Object.fromEntries(new URLSearchParams(content));
  } catch {
    body = {};
  }
  return { path: url.pathname, query: url.searchParams, headers: request.headers, body: typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {} };
};

export const openHouse = async (house: House, settings: HouseSettings, chance: () => number): Promise<SimulatedHouse> => {
  const { port = 0, latencyMilliseconds = 0, faults = FAULTS, tls } = settings;
  const calls: Record<string, number> = {};
  let share = settings.faultShare ?? 0;
  let next: Fault | undefined;

  const faultNow = (): Fault | undefined => {
    const told = next;
    next = undefined;
    return told ?? (chance() < share ? faults[Math.floor(chance() * faults.length)] : undefined);
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = await readAsked(request);
    const send = ([status, body]: Answer): void => { response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)); };
    if (asked.path.startsWith('/mo-phong/')) {
      if (asked.path === '/mo-phong/loi') share = Number(asked.body['share'] ?? 0);
      return send(house.control(asked.path, asked.body) ?? [404, {}]);
    }
    calls[asked.path] = (calls[asked.path] ?? 0) + 1;
    if (latencyMilliseconds > 0) await pause(latencyMilliseconds);
    const fault = faultNow();
    if (fault === 'silent') return undefined;
    if (fault === 'error-before') return send([503, { error: 'unavailable' }]);
    if (fault === 'cut-before') return void response.destroy();
    const signedIn = house.signIn(asked);
    if (signedIn) return send(fault === 'nonsense' ? [200, {}] : signedIn);
    if (fault === 'token-gone') house.forgetTokens();
    if (!house.isSignedIn(asked)) return send(house.notSignedIn);
    const served = house.serve(asked);
    if (fault === 'error-after') return send([500, { error: 'server_error' }]);
    if (fault === 'cut-after') return void response.destroy();
    if (fault === 'nonsense') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Hệ thống bận</html>');
    return send(served);
  };
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch(() => response.destroy());
  };
  const server: Server = tls ? createTlsServer(tls, listener) : createPlainServer(listener);
  await new Promise<void>((resolve) => { server.listen(port, 'localhost', resolve); });
  return {
    url: `${tls ? 'https' : 'http'}://localhost:${(server.address() as AddressInfo).port}`,
    befall: (fault) => { next = fault; }, setFaultShare: (value) => { share = value; }, faultShare: () => share, calls: () => ({ ...calls }),
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
};
