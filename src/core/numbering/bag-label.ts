// The label of a bag: our own number with two check digits, so that no single wrong digit and no two that changed
// places pass when a torn label is typed by hand.
// @law none; ISO/IEC 7064 MOD 97-10
import type { Brand } from '../kernel/brand.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { NumberSeries } from './series.ts';

/** 'TUI0000012320' */
export type BagLabel = Brand<string, 'BagLabel'>;

export type BagLabelRefused =
  | { readonly kind: 'bag-label-shape' }
  | { readonly kind: 'bag-label-check-digits' };

const PREFIX = 'TUI';
const SERIAL_DIGITS = 8;

/** One row of the counter for the whole province: a label is found wherever the bag turns up. */
export const BAG_SERIES: NumberSeries = { series: 'bag-label', period: '' };

const checkDigitsOf = (serial: string): string => String(98 - ((Number(serial) * 100) % 97)).padStart(2, '0');

export const formatBagLabel = (serial: number): BagLabel => {
  const digits = String(serial).padStart(SERIAL_DIGITS, '0');
  return `${PREFIX}${digits}${checkDigitsOf(digits)}` as BagLabel;
};

/** As a person reads it from the label: in groups. */
export const bagLabelInGroups = (label: string): string => label.replace(/^(TUI)(\d{4})(\d{4})(\d{2})$/u, '$1 $2 $3 $4');

const tidied = (typed: string): string => typed.replace(/[\s.-]/gu, '').toUpperCase();

export const looksLikeBagLabel = (typed: string): boolean => tidied(typed).startsWith(PREFIX);

/** Blanks, dashes and lower case are forgiven, a wrong digit is not. */
export const parseBagLabel = (typed: string): Result<BagLabel, BagLabelRefused> => {
  const [, serial = '', check] = /^TUI(\d{8})(\d{2})$/u.exec(tidied(typed)) ?? [];
  if (check === undefined) return refuse({ kind: 'bag-label-shape' });
  return check === checkDigitsOf(serial) ? ok(tidied(typed) as BagLabel) : refuse({ kind: 'bag-label-check-digits' });
};
