// A USB scanner is a keyboard that types faster than any hand and ends with Enter.
// Told apart by the gaps between keys; what it typed into a field is taken out again.
import { parseItemNumber } from '#core/numbering/item-number.ts';
import { codeInAddress } from '#core/numbering/scanned-code.ts';

export type ScanState = { readonly text: string; readonly lastAt: number };
export const NO_SCAN: ScanState = { text: '', lastAt: 0 };

const MOST_GAP = 45; // ms; a hand needs 80 and more, scanners 2 to 30
const LEAST_LENGTH = 8;

export type ScanStep = { readonly state: ScanState; readonly scanned?: string };

export const feedScanner = (state: ScanState, key: string, at: number): ScanStep => {
  const quick = at - state.lastAt <= MOST_GAP;
  if (key === 'Enter') {
    return quick && state.text.length >= LEAST_LENGTH ? { state: NO_SCAN, scanned: state.text } : { state: NO_SCAN };
  }
  if (key.length !== 1)
    return { state: key === 'Shift' || key === 'CapsLock' ? { ...state, lastAt: state.text ? at : 0 } : NO_SCAN };
  return { state: { text: quick ? state.text + key : key, lastAt: at } };
};

/** The dossier code in what was scanned: the code itself, or the address in a paper's QR; of a postal item its number. */
export const codeOf = (scanned: string): string | undefined => {
  const text = scanned.trim();
  const item = parseItemNumber(text);
  if (item.ok) return item.value;
  return codeInAddress(text) ?? (/^(?:\d{3}\.)?[A-Z0-9]{1,4}(?:\.[A-Z0-9]{1,4}){1,4}-\d{6}-\d{3,6}$/i.test(text) ? text.toUpperCase() : undefined);
};
