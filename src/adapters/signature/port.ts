// Whoever holds a signing key: it gives its certificates and signs a hash; the key never leaves it.
import type { Result } from '#core/kernel/result.ts';

export type KeyKind = 'rsa' | 'ecdsa-p256';

export type SigningCertificates = {
  readonly keyKind: KeyKind;
  /** DER, the signer's first, then who issued it, up to the root where it is known. */
  readonly chain: readonly [Uint8Array, ...Uint8Array[]];
};

/** What the service says when it does not sign; each is told to the person in its own words. */
export type SigningRefused =
  | { readonly kind: 'credential-unknown' }
  | { readonly kind: 'certificate-not-valid' }
  | { readonly kind: 'secret-missing' }
  | { readonly kind: 'secret-wrong' }
  | { readonly kind: 'secret-locked' }
  /** The owner of the key declined on his own device. */
  | { readonly kind: 'declined' }
  | { readonly kind: 'service-unreachable' }
  | { readonly kind: 'service-too-slow' }
  /** The service answered what nobody can use. */
  | { readonly kind: 'service-faulty'; readonly what: string };

export type HashToSign = {
  readonly credentialId: string;
  /** SHA-256, 32 bytes. */
  readonly hash: Uint8Array;
  /** PIN of the token or of the remote credential; some need none. */
  readonly secret?: string;
  /** Shown on the device of the key's owner where there is one. */
  readonly description: string;
};

export type SignatureService = {
  readonly certificates: (credentialId: string) => Promise<Result<SigningCertificates, SigningRefused>>;
  /** PKCS#1 v1.5 for RSA, DER (r, s) for ECDSA. */
  readonly signHash: (asked: HashToSign) => Promise<Result<Uint8Array, SigningRefused>>;
};
