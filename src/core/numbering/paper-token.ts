// The short name of a paper in an address: its own number, of which 74 bits are chance, so that none is guessed from another.
import { fromBase32, toBase32 } from '../kernel/base32.ts';

const UUID = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/;
const LETTERS = 26;

export const paperToken = (paperId: string): string =>
  toBase32(Uint8Array.from(paperId.replaceAll('-', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));

export const readPaperToken = (text: string): string | undefined => {
  const bytes = text.length === LETTERS ? fromBase32(text.toUpperCase()) : undefined;
  const digits = bytes && [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const id = digits?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return id !== undefined && UUID.test(id) ? id : undefined;
};
