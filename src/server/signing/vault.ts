// Secrets at rest: AES-256-GCM under a key derived from the master key. What a secret belongs to is part of the seal, so
// that one row's secret opens nothing in another.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

export const lockAway = (vaultKey: Buffer, belongsTo: string, secret: Uint8Array): Buffer => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', vaultKey, iv).setAAD(Buffer.from(belongsTo));
  return Buffer.concat([iv, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
};

/** Throws for another master key, another owner or a changed byte. */
export const takeOut = (vaultKey: Buffer, belongsTo: string, locked: Buffer): Buffer => {
  const decipher = createDecipheriv('aes-256-gcm', vaultKey, locked.subarray(0, IV_BYTES)).setAAD(Buffer.from(belongsTo));
  decipher.setAuthTag(locked.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(locked.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
};
