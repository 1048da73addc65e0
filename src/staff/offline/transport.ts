// How the counter reaches the server: a port, so that a test has its own line to cut.
export type Sent = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly bytes?: Uint8Array<ArrayBuffer>;
  /** Sent as a form sends it. */
  readonly file?: File;
};
export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
};
/** Undefined: no answer came; whether it was done is not known. */
export type Transport = (sent: Sent) => Promise<Reply | undefined>;

const ANSWER_MILLISECONDS = 30_000;

const formOf = (file: File): FormData => {
  const form = new FormData();
  form.append('file', file, file.name);
  return form;
};

/** The browser's own. `csrfToken`: of the session, as it is now. */
export const fetchTransport = (csrfToken: () => string): Transport => async ({ method, path, headers, json, bytes, file }) => {
  const response = await fetch(path, {
    method, credentials: 'same-origin', signal: AbortSignal.timeout(ANSWER_MILLISECONDS),
    headers: {
      accept: 'application/json', 'x-csrf-token': csrfToken(), ...headers,
      ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...(bytes ? { 'content-type': 'application/octet-stream' } : {}),
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }), ...(bytes ? { body: bytes } : {}), ...(file ? { body: formOf(file) } : {}),
  }).catch(() => undefined);
  if (!response) return undefined;
  const text = await response.text().catch(() => undefined);
  if (text === undefined) return undefined;
  let body: unknown;
  try {
    body = text === '' ? undefined : JSON.parse(text);
  } catch {
    body = undefined;
  }
  return { status: response.status, headers: { 'retry-after': response.headers.get('retry-after') ?? undefined, etag: response.headers.get('etag') ?? undefined }, body };
};
