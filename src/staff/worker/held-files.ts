// What the worker holds and what it answers. Names of files bear their content: one that is held is never fetched again.
export type Held = {
  readonly version: string;
  readonly page: string;
  /** All that the screens need, with the page's own files. */
  readonly shell: readonly string[];
  /** What a counter opens before anybody can do anything: asked for together with the page's own files. */
  readonly early: readonly string[];
  /** Compiler and fonts of the counter's press, many times the rest. */
  readonly press: readonly string[];
};

const SHELL = 'motcua-shell-';
const PRESS = 'motcua-press';
/** Tabs that were not closed go on with the version before. */
const VERSIONS_KEPT = 2;
const AT_ONCE = 4;

export type Asked = { readonly url: string; readonly method: string; readonly mode: string };
export type Way = 'page' | 'file' | 'network';

/** `scope`: address of the staff app. What is not its page or one of its files is none of the worker's business. */
export const wayOf = ({ url, method, mode }: Asked, scope: string): Way => {
  if (method !== 'GET' || !url.startsWith(scope)) return 'network';
  if (url.startsWith(`${scope}assets/`)) return 'file';
  return mode === 'navigate' ? 'page' : 'network';
};

/**
 * What is asked of the server does not even wake the worker. A counter without a line asks every few seconds whether there is
 * one; a worker that hears each of these questions is never at rest, and the browser lets the next version in when it is.
 */
export const PAST_WORKER = { condition: { urlPattern: '/api/*' }, source: 'network' } as const;
export type PastWorker = typeof PAST_WORKER;

const fetched = async (url: string, cache: RequestCache = 'default'): Promise<Response> => {
  const answer = await fetch(url, { cache });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer;
};

const find = (url: string): Promise<Response | undefined> => caches.match(url, { ignoreVary: true });

/** What came before a cut stays: the next try goes on from there. */
const fill = async (cache: Cache, urls: readonly string[]): Promise<void> => {
  const left = [...urls];
  const lane = async (): Promise<void> => {
    for (let url = left.shift(); url !== undefined; url = left.shift()) {
      if (!(await cache.match(url, { ignoreVary: true }))) await cache.put(url, (await find(url)) ?? (await fetched(url)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
};

/** A page of a later build than this worker's would ask for files that are not held. */
export const belongsTo = (page: string, { shell }: Pick<Held, 'shell'>): boolean =>
  [...page.matchAll(/(?:src|href)="(\/[^"]+\/assets\/[^"]+)"/g)].every(([, file]) => file !== undefined && shell.includes(file));

export const holdShell = async (held: Held): Promise<void> => {
  const page = await fetched(held.page, 'reload');
  if (!belongsTo(await page.clone().text(), held)) throw new Error('the page is of another version');
  const cache = await caches.open(SHELL + held.version);
  await fill(cache, held.shell);
  await cache.put(held.page, page);
};

export const holdPress = async (held: Held): Promise<void> => {
  const cache = await caches.open(PRESS);
  await fill(cache, held.press);
  for (const kept of await cache.keys()) if (!held.press.includes(new URL(kept.url).pathname)) await cache.delete(kept);
};

/** Names come in the order in which the versions came. */
export const outdated = (names: readonly string[]): readonly string[] =>
  names.filter((name) => name.startsWith(SHELL)).slice(0, -VERSIONS_KEPT);

export const dropOutdated = async (): Promise<void> => {
  for (const name of outdated(await caches.keys())) await caches.delete(name);
};

const linkTo = (file: string): string => (file.endsWith('.css') ? `<link rel="preload" as="style" href="${file}">` : `<link rel="modulepreload" crossorigin href="${file}">`);

/** Each file names the next, and a cold start would fetch them one after the other. */
export const asksEarly = (page: string, early: readonly string[]): string => page.replace('</head>', `${early.map(linkTo).join('')}</head>`);

const withEarly = async (page: Response, { early }: Held): Promise<Response> => {
  const headers = new Headers(page.headers);
  // of the page as it was sent
  for (const name of ['content-length', 'content-encoding', 'etag']) headers.delete(name);
  return new Response(asksEarly(await page.text(), early), { status: page.status, headers });
};

/** Whoever holds the press is a counter; a phone starts with other files. */
export const findPage = async (held: Held): Promise<Response | undefined> => {
  const [page, isCounter] = await Promise.all([caches.open(SHELL + held.version).then((cache) => cache.match(held.page, { ignoreVary: true })), caches.has(PRESS)]);
  return page && isCounter ? withEarly(page, held) : page;
};
export const findFile = find;
