// A secret for another house's program, derived from the installation's key by the command that asked for it: the same
// command gives the same secret, and neither a stored answer nor the journal has it. What is stored is its hash.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Secrets } from '../secrets.ts';

export const shownOnce = ({ outsideKey }: Pick<Secrets, 'outsideKey'>, use: 'carrier-hook' | 'integrator', commandId: string): string =>
  createHmac('sha256', outsideKey).update(`${use}\n${commandId}`).digest('base64url');

/** Random enough that no salt is needed. */
export const hashShownOnce = (secret: string): Buffer => createHash('sha256').update(secret).digest();

export const isSecret = (secret: string, hash: Buffer | null | undefined): boolean => {
  const given = hashShownOnce(secret);
  return hash?.length === given.length && timingSafeEqual(given, hash);
};
