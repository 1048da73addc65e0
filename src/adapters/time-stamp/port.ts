// A time-stamp authority: it says when it has seen a content, of which only the hash leaves the house. RFC 3161
import type { Result } from '#core/kernel/result.ts';

export type TimeStamp = {
  /** The token, DER, as it goes into a signature. */
  readonly token: Uint8Array;
  /** ISO 8601, UTC. */
  readonly at: string;
};

export type TimeStampRefused =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'refused' }
  /** The answer is of another content, of another question, or not signed by whom we trust. */
  | { readonly kind: 'not-believed'; readonly what: string };

export type TimeStampService = { readonly stamp: (content: Uint8Array) => Promise<Result<TimeStamp, TimeStampRefused>> };

export type TimeStampSettings = {
  /** Often plain HTTP: the answer is signed, and the question is a hash. */
  readonly url: string;
  /** PEM of the authority above the one that signs time stamps; without it the token is only proved by its own certificate. */
  readonly trustedCertificates?: string;
  readonly timeoutMilliseconds?: number;
};
