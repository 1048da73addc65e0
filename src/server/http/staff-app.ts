// The built staff app under /lam-viec/: hashed files for a year, the page itself always fresh.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply } from 'fastify';
import { problem } from './problem.ts';
import type { App } from './route.ts';
import { PRESS_POLICY } from './security-headers.ts';

export const STAFF_APP = '/lam-viec/';
const FILE = /\.(?:js|css|map|svg|png|ico|json|webmanifest|txt|wasm|woff2?|ttf)$/;

/** Of enrolled counters: it serves the staff app alone, never citizen pages or the API. */
const SERVICE_WORKER = /\/service-worker\.js$/;
/** The build names it after src/staff/press/press-worker.ts. */
const PRESS = /\/assets\/press-worker-[\w-]+\.js(?:\.(?:br|gz))?$/;
/** Fonts and style sheets run nothing and frame nothing: what rules pages would only be carried, a kilobyte a file. */
const INERT = /\.(?:woff2?|ttf|css)(?:\.(?:br|gz))?$/;
const RULES_FOR_PAGES = [
  'content-security-policy', 'permissions-policy', 'cross-origin-opener-policy', 'origin-agent-cluster', 'referrer-policy',
  'x-dns-prefetch-control', 'x-download-options', 'x-frame-options', 'x-permitted-cross-domain-policies', 'x-xss-protection',
];

export const serveStaffApp = async (app: App, folder: string): Promise<void> => {
  const pagePath = join(folder, 'index.html');
  const page = existsSync(pagePath) ? readFileSync(pagePath, 'utf8') : undefined;
  const sendPage = (reply: FastifyReply): FastifyReply => {
    if (page === undefined) throw problem('unavailable');
    return reply
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(page);
  };
  if (page !== undefined) {
    await app.register(fastifyStatic, {
      root: folder,
      prefix: STAFF_APP,
      serve: false,
      preCompressed: true,
      index: false,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const hashed = path.includes('/assets/');
        if (SERVICE_WORKER.test(path)) void reply.header('service-worker-allowed', STAFF_APP);
        if (INERT.test(path)) for (const rule of RULES_FOR_PAGES) void reply.removeHeader(rule);
        if (PRESS.test(path)) void reply.header('content-security-policy', PRESS_POLICY);
        void reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  app.get('/lam-viec', { schema: { hide: true } }, async (_request, reply) => reply.redirect(STAFF_APP, 308));
  app.get(`${STAFF_APP}*`, { schema: { hide: true } }, async (request, reply) => {
    const path = (request.params as { '*': string })['*'];
    // an address of the app's router may end in a procedure code ('1.001193.H27'); a file that is gone is 404, never the page
    if (page === undefined || !FILE.test(path)) return sendPage(reply);
    return reply.sendFile(path);
  });
};
