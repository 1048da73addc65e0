import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase32, toBase32 } from '../kernel/base32.ts';
import { type Moment, momentFromEpoch } from '../kernel/moment.ts';
import { paperToken, readPaperToken } from './paper-token.ts';
import { MOST_SEAL_BYTES, type ReceiptSeal, SEALED_PAPERS, packSeal, readSeal, sealText } from './receipt-seal.ts';

const SEAL: ReceiptSeal = {
  keyId: '0a1b2c3d', paper: 'intake-receipt', code: '000.22.36.H27-191118-0001', deskId: 'ky-bac',
  issuedAt: '2019-11-18T15:10:00+07:00' as Moment, dueAt: '2019-11-22T17:30:00+07:00' as Moment,
};
const SIGNATURE = Uint8Array.from({ length: 64 }, (_, index) => index);

const textOf = (seal: ReceiptSeal): string => {
  const packed = packSeal(seal);
  if (!packed.ok) throw new Error(packed.refusal.kind);
  return sealText(packed.value, SIGNATURE);
};
const kindOf = (text: string): string => {
  const read = readSeal(text);
  return read.ok ? 'read' : read.refusal.kind;
};

const letters = (alphabet: string, maxLength: number) => fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength });
const moment = fc.integer({ min: 1, max: 4_102_444_799 }).map((seconds) => momentFromEpoch(seconds * 1000));
const anySeal = fc.record({
  keyId: fc.integer({ min: 0, max: 0xffffffff }).map((number) => number.toString(16).padStart(8, '0')),
  paper: fc.constantFrom(...SEALED_PAPERS),
  code: letters('ABCXYZ0189.-/', 40), deskId: letters('abcxyz019-', 30),
  issuedAt: moment, dueAt: moment,
}, { requiredKeys: ['keyId', 'paper', 'code', 'deskId', 'issuedAt'] });

describe('a receipt\'s seal', () => {
  it('is read as it was written, from the text alone or at the end of an address, in small letters and with blanks', () => {
    const text = textOf(SEAL);
    for (const scanned of [text, `https://motcua.hatinh.gov.vn/x/${text}`, text.toLowerCase(), `  ${text.slice(0, 40)}\n${text.slice(40)} `]) {
      const read = readSeal(scanned);
      expect(read.ok && read.value.seal).toEqual(SEAL);
      expect(read.ok && [...read.value.signature]).toEqual([...SIGNATURE]);
    }
  });

  it('holds any receipt in at most 150 bytes, and gives it back', () => {
    fc.assert(fc.property(anySeal, (seal) => {
      const packed = packSeal(seal);
      expect(packed.ok && packed.value.length + 64).toBeLessThanOrEqual(MOST_SEAL_BYTES);
      const read = readSeal(textOf(seal));
      expect(read.ok && read.value.seal).toEqual(seal);
      expect(read.ok && packed.ok && [...read.value.packed]).toEqual(packed.ok && [...packed.value]);
    }));
  });

  it('of an ordinary receipt has 102 bytes', () => {
    expect(textOf(SEAL)).toHaveLength(Math.ceil((102 * 8) / 5));
  });

  it.each([
    ['code', { code: '' }], ['code', { code: 'hồ sơ' }], ['code', { code: 'A'.repeat(120) }], ['deskId', { deskId: 'Ky-Bac' }], ['deskId', { deskId: 'a'.repeat(80) }],
    ['keyId', { keyId: '12' }], ['issuedAt', { issuedAt: '1960-01-01T00:00:00+07:00' as Moment }], ['dueAt', { dueAt: '2200-01-01T00:00:00+07:00' as Moment }],
  ] as const)('does not hold what does not fit into it: %s', (field, change) => {
    expect(packSeal({ ...SEAL, ...change })).toEqual({ ok: false, refusal: { kind: 'seal-not-packable', field } });
  });

  it.each([
    ['nothing', ''], ['an address of another kind', 'https://motcua.hatinh.gov.vn/q/000.22.36.H27-191118-0001'], ['a text cut short', textOf(SEAL).slice(0, 90)],
    ['a text too long', textOf(SEAL) + 'A'.repeat(200)], ['letters that are none of its own', textOf(SEAL).replace('A', '1')], ['a version that never was', `AA${textOf(SEAL).slice(2)}`],
  ])('that is %s cannot be read', (_, text) => {
    expect(kindOf(text)).toBe('seal-unreadable');
  });

  it('of a later version says so', () => {
    expect(kindOf(`AI${textOf(SEAL).slice(2)}`)).toBe('seal-of-newer-version');
  });

  it('never breaks its reader', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.uint8Array({ maxLength: 160 }).map(toBase32)), (text) => {
      expect(kindOf(text)).toMatch(/^(read|seal-)/);
    }));
  });
});

describe('base 32', () => {
  it('gives every bytes back, and no two texts for the same', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect([...(fromBase32(toBase32(bytes)) ?? [])]).toEqual([...bytes]);
    }));
    expect(fromBase32('AB')).toBeUndefined();
    expect(fromBase32('A')).toBeUndefined();
  });
});

describe('the token of a paper', () => {
  it('is its number in 26 letters', () => {
    fc.assert(fc.property(fc.uuid(), (id) => {
      expect(paperToken(id)).toMatch(/^[A-Z2-7]{26}$/);
      expect(readPaperToken(paperToken(id).toLowerCase())).toBe(id);
    }));
  });
  it.each(['', 'A', 'A'.repeat(25), '1'.repeat(26), `${'A'.repeat(25)}B`, 'A'.repeat(27)])('is nothing else: %s', (text) => {
    expect(readPaperToken(text)).toBeUndefined();
  });
});
