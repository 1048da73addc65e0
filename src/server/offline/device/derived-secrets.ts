// What a device and its people keep secret is derived from the installation's key by an id, so that a copy of the
// database opens no device and proves no act.
import { createHash, createHmac } from 'node:crypto';
import { toBase32 } from '#core/kernel/base32.ts';
import type { Secrets } from '../../secrets.ts';

type Key = Pick<Secrets, 'offlineKey'>;
const CODE_BYTES = 5;

const derived = ({ offlineKey }: Key, use: string, id: string): Buffer => createHmac('sha256', offlineKey).update(`${use}\n${id}`).digest();

export const deviceToken = (key: Key, deviceId: string): string => derived(key, 'device', deviceId).toString('base64url');
export const grantSecret = (key: Key, grantId: string): string => derived(key, 'grant', grantId).toString('base64url');

/** 'K3QF-7M2A': typed by hand. The same command gives the same code, and no answer that is stored has it. */
export const enrolmentCode = (key: Key, commandId: string): string => {
  const text = toBase32(derived(key, 'enrolment', commandId).subarray(0, CODE_BYTES));
  return `${text.slice(0, 4)}-${text.slice(4)}`;
};

/** As typed: small letters, blanks and dashes make no difference. */
export const hashCode = (typed: string): Buffer => createHash('sha256').update(typed.toUpperCase().replace(/[^A-Z2-7]/g, '')).digest();
export const hashDeviceToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The key of a proof is the secret's 32 bytes, not its text. */
export const proofOf = (secret: string, text: string): Buffer =>
  createHmac('sha256', Buffer.from(secret, 'base64url')).update(text, 'utf8').digest();
