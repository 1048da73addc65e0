// Within the browser's page: the counter as the app opens it, on the same store, with its own locks and line. A program
// asks it for what a screen would ask for. Built by pages.ts; the page has no screen.
import { sha256Of, shrinkImage } from '#staff/counter/scans/shrink-image.ts';
import { browserCounter } from '#staff/offline/counter/browser-counter.ts';
import type { Counter } from '#staff/offline/counter/counter.ts';
import { grant } from '#staff/offline/counter/enrolment.ts';
import { ETAG } from '#staff/offline/meta-keys.ts';
import { newDataKey } from '#staff/offline/seal.ts';
import { keepScan } from '#staff/offline/store.ts';
import { openByPassphrase } from '#staff/offline/vault.ts';
import { wrapByPassphrase } from '#staff/offline/wrap.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { drawPage } from './drawn-page.ts';

export type Received = { readonly milliseconds: number; readonly answer?: DossierReceivedAnswer; readonly refused?: string };

let csrf = '';
let counter: Counter | undefined;
const here = (): Counter => {
  if (!counter) throw new Error('not opened');
  return counter;
};
const timed = async <T>(work: () => Promise<T>): Promise<{ readonly milliseconds: number; readonly value: T }> => {
  const began = performance.now();
  const value = await work();
  return { milliseconds: performance.now() - began, value };
};
const send = (path: string, key: string, body: unknown): Promise<Response> => fetch(path, {
  method: 'POST', headers: { 'content-type': 'application/json', 'x-csrf-token': csrf, 'idempotency-key': key }, body: JSON.stringify(body),
});
const small = (no: number): Blob => new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), crypto.getRandomValues(new Uint8Array(3_000)), String(no)], { type: 'image/jpeg' });

const day = {
  /** The session is every tab's; whoever did not sign in herself is told its token. */
  signIn: async (login: string, password: string): Promise<string> => {
    const response = await send('/api/sign-in', crypto.randomUUID(), { login, password });
    csrf = (await response.json() as { readonly csrfToken: string }).csrfToken;
    return csrf;
  },
  joinSession: (token: string): void => { csrf = token; },
  open: async (world: string, accountId: string, phrase: string): Promise<string> => {
    counter = browserCounter(world, () => csrf, async () => undefined);
    const opened = await openByPassphrase(counter.db, accountId, phrase);
    if (opened.kind === 'open') await counter.open(opened.vault);
    // as the app does at its start, and every ten seconds after
    await counter.businessNow();
    return opened.kind;
  },
  /** The officer beside the clerk, by her PIN: present at the server, and at this machine. */
  opensPresence: async (accountId: string, pin: string): Promise<void> => {
    const opened = await send('/api/desk/officer-presence', crypto.randomUUID(), { accountId, pin });
    const granted = await grant(here(), { accountId, pin });
    if (!opened.ok || !granted.ok) throw new Error(granted.ok ? await opened.text() : granted.refusal.code);
    here().notePresent(granted.value, Infinity);
  },
  /** A sheet from the scanner, made as small as the screen makes it. */
  addScan: async (no: number, isSheet: boolean): Promise<{ readonly sha256: string; readonly bytes: number; readonly milliseconds: number }> => {
    const stored = here().stored();
    if (!stored) throw new Error('locked');
    const sheet = isSheet ? await drawPage(no) : small(no);
    const { milliseconds, value } = await timed(() => (isSheet ? shrinkImage(sheet) : Promise.resolve(sheet)));
    const sha256 = await sha256Of(value);
    await keepScan(stored, { sha256, mediaType: 'image/jpeg', storedAt: await here().businessNow() }, new Uint8Array(await value.arrayBuffer()));
    return { sha256, bytes: value.size, milliseconds };
  },
  receive: async (key: string, body: unknown): Promise<Received> => {
    const { milliseconds, value } = await timed(() => here().act({ path: '/api/desk/dossiers', key, body }).catch((error: unknown) => String(error)));
    if (typeof value === 'string') return { milliseconds, refused: value };
    return value.ok ? { milliseconds, answer: value.value.answer as DossierReceivedAnswer } : { milliseconds, refused: value.refusal.code };
  },
  /** What no act goes below: one small row, on the disk for certain. */
  writeRow: async (): Promise<number> => (await timed(() => here().db.meta.put({ key: 'floor', value: Date.now() }))).milliseconds,
  /** What a PIN costs by choice, so that a stolen disk is not guessed open. */
  deriveKey: async (): Promise<number> => (await timed(() => wrapByPassphrase(newDataKey(), '135790'))).milliseconds,
  receiveAtServer: async (key: string, body: unknown): Promise<Received> => {
    const { milliseconds, value } = await timed(async () => {
      const response = await send('/api/desk/dossiers', key, body);
      return { status: response.status, said: await response.json() as unknown };
    });
    return value.status === 201 ? { milliseconds, answer: value.said as DossierReceivedAnswer } : { milliseconds, refused: JSON.stringify(value.said) };
  },
  sync: async (): Promise<void> => {
    await here().sync.poke();
    await here().businessNow();
  },
  poke: (): void => void here().sync.poke(),
  standing: async () => {
    await here().refresh();
    const { pending, parked, sync } = here().state.get();
    return { pending, parked, sync, now: await here().businessNow(), scansSent: await here().db.scans.filter((scan) => scan.sent >= scan.bytes).count() };
  },
  /** As on a machine that has nothing of the reference yet, or of which one part is out of date. */
  forgetReference: async (much: 'all' | 'one procedure'): Promise<void> => {
    const { db } = here();
    await db.meta.delete(ETAG);
    if (much === 'all') await db.reference.clear();
    else await db.reference.where('key').equals('procedure:1.001193').modify((row: { version: string }) => { row.version = 'older'; });
  },
  hasRoom: (): Promise<boolean> => here().db.meta.put({ key: 'room', value: Date.now() }).then(() => true, () => false),
  storeBytes: async (): Promise<number> => {
    const { usageDetails } = await navigator.storage.estimate() as { usageDetails?: { indexedDB?: number } };
    return usageDetails?.indexedDB ?? 0;
  },
};
export type InPage = typeof day;
Object.assign(globalThis, { day });
