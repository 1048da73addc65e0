// Item numbers are leased by the post to a desk in ranges: two letters, first and last serial. No two ranges share a number,
// whichever desks they are of; each counts in a series of its own, whose first number is the range's first serial.
// @law UPU S10; TT 17/2017/TT-BTTTT
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { DeskId } from '../organisation/organisation.ts';
import { type ItemNumber, MOST_SERIAL, SERIAL_DIGITS, formatItemNumber } from './item-number.ts';
import type { NumberSeries } from './series.ts';

export type ItemRange = {
  readonly deskId: DeskId;
  /** 'RR' */
  readonly prefix: string;
  /** Serials without their check digit. */
  readonly from: number;
  readonly to: number;
};

export type ItemRangeRefused =
  | { readonly kind: 'range-prefix' }
  | { readonly kind: 'range-upside-down' }
  | { readonly kind: 'range-overlaps'; readonly deskName: string; readonly from: number; readonly to: number };

export const itemSeries = ({ deskId, prefix, from }: Pick<ItemRange, 'deskId' | 'prefix' | 'from'>): NumberSeries =>
  ({ series: `item:${deskId}`, period: `${prefix}${String(from).padStart(SERIAL_DIGITS, '0')}` });

export const sizeOf = ({ from, to }: Pick<ItemRange, 'from' | 'to'>): number => to - from + 1;

/** The number with this place in its range, counted from 1. */
export const itemNumberAt = ({ prefix, from }: Pick<ItemRange, 'prefix' | 'from'>, place: number): ItemNumber =>
  formatItemNumber(prefix, from + place - 1);

export type GivenRange = ItemRange & { readonly deskName: string };

export const giveItemRange = (range: ItemRange, others: readonly GivenRange[]): Result<ItemRange, ItemRangeRefused> => {
  if (!/^[A-Z]{2}$/.test(range.prefix)) return refuse({ kind: 'range-prefix' });
  if (!(range.from >= 0 && range.to >= range.from && range.to <= MOST_SERIAL)) return refuse({ kind: 'range-upside-down' });
  const other = others.find(({ prefix, from, to }) => prefix === range.prefix && from <= range.to && range.from <= to);
  return other ? refuse({ kind: 'range-overlaps', deskName: other.deskName, from: other.from, to: other.to }) : ok(range);
};
