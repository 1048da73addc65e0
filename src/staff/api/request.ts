// The one place that talks to the server. Answers are parsed by the schema both sides share.
import { z } from 'zod';
import { makeKeyRing } from './command-key.ts';
import { newId } from './new-id.ts';
import { apiError, isUnsettled, noAnswer, readProblem } from './problem.ts';

z.config({ jitless: true });

const keys = makeKeyRing(newId);
let csrfToken = '';
export const keepCsrfToken = (token: string) => {
  csrfToken = token;
};

const signedOutListeners = new Set<() => void>();
/** Told when the server no longer knows the session; what is on the screen stays. */
export const onSignedOut = (listener: () => void): (() => void) => {
  signedOutListeners.add(listener);
  return () => {
    signedOutListeners.delete(listener);
  };
};

const reach = async (path: string, init: RequestInit): Promise<Response> => {
  const response = await fetch(path, { credentials: 'same-origin', ...init }).catch(() => {
    throw noAnswer();
  });
  if (response.ok) return response;
  // a proxy without its server: nobody knows whether the act was done
  if (response.status === 502 || response.status === 504) throw noAnswer();
  const problem = await readProblem(response);
  if (response.status === 401 && path !== '/api/sign-in' && path !== '/api/me') for (const tell of signedOutListeners) tell();
  throw apiError(problem);
};

export const parseAnswer = <T>(schema: z.ZodType<T, unknown>, answer: unknown): T => {
  const said = schema.safeParse(answer);
  if (said.success) return said.data;
  const where = said.error.issues[0]?.path.join('.') ?? '';
  throw new Error(`Màn hình và máy chủ không cùng phiên bản (mục “${where}”). Tải lại trang để dùng bản mới.`);
};

export const ask = async <T>(path: string, schema: z.ZodType<T, unknown>, signal?: AbortSignal): Promise<T> => {
  const response = await reach(path, { headers: { accept: 'application/json' }, signal: signal ?? null });
  return parseAnswer(schema, await response.json());
};

/** A PDF or picture as an object URL; the caller revokes it. */
export const askBlob = async (path: string, signal?: AbortSignal): Promise<Blob> => {
  const response = await reach(path, { signal: signal ?? null });
  return response.blob().catch(() => {
    throw noAnswer();
  });
};

export type ActRequest<T> = {
  readonly path: string;
  readonly method?: 'POST' | 'DELETE';
  readonly body?: unknown;
  readonly answer: z.ZodType<T, unknown>;
  readonly key?: string;
};

export const act = async <T>({ path, method = 'POST', body, answer, key }: ActRequest<T>): Promise<T> => {
  const text = body === undefined ? '' : JSON.stringify(body);
  const response = await reach(path, {
    method,
    headers: {
      accept: 'application/json',
      ...(text && { 'content-type': 'application/json' }),
      'x-csrf-token': csrfToken,
      'idempotency-key': key ?? keys.keyFor(path, text),
    },
    ...(text && { body: text }),
  }).catch((error: unknown) => {
    if (!isUnsettled(error)) keys.answered(path, text);
    throw error;
  });
  const said =
    response.status === 204
      ? undefined
      : await response.json().catch(() => {
          throw noAnswer();
        });
  keys.answered(path, text);
  return parseAnswer(answer, said);
};

/** One file with progress in per cent; the same bytes sent twice are kept once. */
export const sendFile = <T>(
  file: Blob,
  name: string,
  answer: z.ZodType<T, unknown>,
  onProgress: (percent: number) => void,
): Promise<T> =>
  new Promise((resolve, reject) => {
    const form = new FormData();
    form.append('file', file, name);
    const request = new XMLHttpRequest();
    request.open('POST', '/api/files');
    request.setRequestHeader('x-csrf-token', csrfToken);
    request.setRequestHeader('idempotency-key', newId());
    request.upload.onprogress = (e) => {
      if (e.lengthComputable) onProgress(Math.round((e.loaded / e.total) * 100));
    };
    request.onerror = () => reject(noAnswer());
    request.onload = () => {
      const response = new Response(request.responseText, { status: request.status });
      if (!response.ok) {
        if (response.status === 401) for (const tell of signedOutListeners) tell();
        return void readProblem(response).then((problem) => reject(apiError(problem)));
      }
      return void response
        .json()
        .then((said: unknown) => resolve(parseAnswer(answer, said)))
        .catch(reject);
    };
    request.send(form);
  });
