// What somebody looks for, by what was typed or scanned.
import { looksLikeItemNumber } from './item-number.ts';
import { codeInAddress } from './scanned-code.ts';

/** A scanned receipt gives its QR's address; a reader of barcodes gives the code. */
export const codeIn = (text: string): string => {
  const typed = text.trim();
  return codeInAddress(typed) ?? typed.toUpperCase();
};

export const kindOf = (text: string): 'code' | 'identity' | 'item' | 'name' => {
  const typed = text.trim();
  if (looksLikeItemNumber(typed)) return 'item';
  if (/^(?:\d{9}|\d{12})$/.test(typed)) return 'identity';
  if (/\/[qx]\//.test(typed)) return 'code';
  return /^[A-Za-z0-9.-]+$/.test(typed) && /\d/.test(typed) ? 'code' : 'name';
};
