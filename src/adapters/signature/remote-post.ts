// One question to the signing service, as JSON.
import { type Result, ok, refuse } from '#core/kernel/result.ts';
import { type AskSettings, type OutsideAnswer, askOverTls } from '../over-tls/ask.ts';
import type { SigningRefused } from './port.ts';

export type RemoteAnswer = OutsideAnswer;
export type RemotePost = (path: string, body: unknown, token?: string) => Promise<Result<RemoteAnswer, SigningRefused>>;

export const remotePost = (settings: AskSettings): RemotePost => {
  const ask = askOverTls(settings);
  return async (path, body, token) => {
    const answer = await ask({
      method: 'POST', path, body: { type: 'application/json', text: JSON.stringify(body) },
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    });
    if (answer.ok) return ok(answer.value);
    return refuse({ kind: answer.refusal.kind === 'too-slow' ? 'service-too-slow' : 'service-unreachable' });
  };
};
