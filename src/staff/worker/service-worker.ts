// On an enrolled counter the staff app comes from the machine itself, so that a cold start needs no line.
// Nothing below /api/ passes here. A new version waits until somebody asks for it or every tab is closed.
import { dropOutdated, findFile, findPage, type Held, holdPress, holdShell, PAST_WORKER, type PastWorker, wayOf } from './held-files.ts';
import type { PressHeld, ToWorker } from './worker-words.ts';

declare const self: ServiceWorkerGlobalScope;
/** The build writes it in here: src/staff/worker/worker-build.ts. */
declare const HELD_FILES: Held;

/** Not in every browser yet. */
type Routing = { readonly addRoutes?: (route: PastWorker) => Promise<void> };
self.addEventListener('install', (event) => {
  event.waitUntil(holdShell(HELD_FILES));
  void (event as Routing).addRoutes?.(PAST_WORKER);
});
self.addEventListener('activate', (event) => event.waitUntil(dropOutdated().then(() => self.clients.claim())));

self.addEventListener('fetch', (event) => {
  const way = wayOf(event.request, self.registration.scope);
  if (way === 'network') return;
  const held = way === 'page' ? findPage(HELD_FILES) : findFile(event.request.url);
  event.respondWith(held.then((answer) => answer ?? fetch(event.request)));
});

self.addEventListener('message', (event) => {
  const said = event.data as ToWorker;
  if (said.kind === 'take-over') return void event.waitUntil(self.skipWaiting());
  const answer = (held: boolean): void => event.ports[0]?.postMessage({ held } satisfies PressHeld);
  event.waitUntil(holdPress(HELD_FILES).then(() => answer(true), () => answer(false)));
});
