// Phone numbers as people write them. A phone is never required. Eleven-digit mobile numbers ended on
// 15/9/2018 and are told with their new prefix; on papers of before they stay as written.
// @law TT 22/2014/TT-BTTTT (quy hoạch kho số viễn thông); QĐ 798/QĐ-BTTTT 2018
import type { PlainDate } from '../kernel/moment.ts';

export const ELEVEN_DIGITS_UNTIL = '2018-09-15' as PlainDate;

const NEW_PREFIXES: Readonly<Record<string, string>> = {
  '0120': '070', '0121': '079', '0122': '077', '0126': '076', '0128': '078',
  '0123': '083', '0124': '084', '0125': '085', '0127': '081', '0129': '082',
  '0162': '032', '0163': '033', '0164': '034', '0165': '035', '0166': '036', '0167': '037', '0168': '038', '0169': '039',
  '0186': '056', '0188': '058', '0199': '059',
};

export type PhoneRead =
  | { readonly kind: 'mobile' | 'landline'; readonly digits: string }
  | { readonly kind: 'old-mobile'; readonly digits: string; readonly now: string | undefined }
  | { readonly kind: 'invalid' };

/** Digits with the leading 0; blanks, dots and dashes are forgiven, +84 becomes 0. */
export const readPhone = (written: string): PhoneRead => {
  const bare = written.replace(/[\s.\-()]/g, '');
  const digits = bare.replace(/^\+84/, '0').replace(/^84(?=\d{9,10}$)/, '0');
  if (/^0[35789]\d{8}$/.test(digits)) return { kind: 'mobile', digits };
  if (/^02\d{9}$/.test(digits)) return { kind: 'landline', digits };
  if (/^01\d{9}$/.test(digits)) {
    const prefix = NEW_PREFIXES[digits.slice(0, 4)];
    return { kind: 'old-mobile', digits, now: prefix === undefined ? undefined : prefix + digits.slice(4) };
  }
  return { kind: 'invalid' };
};

export type PhoneFinding = { readonly error?: 'phone-shape'; readonly warning?: 'phone-old-eleven-digits'; readonly now?: string };

export const checkPhone = (written: string | undefined, onDate: PlainDate): PhoneFinding => {
  if (written === undefined || written.trim() === '') return {};
  const read = readPhone(written);
  if (read.kind === 'invalid') return { error: 'phone-shape' };
  if (read.kind === 'old-mobile' && onDate >= ELEVEN_DIGITS_UNTIL) return { warning: 'phone-old-eleven-digits', now: read.now };
  return {};
};
