// Making a seal and proving it. Ed25519 gives the same signature for the same receipt, so a re-print carries the same seal.
import { type KeyObject, createPublicKey, sign, verify } from 'node:crypto';
import { z } from 'zod';
import type { Moment } from '#core/kernel/moment.ts';
import { type Result, ok } from '#core/kernel/result.ts';
import { type ReadSeal, type ReceiptSeal, type SealRefused, packSeal, sealText } from '#core/numbering/receipt-seal.ts';
import type { SealKey } from './seal-keys.ts';

/** Keeps a seal from being taken for another signature of the same key. */
const signedBytes = (packed: Uint8Array): Buffer => Buffer.concat([Buffer.from('motcua receipt seal\n'), packed]);

export const makeSeal = (key: Pick<SealKey, 'keyId' | 'privateKey'>, facts: Omit<ReceiptSeal, 'keyId'>): Result<string, SealRefused> => {
  const packed = packSeal({ ...facts, keyId: key.keyId });
  return packed.ok ? ok(sealText(packed.value, sign(null, signedBytes(packed.value), key.privateKey))) : packed;
};

export type ProvingKey = { readonly keyId: string; readonly publicKey: KeyObject; readonly revokedAt: Moment | null };
export type SealProof = 'genuine' | 'forged' | 'unknown-key' | 'revoked-key';

export const proveSeal = ({ seal, packed, signature }: ReadSeal, keys: readonly ProvingKey[]): SealProof => {
  const key = keys.find(({ keyId }) => keyId === seal.keyId);
  if (!key) return 'unknown-key';
  if (!verify(null, signedBytes(packed), key.publicKey, signature)) return 'forged';
  return key.revokedAt === null ? 'genuine' : 'revoked-key';
};

const publishedSchema = z.object({
  issuer: z.string(),
  keys: z.array(z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), kid: z.string(), x: z.string(), from: z.string(), revoked: z.string().optional() })),
  desks: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type PublishedKeys = z.output<typeof publishedSchema>;

/** What everybody may know: a JSON Web Key Set (RFC 7517, 8037) with the desks' names. */
export const publishedKeys = (issuer: string, keys: readonly SealKey[], desks: readonly PublishedKeys['desks'][number][]): PublishedKeys => ({
  issuer,
  keys: keys.map(({ keyId, publicKey, validFrom, revokedAt }) => ({
    kty: 'OKP', crv: 'Ed25519', kid: keyId, x: publicKey.export({ format: 'jwk' }).x ?? '', from: validFrom,
    ...(revokedAt === null ? {} : { revoked: revokedAt }),
  })),
  desks: [...desks],
});

/** Undefined: the file is no key set of ours. */
export const parsePublishedKeys = (text: string): { readonly published: PublishedKeys; readonly keys: readonly ProvingKey[] } | undefined => {
  try {
    const published = publishedSchema.parse(JSON.parse(text));
    const keys = published.keys.map(({ kid, kty, crv, x, revoked }) => ({
      keyId: kid, publicKey: createPublicKey({ key: { kty, crv, x }, format: 'jwk' }), revokedAt: (revoked as Moment | undefined) ?? null,
    }));
    return { published, keys };
  } catch {
    return undefined;
  }
};
