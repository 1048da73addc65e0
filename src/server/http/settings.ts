// What may differ between a laptop, a pilot and a bench; config.ts fills it from the environment.
import { LEFT_ALONE_MINUTES } from '#core/organisation/officer-presence.ts';

export type RateLimit = { readonly max: number; readonly windowSeconds: number };

export type RateLimits = {
  /** Per address, all routes: a post office stands behind one address. */
  readonly all: RateLimit;
  readonly signIn: RateLimit;
  readonly tracking: RateLimit;
  /** Per token of another house's program. */
  readonly integrator: RateLimit;
};

export type HttpSettings = {
  /** Behind HTTPS: cookies are Secure and HSTS is sent. */
  readonly secure: boolean;
  /** Addresses of reverse proxies whose X-Forwarded-* is believed; false = none. */
  readonly trustProxy: boolean | string;
  readonly rateLimits: RateLimits | 'lifted';
  /** What one person may send in an hour: more than a list of thirty dossiers has papers, less than fills a disk. */
  readonly uploads: { readonly filesPerHour: number; readonly bytesPerHour: number };
  /** Where citizens find the pages, for what is printed: 'https://{world}.hatinh.gov.vn'; absent = the address that was called. */
  readonly publicUrl?: string;
  /** Under which address desks, agencies and dossiers are named in what goes out in a standard; absent = the public one. */
  readonly epcisBase?: string;
  /** The built staff app; when absent, /lam-viec/ answers 503. */
  readonly staffAppFolder: string;
  /** How often an open carrier is sent what waits and asked what it knows. */
  readonly carrierSeconds: number;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info';
  readonly sessionIdleMinutes: number;
  readonly sessionHours: number;
};

export const DEFAULT_HTTP_SETTINGS: HttpSettings = {
  secure: false,
  trustProxy: false,
  rateLimits: {
    all: { max: 3600, windowSeconds: 60 },
    signIn: { max: 60, windowSeconds: 60 },
    tracking: { max: 40, windowSeconds: 60 },
    integrator: { max: 120, windowSeconds: 60 },
  },
  uploads: { filesPerHour: 1_000, bytesPerHour: 1_073_741_824 },
  staffAppFolder: new URL('../../../dist/staff/', import.meta.url).pathname,
  carrierSeconds: 15,
  logLevel: 'info',
  // the noon break signs everybody out; a working day fits into one session
  sessionIdleMinutes: LEFT_ALONE_MINUTES,
  sessionHours: 12,
};
