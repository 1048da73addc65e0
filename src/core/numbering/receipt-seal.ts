// The code that a receipt carries so that it can be checked without network: what the receipt promised, packed, and an
// Ed25519 signature over it. At most 150 bytes. A field is never given another meaning: a new form has a new version.
// @law NĐ 61/2018/NĐ-CP Đ.17
import { fromBase32, toBase32 } from '../kernel/base32.ts';
import { type Moment, momentFromEpoch, momentToEpoch } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';

/** In the order of their numbers: only added to. */
export const SEALED_PAPERS = ['intake-receipt', 'residence-receipt'] as const;
export type SealedPaper = (typeof SEALED_PAPERS)[number];

export type ReceiptSeal = {
  /** Eight digits of sixteen: which public key proves it. */
  readonly keyId: string;
  readonly paper: SealedPaper;
  readonly code: string;
  readonly deskId: string;
  readonly issuedAt: Moment;
  readonly dueAt?: Moment;
};

export type SealRefused =
  | { readonly kind: 'seal-not-packable'; readonly field: 'code' | 'deskId' | 'issuedAt' | 'dueAt' | 'keyId' }
  | { readonly kind: 'seal-unreadable' }
  | { readonly kind: 'seal-of-newer-version' };

const VERSION = 1;
const SIGNATURE_BYTES = 64;
const HEAD_BYTES = 14;
export const MOST_SEAL_BYTES = 150;

/** Three letters in two bytes; the first letter of the alphabet fills up the last three. */
const LETTERS = ' ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-./';
const BASE = LETTERS.length;

const packText = (text: string): Uint8Array | undefined => {
  const values = [...text].map((letter) => LETTERS.indexOf(letter));
  if (text === '' || values.some((value) => value < 1)) return undefined;
  const bytes = [values.length];
  for (let at = 0; at < values.length; at += 3) {
    const number = ((values[at] ?? 0) * BASE + (values[at + 1] ?? 0)) * BASE + (values[at + 2] ?? 0);
    bytes.push(number >> 8, number & 255);
  }
  return Uint8Array.from(bytes);
};

type Unpacked = { readonly text: string; readonly end: number };

const unpackText = (bytes: Uint8Array, start: number): Unpacked | undefined => {
  const length = bytes[start] ?? 0;
  const end = start + 1 + 2 * Math.ceil(length / 3);
  if (length === 0 || end > bytes.length) return undefined;
  let text = '';
  for (let at = start + 1; at < end; at += 2) {
    const number = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    text += LETTERS.charAt(Math.floor(number / (BASE * BASE))) + LETTERS.charAt(Math.floor(number / BASE) % BASE) + LETTERS.charAt(number % BASE);
  }
  const kept = text.slice(0, length);
  return kept.includes(' ') || kept.length < length ? undefined : { text: kept, end };
};

const MOST_SECONDS = 2 ** 32;
const secondsOf = (moment: Moment): number => Math.floor(momentToEpoch(moment) / 1000);

const canonical = (text: string): string => text.toUpperCase();

/** What is signed: the same facts always give the same bytes. */
export const packSeal = (seal: ReceiptSeal): Result<Uint8Array, SealRefused> => {
  const bad = (field: Extract<SealRefused, { kind: 'seal-not-packable' }>['field']): Result<never, SealRefused> => refuse({ kind: 'seal-not-packable', field });
  if (!/^[0-9a-f]{8}$/.test(seal.keyId)) return bad('keyId');
  const code = packText(seal.code);
  const desk = packText(canonical(seal.deskId));
  const issued = secondsOf(seal.issuedAt);
  const due = seal.dueAt === undefined ? 0 : secondsOf(seal.dueAt);
  if (!(issued > 0 && issued < MOST_SECONDS)) return bad('issuedAt');
  if (!(due >= 0 && due < MOST_SECONDS)) return bad('dueAt');
  if (!code) return bad('code');
  if (!desk || seal.deskId !== seal.deskId.toLowerCase()) return bad('deskId');
  const size = HEAD_BYTES + code.length + desk.length;
  if (size + SIGNATURE_BYTES > MOST_SEAL_BYTES) return bad(code.length > desk.length ? 'code' : 'deskId');
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, VERSION);
  view.setUint32(1, Number.parseInt(seal.keyId, 16));
  view.setUint8(5, SEALED_PAPERS.indexOf(seal.paper));
  view.setUint32(6, issued);
  view.setUint32(10, due);
  bytes.set(code, HEAD_BYTES);
  bytes.set(desk, HEAD_BYTES + code.length);
  return ok(bytes);
};

export const sealText = (packed: Uint8Array, signature: Uint8Array): string => {
  const bytes = new Uint8Array(packed.length + signature.length);
  bytes.set(packed);
  bytes.set(signature, packed.length);
  return toBase32(bytes);
};

export type ReadSeal = { readonly seal: ReceiptSeal; readonly packed: Uint8Array; readonly signature: Uint8Array };

/** The seal as scanned or typed: alone or as the end of an address, in either case, with blanks. */
export const readSeal = (scanned: string): Result<ReadSeal, SealRefused> => {
  const text = canonical(scanned.replace(/\s/g, '').split('/').at(-1) ?? '');
  const unreadable = refuse({ kind: 'seal-unreadable' as const });
  const bytes = fromBase32(text);
  if (!bytes || bytes.length > MOST_SEAL_BYTES || bytes.length < HEAD_BYTES + SIGNATURE_BYTES) return unreadable;
  if ((bytes[0] ?? 0) !== VERSION) return (bytes[0] ?? 0) > VERSION ? refuse({ kind: 'seal-of-newer-version' }) : unreadable;
  const packed = bytes.slice(0, -SIGNATURE_BYTES);
  const view = new DataView(packed.buffer);
  const paper = SEALED_PAPERS[view.getUint8(5)];
  const code = unpackText(packed, HEAD_BYTES);
  const desk = code && unpackText(packed, code.end);
  if (!paper || !desk || desk.end !== packed.length) return unreadable;
  const due = view.getUint32(10);
  return ok({
    seal: {
      keyId: view.getUint32(1).toString(16).padStart(8, '0'), paper, code: code.text, deskId: desk.text.toLowerCase(),
      issuedAt: momentFromEpoch(view.getUint32(6) * 1000), ...(due === 0 ? {} : { dueAt: momentFromEpoch(due * 1000) }),
    },
    packed, signature: bytes.slice(-SIGNATURE_BYTES),
  });
};
