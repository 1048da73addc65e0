// Passwords and PINs: argon2id (OWASP's 19 MiB, 2 passes). Judging an unknown login costs the same work.
import { hash, verify } from '@node-rs/argon2';

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashSecret = (secret: string): Promise<string> => hash(secret.normalize('NFC'), COST);

let nobody: Promise<string> | undefined;

/** With no stored hash the same work is done, and the answer is no. */
export const isSecret = async (stored: string | null | undefined, secret: string): Promise<boolean> => {
  nobody ??= hashSecret('nobody');
  const right = await verify(stored ?? (await nobody), secret.normalize('NFC')).catch(() => false);
  return right && typeof stored === 'string';
};
