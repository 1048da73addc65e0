// One question to another house: over TLS whose certificate is always checked, plain HTTP only to this machine, each over a
// connection of its own, so that it is known whether anything was sent. What it must not do is follow, wait or read on for ever.
import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { type Result, ok, refuse } from '#core/kernel/result.ts';

export type AskSettings = {
  readonly url: string;
  /** PEM of the authority over the other house's certificate, where it is not a public one. */
  readonly trustedCertificates?: string;
  readonly timeoutMilliseconds: number;
};

export type Question = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly authorization?: string;
  /** Of houses that take their token elsewhere. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: { readonly type: 'application/json' | 'application/json;charset=UTF-8' | 'application/x-www-form-urlencoded'; readonly text: string };
};

export type OutsideAnswer = { readonly status: number; readonly body: unknown };
/** `sent`: the other house may have read the question. */
export type Unanswered = { readonly kind: 'too-slow' | 'unreachable'; readonly sent: boolean };
export type Ask = (question: Question) => Promise<Result<OutsideAnswer, Unanswered>>;

const MOST_BYTES = 1_048_576;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const parsedBody = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Undefined: this address is asked neither over TLS nor on this machine. */
export const baseOf = (url: string): URL | undefined => {
  const base = URL.canParse(url) ? new URL(url.endsWith('/') ? url : `${url}/`) : undefined;
  return base && (base.protocol === 'https:' || (base.protocol === 'http:' && LOOPBACK.has(base.hostname))) ? base : undefined;
};

export const askOverTls = (settings: AskSettings): Ask => {
  const base = baseOf(settings.url);
  if (!base) throw new Error('another house is asked over https');
  const isPlain = base.protocol === 'http:';
  return ({ method, path, authorization, headers, body }) => new Promise((resolve) => {
    const options = {
      method, agent: false as const,
      headers: {
        accept: 'application/json', ...headers,
        ...(body === undefined ? {} : { 'content-type': body.type, 'content-length': Buffer.byteLength(body.text) }),
        ...(authorization === undefined ? {} : { authorization }),
      },
      signal: AbortSignal.timeout(settings.timeoutMilliseconds),
    };
    const url = new URL(path, base);
    const asked = isPlain ? plainRequest(url, options) : tlsRequest(url, {
      ...options, rejectUnauthorized: true, minVersion: 'TLSv1.2',
      ...(settings.trustedCertificates === undefined ? {} : { ca: settings.trustedCertificates }),
    });
    let sent = false;
    const fail = (error: Error): void =>
      resolve(refuse({ kind: error.name === 'AbortError' || error.name === 'TimeoutError' ? 'too-slow' : 'unreachable', sent }));
    asked.on('error', fail);
    asked.on('socket', (socket) => socket.once(isPlain ? 'connect' : 'secureConnect', () => { sent = true; }));
    asked.on('response', (response) => {
      const parts: Buffer[] = [];
      let size = 0;
      response.on('error', fail);
      response.on('data', (part: Buffer) => {
        size += part.length;
        if (size > MOST_BYTES) asked.destroy(new Error('answer too large'));
        else parts.push(part);
      });
      response.on('end', () => resolve(ok({ status: response.statusCode ?? 0, body: parsedBody(Buffer.concat(parts).toString('utf8')) })));
    });
    asked.end(body?.text);
  });
};
