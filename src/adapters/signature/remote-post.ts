// One question to the signing service: JSON over TLS whose certificate is always checked; plain HTTP only to this machine.
import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { type Result, ok, refuse } from '#core/kernel/result.ts';
import type { SigningRefused } from './port.ts';

export type RemoteAnswer = { readonly status: number; readonly body: unknown };
export type RemotePost = (path: string, body: unknown, token?: string) => Promise<Result<RemoteAnswer, SigningRefused>>;

const MOST_BYTES = 262_144;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const parsedBody = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const remotePost = (
  settings: { readonly url: string; readonly trustedCertificates?: string; readonly timeoutMilliseconds: number },
): RemotePost => {
  const base = new URL(settings.url.endsWith('/') ? settings.url : `${settings.url}/`);
  const isPlain = base.protocol === 'http:' && LOOPBACK.has(base.hostname);
  if (base.protocol !== 'https:' && !isPlain) throw new Error('a signing service is asked over https');
  return (path, body, token) => new Promise((resolve) => {
    const content = JSON.stringify(body);
    const options = {
      method: 'POST',
      headers: {
        'content-type': 'application/json', 'content-length': Buffer.byteLength(content), accept: 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      signal: AbortSignal.timeout(settings.timeoutMilliseconds),
    };
    const url = new URL(path, base);
    const asked = isPlain ? plainRequest(url, options) : tlsRequest(url, {
      ...options, rejectUnauthorized: true, minVersion: 'TLSv1.2',
      ...(settings.trustedCertificates === undefined ? {} : { ca: settings.trustedCertificates }),
    });
    const fail = (error: Error): void =>
      resolve(refuse({ kind: error.name === 'AbortError' || error.name === 'TimeoutError' ? 'service-too-slow' : 'service-unreachable' }));
    asked.on('error', fail);
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
    asked.end(content);
  });
};
