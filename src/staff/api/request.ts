// The one place that talks to the server. Answers are parsed by the schema both sides share.
import { z } from 'zod';
import { makeKeyRing } from './command-key.ts';
import { isLineUp, noteAnswered, noteNoAnswer } from './line.ts';
import { newId } from './new-id.ts';
import { apiError, isNoAnswer, isUnsettled, needsLine, noAnswer, readProblem, statusOf, storeShut } from './problem.ts';
import { findStandIn, isStandInExpected, type StandIn } from './stand-in.ts';

z.config({ jitless: true });

const keys = makeKeyRing(newId);
let csrfToken = '';
export const keepCsrfToken = (token: string) => {
  csrfToken = token;
};

export const csrfTokenNow = (): string => csrfToken;

const signedOutListeners = new Set<() => void>();
/** Told when the server no longer knows the session; what is on the screen stays. */
export const onSignedOut = (listener: () => void): (() => void) => {
  signedOutListeners.add(listener);
  return () => {
    signedOutListeners.delete(listener);
  };
};

export const tellSignedOut = (): void => { for (const tell of signedOutListeners) tell(); };

/** Beside a counter that can answer by itself nobody waits longer for the server. */
const PATIENCE = 8_000;
/** At a cold start nobody looks at an empty screen for longer: then the door of the store stands there, and the server is asked on. */
const PATIENCE_AT_START = 2_000;

const silent = (): Error => {
  noteNoAnswer();
  return noAnswer();
};

const OF_MACHINES = '/api/desk/offline/';
const asMachine = (path: string): Readonly<Record<string, string>> => {
  const device = path.startsWith(OF_MACHINES) ? findStandIn()?.device : undefined;
  return device === undefined ? {} : { 'x-device': device };
};

type Init = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> };
const reach = async (path: string, init: Init): Promise<Response> => {
  const response = await fetch(path, { credentials: 'same-origin', ...init, headers: { ...init.headers, ...asMachine(path) } }).catch((error: unknown) => {
    // who no longer wants the answer says nothing about the line
    if (init.signal?.aborted === true && (init.signal.reason as Error).name === 'AbortError') throw error;
    throw silent();
  });
  // a proxy without its server: nobody knows whether the act was done
  if (response.status === 502 || response.status === 504) throw silent();
  noteAnswered();
  if (response.ok) return response;
  const problem = await readProblem(response);
  if (response.status === 401 && path !== '/api/sign-in' && path !== '/api/me') tellSignedOut();
  throw apiError(problem);
};

/** Only whether anybody answers. */
export const tryLine = (): Promise<unknown> => reach('/api/me', { signal: AbortSignal.timeout(PATIENCE) }).catch(() => undefined);

export const parseAnswer = <T>(schema: z.ZodType<T, unknown>, answer: unknown): T => {
  const said = schema.safeParse(answer);
  if (said.success) return said.data;
  const where = said.error.issues[0]?.path.join('.') ?? '';
  throw new Error(`Màn hình và máy chủ không cùng phiên bản (mục “${where}”). Tải lại trang để dùng bản mới; máy đã đăng ký của quầy thì bấm “Cập nhật bản mới” ở dòng trên cùng.`);
};

/** The server first; without its answer whoever stands in, who is asked at once while the line is known to be cut. */
const orStandIn = async <T>(path: string, signal: AbortSignal | undefined, served: (signal: AbortSignal | null) => Promise<T>, own: (standIn: StandIn) => Promise<T | undefined>): Promise<T> => {
  const standIn = findStandIn();
  if (!standIn) return served(signal ?? null);
  if (!isLineUp() || standIn.mustWait(path)) {
    const answer = await own(standIn);
    if (answer !== undefined) return answer;
  }
  const patience = AbortSignal.timeout(PATIENCE);
  return served(signal ? AbortSignal.any([signal, patience]) : patience).catch(async (error: unknown) => {
    // printed here by an act that the server has not taken yet, or did not take: the paper stands all the same
    const isOwnPaper = statusOf(error) === 404 && path.startsWith('/api/papers/');
    const answer = isNoAnswer(error) || isOwnPaper ? await own(standIn) : undefined;
    if (answer === undefined) throw isNoAnswer(error) ? needsLine() : error;
    return answer;
  });
};

const served = (path: string) => async (signal: AbortSignal | null): Promise<unknown> => (await reach(path, { headers: { accept: 'application/json' }, signal })).json();

/** Only the server can say it; nobody stands in. */
export const askServer = async <T>(path: string, schema: z.ZodType<T, unknown>, signal?: AbortSignal): Promise<T> => {
  const patience = findStandIn() ? AbortSignal.timeout(PATIENCE) : isStandInExpected() ? AbortSignal.timeout(PATIENCE_AT_START) : undefined;
  const until = [signal, patience].filter((one) => one !== undefined);
  return parseAnswer(schema, await served(path)(until.length === 0 ? null : AbortSignal.any(until)));
};

export const ask = async <T>(path: string, schema: z.ZodType<T, unknown>, signal?: AbortSignal): Promise<T> =>
  parseAnswer(schema, await orStandIn(path, signal, served(path), (standIn) => standIn.ask(path)));

/** A PDF or picture as an object URL; the caller revokes it. */
export const askBlob = async (path: string, signal?: AbortSignal): Promise<Blob> => {
  const fetched = async (until: AbortSignal | null): Promise<Blob> => (await reach(path, { signal: until })).blob().catch(() => { throw silent(); });
  return orStandIn(path, signal, fetched, (standIn) => standIn.askBlob(path));
};

export type ActRequest<T> = {
  readonly path: string;
  readonly method?: 'POST' | 'DELETE';
  readonly body?: unknown;
  readonly answer: z.ZodType<T, unknown>;
  readonly key?: string;
  /** Kept from before a reload: it was sent, and no answer came. */
  readonly unsettled?: boolean;
  /** Chosen by a person; else whoever can. */
  readonly by?: 'server' | 'counter';
  /** A refused act of this counter that is put right: it goes the way it went first. */
  readonly corrects?: string;
};

const unsettledKeys = new Set<string>();

const sendAct = async (path: string, method: string, text: string, key: string): Promise<unknown> => {
  const response = await reach(path, {
    method,
    headers: {
      accept: 'application/json',
      ...(text && { 'content-type': 'application/json' }),
      'x-csrf-token': csrfToken,
      'idempotency-key': key,
    },
    ...(text && { body: text }),
  });
  return response.status === 204 ? undefined : response.json().catch(() => { throw silent(); });
};

/** Sent to the server while it answers; while the line is known to be cut, done here where that can be. */
const performAct = async ({ path, method = 'POST', body, by, unsettled = false, corrects }: Omit<ActRequest<never>, 'answer'>, text: string, key: string): Promise<unknown> => {
  const standIn = by === 'server' ? undefined : findStandIn();
  if (standIn && (by === 'counter' || !isLineUp() || standIn.mustWait(path + text))) {
    const answer = await standIn.act({ path, method, body, key, afterUnsettled: unsettled || unsettledKeys.has(key), corrects });
    if (answer !== undefined) return answer;
    if (!isLineUp()) throw needsLine();
  }
  // sent to its own route it would be done beside the act that it puts right
  if (corrects !== undefined) throw storeShut();
  return sendAct(path, method, text, key).catch((error: unknown) => {
    if (isUnsettled(error)) unsettledKeys.add(key);
    throw error;
  });
};

export const act = async <T>({ answer, ...request }: ActRequest<T>): Promise<T> => {
  const { path, body, key } = request;
  const text = body === undefined ? '' : JSON.stringify(body);
  const said = await performAct(request, text, key ?? keys.keyFor(path, text)).catch((error: unknown) => {
    if (!isUnsettled(error)) keys.answered(path, text);
    throw error;
  });
  keys.answered(path, text);
  return parseAnswer(answer, said);
};

const uploadFile = <T>(
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
    request.onerror = () => reject(silent());
    request.onload = () => {
      noteAnswered();
      const response = new Response(request.responseText, { status: request.status });
      if (!response.ok) {
        if (response.status === 401) tellSignedOut();
        return void readProblem(response).then((problem) => reject(apiError(problem)));
      }
      return void response
        .json()
        .then((said: unknown) => resolve(parseAnswer(answer, said)))
        .catch(reject);
    };
    request.send(form);
  });

/** One file with progress in per cent; the same bytes sent twice are kept once. Without the line it is kept here. */
export const sendFile = async <T>(file: Blob, name: string, answer: z.ZodType<T, unknown>, onProgress: (percent: number) => void): Promise<T> => {
  const standIn = findStandIn();
  const kept = async (): Promise<T | undefined> => {
    const said = await standIn?.keepFile(file, name);
    return said === undefined ? undefined : parseAnswer(answer, said);
  };
  const own = isLineUp() ? undefined : await kept();
  if (own !== undefined) return own;
  return uploadFile(file, name, answer, onProgress).catch(async (error: unknown) => {
    const instead = isNoAnswer(error) ? await kept() : undefined;
    if (instead === undefined) throw error;
    return instead;
  });
};
