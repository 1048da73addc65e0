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

const policyText = (policy: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(policy).map(([name, values]) => [name, ...values].join(' ')).join('; ');

const CONTENT_SECURITY_POLICY = policyText(POLICY);

/** A worker has the policy of its own file: the counter's press alone may compile its module, no page may. */
export const PRESS_POLICY = policyText({ ...POLICY, 'script-src': ["'self'", "'wasm-unsafe-eval'"] });

/** For an answer that passes no hook: an address that the router cannot read. */
export const bareHeaders = (): Readonly<Record<string, string>> => ({
  'content-security-policy': CONTENT_SECURITY_POLICY, 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin',
});

export const setSecurityHeaders = async (app: App, secure: boolean): Promise<void> => {
  await app.register(helmet, {
    contentSecurityPolicy: false, // set below: helmet would add directives of its own
    // 'no-referrer' would make browsers send "Origin: null" with our own forms
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
    hsts: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
  });
  app.addHook('onRequest', async (_request, reply) => {
    void reply.header('content-security-policy', CONTENT_SECURITY_POLICY);
    void reply.header('permissions-policy', 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()');
  });
};
