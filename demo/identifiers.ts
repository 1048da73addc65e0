// Stable identifiers: a UUID made from a name, so that two loads give the same rows.
import { createHash } from 'node:crypto';

/** A UUID (version 8, name-based) that depends on nothing but the name. */
export const uuidOf = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
};

/** A UUIDv7 of a business moment whose random part depends on the name. */
export const timedUuidOf = (epochMilliseconds: number, name: string): string => {
  const time = epochMilliseconds.toString(16).padStart(12, '0');
  const hex = createHash('sha256').update(name).digest('hex');
  const variant = ((Number.parseInt(hex.slice(3, 5), 16) & 0x3f) | 0x80).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(5, 7)}-${hex.slice(7, 19)}`;
};
