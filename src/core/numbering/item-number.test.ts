import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeskId } from '../organisation/organisation.ts';
import { checkDigitOf, formatItemNumber, looksLikeItemNumber, parseItemNumber } from './item-number.ts';
import { type GivenRange, type ItemRange, giveItemRange, itemNumberAt, itemSeries, sizeOf } from './item-range.ts';
import { kindOf as kindOfTyped } from './typed-search.ts';

/** The first two are published; the others were made by npm s10 1.0.0 and are read by npm ts-tracking-number 1.0.17. */
const KNOWN = [
  'AA123456785BR', 'RR473124829GB', 'RR803159844VN', 'EE556700166GB', 'CP749516805BR', 'LX419847686DE', 'RA338613765US', 'EV710466564CN',
  'RR513185284VN', 'EE447109125GB', 'CP990871042BR', 'LX843223041DE', 'RA533596805US', 'EV180314887CN', 'RR563946805VN', 'EE020239364GB',
  'CP274391043BR', 'LX173893125DE', 'RA916544645US', 'EV027210246CN', 'RR821217282VN', 'EE279365120GB', 'CP941358083BR', 'LX016222725DE',
  'RA532321288US', 'EV744714248CN', 'RR000009910VN', 'RR000009985VN', 'RR000009852VN',
];

/** The remainder written out as the standard does: weighted sum and check digit together are divisible by eleven. */
const remainderOf = (serial: string): number => [...'86423597'].reduce((sum, weight, index) => sum + Number(weight) * Number(serial[index]), 0) % 11;
const completes = (serial: string, digit: string): boolean => {
  const remainder = remainderOf(serial);
  if (remainder === 0) return digit === '5';
  if (remainder === 1) return digit === '0';
  return (remainder + Number(digit)) % 11 === 0;
};
const serials = fc.integer({ min: 0, max: 99_999_999 }).map((serial) => String(serial).padStart(8, '0'));
const kindOf = (text: string): string => {
  const read = parseItemNumber(text);
  return read.ok ? 'read' : read.refusal.kind;
};

describe('an item number', () => {
  it.each(KNOWN)('%s is read as it is known elsewhere', (number) => {
    expect(parseItemNumber(number)).toEqual({ ok: true, value: number });
    expect(checkDigitOf(number.slice(2, 10))).toBe(number.slice(10, 11));
  });

  it('has one check digit, the one that the standard asks for', () => {
    fc.assert(fc.property(serials, (serial) => {
      expect([...'0123456789'].filter((digit) => completes(serial, digit))).toEqual([checkDigitOf(serial)]);
    }), { numRuns: 2_000 });
  });

  it('made here is read here, with blanks and small letters too', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.stringMatching(/^[A-Z]{2}$/), (serial, prefix) => {
      const number = formatItemNumber(prefix, serial);
      expect(number).toMatch(/^[A-Z]{2}\d{9}VN$/);
      for (const typed of [number, number.toLowerCase(), ` ${number.slice(0, 2)} ${number.slice(2, 5)} ${number.slice(5, 11)}-VN `]) {
        expect(parseItemNumber(typed)).toEqual({ ok: true, value: number });
      }
    }));
  });

  it('with one digit mistyped, or two neighbours changed about, is refused wherever the remainder has a digit of its own', () => {
    const slips = (serial: string): readonly string[] => [
      ...[...serial].flatMap((digit, at) => [...'0123456789'].filter((other) => other !== digit).map((other) => serial.slice(0, at) + other + serial.slice(at + 1))),
      ...[...serial].slice(1).flatMap((digit, at) => (digit === serial[at] ? [] : [serial.slice(0, at) + digit + (serial[at] ?? '') + serial.slice(at + 2)])),
    ];
    fc.assert(fc.property(serials, (serial) => {
      for (const slip of slips(serial)) {
        const shareFive = [0, 6].includes(remainderOf(serial)) && [0, 6].includes(remainderOf(slip));
        expect(kindOf(`RR${slip}${checkDigitOf(serial)}VN`)).toBe(shareFive ? 'read' : 'item-number-check-digit');
      }
    }), { numRuns: 300 });
  });

  it('that is wrong is told which digit was found and which is right', () => {
    expect(parseItemNumber('RR473124828GB')).toEqual({ ok: false, refusal: { kind: 'item-number-check-digit', found: '8', expected: '9' } });
  });

  it('with a letter for a digit, or a digit for a letter, is told where', () => {
    expect(parseItemNumber('RR4731248O9GB')).toEqual({ ok: false, refusal: { kind: 'item-number-character', position: 10, found: 'O', needed: 'digit' } });
    expect(parseItemNumber('R0473124829GB')).toEqual({ ok: false, refusal: { kind: 'item-number-character', position: 2, found: '0', needed: 'letter' } });
    expect(parseItemNumber('RR473124829G8')).toEqual({ ok: false, refusal: { kind: 'item-number-character', position: 13, found: '8', needed: 'letter' } });
  });

  it.each(['', 'RR47312482GB', 'RR4731248299GB', '000.22.36.H27-191118-0001'])('"%s" is none', (text) => {
    expect(kindOf(text)).toBe('item-number-length');
  });
});

it.each([
  ['RR 473 124 829 VN', true], ['rr473124828vn', true], ['RR47312482OVN', true], ['RRA7B12C829VN', true],
  ['nguyen van thu', false], ['HOANGTHILAANHA', false], ['000.22.36.H27-191118-0001', false], ['B1234567', false], ['042080000001', false], ['RR47312482VN', false],
])('"%s" is meant for an item number: %s', (typed, meant) => {
  expect(looksLikeItemNumber(typed)).toBe(meant);
  expect(kindOfTyped(typed) === 'item').toBe(meant);
});

describe('a range of item numbers', () => {
  const range: ItemRange = { deskId: 'ky-bac' as DeskId, prefix: 'RR', from: 47_312_400, to: 47_312_499 };
  const given = (one: Partial<ItemRange>, others: readonly GivenRange[] = []) => giveItemRange({ ...range, ...one }, others);

  it('counts from its first serial to its last', () => {
    expect(itemNumberAt(range, 1)).toBe(formatItemNumber('RR', 47_312_400));
    expect(itemNumberAt(range, sizeOf(range))).toBe(formatItemNumber('RR', 47_312_499));
    expect(itemNumberAt(range, 83).slice(0, 11)).toBe('RR473124829');
    expect(itemSeries({ ...range, from: 7 })).toEqual({ series: 'item:ky-bac', period: 'RR00000007' });
  });

  it('shares no number with another one, of whichever desk', () => {
    const other = { ...range, deskId: 'ky-phong' as DeskId, deskName: 'Kỳ Phong' };
    expect(given({}, [other])).toEqual({ ok: false, refusal: { kind: 'range-overlaps', deskName: 'Kỳ Phong', from: other.from, to: other.to } });
    expect(given({ from: other.to + 1, to: other.to + 50 }, [other]).ok).toBe(true);
    expect(given({ from: other.from - 50, to: other.from - 1 }, [other]).ok).toBe(true);
    expect(given({ prefix: 'RA' }, [other]).ok).toBe(true);
    const place = fc.integer({ min: 0, max: 40 });
    fc.assert(fc.property(place, place, place, place, (a, b, c, d) => {
      const [one, two] = [{ ...range, from: a, to: a + b }, { ...range, from: c, to: c + d }];
      const numbers = (of: ItemRange) => Array.from({ length: sizeOf(of) }, (_, index) => itemNumberAt(of, index + 1));
      const shared = numbers(one).some((number) => numbers(two).includes(number));
      expect(giveItemRange(one, [{ ...two, deskName: '' }]).ok).toBe(!shared);
    }));
  });

  it('needs two capital letters, and serials of eight digits from small to large', () => {
    for (const prefix of ['', 'R', 'rr', 'RRR', 'R1']) expect(given({ prefix })).toEqual({ ok: false, refusal: { kind: 'range-prefix' } });
    for (const upsideDown of [{ from: 9, to: 8 }, { from: -1 }, { to: 100_000_000 }]) {
      expect(given(upsideDown)).toEqual({ ok: false, refusal: { kind: 'range-upside-down' } });
    }
  });
});
