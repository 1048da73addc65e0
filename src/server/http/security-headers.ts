// One strict policy for all pages: nothing inline, nothing from elsewhere.
// blob: is for scans and paper previews made in the staff app.
import helmet from '@fastify/helmet';
import type { App } from './route.ts';

const POLICY: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'blob:', 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'frame-src': ["'self'", 'blob:'],
  'worker-src': ["'self'", 'blob:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/** `nonce` lets the widget library's one style element in; it never covers a script. */
export const contentSecurityPolicy = (nonce?: string): string =>
  Object.entries(POLICY)
    .map(([name, values]) => [name, ...values, ...(nonce && name === 'style-src' ? [`'nonce-${nonce}'`] : [])].join(' '))
    .join('; ');

/** For an answer that passes no hook: an address that the router cannot read. */
export const bareHeaders = (): Readonly<Record<string, string>> => ({
  'content-security-policy': contentSecurityPolicy(), 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin',
});

export const setSecurityHeaders = async (app: App, secure: boolean): Promise<void> => {
  await app.register(helmet, {
    contentSecurityPolicy: false, // set below, so that one page may add its nonce
    // 'no-referrer' would make browsers send "Origin: null" with our own forms
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
    hsts: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
  });
  const policy = contentSecurityPolicy();
  app.addHook('onRequest', async (_request, reply) => {
    void reply.header('content-security-policy', policy);
    void reply.header('permissions-policy', 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()');
  });
};
