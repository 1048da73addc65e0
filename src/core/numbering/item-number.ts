// Item numbers of the post: two letters of the service, eight digits of the serial, their check digit, the country.
// The check digit finds a mistyped digit and two neighbours changed about, save where 5 stands for two remainders.
// @law UPU S10
import type { Brand } from '../kernel/brand.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';

/** 'RR473124829GB' */
export type ItemNumber = Brand<string, 'ItemNumber'>;

export type ItemNumberRefused =
  | { readonly kind: 'item-number-length'; readonly length: number }
  /** Counted from 1; a letter O typed for a zero is found here. */
  | { readonly kind: 'item-number-character'; readonly position: number; readonly found: string; readonly needed: 'letter' | 'digit' }
  | { readonly kind: 'item-number-check-digit'; readonly found: string; readonly expected: string };

export const SERIAL_DIGITS = 8;
export const MOST_SERIAL = 10 ** SERIAL_DIGITS - 1;
const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7] as const;
const LENGTH = 13;
const HOME = 'VN';
/** Of nine: a name has none, a label that was misread a few less. */
const LEAST_DIGITS = 6;

const serialText = (serial: number): string => String(serial).padStart(SERIAL_DIGITS, '0');

export const checkDigitOf = (serial: string): string => {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(serial[index]), 0);
  const rest = 11 - (sum % 11);
  return rest === 10 ? '0' : rest === 11 ? '5' : String(rest);
};

export const formatItemNumber = (prefix: string, serial: number): ItemNumber => {
  const digits = serialText(serial);
  return `${prefix}${digits}${checkDigitOf(digits)}${HOME}` as ItemNumber;
};

const neededAt = (position: number): 'letter' | 'digit' => (position <= 2 || position > 11 ? 'letter' : 'digit');
const PATTERNS = { letter: /[A-Z]/, digit: /[0-9]/ } as const;

const tidied = (typed: string): string => typed.replace(/[\s.-]/gu, '').toUpperCase();

/** Meant for one, though a sign of it may be wrong: a torn label is typed from what can be read. */
export const looksLikeItemNumber = (typed: string): boolean => {
  const text = tidied(typed);
  return /^[A-Z]{2}[A-Z0-9]{9}[A-Z]{2}$/.test(text) && (text.slice(2, 11).match(/\d/g) ?? []).length >= LEAST_DIGITS;
};

/** Blanks, dashes and lower case are forgiven, a wrong digit is not. */
export const parseItemNumber = (typed: string): Result<ItemNumber, ItemNumberRefused> => {
  const text = tidied(typed);
  const characters = [...text];
  if (characters.length !== LENGTH) return refuse({ kind: 'item-number-length', length: characters.length });
  for (const [index, found] of characters.entries()) {
    const needed = neededAt(index + 1);
    if (!PATTERNS[needed].test(found)) return refuse({ kind: 'item-number-character', position: index + 1, found, needed });
  }
  const expected = checkDigitOf(text.slice(2, 10));
  const found = text.slice(10, 11);
  return found === expected ? ok(text as ItemNumber) : refuse({ kind: 'item-number-check-digit', found, expected });
};

/** 'RR 47 312 482 9 VN', as it is read aloud. */
export const itemNumberInGroups = (itemNumber: string): string =>
  [itemNumber.slice(0, 2), itemNumber.slice(2, 4), itemNumber.slice(4, 7), itemNumber.slice(7, 10), itemNumber.slice(10, 11), itemNumber.slice(11)].join(' ');
