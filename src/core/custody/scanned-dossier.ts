// What was scanned or typed to say which dossier: its code, the address in its receipt's QR, or the number of its
// posting slip, whose check digit finds a wrong digit.
import { type ItemNumberRefused, looksLikeItemNumber, parseItemNumber } from '../numbering/item-number.ts';
import { codeInAddress } from '../numbering/scanned-code.ts';
import { type Result, ok } from '../kernel/result.ts';

export type Scanned = { readonly code?: string; readonly item?: string };

export const readScanned = (typed: string): Result<Scanned, ItemNumberRefused> => {
  const text = typed.trim();
  if (looksLikeItemNumber(text)) {
    const item = parseItemNumber(text);
    return item.ok ? ok({ item: item.value }) : item;
  }
  return ok({ code: codeInAddress(text) ?? text.replace(/\s/gu, '').toUpperCase() });
};

export type Countable = { readonly dossierId: string; readonly code: string; readonly postingNumber?: string | undefined; readonly counted?: 'received' | 'rejected' | undefined };
export type CountRefused = ItemNumberRefused
  | { readonly kind: 'scanned-twice'; readonly code: string }
  | { readonly kind: 'counted-before'; readonly code: string }
  | { readonly kind: 'not-on-list'; readonly scanned: string };

/** Which line of a bag was scanned. */
export const countScanned = (lines: readonly Countable[], counted: ReadonlySet<string>, typed: string): Result<Countable, CountRefused> => {
  const read = readScanned(typed);
  if (!read.ok) return read;
  const { code, item } = read.value;
  const line = lines.find((one) => (item === undefined ? one.code.toUpperCase() === code : one.postingNumber === item));
  if (!line) return { ok: false, refusal: { kind: 'not-on-list', scanned: typed.trim() } };
  if (line.counted) return { ok: false, refusal: { kind: 'counted-before', code: line.code } };
  return counted.has(line.dossierId) ? { ok: false, refusal: { kind: 'scanned-twice', code: line.code } } : ok(line);
};
